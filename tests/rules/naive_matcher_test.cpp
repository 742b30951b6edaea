#include "rules/naive_matcher.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <random>

#include "small_language.h"

namespace liaison {
namespace {

/// Writes random patterns in the rule language.
class PatternWriter {
 public:
  explicit PatternWriter(std::uint32_t seed) : random_(seed) {}

  std::uint32_t below(std::uint32_t n) { return random_() % n; }

  std::string rule(const std::string& name, std::size_t phase) {
    captures_.clear();
    std::string does = phase == kTokensPhase ? " -> make FOUND window " : " -> holds(-, -, -) over names window ";
    std::string out = "rule " + name + does + std::to_string(2 + below(9)) + "\n  " + alternation(2) + "\n";
    if (captures_.size() > 1 && below(3) > 0)
      out += "  where " + std::string(below(2) ? "same(" : "different(") + captures_[0] + ", " + captures_[1] + ")\n";
    return out;
  }

 private:
  std::string pick(std::initializer_list<const char*> of) { return of.begin()[below(static_cast<std::uint32_t>(of.size()))]; }

  std::string alternation(int depth) {
    std::string out = sequence(depth);
    for (std::uint32_t more = below(4) / 2; more > 0; --more) out += " | " + sequence(depth);
    return out;
  }

  std::string sequence(int depth) {
    std::string out = element(depth);
    for (std::uint32_t more = below(3); more > 0; --more) out += " " + element(depth);
    return out;
  }

  std::string element(int depth) {
    std::string capture;
    if (below(5) == 0) {
      captures_.push_back(std::string(1, static_cast<char>('p' + below(4))));
      capture = captures_.back() + ":";
    }
    return capture + atom(depth) + pick({"", "", "", "", "?", "*", "+", "{2}", "{1,2}", "{0,2}", "{2,}"});
  }

  std::string atom(int depth) {
    if (depth > 0 && below(3) == 0)
      return pick({"(", "(", "(", "!(", "&(", "<(", "<!("}) + alternation(depth - 1) + ")";
    if (below(12) == 0) return pick({"^", "$", "..2", "..3 not AB", "..2 not \"a\", PHRASES"});
    return pick({"\"a\"", "\"b\"", "\"c\"", "\"a b\"", "\"b c\"", "'A'", "!\"a\"", "AB", "AB & !\"b\"", "letter[of=x]",
                 "PHRASES", "PHRASES", "!PHRASES", "_", "@capital", "/^[bc]$/", "X", "Y", "!X & !Y"});
  }

  std::mt19937 random_;
  std::vector<std::string> captures_;
};

/// A random sentence of the letters a, b, c, d and annotations X and Y of the entities 1 and 2.
std::string random_sentence(PatternWriter& random) {
  std::string out;
  for (std::uint32_t length = random.below(9); length > 0; --length) {
    std::string letter(1, "abcdA"[random.below(5)]);
    if (random.below(4) == 0) {
      letter = std::string(random.below(2) ? "[X " : "[Y ") + (random.below(2) ? "1 " : "2 ") + letter;
      if (random.below(3) == 0) letter += " b";
      letter += "]";
    }
    out += (out.empty() ? "" : " ") + letter;
  }
  return out;
}

/// A number that the environment gives.
std::size_t told(const char* variable, std::size_t otherwise) {
  const char* text = std::getenv(variable);
  return text ? std::strtoull(text, nullptr, 10) : otherwise;
}

/// Pairs of a random rule and a random sentence: LIAISON_PAIRS=1000000 rules_tests runs more of them, LIAISON_SEED=7
/// begins elsewhere.
constexpr std::size_t kPairs = 80'000;
constexpr std::size_t kRules = 40, kSentences = 20;  // of one seed
constexpr char kLists[] = "list AB = \"a\" | \"b\"\n"
                          "list PHRASES = \"a b\" | \"a b c\" | \"c\" | \"b b\"\n"
                          "rule x -> make X\n  \"no such\"\nrule y -> make Y\n  \"no such\"\n";

/// What the definition says of all rules: the first parse of each rule from each start.
std::vector<Match> naive_matches(std::vector<std::unique_ptr<NaiveMatcher>>& matchers, const SmallText& text) {
  std::vector<Match> out;
  for (std::uint32_t start = 0; start < text.sequence().units.size(); ++start)
    for (std::uint32_t rule = 0; rule < matchers.size(); ++rule)
      if (auto match = matchers[rule]->match_at(text.sequence(), start, text.same_entity())) {
        match->rule = rule;
        out.push_back(*match);
      }
  return out;
}

/// One matcher for each rule that compiled, in the order of the rules.
std::vector<std::unique_ptr<NaiveMatcher>> naive_matchers(SmallLanguage& language) {
  std::vector<std::unique_ptr<NaiveMatcher>> out;
  Complaints complaints(language.source, language.diagnostics);
  for (const Rule& rule : language.compiler.image().rules)
    for (const RuleSyntax& syntax : language.syntax.rules)
      if (syntax.line == rule.line)
        out.push_back(std::make_unique<NaiveMatcher>(syntax, language.compiler.units(), complaints));
  return out;
}

std::string printed(const SmallLanguage& language, const std::vector<Match>& matches) {
  std::string out;
  for (const Match& match : matches) {
    out += std::string(language.book.string(language.book.rules()[match.rule].name)) + ": " + std::to_string(match.range.first) + "-" + std::to_string(match.range.last);
    for (UnitRange c : match.captures)
      out += c ? " " + std::to_string(c.first) + "-" + std::to_string(c.last) : std::string(" .");
    out += '\n';
  }
  return out;
}

TEST_CASE("the fast matcher finds what the naive one says") {
  std::size_t pairs = 0, found = 0, given_up = 0, wanted = told("LIAISON_PAIRS", kPairs);
  auto first = static_cast<std::uint32_t>(told("LIAISON_SEED", 1)), seed = first;
  for (; pairs < wanted; ++seed) {
    PatternWriter random(seed);
    const std::size_t phase = seed % 2 ? kTokensPhase : kNamesPhase;  // with anchors, and with the automaton
    std::string rules = kLists;
    for (std::size_t i = 0; i < kRules; ++i) rules += random.rule("r" + std::to_string(i), phase);
    SmallLanguage language(rules);
    auto matchers = naive_matchers(language);
    language.open();
    REQUIRE(matchers.size() == language.book.rules().size());
    REQUIRE(!matchers.empty());
    pairs += matchers.size() * kSentences;
    Matcher fast;  // what it remembers of one sentence helps with the next
    for (std::size_t i = 0; i < kSentences; ++i) {
      std::string sentence = random_sentence(random);
      SmallText text(language, sentence);
      std::vector<Match> expected = naive_matches(matchers, text), matches;
      fast.exhausted = 0;
      fast.run(language.book, phase, text.sequence(), text.same_entity(), matches);
      found += matches.size();
      given_up += fast.exhausted;
      if (matches == expected || fast.exhausted > 0) continue;
      CAPTURE(seed);
      CAPTURE(sentence);
      CAPTURE(rules);
      REQUIRE(printed(language, matches) == printed(language, expected));
    }
  }
  MESSAGE(pairs << " pairs of a rule and a sentence, seeds " << first << " to " << seed - 1 << ", " << found << " matches");
  CHECK(given_up < found / 10'000);
  CHECK(found > pairs / 2);
}

TEST_CASE("what a match is") {
  struct Case {
    const char* name;
    const char* pattern;
    const char* sentence;
    const char* expected;  // of the first match
  };
  const Case cases[] = {
      {"greedy", "\"a\" _*", "a b c", "0-3"},
      {"no unit stands at the end", "\"a\" !(!\"b\" & !\"c\")", "a", "0-1"},
      {"left first", "\"a\" | \"a b\"", "a b", "0-1"},
      {"the longer phrase first", "PHRASES", "a b c", "0-3"},
      {"a phrase gives way", "PHRASES \"c\"", "a b c", "0-3"},
      {"one unit of a class is a phrase, too", "PHRASES", "d c", "1-2"},
      {"a condition is a filter", "p:_* X q:_*", "[X 1 a]", "0-1"},
      {"no more than needed is optional", "\"a\"{1,2}", "a a a", "0-2"},
      {"a look takes nothing", "\"a\" &(\"b\")", "a b", "0-1"},
      {"a negated look", "\"a\" !(\"b\")", "a b a", "2-3"},
      {"behind", "<(\"a\") \"b\"", "b a b", "2-3"},
      {"not behind", "<!(\"a\") \"b\"", "a b b", "2-3"},
      {"the edges", "^ \"a\" $", "a", "0-1"},
      {"an empty match is none", "\"a\"?", "b", ""},
      {"a repeat gives back", "_* \"b\"", "a b c b c", "0-4"},
      {"a gap stops", "\"a\" ..3 not \"c\" \"b\"", "a c b a d b", "3-6"},
      {"an annotation is one unit", "_ \"c\"", "[X 1 a b] c", "0-2"},
      {"a word is no annotation", "\"a\"", "[X 1 a] a", "1-2"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    SmallLanguage language(std::string(kLists) + "rule r -> make FOUND\n  " + c.pattern + "\n");
    auto matchers = naive_matchers(language);
    language.open();
    REQUIRE(language.complaints() == "");
    SmallText text(language, c.sentence);
    std::vector<Match> matches;
    for (Match& match : naive_matches(matchers, text)) {
      std::string range = std::to_string(match.range.first) + "-" + std::to_string(match.range.last);
      if (matches.empty()) CHECK(range == c.expected);
      matches.push_back(match);
    }
    CHECK(matches.empty() == (std::string_view(c.expected) == ""));
    std::vector<Match> fast;
    Matcher().run(language.book, kTokensPhase, text.sequence(), text.same_entity(), fast);
    CHECK(printed(language, fast) == printed(language, matches));
  }
}

}  // namespace
}  // namespace liaison
