#include "text/utf8.h"

#include <doctest/doctest.h>

namespace liaison {
namespace {

TEST_CASE("characters are decoded, and what is none is one invalid byte") {
  struct Case {
    const char* name;
    std::string_view bytes;
    char32_t code;
    std::uint32_t length;
  };
  const Case cases[] = {
      {"ASCII", "a", U'a', 1},
      {"two bytes", "é", U'é', 2},
      {"three bytes", "—", U'—', 3},
      {"four bytes", "😀", U'😀', 4},
      {"cut off", "\xE2\x80", Character::kInvalid, 1},
      {"continuation alone", "\x80", Character::kInvalid, 1},
      {"overlong", "\xC0\xAF", Character::kInvalid, 1},
      {"surrogate", "\xED\xA0\x80", Character::kInvalid, 1},
      {"above U+10FFFF", "\xF4\x90\x80\x80", Character::kInvalid, 1},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    const auto character = decode_utf8(c.bytes, 0);
    CHECK(character.code == c.code);
    CHECK(character.length == c.length);
    CHECK(character.valid() == (c.code != Character::kInvalid));
  }
}

TEST_CASE("what is appended decodes to itself") {
  for (const char32_t code : {U'a', U'é', U'—', U'😀', char32_t{0x10FFFF}, char32_t{0}}) {
    std::string bytes;
    append_utf8(code, bytes);
    CHECK(decode_utf8(bytes, 0).code == code);
    CHECK(decode_utf8(bytes, 0).length == bytes.size());
  }
}

}  // namespace
}  // namespace liaison
