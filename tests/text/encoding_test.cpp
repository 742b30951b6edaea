#include "text/encoding.h"

#include <doctest/doctest.h>

#include <string>

namespace liaison {
namespace {

using namespace std::string_literals;

TEST_CASE("files are decoded to UTF-8") {
  struct Case {
    const char* name;
    std::string bytes;
    Encoding encoding;
    std::string text;
  };
  const Case cases[] = {
      {"empty", "", Encoding::utf8, ""},
      {"ASCII", "Lee met Ma", Encoding::utf8, "Lee met Ma"},
      {"UTF-8", "Müller — 😀", Encoding::utf8, "Müller — 😀"},
      {"UTF-8 with its mark", "\xEF\xBB\xBFLee", Encoding::utf8, "\xEF\xBB\xBFLee"},
      {"UTF-8 with a broken byte", "Müller \xFF", Encoding::utf8, "Müller \xFF"},
      {"NUL bytes", "a\0b"s, Encoding::utf8, "a\0b"s},
      {"Windows-1252", "M\xFCller \x93said\x94 \x80", Encoding::windows1252,
       "Müller “said” €"},
      {"Windows-1252, undefined byte", "\x81", Encoding::windows1252, "\u0081"},
      {"UTF-16, little", "\xFF\xFEL\0e\0e\0\xFC\0"s, Encoding::utf16le, "Leeü"},
      {"UTF-16, big", "\xFE\xFF\0L\0e\0e\x20\x14"s, Encoding::utf16be, "Lee—"},
      {"UTF-16, a pair", "\xFF\xFE\x3D\xD8\x00\xDE!\0"s, Encoding::utf16le, "😀!"},
      {"UTF-16, lone surrogates", "\xFF\xFE\x3D\xD8!\0\x00\xDE"s, Encoding::utf16le,
       "\uFFFD!\uFFFD"},
      {"UTF-16, an odd byte", "\xFF\xFEL\0e"s, Encoding::utf16le, "L\uFFFD"},
      {"UTF-16, the mark alone", "\xFF\xFE"s, Encoding::utf16le, ""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(detect_encoding(c.bytes) == c.encoding);
    const auto decoded = decode_text(c.bytes);
    CHECK(decoded.encoding == c.encoding);
    CHECK(decoded.text == c.text);
    CHECK(decoded.source.original(decoded.text.size()) == c.bytes.size());
  }
}

TEST_CASE("offsets lead back to the bytes of the file") {
  struct Case {
    const char* name;
    std::string bytes, before, original_before;
  };
  const Case cases[] = {
      {"untouched", "Müller met 😀 Ma", "Müller met 😀 ", "Müller met 😀 "},
      {"Windows-1252", "M\xFCller met \x93Ma\x94", "Müller met “", "M\xFCller met \x93"},
      {"UTF-16", "\xFF\xFE\x3D\xD8\x00\xDE \0\xFC\0M\0a\0"s, "😀 ü",
       "\xFF\xFE\x3D\xD8\x00\xDE \0\xFC\0"s},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    const auto decoded = decode_text(c.bytes);
    REQUIRE(decoded.text.starts_with(c.before));
    CHECK(decoded.source.original(c.before.size()) == c.original_before.size());
  }
}

TEST_CASE("an offset within a character leads to its start") {
  const auto decoded = decode_text("a\x93" "b\x94");
  const std::size_t expected[] = {0, 1, 1, 1, 2, 3, 3, 3, 4, 4};
  for (std::size_t at = 0; at < std::size(expected); ++at) {
    CHECK(decoded.source.original(at) == expected[at]);
  }
}

TEST_CASE("offsets of UTF-16 begin after its mark") {
  const auto decoded = decode_text("\xFF\xFEL\0e\0"s);
  CHECK(decoded.source.original(0) == 2);
  CHECK(decoded.source.original(1) == 4);
  CHECK(decoded.source.original(2) == 6);
}

}  // namespace
}  // namespace liaison
