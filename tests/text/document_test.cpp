#include "liaison/document.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "text/utf8.h"

namespace liaison {
namespace {

/// The definition: walk from the start, a character at a time.
std::uint32_t convert_naively(std::string_view text, OffsetUnit unit, std::size_t offset) {
  std::uint32_t units = 0;
  for (std::size_t at = 0; at < offset;) {
    const auto length = decode_utf8(text, at).length;
    units += unit == OffsetUnit::utf16 && length == 4 ? 2 : 1;
    at += length;
  }
  return units;
}

bool begins_character(std::string_view text, std::size_t offset) {
  std::size_t at = 0;
  while (at < offset) at += decode_utf8(text, at).length;
  return at == offset;
}

void check_against_naive(const std::string& text) {
  for (const auto unit : {OffsetUnit::utf16, OffsetUnit::codepoint}) {
    const OffsetMap map(text, unit);
    for (std::uint32_t at = 0; at <= text.size(); ++at) {
      if (begins_character(text, at)) {
        CHECK(map.convert(at) == convert_naively(text, unit, at));
      }
      if (at > 0) CHECK(map.convert(at - 1) <= map.convert(at));
    }
  }
}

TEST_CASE("a span knows what it holds") {
  constexpr Span span{2, 5};
  static_assert(span.size() == 3 && !span.empty());
  static_assert(span.contains(2) && span.contains(4) && !span.contains(5));
  static_assert(span.contains(Span{2, 5}) && !span.contains(Span{1, 3}));
  static_assert(span.overlaps({4, 9}) && !span.overlaps({5, 9}) && !span.overlaps({3, 3}));
  static_assert(Span{1, 9} < span && span < Span{2, 6});
  CHECK(span.of("abcdefg") == "cde");
  CHECK(span.of("abc") == "c");
  CHECK(span.of("") == "");
}

TEST_CASE("offsets are converted") {
  struct Case {
    const char* name;
    std::string text;
    std::uint32_t byte, utf16, codepoint;
  };
  const Case cases[] = {
      {"ASCII", "Lee met Ma", 8, 8, 8},
      {"umlaut", "Müller met", 8, 7, 7},
      {"capital I with dot", "İzmir x", 7, 6, 6},
      {"emoji", "😀 Lee", 5, 3, 2},
      {"byte order mark", "\uFEFFLee", 3, 1, 1},
      {"an invalid byte is a unit", "a\xFF" "b", 2, 2, 2},
      {"each byte of a cut character is a unit", "\xE2\x80 x", 2, 2, 2},
      {"past the end", "é", 99, 1, 1},
      {"nothing", "", 0, 0, 0},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(OffsetMap(c.text, OffsetUnit::utf16).convert(c.byte) == c.utf16);
    CHECK(OffsetMap(c.text, OffsetUnit::codepoint).convert(c.byte) == c.codepoint);
    CHECK(OffsetMap(c.text, OffsetUnit::byte).convert(c.byte) ==
          std::min<std::size_t>(c.byte, c.text.size()));
  }
}

TEST_CASE("offsets agree with the naive conversion at random") {
  const std::string pieces[] = {"a", "plain words ", "é", "—", "😀", "\xFF", "\xE2\x80",
                                std::string(1, '\0'), "\r\n", "İ"};
  std::mt19937 random(7);
  for (int round = 0; round < 50; ++round) {
    std::string text;
    for (auto n = random() % 60; n > 0; --n) text += pieces[random() % std::size(pieces)];
    check_against_naive(text);
  }
}

TEST_CASE("a span is converted at both ends") {
  const std::string text = "😀 Müller met";
  const OffsetMap map(text, OffsetUnit::codepoint);
  CHECK(map.convert(Span{5, 12}) == Span{2, 8});
  CHECK(map.unit() == OffsetUnit::codepoint);
}

}  // namespace
}  // namespace liaison
