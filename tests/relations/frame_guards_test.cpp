// frame_guards: what a trigger may not tell, though its places are filled.
#include "relations/frames.h"

#include <doctest/doctest.h>

#include "printed.h"

namespace liaison {
namespace {

TEST_CASE("a word that triggers a frame tells of nothing where it means something else") {
  struct Case {
    std::string name, text, expected;
  };
  const Case cases[] = {
      {"whom somebody turned to", "Lee called Musk on Monday.", "Lee / Musk | contact | occurred"},
      {"what somebody is called", "Lee called Musk a poet.", ""},
      {"what somebody is called, with an adverb before it", "Lee called Musk very kind.", ""},
      {"what two are called", "Lee called Musk and Cook \"poets\".", ""},
      {"what is met and is nobody", "Samsung met expectations in Japan.", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(PrintedText(c.text).events() == c.expected);
  }
}

}  // namespace
}  // namespace liaison
