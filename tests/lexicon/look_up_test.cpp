#include "lexicon/look_up.h"

#include <array>
#include <random>
#include <set>

#include <doctest/doctest.h>

#include "small_lexicon.h"

namespace liaison {
namespace {

TEST_CASE("names and phrases are found by their words and their case") {
  SmallLexicon small;
  small.words("role", "chief executive\nCFO ; case=upper\n").words("cue", "chief executive officer\n");
  small.names("%type ORG\nAcme | Acme Rocket Works\nIT\n~Target\neBay\nÉlan\n3M\nYahoo!\nAT&T\n").open();
  struct Case {
    std::string name, text, expected;
  };
  const Case cases[] = {
      {"longer before shorter", "the Acme Rocket Works", "ORG Acme Rocket Works, ORG Acme"},
      {"part of a longer one", "Acme Rocket", "ORG Acme"},
      {"small letters are no name", "acme", ""},
      {"all capitals are", "ACME", "ORG ACME"},
      {"short capitals only as capitals", "IT and It and it", "ORG IT"},
      {"weak", "Target", "ORG~ Target"},
      {"inner capital", "eBay, Ebay, ebay", "ORG eBay, ORG Ebay"},
      {"without its accent", "Elan", "ORG Elan"},
      {"digit and marks", "3M, Yahoo! and AT&T's", "ORG 3M, ORG Yahoo!, ORG AT&T"},
      {"not over a paragraph", "Acme Rocket\n\nWorks", "ORG Acme"},
      {"over a line break", "Acme Rocket\nWorks", "ORG Acme Rocket\nWorks, ORG Acme"},
      {"a phrase in any case", "Chief EXECUTIVE", "role Chief EXECUTIVE"},
      {"of several classes", "the chief executive officer", "cue chief executive officer, role chief executive"},
      {"a word only in capitals", "CFO, Cfo, cfo", "role CFO"},
      {"side by side", "Acme IT eBay", "ORG Acme, ORG IT, ORG eBay"},
      {"nothing known", "They met.", ""},
      {"nothing", "", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(small.hits_in(c.text) == c.expected);
  }
}

TEST_CASE("each token leads to the hits that begin at it") {
  SmallLexicon small;
  small.names("%type ORG\nAcme | Acme Rocket\nRocket\n").open();
  std::vector<Token> tokens = small.look_up_tokens("the Acme Rocket flew");
  std::string out;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    auto [first, last] = small.look_up.hits_at(i);
    out += "(";
    for (; first < last; ++first) out += std::to_string(small.hits[first].length);
    out += ")";
  }
  CHECK(out == "()(21)(1)()");
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
  SmallLexicon small;
  small.names(list).open();
  for (int round = 0; round < 200; ++round) {
    std::string text = phrase(12), expected;
    for (std::size_t at = 0; at < text.size(); at += 3)
      for (std::size_t words = 12; words > 0; --words) {
        std::string part = text.substr(at, 3 * words - 1);
        if (part.size() != 3 * words - 1 || std::find(names.begin(), names.end(), part) == names.end()) continue;
        expected += (expected.empty() ? "" : ", ") + ("ORG " + part);
      }
    REQUIRE(small.hits_in(text) == expected);
  }
}

TEST_CASE("unknown words are numbered in each document and have the classes of patterns") {
  SmallLexicon small;
  small.words("ending", "/ing$/\n").words("doubled", "/(bb|ss)/\n").words("role", "boss\nchief\n").open();
  CHECK(small.classes_in("frobbing Boss frob chief") == "frobbing{ending doubled} Boss{doubled role} frob{} chief{role}");
  std::vector<Token> tokens = small.look_up_tokens("frobbing frob FROBBING chief");
  CHECK(tokens[0].word == kFirstUnknownWord);
  CHECK(tokens[1].word == kFirstUnknownWord + 1);
  CHECK(tokens[2].word == tokens[0].word);
  CHECK(tokens[3].word == small.lexicon.find("chief"));
  CHECK(small.look_up.text(small.lexicon, tokens[2].word) == "frobbing");
  CHECK(small.look_up.text(small.lexicon, tokens[3].word) == "chief");
  // The next document counts anew, whatever is remembered of the last.
  CHECK(small.look_up_tokens("frob")[0].word == kFirstUnknownWord);
  CHECK(small.look_up_tokens("other frobbing")[1].word == kFirstUnknownWord + 1);
}

TEST_CASE("what is remembered of a word belongs to the patterns of its lexicon") {
  SmallLexicon one, other;
  one.words("ending", "/ing$/\n").open();
  other.words("beginning", "/^fr/\n").open();
  CHECK(one.classes_in("frobbing") == "frobbing{ending}");
  WordLookUp shared = std::move(one.look_up);
  other.look_up = std::move(shared);
  CHECK(other.classes_in("frobbing") == "frobbing{beginning}");
}

TEST_CASE("a word of any length, in any case and at any place of a text, is itself") {
  SmallLexicon small;
  std::string list;
  for (std::size_t length = 1; length <= 40; ++length) list += std::string(length, 'k') + "\n" + std::string(length - 1, 'k') + "q\n";
  small.words("known", list).open();
  ClassId known = small.lexicon.find_class("known");
  for (std::size_t length = 1; length <= 40; ++length)
    for (const std::string last : {"k", "q", "K", "x"}) {
      const std::string word = std::string(length - 1, 'k') + last, folded = std::string(length - 1, 'k') + (last == "K" ? "k" : last);
      // At the end of a text, far from it, and once more, when it was met.
      for (const std::string& text : {word, word + " and many more words behind it", word + " " + word}) {
        CAPTURE(text);
        const WordId id = small.look_up_tokens(text)[0].word;
        CHECK(small.look_up.text(small.lexicon, id) == folded);
        CHECK(small.look_up.classes(small.lexicon, id).has(known) == (last != "x"));
      }
    }
}

TEST_CASE("a word with more words behind it than can be told apart at a glance begins them all") {
  SmallLexicon small;
  std::string list = "%type ORG\n", text, expected;
  for (int i = 0; i < 100; ++i) {
    list += "Acme Part" + std::to_string(i) + "\n";
    text += "Acme Part" + std::to_string(i) + " ";
    expected += (i == 0 ? "ORG Acme Part" : ", ORG Acme Part") + std::to_string(i);
  }
  small.names(list + "Zorb One\n").open();
  CHECK(small.hits_in(text) == expected);
  CHECK(small.hits_in("Zorb Part1 Zorb One Acme One Zorb") == "ORG Zorb One");
}

TEST_CASE("more unknown words than are remembered") {
  SmallLexicon small;
  small.words("ending", "/7$/\n").open();
  for (int round = 0; round < 2; ++round) {
    std::string text;
    for (int i = 0; i < 70000; ++i) text += "w" + std::to_string(i) + " ";
    std::vector<Token> tokens = small.look_up_tokens(text);
    REQUIRE(tokens.size() == 70000);
    ClassId ending = small.lexicon.find_class("ending");
    std::set<WordId> ids;
    std::size_t right = 0;
    for (const Token& token : tokens) {
      ids.insert(token.word);
      right += small.look_up.classes(small.lexicon, token.word).has(ending) == token.of(text).ends_with('7');
    }
    CHECK(ids.size() == 70000);
    CHECK(right == 70000);
  }
}

TEST_CASE("what was met of one lexicon is not told of another") {
  SmallLexicon one, other;
  one.names("%type ORG\nAcme\n").open();
  other.names("%type PERSON\nJane Roe\n").open();
  const std::string text = "Acme named Jane Roe. Acme named Jane Roe.";
  std::string long_text;  // many more words than are remembered at hand
  for (int i = 0; i < 30'000; ++i) long_text += "word" + std::to_string(i) + " ";
  CHECK(one.hits_in(text) == "ORG Acme, ORG Acme");
  CHECK(one.hits_in(long_text).empty());
  CHECK(one.hits_in(long_text + text) == "ORG Acme, ORG Acme");
  other.look_up = std::move(one.look_up);
  CHECK(other.hits_in(text) == "PERSON Jane Roe, PERSON Jane Roe");
}

TEST_CASE("tokens open the gates of their classes and of the phrases that they begin") {
  SmallLexicon small;
  small.words("role", "president\nchief executive\n").words("day", "monday\n").words("pattern", "/^xq/\n").open();
  ClassSet roles, days;
  roles.add(small.lexicon.find_class("role"));
  days.add(small.lexicon.find_class("day"));
  days.add(small.lexicon.find_class("pattern"));
  const std::string text = "president chief executive Monday executive xqa xqa";
  std::vector<Token> tokens;
  tokenize(text, sample_orthography(), tokens);
  small.look_up.run(text, small.lexicon, small.patterns, ClassGates(small.lexicon, std::array{roles, days}), tokens, small.hits);
  const std::vector<int> expected{1, 1, 0, 2, 0, 2, 2};
  for (std::uint32_t i = 0; i < tokens.size(); ++i) CHECK(small.look_up.gates(i) == expected[i]);
  CHECK(small.look_up.gates(0, 4) == 3);
  CHECK(small.look_up.gates(2, 3) == 0);
  // What was met opens other gates where others are asked for.
  small.look_up.run(text, small.lexicon, small.patterns, ClassGates(small.lexicon, std::array{days, roles}), tokens, small.hits);
  CHECK(small.look_up.gates(3) == 1);
  CHECK(small.look_up.gates(0) == 2);
}

}  // namespace
}  // namespace liaison
