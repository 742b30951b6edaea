// Reads UTF-8 one character at a time, surviving any bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace liaison {

/// One character of a text, or one byte that belongs to none.
struct Character {
  char32_t code = 0;         ///< the code point, or `kInvalid`
  std::uint32_t length = 0;  ///< bytes, at least 1

  static constexpr char32_t kInvalid = 0xFFFFFFFF;
  constexpr bool valid() const { return code != kInvalid; }
};

/// The character at the byte `at`; a byte that does not begin a well-formed
/// sequence is a `kInvalid` of length 1. Overlong forms, surrogates and code
/// points above U+10FFFF are not well formed. Requires `at < text.size()`.
Character decode_utf8(std::string_view text, std::size_t at);

/// The first character of a text as it stands there, whatever its bytes; nothing of an empty one.
inline std::string_view first_letter(std::string_view text) {
  return text.empty() ? text : text.substr(0, decode_utf8(text, 0).length);
}

/// True if every byte belongs to a well-formed character.
bool is_utf8(std::string_view text);

/// Appends the UTF-8 of the code point. Requires a Unicode scalar value.
void append_utf8(char32_t code, std::string& out);

}  // namespace liaison
