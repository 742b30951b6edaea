// What a Tree says of who acts.
#include <doctest/doctest.h>

#include "printed.h"

namespace liaison {
namespace {

TEST_CASE("who acts is found through control, relatives, participles and nouns") {
  struct Case {
    std::string sentence, expected;
  };
  const Case cases[] = {
      {"Lee met Musk.", "met: Lee"},
      {"Lee plans to meet Musk.", "plans: Lee, to meet: Lee"},
      {"Lee hopes to try to meet Musk.", "hopes: Lee, to try: Lee, to meet: Lee"},
      {"Lee asked Musk to meet Cook.", "asked: Lee, to meet: Musk"},
      {"After meeting Musk, Lee flew to France.", "meeting: Lee, flew: Lee"},
      {"Musk, who had met Lee, left.", "had met: Musk, left: Musk"},
      {"Lee and Musk, speaking in Tokyo, agreed.", "speaking: Lee, agreed: Lee"},
      {"Lee, founder of Samsung, who met Musk, left.", "met: Lee, left: Lee"},
      {"Lee and Musk, who were in Tokyo, left.", "were: Lee, left: Lee"},
      {"Lee and Musk, who was in Tokyo, left.", "was: Musk, left: Lee"},
      {"Lee held talks with Musk.", "held: Lee, talks: Lee"},
      {"Lee's meeting with Musk failed.", "meeting: Lee's, failed: meeting"},
      {"The visit by Musk failed.", "The visit: Musk, failed: The visit"},
      {"Lee was given the chance to meet Musk.", "was given: Lee, the chance: Lee, to meet: Lee"},
      {"Met.", "Met: -"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.sentence);
    CHECK(PrintedText(c.sentence).actors() == c.expected);
  }
}

}  // namespace
}  // namespace liaison
