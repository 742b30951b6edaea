#include "network/json_writer.h"

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

/// True for short ASCII text that is written as it is, as nearly all keys, ids and names are.
bool is_plain(std::string_view text) {
  constexpr std::size_t kShort = 64;
  if (text.size() > kShort) return false;
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
  separate();
  append_string(name);
  out_ += ": ";
  return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
  separate();
  append_string(text);
  return *this;
}

JsonWriter& JsonWriter::value(std::uint32_t number) { return raw(std::to_string(number)); }
JsonWriter& JsonWriter::value(std::int32_t number) { return raw(std::to_string(number)); }

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

/// A comma, unless nothing stands before, or a bracket that opens or a key does.
void JsonWriter::separate() {
  if (out_.empty() || out_.back() == '{' || out_.back() == '[' || out_.back() == ' ') return;
  out_ += ", ";
}

void JsonWriter::append_string(std::string_view text) {
  if (is_plain(text)) {
    out_ += '"';
    out_ += text;
    out_ += '"';
    return;
  }
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
