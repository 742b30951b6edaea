#include "text/utf8.h"

#include <unicode/utf8.h>

#include <algorithm>

namespace liaison {

Character decode_utf8(std::string_view text, std::size_t at) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data()) + at;
  const auto available =
      static_cast<std::int32_t>(std::min<std::size_t>(text.size() - at, 4));
  std::int32_t length = 0;
  UChar32 code = 0;
  U8_NEXT(bytes, length, available, code);
  if (code < 0) return {Character::kInvalid, 1};
  return {static_cast<char32_t>(code), static_cast<std::uint32_t>(length)};
}

bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    const auto character = decode_utf8(text, at);
    if (!character.valid()) return false;
    at += character.length;
  }
  return true;
}

void append_utf8(char32_t code, std::string& out) {
  char bytes[U8_MAX_LENGTH];
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, code);
  out.append(bytes, static_cast<std::size_t>(length));
}

}  // namespace liaison
