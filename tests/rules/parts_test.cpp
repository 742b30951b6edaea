#include "rules/parts.h"

#include <doctest/doctest.h>

#include "rules/lint.h"
#include "small_language.h"

namespace liaison {
namespace {

TEST_CASE("a part stands for its pattern") {
  struct Case {
    std::string name, rules, sentence, expected;
  };
  const Case cases[] = {
      {"in a rule", "part P = \"sat\" | \"lay\"\nrule r -> make FOUND\n  P \"down\"\n", "lay down sat down", "r: lay down\nr: sat down\n"},
      {"repeated", "part P = \"a\" \"b\"\nrule r -> make FOUND\n  P{2} \"down\"\n", "a b a b down", "r: a b a b down\n"},
      {"with a capture", "part P = x:\"the\"\nrule r -> make FOUND(x)\n  P \"down\"\n", "the down", "r: the down | the\n"},
      {"in a part behind it", "part P = \"a\" | \"b\"\npart Q = P \"c\"\nrule r -> make FOUND\n  Q \"down\"\n", "b c down", "r: b c down\n"},
      {"in a look", "part P = \"b\" \"c\"\nrule r -> make FOUND\n  \"a\" !( P )\n", "a b c a b d", "r: a\n"},
      {"in a template", "part P = \"sat\" | \"lay\"\ntemplate t(W) -> make FOUND\n  P W\nrule r = t(\"down\")\n", "lay down", "r: lay down\n"},
      {"given to a template", "part P = \"sat\" | \"lay\"\ntemplate t(W) -> make FOUND\n  W \"down\"\nrule r = t(P)\n", "lay down", "r: lay down\n"},
      {"one condition beside another", "part P = \"a\"\nrule r -> make FOUND\n  !P & @lower\n", "a b A", "r: b\n"},
      {"over several lines", "part P =\n  \"sat\" |\n  \"lay\"\nrule r -> make FOUND\n  P \"down\"\n", "lay down", "r: lay down\n"},
      {"behind the rule that names it", "rule r -> make FOUND\n  P \"down\"\npart P = \"lay\"\n", "lay down", "r: lay down\n"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(matches_with(c.rules, c.sentence) == c.expected);
  }
}

TEST_CASE("what is wrong with a part is complained about where it stands") {
  struct Case {
    std::string name, rules, complaint;
  };
  const Case cases[] = {
      {"two of one name", "part P = \"a\"\npart P = \"b\"\nrule r -> make FOUND\n  P\n", "small.rules:2:6"},
      {"the name of a list", "part P = \"a\"\nlist P = \"b\"\nrule r -> make FOUND\n  P\n", "small.rules:2:6"},
      {"several units beside a condition", "part P = \"a\" \"b\"\nrule r -> make FOUND\n  P & @lower\n", "small.rules:3:3"},
      {"itself", "part P = \"a\" P\nrule r -> make FOUND\n  P\n", "small.rules:1:14"},
      {"conditions", "part P = a:\"a\" where same(a, a)\nrule r -> make FOUND\n  \"a\"\n", "small.rules:1:16"},
      {"no pattern", "part P =\nrule r -> make FOUND\n  \"a\"\n", "small.rules:1:9"},
      {"no name", "part = \"a\"\nrule r -> make FOUND\n  \"a\"\n", "small.rules:1:6"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const std::string complaints = SmallLanguage(c.rules).complaints();
    CAPTURE(complaints);
    CHECK(complaints.starts_with(c.complaint));
  }
}

TEST_CASE("parts that double each other end in a complaint") {
  std::string rules = "part P0 = \"a\" \"b\"\n";
  for (int i = 1; i < 40; ++i) rules += "part P" + std::to_string(i) + " = P" + std::to_string(i - 1) + " P" + std::to_string(i - 1) + "\n";
  const std::string complaints = SmallLanguage(rules + "rule r -> make FOUND\n  P39\n").complaints();
  CHECK(complaints.find("more than 8192 elements") != std::string::npos);
}

TEST_CASE("a part that nothing uses is warned of") {
  const SmallLanguage language("part P = \"a\"\nrule r -> make ROLE\n  \"b\"\n");
  CHECK(language.diagnostics.empty());
  std::vector<Diagnostic> warnings;
  lint_rules({language.source}, {language.syntax}, {}, warnings);
  REQUIRE(warnings.size() == 1);
  CHECK(warnings[0].code == "unused-part");
  CHECK(warnings[0].severity == Severity::warning);
}

}  // namespace
}  // namespace liaison
