#include "rules/sweep_plan.h"

#include <doctest/doctest.h>

#include "rules/test_index.h"
#include "small_language.h"

namespace liaison {
namespace {

using Op = SweepPlans::Op;

/// A language with the rule `r` of a pattern.
struct OneRule {
  SmallLanguage language;
  const TestIndex* index = nullptr;

  explicit OneRule(const std::string& pattern) : language("rule r -> make FOUND\n  " + pattern + "\n") {
    language.open();
    REQUIRE(language.complaints() == "");
    index = &language.book.tests_of(kTokensPhase);
    REQUIRE(index->plan(0).sound);
  }
  const SweepPlans::Step* steps() const { return index->plans().steps(index->plan(0)); }

  std::string atom(std::uint32_t id) const {
    const Test& test = index->atoms()[id];
    return test.kind == Test::Kind::word ? std::string(language.lexicon.word(test.value)) : test.kind == Test::Kind::any ? "_" : "class";
  }
  std::string list(std::uint32_t id) const {
    if (TestLists::is_atom(id)) return atom(TestLists::atom_of(id));
    std::string out;
    for (std::uint32_t either : index->lists().either_atoms(id)) out += (out.empty() ? "" : "|") + atom(either);
    for (const TestLists::Term& term : index->lists().terms(id)) out += (out.empty() ? "" : "&") + atom(term.atom);
    return out;
  }
};

/// The steps of the rule: what they ask, and the numbers of those where they lead.
std::string steps_of(const std::string& pattern) {
  const OneRule rule(pattern);
  static constexpr const char* kNames[] = {"", "phrase ", "either", "here ", "before ", "ahead ", "behind ", "start", "end", "match"};
  std::string out;
  for (std::uint32_t i = 0; i < rule.index->plan(0).step_count; ++i) {
    const SweepPlans::Step& step = rule.steps()[i];
    out += (i == 0 ? "" : ", ") + std::string(step.negated ? "not " : "") + kNames[static_cast<std::size_t>(step.op)];
    if (step.list != SweepPlans::kNone) out += rule.list(step.list);
    if (step.op == Op::phrase) out += rule.atom(step.atom);
    if (step.op == Op::ahead || step.op == Op::behind) out += std::to_string(step.body) + "-" + std::to_string(step.end);
    if (step.op == Op::match) continue;
    out += " " + std::to_string(step.next);
    if (step.other != rule.index->plan(0).step_count) out += "/" + std::to_string(step.other);
  }
  return out;
}

TEST_CASE("a plan has a step for each unit, with what may stand in its place") {
  struct Case {
    const char *pattern, *steps;
  };
  const Case cases[] = {
      {"\"a\" \"b\"", "a 1, b 2, match"},
      {"x:\"a\" \"b\"?", "a 1, b 2/2, match"},
      {"(\"a\" | \"b\" | \"c\") \"d\"", "a|b|c 1, d 2, match"},
      {"(\"a\" | \"b\"){0,2} \"c\"", "a|b 1/2, a|b 2/2, c 3, match"},
      {"(\"a\" \"b\" | \"c\" \"b\")", "a 1/2, b 4, c 3, b 4, match"},
      {"\"a\"* \"b\"", "a 0/1, b 2, match"},
      {"verb? \"b\"", "phrase class 1/1, b 2, match"},
      {"\"a\" !(\"b\") &(\"c\" | \"d\")", "a 1, not here b 2, here c|d 3, match"},
      {"<(\"b\") \"a\"", "before b 1, a 2, match"},
      {"<!(\"b\" \"c\") \"a\"", "not behind 1-4 4, b 2, c 3, match, a 5, match"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.pattern);
    CHECK(steps_of(c.pattern) == c.steps);
  }
}

/// The landmarks of the rule, with how many units may lie between the starts of one and the next.
std::string landmarks_of(const std::string& pattern) {
  const OneRule rule(pattern);
  std::string out;
  std::span<const SweepPlans::Landmark> landmarks = rule.index->plans().landmarks(rule.index->plan(0));
  for (const SweepPlans::Landmark& landmark : landmarks) {
    const SweepPlans::Step& step = rule.steps()[landmark.step];
    out += step.op == Op::unit ? rule.list(step.list) : rule.atom(step.atom);
    if (&landmark != &landmarks.back())
      out += " " + std::to_string(landmark.min) + "-" + (landmark.max == SweepPlans::kNone ? "" : std::to_string(landmark.max)) + " ";
  }
  return out;
}

TEST_CASE("landmarks are what every match takes, and how far apart they stand") {
  struct Case {
    const char *pattern, *landmarks;
  };
  const Case cases[] = {
      {"\"a\" \"b\"", "a 1-1 b"},
      {"\"a\" _? \"b\"", "a 1-2 b"},
      {"\"a\" (\"c\" | \"d\" \"e\") \"b\"", "a 2-3 b"},
      {"\"a\" _* \"b\"", "a 1- b"},
      {"\"a\"{2,4} \"b\"", "a 1-1 a 1-3 b"},
      {"verb \"b\"", "class 1-2 b"},
      {"\"a\" !(\"c\") &(\"b\") _ \"d\"", "a 1-1 _ 1-1 d"},
      {"(\"a\" | \"b\")", "a|b"},
      {"(\"a\" | \"b\" \"c\")", ""},
      {"\"a\"+ \"b\"", "a 1- b"},
      {"(\"a\" \"b\" | \"c\" \"d\")? \"e\" \"f\"", "e 1-1 f"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.pattern);
    CHECK(landmarks_of(c.pattern) == c.landmarks);
  }
}

TEST_CASE("of some types every match takes a unit before the landmarks, or behind them") {
  struct Case {
    const char *pattern, *sides;
  };
  const Case cases[] = {
      {"\"a\" ( PERSON \"b\" | \"c\" PERSON )", "behind PERSON"},
      {"( PERSON \"b\" | \"c\"* PERSON & @caps ) \"a\"", "before PERSON"},
      {"\"a\" ( PERSON \"b\" | \"c\" PERSON? )", ""},
      {"\"a\" ( PERSON \"b\" | \"c\" ORG )", ""},
      {"\"a\" ( ( PERSON & @caps | PERSON & @lower ) \"b\" | \"c\" &( ORG ) !( ORG ) PERSON )", "behind PERSON"},
      {"\"a\" ( ORG PERSON | ( PERSON \"b\" )+ ORG )", "behind PERSON, behind ORG"},
      {"( PERSON \"b\" | \"c\" PERSON )", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.pattern);
    const OneRule rule(c.pattern);
    std::string out;
    for (const SweepPlans::Side& side : rule.index->plans().sides(rule.index->plan(0))) {
      const Symbol type{static_cast<std::uint16_t>(rule.index->atoms()[side.atom].value)};
      out += (out.empty() ? "" : ", ") + std::string(side.behind ? "behind " : "before ") + std::string(rule.language.book.symbol_name(type));
    }
    CHECK(out == c.sides);
  }
}

}  // namespace
}  // namespace liaison
