#include "text/characters.h"

#include <doctest/doctest.h>

#include <string>

#include "text/utf8.h"

namespace liaison {
namespace {

const char* name_of(CharacterKind kind) {
  constexpr const char* kNames[] = {"space",  "line break", "upper",      "lower",       "letter", "digit",
                                    "mark",   "format",     "apostrophe", "punctuation", "symbol", "invalid"};
  return kNames[static_cast<std::size_t>(kind)];
}

TEST_CASE("each character of a text has the kind that stands beside it") {
  struct Case {
    std::string characters;  // all of one kind
    std::string expected;
  };
  const Case cases[] = {
      {" \t\x01\x7F\u00A0\u2003\u3000\u200B\uFEFF", "space"},
      {"\n\r\u0085\u2028\u2029", "line break"},
      {"AZÄÉİŁΩЖǅ𝐀", "upper"},
      {"azäéıłωжß", "lower"},
      {"北اनªʻ", "letter"},
      {"09½²Ⅷ٣", "digit"},
      {"\u0301\u0308\uFE0F", "mark"},
      {"\u00AD\u200C\u200D\u2060", "format"},
      {"'’", "apostrophe"},
      {".,!?()\"“”‘«»—–-…•&@#/*_", "punctuation"},
      {"$€£¥+<=>^`|~°©😀\u00B4\uFFFD", "symbol"},
      {"\xFF\xC0\x80", "invalid"},
  };
  for (const auto& c : cases) {
    const std::string_view text = c.characters;
    for (std::size_t at = 0; at < text.size();) {
      const auto character = decode_utf8(text, at);
      CAPTURE(text.substr(at, character.length));
      CHECK(std::string(name_of(kind_of(character.code))) == c.expected);
      at += character.length;
    }
  }
  CHECK(kind_of(0) == CharacterKind::space);
}

TEST_CASE("bytes are classed as the characters that they are") {
  for (int byte = 0; byte < 0x80; ++byte) {
    CAPTURE(byte);
    const auto kind = kind_of(static_cast<char32_t>(byte));
    const auto got = byte_class(static_cast<unsigned char>(byte));
    CHECK((got == ByteClass::letter) == is_letter(kind));
    CHECK((got == ByteClass::digit) == (kind == CharacterKind::digit));
    CHECK((got == ByteClass::space) == (kind == CharacterKind::space));
    CHECK((got == ByteClass::line_break) == (kind == CharacterKind::line_break));
    CHECK((got == ByteClass::apostrophe) == (kind == CharacterKind::apostrophe));
    CHECK(is_ascii_symbol(static_cast<unsigned char>(byte)) == (kind == CharacterKind::symbol));
  }
  for (int byte = 0x80; byte < 0x100; ++byte) CHECK(byte_class(static_cast<unsigned char>(byte)) == ByteClass::high);
}

TEST_CASE("marks that begin an item of a list") {
  for (const char32_t code : U"*•◦▪■✓") CHECK(is_bullet(code) == (code != 0));
  for (const char32_t code : U"-—.a1>") CHECK_FALSE(is_bullet(code));
}

}  // namespace
}  // namespace liaison
