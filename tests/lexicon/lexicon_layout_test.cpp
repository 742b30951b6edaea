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

TEST_CASE("all inflected forms belong to a class that says so") {
  SmallLexicon small;
  small.words("speech", "%inflect verb\nsay\n").words("plain", "say\n");
  small.builder.add_forms({{"say", "say", "verb_base"}, {"said", "say", "verb_past"}, {"met", "meet", "verb_past"}});
  small.open();
  CHECK(small.classes_in("say said met") ==
        "say{speech plain verb_base} said{speech verb_past} met{verb_past}");
}

/// Inflection and spelling as a language has them, and a few irregular words.
struct Variants {
  Inflection inflection;
  Spelling spelling;

  explicit Variants(SmallLexicon& small) {
    std::vector<Diagnostic> diagnostics;
    inflection.read("verb past e$ +d\nverb past . +ed\nverb gerund . +ing\nverb 3sg . +s\nnoun plural . +s\n", "i.txt", diagnostics);
    spelling.read("centre center\n-ise -ize\n", "s.txt", diagnostics);
    REQUIRE(diagnostics.empty());
    small.builder.use(inflection, spelling);
    small.builder.add_forms(inflection.verb({"sit", "sat", "sat", "sitting"}));
    small.builder.add_forms(inflection.verb({"leave", "left", "left", "leaving"}));
    small.builder.add_forms(inflection.noun({"leaf", "leaves"}));
    small.builder.add_forms(inflection.noun({"head"}));
    small.builder.add_forms(inflection.verb({"head"}));
  }
};

TEST_CASE("verbs and nouns are inflected each in their way, and phrases with them") {
  SmallLexicon small;
  Variants variants(small);
  small.words("preposition", "of\n").words("act", "%inflect verb\nsit down\nhead ; kind=x\nblarg\n")
      .words("thing", "%inflect noun\nleaf\nhead of state\nsummit talk\n").open();
  // Of a verb the first word is inflected.
  CHECK(small.hits_in("sit down, sits down, sat down, sitting down") == "act sit down, act sits down, act sat down, act sitting down");
  // Of a noun the one before its preposition, or the last one.
  CHECK(small.hits_in("heads of state, head of states, summit talks, summits talk") == "thing heads of state, thing summit talks");
  auto is = [&](const char* word, const char* word_class) {
    return small.lexicon.classes(small.lexicon.find(word)).has(small.lexicon.find_class(word_class));
  };
  CHECK(is("leaves", "thing"));
  CHECK_FALSE(is("leaving", "thing"));
  CHECK(is("headed", "act"));
  CHECK_FALSE(is("headed", "thing"));
  // What no table has is inflected by rule, and is a verb.
  CHECK(is("blarged", "act"));
  CHECK(is("blarging", "verb_gerund"));
}

TEST_CASE("a list has other spellings, and hyphens for blanks, where it says so") {
  SmallLexicon small;
  Variants variants(small);
  small.words("place", "%spelling\ntrade centre\n").words("way", "%hyphen\nface to face\nsit-in\n").words("plain", "town centre\n").open();
  CHECK(small.hits_in("trade centre, trade center, town center") == "place trade centre, place trade center");
  CHECK(small.hits_in("face to face, face-to-face, sit-in, sit in") == "way face to face, way face-to-face, way sit-in, way sit in");
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
