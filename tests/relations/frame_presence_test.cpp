// frame_presence: whether those who talk are together.
#include "relations/frames.h"

#include <doctest/doctest.h>

#include "printed.h"

namespace liaison {
namespace {

TEST_CASE("those who talk meet where it is told that they are together, and are in contact elsewhere") {
  struct Case {
    std::string name, text, expected;
  };
  const std::string meeting = "Lee / Musk | meeting | occurred", contact = "Lee / Musk | contact | occurred";
  const Case cases[] = {
      {"no place", "Lee talked to Musk about trade.", contact},
      {"a city", "Lee talked to Musk in Tokyo.", meeting},
      {"a place of meetings", "Lee talked to Musk at the summit.", meeting},
      {"over a meal", "Lee talked to Musk over lunch.", meeting},
      {"beside something", "Lee talked to Musk on the sidelines of the summit.", meeting},
      {"on the way", "Lee flew to Tokyo to talk to Musk.", meeting},
      {"by phone", "Lee talked to Musk by phone.", contact},
      {"by phone, from a city", "Lee talked to Musk by phone in Tokyo.", contact},
      {"a discussion by video", "Lee discussed trade with Musk by video link.", contact},
      {"a discussion in a call", "Lee discussed trade with Musk in a phone call.", contact},
      {"a discussion in a city", "Lee discussed trade with Musk in Tokyo.", meeting},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(PrintedText(c.text).events() == c.expected);
  }
}

}  // namespace
}  // namespace liaison
