// The part of the frame matcher that says which bodies and states stand beside people of theirs, or for them.
#include <algorithm>

#include "relations/frames.h"

namespace liaison {
namespace {

constexpr std::uint32_t kNone = Group::kNone;

}  // namespace

/// Where persons stand beside bodies or countries, each stands for the one that he holds an office in, if there is one.
void FrameMatcher::let_bodies_stand() {
  auto type_of = [&](const Filled& f) { return r_->entities[std::size_t(f.party.entity)].type; };
  bool bodies = std::any_of(now_.filled.begin(), now_.filled.end(), [&](const Filled& f) { return type_of(f) != symbols::person; });
  if (!bodies) return;
  bool states = std::any_of(now_.filled.begin(), now_.filled.end(), [&](const Filled& f) { return type_of(f) == symbols::gpe; });
  PartyFinder finder(*r_, *references_);
  for (Filled& f : now_.filled) {
    if (type_of(f) != symbols::person) continue;
    const EntityId body = finder.body_of(f.party.entity);
    // A senator's deal with a broadcaster is his own.
    if (!states && body != EntityId::none && r_->entities[std::size_t(body)].type == symbols::gpe && !finder.is_country(body)) continue;
    if (finder.has_seat_for(f.party.entity, body)) continue;
    // `the first lady works with the Treasury`, `Merkel's coalition with the Greens`: no state is beside its own bodies or a party.
    const auto is_inside = [&](const Filled& other) {
      const EntityId who = other.party.entity;
      const bool own = finder.state_of(who) == body && type_of(other) != symbols::person && !is_of_subtype(who, symbols::parliament);
      return own || is_of_subtype(who, symbols::party);
    };
    const bool state = body != EntityId::none && r_->entities[std::size_t(body)].type == symbols::gpe;
    if (!states && state && std::any_of(now_.filled.begin(), now_.filled.end(), is_inside)) continue;
    bool told = std::any_of(now_.filled.begin(), now_.filled.end(), [&](const Filled& o) { return o.party.entity == body; });
    if (body == EntityId::none || told || is_of_subtype(body, symbols::parliament) || is_of_subtype(body, symbols::media)) continue;
    f.party.entity = body;
    f.party.annotation = Annotation::kUnknown;
  }
}

/// True for a chamber, a party, and who has a seat in one.
bool FrameMatcher::sits_in_parliament(const Filled& filled) const {
  const auto is_chamber = [&](EntityId body) { return is_of_subtype(body, symbols::parliament) || is_of_subtype(body, symbols::party); };
  if (is_chamber(filled.party.entity)) return true;
  const auto holds = r_->document->holds_of(filled.party.entity);
  return std::any_of(holds.begin(), holds.end(), [&](const Hold* hold) { return hold->when != symbols::former && is_chamber(hold->org); });
}

/// Leaves out bodies of those who are told with them. The members of a party stand for their chamber only beside others than its
/// own people: `talks between the president and lawmakers`, but not `lawmakers met the majority leader`; nor does a state or body
/// meet who holds an office in it.
void FrameMatcher::leave_out_own() {
  PartyFinder finder(*r_, *references_);
  const auto is_own = [&](const Filled& f) {
    if (r_->entities[std::size_t(f.party.entity)].type == symbols::person) return false;
    const std::uint32_t group = f.party.group;
    const bool members = group != kNone && r_->tree.is_noun(group) && r_->group(group).name == kNone &&
                         (r_->lemma_is(group, Word::party_member) ||
                          (r_->group(group).has(Group::kPlural) && r_->lemma_is(group, Word::head_of_state))) &&  // `Senate leaders`
                         is_of_subtype(f.party.entity, symbols::parliament);
    const bool state = r_->entities[std::size_t(f.party.entity)].type == symbols::gpe;
    // `the senator works with this administration`: that of his own country
    const bool home = state && group != kNone && r_->tree.is_noun(group) && r_->group(group).name == kNone &&
                      r_->group(group).name_count == 0 && r_->group(group).nations[0] == kNone && !r_->group(group).has(Group::kRole) &&
                      r_->lemma_is(group, Word::party) && r_->tree.child(group, Label::owner) == kNone;
    const bool body = !state && now_.kind != symbols::cooperation;
    // `the president met his Cabinet`
    const bool named = group != kNone && r_->tree.is_noun(group) && r_->group(group).name != kNone;
    const std::uint32_t owner = named ? r_->group(group).owner_token : kNone;
    if (!state && !now_.joint && r_->is_of_one(owner)) return true;
    return (members || state || body) && std::any_of(now_.filled.begin(), now_.filled.end(), [&](const Filled& other) {
      if (other.party == f.party || (!now_.joint && other.side == f.side)) return false;
      const EntityId who = other.party.entity;
      const bool person = r_->entities[std::size_t(who)].type == symbols::person;
      if (home && person && finder.has_seat(who)) return true;
      return (members && (sits_in_parliament(other) || (person && finder.has_seat(who)))) ||
             (body && person && finder.holds_office_in(who, f.party.entity)) ||
             (state && (finder.holds_office_in(who, f.party.entity) || (person && finder.state_of(who) == f.party.entity)));
    });
  };
  std::uint64_t own = 0;
  for (std::size_t i = 0; i < std::min<std::size_t>(64, now_.filled.size()); ++i) own |= std::uint64_t{is_own(now_.filled[i])} << i;
  std::size_t at = 0;
  if (own != 0) std::erase_if(now_.filled, [&](const Filled&) { return at < 64 && (own >> at++ & 1) != 0; });
}

}  // namespace liaison
