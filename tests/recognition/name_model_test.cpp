#include "recognition/name_model.h"

#include <doctest/doctest.h>

#include "liaison/pack.h"
#include "pack_contents.h"
#include "text/tokenizer.h"

namespace liaison {
namespace {

constexpr const char* kWeights = R"(
before   honorific          60  -30    0    0    0
first    @caps             -10   10    0    0    0
first    given               7    0    0    0    0
first    honorific           1    0    0    0    0
last     @capitalised        3    0    0    0    0
hit      ORG:strong        -20   54    0    0    0
hit      ORG:weak            0    5    0    0    0
hit      longer              2    2    2    2    2
length   2                  11    0    0    0    0
length   4                   0   12    0    0    0
pair     given,surname      20    0    0    0    0
document again              30   31   32   33   34
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
  for (std::int32_t score : scores.of) out += (out.empty() ? "" : " ") + std::to_string(score);
  return out;
}

/// What a word says in a position.
std::string token_scores(const Pack& pack, const std::string& word, Position position) {
  const Pack::Contents& contents = pack.contents();
  std::vector<Token> tokens;
  std::vector<Hit> hits;
  WordLookUp words;
  tokenize("x " + word, contents.orthography, tokens);
  words.run("x " + word, contents.lexicon, contents.patterns, tokens, hits);
  TokenScores scores = contents.names.token(contents.lexicon, words, tokens.at(1), symbols::none);
  TypeScores out;
  for (std::size_t i = 0; i < kNameTypeCount; ++i) out.of[i] = scores.of[static_cast<std::size_t>(position) * kNameTypeCount + i];
  // What explains the scores sums up to them.
  TypeScores sum;
  for (const NameFeature& f : contents.names.token_features(position, contents.lexicon, words, tokens.at(1), symbols::none)) sum += f.scores;
  CHECK(printed(sum) == printed(out));
  return printed(out);
}

TEST_CASE("a token speaks by its classes and its shape, in each position") {
  auto pack = weighed();
  struct Case {
    std::string word;
    Position position;
    std::string expected;
  };
  const Case cases[] = {
      {"Mr", Position::before, "60 -30 0 0 0"}, {"Mr", Position::first, "8 0 0 0 0"},    {"Mr", Position::last, "3 0 0 0 0"},
      {"MR", Position::first, "-2 10 0 0 0"},   {"Ann", Position::first, "7 0 0 0 0"},   {"ACME", Position::first, "-10 10 0 0 0"},
      {"Other", Position::first, "0 0 0 0 0"},  {"Other", Position::last, "3 0 0 0 0"},  {"other", Position::last, "0 0 0 0 0"},
      {"Mr", Position::after, "0 0 0 0 0"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.word);
    CAPTURE(to_string(c.position));
    CHECK(token_scores(*pack, c.word, c.position) == c.expected);
  }
}

TEST_CASE("a candidate speaks by its entry, its length, and its ends together") {
  auto pack = weighed();
  const Pack::Contents& contents = pack->contents();
  const NameModel& model = contents.names;
  const NamedEntity& acme = contents.lexicon.entities()[0];
  CHECK(printed(model.hit(acme, false)) == "-20 54 0 0 0");
  CHECK(printed(model.hit(acme, true)) == "0 5 0 0 0");
  CHECK(printed(model.longer()) == "2 2 2 2 2");
  CHECK(printed(model.length(1)) == "0 0 0 0 0");
  CHECK(printed(model.length(2)) == "11 0 0 0 0");
  CHECK(printed(model.length(9)) == printed(model.length(4)));
  CHECK(printed(model.length(4)) == "0 12 0 0 0");
  auto classes = [&](const char* word) { return contents.lexicon.classes(contents.lexicon.find(word)); };
  CHECK(printed(model.pair(classes("ann"), classes("lee"))) == "20 0 0 0 0");
  CHECK(printed(model.pair(classes("lee"), classes("ann"))) == "0 0 0 0 0");
  CHECK(model.document(DocumentEvidence::again, 0) == 30);
  CHECK(model.document(DocumentEvidence::again, 4) == 34);
  CHECK(model.document(DocumentEvidence::part, 0) == 0);
}

TEST_CASE("without weights nothing speaks") {
  auto pack = weighed("");
  CHECK(token_scores(*pack, "Mr", Position::before) == "0 0 0 0 0");
  CHECK(printed(pack->contents().names.hit(pack->contents().lexicon.entities()[0], false)) == "0 0 0 0 0");
}

}  // namespace
}  // namespace liaison
