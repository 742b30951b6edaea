#include "network/json_writer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>

#include <simdjson.h>

#include "text/utf8.h"

namespace liaison {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD

void append_escaped(char byte, std::string& out) {
  constexpr char kHex[] = "0123456789abcdef";
  switch (byte) {
    case '"': out += "\\\""; return;
    case '\\': out += "\\\\"; return;
    case '\n': out += "\\n"; return;
    case '\r': out += "\\r"; return;
    case '\t': out += "\\t"; return;
    default: out += {'\\', 'u', '0', '0', kHex[(byte >> 4) & 0xF], kHex[byte & 0xF]};
  }
}

bool needs_escape(char byte) { return byte == '"' || byte == '\\' || static_cast<unsigned char>(byte) < 0x20; }

/// True if all eight bytes are ASCII and are written as they are.
bool is_plain(std::uint64_t bytes) {
  constexpr std::uint64_t kEach = 0x0101010101010101, kHigh = 0x80 * kEach;
  // The high bit of each byte that is less than `least`, or of one behind such a byte.
  auto below = [](std::uint64_t word, std::uint64_t least) { return (word - least * kEach) & ~word; };
  return ((bytes | below(bytes, 0x20) | below(bytes ^ '"' * kEach, 1) | below(bytes ^ '\\' * kEach, 1)) & kHigh) == 0;
}

/// How long short texts are, which are put together with the marks around them before they are appended.
constexpr std::size_t kShort = 64;

/// True for short ASCII text that is written as it is, as nearly all ids and names are.
bool is_plain(std::string_view text) {
  if (text.size() > kShort) return false;
  std::uint64_t bytes = 0;
  std::size_t at = 0;
  for (; at + sizeof bytes <= text.size(); at += sizeof bytes) {
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    if (!is_plain(bytes)) return false;
  }
  // The last ones, some of them again.
  if (text.size() >= sizeof bytes) {
    std::memcpy(&bytes, text.data() + text.size() - sizeof bytes, sizeof bytes);
    return is_plain(bytes);
  }
  std::uint32_t first = 0, last = 0;
  if (text.size() >= sizeof first) {
    std::memcpy(&first, text.data(), sizeof first);
    std::memcpy(&last, text.data() + text.size() - sizeof last, sizeof last);
    return is_plain(std::uint64_t{first} << 32 | last);
  }
  bool plain = true;
  for (char byte : text) plain &= !needs_escape(byte) & (static_cast<unsigned char>(byte) < 0x80);
  return plain;
}

}  // namespace

std::string valid_utf8(std::string_view text) {
  if (simdjson::validate_utf8(text.data(), text.size())) return std::string(text);
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Character character = decode_utf8(text, at);
    out += character.valid() ? text.substr(at, character.length) : kReplacement;
    at += character.length;
  }
  return out;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  add_string(name, true);
  return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
  add_string(text, false);
  return *this;
}

JsonWriter& JsonWriter::value(std::uint32_t number) { return number_value(number); }
JsonWriter& JsonWriter::value(std::int32_t number) { return number_value(number); }

JsonWriter& JsonWriter::number_value(std::int64_t number) {
  char digits[24];
  return raw({digits, std::to_chars(digits, std::end(digits), number).ptr});
}

JsonWriter& JsonWriter::null() { return raw("null"); }

JsonWriter& JsonWriter::raw(std::string_view json) {
  separate();
  out_ += json;
  return *this;
}

JsonWriter& JsonWriter::begin(char bracket) {
  separate();
  out_ += bracket;
  return *this;
}

JsonWriter& JsonWriter::end(char bracket) {
  out_ += bracket;
  return *this;
}

void JsonWriter::separate() {
  if (follows_value()) out_ += ", ";
}

/// Appends text between quotation marks, with what parts it from a value before it; behind a key stands a colon.
void JsonWriter::add_string(std::string_view text, bool is_key) {
  if (!is_plain(text)) {
    separate();
    append_string(text);
    if (is_key) out_ += ": ";
    return;
  }
  std::array<char, kShort + 8> whole;
  std::memcpy(whole.data(), ", \"", 3);
  char* end = std::copy(text.begin(), text.end(), whole.data() + 3);
  std::memcpy(end, "\": ", 3);
  out_.append(whole.data() + (follows_value() ? 0 : 2), end + (is_key ? 3 : 1));
}

void JsonWriter::append_string(std::string_view text) {
  if (!simdjson::validate_utf8(text.data(), text.size())) {
    append_string(valid_utf8(text));
    return;
  }
  out_ += '"';
  std::size_t plain = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!needs_escape(text[i])) continue;
    out_ += text.substr(plain, i - plain);
    append_escaped(text[i], out_);
    plain = i + 1;
  }
  out_ += text.substr(plain);
  out_ += '"';
}

}  // namespace liaison
