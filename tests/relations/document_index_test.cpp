#include "relations/document_index.h"

#include <doctest/doctest.h>

#include "printed.h"

namespace liaison {
namespace {

/// The index of a text about the cast.
class Indexed {
 public:
  explicit Indexed(std::string text) : text_(std::move(text)) {
    index_.build(text_.contents().frames, text_.view(), text_.annotations(), text_.entities(), text_.all_holds());
  }

  const DocumentIndex& index() const { return index_; }
  const PrintedText& text() const { return text_; }
  std::string name(EntityId entity) const { return entity == EntityId::none ? "-" : PrintedText::short_name(entity); }
  std::string roles(std::span<const Hold* const> holds) const {
    std::string out;
    for (const Hold* hold : holds) out += (out.empty() ? "" : ", ") + name(hold->person) + " " + hold->role;
    return out;
  }
  EntityId entity(std::string_view name) const {
    for (std::uint32_t e = 0; e < cast().size(); ++e)
      if (PrintedText::short_name(EntityId{e}) == name) return EntityId{e};
    return EntityId::none;
  }

 private:
  PrintedText text_;
  DocumentIndex index_;
};

TEST_CASE("an entity is found by the name that the gazetteers give it") {
  const Indexed read("Tokyo and France signed a pact. Japan was glad.");
  CHECK(read.name(read.index().named("France")) == "France");
  CHECK(read.name(read.index().named("Japan")) == "Japan");
  CHECK(read.name(read.index().named("Peru")) == "-");
  CHECK(read.index().is_called(read.entity("France"), "France"));
  CHECK_FALSE(read.index().is_called(read.entity("France"), "Japan"));
  CHECK_FALSE(read.index().is_called(read.entity("Musk"), "France"));
}

TEST_CASE("a country is found by its capital, where it is named") {
  const Indexed read("Tokyo met France. Japan was glad.");
  CHECK(read.name(read.index().country_of("Tokyo")) == "Japan");
  CHECK(Indexed("Tokyo met France.").index().country_of("Tokyo") == EntityId::none);
}

TEST_CASE("a country is found by its code, and nobody who leads it where nobody is named that does") {
  const Indexed read("France met Tokyo. Elon Musk was glad.");
  CHECK(read.name(read.index().country_coded("FR")) == "France");
  CHECK(read.index().country_coded("PE") == EntityId::none);
  CHECK(read.index().leader_of("FR") == EntityId::none);
}

TEST_CASE("the countries that are named most often") {
  const Indexed read("Japan met France. Tokyo was glad. Japan left. Japan came back. Samsung left.");
  const auto countries = read.index().main_countries();
  REQUIRE(countries.size() == 2);
  CHECK(read.name(countries[0].country) == "Japan");
  CHECK(countries[0].times == 3);
  CHECK(read.name(countries[1].country) == "France");
  CHECK(countries[1].times == 1);
}

TEST_CASE("holds are found by person, by body and by nation, as they are told") {
  const Indexed read(
      "Samsung chairman Jay Lee met Toyota chief executive Elon Musk. Lee, the founder of Toyota, left. "
      "French President Mary Barra spoke.");
  CHECK(read.roles(read.index().holds_of(read.entity("Lee"))) == "Lee chairman, Lee founder");
  CHECK(read.roles(read.index().holds_of(read.entity("Cook"))) == "");
  CHECK(read.roles(read.index().holds_in(read.entity("Toyota"))) == "Musk chief executive, Lee founder");
  CHECK(read.roles(read.index().holds_in(read.entity("Japan"))) == "");
  CHECK(read.roles(read.index().holds_of_nation("France")) == "Barra President");
  CHECK(read.roles(read.index().holds_of_nation("Japan")) == "");
}

TEST_CASE("of very many holds the first ones are told") {
  const Indexed read("Jay Lee and Elon Musk met.");
  std::vector<Hold> holds(2 * DocumentIndex::kMostHolds, Hold{read.entity("Lee"), "chairman", read.entity("Samsung"), symbols::current, {}});
  DocumentIndex index;
  index.build(read.text().contents().frames, read.text().view(), read.text().annotations(), read.text().entities(), holds);
  CHECK(index.holds_of(read.entity("Lee")).size() == DocumentIndex::kMostHolds);
  CHECK(index.holds_in(read.entity("Samsung")).size() == DocumentIndex::kMostHolds);
}

}  // namespace
}  // namespace liaison
