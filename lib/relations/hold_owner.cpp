#include "relations/hold_owner.h"

#include <algorithm>

#include "relations/body_kinds.h"
#include "relations/text_body.h"

namespace liaison {
namespace {

/// How many units stand between a possessive and its role at most, and how many words a description has.
constexpr std::uint32_t kPossessiveReach = 4, kLongest = 7;

/// The part of a sentence behind its last semicolon before a token.
Sentence part_with(const HoldReading& r, Sentence sentence, std::uint32_t token) {
  std::uint32_t first = token;
  while (first > sentence.first && r.view.surface(first - 1) != ";") --first;
  return {first, sentence.last};
}

/// True for a name that says where a body is, or a country's adjective: "The London shipping group".
bool is_of_place(const HoldReading& r, std::uint32_t token) {
  const Annotation* name = annotation_at(r.annotations, token);
  return name ? name->type == symbols::gpe || name->type == symbols::loc : r.view.classes(token).has(r.classes->nationality);
}

/// True if a part of a sentence is about a body that it does not name: "The shipping group also …".
bool begins_with_description(const HoldReading& r, Sentence part, std::uint32_t before) {
  if (!r.view.classes(part.first).has(r.classes->the)) return false;
  for (std::uint32_t t = part.first + 1; t < std::min(before, part.first + kLongest); ++t) {
    const ClassSet& word = r.view.classes(t);
    if ((r.view.tokens[t].has(kFirstCapital) && !is_of_place(r, t)) || word.has(r.classes->list.possessive)) return false;
    if (!word.has(r.classes->org_noun) || t + 1 >= before) continue;
    const ClassSet& next = r.view.classes(t + 1);
    if (next.has(r.classes->auxiliary) || next.has(r.classes->verb_past) || next.has(r.classes->verb_3sg)) return true;
    if (next.has(r.classes->comma) && t + 2 < before && r.view.classes(t + 2).has(r.classes->relative)) return true;
  }
  return false;
}

/// The organisation that the sentence before one is about, or tells of alone.
EntityId body_of_text_before(const HoldReading& r, Sentence sentence) {
  if (reach_behind(r, sentence, 1) == 0) return EntityId::none;
  return body_pointed_at(r, sentence.first, sentence_before(r, sentence, 1), false);
}

/// The only organisation that is the subject of a clause of its own there: "they lost when the Liberals would not join".
EntityId only_subject(const HoldReading& r, Sentence part, std::uint32_t before) {
  OnlyBody subject;
  for (const Annotation& name : annotations_in(r.annotations, part)) {
    if (name.first >= before || name.type != symbols::org || name.entity == EntityId::none || name.first == part.first) continue;
    const std::uint32_t at = name.first - r.view.classes(name.first - 1).has(r.classes->the);
    const bool opens = at == part.first || r.view.classes(at - 1).has(r.classes->subordinator);
    const ClassSet& next = r.view.classes(name.last);
    const bool owns = next.has(r.classes->list.possessive) || next.has(r.classes->list.hyphen) || next.has(r.classes->list.join);
    if (opens && !owns) subject.add(name.entity);
  }
  return subject.get();
}

/// The organisation that stands for "its" where it begins what comes behind a part that tells of it.
EntityId body_of_part(const HoldReading& r, Sentence part, std::uint32_t before, Sentence sentence) {
  if (begins_with_description(r, part, before)) return body_of_text_before(r, sentence);
  EntityId found = body_at_head(r, part, before, false);
  if (found == EntityId::none) found = only_body(r, part, before, symbols::org);
  return found != EntityId::none ? found : only_subject(r, part, before);
}

/// The only organisation there that may be a firm: "Halkbank, which the Treasury had fined, and its chairman".
EntityId only_firm(const HoldReading& r, Sentence sentence, std::uint32_t before) {
  OnlyBody firm;
  for (const Annotation& name : annotations_in(r.annotations, sentence)) {
    if (name.first >= before || name.type != symbols::org || name.entity == EntityId::none) continue;
    if (!is_of_state(r, name.entity) && kind_of(r, name.entity) != symbols::media) firm.add(name.entity);
  }
  return firm.get();
}

/// The unit of the noun that stands for a body in a phrase of its own, behind the last name before a token: "he said of the
/// union that its leader …"; null where there is none.
const Unit* described_behind_names(const HoldReading& r, Sentence part, std::uint32_t before) {
  const Unit* found = nullptr;
  for (std::size_t at = 1; at + 1 < r.units.size() && r.units[at].first < before; ++at) {
    const Unit& unit = r.units[at];
    if (unit.first < part.first) continue;
    if (unit.type == symbols::org || unit.type == symbols::gpe) found = nullptr;
    if (unit.annotation != Unit::kNoAnnotation || r.view.tokens[unit.first].has(kFirstCapital)) continue;
    if (!unit.is(r.classes->org_noun) && !unit.is(r.classes->owning_noun)) continue;
    const Unit &next = r.units[at + 1], &article = r.units[at - 1];
    const bool ends = r.view.tokens[next.first].has(kIsPunctuation) || next.is(r.classes->subordinator) || next.is(r.classes->auxiliary) ||
                      next.is(r.classes->list.join) || next.is(r.classes->verb_past);
    if (article.is(r.classes->the) && ends && !next.is(r.classes->list.possessive) && !next.is(r.classes->list.hyphen)) found = &unit;
  }
  return found;
}

/// True if an organisation is named there before a token.
bool names_org(const HoldReading& r, Sentence part, std::uint32_t before) {
  const auto names = annotations_in(r.annotations, part);
  return std::any_of(names.begin(), names.end(), [&](const Annotation& a) {
    return a.type == symbols::org && a.entity != EntityId::none && a.first < before;
  });
}

/// Whose "whose" is where a name stands right before it, a description of that ("Samsung, the super firm whose …") or what is
/// told on of it ("Samsung, which grew and whose …").
EntityId body_of_relative(const HoldReading& r, std::uint32_t whose, Sentence sentence) {
  std::uint32_t end = whose;
  if (end > sentence.first && r.view.classes(end - 1).has(r.classes->list.join)) {
    while (end > sentence.first && !r.view.classes(end - 1).has(r.classes->relative)) --end;
    if (end == sentence.first) return EntityId::none;
    --end;
  }
  auto body_at = [&](std::uint32_t last) {
    const Annotation* name = last > sentence.first ? annotation_at(r.annotations, last - 1) : nullptr;
    const bool body = name && name->last == last && (name->type == symbols::org || name->type == symbols::gpe);
    return body ? name->entity : EntityId::none;
  };
  const bool comma = end > sentence.first && r.view.classes(end - 1).has(r.classes->comma);
  if (const EntityId body = body_at(end - comma); body != EntityId::none) return body;
  if (comma) return EntityId::none;
  // `Samsung, the super firm whose …`
  std::uint32_t at = end;
  for (std::uint32_t step = 0; step < kLongest && at > sentence.first; ++step, --at) {
    const ClassSet& word = r.view.classes(at - 1);
    if (word.has(r.classes->comma)) return step > 1 && r.view.classes(at).has(r.classes->list.article) ? body_at(at - 1) : EntityId::none;
    if (word.has(r.classes->preposition) || word.has(r.classes->auxiliary) || word.has(r.classes->relative)) return EntityId::none;
  }
  return EntityId::none;
}

/// The token of the possessive before a role; that of the role where there is none near.
std::uint32_t possessive_before(const HoldReading& r, const UnitRange& role) {
  for (std::uint32_t back = 1; back <= kPossessiveReach && back <= role.first; ++back) {
    const Unit& unit = r.units[role.first - back];
    if (unit.annotation == Unit::kNoAnnotation && (unit.is(r.classes->possessive) || unit.is(r.classes->relative))) return unit.first;
  }
  return r.units[role.first].first;
}

}  // namespace

EntityId body_of_owner(const HoldReading& r, const UnitRange& role, Sentence sentence) {
  const std::uint32_t token = possessive_before(r, role);
  if (r.view.classes(token).has(r.classes->relative))
    if (const EntityId body = body_of_relative(r, token, sentence); body != EntityId::none) return body;
  const Sentence part = part_with(r, sentence, token);
  if (begins_with_description(r, part, token)) return body_of_text_before(r, sentence);
  const Unit& held = r.units[role.last - 1];
  const bool national = held.is(r.classes->national_role);
  const bool of_firm = !national && is_company_role(r, r.units[role.first].first, held.last);
  // `…; its chairman …`, `Its chairman …`: of what the part before tells.
  const bool opens = token == part.first || (token == part.first + 1 && r.view.classes(part.first).has(r.classes->list.join));
  EntityId owner = EntityId::none;
  if (opens && part.first > sentence.first) {
    const std::uint32_t end = part.first - 1;
    const Sentence before{part_with(r, sentence, end).first, end};
    if (names_org(r, before, end)) owner = body_of_part(r, before, end, sentence);
  } else if (opens && reach_behind(r, sentence, 1) > 0) {
    const Sentence& before = sentence_before(r, sentence, 1);
    if (names_org(r, before, before.last)) owner = body_of_part(r, before, before.last, before);
  }
  if (owner != EntityId::none) return owner;
  if (body_at_head(r, part, token, false) == EntityId::none) {
    if (const Unit* noun = described_behind_names(r, part, token))
      if (owner = body_called(r, *noun, sentence); owner != EntityId::none) return owner;
  }
  // An organisation rather than a place, unless the place stands in a nearer sentence.
  const Naming org = nearest_naming(r, token, sentence, symbols::org), place = nearest_naming(r, token, sentence, symbols::gpe);
  const bool nearer = place.sentence && (!org.sentence || org.sentence < place.sentence);
  owner = nearer ? EntityId::none : body_pointed_at(r, token, sentence, false);
  if (owner == EntityId::none && of_firm && org.sentence) owner = only_firm(r, *org.sentence, org.end);
  if (owner == EntityId::none && of_firm) return r.main_body;
  if (owner == EntityId::none && place.sentence) owner = only_body(r, *place.sentence, place.end, symbols::gpe);
  if (owner == EntityId::none && national) owner = country_near(r, token, sentence);
  return owner;
}

}  // namespace liaison
