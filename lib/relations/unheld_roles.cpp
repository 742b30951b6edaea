#include "relations/unheld_roles.h"

#include <algorithm>
#include <map>
#include <string>

#include "lexicon/lexicon.h"
#include "relations/body_kinds.h"
#include "relations/hold_body.h"
#include "relations/mere_trades.h"

namespace liaison {
namespace {

/// How many sentences back the name may stand.
constexpr std::ptrdiff_t kReach = 2;

/// A role with its body and no holder.
struct Unheld {
  EntityId body;
  std::uint32_t first, last;  ///< its tokens
  Sentence sentence;
  bool of_state;              ///< "president": there are as many of them as countries
};

bool is_body(const Unit& unit) { return unit.type == symbols::org || unit.type == symbols::gpe; }

/// Reads the units around a role for its body.
class BodyBeside {
 public:
  BodyBeside(const HoldReading& reading, std::uint32_t role) : r_(reading), role_(role) {}

  EntityId find() const {
    const std::uint32_t next = role_ + 1;
    if (next < r_.units.size() && r_.units[next].type == symbols::person) return EntityId::none;
    // `the state attorney's case`, but `the French president's visit`: there is one of him.
    const bool owns = next < r_.units.size() && is(next, r_.classes->list.possessive);
    if (owns && !r_.begins(role_, r_.classes->head_of_state)) return EntityId::none;
    const EntityId before = body_before();
    return before != EntityId::none ? before : body_behind();
  }

 private:
  bool is(std::uint32_t at, ClassId id) const { return r_.units[at].annotation == Unit::kNoAnnotation && r_.units[at].is(id); }
  bool is_time(std::uint32_t at) const { return is(at, r_.classes->current) || is(at, r_.classes->filler); }
  /// "an Israeli minister" is any of them; "the Israeli minister" is one who is known.
  bool is_definite(std::uint32_t first) const { return first == 0 || is(first - 1, r_.classes->the); }

  EntityId body_before() const {
    std::uint32_t at = role_;
    while (at > 0 && is_time(at - 1)) --at;
    const bool owned = at > 0 && is(at - 1, r_.classes->list.possessive);
    at -= owned;
    if (at == 0) return EntityId::none;
    if (is_body(r_.units[at - 1])) return owned || is_definite(at - 1) ? body_named(r_, {at - 1, at}) : EntityId::none;
    for (std::uint32_t words = 1; words <= std::min(at, 2u) && r_.units[at - words].annotation == Unit::kNoAnnotation; ++words) {
      EntityId body = is_definite(at - words) ? body_named(r_, {at - words, at}) : EntityId::none;
      if (body != EntityId::none) return body;
    }
    return EntityId::none;
  }

  EntityId body_behind() const {
    std::uint32_t at = role_ + 1, size = static_cast<std::uint32_t>(r_.units.size());
    std::uint32_t first = role_;
    while (first > 0 && is_time(first - 1)) --first;
    if (at >= size || !is(at, r_.classes->link) || !is_definite(first)) return EntityId::none;
    if (++at < size && is(at, r_.classes->list.article)) ++at;
    const bool owns = at + 1 < size && is(at + 1, r_.classes->list.possessive);
    return at < size && !owns && is_body(r_.units[at]) ? body_named(r_, {at, at + 1}) : EntityId::none;
  }

  const HoldReading& r_;
  std::uint32_t role_;
};

/// The roles of a sentence that nobody holds, with a body.
void read_sentence(const HoldReading& r, Sentence sentence, std::span<const FoundHold> found, std::map<std::string,
                   std::vector<Unheld>>& out) {
  for (std::uint32_t at = 0; at < r.units.size(); ++at) {
    const Unit& unit = r.units[at];
    if (unit.type != symbols::role || unit.is(r.classes->role_plural)) continue;
    auto at_role = std::lower_bound(found.begin(), found.end(), unit.first,
                                    [](const FoundHold& f, std::uint32_t first) { return f.role_first < first; });
    const bool held = at_role != found.end() && at_role->role_first == unit.first;
    const EntityId body = held ? EntityId::none : BodyBeside(r, at).find();
    if (body == EntityId::none || !can_have_role(r, body, unit)) continue;
    out[role_key(r, unit.first, unit.last)].push_back({body, unit.first, unit.last, sentence, r.begins(at, r.classes->head_of_state)});
  }
}

/// Who is named last before a role: in its sentence, or in the nearest one above that names anybody.
struct Before {
  bool any = false, person = false, others = false;  ///< anybody; the person; anybody else
  bool own = false;                                  ///< in the sentence of the role
};

Before named_before(const HoldReading& r, EntityId person, const Unheld& role) {
  Before found;
  auto own = std::lower_bound(r.sentences.begin(), r.sentences.end(), role.sentence.first,
                              [](const Sentence& s, std::uint32_t first) { return s.first < first; });
  for (std::ptrdiff_t back = 0; back <= kReach && own - r.sentences.begin() >= back && !found.any; ++back) {
    for (const Annotation& name : annotations_in(r.annotations, *(own - back))) {
      if (name.type != symbols::person || name.first >= role.first) continue;
      found.any = true, found.own = back == 0;
      (name.entity == person ? found.person : found.others) = true;
    }
  }
  return found;
}

/// True if a role may be told of the person: of nobody else who is named last before it. A head of state must be
/// named so, and alone.
bool may_hold(const HoldReading& r, EntityId person, const Unheld& role) {
  const Before before = named_before(r, person, role);
  if (before.own) return false;
  return role.of_state ? before.person && !before.others : before.person || !before.any;
}

/// The holds of one role, as indices: of whom the body is open, and which bodies others have.
struct OneRole {
  std::vector<std::size_t> open;
  EntityId person = EntityId::none;      ///< the only one of `open`
  std::vector<EntityId> taken, settled;  ///< bodies, and who holds the role in one
};

/// True if the body of a role may be told elsewhere: "French President" is of France, though the text may not name it.
bool is_open(const HoldReading& r, const FoundHold& f) {
  if (f.org != EntityId::none || !f.verb.empty() || f.when != symbols::current) return false;
  if (is_of_person(r, f)) return false;  // `the Clinton campaign chairman`
  return f.role_first == 0 || !r.view.classes(f.role_first - 1).has(r.classes->nationality);
}

/// Finds the only person of whom the body is open; false if there is none, or more than one.
bool find_person(const HoldReading& r, std::span<const FoundHold> found, OneRole& one) {
  auto person_of = [&](std::size_t hold) { return r.annotations[found[hold].person].entity; };
  std::sort(one.settled.begin(), one.settled.end());
  std::erase_if(one.open, [&](std::size_t hold) { return std::binary_search(one.settled.begin(), one.settled.end(), person_of(hold)); });
  if (one.open.empty()) return false;
  one.person = person_of(one.open.front());
  return std::all_of(one.open.begin(), one.open.end(), [&](std::size_t hold) { return person_of(hold) == one.person; });
}

/// What tells of the body in which the person holds the role; null where nothing does, or more than one body is told.
const Unheld* only_telling(const HoldReading& r, const OneRole& one, std::span<const Unheld> unheld) {
  const Unheld* found = nullptr;
  bool apart = false;
  for (const Unheld& role : unheld) {
    if (std::find(one.taken.begin(), one.taken.end(), role.body) != one.taken.end()) continue;
    if (found && found->body != role.body) return nullptr;
    apart |= may_hold(r, one.person, role);
    if (!found) found = &role;
  }
  return apart ? found : nullptr;
}

}  // namespace

void find_bodies_of_unheld(HoldReading& r, std::vector<Unit>& units, std::vector<FoundHold>& found) {
  if (std::none_of(found.begin(), found.end(), [&](const FoundHold& f) { return is_open(r, f); })) return;
  std::map<std::string, std::vector<Unheld>> unheld;
  for (Sentence sentence : r.sentences) {
    std::span<const Annotation> own = annotations_in(r.annotations, sentence);
    if (std::none_of(own.begin(), own.end(), [](const Annotation& a) { return a.type == symbols::role; })) continue;
    make_units(r.view, sentence, r.annotations, units);
    r.units = units;
    read_sentence(r, sentence, found, unheld);
  }
  if (unheld.empty()) return;
  std::map<std::string, OneRole> roles;
  for (std::size_t hold = 0; hold < found.size(); ++hold) {
    const FoundHold& f = found[hold];
    OneRole& one = roles[role_key(r, f)];
    const EntityId person = r.annotations[f.person].entity;
    if (f.org != EntityId::none) one.taken.push_back(f.org), one.settled.push_back(person);
    if (is_open(r, f)) one.open.push_back(hold);
  }
  for (auto& [key, one] : roles) {
    auto told = unheld.find(key);
    if (told == unheld.end() || !find_person(r, found, one)) continue;
    const Unheld* role = only_telling(r, one, told->second);
    if (!role) continue;
    for (std::size_t hold : one.open) found[hold].org = role->body;
    found[one.open.front()].told = {role->first, role->last, role->sentence};
  }
}

}  // namespace liaison
