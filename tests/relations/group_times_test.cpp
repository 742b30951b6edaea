// group_times: which words are a phrase of time, and which times belong to a noun.
#include "relations/groups.h"

#include <doctest/doctest.h>

#include "printed.h"

namespace liaison {
namespace {

TEST_CASE("a phrase of time is one group, with its preposition, and a time of a noun is part of that") {
  struct Case {
    std::string sentence, expected;
  };
  const Case cases[] = {
      {"Lee left on Monday.", "noun[Lee] verb[left] time[on Monday] ."},
      {"Lee left in early 2018.", "noun[Lee] verb[left] time[in early 2018] ."},
      {"Lee left in the fall of 2016.", "noun[Lee] verb[left] time[in the fall of 2016] ."},
      {"Lee left on Monday and Tuesday.", "noun[Lee] verb[left] time[on Monday and Tuesday] ."},
      {"Lee left after Monday's talks.", "noun[Lee] verb[left] preposition[after] noun[Monday's talks] ."},
      {"Lee first met Musk.", "noun[Lee] adverb[first] verb[met] noun[Musk] ."},
  };
  for (const Case& c : cases) {
    CAPTURE(c.sentence);
    CHECK(PrintedText(c.sentence).groups() == c.expected);
  }
}

}  // namespace
}  // namespace liaison
