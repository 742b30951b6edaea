#include "rules/annotation.h"

#include <doctest/doctest.h>

#include "small_language.h"

namespace liaison {
namespace {

/// The units, a bar between them, annotations with their type.
std::string units_of(SmallLanguage& language, const SmallText& text) {
  std::string out;
  for (const Unit& unit : text.sequence().units) {
    out += out.empty() ? "" : "|";
    if (unit.annotation != Unit::kNoAnnotation) out += language.symbols.names()[unit.type.id] + ":";
    out += text.view().surface(unit.first, unit.last);
  }
  return out;
}

TEST_CASE("units are tokens, and annotations in the place of theirs") {
  SmallLanguage language("rule r -> make OTHER\n  \"x\"\n");
  language.open();
  struct Case {
    const char* name;
    const char* marked;
    const char* expected;
  };
  const Case cases[] = {
      {"none", "Lee met Musk.", "Lee|met|Musk|."},
      {"one token", "[PERSON 1 Lee] met", "PERSON:Lee|met"},
      {"several", "the [ORG 1 Bank of Korea] and [PERSON 2 Jay Y. Lee]", "the|ORG:Bank of Korea|and|PERSON:Jay Y. Lee"},
      {"side by side", "[OTHER 1 a b][ORG 2  c]", "OTHER:a b|ORG:c"},
      {"nothing", "", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    SmallText text(language, c.marked);
    CHECK(units_of(language, text) == c.expected);
  }
}

TEST_CASE("a unit has the head of its last token and the flags of its first") {
  SmallLanguage language("");
  language.open();
  SmallText text(language, "met [ROLE 1 Vice chairman]");
  const Unit& role = text.sequence().units[1];
  CHECK(role.word == language.lexicon.find("chairman"));
  CHECK(role.is(language.lexicon.find_class("role_head")));
  CHECK((role.flags & kCapitalised) != 0);
  CHECK(text.annotations()[role.annotation].type == symbols::role);
}

TEST_CASE("annotations outside of the sentence are passed over") {
  SmallLanguage language("");
  language.open();
  SmallText text(language, "[ORG 1 a b] c [ORG 2 d e] f [ORG 3 g h]");
  std::vector<Unit> units;
  make_units(text.view(), {2, 7}, text.annotations(), units);
  REQUIRE(units.size() == 4);
  CHECK(units[1].annotation == 1);
  CHECK(units[1].last == 5);
  CHECK(units[3].annotation == Unit::kNoAnnotation);  // it reaches out of the sentence
}

TEST_CASE("hits are found by their first token, the longest first") {
  SmallLanguage language("");
  language.open();
  SmallText text(language, "sat down vice president");
  CHECK(text.view().hits_at(0).size() == 1);
  CHECK(text.view().hits_at(1).empty());
  CHECK(text.view().hits_at(2)[0].length == 2);
  CHECK(text.view().surface(2, 4) == "vice president");
  CHECK(text.view().surface(4, 4) == "");
}

}  // namespace
}  // namespace liaison
