#include "network/json_reader.h"

#include <functional>

#include <doctest/doctest.h>

using namespace liaison;

namespace {

/// What a line is refused with; empty if it is not.
std::string refusal(std::string_view line, const std::function<void(const JsonLine&)>& read = {}) {
  try {
    const JsonLine json(line, "f:3");
    if (read) read(json);
    return {};
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::bad_json);
    return error.what();
  }
}

}  // namespace

TEST_CASE("keys are looked up by what they should be") {
  const JsonLine line(R"( {"t": "a\nb", "n": 4294967295, "i": -7, "s": "x", "s": "y", "nil": null, "a": ["p", "q"],
                          "o": [{"k": "v"}, {}], "m": {"k": "w"}} )", "f:3");
  const auto root = line.root();
  CHECK(line.text(root, "t") == "a\nb");
  CHECK(line.text(root, "s") == "x");   // of a key that stands twice
  CHECK(line.text(root, "nil").empty());
  CHECK(line.text(root, "none").empty());
  CHECK(line.id(root, "t") == "a\nb");
  CHECK(line.id(root, "i") == "-7");
  CHECK(line.id(root, "none").empty());
  CHECK(line.number(root, "n") == 4294967295);
  CHECK(line.has(root, "a"));
  CHECK_FALSE(line.has(root, "nil"));
  CHECK_FALSE(line.has(root, "none"));
  std::string seen;
  line.each(root, "a", [&](auto item) { seen += line.as_text(item, "a"); });
  line.each_object(root, "o", [&](auto object) { seen += '(' + line.text(object, "k") + ')'; });
  line.in_object(root, "m", [&](auto object) { seen += line.text(object, "k"); });
  for (const char* key : {"nil", "none"}) {
    line.each(root, key, [&](auto) { seen += '!'; });
    line.each_object(root, key, [&](auto) { seen += '!'; });
    line.in_object(root, key, [&](auto) { seen += '!'; });
  }
  CHECK(seen == "pq(v)()w");
}

TEST_CASE("what is no JSON object is refused") {
  struct Case {
    std::string name, line, expected;
  };
  const std::string deep = std::string(5000, '[') + std::string(5000, ']'), deep_object = "{\"a\": " + deep + "}";
  const Case cases[] = {
      {"nothing", "", "f:3: not JSON"},
      {"blanks", "  \n", "f:3: not JSON"},
      {"cut off", R"({"a": "b)", "f:3: not JSON"},
      {"a word", "hello", "f:3: not JSON"},
      {"two of them", "{} {}", "f:3: not JSON"},
      {"bytes that are no text", "{\"a\": \"\xFF\"}", "f:3: not JSON"},
      {"a control character", "{\"a\": \"\x01\"}", "f:3: not JSON"},
      {"too deep", deep_object.c_str(), "f:3: not JSON"},
      {"a string", R"("a")", "f:3: not a JSON object"},
      {"a number", "7", "f:3: not a JSON object"},
      {"an array", "[{}]", "f:3: not a JSON object"},
      {"null", "null", "f:3: not a JSON object"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.name);
    CHECK(refusal(one.line).rfind(one.expected, 0) == 0);
  }
  CHECK(refusal(std::string_view("{}\0", 3)).rfind("f:3: not JSON", 0) == 0);
  CHECK(refusal("{}").empty());
}

TEST_CASE("a value of another kind is refused by the name of its key") {
  struct Case {
    std::string name, value, expected;
    std::function<void(const JsonLine&)> read;
  };
  const auto number = [](const JsonLine& line) { line.number(line.root(), "k"); };
  const auto text = [](const JsonLine& line) { line.text(line.root(), "k"); };
  const auto id = [](const JsonLine& line) { line.id(line.root(), "k"); };
  const auto each = [](const JsonLine& line) { line.each(line.root(), "k", [](auto) {}); };
  const auto objects = [](const JsonLine& line) { line.each_object(line.root(), "k", [](auto) {}); };
  const auto object = [](const JsonLine& line) { line.in_object(line.root(), "k", [](auto) {}); };
  const Case cases[] = {
      {"a number for a text", "7", "f:3: \"k\" must be a string", text},
      {"true for a text", "true", "f:3: \"k\" must be a string", text},
      {"a fraction for an id", "1.5", "f:3: \"k\" must be a string", id},
      {"a text for a number", "\"7\"", "f:3: \"k\" must be a whole number", number},
      {"a fraction", "1.5", "f:3: \"k\" must be a whole number", number},
      {"below zero", "-1", "f:3: \"k\" must be a whole number", number},
      {"null for a number", "null", "f:3: \"k\" must be a whole number", number},
      {"too large", "4294967296", "f:3: \"k\" is too large", number},
      {"far too large", "18446744073709551616", "f:3: not JSON", number},
      {"an object for an array", "{}", "f:3: \"k\" must be an array", each},
      {"texts for objects", "[\"a\"]", "f:3: \"k\" must hold objects", objects},
      {"an array for an object", "[]", "f:3: \"k\" must be an object", object},
  };
  for (const Case& one : cases) {
    CAPTURE(one.name);
    CHECK(refusal("{\"k\": " + std::string(one.value) + "}", one.read).rfind(one.expected, 0) == 0);
  }
}

TEST_CASE("a line cut off anywhere is refused") {
  const std::string line = R"({"id": "a\u00e9", "who": ["e1", {"x": -1.5e3}], "n": null, "t": true})";
  CHECK(refusal(line).empty());
  for (std::size_t size = 0; size < line.size(); ++size) {
    CAPTURE(size);
    CHECK_FALSE(refusal(line.substr(0, size)).empty());
  }
}
