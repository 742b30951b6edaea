// How LexiconBuilder takes over a whole lexicon.
#include <doctest/doctest.h>

#include "small_lexicon.h"

namespace liaison {
namespace {

TEST_CASE("a lexicon that was taken over finds what the old one found, and what is added") {
  SmallLexicon base;
  base.words("role", "president ; kind=title\nchief executive\n").words("ending", "/ing$/\n");
  base.builder.find_class("role[kind=title]");
  base.builder.add_forms({{"met", "meet", "verb_past"}});
  base.names("%type ORG\n%subtype company\nAcme Rocket | ~Acme ; country=US\n").open();
  std::vector<std::string_view> names(base.symbols.names().begin(), base.symbols.names().end());

  SmallLexicon more;
  more.symbols.add("lawsuit");  // symbols need not have the same numbers
  more.builder.import(base.lexicon, names);
  more.words("role", "duchess ; kind=title\nvice chair\n").names("%type GPE\nJapan\n").open();
  const std::string text = "Acme Rocket, Acme and Japan met the president, chief executive, vice chair frobbing";
  CHECK(base.hits_in(text) == "ORG Acme Rocket, ORG~ Acme, ORG~ Acme, role chief executive");
  CHECK(more.hits_in(text) == "ORG Acme Rocket, ORG~ Acme, ORG~ Acme, GPE Japan, role chief executive, role vice chair");
  CHECK(more.classes_in("president duchess frobbing met") ==
        "president{role role[kind=title]} duchess{role role[kind=title]} frobbing{ending} met{verb_past}");
  const Lexicon& lexicon = more.lexicon;
  for (WordId id = 0; id < base.lexicon.word_count(); ++id) CHECK(lexicon.word(id) == base.lexicon.word(id));
  CHECK(lexicon.word(lexicon.verb_lemma(lexicon.find("met"))) == "meet");
  const NamedEntity& acme = lexicon.entities()[0];
  CHECK(lexicon.name(acme) == "Acme Rocket");
  CHECK(more.symbols.names()[acme.subtype.id] == "company");
  CHECK(lexicon.attribute(acme, symbols::country) == "US");
}

}  // namespace
}  // namespace liaison
