#include "relations/body_kinds.h"

#include "lexicon/lexicon.h"
#include "relations/known_entity.h"

namespace liaison {

Symbol type_of(const HoldReading& r, EntityId body) {
  return body == EntityId::none ? symbols::none : r.entities[static_cast<std::size_t>(body)].type;
}

Symbol kind_of(const HoldReading& r, EntityId body) {
  const NamedEntity* known = known_entity(*r.view.lexicon, r.annotations, r.entities[static_cast<std::size_t>(body)]);
  return known ? known->subtype : symbols::none;
}

bool can_have_role(const HoldReading& r, EntityId body, const Unit& role) {
  if (type_of(r, body) != symbols::gpe) return !role.is(r.classes->elected_role) || kind_of(r, body) != symbols::party;
  if (role.is(r.classes->private_role)) return false;
  // `a Houston attorney`, but `the U.S. attorney`, `the Cook County attorney`
  const bool practises = role.last == role.first + 1 && role.is(r.classes->trade) && !r.view.tokens[role.first].has(kCapitalised);
  if (!practises) return true;
  const Symbol kind = kind_of(r, body);
  return kind == symbols::none || kind == symbols::country;
}

bool is_of_state(const HoldReading& r, EntityId body) {
  const Symbol kind = kind_of(r, body);
  return kind == symbols::government || kind == symbols::parliament;
}

bool is_whole(const HoldReading& r, std::uint32_t first, std::uint32_t last, ClassId word_class) {
  for (const Hit& hit : r.view.hits_at(first)) {
    const Entry& entry = r.view.lexicon->entries()[hit.entry];
    if (first + hit.length == last && !entry.is_name && entry.word_class() == word_class) return true;
  }
  return last == first + 1 && r.view.classes(first).has(word_class);
}

bool is_company_role(const HoldReading& r, std::uint32_t first, std::uint32_t last) {
  return is_whole(r, first, last, r.classes->company_role);
}

}  // namespace liaison
