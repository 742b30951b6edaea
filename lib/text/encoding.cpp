#include "text/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "text/utf8.h"

namespace liaison {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

/// Where Windows-1252 differs from Latin-1: what 0x80 … 0x9F are.
std::array<char16_t, 256> windows1252_table() {
  std::array<char16_t, 256> table;
  for (std::size_t byte = 0; byte < table.size(); ++byte) {
    table[byte] = static_cast<char16_t>(byte);
  }
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open("windows-1252", &status);
  for (std::size_t byte = 0x80; U_SUCCESS(status) && byte < 0xA0; ++byte) {
    const char from = static_cast<char>(byte);
    ucnv_toUChars(converter, &table[byte], 1, &from, 1, &status);
    if (status == U_STRING_NOT_TERMINATED_WARNING) status = U_ZERO_ERROR;
  }
  ucnv_close(converter);
  return table;
}

char16_t from_windows1252(unsigned char byte) {
  static const auto table = windows1252_table();
  return table[byte];
}

/// The encoding that a byte order mark of UTF-16 tells.
std::optional<Encoding> utf16_mark(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return Encoding::utf16le;
  if (bytes.starts_with("\xFE\xFF")) return Encoding::utf16be;
  return std::nullopt;
}

/// Reads UTF-16 in either order, unit by unit.
class Utf16Reader {
 public:
  Utf16Reader(std::string_view bytes, bool little) : bytes_(bytes), little_(little) {}

  bool done(std::size_t at) const { return at >= bytes_.size(); }

  /// The character at the byte; an odd last byte is a replacement of length 1.
  Character read(std::size_t at) const {
    if (at + 2 > bytes_.size()) return {kReplacement, 1};
    const auto unit = unit_at(at);
    if (!U16_IS_SURROGATE(unit)) return {unit, 2};
    const bool pair = U16_IS_SURROGATE_LEAD(unit) && at + 4 <= bytes_.size() &&
                      U16_IS_TRAIL(unit_at(at + 2));
    if (!pair) return {kReplacement, 2};
    return {static_cast<char32_t>(U16_GET_SUPPLEMENTARY(unit, unit_at(at + 2))), 4};
  }

 private:
  char16_t unit_at(std::size_t at) const {
    const auto first = static_cast<unsigned char>(bytes_[at]);
    const auto second = static_cast<unsigned char>(bytes_[at + 1]);
    return static_cast<char16_t>(little_ ? first | second << 8 : first << 8 | second);
  }

  std::string_view bytes_;
  bool little_;
};

void append(DecodedText& out, char32_t code, std::size_t original_length) {
  const auto before = out.text.size();
  append_utf8(code, out.text);
  out.source.append(out.text.size() - before, original_length);
}

DecodedText decode_utf16(std::string_view bytes, Encoding encoding) {
  constexpr std::size_t kMarkLength = 2;
  DecodedText out;
  out.encoding = encoding;
  out.source.append(0, kMarkLength);
  const Utf16Reader reader(bytes, encoding == Encoding::utf16le);
  for (auto at = kMarkLength; !reader.done(at);) {
    const auto character = reader.read(at);
    append(out, character.code, character.length);
    at += character.length;
  }
  return out;
}

DecodedText decode_windows1252(std::string_view bytes) {
  DecodedText out;
  out.encoding = Encoding::windows1252;
  for (const char byte : bytes) {
    append(out, from_windows1252(static_cast<unsigned char>(byte)), 1);
  }
  return out;
}

}  // namespace

void SourceMap::append(std::size_t utf8, std::size_t original) {
  const auto utf8_width = static_cast<std::uint8_t>(utf8);
  const auto original_width = static_cast<std::uint8_t>(original);
  const bool same = !runs_.empty() && runs_.back().utf8_width == utf8_width &&
                    runs_.back().original_width == original_width;
  if (!same) runs_.push_back({utf8_end_, original_end_, utf8_width, original_width});
  utf8_end_ += utf8;
  original_end_ += original;
}

std::size_t SourceMap::original(std::size_t utf8_offset) const {
  if (runs_.empty()) return utf8_offset;
  if (utf8_offset >= utf8_end_) return original_end_;
  const auto after =
      std::upper_bound(runs_.begin(), runs_.end(), utf8_offset,
                       [](std::size_t at, const Run& run) { return at < run.utf8_start; });
  const auto& run = *(after - 1);
  const auto characters = (utf8_offset - run.utf8_start) / run.utf8_width;
  return run.original_start + characters * run.original_width;
}

Encoding detect_encoding(std::string_view bytes) {
  if (const auto marked = utf16_mark(bytes)) return *marked;
  std::size_t characters = 0, invalid = 0;  // beyond ASCII
  for (std::size_t at = 0; at < bytes.size();) {
    const auto character = decode_utf8(bytes, at);
    characters += character.length > 1;
    invalid += !character.valid();
    at += character.length;
  }
  return invalid > characters ? Encoding::windows1252 : Encoding::utf8;
}

DecodedText decode_text(std::string bytes) {
  const auto encoding = detect_encoding(bytes);
  if (encoding == Encoding::utf8) return {std::move(bytes), encoding, {}};
  if (encoding == Encoding::windows1252) return decode_windows1252(bytes);
  return decode_utf16(bytes, encoding);
}

}  // namespace liaison
