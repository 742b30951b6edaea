#include "rules/compiler.h"

#include <doctest/doctest.h>

#include "small_language.h"

namespace liaison {
namespace {

TEST_CASE("a pack has room for so many classes") {
  std::string rules;
  for (std::size_t i = 0; i < kMaxClasses; ++i) rules += "list L" + std::to_string(i) + " = \"a\"\n";
  std::string complaints = SmallLanguage(rules).complaints();
  CHECK(complaints.find("error: the pack has more word classes than it may have [too-many-classes]") != std::string::npos);
}

TEST_CASE("lists include others, in any order and in circles") {
  SmallLanguage language("list ALL = FIRST | \"e\"\nlist FIRST = \"a\" | SECOND | determiner\nlist SECOND = \"b c\" | FIRST\n"
                         "rule r -> make FOUND\n  ALL\n");
  language.open();
  CHECK(language.complaints() == "");
  CHECK(matches_of(language, "a b c the d e") == "r: a\nr: b c\nr: the\nr: e\n");
}

TEST_CASE("a list takes over the patterns and attributes of another") {
  SmallLanguage language("list HEAD = role_head | gerund\nrule r -> make FOUND\n  HEAD\nrule s -> make FOUND\n  HEAD[kind=title]\n");
  language.open();
  CHECK(language.complaints() == "");
  CHECK(matches_of(language, "vice president meeting") == "r: vice president\nr: president\ns: president\nr: meeting\n");
}

TEST_CASE("actions, conditions and examples stand in the image") {
  SmallLanguage language("rule r -> holds(a, -, b) when=former over names priority 7 window 9\n"
                         "  a:PERSON b:ORG\n  where different(a, b)\n  yes \"A b.\" => c\n  no \"D.\"\n"
                         "rule s -> make ROLE(v)\n  v:verb\n");
  language.open();
  REQUIRE(language.complaints() == "");
  const RuleBook& book = language.book;
  REQUIRE(book.rules().size() == 2);
  const Rule& rule = book.rules()[0];
  CHECK(book.string(rule.name) == "r");
  CHECK(book.string(rule.file) == "small.rules");
  CHECK(rule.line == 1);
  CHECK(rule.phase == kNamesPhase);
  CHECK(rule.priority == 7);
  CHECK(rule.window == 9);
  REQUIRE(book.actions(rule).size() == 1);
  CHECK(book.string(book.actions(rule)[0].attributes) == "when=former");
  CHECK(book.actions(rule)[0].what == symbols::holds);
  CHECK(book.actions(rule)[0].capture_count == 3);
  CHECK(book.actions(rule)[0].captures[0] == 1);
  CHECK(book.actions(rule)[0].captures[1] == 0);
  CHECK(book.actions(rule)[0].captures[2] == 2);
  REQUIRE(book.conditions(rule).size() == 1);
  CHECK(book.conditions(rule)[0].kind == Condition::Kind::different);
  REQUIRE(book.examples().size() == 2);
  CHECK(book.string(book.examples()[0].expected) == "c");
  CHECK(book.examples()[1].kind == static_cast<std::uint32_t>(ExampleKind::no));
  CHECK(book.actions(book.rules()[1])[0].what == symbols::role);
}

}  // namespace
}  // namespace liaison
