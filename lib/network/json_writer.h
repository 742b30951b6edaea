// Writes JSON into a string, one line, with a blank after each comma and colon.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace liaison {

/// The text with each byte that is no part of a well-formed UTF-8 character replaced by U+FFFD.
std::string valid_utf8(std::string_view text);

/// Appends JSON to a string; commas come by themselves. Strings are written as valid UTF-8, whatever their bytes.
/// Requires that `out` outlives the writer, and calls in an order that makes sense.
class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}

  JsonWriter& begin_object() { return begin('{'); }
  JsonWriter& end_object() { return end('}'); }
  JsonWriter& begin_array() { return begin('['); }
  JsonWriter& end_array() { return end(']'); }
  JsonWriter& key(std::string_view name);
  JsonWriter& value(std::string_view text);
  JsonWriter& value(std::uint32_t number);
  JsonWriter& value(std::int32_t number);
  JsonWriter& value(std::same_as<bool> auto yes) { return raw(yes ? "true" : "false"); }
  JsonWriter& null();
  /// A value that is JSON already.
  JsonWriter& raw(std::string_view json);

  /// The same of a name that stands in the code: ASCII with nothing to be escaped, put together with its marks as it is.
  template <std::size_t N>
  JsonWriter& key(const char (&name)[N]) {
    char whole[N + 5] = {',', ' ', '"'};
    std::memcpy(whole + 3, name, N - 1);
    std::memcpy(whole + N + 2, "\": ", 3);
    const std::size_t from = follows_value() ? 0 : 2;
    out_.append(whole + from, sizeof whole - from);
    return *this;
  }

  template <class Value>
  JsonWriter& field(std::string_view name, const Value& content) {
    return key(name).value(content);
  }
  template <std::size_t N, class Value>
  JsonWriter& field(const char (&name)[N], const Value& content) {
    return key(name).value(content);
  }

 private:
  JsonWriter& begin(char bracket);
  JsonWriter& end(char bracket);
  JsonWriter& number_value(std::int64_t number);
  /// False if nothing stands before, or a bracket that opens or a key does.
  bool follows_value() const { return !out_.empty() && out_.back() != '{' && out_.back() != '[' && out_.back() != ' '; }
  void separate();
  void add_string(std::string_view text, bool is_key);
  void append_string(std::string_view text);

  std::string& out_;
};

}  // namespace liaison
