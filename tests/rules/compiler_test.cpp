#include "rules/compiler.h"

#include <doctest/doctest.h>

#include "small_language.h"

namespace liaison {
namespace {

TEST_CASE("what is wrong is said with its place") {
  struct Case {
    const char* name;
    const char* rules;
    const char* expected;
  };
  const Case cases[] = {
      {"unknown name", R"~(
rule r -> make FOUND
  determinr "a"
)~", R"~(
small.rules:2:3: error: there is no type, class or list `determinr` [unknown-name]
  determinr "a"
  ^
did you mean `determiner`?
)~"},
      {"unknown part of a class", R"~(
rule r -> make FOUND
  role_head[kind=offce]
)~", R"~(
small.rules:2:3: error: no word of the class `role_head` has [kind=offce] [unknown-attribute]
  role_head[kind=offce]
  ^
)~"},
      {"unknown shape", R"~(
rule r -> make FOUND
  @captal
)~", R"~(
small.rules:2:3: error: unknown shape `@captal` [unknown-shape]
  @captal
  ^
did you mean `capital`?
)~"},
      {"bad expression", R"~(
rule r -> make FOUND
  /(ing$/
)~", R"~(
small.rules:2:3: error: not a regular expression: missing ): (ing$ [bad-expression]
  /(ing$/
  ^
)~"},
      {"no word", R"~(
rule r -> make FOUND
  "  " "a"
rule s -> make FOUND
  !"sat down"
)~", R"~(
small.rules:2:3: error: a word, class or type is missing here [empty-test]
  "  " "a"
  ^
small.rules:4:4: error: with `!` or beside other conditions this must be one word [not-one-word]
  !"sat down"
   ^
)~"},
      {"unknown phase", R"~(
rule r -> make FOUND over name
  "a"
)~", R"~(
small.rules:1:27: error: unknown phase `name` [unknown-phase]
rule r -> make FOUND over name
                          ^
did you mean `names`?
)~"},
      {"unknown capture", R"~(
rule r -> make FOUND(persn)
  person:"a"
rule s -> make FOUND
  person:"a" other:"b"
  where same(person, othr)
)~", R"~(
small.rules:1:11: error: the pattern captures nothing as `persn` [unknown-capture]
rule r -> make FOUND(persn)
          ^
did you mean `person`?
small.rules:5:9: error: the pattern captures nothing as `othr` [unknown-capture]
  where same(person, othr)
        ^
did you mean `other`?
)~"},
      {"too many captures", R"~(
rule r -> make FOUND
  a:_ b:_ c:_ d:_ e:_ f:_ g:_ h:_ i:_
rule s -> found(a, b, c, d, e)
  a:_ b:_ c:_ d:_ e:_
)~", R"~(
small.rules:2:35: error: a rule has at most 8 captures [too-many-captures]
  a:_ b:_ c:_ d:_ e:_ f:_ g:_ h:_ i:_
                                  ^
small.rules:3:11: error: an action has at most 4 captures [too-many-captures]
rule s -> found(a, b, c, d, e)
          ^
)~"},
      {"capture in what must not stand", R"~(
rule r -> make FOUND
  "a" !("b" x:"c")
)~", R"~(
small.rules:2:13: error: nothing can be captured in what must not stand here [bad-capture]
  "a" !("b" x:"c")
            ^
)~"},
      {"repeat of nothing", R"~(
rule r -> make FOUND
  "a" ("b"? &("c"))*
)~", R"~(
small.rules:2:8: error: what is repeated without bound must take a unit each time [empty-repeat]
  "a" ("b"? &("c"))*
       ^
)~"},
      {"look-behind too long", R"~(
rule r -> make FOUND
  <("a"+) "b"
rule s -> make FOUND
  <(long) "b"
rule t -> make FOUND
  <("a"{9}) "b"
)~", R"~(
small.rules:2:5: error: what stands behind is at most 8 units long [look-behind]
  <("a"+) "b"
    ^
small.rules:4:5: error: what stands behind is at most 8 units long [look-behind]
  <(long) "b"
    ^
small.rules:6:5: error: what stands behind is at most 8 units long [look-behind]
  <("a"{9}) "b"
    ^
)~"},
      {"too large", R"~(
rule r -> make FOUND
  ("a"{64}){64} ("b"{64}){64} ("c"{64}){64} ("d"{64}){64}
)~", R"~(
small.rules:1:6: error: the rule `r` becomes larger than 16000 instructions [too-large]
rule r -> make FOUND
     ^
make its counts smaller
)~"},
      {"duplicate rule", R"~(
rule r -> make FOUND
  "a"
rule r -> make FOUND
  "b"
)~", R"~(
small.rules:3:6: error: there is a rule `r` already [duplicate-name]
rule r -> make FOUND
     ^
it stands at small.rules:1
)~"},
      {"list named like a type", R"~(
list PERSON = "a"
)~", R"~(
small.rules:1:6: error: `PERSON` is a type, and cannot be a list [duplicate-name]
list PERSON = "a"
     ^
)~"},
      {"unknown list", R"~(
list X = "a" | determinr
)~", R"~(
small.rules:1:16: error: there is no type, class or list `determinr` [unknown-name]
list X = "a" | determinr
               ^
did you mean `determiner`?
)~"},
      {"unknown class to select", R"~(
rule r -> select vrb(x)
  x:"a"
)~", R"~(
small.rules:1:11: error: there is no type, class or list `vrb` [unknown-name]
rule r -> select vrb(x)
          ^
did you mean `verb`?
)~"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(SmallLanguage(c.rules + 1).complaints() == c.expected + 1);
  }
}

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
  SmallLanguage language("rule r -> make ROLE(b) kind=x, holds(a, -, b) when=former over names priority 7 window 9\n"
                         "  a:PERSON b:ORG\n  where different(a, b)\n  yes \"A b.\" => c\n  no \"D.\"\n"
                         "rule s -> remove verb(v)\n  v:verb\n");
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
  REQUIRE(book.actions(rule).size() == 2);
  CHECK(book.string(book.actions(rule)[0].attributes) == "kind=x");
  CHECK(book.actions(rule)[0].what == symbols::role);
  CHECK(book.actions(rule)[1].what == symbols::holds);
  CHECK(book.actions(rule)[1].capture_count == 3);
  CHECK(book.actions(rule)[1].captures[0] == 1);
  CHECK(book.actions(rule)[1].captures[1] == 0);
  CHECK(book.actions(rule)[1].captures[2] == 2);
  REQUIRE(book.conditions(rule).size() == 1);
  CHECK(book.conditions(rule)[0].same == 0);
  REQUIRE(book.examples().size() == 2);
  CHECK(book.string(book.examples()[0].expected) == "c");
  CHECK(book.examples()[1].kind == static_cast<std::uint32_t>(ExampleKind::no));
  CHECK(language.lexicon.class_name(static_cast<ClassId>(book.actions(book.rules()[1])[0].word_class)) == "verb");
}

}  // namespace
}  // namespace liaison
