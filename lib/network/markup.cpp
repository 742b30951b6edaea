#include "network/markup.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <iterator>

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

/// The bytes that stand as they are and alone: printable ASCII but what has a reference.
constexpr std::array<bool, 256> kPlain = [] {
  std::array<bool, 256> plain{};
  for (std::size_t c = 0x20; c < 0x7F; ++c) plain[c] = c != '&' && c != '<' && c != '>' && c != '"' && c != '\'';
  plain['\t'] = plain['\n'] = true;
  return plain;
}();

}  // namespace

void append_escaped(std::string_view text, std::string& out) {
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && kPlain[static_cast<unsigned char>(text[end])]) ++end;
    out.append(text.data() + at, end - at);
    at = end;
    if (at == text.size()) return;
    const Character character = decode_utf8(text, at);
    if (is_forbidden(character)) out += "\xEF\xBF\xBD";
    else if (const std::string_view known = reference(character.code); !known.empty()) out += known;
    else out += text.substr(at, character.length);
    at += character.length;
  }
}

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  append_escaped(text, out);
  return out;
}

void append_figure(double number, std::string& out) {
  if (number >= 0 && number < 10 && number == std::floor(number)) out += static_cast<char>('0' + static_cast<int>(number));
  else if (number >= 0 && number < 1e9 && number == std::floor(number)) fmt::format_to(std::back_inserter(out), "{}", static_cast<std::uint32_t>(number));
  else fmt::format_to(std::back_inserter(out), "{}", number);
}

std::string figure(double number) { return fmt::format("{}", number); }

std::string tenths(double number) {
  const double rounded = std::round(number * 10) / 10;
  return figure(rounded == 0 ? 0.0 : rounded);   // never "-0"
}

}  // namespace liaison
