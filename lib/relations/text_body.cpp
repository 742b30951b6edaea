#include "relations/text_body.h"

#include <algorithm>

#include "lexicon/lexicon.h"
#include "relations/hold_body.h"
#include "relations/known_entity.h"

namespace liaison {

Symbol kind_of(const HoldReading& r, EntityId body) {
  const NamedEntity* known = known_entity(*r.view.lexicon, r.annotations, r.entities[static_cast<std::size_t>(body)]);
  return known ? known->subtype : symbols::none;
}

bool can_have_role(const HoldReading& r, EntityId body, const Unit& role) {
  const Symbol type = r.entities[static_cast<std::size_t>(body)].type;
  // `a Houston attorney`, but `the U.S. attorney`, `the Cook County attorney`
  const bool practises = role.last == role.first + 1 && r.phrase_begins(role.first, r.classes->client_role) &&
                         kind_of(r, body) != symbols::none && kind_of(r, body) != symbols::country;
  if (type == symbols::gpe) return !role.is(r.classes->private_role) && !practises;
  return !role.is(r.classes->elected_role) || kind_of(r, body) != symbols::party;
}

EntityId body_at_head(const HoldReading& r, Sentence sentence, std::uint32_t before, bool no_press) {
  constexpr std::uint32_t kFronted = 7;  // words: `Last week, Toyota …`
  for (const Annotation& name : annotations_in(r.annotations, sentence)) {
    if (name.entity == EntityId::none || name.last >= before) continue;
    if (no_press && kind_of(r, name.entity) == symbols::media) return EntityId::none;
    const std::uint32_t first = name.first - (name.first > sentence.first && r.view.classes(name.first - 1).has(r.classes->the));
    const bool begins = first == sentence.first || (first - sentence.first <= kFronted && r.view.classes(first - 1).has(r.classes->comma));
    const ClassSet& next = r.view.classes(name.last);
    const bool owns = next.has(r.classes->list.possessive) || next.has(r.classes->list.hyphen) || next.has(r.classes->list.join);
    return name.type == symbols::org && begins && !owns ? name.entity : EntityId::none;
  }
  return EntityId::none;
}

void MostNamed::add(const HoldReading& r, EntityId other) {
  const std::size_t named = r.entities[static_cast<std::size_t>(other)].mentions.size();
  second = std::max(second, std::min(times, named));
  if (named > times) times = named, entity = other;
}

EntityId main_body(const HoldReading& r) {
  constexpr std::size_t kOften = 3;
  MostNamed most;
  for (std::uint32_t e = 0; e < r.entities.size(); ++e)
    if (r.entities[e].type == symbols::org) most.add(r, EntityId{e});
  if (most.times < kOften || !most.stands_out() || is_of_state(r, most.entity)) return EntityId::none;
  const Symbol kind = kind_of(r, most.entity);
  return kind == symbols::media || kind == symbols::party ? EntityId::none : most.entity;
}

}  // namespace liaison
