#include "relations/verb_status.h"

#include <doctest/doctest.h>

#include "printed.h"

namespace liaison {
namespace {

TEST_CASE("the verb and the times of its clause tell whether it took place") {
  struct Case {
    std::string sentence, expected;
  };
  const Case cases[] = {
      {"Lee met Musk.", "occurred"},
      {"Lee will meet Musk.", "planned"},
      {"Lee may meet Musk.", "possible"},
      {"Lee did not meet Musk.", "denied"},
      // The past of a future.
      {"Cook said Lee would meet Musk.", "planned"},
      // Times that lie ahead.
      {"Lee is meeting Musk on Thursday.", "planned"},
      {"Lee meets Musk next week.", "planned"},
      // Above its subject.
      {"The meeting between Lee and Musk will take place.", "planned"},
      {"The meeting between Lee and Musk did not take place.", "denied"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.sentence);
    CHECK(PrintedText(c.sentence).last_status() == c.expected);
  }
}

}  // namespace
}  // namespace liaison
