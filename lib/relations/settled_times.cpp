#include "relations/settled_times.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "lexicon/lexicon.h"
#include "relations/hold_body.h"
#include "relations/known_entity.h"
#include "relations/known_offices.h"

namespace liaison {
namespace {

/// True if a word beside a name tells that its bearer died: "the late Ann Lee", "Ann Lee, 80, died", "Ann Lee, who died".
bool has_died(const HoldReading& r, const Annotation& name) {
  auto is = [&](std::uint32_t at, ClassId id) { return at < r.view.tokens.size() && r.view.classes(at).has(id); };
  if (name.first > 0 && is(name.first - 1, r.classes->dead)) return true;
  std::uint32_t at = name.last;
  if (is(at, r.classes->comma) && is(at + 2, r.classes->comma) && r.view.tokens[at + 1].has(kIsNumber)) at += 2;
  at += is(at, r.classes->comma);
  at += is(at, r.classes->relative);
  return is(at, r.classes->death) || (at < r.view.tokens.size() && r.phrase_begins(at, r.classes->death));
}

/// Who holds which role, in whatever body.
using Office = std::pair<EntityId, std::string>;

Office office_of(const HoldReading& r, const FoundHold& f) { return {r.annotations[f.person].entity, role_key(r, f)}; }

/// True if a word before a role puts it into the past: "former".
bool calls_former(const HoldReading& r, const FoundHold& f) {
  constexpr std::uint32_t kReach = 4;
  for (std::uint32_t at = f.role_first, step = 0; step < kReach && at-- > f.sentence.first; ++step)
    if (r.view.classes(at).has(r.classes->former)) return true;
  return false;
}

/// True for one who leads a country today, as far as the text tells.
bool leads_country(const HoldReading& r, const FoundHold& f) {
  if (f.when != symbols::current || !f.verb.empty()) return false;
  if (f.org != EntityId::none && r.entities[static_cast<std::size_t>(f.org)].type != symbols::gpe) return false;
  return is_whole(r, f.role_first, f.role_last, r.classes->head_of_state);
}

}  // namespace

bool tells_leader(const HoldReading& r, std::span<const FoundHold> found) {
  return std::any_of(found.begin(), found.end(), [&](const FoundHold& f) { return leads_country(r, f); });
}

std::uint32_t known_leader(const HoldReading& r, std::string_view office) {
  const Entity* leader = nullptr;
  for (std::size_t e = 0; e < r.entities.size(); ++e) {
    if (r.entities[e].type != symbols::person) continue;
    const InOffice in = in_office(r, static_cast<EntityId>(e), office);
    if (in == InOffice::maybe || (in == InOffice::yes && leader)) return Annotation::kUnknown;
    if (in == InOffice::yes) leader = &r.entities[e];
  }
  return leader ? static_cast<std::uint32_t>(leader->mentions.front()) : Annotation::kUnknown;
}

void end_with_death(const HoldReading& r, std::vector<FoundHold>& found) {
  std::vector<EntityId> dead;
  for (const Annotation& name : r.annotations)
    if (name.type == symbols::person && name.entity != EntityId::none && has_died(r, name)) dead.push_back(name.entity);
  std::sort(dead.begin(), dead.end());
  for (FoundHold& f : found)
    if (f.when == symbols::current && std::binary_search(dead.begin(), dead.end(), r.annotations[f.person].entity)) f.when = symbols::former;
}

void settle_former(const HoldReading& r, std::vector<FoundHold>& found) {
  std::map<Office, EntityId> told;
  for (const FoundHold& f : found)
    if (f.when == symbols::former && !f.past && calls_former(r, f)) told.emplace(office_of(r, f), f.org);
  if (told.empty()) return;
  for (FoundHold& f : found) {
    if (f.when != symbols::current || is_whole(r, f.role_first, f.role_last, r.classes->head_of_state)) continue;
    const auto former = told.find(office_of(r, f));
    if (former == told.end()) continue;
    const bool same = f.org == former->second || f.org == EntityId::none || former->second == EntityId::none;
    if (same) f.when = symbols::former;
  }
}

void settle_past(const HoldReading& r, std::vector<FoundHold>& found) {
  if (std::none_of(found.begin(), found.end(), [](const FoundHold& f) { return f.past; })) return;
  std::map<Office, Symbol> told;
  for (const FoundHold& f : found)
    if (!f.past) told.emplace(office_of(r, f), f.when);
  for (FoundHold& f : found) {
    if (!f.past) continue;
    const Office office = office_of(r, f);
    const auto elsewhere = told.find(office);
    if (elsewhere != told.end()) f.when = elsewhere->second;
    else if (in_office(r, office.first, office.second) == InOffice::yes) f.when = symbols::current;
  }
}

void end_earlier_offices(const HoldReading& r, std::vector<FoundHold>& found) {
  int latest = 0;
  EntityId successor = EntityId::none;
  for (const FoundHold& f : found) {
    const EntityId leader = r.annotations[f.person].entity;
    const int came = leads_country(r, f) ? year_in(known_of(r, leader, symbols::from)) : 0;
    if (came > latest) latest = came, successor = leader;
  }
  for (FoundHold& f : found) {
    if (latest == 0 || !leads_country(r, f)) continue;
    // In the year of the change only who had the same office has left it.
    const EntityId leader = r.annotations[f.person].entity;
    const bool same = known_of(r, leader, symbols::office) == known_of(r, successor, symbols::office);
    const int left = year_of_day(known_of(r, leader, symbols::left));
    if (left != 0 && left < latest + same) f.when = symbols::former;
  }
}

}  // namespace liaison
