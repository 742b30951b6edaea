#include "network/markup.h"

#include <cmath>

#include <fmt/format.h>

#include "text/utf8.h"

namespace liaison {
namespace {

bool is_forbidden(const Character& character) {
  if (!character.valid()) return true;
  const char32_t code = character.code;
  if (code < 0x20) return code != '\t' && code != '\n' && code != '\r';
  return (code >= 0x7F && code < 0xA0) || code == 0xFFFE || code == 0xFFFF;
}

std::string_view reference(char32_t code) {
  switch (code) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\'': return "&#39;";
    case '\r': return "&#13;";
    default: return {};
  }
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Character character = decode_utf8(text, at);
    if (is_forbidden(character)) out += "\xEF\xBF\xBD";
    else if (const std::string_view known = reference(character.code); !known.empty()) out += known;
    else out += text.substr(at, character.length);
    at += character.length;
  }
  return out;
}

std::string figure(double number) { return fmt::format("{}", number); }

std::string tenths(double number) {
  const double rounded = std::round(number * 10) / 10;
  return figure(rounded == 0 ? 0.0 : rounded);   // never "-0"
}

}  // namespace liaison
