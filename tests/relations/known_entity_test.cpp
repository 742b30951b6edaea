#include "relations/known_entity.h"

#include <doctest/doctest.h>

#include "liaison/pack.h"
#include "pack_contents.h"

namespace liaison {
namespace {

/// The index of the gazetteers' entry of a name.
std::uint32_t entry_of(const Lexicon& lexicon, std::string_view name) {
  for (std::uint32_t i = 0; i < lexicon.entities().size(); ++i)
    if (lexicon.name(lexicon.entities()[i]) == name) return i;
  return Annotation::kUnknown;
}

TEST_CASE("what the gazetteers know of an entity, by the first mention that they know") {
  const Lexicon& lexicon = Pack::english()->contents().lexicon;
  const std::uint32_t merkel = entry_of(lexicon, "Angela Merkel"), obama = entry_of(lexicon, "Barack Obama");
  REQUIRE(merkel != Annotation::kUnknown);
  REQUIRE(obama != Annotation::kUnknown);
  Annotation unknown, chancellor, president;
  chancellor.known = merkel;
  president.known = obama;
  const Annotation annotations[] = {unknown, chancellor, president};
  struct Case {
    const char* name;
    std::vector<MentionId> mentions;
    std::string_view expected, gender;
  };
  const Case cases[] = {
      {"no mention", {}, "", ""},
      {"none that they know", {MentionId{0}}, "", ""},
      {"the first one", {MentionId{1}}, "Angela Merkel", "f"},
      {"behind one that they do not know", {MentionId{0}, MentionId{2}}, "Barack Obama", "m"},
      {"of two that they know", {MentionId{1}, MentionId{2}}, "Angela Merkel", "f"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    Entity entity;
    entity.mentions = c.mentions;
    const NamedEntity* known = known_entity(lexicon, annotations, entity);
    CHECK((known ? lexicon.name(*known) : "") == c.expected);
    CHECK(known_attribute(lexicon, annotations, entity, symbols::gender) == c.gender);
  }
}

TEST_CASE("the year of four digits") {
  struct Case {
    const char *text;
    int year;
  };
  const Case cases[] = {{"2017", 2017}, {"1800", 1800}, {"1799", 0}, {"2100", 0}, {"17", 0}, {"2017s", 0}, {"20a7", 0}, {"", 0}};
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(year_in(c.text) == c.year);
  }
}

}  // namespace
}  // namespace liaison
