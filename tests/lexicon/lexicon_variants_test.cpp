// How LexiconBuilder adds the variants that a list asks for.
#include <doctest/doctest.h>

#include "small_lexicon.h"

namespace liaison {
namespace {

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

}  // namespace
}  // namespace liaison
