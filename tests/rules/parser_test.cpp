#include "rules/parser.h"

#include <doctest/doctest.h>

#include <random>

namespace liaison {
namespace {

/// What is said about a file, as it is printed.
std::string complaints_about(const std::string& text) {
  std::vector<Diagnostic> diagnostics;
  SourceText source("a.rules", text);
  parse_rules(source, diagnostics);
  std::string out;
  for (const Diagnostic& d : diagnostics) out += to_string(d) + "\n";
  return out;
}

constexpr char kValid[] = R"~(# Roles and who holds them.
list SIT_DOWN = "sat down" | "sits down" |
  "sitting down" | OTHER   # a comment
  | "was # seated"

rule office -> make ROLE(role) kind=office text="a \"b\"", give feature(role) over tokens priority -3 window 12
  (det:"the"? role:(role_head[kind=office]{1,2} | 'President' & @capital)) !("of") ..5 not VERB, "a"
  <!("'s") ^ /ing$/ & !"king" $
  where same(det, role) and different(role, det)
  yes "Jay Y. Lee, Samsung chairman, spoke."  => Jay Y. Lee | chairman | Samsung
  no  "Jay Y. Lee, Samsung shares, fell."   # another
  todo "It is late." => nothing

link apposition -> holds(person, -, org) when=former over names
  person:PERSON "," org:ORG

frame meeting
  verb meet, "sit down": subj, obj | with
  fill PERSON | ORG
  yes "Lee met Musk." => Lee / Musk | occurred

status planned: will, "due to"
support denied(x): cancel
)~";

TEST_CASE("a file is parsed") {
  std::vector<Diagnostic> diagnostics;
  SourceText source("a.rules", kValid);
  RuleFile file = parse_rules(source, diagnostics);
  CHECK(complaints_about(kValid) == "");
  REQUIRE(file.lists.size() == 1);
  CHECK(file.lists[0].name == "SIT_DOWN");
  CHECK(file.lists[0].phrases == std::vector<std::string>{"sat down", "sits down", "sitting down", "was # seated"});
  REQUIRE(file.lists[0].included.size() == 1);
  CHECK(file.lists[0].included[0].first == "OTHER");
  REQUIRE(file.rules.size() == 2);
  CHECK(file.frames.size() == 1);
  CHECK(file.cues.size() == 2);
}

TEST_CASE("a rule has actions, a phase, conditions and examples") {
  std::vector<Diagnostic> diagnostics;
  SourceText source("a.rules", kValid);
  RuleFile file = parse_rules(source, diagnostics);
  const RuleSyntax& rule = file.rules[0];
  CHECK(rule.name == "office");
  CHECK(rule.line == 6);
  CHECK(rule.phase == "tokens");
  CHECK(rule.priority == -3);
  CHECK(rule.window == 12);
  REQUIRE(rule.actions.size() == 2);
  CHECK(rule.actions[0].name == "make");
  CHECK(rule.actions[0].what == "ROLE");
  CHECK(rule.actions[0].captures == std::vector<std::string>{"role"});
  CHECK(rule.actions[0].attributes[1] == std::pair<std::string, std::string>("text", "a \"b\""));
  REQUIRE(rule.conditions.size() == 2);
  CHECK(rule.conditions[1].name == "different");
  CHECK(rule.conditions[1].a == "role");
  REQUIRE(rule.examples.size() == 3);
  CHECK(rule.examples[0].kind == ExampleKind::yes);
  CHECK(rule.examples[0].expected == "Jay Y. Lee | chairman | Samsung");
  CHECK(rule.examples[1].kind == ExampleKind::no);
  CHECK(rule.examples[1].expected == "");
  CHECK(rule.examples[2].line == 12);
  const RuleSyntax& link = file.rules[1];
  CHECK(link.actions[0].name == "holds");
  CHECK(link.actions[0].captures == std::vector<std::string>{"person", "-", "org"});
  CHECK(link.phase == "names");
  CHECK(link.window == 64);
}

TEST_CASE("Windows line ends and a byte order mark change nothing") {
  std::string text = "\xEF\xBB\xBF";
  for (char c : std::string_view(kValid)) text += c == '\n' ? std::string("\r\n") : std::string(1, c);
  CHECK(complaints_about(text) == "");
  CHECK(complaints_about("list X =\r\n") ==
        "a.rules:1:9: error: a phrase or the name of a list is missing here [bad-list]\nlist X =\n        ^\n");
}

TEST_CASE("what is wrong is said with its place") {
  struct Case {
    const char* name;
    const char* text;
    const char* expected;
  };
  const Case cases[] = {
      {"unknown item", R"~(
lost X = "a"
)~", R"~(
a.rules:1:1: error: unknown kind of item `lost` [unknown-item]
lost X = "a"
^
did you mean `list`?
)~"},
      {"no item", R"~(
= "a"
)~", R"~(
a.rules:1:1: error: an item begins here [unexpected]
= "a"
^
for example with `list`, `rule`, `link` or `frame`
)~"},
      {"stray indent", R"~(
  list X = "a"
)~", R"~(
a.rules:1:3: error: this line is indented but belongs to nothing above it [stray-indent]
  list X = "a"
  ^
)~"},
      {"not there yet", R"~(
template x(a)
  a
import words
phase z over tokens
)~", R"~(
a.rules:1:1: error: `template` is not there yet [not-yet]
template x(a)
^
a.rules:3:1: error: `import` is not there yet [not-yet]
import words
^
a.rules:4:1: error: `phase` is not there yet [not-yet]
phase z over tokens
^
)~"},
      {"no name", R"~(
rule -> make A
  "a"
list = "b"
)~", R"~(
a.rules:1:6: error: the name of the rule is missing here [no-name]
rule -> make A
     ^
a.rules:3:6: error: the name of the list is missing here [no-name]
list = "b"
     ^
)~"},
      {"no action", R"~(
rule r
  "a"
rule s ->
  "a"
)~", R"~(
a.rules:1:7: error: `-> action` is missing here [no-action]
rule r
      ^
for example `-> make ROLE(role)`
a.rules:3:10: error: an action is missing here [no-action]
rule s ->
         ^
for example `make ROLE(role)`
)~"},
      {"no object", R"~(
rule r -> make
  "a"
)~", R"~(
a.rules:1:15: error: what to make is missing here [no-object]
rule r -> make
              ^
)~"},
      {"bad attribute", R"~(
rule r -> make A kind
  "a"
rule s -> make A kind=
  "a"
)~", R"~(
a.rules:1:18: error: an attribute is written key=value [bad-attribute]
rule r -> make A kind
                 ^
a.rules:3:23: error: the value of `kind` is missing here [bad-attribute]
rule s -> make A kind=
                      ^
)~"},
      {"bad number", R"~(
rule r -> make A priority high
  "a"
rule s -> make A priority -1001
  "a"
rule t -> make A window 0
  "a"
rule u -> make A window 257
  "a"
)~", R"~(
a.rules:1:27: error: priority is a number from -1000 to 1000 [bad-number]
rule r -> make A priority high
                          ^
a.rules:3:27: error: priority is a number from -1000 to 1000 [bad-number]
rule s -> make A priority -1001
                          ^
a.rules:5:25: error: window is a number from 1 to 256 [bad-number]
rule t -> make A window 0
                        ^
a.rules:7:25: error: window is a number from 1 to 256 [bad-number]
rule u -> make A window 257
                        ^
)~"},
      {"unknown head word", R"~(
rule r -> make A(b) under names
  "a"
)~", R"~(
a.rules:1:21: error: an attribute is written key=value [bad-attribute]
rule r -> make A(b) under names
                    ^
)~"},
      {"bad capture in an action", R"~(
rule r -> make A(1)
  "a"
rule s -> make A(b
  b:"a"
)~", R"~(
a.rules:1:18: error: the name of a capture is missing here [bad-capture]
rule r -> make A(1)
                 ^
a.rules:3:19: error: a closing bracket is missing here [not-closed]
rule s -> make A(b
                  ^
)~"},
      {"no pattern", R"~(
rule r -> make A
rule s -> make A
  yes "a" => b
)~", R"~(
a.rules:1:17: error: the rule `r` has no pattern [empty-pattern]
rule r -> make A
                ^
a.rules:3:3: error: a pattern is missing here [empty-pattern]
  yes "a" => b
  ^
)~"},
      {"empty alternative", R"~(
rule r -> make A
  "a" | | "b"
rule s -> make A
  ()
)~", R"~(
a.rules:2:9: error: a pattern is missing here [empty-pattern]
  "a" | | "b"
        ^
a.rules:4:4: error: a pattern is missing here [empty-pattern]
  ()
   ^
)~"},
      {"bracket not closed", R"~(
rule r -> make A
  ("a" "b"
)~", R"~(
a.rules:2:11: error: a closing bracket is missing here [not-closed]
  ("a" "b"
          ^
)~"},
      {"bracket too many", R"~(
rule r -> make A
  "a") "b"
)~", R"~(
a.rules:2:6: error: this does not belong into a pattern [unexpected]
  "a") "b"
     ^
)~"},
      {"string not closed", R"~(
rule r -> make A
  "a b
)~", R"~(
a.rules:2:3: error: this is not closed before the end of the line [not-closed]
  "a b
  ^
)~"},
      {"bad count", R"~(
rule r -> make A
  "a"{}
rule s -> make A
  "a"{3,2}
rule t -> make A
  "a"{65}
rule u -> make A
  "a"{0}
rule v -> make A
  "a"{2,3
)~", R"~(
a.rules:2:6: error: counts go up, from 1 to 64 at most [bad-count]
  "a"{}
     ^
a.rules:4:6: error: counts go up, from 1 to 64 at most [bad-count]
  "a"{3,2}
     ^
a.rules:6:6: error: counts go up, from 1 to 64 at most [bad-count]
  "a"{65}
     ^
a.rules:8:6: error: counts go up, from 1 to 64 at most [bad-count]
  "a"{0}
     ^
a.rules:10:6: error: a count is written {2}, {1,3} or {2,} [bad-count]
  "a"{2,3
     ^
)~"},
      {"bad gap", R"~(
rule r -> make A
  "a" .. "b"
rule s -> make A
  ..65
)~", R"~(
a.rules:2:9: error: a gap is written ..5, with 1 to 64 [bad-gap]
  "a" .. "b"
        ^
a.rules:4:5: error: a gap is written ..5, with 1 to 64 [bad-gap]
  ..65
    ^
)~"},
      {"empty test", R"~(
rule r -> make A
  ""
rule s -> make A
  "a"&
rule t -> make A
  @
rule u -> make A
  !_
rule v -> make A
  "a" ? "b"
)~", R"~(
a.rules:2:3: error: a word, class or type is missing here [empty-test]
  ""
  ^
a.rules:4:7: error: a word, class or type is missing here [empty-test]
  "a"&
      ^
a.rules:6:3: error: a word, class or type is missing here [empty-test]
  @
  ^
a.rules:8:4: error: there is no unit that is not any [empty-test]
  !_
   ^
a.rules:10:7: error: `?`, `*`, `+` and counts stand directly behind what they repeat [unexpected]
  "a" ? "b"
      ^
)~"},
      {"bad condition on an attribute", R"~(
rule r -> make A
  noun[kind]
rule s -> make A
  noun[kind=x
)~", R"~(
a.rules:2:12: error: an attribute is written [key=value] [bad-attribute]
  noun[kind]
           ^
a.rules:4:14: error: `]` is missing here [not-closed]
  noun[kind=x
             ^
)~"},
      {"too deep", R"~(
rule r -> make A
  ((((((((((((((((((((((((((((((((("a")))))))))))))))))))))))))))))))))
)~", R"~(
a.rules:2:36: error: brackets nest deeper than 32 [too-deep]
  ((((((((((((((((((((((((((((((((("a")))))))))))))))))))))))))))))))))
                                   ^
)~"},
      {"conditions", R"~(
rule r -> make A
  a:_ b:_
  where agree(a, b)
rule s -> make A
  a:_ b:_
  where sane(a, b)
rule t -> make A
  a:_ b:_
  where same(a) and different(a, -)
rule u -> make A
  a:_ b:_
  where same(a, b) or same(b, a)
)~", R"~(
a.rules:3:9: error: the condition `agree` is not there yet [not-yet]
  where agree(a, b)
        ^
same(a, b) and different(a, b) are
a.rules:6:9: error: unknown condition `sane` [unknown-condition]
  where sane(a, b)
        ^
did you mean `same`?
a.rules:9:9: error: this condition takes two captures [bad-condition]
  where same(a) and different(a, -)
        ^
a.rules:12:20: error: `and` or the end of the line belongs here [unexpected]
  where same(a, b) or same(b, a)
                   ^
)~"},
      {"what follows the pattern", R"~(
rule r -> make A
  "a"
  yes "b"
  maybe "c"
)~", R"~(
a.rules:4:3: error: `where`, `yes`, `no` or `todo` belongs here [unexpected]
  maybe "c"
  ^
)~"},
      {"bad example", R"~(
rule r -> make A
  "a"
  yes b
  no "b" or "c"
)~", R"~(
a.rules:3:7: error: an example is written `yes "A sentence." => what is found` [bad-example]
  yes b
      ^
a.rules:4:10: error: `=>` or the end of the line belongs here [unexpected]
  no "b" or "c"
         ^
)~"},
      {"bad list", R"~(
list X "a"
list Y =
list Z = "a" |
list V = "a" | ""
list W = "a" "b"
list U = "a"
  "b"
)~", R"~(
a.rules:1:8: error: a list is written `list NAME = "one" | "two"` [bad-list]
list X "a"
       ^
a.rules:2:9: error: a phrase or the name of a list is missing here [bad-list]
list Y =
        ^
a.rules:3:15: error: a phrase or the name of a list is missing here [bad-list]
list Z = "a" |
              ^
a.rules:4:16: error: a phrase or the name of a list is missing here [bad-list]
list V = "a" | ""
               ^
a.rules:5:14: error: `|` or the end of the list belongs here [unexpected]
list W = "a" "b"
             ^
a.rules:7:3: error: `|` or the end of the list belongs here [unexpected]
  "b"
  ^
)~"},
      {"every error of a file", R"~(
list X = 
rule one -> make A over nowhere
  "a" {2}
  
rule two -> make B(x)
  x:("a"
  yes "a b"
# a comment
	rule three
lisst Y = "y"
)~", R"~(
a.rules:1:10: error: a phrase or the name of a list is missing here [bad-list]
list X = 
         ^
a.rules:3:7: error: `?`, `*`, `+` and counts stand directly behind what they repeat [unexpected]
  "a" {2}
      ^
a.rules:6:9: error: a closing bracket is missing here [not-closed]
  x:("a"
        ^
a.rules:10:1: error: unknown kind of item `lisst` [unknown-item]
lisst Y = "y"
^
did you mean `list`?
)~"},
      {"tabs and characters before the caret", R"~(
rule r -> make A
	"é" é
)~", R"~(
a.rules:2:7: error: a word, class or type is missing here [empty-test]
	"é" é
	    ^
)~"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(complaints_about(c.text + 1) == c.expected + 1);
  }
}

TEST_CASE("no bytes are too strange") {
  constexpr std::string_view kPieces[] = {"rule ", "list ", "->", "(", ")", "\"", "/", "\n", "\n  ", "{", "}", "|", "..",
                                          "!(", "<!(", "&", "#", "\\", "\xFF", "\0", "[", "=", ":", "where ", "verb ", ","};
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {
    std::string text = kValid;
    for (auto n = 1 + random() % 8; n > 0; --n) {
      std::size_t at = random() % text.size();
      switch (random() % 4) {
        case 0: text[at] = static_cast<char>(random()); break;
        case 1: text.insert(at, kPieces[random() % std::size(kPieces)]); break;
        case 2: text.erase(at, random() % 9); break;
        default: text.insert(at, text.substr(random() % text.size(), random() % 40));
      }
    }
    std::vector<Diagnostic> diagnostics;
    parse_rules(SourceText("a.rules", text), diagnostics);
    for (const Diagnostic& d : diagnostics) CHECK(d.line > 0);
  }
}

TEST_CASE("a long file takes time in proportion to its length") {
  std::string deep = "rule r -> make A\n  " + std::string(200'000, '(') + "\n", wide = "rule r -> make A\n ";
  for (int i = 0; i < 50'000; ++i) wide += " \"a\"?";
  CHECK(complaints_about(deep).size() > 0);
  CHECK(complaints_about(wide + "\n") == "");
  std::string junk;
  for (int i = 0; i < 20'000; ++i) junk += "?\n  x\n";
  CHECK(complaints_about(junk).size() > 0);
}

}  // namespace
}  // namespace liaison
