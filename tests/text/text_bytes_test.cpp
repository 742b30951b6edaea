#include "text/text_bytes.h"

#include <doctest/doctest.h>

#include <string>

namespace liaison {
namespace {

TEST_CASE("behind the end of a text stands a NUL") {
  const TextBytes bytes("a1");
  CHECK(bytes.byte(1) == '1');
  for (const std::size_t at : {2u, 3u, 1000u}) {
    CAPTURE(at);
    CHECK(bytes.byte(at) == 0);
    CHECK(bytes.class_at(at) == ByteClass::space);
    CHECK_FALSE(bytes.is_word_character(at));
  }
}

TEST_CASE("word characters are letters and digits, of any script") {
  struct Case {
    const char* name;
    std::string text;
    bool expected;
  };
  const Case cases[] = {
      {"a letter", "a", true},
      {"a digit", "7", true},
      {"a letter with accent", "É", true},
      {"a letter without case", "北", true},
      {"a digit of another script", "٣", true},
      {"a hyphen", "-", false},
      {"an underscore", "_", false},
      {"an apostrophe", "’", false},
      {"a mark that combines", "\u0301", false},
      {"a byte of no character", "\x80", false},
      {"nothing", "", false},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(TextBytes(c.text).is_word_character(0) == c.expected);
  }
}

TEST_CASE("a slice is what stands between two places") {
  const TextBytes bytes("one two");
  CHECK(bytes.slice(4, 7) == "two");
  CHECK(bytes.slice(7, 7).empty());
}

}  // namespace
}  // namespace liaison
