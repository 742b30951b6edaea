#include "rules/templates.h"

#include <doctest/doctest.h>

#include "liaison/analyzer.h"
#include "liaison/pack.h"
#include "small_language.h"

namespace liaison {
namespace {

TEST_CASE("a template takes patterns, classes and words in place of its parameters") {
  struct Case {
    const char* name;
    const char* rules;
    const char* sentence;
    const char* expected;
  };
  const Case cases[] = {
      {"an alternation", "template t(W) -> make FOUND\n  W \"down\"\nrule r = t(\"sat\" | \"lay\")\n", "lay down sat down",
       "r: lay down\nr: sat down\n"},
      {"two rules of one", "template t(W) -> make FOUND\n  W \"down\"\nrule r = t(\"sat\")\nrule s = t(\"lay\")\n",
       "lay down sat down", "s: lay down\nr: sat down\n"},
      {"a repeated parameter", "template t(W) -> make FOUND\n  W+ \"down\"\nrule r = t(\"a\" | \"b\")\n", "a b down",
       "r: a b down\nr: b down\n"},
      {"an argument of two words", "template t(W) -> make FOUND\n  W \"down\"\nrule r = t(\"a\" \"b\"?)\n", "a b down",
       "r: a b down\n"},
      {"a captured parameter", "template t(W) -> make FOUND(x)\n  x:W \"down\"\nrule r = t(determiner)\n", "the down",
       "r: the down | the\n"},
      {"beside another condition", "template t(W) -> make FOUND\n  !W & @lower\nrule r = t(\"a\")\n", "a b A", "r: b\n"},
      {"in a gap", "template t(W) -> make FOUND\n  \"a\" ..3 not W \"c\"\nrule r = t(\"b\")\n", "a b c a d c", "r: a d c\n"},
      {"several lines", "template t(V, W) -> make FOUND\n  V W\nrule r = t(\"a\" |\n  \"b\",\n  \"c\")\n", "a c b c", "r: a c\nr: b c\n"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(matches_with(c.rules, c.sentence) == c.expected);
  }
}

TEST_CASE("parameters stand for types and values, and templates come from other files") {
  auto built = PackBuilder(Pack::english())
                   .add({"rules/added/shared.rules", "template office(WORDS, WHEN) -> holds(person, role, org) when=WHEN\n"
                                                     "  person:PERSON WORDS role:ROLE \"of\" org:ORG\n"})
                   .add({"rules/added/ours.rules", "import \"shared.rules\"\n"
                                                   "rule gave_up = office(\"laid down the post of\" | \"left the post of\", former)\n"
                                                   "  yes \"Ann Harper laid down the post of chairman of Samsung.\" => "
                                                   "Ann Harper | chairman | Samsung | former\n"})
                   .build();
  for (const Diagnostic& d : built.diagnostics) FAIL_CHECK(to_string(d));
  REQUIRE(built.pack);
  for (const ExampleFailure& f : run_examples(built.pack).failures) FAIL_CHECK(f.place << ": found " << f.found);
}

}  // namespace
}  // namespace liaison
