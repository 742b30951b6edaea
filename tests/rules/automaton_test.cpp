#include "rules/automaton.h"

#include <doctest/doctest.h>

#include "small_language.h"

namespace liaison {
namespace {

/// Rules over names: `FOUND` stands for what they do.
std::string over_names(std::string rules) {
  const std::string_view found = "make FOUND";
  for (std::size_t at; (at = rules.find(found)) != rules.npos;) rules.replace(at, found.size(), "holds(-, -, -) over names");
  return rules;
}

/// The starts that an automaton tells, `rule unit`, one behind the other.
std::string starts_of(Automaton& automaton, const SmallLanguage& language, const SmallText& text) {
  std::vector<std::uint64_t> starts;
  automaton.run(language.book, kNamesPhase, text.sequence(), starts);
  std::sort(starts.begin(), starts.end());
  std::string out;
  for (std::uint64_t start : starts) {
    const Rule& rule = language.book.rules()[static_cast<std::uint32_t>(start)];
    out += (out.empty() ? "" : ", ") + std::string(language.book.string(rule.name)) + " " + std::to_string(start >> 32);
  }
  return out;
}

TEST_CASE("the automaton tells where rules may match") {
  struct Case {
    const char *name, *rules, *sentence, *starts;
  };
  const Case cases[] = {
      {"a class and a type", "rule r -> make FOUND\n  verb PERSON\n", "a met [PERSON 1 b] met c", "r 1"},
      {"a rule that a rare word anchors is not in it", "rule r -> make FOUND\n  verb \"summit\"\n", "met summit", ""},
      {"a phrase, and one unit of its class", "rule r -> make FOUND\n  verb _\n", "sat down a", "r 0"},
      {"behind a phrase", "rule r -> make FOUND\n  verb \"a\"\n", "sat down a sat a", "r 0, r 3"},
      {"a phrase into an annotation", "rule r -> make FOUND\n  letter[of=y] X\n", "b [X 1 c]", ""},
      {"what is optional", "rule r -> make FOUND\n  \"a\"? \"b\"\n", "a b b", "r 0, r 1, r 2"},
      {"an empty match is none", "rule r -> make FOUND\n  \"a\"?\n", "b a", "r 1"},
      {"the edge of the sentence", "rule r -> make FOUND\n  ^ \"a\"\n", "a a", "r 0"},
      {"no edge behind a unit", "rule r -> make FOUND\n  \"a\" ^ \"a\"\n", "a a", ""},
      {"of the other edge it knows nothing", "rule r -> make FOUND\n  \"a\" $\n", "a a", "r 0, r 1"},
      {"nor of what is only looked at", "rule r -> make FOUND\n  <(\"c\") \"a\" !(\"b\")\n", "a b", "r 0"},
      {"nor of the letters of a word", "rule r -> make FOUND\n  'A'\n", "a b [X 1 a]", "r 0, r 1"},
      {"shapes", "rule r -> make FOUND\n  @caps @number\n", "IBM 360 ibm 360", "r 0"},
      {"several rules", "rule r -> make FOUND\n  \"a\" \"b\"\nrule s -> make FOUND\n  \"a\" _ \"c\"\nrule t -> make FOUND\n  \"b\"\n",
       "a b c", "r 0, s 0, t 1"},
      {"a rule is told once for each start", "rule r -> make FOUND\n  \"a\"+\n", "a a a", "r 0, r 1, r 2"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    SmallLanguage language(over_names(std::string("rule x -> make X\n  \"no such\"\n") + c.rules));
    language.open();
    REQUIRE(language.complaints() == "");
    SmallText text(language, c.sentence);
    Automaton automaton;
    CHECK(starts_of(automaton, language, text) == c.starts);
    std::uint64_t steps = automaton.steps();
    CHECK(starts_of(automaton, language, text) == c.starts);  // from what it remembers
    CHECK(automaton.steps() - steps <= text.sequence().units.size() * 4);
  }
}

/// The steps of a second reading of a text with that many rules that begin alike.
std::uint64_t steps_with(int rules, const std::string& sentence) {
  std::string source;
  for (int i = 0; i < rules; ++i)
    source += "rule r" + std::to_string(i) + " -> make FOUND\n  \"a\" determiner? verb \"b\"{" + std::to_string(i + 1) + "}\n";
  SmallLanguage language(over_names(source));
  language.open();
  SmallText text(language, sentence);
  Automaton automaton;
  CHECK(starts_of(automaton, language, text) == "");
  std::uint64_t first = automaton.steps();
  starts_of(automaton, language, text);
  return automaton.steps() - first;
}

TEST_CASE("what rules have in common is read once") {
  const std::string sentence = "a the met c a met c a the c";
  std::uint64_t one = steps_with(1, sentence);
  CHECK(one > 0);
  CHECK(steps_with(40, sentence) == one);
}

TEST_CASE("an automaton begins anew with another book") {
  SmallLanguage one(over_names("rule r -> make FOUND\n  \"a\"\n")), two(over_names("rule s -> make FOUND\n  \"b\"\n"));
  one.open();
  two.open();
  SmallText text(one, "a b"), again(two, "a b");
  Automaton automaton;
  CHECK(starts_of(automaton, one, text) == "r 0");
  CHECK(starts_of(automaton, two, again) == "s 1");
  CHECK(starts_of(automaton, one, text) == "r 0");
}

TEST_CASE("the states of an automaton are limited") {
  // Which of the last twenty units was an `a` makes a million states.
  SmallLanguage language(over_names("rule r -> make FOUND window 64\n  _* \"a\" _{20} \"c\"\n"));
  language.open();
  std::uint32_t random = 7;
  std::string sentence;
  for (int i = 0; i < 3000; ++i) sentence += (random = random * 1664525 + 1013904223) >> 31 ? "a " : "b ";
  SmallText text(language, sentence + "a b b b b b b b b b b b b b b b b b b b b c");
  Automaton automaton;
  std::string starts = starts_of(automaton, language, text);
  CHECK(automaton.states() < 20'000);
  CHECK(automaton.steps() < 64u * 3001 * 64);
  Matcher matcher;
  std::vector<Match> matches;
  matcher.run(language.book, kNamesPhase, text.sequence(), text.same_entity(), matches);
  CHECK(matches.size() > 10);
}

TEST_CASE("rules for which the automaton has no room are found by their anchors") {
  std::string source, letters = "\"a\" | \"b\"";
  for (char c = 'd'; c < 'v'; ++c) letters += std::string(" | \"") + c + "\"";
  for (int i = 0; i < 60; ++i)
    source += "rule r" + std::to_string(i) + " -> make FOUND\n  verb (" + letters + "){0,20} \"c\"{" + std::to_string(i % 5 + 1) + "}\n";
  SmallLanguage language(over_names(source));
  language.open();
  CHECK(language.complaints() == "");
  const RuleBook::PhaseIndex& index = language.book.phase(kNamesPhase);
  std::size_t size = 0;
  for (std::uint32_t rule : index.automaton) size += language.book.rules()[rule].program_end - language.book.rules()[rule].program;
  CHECK(size <= kMaxAutomaton);
  CHECK(std::any_of(language.diagnostics.begin(), language.diagnostics.end(), [](const Diagnostic& d) { return d.code == "large-automaton"; }));
  CHECK(index.automaton.size() < 60);
  CHECK(index.automaton.size() > 20);
  SmallText text(language, "met a b a c c");
  Matcher matcher;
  std::vector<Match> matches;
  matcher.run(language.book, kNamesPhase, text.sequence(), text.same_entity(), matches);
  CHECK(matches.size() == 24);
  for (const Match& match : matches) CHECK(match.rule % 5 < 2);
}

}  // namespace
}  // namespace liaison
