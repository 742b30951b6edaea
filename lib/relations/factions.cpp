// The part of the party finder that says for which bodies members of theirs, and who is told of beside them, do not stand.
#include <algorithm>

#include "relations/parties.h"

namespace liaison {
namespace {

constexpr std::uint32_t kNone = Group::kNone;

}  // namespace

bool PartyFinder::has_seat_for(EntityId person, EntityId place) const {
  const auto holds = r_.document->holds_of(person);
  return std::any_of(holds.begin(), holds.end(), [&](const Hold* hold) { return hold->org == place && is_seat(*hold); });
}

bool PartyFinder::has_seat(EntityId person) const {
  const auto holds = r_.document->holds_of(person);
  return std::any_of(holds.begin(), holds.end(), [&](const Hold* hold) { return hold->when != symbols::former && is_seat(*hold); });
}

/// True if the words and names of a noun tell of exactly one party, so that it does not stand for the chamber or committee beside
/// it: `Senate Republicans`, `Labour Party members`, but not `Republican and Democratic lawmakers`.
bool PartyFinder::is_faction(std::uint32_t noun) const {
  const Group& g = r_.group(noun);
  int parties = 0;
  std::uint32_t t = g.first;
  for (std::uint8_t i = 0; i <= g.name_count; ++i) {
    const bool name = i < g.name_count;
    const std::uint32_t end = name ? r_.annotations[g.names[i]].first : g.head + 1;
    for (; t < end; ++t) parties += r_.grammar().is(r_.view, t, Word::faction);
    if (!name) break;
    parties += r_.is_known_as(r_.annotations[g.names[i]].entity, symbols::party);
    t = std::max(t, r_.annotations[g.names[i]].last);
  }
  return parties == 1;
}

/// `House and Senate Democrats`: the first chamber belongs to the noun as the second one does.
bool PartyFinder::opens_faction(std::uint32_t noun) const {
  const EntityId chamber = r_.annotations[r_.group(noun).name].entity;
  if (!r_.is_known_as(chamber, symbols::parliament) || noun + 2 >= r_.tree.groups.size()) return false;
  const Group& next = r_.group(noun + 2);
  return r_.group(noun + 1).kind == Group::Kind::conjunction && r_.tree.is_noun(noun + 2) && next.name == kNone && next.name_count > 0 &&
         is_faction(noun + 2);
}

/// Leaves out bodies for which members of theirs do not stand: any for others than who is told with them, a chamber for those of one
/// party, a party for its lawmakers, and a chamber for any but all of them.
void PartyFinder::leave_out_whole(std::uint32_t noun, Parties& found) const {
  // `met other NATO leaders`, `with other members of the council`: he is one himself
  const Group& g = r_.group(noun);
  bool others = false;
  for (std::uint32_t t = g.first; t < g.head; ++t)
    others |= r_.grammar().is(r_.view, t, Word::further) && r_.grammar().is(r_.view, t, Word::adjective);
  if (others && g.has(Group::kPlural))
    std::erase_if(found, [&](const Party& p) { return r_.entities[std::size_t(p.entity)].type == symbols::org; });
  const bool faction = is_faction(noun), lawmakers = r_.lemma_is(noun, Word::party_member) || r_.lemma_is(noun, Word::seat);
  const bool all = r_.grammar().is(r_.view, r_.group(noun).first, Word::quantifier);  // `wrote to all members of Congress`
  const bool members = (lawmakers || r_.lemma_is(noun, Word::member_party)) && !all;
  if (!faction && !lawmakers && !members) return;
  std::erase_if(found, [&](const Party& p) {
    if (r_.entities[std::size_t(p.entity)].type != symbols::org) return false;
    if (members && r_.is_known_as(p.entity, symbols::parliament)) return true;
    // `the Democrats at a polling firm`: they work there
    const std::uint32_t up = p.group != noun && p.group != kNone ? r_.tree.parent(p.group) : kNone;
    if (up != kNone && r_.is_preposition(up, Word::at_place)) return false;
    return r_.is_known_as(p.entity, symbols::party) ? lawmakers : faction;
  });
}

/// `governors at the White House`, `restaurant owners at the White House`: where those who are elected elsewhere, or
/// belong to something else, are told to be is no body of theirs.
bool PartyFinder::visits_there(std::uint32_t noun, std::uint32_t preposition) const {
  if (!r_.is(preposition, Word::at_place)) return false;
  // `leaders at the European Council`: those of its members
  const std::uint32_t place = r_.tree.child(preposition, Label::prepositional_object);
  const std::uint32_t name = place != kNone && r_.tree.is_noun(place) ? r_.group(place).name : kNone;
  if (name != kNone && r_.lemma_is(noun, Word::office) && r_.is_known_as(r_.annotations[name].entity, symbols::international)) return true;
  const Group& g = r_.group(noun);
  const bool elsewhere = g.head > g.first && r_.grammar().is(r_.view, g.head - 1, Word::noun_singular) &&
                         !r_.grammar().is(r_.view, g.head - 1, Word::adjective);
  return r_.is(noun, Word::elected) || elsewhere;
}

/// True for people who do not stand for the state or country that is told beside them: who sits for it, or lives there (`the
/// Florida senator`, `Ohio Republicans`), and who acts for a firm, a cause or for himself (`Chinese bankers`, `Chinese business
/// leaders`, but not `the Chinese industry minister`).
bool PartyFinder::stands_for_no_state(std::uint32_t noun) const {
  if (r_.lemma_is(noun, Word::party_member) || r_.lemma_is(noun, Word::seat) || r_.lemma_is(noun, Word::private_party)) return true;
  const Group& g = r_.group(noun);
  if (r_.lemma_is(noun, Word::state_party)) return false;
  for (std::uint32_t t = g.first; t < g.head; ++t)
    if (r_.grammar().is(r_.view, t, Word::private_sphere)) return true;
  return false;
}

}  // namespace liaison
