// The side that a noun leaves untold: support verbs, owners, who speaks.
#include <doctest/doctest.h>

#include "printed.h"

namespace liaison {
namespace {

TEST_CASE("a verb lends a noun its subject") {
  struct Case {
    std::string text, expected;
  };
  const Case cases[] = {
      {"Lee held talks with Musk.", "Musk / Lee | meeting | occurred"},
      {"Lee paid a visit to Musk.", "Lee / Musk | meeting | occurred"},
      {"Musk and Lee had dinner together.", "Musk, Lee | meeting | occurred"},
      {"Lee exchanged emails with Musk.", "Musk / Lee | contact | occurred"},
      {"Lee cancelled a meeting with Musk.", "Musk / Lee | meeting | denied"},
      {"Lee praised the talks with Japan.", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(PrintedText(c.text).events() == c.expected);
  }
}

}  // namespace
}  // namespace liaison
