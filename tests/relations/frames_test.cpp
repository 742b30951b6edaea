#include "relations/frames.h"

#include <doctest/doctest.h>

#include "printed.h"

namespace liaison {
namespace {

struct Case {
  std::string text, expected;
};

TEST_CASE("the places of a trigger are filled, and its sides told apart") {
  const Case cases[] = {
      {"Lee met Musk.", "Lee / Musk | meeting | occurred"},
      {"Lee met with Musk and with Cook.", "Lee / Musk, Cook | meeting | occurred"},
      {"Lee was met by Musk at the airport.", "Musk / Lee | meeting | occurred"},
      {"Lee and Musk met.", "Lee, Musk | meeting | occurred"},
      {"Lee, whom Musk met in Tokyo, smiled.", "Musk / Lee | meeting | occurred"},
      {"Lee's talks with Musk were short.", "Lee / Musk | meeting | occurred"},
      {"Lee telephoned Musk.", "Lee / Musk | contact | occurred"},
      {"Samsung is working with Toyota on chips.", "Samsung / Toyota | cooperation | occurred"},
      {"Samsung and Toyota will cooperate.", "Samsung, Toyota | cooperation | planned"},
      {"Lee met expectations.", ""},
      {"Lee met.", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(PrintedText(c.text).events() == c.expected);
  }
}

TEST_CASE("talks on a cooperation make it possible") {
  CHECK(PrintedText("Lee and Musk are discussing a partnership between Samsung and Toyota.").events() ==
        "Lee, Musk | meeting | occurred ; Samsung, Toyota | cooperation | possible");
}

}  // namespace
}  // namespace liaison
