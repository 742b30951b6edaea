// The part of the references that finds who holds a role: `the president`, `the Kenyan minister`.
#include "relations/references.h"

#include <algorithm>

#include "lexicon/fold.h"
#include "relations/known_entity.h"

namespace liaison {
namespace {

/// How often one head of state is named for each time that another one is, where the text is about the one.
constexpr std::size_t kMuchMore = 3;

/// For how many years somebody seeks the office that he comes into.
constexpr int kYearsOfSeeking = 3;

/// True if the text is about the one who is named most often, and has not named another one last.
bool is_about_one(const Holders& holders) { return holders.times >= kMuchMore * holders.other_times && holders.other_last <= holders.last; }

/// Small letters, for comparing roles with words.
bool contains_folded(std::string_view text, std::string_view part) {
  auto same = [](char a, char b) { return (a | 0x20) == (b | 0x20); };
  return !part.empty() && std::search(text.begin(), text.end(), part.begin(), part.end(), same) != text.end();
}

/// The role that a noun group tells, with what says its rank: `vice president`.
std::string_view role_of(const ClauseReading& reading, const Group& g) {
  const bool ranked = g.head > g.first && reading.grammar().is(reading.view, g.head - 1, Word::rank);
  return reading.view.surface(ranked ? g.head - 1 : g.head, g.head + 1);
}

/// What the lexicon has under the words of a text, one after the other.
std::span<const Entry> entries_of(const Lexicon& lexicon, std::string_view text) {
  std::uint32_t node = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const WordId word = lexicon.find(folded(text.substr(at, end - at)));
    node = word == kNoWord ? 0 : at == 0 ? lexicon.info(word).node : lexicon.step(node, word);
    if (node == 0) return {};
    at = end + 1;
  }
  return lexicon.entries_at(node);
}

/// The country that the gazetteers know by a canonical name; null if there is none.
const NamedEntity* country_called(const ClauseReading& reading, std::string_view name) {
  const Lexicon& lexicon = *reading.view.lexicon;
  for (const Entry& entry : entries_of(lexicon, name)) {
    const NamedEntity* known = entry.is_name ? &lexicon.entities()[entry.of] : nullptr;
    if (known && reading.book->is_country(*known) && lexicon.name(*known) == name) return known;
  }
  return nullptr;
}

/// True if the office that the gazetteers know somebody by is that of a noun, or the noun may mean any: `the leader`, but not `the
/// Israeli president` for who is prime minister there.
bool may_lead_as(const ClauseReading& reading, std::uint32_t noun, const NamedEntity& known) {
  const Lexicon& lexicon = *reading.view.lexicon;
  const std::string_view office = lexicon.attribute(known, symbols::office);
  const bool title = reading.is(noun, Word::national_role);
  const bool any = !title && reading.lemma_is(noun, Word::description_person);
  return any || office.empty() || References::is_role(reading, office, role_of(reading, reading.group(noun)));
}

/// The only one of the document whom the gazetteers know to lead a country, or to have led it.
EntityId leader_of(const ClauseReading& reading, std::string_view country) {
  const NamedEntity* known = country_called(reading, country);
  if (!known) return EntityId::none;
  return reading.document->leader_of(reading.view.lexicon->attribute(*known, reading.book->code_key()));
}

}  // namespace

bool References::is_role(const ClauseReading& reading, std::string_view held, std::string_view phrase) {
  if (!contains_folded(held, phrase)) return false;
  if (held.size() == phrase.size()) return true;
  const std::string_view first = held.substr(0, held.find_first_of(" -"));
  const WordId word = reading.view.lexicon->find(folded(first));
  return word == kNoWord || !reading.grammar().is(reading.view.lexicon->classes(word), Word::rank);
}

/// Those who hold the roles that a phrase may mean.
HeldRole References::held_role(const ClauseReading& reading, std::string_view phrase) {
  HeldRole all;
  for (const HeldRole& role : reading.document->roles())
    if (is_role(reading, role.role, phrase)) all.add(role);
  return all;
}

bool References::holds_role(const ClauseReading& reading, const Hold& hold, std::uint32_t noun) {
  const Group& g = reading.group(noun);
  const std::string_view told = role_of(reading, g);
  if (is_role(reading, hold.role, told)) return true;
  const std::string_view name = std::string_view(hold.role).substr(hold.role.find_last_of(' ') + 1);
  if (told != reading.view.surface(g.head) || !is_role(reading, hold.role, name)) return false;  // `the vice president`
  const WordId last = reading.view.lexicon->find(folded(name));
  return last != kNoWord && reading.is(noun, Word::head_of_state) &&
         reading.grammar().is(reading.view.lexicon->classes(last), Word::head_of_state);
}

/// `the Russian president`: the one who holds that office, or leads the country, by the text.
void References::national_holder(const ClauseReading& reading, std::uint32_t group, Parties& out) const {
  const std::string country = reading.nation_of(group);
  if (country.empty()) return;
  EntityId found = EntityId::none;
  for (const Hold* hold : reading.document->holds_of_nation(country)) {
    if (hold->person == found || !holds_role(reading, *hold, group)) continue;
    if (found != EntityId::none) return;
    found = hold->person;
  }
  if (found == EntityId::none && reading.is(group, Word::head_of_state)) {
    found = leader_of(reading, country);
    if (found != EntityId::none && !may_lead_as(reading, group, *reading.known(found))) return;
  }
  if (found != EntityId::none) out.push_back({found, Annotation::kUnknown, group, false});
}

/// A role with the definite article stands for the one person of the document who holds it.
bool References::holder(const ClauseReading& reading, std::uint32_t group, Parties& out) const {
  const Group& g = reading.group(group);
  if (g.nations[0] != Group::kNone || g.name_count > 0) {
    // `the Russian president`: of whom others tell, or who is told by that adjective elsewhere.
    if (!reading.nation_of(group).empty()) national_holder(reading, group, out);
    return true;
  }
  const std::string_view role = role_of(reading, g);
  bool former = false;
  for (std::uint32_t t = g.first; t < g.head; ++t) former |= reading.grammar().is(reading.view, t, Word::former);
  // `the president` is who is it now, unless one who was is named right before.
  const bool now = !former && reading.is(group, Word::head_of_state);
  HeldRole held = held_role(reading, role);
  if (now) add_near(reading, g.first, role, held);
  // `the president` is none of a firm where a state has one.
  Holders found = !now ? held.ever() : held.states.most != EntityId::none ? held.states : held.firms;
  leave_out_beside(reading, group, role, found);
  if (found.most == EntityId::none) return false;
  if (now && means_another(reading, group, found.most)) return true;
  if (!found.several || (now && is_about_one(found))) out.push_back({found.most, Annotation::kUnknown, group, false});
  return true;
}

/// `The president held talks with President B`: another one than those of whom a role is told who are named in its clause.
void References::leave_out_beside(const ClauseReading& reading, std::uint32_t group, std::string_view role, Holders& found) const {
  Parties beside;
  add_beside(reading, group, beside);
  const auto holds = [&](EntityId person) {
    const auto held = reading.document->holds_of(person);
    return std::any_of(held.begin(), held.end(), [&](const Hold* hold) { return is_role(reading, hold->role, role); });
  };
  std::erase_if(beside, [&](const Party& p) {
    const Annotation& name = reading.annotations[p.annotation];
    const bool owns = name.last < reading.view.tokens.size() && reading.grammar().is(reading.view, name.last, Word::possessive_marker);
    return owns || name.first < reading.group(group).first || !holds(p.entity);  // `The president left before Mr. B's speech`
  });
  if (beside.empty() || (!found.several && !holds_entity(beside, found.most))) return;
  found = {};
  for (const Entity& entity : reading.entities) {
    const auto id = static_cast<EntityId>(&entity - reading.entities.data());
    if (entity.type == symbols::person && !holds_entity(beside, id) && holds(id)) found.add(id, entity.mentions.size());
  }
}

/// Adds to those who hold a role who is named right before a token, once more with where that is, and also who held it.
void References::add_near(const ClauseReading& reading, std::uint32_t token, std::string_view role, HeldRole& held) const {
  const std::uint32_t near = reading.sentences[reading.sentence - std::min(kReach, reading.sentence)].first;
  for (const Annotation& name : annotations_in(reading.annotations, {near, token})) {
    if (name.entity == EntityId::none) continue;
    for (const Hold* hold : reading.document->holds_of(name.entity)) {
      if (!is_role(reading, hold->role, role)) continue;
      const bool of_firm = hold->org != EntityId::none && reading.entities[std::size_t(hold->org)].type == symbols::org;
      (of_firm ? held.firms : held.states).add(name.entity, reading.entities[std::size_t(name.entity)].mentions.size(), name.last);
    }
  }
}

/// True if the sentence names, before a role, another one whom the gazetteers know to have held it (`when Obama came, a governor
/// greeted the president`), or tells a year some time before he came into it who holds it (in the last ones he sought it).
bool References::means_another(const ClauseReading& reading, std::uint32_t role, EntityId holder) const {
  const Group& g = reading.group(role);
  const Sentence sentence = reading.sentences[reading.sentence];
  const Lexicon& lexicon = *reading.view.lexicon;
  for (const Annotation& a : annotations_in(reading.annotations, {sentence.first, g.first})) {
    if (a.type != symbols::person || a.known == Annotation::kUnknown || a.entity == holder) continue;
    const std::string_view office = lexicon.attribute(lexicon.entities()[a.known], symbols::office);
    if (!office.empty() && is_role(reading, office, role_of(reading, g))) return true;
  }
  const NamedEntity* known = reading.known(holder);
  const int from = known ? year_in(lexicon.attribute(*known, symbols::from)) : 0;
  for (std::uint32_t t = sentence.first; from != 0 && t < sentence.last; ++t)
    if (reading.grammar().is(reading.view, t, Word::year) && year_in(reading.view.surface(t)) + kYearsOfSeeking < from) return true;
  return false;
}

/// The only person of the document who is told to hold a role now; none if there is none or several.
EntityId References::holder_of(const ClauseReading& reading, const Annotation& role) const {
  return held_role(reading, reading.view.surface(role.first, role.last)).now().only();
}

/// True if somebody of whom no hold tells the role may hold it: he is no passing name, and is told no other one.
bool References::may_hold(const ClauseReading& reading, const Party& party) const {
  const bool known = reading.entities[std::size_t(party.entity)].mentions.size() > 1 || leads(reading, party);
  return known && reading.document->holds_of(party.entity).empty();
}

}  // namespace liaison
