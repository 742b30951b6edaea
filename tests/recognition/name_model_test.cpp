#include "recognition/name_model.h"

#include <doctest/doctest.h>

#include "liaison/pack.h"
#include "pack_contents.h"
#include "printed.h"
#include "text/tokenizer.h"

namespace liaison {
namespace {

constexpr const char* kWeights = R"(
kind given   given
kind name    surname
look "x"
before.2 honorific         60  -30    0    0    0
before.1 "x"                0    1    0    0    0
first    @caps            -10   10    0    0    0
first    given              7    0    0    0    0
first    honorific          1    0    0    0    0
last     @capitalised       3    0    0    0    0
last     ORG:strong         0    4    0    0    0
after2   @edge              0    0    9    0    0
hit      ORG:strong:1     -20   54    0    0    0
hit      ORG:strong:1       1    1    0    0    0
subtype  company:weak       0    5    0    0    0
length   2                 11    0    0    0    0
pair     given,name        20    0    0    0    0
place    other:start:2      0    0    0    8    0
listed   first:given:ORG:weak  0 0 0 0 6
cut      after:GPE          0    0  -12    0    0
document again:PERSON:3:1  30   31   32   33   34
)";

/// A pack whose names are weighed by the lines above.
std::shared_ptr<const Pack> weighed(const std::string& weights = kWeights) {
  PackBuilder::Result built = PackBuilder("xx", "1")
                                  .add({"words/honorific.txt", "mr\n"})
                                  .add({"words/given.txt", "ann\nmr\n"})
                                  .add({"words/surname.txt", "lee\n"})
                                  .add({"names/a.txt", "%type ORG\nAcme\n"})
                                  .add({"weights/names.txt", weights})
                                  .build();
  std::string all;
  for (const Diagnostic& d : built.diagnostics) all += to_string(d) + "\n";
  REQUIRE_MESSAGE(built.pack, all);
  return built.pack;
}

/// `60 -30 0 0 0`
std::string printed(const TypeScores& scores) {
  std::string out;
  for (std::size_t i = 0; i < kNameTypeCount; ++i) out += (out.empty() ? "" : " ") + std::to_string(scores.of[i]);
  return out;
}

/// What a word says in a position.
std::string token_scores(const Pack& pack, const std::string& word, Position position, std::uint16_t lists = 0) {
  const Pack::Contents& contents = pack.contents();
  std::vector<Token> tokens;
  std::vector<Hit> hits;
  WordLookUp words;
  const std::string text = "y " + word;
  tokenize(text, contents.orthography, tokens);
  words.run(text, contents.lexicon, contents.patterns, contents.gates, tokens, hits);
  const TokenTraits traits{words.class_set(1), tokens.at(1).flags, lists, symbols::none};
  UnknownRows unknown;
  WeighedToken out;
  contents.names.weigh(contents.lexicon, words, traits, unknown, out);
  // The features of the token, one by one, sum up to what the tables say.
  TypeScores sum;
  NameModel::each_feature(words.classes_of(contents.lexicon, 1), traits, position, [&](const Feature& feature) {
    for (const Weight& w : contents.names.weights())
      for (std::size_t i = 0; i < kNameTypeCount && w.feature == feature; ++i)
        sum.of[i] = static_cast<std::int16_t>(sum.of[i] + w.scores[i]);
  });
  CHECK(printed(sum) == printed(out.at(position)));
  return printed(out.at(position));
}

TEST_CASE("a token speaks by its classes, shape and lists, in each position") {
  auto pack = weighed();
  struct Case {
    std::string word;
    Position position;
    std::uint16_t lists;
    std::string expected;
  };
  const Case cases[] = {
      {"Mr", Position::before_two, 0, "60 -30 0 0 0"}, {"Mr", Position::before_one, 0, "0 0 0 0 0"},
      {"x", Position::before_one, 0, "0 1 0 0 0"},     {"Mr", Position::first, 0, "8 0 0 0 0"},
      {"Mr", Position::last, 0, "3 0 0 0 0"},          {"MR", Position::first, 0, "-2 10 0 0 0"},
      {"Ann", Position::first, 0, "7 0 0 0 0"},        {"ACME", Position::first, 0, "-10 10 0 0 0"},
      {"Other", Position::first, 0, "0 0 0 0 0"},      {"Other", Position::last, 0, "3 0 0 0 0"},
      {"other", Position::last, 0, "0 0 0 0 0"},       {"other", Position::last, 1 << 2, "0 4 0 0 0"},
      {"other", Position::last, 1 << 3, "0 0 0 0 0"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.word);
    CHECK(token_scores(*pack, c.word, c.position, c.lists) == c.expected);
  }
}

TEST_CASE("a candidate speaks by its entry, its length, its kinds and the document") {
  auto pack = weighed();
  const NameModel& model = pack->contents().names;
  using Kind = Feature::Kind;
  CHECK(printed(model.edge().at(Position::after2)) == "0 0 9 0 0");
  CHECK(printed(model.edge().at(Position::before2)) == "0 0 0 0 0");
  CHECK(printed(model.of({Kind::hit, 0, 2, 1})) == "-19 55 0 0 0");
  CHECK(printed(model.of({Kind::hit, 0, 2, 2})) == "0 0 0 0 0");
  CHECK(printed(model.of_subtype(pack->symbol("company"), true)) == "0 5 0 0 0");
  CHECK(printed(model.of_subtype(pack->symbol("company"), false)) == "0 0 0 0 0");
  CHECK(printed(model.of({Kind::length, 0, 2})) == "11 0 0 0 0");
  CHECK(printed(model.of({Kind::pair, 0, 1, 2})) == "20 0 0 0 0");
  CHECK(printed(model.of({Kind::pair, 0, 2, 1})) == "0 0 0 0 0");
  CHECK(printed(model.of({Kind::place, 0, kKindCount - 1, 1, 1})) == "0 0 0 8 0");
  CHECK(printed(model.of({Kind::listed, 0, 1, 1, 4})) == "0 0 0 0 6");
  CHECK(printed(model.of({Kind::cut, 0, 1, 2})) == "0 0 -12 0 0");
  CHECK(printed(model.of({Kind::document, 0, 0, 0, 3})) == "30 31 32 33 34");
  CHECK(printed(model.of({Kind::document, 0, 0, 0, 2})) == "0 0 0 0 0");
  CHECK(printed(model.of({Kind::document, 0, 999, 0, 2})) == "0 0 0 0 0");
}

TEST_CASE("a feature is written as it is read") {
  auto pack = weighed();
  std::string all;
  for (const Weight& w : pack->contents().names.weights())
    if (w.feature.kind != Feature::Kind::kind) all += pack->contents().names.text_of(w.feature) + "\n";
  CHECK(all == R"(before.2 honorific
before.1 "x"
first @caps
first given
first honorific
last @capitalised
last ORG:strong
after2 @edge
hit ORG:strong:1
hit ORG:strong:1
subtype company:weak
length 2
pair given,name
place other:start:2
listed first:given:ORG:weak
cut after:GPE
document again:PERSON:3:1
)");
}

TEST_CASE("without weights nothing speaks") {
  auto pack = weighed("");
  CHECK(token_scores(*pack, "Mr", Position::before_two) == "0 0 0 0 0");
  CHECK(printed(pack->contents().names.of({Feature::Kind::hit, 0, 2, 1})) == "0 0 0 0 0");
}

}  // namespace
}  // namespace liaison
