#include "recognition/weights_file.h"

#include <doctest/doctest.h>

namespace liaison {
namespace {

/// A reader of weights, with a lexicon of three classes.
struct Desk {
  StringsBuilder strings;
  SymbolsBuilder symbols;
  LexiconBuilder lexicon{strings, symbols};
  std::vector<Diagnostic> diagnostics;
  WeightsReader reader{lexicon, symbols, diagnostics};

  Desk() {
    lexicon.add_phrase(lexicon.word_class("honorific"), "mr");
    lexicon.add_phrase(lexicon.word_class("given"), "ann");
    lexicon.add_phrase(lexicon.word_class("surname"), "lee");
    reader.know({"listed_body"});
  }

  std::string text_of(const Feature& feature) const {
    return feature_text(
        feature, reader.names(), [&](ClassId id) { return lexicon.class_names()[static_cast<std::size_t>(id)]; },
        [&](Symbol symbol) { return symbols.names()[symbol.id]; });
  }
};

TEST_CASE("a feature is read as it is written") {
  const std::string lines[] = {
      "before.2 honorific", "after.3 \"x\"", "first @caps", "only @free", "last ORG:weak", "inside ROLE", "after2 @edge",
      "length 6", "hit PERSON:weak:3", "subtype company:strong", "body ORG:weak", "cut before:LOC", "rule listed_body",
      "pair given,surname", "enter edge,given", "leave given,other", "ahead other,given", "behind given,edge",
      "around given,surname:2", "place given:headline:2", "listed after:given:none", "listed first:given:several:strong",
      "listed before:other:GPE:weak", "document acronym:ORG:4:2",
  };
  for (const std::string& line : lines) {
    CAPTURE(line);
    Desk desk;
    desk.reader.read("kind given given\nkind surname surname @initial\n" + line + " +1 -2 0 0 400  # why\n", "w.txt");
    for (const Diagnostic& d : desk.diagnostics) FAIL_CHECK(to_string(d));
    REQUIRE(desk.reader.weights().size() == 4);  // behind the three tests of the kinds
    const Weight& read = desk.reader.weights().back();
    CHECK(desk.text_of(read.feature) == line);
    CHECK(read.scores == std::array<std::int16_t, kNameTypeCount>{1, -2, 0, 0, 400});
  }
}

TEST_CASE("a line that cannot be read is told and left out, and the others are read") {
  struct Case {
    std::string line, told;
  };
  const Case cases[] = {
      {"frist @caps 1 0 0 0 0", "w.txt:1:1: error: unknown position `frist`"},
      {"first", "w.txt:1:1: error: a feature is missing here"},
      {"first @cpas 1 0 0 0 0", "w.txt:1:7: error: unknown shape `@cpas`"},
      {"first honorifc 1 0 0 0 0", "w.txt:1:7: error: there is no class or type `honorifc`"},
      {"first \"a b\" 1 0 0 0 0", "w.txt:1:7: error: there is no class or type `\"a`"},
      {"first ORG:sure 1 0 0 0 0", "w.txt:1:7: error: a list is written TYPE:strong or TYPE:weak"},
      {"first @caps 1 0 0 0", "w.txt:1:7: error: five whole numbers belong behind the feature"},
      {"first @caps 1 0 0 0 401", "w.txt:1:7: error: five whole numbers belong behind the feature"},
      {"first @caps 1 0 0 0 0 9", "w.txt:1:23: error: five whole numbers belong behind the feature"},
      {"first @caps 0 0 0 0 0", "w.txt:1:7: warning: this feature decides nothing"},
      {"hit ORG:strong:4 1 0 0 0 0", "w.txt:1:5: error: a hit is written"},
      {"rule listed_bdy 1 0 0 0 0", "w.txt:1:6: error: no rule gives the feature `listed_bdy`"},
      {"pair given,surname 1 0 0 0 0", "w.txt:1:6: error: there is no kind `given`"},
      {"document agian:ORG:1:1 1 0 0 0 0", "w.txt:1:10: error: unknown evidence of the document `agian`"},
      {"kind given", "w.txt:1:1: error: a kind has a name and a test"},
      {"kind given givn", "w.txt:1:12: error: there is no class or type `givn`"},
      {"look givn", "w.txt:1:6: error: there is no class or type `givn`"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.line);
    Desk desk;
    desk.reader.read(c.line + "\n\n# a comment\nlength 2 1 0 0 0 0\n", "w.txt");
    REQUIRE(desk.diagnostics.size() == 1);
    CAPTURE(to_string(desk.diagnostics[0]));
    CHECK(to_string(desk.diagnostics[0]).starts_with(c.told));
    REQUIRE_FALSE(desk.reader.weights().empty());
    CHECK(desk.text_of(desk.reader.weights().back().feature) == "length 2");
  }
}

TEST_CASE("a file tells its kinds, and the classes that the fitting looks at") {
  const char* const file = "kind given given  # first names\nlook honorific word\nfirst @caps 1 0 0 0 0\nkind surname surname\nlook \"x\"\n";
  CHECK(kinds_of(file).kinds == std::vector<std::string>{"edge", "given", "surname"});
  CHECK(looked_at(file) == std::vector<std::string>{"honorific", "word", "\"x\""});
  CHECK(kinds_of("").kinds == std::vector<std::string>{"edge"});
  CHECK(looked_at("").empty());
}

}  // namespace
}  // namespace liaison
