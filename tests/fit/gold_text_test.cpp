// Marked texts: read, re-wrapped, and with typographic quotes, their spans keep to their names.
#include "gold_text.h"

#include <cstdio>
#include <fstream>

#include <doctest/doctest.h>

#include "liaison/error.h"

namespace liaison::fit {
namespace {

std::string marked(const GoldText& text) {
  std::string out;
  for (const GoldSpan& s : text.spans) out += (out.empty() ? "" : "|") + std::string(s.span.of(text.text));
  return out;
}

GoldText sample() {
  return {"\"It's late,\" said Ann Zorblatt\nof Norvane.", {{{18, 30}, symbols::person}, {{34, 41}, symbols::org}}};
}

TEST_CASE("gold is read line by line") {
  const std::string path = "gold_text_test.jsonl";
  std::ofstream(path) << R"({"text": "Ann met Bo.", "spans": [{"start": 8, "end": 10, "type": "PERSON"}, {"start": 0, "end": 3, "type": "PERSON"}]})"
                      << "\n\n" << R"({"text": "A role.", "spans": [{"start": 2, "end": 6, "type": "ROLE"}]})" << "\n";
  const std::vector<GoldText> texts = read_gold(path);
  std::remove(path.c_str());
  REQUIRE(texts.size() == 2);
  CHECK(marked(texts[0]) == "Ann|Bo");
  CHECK(texts[1].spans.empty());
  CHECK_THROWS_AS(read_gold("no such file"), Error);
}

TEST_CASE("lines are broken anew, and spans stay") {
  const GoldText narrow = rewrapped(sample(), 16);
  CHECK(narrow.text == "\"It's late,\"\nsaid Ann\nZorblatt of\nNorvane.");
  CHECK(marked(narrow) == "Ann\nZorblatt|Norvane");
  CHECK(rewrapped({"One.\n\nTwo.", {}}, 70).text == "One.\n\nTwo.");
}

TEST_CASE("quotes become typographic, and spans move along") {
  const GoldText curly = with_curly_quotes(sample());
  CHECK(curly.text == "“It’s late,” said Ann Zorblatt\nof Norvane.");
  CHECK(marked(curly) == "Ann Zorblatt|Norvane");
}

}  // namespace
}  // namespace liaison::fit
