// The part of the party finder that says to which country or body somebody belongs, and which office he holds there.
#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>

#include "relations/parties.h"

namespace liaison {
namespace {

/// The last word of a role, in small letters.
std::string last_word(std::string_view role) {
  const std::size_t space = role.find_last_of(" -");
  std::string last(role.substr(space == std::string_view::npos ? 0 : space + 1));
  if (last.ends_with('.')) last.pop_back();  // `Sen.`
  std::transform(last.begin(), last.end(), last.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return last;
}

}  // namespace

/// Adds the country of the adjective that begins at a token, or of the word for its people or government.
void PartyFinder::add_nation(std::uint32_t nation, std::uint32_t group, Parties& out) const {
  std::string_view country = r_.nation_at(nation);
  if (country.empty())
    country = r_.view.lexicon->attribute(r_.view.tokens[nation].word, r_.grammar().id(Word::body), r_.book->country_key());
  add_known(country, group, out);
}

/// Adds the country or body of a canonical name, if the document names it.
void PartyFinder::add_known(std::string_view known, std::uint32_t group, Parties& out) const {
  const EntityId entity = known.empty() ? EntityId::none : r_.document->named(known);
  if (entity != EntityId::none && !holds_entity(out, entity)) out.push_back({entity, Annotation::kUnknown, group, true});
}

/// `the North`, `North and South Korea`: for a name of one word that the gazetteers do not know, the one country that the document
/// tells of whose name begins with it.
EntityId PartyFinder::country_shortened(EntityId entity) const {
  const std::string& word = r_.entities[std::size_t(entity)].name;
  if (r_.known(entity) != nullptr || word.find(' ') != std::string::npos) return entity;
  const std::string begins = word + " ";
  EntityId found = entity;
  for (const auto& use : r_.document->told_countries()) {
    if (use.country == EntityId::none || !r_.view.lexicon->name(*r_.known(use.country)).starts_with(begins)) continue;
    if (found != entity) return entity;
    found = use.country;
  }
  return found;
}

EntityId PartyFinder::country_of(EntityId entity) const {
  if (r_.entities[std::size_t(entity)].type != symbols::gpe) return entity;
  const NamedEntity* city = r_.known(entity);
  if (city == nullptr) return country_shortened(entity);
  const EntityId country = r_.document->country_of(r_.view.lexicon->name(*city));
  return country != EntityId::none ? country : entity;
}

bool PartyFinder::is_country(EntityId entity) const {
  const NamedEntity* place = r_.entities[std::size_t(entity)].type == symbols::gpe ? r_.known(entity) : nullptr;
  return place && r_.book->is_country(*place);
}

EntityId PartyFinder::home_beside(const Parties& others) const {
  DocumentIndex::CountryUse most, second;
  for (const DocumentIndex::CountryUse& use : r_.document->main_countries()) {
    if (holds_entity(others, use.country)) continue;
    (most.country == EntityId::none ? most : second) = use;
    if (second.country != EntityId::none) break;
  }
  return most.times > 2 * second.times ? most.country : EntityId::none;
}

bool PartyFinder::has_state(EntityId entity) const {
  const NamedEntity* known = r_.known(entity);
  const Symbol type = r_.entities[std::size_t(entity)].type;
  if (!known || (type != symbols::person && known->subtype != symbols::government && known->subtype != symbols::parliament)) return false;
  return !r_.view.lexicon->attribute(*known, r_.book->country_key()).empty();
}

EntityId PartyFinder::state_of(EntityId entity) const {
  if (!has_state(entity)) return EntityId::none;
  return r_.document->country_coded(r_.view.lexicon->attribute(*r_.known(entity), r_.book->country_key()));
}

EntityId PartyFinder::body_of(EntityId person, Symbol type) const {
  EntityId found = EntityId::none;
  for (const Hold* hold : r_.document->holds_of(person)) {
    if (hold->org == EntityId::none || hold->when == symbols::former || r_.entities[std::size_t(hold->org)].type != type) continue;
    if (found != EntityId::none && found != hold->org) return EntityId::none;
    found = hold->org;
  }
  return found;
}

EntityId PartyFinder::body_of(EntityId person) const {
  const EntityId body = body_of(person, symbols::org);
  return body != EntityId::none ? body : body_of(person, symbols::gpe);
}

bool PartyFinder::holds_office(EntityId person) const {
  for (const Hold* hold : r_.document->holds_of(person)) {
    if (hold->org != EntityId::none && r_.entities[std::size_t(hold->org)].type == symbols::gpe) return true;
    WordId word = r_.view.lexicon->find(last_word(hold->role));
    if (word != kNoWord && r_.grammar().is(r_.view.lexicon->classes(word), Word::office)) return true;
  }
  return false;
}

bool PartyFinder::is_seat(const Hold& hold) const {
  const WordId word = r_.view.lexicon->find(last_word(hold.role));
  return word != kNoWord && r_.grammar().is(r_.view.lexicon->classes(word), Word::seat);
}

bool PartyFinder::holds_office_in(EntityId person, EntityId body) const {
  const auto holds = r_.document->holds_of(person);
  return std::any_of(holds.begin(), holds.end(), [&](const Hold* hold) { return hold->org == body && hold->when == symbols::current; });
}

}  // namespace liaison
