// Writes JSON into a string, one line, with a blank after each comma and colon.
#pragma once

#include <concepts>
#include <cstdint>
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

  template <class Value>
  JsonWriter& field(std::string_view name, const Value& content) {
    return key(name).value(content);
  }

 private:
  JsonWriter& begin(char bracket);
  JsonWriter& end(char bracket);
  JsonWriter& number_value(std::int64_t number);
  bool follows_value() const;
  void separate();
  void add_string(std::string_view text, bool is_key);
  void append_string(std::string_view text);

  std::string& out_;
};

}  // namespace liaison
