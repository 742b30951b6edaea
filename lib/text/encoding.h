// Reads the bytes of a file as text, whatever their encoding.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace liaison {

/// The encodings that are told apart.
enum class Encoding : std::uint8_t { utf8, utf16le, utf16be, windows1252 };

/// Leads from offsets of a converted text back to the file that it came from.
/// Memory grows with the changes between ASCII and other characters, not with
/// the text; an untouched text needs none.
class SourceMap {
 public:
  /// The byte of the file at which the character begins that holds the byte
  /// `utf8_offset` of the text; the file's size at or past the text's end.
  /// O(log changes), O(1) for an untouched text.
  std::size_t original(std::size_t utf8_offset) const;

  /// Says that the next character takes `utf8` bytes of the text and
  /// `original` bytes of the file. Characters are told in order.
  void append(std::size_t utf8, std::size_t original);

 private:
  /// Characters of equal widths in a row.
  struct Run {
    std::size_t utf8_start = 0, original_start = 0;
    std::uint8_t utf8_width = 1, original_width = 1;
  };

  std::vector<Run> runs_;  // none: every offset is its own original
  std::size_t utf8_end_ = 0, original_end_ = 0;
};

/// The text of a file as UTF-8, and the way back to the file's bytes.
struct DecodedText {
  std::string text;
  Encoding encoding = Encoding::utf8;
  SourceMap source;
};

/// UTF-16 if a byte order mark says so; otherwise UTF-8, unless the bytes above
/// 0x7F are for the greater part no UTF-8: then Windows-1252. Reads all bytes.
Encoding detect_encoding(std::string_view bytes);

/// Converts a file's bytes to UTF-8. UTF-8 passes untouched, with its byte order
/// mark and with what is invalid in it. A lone surrogate or a last odd byte
/// of UTF-16 becomes U+FFFD; the mark of UTF-16 is dropped. Linear in time.
DecodedText decode_text(std::string bytes);

}  // namespace liaison
