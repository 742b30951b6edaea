#include "rules/test_index.h"

#include <doctest/doctest.h>

#include "small_language.h"

namespace liaison {
namespace {

/// The landmarks of the rule `r`, with how many units may lie between the starts of one and the next.
std::string landmarks_of(const std::string& pattern) {
  SmallLanguage language("rule r -> make FOUND\n  " + pattern + "\n");
  language.open();
  REQUIRE(language.complaints() == "");
  const TestIndex& index = language.book.tests_of(kTokensPhase);
  const TestIndex::Sketch& sketch = index.sketch(0);
  REQUIRE(sketch.sound);
  std::string out;
  for (const TestIndex::Landmark& landmark : index.landmarks(sketch)) {
    const TestIndex::Step& step = index.steps(sketch)[landmark.step];
    const Test test = step.op == Instruction::Op::unit ? index.atoms()[index.list(step.list)[0].atom] : index.atoms()[step.atom];
    out += test.kind == Test::Kind::word ? language.lexicon.word(test.value) : test.kind == Test::Kind::any ? "_" : "class";
    if (&landmark != &index.landmarks(sketch).back())
      out += " " + std::to_string(landmark.min) + "-" + (landmark.max == TestIndex::kNone ? "" : std::to_string(landmark.max)) + " ";
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
      {"(\"a\" | \"b\")", ""},
      {"\"a\"+ \"b\"", "a 1- b"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.pattern);
    CHECK(landmarks_of(c.pattern) == c.landmarks);
  }
}

TEST_CASE("rules are indexed by their anchors") {
  SmallLanguage language("rule r -> make FOUND\n  \"summit\" _\nrule s -> make FOUND\n  ( \"summit\" | \"lunch\" )\nrule t -> make FOUND\n  @caps _\n");
  language.open();
  const TestIndex& index = language.book.tests_of(kTokensPhase);
  auto rules = [&](const char* word) {
    std::span<const std::uint32_t> at = index.rules_at(index.atom_of_word(language.lexicon.find(word)));
    return std::vector<std::uint32_t>(at.begin(), at.end());
  };
  CHECK(rules("summit") == std::vector<std::uint32_t>{0, 1});
  CHECK(rules("lunch") == std::vector<std::uint32_t>{1});
  CHECK(std::vector<std::uint32_t>(index.unanchored().begin(), index.unanchored().end()) == std::vector<std::uint32_t>{2});
  CHECK(index.atom_of_word(language.lexicon.find("the")) == TestIndex::kNone);
  CHECK(index.atom_of_word(kFirstUnknownWord + 1) == TestIndex::kNone);
}

TEST_CASE("alike tests are one list") {
  SmallLanguage language("rule r -> make FOUND\n  @caps & !verb \"a\" @caps & !verb @caps\n");
  language.open();
  const TestIndex& index = language.book.tests_of(kTokensPhase);
  CHECK(index.list_count() == 3);
}

}  // namespace
}  // namespace liaison
