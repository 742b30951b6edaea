// clause_parts: what stands between the parts of a clause, and who does what an infinitive tells.
#include <doctest/doctest.h>

#include "printed.h"

namespace liaison {
namespace {

TEST_CASE("what stands between the parts of a clause hangs where it belongs") {
  struct Case {
    std::string sentence, expected;
  };
  const Case cases[] = {
      // A second subject behind a relative clause.
      {"Lee, who left, and Musk met.", "met{subject: Lee{relative: left, conjunct: Musk}}"},
      // Who somebody is, before the subject.
      {"After talks with Musk, a minister, Lee left.", "left{After{talks{with{Musk{apposition: a minister}}}}, subject: Lee}"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.sentence);
    CHECK(PrintedText(c.sentence).tree() == c.expected);
  }
}

TEST_CASE("who does what an infinitive tells") {
  struct Case {
    std::string sentence, expected;
  };
  const Case cases[] = {
      {"Lee plans to meet Musk.", "plans: Lee, to meet: Lee"},
      {"Lee asked Musk to meet Barra.", "asked: Lee, to meet: Musk"},
      {"Lee arranged for Musk to meet Barra.", "arranged: Lee, to meet: Musk"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.sentence);
    CHECK(PrintedText(c.sentence).actors() == c.expected);
  }
}

}  // namespace
}  // namespace liaison
