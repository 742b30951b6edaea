// Documents, spans of their text, and the units in which offsets are told.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace [[gnu::visibility("default")]] liaison {

/// A stretch of a text: UTF-8 byte offsets, half open.
/// Requires `start <= end` wherever a function takes one.
struct Span {
  std::uint32_t start = 0;
  std::uint32_t end = 0;

  friend constexpr bool operator==(Span, Span) = default;

  /// By start, then by end: the order of reading.
  friend constexpr auto operator<=>(Span, Span) = default;

  constexpr std::uint32_t size() const { return end - start; }
  constexpr bool empty() const { return start == end; }

  constexpr bool contains(std::uint32_t offset) const {
    return start <= offset && offset < end;
  }
  constexpr bool contains(Span other) const {
    return start <= other.start && other.end <= end;
  }

  /// True if the two share at least one byte.
  constexpr bool overlaps(Span other) const {
    return std::max(start, other.start) < std::min(end, other.end);
  }

  /// The bytes of the span. The view lives as long as the text that `text`
  /// views. A span that reaches past the end of `text` is cut there.
  constexpr std::string_view of(std::string_view text) const {
    const auto from = std::min<std::size_t>(start, text.size());
    return text.substr(from, size());
  }
};

/// One article as it is given to the analyzer. The text is kept byte for byte;
/// it may hold any bytes, and fewer than 2^32 of them.
struct Document {
  std::string id;      ///< unique in its collection, e.g. the path of its file
  std::string date;    ///< ISO 8601, or empty
  std::string source;  ///< who published it, or empty
  std::string url;     ///< where it stands, or empty
  std::string title;   ///< its headline, or empty
  std::string text;    ///< its body, UTF-8
};

/// What an offset counts.
enum class OffsetUnit : std::uint8_t {
  byte,       ///< UTF-8 bytes: the native unit
  utf16,      ///< UTF-16 code units, as in Java and JavaScript
  codepoint,  ///< code points, as in Python
};

/// Converts byte offsets of one text into another unit. A byte that is not part
/// of a well-formed UTF-8 character counts as one unit, whatever the unit.
///
/// Built in one pass over the text, of which it keeps nothing; a query costs
/// O(1). Memory is a fifth of the text's, and none for `OffsetUnit::byte`.
class OffsetMap {
 public:
  /// Requires fewer than 2^32 bytes of text.
  OffsetMap(std::string_view text, OffsetUnit unit);

  /// The number of units before the byte offset. Grows with `byte_offset`;
  /// an offset past the end of the text counts as its end. An offset within a
  /// character lies between those of the character's start and end.
  std::uint32_t convert(std::uint32_t byte_offset) const;

  /// Both ends converted.
  Span convert(Span bytes) const {
    return {convert(bytes.start), convert(bytes.end)};
  }

  OffsetUnit unit() const { return unit_; }

 private:
  /// 64 bytes of the text: a bit for each unit, at the byte where it begins.
  struct Block {
    std::uint64_t units = 0;
    std::uint32_t units_before = 0;  // in all the blocks before
  };

  void mark(std::size_t byte) {
    blocks_[byte / 64].units |= std::uint64_t{1} << (byte % 64);
  }
  void mark_units(std::string_view text);
  void sum_blocks();

  OffsetUnit unit_;
  std::uint32_t size_;  // bytes of the text
  std::vector<Block> blocks_;
};

}  // namespace liaison
