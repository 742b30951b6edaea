#include "relations/hold_body.h"

#include <algorithm>

#include "relations/body_kinds.h"
#include "relations/hold_owner.h"
#include "relations/text_body.h"

namespace liaison {
namespace {

/// True for a word before a role that says nothing of whose it is: "former", "acting", "Republican".
bool describes(const HoldReading& r, const Unit& word) {
  if (word.annotation != Unit::kNoAnnotation) return false;
  const bool of_time = word.is(r.classes->former) || word.is(r.classes->incoming) || word.is(r.classes->current) ||
                       word.is(r.classes->filler);
  return of_time || word.is(r.classes->adjective) || word.is(r.classes->party_member) || word.is(r.classes->number_word);
}

/// True if a word before a role says whose role it is: "party chairman", "Judiciary Chairman", "the hotel's chairman".
bool names_body(const HoldReading& r, const Unit& word) {
  if (word.annotation != Unit::kNoAnnotation) return false;
  if (word.is(r.classes->former) || word.is(r.classes->incoming) || word.is(r.classes->current)) return false;
  if (word.is(r.classes->body_noun) || word.is(r.classes->list.possessive)) return true;
  return r.view.tokens[word.first].has(kFirstCapital) && !word.is(r.classes->list.article);
}

/// True for "city"; a capital is that of a name.
bool is_town(const HoldReading& r, const Unit& noun) {
  return noun.is(r.classes->town_noun) && !r.view.tokens[noun.first].has(kFirstCapital);
}

/// The common noun before a role, or before its possessive and what describes the holder ("the bank's first president",
/// "the panel's Republican chairman"), that says whose role it is; null where none does.
const Unit* noun_before(const HoldReading& r, std::uint32_t role) {
  constexpr std::uint32_t kDescribed = 2;
  std::uint32_t owner = role;
  for (std::uint32_t back = 0; back < kDescribed && owner > 0 && describes(r, r.units[owner - 1]); ++back) --owner;
  if (owner > 0 && r.units[owner - 1].is(r.classes->list.possessive)) role = owner;
  if (role > 0 && r.units[role - 1].is(r.classes->list.possessive)) --role;
  if (role == 0) return nullptr;
  const Unit& noun = r.units[role - 1];
  return noun.annotation == Unit::kNoAnnotation && (noun.is(r.classes->owning_noun) || is_town(r, noun)) ? &noun : nullptr;
}

/// The common noun behind a role that says whose it is: "chairman of the committee", "the top Democrat on the panel"; null
/// where none does, or where more follows that tells which one is meant ("of the bank of Ohio").
const Unit* noun_behind(const HoldReading& r, std::uint32_t role_end) {
  const std::size_t size = r.units.size(), noun = role_end + 2;
  if (noun >= size || !r.units[role_end].is(r.classes->preposition) || !r.units[role_end + 1].is(r.classes->the)) return nullptr;
  const Unit& unit = r.units[noun];
  if (unit.annotation != Unit::kNoAnnotation || !unit.is(r.classes->owning_noun) || r.view.tokens[unit.first].has(kFirstCapital))
    return nullptr;
  if (noun + 1 >= size) return &unit;
  const Unit& next = r.units[noun + 1];
  const bool mark = r.view.tokens[next.first].has(kIsPunctuation) && !next.is(r.classes->list.possessive) &&
                    !next.is(r.classes->list.hyphen);
  const bool ends = mark || next.is(r.classes->list.join) || next.is(r.classes->relative) || next.is(r.classes->say) ||
                    next.is(r.classes->auxiliary) || next.is(r.classes->subordinator);
  return ends && !next.is(r.classes->list.possessive) ? &unit : nullptr;
}

/// True if any one of a kind is meant: "a committee", not "the committee".
bool is_any(const HoldReading& r, const Unit& noun) {
  if (&noun == r.units.data()) return false;
  const Unit& before = *(&noun - 1);
  return before.is(r.classes->list.article) && !before.is(r.classes->the);
}

/// True if a noun is that of some person: "her party's chairman".
bool is_of_person(const HoldReading& r, const Unit& noun) {
  if (&noun == r.units.data()) return false;
  const Unit& before = *(&noun - 1);
  return before.is(r.classes->possessive) && (before.is(r.classes->gender.he) || before.is(r.classes->gender.she));
}

/// The body that stands before the holder as his owner ("Toyota's Ann Lee retires as president"); a country only of
/// the offices that it has ("France's Ann Lee, who became minister").
EntityId owner_of(const HoldReading& r, const UnitRange& person, const Unit& role) {
  if (person.first < 2 || !r.units[person.first - 1].is(r.classes->list.possessive)) return EntityId::none;
  const Unit& unit = r.units[person.first - 2];
  if (unit.type != symbols::org && unit.type != symbols::gpe) return EntityId::none;
  const EntityId owner = body_named(r, {person.first - 2, person.first - 1});
  const bool of_country = role.is(r.classes->national_role);
  if (unit.type == symbols::gpe) return of_country ? owner : EntityId::none;
  return of_country && owner != EntityId::none && kind_of(r, owner) == symbols::party ? EntityId::none : owner;
}

/// The town of "the city's police chief": the only place that the nearest sentence before names, but for countries and for
/// what a town lies in ("Salem, Oregon").
EntityId town_near(const HoldReading& r, std::uint32_t token, Sentence sentence) {
  for (std::uint32_t back = 0; back <= reach_behind(r, sentence, kBodyReach); ++back) {
    const Sentence& s = sentence_before(r, sentence, back);
    OnlyBody town;
    std::uint32_t end = s.first;  // of the place before
    for (const Annotation& name : annotations_in(r.annotations, s)) {
      if (name.type != symbols::gpe || name.entity == EntityId::none || name.first >= token) continue;
      const bool around = end > s.first && name.first == end + 1 && r.view.classes(end).has(r.classes->comma);
      end = name.last;
      if (!around && kind_of(r, name.entity) != symbols::country) town.add(name.entity);
    }
    if (town.any()) return town.get();
  }
  return EntityId::none;
}

/// The only organisation that speaks in the sentence before one: "…, the Treasury said. Spokesman Ann Lee …".
EntityId speaker_before(const HoldReading& r, Sentence sentence) {
  if (reach_behind(r, sentence, 1) == 0) return EntityId::none;
  OnlyBody speaker;
  for (const Annotation& name : annotations_in(r.annotations, sentence_before(r, sentence, 1)))
    if (name.type == symbols::org && r.view.classes(name.last).has(r.classes->say)) speaker.add(name.entity);
  return speaker.get();
}

/// The only organisation that the sentence before one names, if the sentence itself names none before a token: "Toyota posted
/// a loss. “Sales were poor,” said spokesman Ann Lee". None of the press, which only reports.
EntityId body_of_sentence_before(const HoldReading& r, std::uint32_t token, Sentence sentence) {
  const Naming near = nearest_naming(r, token, sentence, symbols::org);
  if (!near.sentence || reach_behind(r, sentence, 1) == 0 || near.sentence != &sentence_before(r, sentence, 1)) return EntityId::none;
  const EntityId found = only_body(r, *near.sentence, near.end, symbols::org);
  return found != EntityId::none && kind_of(r, found) == symbols::media ? EntityId::none : found;
}

/// The only organisation that the sentence names behind a token: "The bank's treasurer, Ann Lee, said HSBC would pay".
EntityId only_body_behind(const HoldReading& r, std::uint32_t token, Sentence sentence) {
  OnlyBody body;
  for (const Annotation& name : annotations_in(r.annotations, sentence))
    if (name.first > token && name.type == symbols::org) body.add(name.entity);
  return body.get();
}

/// True if nothing beside a role says whose it is: `said spokesman Ann Lee`, `Ann Lee, a spokeswoman, said`, but `said District
/// spokesman Ann Lee`, `campaign spokesman Ann Lee`, `Ann Lee, a spokeswoman for him`.
bool stands_alone(const HoldReading& r, const UnitRange& role) {
  const Unit& what = r.units[role.first];
  if (what.last != what.first + 1 || role.last != role.first + 1) return false;
  if (role.last < r.units.size() && r.units[role.last].is(r.classes->preposition)) return false;
  if (role.first == 0) return true;
  const Unit& before = r.units[role.first - 1];
  if (before.annotation != Unit::kNoAnnotation || before.is(r.classes->list.possessive)) return false;
  return before.is(r.classes->say) || before.is(r.classes->list.article) || r.view.tokens[before.first].has(kIsPunctuation);
}

/// True if a verb of saying stands beside a person and his role.
bool is_quoted(const HoldReading& r, const UnitRange& person, const UnitRange& role) {
  const std::uint32_t size = static_cast<std::uint32_t>(r.units.size());
  auto says = [&](std::uint32_t at) {
    return at < size && r.units[at].annotation == Unit::kNoAnnotation && r.units[at].is(r.classes->say);
  };
  const std::uint32_t first = std::min(person.first, role.first), last = std::max(person.last, role.last);
  const bool comma = last < size && r.units[last].is(r.classes->list.comma);
  return (first > 0 && says(first - 1)) || says(last + comma);
}

/// The body of a role that stands bare ("the chairman, Ann Lee,"), as `body=near` says.
EntityId body_of_bare(const HoldReading& r, const UnitRange& person, const UnitRange& role, Sentence sentence) {
  const EntityId owner = owner_of(r, person, r.units[role.last - 1]);
  if (owner != EntityId::none) return owner;
  if (const Unit* noun = noun_behind(r, role.last)) return body_called(r, *noun, sentence);
  // `executive director of a trade group` has a body, though it has no name.
  const bool own_body = role.last + 1 < r.units.size() && r.units[role.last].is(r.classes->link) &&
                        r.units[role.last + 1].is(r.classes->list.article);
  // `the Ann Lee campaign chairman`
  auto is_plain = [&](const Unit& word) {
    return word.annotation == Unit::kNoAnnotation && !r.view.tokens[word.first].has(kIsPunctuation) && !word.is(r.classes->auxiliary) &&
           !word.is(r.classes->list.join) && !word.is(r.classes->list.possessive);
  };
  const bool persons = role.first >= 2 && is_plain(r.units[role.first - 1]) && r.units[role.first - 2].type == symbols::person;
  if (own_body || persons) return EntityId::none;
  // `committee chairman`, `the committee's chairman`
  const Unit& what = r.units[role.first];
  if (const Unit* noun = noun_before(r, role.first)) {
    if (is_town(r, *noun)) return town_near(r, noun->first, sentence);
    // `a committee chairman` is that of any committee, `a committee spokesman` one of several of this one.
    const bool any = is_company_role(r, what.first, what.last) && is_any(r, *noun);
    const EntityId called = any ? EntityId::none : body_called(r, *noun, sentence);
    if (called != EntityId::none || !describes(r, r.units[role.first - 1])) return called;
  }
  const bool opens = role.first == 0 || (role.first == 1 && r.units[0].is(r.classes->list.article));
  if (opens && what.is(r.classes->speaking_role)) return speaker_before(r, sentence);
  if (what.is(r.classes->speaking_role) && stands_alone(r, role) && is_quoted(r, person, role))
    return body_of_sentence_before(r, what.first, sentence);
  // One body for all roles of the phrase: "its chairman and president"; but "Judiciary Chairman" has one of its own.
  bool company = role.first == 0 || !names_body(r, r.units[role.first - 1]);
  for (std::uint32_t at = role.first; company && at < role.last; ++at) {
    if (!is_company_role(r, r.units[at].first, r.units[at].last)) continue;
    // `chief executive` is always somebody's; a `chair` or a `director` may be any.
    const bool firm = r.units[at].last > r.units[at].first + 1;
    const std::uint32_t token = r.units[role.first].first;
    EntityId found = firm ? body_pointed_at(r, token, sentence, true) : body_near(r, token, sentence, symbols::org);
    if (found == EntityId::none && (firm || role.first > 0)) found = r.main_body;
    if (found == EntityId::none || is_of_state(r, found)) return EntityId::none;
    // A paper that the text names once only reports.
    const bool reports = kind_of(r, found) == symbols::media && r.entities[static_cast<std::size_t>(found)].mentions.size() == 1;
    return reports ? EntityId::none : found;
  }
  return EntityId::none;
}

}  // namespace

EntityId body_named(const HoldReading& r, const UnitRange& range) {
  if (!range) return EntityId::none;
  for (std::uint32_t at = range.first; at < range.last; ++at)
    if (r.units[at].annotation != Unit::kNoAnnotation) return r.annotations[r.units[at].annotation].entity;
  for (std::uint32_t at = range.first; at < range.last; ++at)
    if (auto country = country_of(r, r.units[at].first)) return place_called(r, *country);
  return EntityId::none;
}

EntityId body_elsewhere(const HoldReading& r, std::string_view told, const UnitRange& person, const UnitRange& body,
                        const UnitRange& role, Sentence sentence) {
  std::uint32_t token = r.units[role.first].first;
  if (told == "near") return body_of_bare(r, person, role, sentence);
  if (told == "called") {
    const Unit* noun = noun_behind(r, role.last);
    return noun ? body_called(r, *noun, sentence) : EntityId::none;
  }
  if (told == "described" && body) {
    const Unit& noun = r.units[body.first];
    const bool any = is_any(r, noun), speaks = r.units[role.first].is(r.classes->speaking_role);  // `a company spokesman`
    if ((any && !speaks) || is_of_person(r, noun)) return EntityId::none;
    if (noun.is(r.classes->country_noun)) return country_near(r, token, sentence);
    if (noun.is(r.classes->place_noun)) {
      const EntityId place = body_near(r, token, sentence, symbols::gpe);
      const Unit& held = r.units[role.last - 1];
      const bool of_state = held.is(r.classes->elected_role) && !held.is(r.classes->national_role);  // `the governor of the state`
      return of_state && place != EntityId::none && kind_of(r, place) == symbols::country ? EntityId::none : place;
    }
    if (noun.is(r.classes->org_noun)) {
      const bool named = nearest_naming(r, token, sentence, symbols::org).sentence;
      if (!named) return only_body_behind(r, token, sentence);
      if (any) return body_near(r, token, sentence, symbols::org);
      const EntityId found = body_pointed_at(r, token, sentence, true);
      return found != EntityId::none ? found : r.main_body;
    }
  }
  if (told == "owner" || (told == "described" && body && r.units[body.first].is(r.classes->possessive)))
    return body_of_owner(r, role, sentence);
  return EntityId::none;
}

}  // namespace liaison
