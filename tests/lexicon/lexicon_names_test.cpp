// How LexiconBuilder takes in gazetteers.
#include <doctest/doctest.h>

#include "small_lexicon.h"

namespace liaison {
namespace {

TEST_CASE("an entity knows its name, its list and its line") {
  SmallLexicon small;
  small.names("%type ORG\nAcme\nTidal Works | TW\n\nHarbour Union\n").open();
  const std::pair<std::string_view, std::uint32_t> expected[] = {{"Acme", 2}, {"Tidal Works", 3}, {"Harbour Union", 5}};
  for (std::uint32_t entity = 0; entity < std::size(expected); ++entity) {
    const auto& [name, line] = expected[entity];
    CAPTURE(name);
    CHECK(small.builder.entity_name(entity) == name);
    CHECK(small.builder.entity_place(entity).first == "n.txt");
    CHECK(small.builder.entity_place(entity).second == line);
  }
}

TEST_CASE("a subtype on a line goes before that of its list") {
  SmallLexicon small;
  small.names("%type ORG\n%subtype company\nAcme ; country=US\nHarbour Union ; subtype=union\n").open();
  auto subtype = [&](std::size_t entity) { return small.symbols.names()[small.lexicon.entities()[entity].subtype.id]; };
  CHECK(subtype(0) == "company");
  CHECK(subtype(1) == "union");
  CHECK(small.lexicon.attribute(small.lexicon.entities()[0], symbols::country) == "US");
}

TEST_CASE("a name that is removed is no name any more, but stays a word of its classes") {
  SmallLexicon small;
  small.words("role", "vice chair\nboss\n").names("%type ORG\nVice Chair | Chair | Boss\n");
  small.builder.remove_name("vice chair", {}, {});
  small.builder.remove_name("Boss", {}, {});
  small.builder.remove_name("Nobody At All", {}, {});
  small.builder.drop_removed();
  small.open();
  CHECK(small.hits_in("Vice Chair") == "role Vice Chair, ORG Chair");
  CHECK(small.classes_in("Boss") == "Boss{role}");
}

TEST_CASE("a file that takes a name out may add it itself") {
  SmallLexicon small;
  small.builder.remove_name("Acme", "ORG", "n.txt");
  small.builder.remove_name("Tidal Works", "ORG", "other.txt");
  small.names("%type ORG\nAcme\nTidal Works\n").open();
  CHECK(small.hits_in("Acme and Tidal Works") == "ORG Acme");
  CHECK_FALSE(small.builder.has_removed("Acme", "ORG", "n.txt"));
  CHECK(small.builder.has_removed("Tidal Works", "ORG", "other.txt"));
}

}  // namespace
}  // namespace liaison
