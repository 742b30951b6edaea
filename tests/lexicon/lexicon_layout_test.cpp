// How LexiconBuilder lays out what it has collected.
#include <doctest/doctest.h>

#include "small_lexicon.h"

namespace liaison {
namespace {

TEST_CASE("of forms with the same words those stay that another does not cover") {
  struct Case {
    std::string name, lists, text, expected;
  };
  const Case cases[] = {
      {"twice the same", "%type ORG\nAcme\nAcme\n", "Acme", "ORG Acme"},
      {"strong and weak", "%type ORG\n~Acme\nAcme\n", "Acme", "ORG Acme"},
      {"weak after strong", "%type ORG\nAcme\n~Acme\n", "Acme", "ORG Acme"},
      {"only in capitals and in any", "%type ORG\nIDEA\nIdea\n", "IDEA Idea", "ORG IDEA, ORG Idea"},
      {"strong in capitals, weak without", "%type ORG\nIDEA\n~Idea\n", "IDEA Idea", "ORG IDEA, ORG~ IDEA, ORG~ Idea"},
      {"other words", "%type ORG\nAcme\nAcme Works\n", "Acme Works", "ORG Acme Works, ORG Acme"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    SmallLexicon small;
    small.names(c.lists).open();
    CHECK(small.hits_in(c.text) == c.expected);
  }
  SmallLexicon small;
  small.names("%type ORG\nGeorgia\n").names("%type GPE\nGeorgia\n").names("%type ORG\nGeorgia\n").open();
  CHECK(small.hits_in("Georgia") == "ORG Georgia, GPE Georgia");
}

TEST_CASE("of equal forms the first entity stays") {
  SmallLexicon small;
  small.names("%type ORG\nAcme Rocket | Acme\nAcme Records | Acme\n").open();
  REQUIRE(small.hits_in("Acme") == "ORG Acme");
  const Lexicon& lexicon = small.lexicon;
  CHECK(lexicon.name(lexicon.entities()[lexicon.entries()[small.hits[0].entry].of]) == "Acme Rocket");
}

TEST_CASE("an entry says how it must be written") {
  SmallLexicon small;
  small.words("month", "march ; case=capital\n").words("walk", "march ; case=lower\nlong march ; case=lower\n")
      .words("suffix", "ad ; case=upper\n").open();
  CHECK(small.hits_in("March march MARCH") == "month March, walk march, month MARCH");
  CHECK(small.hits_in("long march Long march") == "walk long march, walk march, walk march");
  CHECK(small.hits_in("AD ad Ad") == "suffix AD");
}

TEST_CASE("words of the vocabulary have the classes of the patterns that they match") {
  SmallLexicon small;
  small.words("role", "boss\nmeeting\n").words("ending", "/ing$/\n").open();
  CHECK(small.classes_in("boss meeting sing") == "boss{role} meeting{role ending} sing{ending}");
}

TEST_CASE("the same calls give the same bytes") {
  auto make = [] {
    SmallLexicon small;
    small.words("role", "president ; kind=title\nchief executive\n/ing$/\n");
    small.names("%type ORG\nAcme Rocket | ~Acme ; country=US\nGlobex\n").open();
    return small.bytes;
  };
  CHECK(make() == make());
}

TEST_CASE("a lexicon of nothing is one") {
  SmallLexicon small;
  small.open();
  CHECK(small.lexicon.word_count() == 0);
  CHECK(small.hits_in("Acme met the president.").empty());
  CHECK(small.classes_in("Acme") == "Acme{}");
}

}  // namespace
}  // namespace liaison
