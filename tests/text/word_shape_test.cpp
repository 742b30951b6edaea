#include "text/word_shape.h"

#include <doctest/doctest.h>

#include <string>

namespace liaison {
namespace {

TEST_CASE("the letters of a word tell its case") {
  struct Case {
    std::string word;
    std::uint32_t expected;
  };
  const Case cases[] = {
      {"harbour", kIsWord | kLower},
      {"Harbour", kIsWord | kCapitalised | kFirstCapital},
      {"NATO", kIsWord | kAllCaps | kFirstCapital},
      {"McLeod", kIsWord | kMixedCase | kFirstCapital},
      {"eBay", kIsWord | kMixedCase},
      {"mB", kIsWord | kMixedCase},
      {"Y.", kIsWord | kOneCapital | kFirstCapital},
      {"x", kIsWord | kLower},
      {"'s", kIsWord | kLower},
      {"G20", kIsWord | kOneCapital | kFirstCapital | kHasDigit},
      {"4x4", kIsWord | kLower | kHasDigit},
      {"1,200.5", kIsNumber | kHasDigit},
      {"Élan", kIsWord | kCapitalised | kFirstCapital | kNonAscii},
      {"ŁÓDŹ", kIsWord | kAllCaps | kFirstCapital | kNonAscii},
      {"東京", kIsWord | kNonAscii},
      {"٣", kIsNumber | kHasDigit | kNonAscii},
  };
  for (const auto& c : cases) {
    CAPTURE(c.word);
    CHECK(shape_of(c.word).token_flags() == c.expected);
  }
}

TEST_CASE("a shape that is added up run by run is that of the whole word") {
  WordShape shape;
  shape.add(LetterRun{1, 1}, 'O');
  shape.add(LetterRun{5, 1}, 'B');
  CHECK(shape.token_flags() == shape_of("O'Brien").token_flags());
  shape.add(LetterRun{}, '-');
  CHECK(shape.letters == 6);
  CHECK(shape.capitals == 2);
}

}  // namespace
}  // namespace liaison
