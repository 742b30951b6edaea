#include "relations/quotations.h"

#include <doctest/doctest.h>

#include "printed.h"

namespace liaison {
namespace {

/// Who says the word `I` of a text, or the word `we`.
struct Case {
  std::string name, text, speaker;
};

template <std::size_t N>
void check_all(const Case (&cases)[N], std::string_view word) {
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CAPTURE(c.text);
    CHECK(PrintedText(c.text).quoted_speaker(word) == c.speaker);
  }
}

TEST_CASE("a speaker is told behind a quotation, before it, or behind the one before") {
  const Case cases[] = {
      // behind it
      {"a name and a verb", "\"I met Cook,\" Lee said.", "Lee"},
      {"a verb and a name", "\"I met Cook,\" said Lee.", "Lee"},
      {"the comma behind the mark", "\"I met Cook\", Lee said.", "Lee"},
      {"curly marks", "“I met Cook,” Lee said.", "Lee"},
      {"angled marks", "«I met Cook», Lee said.", "Lee"},
      {"a question", "\"Have I met Cook?\" Lee asked.", "Lee"},
      {"a title before a name", "\"I met Cook,\" said the former prime minister Lee.", "Lee"},
      {"a title before a name and a verb", "\"I met Cook,\" chief executive Lee said.", "Lee"},
      {"a body", "\"I have no comment,\" Samsung said.", "Samsung"},
      {"a quotation that goes on", "\"I met Cook,\" Lee said, \"and Musk.\"", "Lee"},
      {"several sentences", "\"It rained. I met Cook. We ate,\" Lee said.", "Lee"},
      {"a paragraph that goes on and opens anew", "“I met Cook.\n\n“It rained,” Lee said.", "Lee"},
      // before it
      {"a colon", "Lee said: \"I met Cook.\"", "Lee"},
      {"a comma", "Lee said, \"I met Cook.\"", "Lee"},
      {"an addressee", "Lee told reporters in Tokyo: \"I met Cook.\"", "Lee"},
      {"several sentences behind a colon", "Lee said: \"It rained. I met Cook.\"", "Lee"},
      {"a quotation left open at the end of the text", "Lee said: \"I met Cook.", "Lee"},
      {"a quotation left open at the end of its paragraph", "Lee told reporters last week: “I met Cook.\n\nIt rained in “Tokyo”, Musk said.", "Lee"},
      // behind the one before
      {"the next sentence", "\"It was short,\" Lee said. \"I liked Cook.\"", "Lee"},
      {"the next sentence, the verb first", "\"It was short,\" said Lee. \"I liked Cook.\"", "Lee"},
      {"the next sentences", "\"It was short,\" Lee said. \"It rained. I liked Cook.\"", "Lee"},
      {"what was said before, and before whom", "\"It was short,\" Lee told Musk. \"I liked Cook.\"", "Lee"},
  };
  check_all(cases, "I");
}

TEST_CASE("nobody is told to speak, or by no name") {
  const Case cases[] = {
      // no quotation
      {"no marks", "I met Cook, Lee said.", ""},
      {"behind a quotation", "\"It rained,\" Lee said, and I met Cook.", ""},
      {"an end alone", "I met Cook,\" Lee said.", ""},
      // no verb of saying, or no name
      {"nothing", "\"I met Cook.\"", ""},
      {"another verb", "\"I met Cook,\" Lee wept.", ""},
      {"a pronoun", "\"I met Cook,\" he said.", ""},
      {"a verb and a pronoun", "\"I met Cook,\" said he.", ""},
      {"a description", "\"I met Cook,\" said the driver.", ""},
      {"a description before a verb", "\"I met Cook,\" a driver said.", ""},
      {"a pronoun before it", "He said: \"I met Cook.\"", ""},
      {"a country", "\"I met Cook,\" said Japan.", ""},
      // a name that is not his
      {"whose he is", "\"I met Cook,\" said Lee's driver.", ""},
      {"of the next sentence", "\"I met Cook.\" Lee said so later.", ""},
      {"of the sentence before, without a quotation", "Lee said so. \"I met Cook.\"", ""},
      {"of the sentence before, who did not speak", "\"It was short.\" Lee left. \"I liked Cook.\"", ""},
      {"beyond a long title", "\"I met Cook,\" said a former senior adviser to the old board of Lee.", ""},
      {"before a quotation without a mark between", "Lee said \"I met Cook\" and left.", ""},
      {"a quotation inside a sentence, behind another", "\"It was short,\" Lee said. He liked \"I met Cook\" best.", ""},
  };
  check_all(cases, "I");
}

TEST_CASE("a quotation has an end within reach") {
  const auto text = [](int sentences) {
    std::string out = "\"I met Cook.";
    for (int i = 0; i < sentences; ++i) out += " It rained.";  // three tokens
    return out + " We ate,\" Lee said.";
  };
  CHECK(PrintedText(text(60)).quoted_speaker("I") == "Lee");
  CHECK(PrintedText(text(70)).quoted_speaker("I") == "");
  CHECK(PrintedText(text(60)).quoted_speaker("We") == "Lee");
  CHECK(PrintedText(text(70)).quoted_speaker("We") == "");
}

TEST_CASE("of two speakers the one behind the quotation goes before") {
  const Case cases[] = {
      {"one before it and one behind it", "Musk said, \"we met Cook,\" Lee said.", "Lee"},
      {"one before it and one of the sentence before", "\"It rained,\" Musk said. Lee said: \"we met Cook.\"", "Lee"},
      {"one behind it and one of the sentence before", "\"It rained,\" Musk said. \"we met Cook,\" Lee said.", "Lee"},
      {"nobody by name behind it", "Musk said, \"we met Cook,\" he said.", ""},
  };
  check_all(cases, "we");
}

}  // namespace
}  // namespace liaison
