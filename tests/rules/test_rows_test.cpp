#include "rules/test_rows.h"

#include <doctest/doctest.h>

#include "small_language.h"

namespace liaison {
namespace {

/// The places of a row of one word, as `x` among dots.
std::string printed(const TestRows::Bits* row, std::size_t places) {
  std::string out;
  for (std::size_t at = 0; at < places; ++at) out += (row[at / 64] >> at % 64 & 1) != 0 ? 'x' : '.';
  return out;
}

TEST_CASE("a row tells which units pass a test, and where phrases begin") {
  struct Case {
    const char *name, *pattern, *sentence, *row;
  };
  const Case cases[] = {
      {"a word", "\"summit\"", "a summit Summit", ".xx."},
      {"a class", "determiner & @lower", "the summit The a", "x..x."},
      {"a type", "PERSON & @capital", "[PERSON 1 Lee] [PERSON 2 ma] lee", "x..."},
      {"the letters", "'Summit' & @capital", "summit Summit SUMMIT", ".x.."},
      {"what must not be, which the end is not either", "!\"a\"", "a b a", ".x.x"},
      {"one of several tests", "(\"a\" | \"b\" | @caps)", "a b c IBM", "xx.x."},
      {"several tests", "@caps & !\"ibm\"", "IBM USA usa", ".x.."},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    SmallLanguage language(std::string("rule r -> make FOUND\n  ") + c.pattern + "\n");
    language.open();
    REQUIRE(language.complaints() == "");
    SmallText text(language, c.sentence);
    const TestIndex& index = language.book.tests_of(kTokensPhase);
    TestRows rows;
    for (int time = 0; time < 2; ++time) {
      rows.begin(language.book, index, text.sequence(), false);
      CHECK(printed(rows.list(index.plans().steps(index.plan(0))->list), text.sequence().units.size() + 1) == c.row);
    }
  }
}

TEST_CASE("phrases begin in a row of their own") {
  SmallLanguage language("rule r -> make FOUND\n  verb\n");
  language.open();
  SmallText text(language, "a sat down met a");
  const TestIndex& index = language.book.tests_of(kTokensPhase);
  TestRows rows;
  rows.begin(language.book, index, text.sequence(), false);
  const std::uint32_t atom = index.atom_of(language.lexicon.find_class("verb"));
  CHECK(printed(rows.atom(atom), 5) == ".x.x.");
  CHECK(printed(rows.begun(atom), 5) == ".x...");
  REQUIRE(rows.phrases().size() == 1);
  CHECK(rows.phrases()[0].at == 1);
  CHECK(rows.phrases()[0].end == 3);
  CHECK((rows.present()[atom / 64] >> atom % 64 & 1) == 1);
}

}  // namespace
}  // namespace liaison
