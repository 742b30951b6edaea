#include "network/json_writer.h"

#include <random>

#include <doctest/doctest.h>
#include <simdjson.h>

using namespace liaison;

TEST_CASE("values, keys and commas") {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.field("a", "x").field("b", std::uint32_t{7}).key("c").null();
  json.key("d").begin_array().value("y").value(0u).begin_array().end_array().begin_object().end_object().end_array();
  json.key("e").begin_object().key("f").raw(R"({"g":[1.5]})").end_object();
  json.key(std::string_view("h \"i\"")).value(4294967295u);
  json.end_object();
  CHECK(out == R"({"a": "x", "b": 7, "c": null, "d": ["y", 0, [], {}], "e": {"f": {"g":[1.5]}}, "h \"i\"": 4294967295})");
}

TEST_CASE("text is escaped as far as JSON asks for it, and made valid") {
  struct Case {
    std::string name;
    std::string text;
    std::string expected;
  };
  const Case cases[] = {
      {"nothing", "", R"("")"},
      {"plain", "Lee & <Ma>/'x'", R"("Lee & <Ma>/'x'")"},
      {"quotation mark and backslash", R"("a\b")", R"("\"a\\b\"")"},
      {"line ends and tab", "a\nb\r\tc", R"("a\nb\r\tc")"},
      {"controls", std::string("\0\x01\x1F", 3), R"("\u0000\u0001\u001f")"},
      {"DEL and line separator stay", "\x7F\xE2\x80\xA8", "\"\x7F\xE2\x80\xA8\""},
      {"beyond ASCII", "Jürgen 😀", "\"Jürgen 😀\""},
      {"bytes that are none", "a\xFF\xE2\x80", "\"a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\""},
      {"a surrogate", "\xED\xA0\x80", "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\""},
      {"a blank at the end", "a ", R"("a ")"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.name);
    std::string out;
    JsonWriter(out).value(one.text);
    CHECK(out == one.expected);
  }
}

TEST_CASE("each byte is escaped or not, wherever it stands") {
  for (int byte = 0; byte < 0x80; ++byte)
    for (std::size_t at = 0; at < 19; ++at) {
      std::string text(19, 'x'), out, alone;
      text[at] = static_cast<char>(byte);
      JsonWriter(out).value(text);
      JsonWriter(alone).value(text.substr(at, 1));
      REQUIRE(out == '"' + std::string(at, 'x') + alone.substr(1, alone.size() - 2) + std::string(18 - at, 'x') + '"');
    }
}

TEST_CASE("whatever the bytes, another reader reads them as valid text") {
  std::mt19937 random(7);
  simdjson::dom::parser parser;
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (auto n = random() % 12; n > 0; --n) text += static_cast<char>(random() % 3 ? random() % 256 : "\"\\ \n{[,"[random() % 7]);
    std::string out;
    JsonWriter(out).begin_array().value(text).value(text).end_array();
    CAPTURE(text);
    const simdjson::padded_string padded(out);
    simdjson::dom::array read;
    REQUIRE(parser.parse(padded).get(read) == simdjson::SUCCESS);
    REQUIRE(read.size() == 2);
    std::string_view second;
    REQUIRE(read.at(1).get(second) == simdjson::SUCCESS);
    CHECK(second == valid_utf8(text));
  }
}
