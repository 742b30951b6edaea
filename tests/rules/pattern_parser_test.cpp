#include "rules/pattern_parser.h"

#include <doctest/doctest.h>

namespace liaison {
namespace {

std::string printed(const UnitTest& test) {
  static constexpr const char* kKinds[] = {"any", "word", "exact", "named", "shape", "pattern"};
  std::string out = test.negated ? "not " : "";
  out += kKinds[static_cast<int>(test.kind)];
  return test.text.empty() ? out : out + " " + test.text;
}

/// A pattern as nested brackets: (repeat 0- (unit word a)).
std::string printed(const PatternNode& node) {
  using Kind = PatternNode::Kind;
  static constexpr const char* kKinds[] = {"unit", "sequence", "alternation", "repeat", "capture", "look", "start", "end"};
  if (node.kind == Kind::sequence && node.parts.size() == 1) return printed(node.parts[0]);
  std::string out = std::string("(") + kKinds[static_cast<int>(node.kind)];
  if (node.kind == Kind::repeat)
    out += " " + std::to_string(node.min) + "-" + (node.max < 0 ? "" : std::to_string(node.max));
  if (node.kind == Kind::capture) out += " " + node.name;
  if (node.kind == Kind::look) out += std::string(node.negated ? " not" : "") + (node.behind ? " behind" : " ahead");
  for (std::size_t i = 0; i < node.tests.size(); ++i) out += (i ? " & " : " ") + printed(node.tests[i]);
  for (const PatternNode& part : node.parts) out += " " + printed(part);
  return out + ")";
}

TEST_CASE("a pattern is parsed") {
  struct Case {
    const char* name;
    const char* text;
    const char* expected;
  };
  const Case cases[] = {
      {"word", "\"sat down\"", "(unit word sat down)"},
      {"exact", "'Bank'", "(unit exact Bank)"},
      {"name", "PERSON", "(unit named PERSON)"},
      {"part of a class", "role_head[kind=title]", "(unit named role_head[kind=title])"},
      {"quoted attribute", "x[a=\"b c\"]", "(unit named x[a=b c])"},
      {"any", "_", "(unit any)"},
      {"shape", "@capital", "(unit shape capital)"},
      {"expression", "/ing$/", "(unit pattern ing$)"},
      {"conditions on one unit", "!NOUN&@lower & !\"a\"", "(unit not named NOUN & shape lower & not word a)"},
      {"sequence", "A B", "(sequence (unit named A) (unit named B))"},
      {"alternation", "A B | C", "(alternation (sequence (unit named A) (unit named B)) (unit named C))"},
      {"optional", "A?", "(repeat 0-1 (unit named A))"},
      {"any number", "A*", "(repeat 0- (unit named A))"},
      {"at least one", "A+", "(repeat 1- (unit named A))"},
      {"counted", "A{2} B{1,3} C{2,}", "(sequence (repeat 2-2 (unit named A)) (repeat 1-3 (unit named B)) (repeat 2- (unit named C)))"},
      {"group", "(A | B)+", "(repeat 1- (alternation (unit named A) (unit named B)))"},
      {"capture", "person:PERSON? x:(A B)", "(sequence (capture person (repeat 0-1 (unit named PERSON))) "
       "(capture x (sequence (unit named A) (unit named B))))"},
      {"looks", "&(A) !(B) <(C) <!(D)", "(sequence (look ahead (unit named A)) (look not ahead (unit named B)) "
       "(look behind (unit named C)) (look not behind (unit named D)))"},
      {"look behind a unit", "A &(B)", "(sequence (unit named A) (look ahead (unit named B)))"},
      {"edges", "^ A $", "(sequence (start) (unit named A) (end))"},
      {"gap", "A ..5 B", "(sequence (unit named A) (repeat 0-5 (unit any)) (unit named B))"},
      {"gap without", "..3 not VERB, \"a\"", "(repeat 0-3 (unit not named VERB & not word a))"},
      {"several lines", "A # first\n  # nothing\n  | B\n  yes \"x\"", "(alternation (unit named A) (unit named B))"},
      {"where", "A\n  where same(a, b)", "(unit named A)"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    std::vector<Diagnostic> diagnostics;
    SourceText source("a.rules", c.text);
    Cursor in(source, diagnostics);
    auto pattern = parse_pattern(in);
    REQUIRE(pattern);
    CHECK(diagnostics.empty());
    CHECK(printed(*pattern) == c.expected);
  }
}

TEST_CASE("after an error there is no pattern, and one complaint") {
  for (const char* text : {"", "(", "A |", "a:", "A{", "..", "\"\"", "A )", "A & & B", "<A"}) {
    CAPTURE(text);
    std::vector<Diagnostic> diagnostics;
    SourceText source("a.rules", text);
    Cursor in(source, diagnostics);
    CHECK_FALSE(parse_pattern(in));
    CHECK(diagnostics.size() == 1);
  }
}

}  // namespace
}  // namespace liaison
