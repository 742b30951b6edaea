#include "relations/shared_bodies.h"

#include <algorithm>
#include <map>
#include <utility>

#include "lexicon/lexicon.h"
#include "relations/body_kinds.h"
#include "relations/hold_choice.h"
#include "relations/text_body.h"

namespace liaison {
namespace {

/// How far before a role the word may stand that says whose deputy it is: "his new acting vice president".
constexpr std::uint32_t kOwnerReach = 4;

/// True for national roles and other offices of a government: "finance secretary", but not "press secretary".
bool is_of_government(const HoldReading& r, const FoundHold& f) {
  if (is_national(r, f)) return true;
  const bool office = f.verb.empty() && f.role_last > f.role_first + 1 && r.view.classes(f.role_last - 1).has(r.classes->public_office);
  return office && !is_company_role(r, f.role_first, f.role_last) && !is_whole(r, f.role_first, f.role_last, r.classes->speaking_role);
}

/// True for roles that companies have too; "president" is one of them.
bool is_of_company(const HoldReading& r, const FoundHold& f) {
  const bool of_country = f.role_first > 0 && r.view.classes(f.role_first - 1).has(r.classes->nationality);
  if (!f.verb.empty() || of_country) return false;
  const bool president = f.role_last == f.role_first + 1 && is_national(r, f) && r.view.classes(f.role_first).has(r.classes->head_of_state);
  return president || is_company_role(r, f.role_first, f.role_last);
}

EntityId holder(const HoldReading& r, const FoundHold& f) { return r.annotations[f.person].entity; }

/// Those of a sentence.
std::span<const FoundHold> in_sentence(std::span<const FoundHold> found, Sentence sentence) {
  const auto first = std::lower_bound(found.begin(), found.end(), sentence.first,
                                      [](const FoundHold& f, std::uint32_t token) { return f.role_first < token; });
  return {first, std::lower_bound(first, found.end(), sentence.last,
                                  [](const FoundHold& f, std::uint32_t token) { return f.role_first < token; })};
}

/// The mention of him whose deputy holds a role: "his new vice president", "Ann Lee's minister"; `Annotation::kUnknown`
/// where none is told.
std::uint32_t superior_of(const HoldReading& r, const FoundHold& f) {
  auto is_time = [&](const ClassSet& word) {
    return word.has(r.classes->former) || word.has(r.classes->filler) || word.has(r.classes->incoming) || word.has(r.classes->current);
  };
  std::uint32_t at = f.role_first;
  for (std::uint32_t back = 0; back < kOwnerReach && at > f.sentence.first && is_time(r.view.classes(at - 1)); ++back) --at;
  if (at == f.sentence.first) return Annotation::kUnknown;
  const ClassSet& word = r.view.classes(--at);
  if (word.has(r.classes->possessive) && (word.has(r.classes->gender.he) || word.has(r.classes->gender.she)))
    return bearer_of({r.view, r.sentences, r.annotations, r.entities}, r.classes->gender, at);
  if (!word.has(r.classes->list.possessive)) return Annotation::kUnknown;
  for (const Annotation& name : annotations_in(r.annotations, f.sentence))
    if (name.last == at && name.type == symbols::person) return static_cast<std::uint32_t>(&name - r.annotations.data());
  return Annotation::kUnknown;
}

/// The place behind a name and the letter of a party: "(R-Texas)", ", D-Ohio"; none where none stands there.
EntityId state_behind(const HoldReading& r, const Annotation& name) {
  const std::uint32_t mark = name.last, size = static_cast<std::uint32_t>(r.view.tokens.size());
  if (mark + 3 >= size) return EntityId::none;
  const ClassSet& opens = r.view.classes(mark);
  if (!opens.has(r.classes->list.comma) && !opens.has(r.classes->list.bracket)) return EntityId::none;
  if (r.view.surface(mark + 1).size() != 1 || !r.view.classes(mark + 2).has(r.classes->list.hyphen)) return EntityId::none;
  const auto place = annotations_from(r.annotations, mark + 3);
  const bool found = !place.empty() && place.front().first == mark + 3 && place.front().type == symbols::gpe;
  return found ? place.front().entity : EntityId::none;
}

/// True if somebody is named with his office right before another one: "chairman Ann Lee and president Bob Hall".
bool stands_before(const HoldReading& r, const FoundHold& other, const FoundHold& f) {
  const Annotation& person = r.annotations[other.person];
  if (person.last >= f.role_first || other.role_last > person.first) return false;
  std::uint32_t at = person.last;
  at += r.view.classes(at).has(r.classes->list.comma);
  at += at < f.role_first && r.view.classes(at).has(r.classes->list.join);
  return at == f.role_first;
}

/// True if a role is that of the deputy of another one: "vice president" of "president".
bool is_deputy_of(const HoldReading& r, const FoundHold& f, const FoundHold& other) {
  const bool names_deputy = f.role_last > f.role_first + 1 && r.view.classes(f.role_first).has(r.classes->deputy_word);
  return names_deputy && f.verb.empty() && role_key(r, f.role_first + 1, f.role_last) == role_key(r, other);
}

/// The body of him whose deputy is named right behind him: "Toyota President Ann Lee and Vice President Bob Hall".
EntityId body_of_superior(const HoldReading& r, std::span<const FoundHold> beside, const FoundHold& f) {
  for (const FoundHold& other : beside)
    if (other.org != EntityId::none && stands_before(r, other, f) && is_deputy_of(r, f, other)) return other.org;
  return EntityId::none;
}

/// The company of him who is named with his office right before: "Toyota's chairman Ann Lee and president Bob Hall".
/// With a capital, "President" is one of a country.
EntityId company_of_neighbour(const HoldReading& r, std::span<const FoundHold> beside, const FoundHold& f) {
  if (is_national(r, f) && r.view.tokens[f.role_first].has(kFirstCapital)) return EntityId::none;
  for (const FoundHold& other : beside) {
    if (other.org == EntityId::none || !is_of_company(r, other)) continue;
    if (type_of(r, other.org) == symbols::org && !is_of_state(r, other.org) && stands_before(r, other, f)) return other.org;
  }
  return EntityId::none;
}

}  // namespace

void share_country(const HoldReading& r, std::vector<FoundHold>& found) {
  std::vector<std::pair<EntityId, EntityId>> countries;  // by holder
  for (const FoundHold& f : found)
    if (f.org != EntityId::none && is_national(r, f) && type_of(r, f.org) == symbols::gpe) countries.emplace_back(holder(r, f), f.org);
  std::sort(countries.begin(), countries.end());
  countries.erase(std::unique(countries.begin(), countries.end()), countries.end());
  for (FoundHold& f : found) {
    if (f.org != EntityId::none || !is_national(r, f)) continue;
    const bool of_something = f.role_last < f.sentence.last && r.view.classes(f.role_last).has(r.classes->of_preposition);
    auto own = std::lower_bound(countries.begin(), countries.end(), std::pair(holder(r, f), EntityId{}));
    if (of_something || own == countries.end() || own->first != holder(r, f)) continue;
    if (own + 1 == countries.end() || (own + 1)->first != holder(r, f)) f.org = own->second;
  }
}

void share_with_successors(std::vector<FoundHold>& found) {
  for (std::size_t i = 0; i < found.size(); ++i) {
    FoundHold& f = found[i];
    if (f.org != EntityId::none || !f.shared || f.foreign) continue;
    // Those of one role word stand side by side.
    auto is_told = [&](const FoundHold& other) { return other.role_first == f.role_first && other.org != EntityId::none && !other.shared; };
    if (i > 0 && is_told(found[i - 1])) f.org = found[i - 1].org;
    else if (i + 1 < found.size() && is_told(found[i + 1])) f.org = found[i + 1].org;
  }
}

void share_company(const HoldReading& r, std::vector<FoundHold>& found) {
  for (FoundHold& f : found) {
    const bool of_something = f.role_last < f.sentence.last && r.view.classes(f.role_last).has(r.classes->link);
    if (f.org != EntityId::none || of_something) continue;
    const std::span<const FoundHold> beside = in_sentence(found, f.sentence);
    f.org = body_of_superior(r, beside, f);
    if (f.org != EntityId::none || !is_of_company(r, f)) continue;
    OnlyBody company;
    for (const FoundHold& other : beside) {
      if (other.org == EntityId::none || holder(r, other) != holder(r, f)) continue;
      if (type_of(r, other.org) == symbols::org && !is_of_state(r, other.org) && is_of_company(r, other)) company.add(other.org);
    }
    f.org = company.get() != EntityId::none ? company.get() : company_of_neighbour(r, beside, f);
  }
}

void share_with_deputies(const HoldReading& r, std::vector<FoundHold>& found) {
  std::map<EntityId, OnlyBody> bodies;  // of their holders
  for (const FoundHold& f : found)
    if (f.org != EntityId::none && f.when == symbols::current) bodies[holder(r, f)].add(f.org);
  for (FoundHold& f : found) {
    if (f.org != EntityId::none || (!is_of_government(r, f) && !is_of_company(r, f))) continue;
    const std::uint32_t superior = superior_of(r, f);
    if (superior == Annotation::kUnknown) continue;
    const EntityId body = bodies[r.annotations[superior].entity].get();
    if (body == EntityId::none || (type_of(r, body) == symbols::gpe) != is_of_government(r, f)) continue;
    f.org = body;
    if (f.when == symbols::current) bodies[holder(r, f)].add(body);
  }
}

void find_states_of_members(const HoldReading& r, std::vector<FoundHold>& found) {
  for (FoundHold& f : found) {
    if (f.org != EntityId::none || !f.verb.empty() || !r.view.classes(f.role_last - 1).has(r.classes->elected_role)) continue;
    OnlyBody state;
    for (MentionId mention : r.entities[static_cast<std::size_t>(holder(r, f))].mentions)
      state.add(state_behind(r, r.annotations[static_cast<std::size_t>(mention)]));
    f.org = state.get();
  }
}

}  // namespace liaison
