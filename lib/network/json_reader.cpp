#include "network/json_reader.h"

#include <limits>

namespace liaison {

JsonLine::JsonLine(std::string_view line, std::string where) : where_(std::move(where)) {
  thread_local simdjson::dom::parser parser;
  simdjson::dom::element element;
  const auto error = parser.parse(line.data(), line.size()).get(element);
  if (error != simdjson::SUCCESS) fail(std::string("not JSON: ") + simdjson::error_message(error));
  if (element.get(root_) != simdjson::SUCCESS) fail("not a JSON object");
}

simdjson::dom::element JsonLine::find(simdjson::dom::object object, std::string_view key) const {
  simdjson::dom::element found;
  if (object.at_key(key).get(found) == simdjson::SUCCESS) return found;
  thread_local simdjson::dom::parser parser;
  static thread_local const simdjson::dom::element nothing = parser.parse(std::string_view("null")).value();
  return nothing;
}

bool JsonLine::flag(simdjson::dom::object object, std::string_view key) const {
  const simdjson::dom::element found = find(object, key);
  bool value = false;
  if (!found.is_null() && found.get(value) != simdjson::SUCCESS) fail(quoted(key) + " must be true or false");
  return value;
}

bool JsonLine::has(simdjson::dom::object object, std::string_view key) const { return !find(object, key).is_null(); }

std::string JsonLine::as_text(simdjson::dom::element item, std::string_view key) const {
  std::string_view view;
  if (item.get(view) != simdjson::SUCCESS) fail(quoted(key) + " must be a string");
  return std::string(view);
}

simdjson::dom::object JsonLine::as_object(simdjson::dom::element item, std::string_view key) const {
  simdjson::dom::object object;
  if (item.get(object) != simdjson::SUCCESS) fail(quoted(key) + " must hold objects");
  return object;
}

std::string JsonLine::text(simdjson::dom::object object, std::string_view key) const {
  const simdjson::dom::element found = find(object, key);
  return found.is_null() ? std::string() : as_text(found, key);
}

std::string JsonLine::id(simdjson::dom::object object, std::string_view key) const {
  const simdjson::dom::element found = find(object, key);
  if (found.is_int64() || found.is_uint64()) return simdjson::minify(found);
  return text(object, key);
}

std::uint32_t JsonLine::number(simdjson::dom::object object, std::string_view key) const {
  return as_number(find(object, key), key);
}

std::uint32_t JsonLine::as_number(simdjson::dom::element item, std::string_view key) const {
  std::uint64_t value = 0;
  if (item.get(value) != simdjson::SUCCESS) fail(quoted(key) + " must be a whole number");
  if (value > std::numeric_limits<std::uint32_t>::max()) fail(quoted(key) + " is too large");
  return static_cast<std::uint32_t>(value);
}

}  // namespace liaison
