// Reads one line of JSON, with errors that name the key.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include <simdjson.h>

#include "liaison/error.h"

namespace liaison {

/// One JSON object on a line. Lookups throw Error{bad_json} that names the key; of a key that stands twice, the
/// first counts. Valid as long as no other line is parsed by the same thread.
class JsonLine {
 public:
  /// Throws Error{bad_json} unless `line` is one JSON object.
  JsonLine(std::string_view line, std::string where);

  simdjson::dom::object root() const { return root_; }
  [[noreturn]] void fail(const std::string& what) const { throw Error(ErrorCode::bad_json, where_, what); }

  bool has(simdjson::dom::object object, std::string_view key) const;
  /// A string; empty where the key is absent or null.
  std::string text(simdjson::dom::object object, std::string_view key) const;
  /// A string or an integer, as a string.
  std::string id(simdjson::dom::object object, std::string_view key) const;
  /// A whole number below 2^32. Requires the key.
  std::uint32_t number(simdjson::dom::object object, std::string_view key) const;

  /// True or false; false where the key is absent or null.
  bool flag(simdjson::dom::object object, std::string_view key) const;

  /// Calls `visit(dom::object)` with the object of a key; not where the key is absent or null.
  template <class Visit>
  void in_object(simdjson::dom::object object, std::string_view key, const Visit& visit) const {
    const simdjson::dom::element found = find(object, key);
    if (found.is_null()) return;
    simdjson::dom::object inner;
    if (found.get(inner) != simdjson::SUCCESS) fail(quoted(key) + " must be an object");
    visit(inner);
  }

  /// Calls `visit(dom::element)` for each item of an array; for none where the key is absent or null.
  template <class Visit>
  void each(simdjson::dom::object object, std::string_view key, const Visit& visit) const {
    const simdjson::dom::element found = find(object, key);
    if (found.is_null()) return;
    simdjson::dom::array array;
    if (found.get(array) != simdjson::SUCCESS) fail(quoted(key) + " must be an array");
    for (const simdjson::dom::element item : array) visit(item);
  }

  /// The same for an array of objects.
  template <class Visit>
  void each_object(simdjson::dom::object object, std::string_view key, const Visit& visit) const {
    each(object, key, [&](simdjson::dom::element item) { visit(as_object(item, key)); });
  }

  simdjson::dom::object as_object(simdjson::dom::element item, std::string_view key) const;
  std::string as_text(simdjson::dom::element item, std::string_view key) const;
  std::uint32_t as_number(simdjson::dom::element item, std::string_view key) const;
  static std::string quoted(std::string_view key) { return '"' + std::string(key) + '"'; }

 private:
  /// The value of a key, or the null element.
  simdjson::dom::element find(simdjson::dom::object object, std::string_view key) const;

  std::string where_;
  simdjson::dom::object root_;
};

}  // namespace liaison
