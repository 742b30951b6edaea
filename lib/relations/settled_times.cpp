#include "relations/settled_times.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "lexicon/lexicon.h"
#include "relations/body_kinds.h"
#include "relations/known_entity.h"
#include "relations/known_offices.h"

namespace liaison {
namespace {

/// True for a noun of a death that came about: "murder", not "attempted murder".
bool tells_death(const HoldReading& r, std::uint32_t token) {
  const bool noun = r.view.classes(token).has(r.classes->death_noun) || r.phrase_begins(token, r.classes->death_noun);
  return noun && (token == 0 || !r.view.classes(token - 1).has(r.classes->not_done));
}

/// True if a noun before a name, or before his title, tells that its bearer died: "the murder of chairman Ann Lee", but not "the
/// murder of Ann Lee's son".
bool is_of_death(const HoldReading& r, const Annotation& name) {
  constexpr std::uint32_t kReach = 10;
  if (name.last < r.view.tokens.size() && r.view.classes(name.last).has(r.classes->list.possessive)) return false;
  // `the murder of its chairman, Ann Lee`
  const bool apposed = name.first > 1 && r.view.classes(name.first - 1).has(r.classes->list.comma);
  const Annotation* title = apposed ? annotation_at(r.annotations, name.first - 2) : nullptr;
  const std::uint32_t end = title && title->type == symbols::role ? name.first - 1 : name.first;
  for (std::uint32_t at = end, step = 0; step < kReach && at-- > 1; ++step) {
    const ClassSet& word = r.view.classes(at);
    if (word.has(r.classes->of_preposition) && tells_death(r, at - 1)) return true;
    if (const Annotation* part = annotation_at(r.annotations, at)) {
      if (part->type == symbols::person) return false;
      continue;
    }
    const bool describes = word.has(r.classes->nationality) || word.has(r.classes->adjective) || word.has(r.classes->list.article) ||
                           word.has(r.classes->filler) || word.has(r.classes->party_member) || word.has(r.classes->list.possessive) ||
                           word.has(r.classes->list.honorific) || word.has(r.classes->of_preposition) ||
                           word.has(r.classes->possessive);
    if (!describes) return false;
  }
  return false;
}

/// True if a noun behind a name tells that its bearer died: "Ann Lee's murder", but not "Ann Lee's murder trial".
bool owns_death(const HoldReading& r, const Annotation& name) {
  const std::size_t size = r.view.tokens.size();
  auto is = [&](std::uint32_t at, ClassId id) { return at < size && r.view.classes(at).has(id); };
  if (!is(name.last, r.classes->list.possessive)) return false;
  const std::uint32_t noun = name.last + 1 + is(name.last + 1, r.classes->adjective);
  if (noun >= size || !r.view.classes(noun).has(r.classes->death_noun) || !tells_death(r, noun)) return false;
  const std::uint32_t next = noun + 1;
  if (next >= size || is(next, r.classes->of_preposition)) return false;
  return r.view.tokens[next].has(kIsPunctuation) || is(next, r.classes->preposition) || is(next, r.classes->auxiliary) ||
         is(next, r.classes->subordinator) || is(next, r.classes->list.join);
}

/// True if an apposition tells that its bearer died: "Ann Lee, a Toyota dealer who died in May,", but not "Ann Lee, mother of the boy
/// who died".
bool is_apposed_dead(const HoldReading& r, const Annotation& name) {
  constexpr std::uint32_t kReach = 8;
  const std::size_t size = r.view.tokens.size();
  if (name.last + 1 >= size || !r.view.classes(name.last).has(r.classes->comma)) return false;
  if (!r.view.classes(name.last + 1).has(r.classes->list.article)) return false;
  for (std::uint32_t at = name.last + 2, step = 0; step < kReach && at + 1 < size; ++step, ++at) {
    const ClassSet& word = r.view.classes(at);
    if (word.has(r.classes->relative))
      return step > 0 && (r.view.classes(at + 1).has(r.classes->death) || r.phrase_begins(at + 1, r.classes->death));
    const bool other = word.has(r.classes->comma) || word.has(r.classes->preposition) || word.has(r.classes->of_preposition) ||
                       word.has(r.classes->list.possessive) || word.has(r.classes->auxiliary) || word.has(r.classes->verb_past);
    if (other) return false;
  }
  return false;
}

/// True if a word beside a name tells that its bearer died: "the late Ann Lee", "Ann Lee, 80, died", "Ann Lee, who died".
bool has_died(const HoldReading& r, const Annotation& name) {
  auto is = [&](std::uint32_t at, ClassId id) { return at < r.view.tokens.size() && r.view.classes(at).has(id); };
  if (name.first > 0 && is(name.first - 1, r.classes->dead)) return true;
  if (is_of_death(r, name) || owns_death(r, name) || is_apposed_dead(r, name)) return true;
  std::uint32_t at = name.last;
  if (is(at, r.classes->comma) && is(at + 2, r.classes->comma) && r.view.tokens[at + 1].has(kIsNumber)) at += 2;
  at += is(at, r.classes->comma);
  const bool relative = is(at, r.classes->relative);
  at += relative;
  if (!relative && r.is_complement(name.first)) return false;
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
  if (f.org != EntityId::none && type_of(r, f.org) != symbols::gpe) return false;
  return leads_state(r, f);
}

/// The token behind the title that begins at one ("the President"), and whether it is that of a head of state; `end` where
/// a word makes it former.
std::uint32_t title_end(const HoldReading& r, std::uint32_t token, std::uint32_t end, bool& titled) {
  constexpr std::uint32_t kTitle = 4;
  for (std::uint32_t step = 0; step < kTitle && token < end; ++step, ++token) {
    const ClassSet& word = r.view.classes(token);
    if (word.has(r.classes->former)) return end;
    if (word.has(r.classes->head_of_state)) titled = true;
    else if (!word.has(r.classes->list.article) && !word.has(r.classes->adjective) && !word.has(r.classes->filler)) break;
  }
  return token;
}

/// The name that begins at a token; `Annotation::kUnknown` where none does.
std::uint32_t person_from(const HoldReading& r, std::uint32_t token) {
  for (const Annotation& name : annotations_from(r.annotations, token)) {
    if (name.first != token) break;
    if (name.type == symbols::person && name.entity != EntityId::none) return static_cast<std::uint32_t>(&name - r.annotations.data());
  }
  return Annotation::kUnknown;
}

/// The mention of a person whose public office it is: "George Lee's secretary of state", "Lee defense secretary Ann Harper".
std::uint32_t owner_of(const HoldReading& r, const FoundHold& f) {
  constexpr std::uint32_t kReach = 3;
  if (leads_state(r, f)) return Annotation::kUnknown;
  const ClassId office = r.classes->public_office;
  if (!r.view.classes(f.role_first).has(office) && !r.view.classes(f.role_last - 1).has(office)) return Annotation::kUnknown;
  std::uint32_t at = f.role_first;
  auto person_before = [&] {
    const Annotation* name = annotation_at(r.annotations, at - 1);
    return name && name->type == symbols::person && name->entity != EntityId::none ? name : nullptr;
  };
  for (std::uint32_t step = 0; step < kReach && at > f.sentence.first; ++step, --at) {
    const ClassSet& word = r.view.classes(at - 1);
    if (word.has(r.classes->list.possessive) || person_before()) break;
    if (!word.has(r.classes->filler) && !word.has(r.classes->adjective)) return Annotation::kUnknown;
  }
  if (at > f.sentence.first + 1 && r.view.classes(at - 1).has(r.classes->list.possessive)) --at;
  const Annotation* owner = at > f.sentence.first ? person_before() : nullptr;
  const bool is_other = owner && owner->entity != r.annotations[f.person].entity;
  return is_other ? static_cast<std::uint32_t>(owner - r.annotations.data()) : Annotation::kUnknown;
}

/// Where the body ends that is told right behind a role: "chairman of the World Bank"; the end of the role where none is.
std::uint32_t end_of_body(const HoldReading& r, const FoundHold& f) {
  constexpr std::uint32_t kReach = 3;
  if (f.role_last >= f.sentence.last || !r.view.classes(f.role_last).has(r.classes->link)) return f.role_last;
  for (std::uint32_t at = f.role_last + 1; at < std::min(f.role_last + 1 + kReach, f.sentence.last); ++at) {
    const Annotation* body = annotation_at(r.annotations, at);
    if (body) return body->entity == f.org && f.org != EntityId::none ? body->last : f.role_last;
  }
  return f.role_last;
}

/// The mention of the leader under whom somebody serves, in the words behind his role: "adviser to President Lee", "lawyer in
/// the Lee administration", "minister under Ann Lee", or before it ("Ann Lee's minister"); `Annotation::kUnknown` where none is told.
std::uint32_t leader_of(const HoldReading& r, const FoundHold& f) {
  if (const std::uint32_t owner = owner_of(r, f); owner != Annotation::kUnknown) return owner;
  const std::uint32_t end = f.sentence.last;
  const std::uint32_t behind_body = end_of_body(r, f);
  if (behind_body >= end) return Annotation::kUnknown;
  const ClassSet& link = r.view.classes(behind_body);
  const bool under = link.has(r.classes->under);
  if (!under && !link.has(r.classes->serving) && !link.has(r.classes->in_tenure)) return Annotation::kUnknown;
  bool titled = false;
  const std::uint32_t first = title_end(r, behind_body + 1, end, titled);
  const std::uint32_t leader = first < end ? person_from(r, first) : Annotation::kUnknown;
  if (leader == Annotation::kUnknown || leader == f.person) return Annotation::kUnknown;
  const std::uint32_t behind = r.annotations[leader].last;
  const std::uint32_t noun = behind < end && r.view.classes(behind).has(r.classes->list.possessive) ? behind + 1 : behind;
  const bool tenure = noun < end && (r.view.classes(noun).has(r.classes->tenure_noun) || r.phrase_begins(noun, r.classes->tenure_noun));
  const bool served = noun == behind && (under || (titled && link.has(r.classes->serving)));
  return served || (tenure && (under || link.has(r.classes->in_tenure))) ? leader : Annotation::kUnknown;
}

/// What a document tells of who leads a country, and who no longer does.
class ToldLeaders {
 public:
  ToldLeaders(const HoldReading& r, std::span<const FoundHold> found) {
    for (const FoundHold& f : found) {
      const EntityId leader = r.annotations[f.person].entity;
      const bool leads = f.verb.empty() && leads_state(r, f);
      if (leads && f.when == symbols::former) former_.push_back(leader);
      if (!leads_country(r, f)) continue;
      int& came = came_[seat_of(r, leader)];
      came = std::max(came, year_in(known_of(r, leader, symbols::from)));
    }
    std::sort(former_.begin(), former_.end());
  }

  /// True if somebody no longer leads his country: the lists know it, or the document tells it, or tells of who came after him.
  bool has_left(const HoldReading& r, const Annotation& name) const {
    const std::string_view known = known_of(r, name.entity, symbols::left);
    if (was_before(r, known) || had_left_by_surname(r, name, "")) return true;
    if (std::binary_search(former_.begin(), former_.end(), name.entity)) return true;
    const int left = year_of_day(known);
    const auto successor = came_.find(seat_of(r, name.entity));
    return left != 0 && successor != came_.end() && left <= successor->second;
  }

 private:
  /// The office of a leader, with its country.
  using Seat = std::pair<std::string_view, std::string_view>;

  static Seat seat_of(const HoldReading& r, EntityId leader) {
    return {known_of(r, leader, symbols::office), known_of(r, leader, symbols::country)};
  }

  std::vector<EntityId> former_;
  std::map<Seat, int> came_;  // the latest year in which a leader of the office came into it
};

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

bool names_leader(const HoldReading& r) {
  for (std::size_t e = 0; e < r.entities.size(); ++e)
    if (r.entities[e].type == symbols::person && !known_of(r, static_cast<EntityId>(e), symbols::from).empty()) return true;
  return false;
}

std::uint32_t leader_of_country(const HoldReading& r, EntityId country, Symbol code, std::string_view office,
                                std::span<const FoundHold> found) {
  const std::string_view called = known_attribute(*r.view.lexicon, r.annotations, r.entities[static_cast<std::size_t>(country)], code);
  if (called.empty()) return Annotation::kUnknown;
  EntityId leader = EntityId::none;
  for (std::size_t e = 0; e < r.entities.size(); ++e) {
    const EntityId person = static_cast<EntityId>(e);
    if (r.entities[e].type != symbols::person || known_of(r, person, symbols::country) != called) continue;
    const std::string own = office_in_words(known_of(r, person, symbols::office));
    if (in_office(r, person, office.empty() ? own : office) == InOffice::no) continue;
    const bool left = std::any_of(found.begin(), found.end(), [&](const FoundHold& f) {
      if (r.annotations[f.person].entity != person || f.when == symbols::current) return false;
      return leads_state(r, f);
    });
    if (left) continue;
    if (leader != EntityId::none) return Annotation::kUnknown;
    leader = person;
  }
  return leader == EntityId::none ? Annotation::kUnknown
                                  : static_cast<std::uint32_t>(r.entities[static_cast<std::size_t>(leader)].mentions.front());
}

void end_with_death(const HoldReading& r, std::vector<FoundHold>& found) {
  std::vector<EntityId> dead;
  for (const Annotation& name : r.annotations)
    if (name.type == symbols::person && name.entity != EntityId::none && has_died(r, name)) dead.push_back(name.entity);
  std::sort(dead.begin(), dead.end());
  for (FoundHold& f : found) {
    const bool died = std::binary_search(dead.begin(), dead.end(), r.annotations[f.person].entity);
    if (died && f.when == symbols::current) f.when = symbols::former;
  }
}

void settle_former(const HoldReading& r, std::vector<FoundHold>& found) {
  std::map<Office, EntityId> told;
  for (const FoundHold& f : found)
    if (f.when == symbols::former && !f.past && calls_former(r, f)) told.emplace(office_of(r, f), f.org);
  if (told.empty()) return;
  for (FoundHold& f : found) {
    if (f.when != symbols::current || leads_state(r, f)) continue;
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

void end_service(const HoldReading& r, std::vector<FoundHold>& found) {
  std::optional<ToldLeaders> leaders;  // where somebody serves anyone
  std::map<EntityId, bool> left;       // of those under whom somebody serves
  for (FoundHold& f : found) {
    if (f.when == symbols::former || !f.verb.empty()) continue;
    const std::uint32_t leader = leader_of(r, f);
    if (leader == Annotation::kUnknown) continue;
    if (!leaders) leaders.emplace(r, found);
    const auto [at, is_new] = left.try_emplace(r.annotations[leader].entity, false);
    if (is_new) at->second = leaders->has_left(r, r.annotations[leader]);
    if (at->second) f.when = symbols::former;
  }
}

void end_seats(const HoldReading& r, std::vector<FoundHold>& found) {
  constexpr int kActive = 20;  // years for which it is he whom the lists know, and no namesake
  if (!r.dated) return;
  for (FoundHold& f : found) {
    if (f.when != symbols::current || !f.verb.empty()) continue;
    if (!r.view.classes(f.role_last - 1).has(r.classes->elected_role) || is_national(r, f)) continue;
    const EntityId holder = r.annotations[f.person].entity;
    const bool full_name = r.entities[static_cast<std::size_t>(holder)].name.find(' ') != std::string::npos;
    if (!full_name || known_of(r, holder, symbols::office).empty()) continue;
    const int came = year_in(known_of(r, holder, symbols::from)), left = year_of_day(known_of(r, holder, symbols::left));
    if (came != 0 && came < r.year && (left == 0 || r.year < left + kActive)) f.when = symbols::former;
  }
}

}  // namespace liaison
