#include <cstring>
#include <memory>
#include <random>

#include <doctest/doctest.h>

#include "lexicon/lexicon_builder.h"
#include "lexicon/look_up.h"
#include "liaison/error.h"
#include "text/tokenizer.h"

namespace liaison {
namespace {

/// A small lexicon and its bytes.
class Small {
 public:
  Small(const std::string& names, const std::vector<std::pair<std::string, std::string>>& words = {}) {
    LexiconBuilder builder(strings_, symbols_);
    std::vector<Diagnostic> diagnostics;
    for (const auto& [name, text] : words) builder.add_words(name, read_word_list(text, name, diagnostics));
    builder.add_names(read_name_list(names, "n.txt", diagnostics), "n.txt");
    builder.find_class("role[kind=title]");
    ImageBuilder image;
    builder.build(image);
    image.add(SectionId::strings, strings_.bytes());
    std::string bytes = image.build();
    bytes_.resize(bytes.size() / 8 + 1);
    std::memcpy(bytes_.data(), bytes.data(), bytes.size());
    lexicon = Lexicon(Image({reinterpret_cast<const char*>(bytes_.data()), bytes.size()}, "test"));
    patterns = WordPatterns(lexicon);
  }

  /// What is found in a text: "ORG Acme Corp, role chief executive".
  std::string hits(const std::string& text) {
    std::vector<Token> tokens;
    std::vector<Hit> found;
    tokenize(text, {}, tokens);
    look_up.run(text, lexicon, patterns, tokens, found);
    std::string out;
    for (const Hit& hit : found) {
      const Entry& entry = lexicon.entries()[hit.entry];
      std::string what(entry.type ? std::string_view(symbols_.names()[entry.type.id])
                                  : lexicon.class_name(static_cast<ClassId>(entry.word_class)));
      Span span{tokens[hit.first].start, tokens[hit.first + hit.length - 1].end};
      out += (out.empty() ? "" : ", ") + what + (entry.weak ? "~ " : " ") + std::string(span.of(text));
    }
    return out;
  }

  Lexicon lexicon;
  WordPatterns patterns;
  WordLookUp look_up;

 private:
  StringsBuilder strings_;
  SymbolsBuilder symbols_;
  std::vector<std::uint64_t> bytes_;
};

TEST_CASE("names are found by their words and their case") {
  Small small("%type ORG\nAcme | Acme Rocket Works\nIT\n~Target\neBay\nÉlan\n", {{"role", "chief executive\n"}});
  struct Case {
    const char *name, *text, *expected;
  };
  const Case cases[] = {
      {"longer before shorter", "the Acme Rocket Works", "ORG Acme Rocket Works, ORG Acme"},
      {"small letters are no name", "acme", ""},
      {"all capitals are", "ACME", "ORG ACME"},
      {"short capitals only as capitals", "IT and It and it", "ORG IT"},
      {"weak", "Target", "ORG~ Target"},
      {"inner capital", "eBay, Ebay, ebay", "ORG eBay, ORG Ebay"},
      {"without its accent", "Elan", "ORG Elan"},
      {"not over a paragraph", "Acme Rocket\n\nWorks", "ORG Acme"},
      {"over a line break", "Acme Rocket\nWorks", "ORG Acme Rocket\nWorks, ORG Acme"},
      {"a phrase in any case", "Chief executive", "role Chief executive"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(small.hits(c.text) == c.expected);
  }
}

TEST_CASE("classes, their parts by attribute, and patterns") {
  Small small("%type ORG\nAcme\n", {{"role", "president ; kind=title,office gender=m\nanalyst ; kind=office\n"}, {"ending", "/ing$/\n"}});
  const Lexicon& lexicon = small.lexicon;
  ClassId role = lexicon.find_class("role"), title = lexicon.find_class("role[kind=title]"), ending = lexicon.find_class("ending");
  WordId president = lexicon.find("president"), analyst = lexicon.find("analyst");
  CHECK(lexicon.classes(president).has(role));
  CHECK(lexicon.classes(president).has(title));
  CHECK(lexicon.classes(analyst).has(role));
  CHECK(!lexicon.classes(analyst).has(title));
  CHECK(lexicon.attribute(president, role, symbols::gender) == "m");
  CHECK(lexicon.attribute(analyst, role, symbols::gender).empty());
  CHECK(lexicon.find_class("nothing") == ClassId::none);
  std::string text = "frobbing frob frobbing";
  std::vector<Token> tokens;
  std::vector<Hit> hits;
  tokenize(text, {}, tokens);
  small.look_up.run(text, lexicon, small.patterns, tokens, hits);
  CHECK(tokens[0].word >= kFirstUnknownWord);
  CHECK(tokens[0].word == tokens[2].word);
  CHECK(tokens[0].word != tokens[1].word);
  CHECK(small.look_up.classes(lexicon, tokens[0].word).has(ending));
  CHECK(!small.look_up.classes(lexicon, tokens[1].word).has(ending));
  CHECK(small.look_up.text(lexicon, tokens[0].word) == "frobbing");
}

TEST_CASE("the trie finds what a naive search finds") {
  std::mt19937 random(3);
  auto phrase = [&](std::size_t words) {
    std::string out;
    for (std::size_t i = 0; i < words; ++i) out += (i ? " " : "") + std::string(1, static_cast<char>('A' + random() % 4)) + "x";
    return out;
  };
  std::vector<std::string> names;
  std::string list = "%type ORG\n";
  for (int i = 0; i < 60; ++i) {
    names.push_back(phrase(1 + random() % 4));
    list += names.back() + "\n";
  }
  Small small(list);
  for (int round = 0; round < 200; ++round) {
    std::string text = phrase(12), expected;
    for (std::size_t at = 0; at < text.size(); at += 3)
      for (std::size_t words = 12; words > 0; --words) {
        std::string part = text.substr(at, 3 * words - 1);
        if (part.size() != 3 * words - 1 || std::find(names.begin(), names.end(), part) == names.end()) continue;
        expected += (expected.empty() ? "" : ", ") + ("ORG " + part);
      }
    REQUIRE(small.hits(text) == expected);
  }
}

TEST_CASE("an image that is none is refused") {
  std::vector<std::uint64_t> room(64);
  auto view = [&](std::size_t size) { return std::string_view(reinterpret_cast<const char*>(room.data()), size); };
  CHECK_THROWS_AS(Image(view(0), "x"), Error);
  CHECK_THROWS_AS(Image(view(200), "x"), Error);
  ImageBuilder builder;
  builder.add(SectionId::strings, "some bytes");
  std::string bytes = builder.build();
  std::memcpy(room.data(), bytes.data(), bytes.size());
  CHECK_NOTHROW(Image(view(bytes.size()), "x"));
  CHECK(Image(view(bytes.size()), "x").section(SectionId::strings) == "some bytes");
  CHECK(Image(view(bytes.size()), "x").section(SectionId::rules).empty());
  CHECK(Image(view(bytes.size()), "x").verify());
  CHECK_THROWS_AS(Image(view(bytes.size() - 1), "x"), Error);
  reinterpret_cast<char*>(room.data())[8] ^= 1;  // the version
  CHECK_THROWS_AS(Image(view(bytes.size()), "x"), Error);
}

}  // namespace
}  // namespace liaison
