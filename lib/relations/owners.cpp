// The part of the references that finds whose something is where its clause tells: `A lied about his talks with B`.
#include "relations/references.h"

#include <algorithm>

namespace liaison {
namespace {

/// How many groups up a clause is looked for.
constexpr int kLongestChain = 8;

/// True if a group stands below another one, with no clause of what is said between the two.
bool stands_below(const Tree& tree, std::uint32_t group, std::uint32_t above) {
  for (int step = 0; group != Group::kNone && step < 2 * kLongestChain; ++step, group = tree.parent(group)) {
    if (group == above) return true;
    if (tree.label(group) == Label::content) return false;
  }
  return false;
}

}  // namespace

/// Whom the clause that a group stands in tells of, as far as it is told before the group: its subject, or the object of a
/// verb that asks about what is the object's (`A asked B about his talks`); kNone if there is none.
std::uint32_t References::actor_above(const ClauseReading& reading, std::uint32_t group) const {
  const Tree& tree = reading.tree;
  std::uint32_t at = tree.parent(group), below = group;
  bool content = false;
  for (int step = 0; at != Group::kNone && step < kLongestChain; ++step) {
    const Label label = tree.label(below);
    content |= label == Label::content;
    if (tree.is_noun(at) && label != Label::relative && label != Label::participle) {
      below = at;
      at = tree.parent(at);
      continue;
    }
    std::uint32_t actor = Group::kNone;
    if (tree.is_noun(at)) actor = tree.antecedent_of(below);
    else if (tree.is_verb(at) && label != Label::subject) {
      std::uint32_t object = tree.child(at, Label::object);
      if (object == Group::kNone) object = tree.child(at, Label::indirect_object);
      const bool asked = object != Group::kNone && object <= below && !content && !reading.group(at).has(Group::kPassive);
      if (asked && reading.lemma_is(at, Word::of_object)) return object;
      actor = tree.child(at, Label::subject);
      if (actor == Group::kNone) actor = tree.nodes[at].control;
    }
    if (actor != Group::kNone) return actor < group ? actor : Group::kNone;
    below = at;
    at = tree.parent(at);
  }
  return Group::kNone;
}

/// `A's trial begins in the week of B's trip to Cuba, where he will meet C`: whose the trip is that the place belongs to. True if that settles it.
bool References::owner_of_occasion(const ClauseReading& reading, std::uint32_t group, const Query& query, const Parties& taken,
                                   Parties& out) const {
  const Tree& tree = reading.tree;
  const std::uint32_t marker = tree.nodes[tree.parent(group)].marker;
  if (marker == Group::kNone || marker == 0 || !reading.is(marker, Word::relative_place)) return false;
  std::uint32_t at = marker - 1;
  if (at > 0 && reading.group(at).kind == Group::Kind::comma) --at;
  for (int step = 0; at != Group::kNone && step < kLongestChain; ++step, at = tree.parent(at)) {
    if (!tree.is_noun(at) && reading.group(at).kind != Group::Kind::preposition) return false;
    const std::uint32_t owner = tree.is_noun(at) ? tree.child(at, Label::owner) : Group::kNone;
    if (owner == Group::kNone) continue;
    const std::uint32_t name = reading.group(owner).name;
    if (name == Group::kNone || !may_be(reading, reading.annotations[name], query)) return false;
    const EntityId entity = reading.annotations[name].entity;
    if (holds_entity(taken, entity) || names_another(reading, reading.group(owner).last, query, entity)) return false;
    out.push_back({entity, name, Group::kNone, false});
    return true;
  }
  return false;
}

/// True if somebody who is named or told of beside the actor is no candidate for what a clause calls `his`: he stands before
/// another noun (`the Tim Cook aides`), or is only told of it (`A misled B about his talks`).
bool References::is_aside(const ClauseReading& reading, std::uint32_t other, std::uint32_t group) const {
  const Tree& tree = reading.tree;
  std::uint32_t noun = tree.list_head(other), verb = tree.parent(noun);
  const Label label = tree.label(noun);
  const bool toward = label == Label::prepositional_object && reading.is_preposition(verb, Word::toward);
  if (toward) verb = tree.parent(verb);
  else if (label != Label::object && label != Label::indirect_object) return false;
  return tree.is_verb(verb) && reading.lemma_is(verb, Word::of_subject) && stands_below(tree, group, verb);
}

/// True if nobody else told of between the group of an actor and another group may be the owner, but who stands aside.
bool References::may_own(const ClauseReading& reading, std::uint32_t actor, std::uint32_t group, const Query& query, EntityId who) const {
  for (std::uint32_t i = actor + 1; i < group; ++i) {
    const Group& g = reading.group(i);
    if (g.kind != Group::Kind::noun) continue;
    const bool named = g.name != Group::kNone;
    const bool fits = named ? may_be(reading, reading.annotations[g.name], query) && reading.annotations[g.name].entity != who
                            : g.has(Group::kRole) && g.has(Group::kDefinite) && !g.has(Group::kPlural | Group::kOwned);
    if (fits && !is_aside(reading, i, group)) return false;
  }
  return true;
}

/// `A said B had lied about his talks with C`: whom the clause of the pronoun tells of, where nobody else who fits is told of
/// between the two. True if that settles it, though it may be nobody.
bool References::acts_itself(const ClauseReading& reading, std::uint32_t group, const Query& query, const Parties& taken,
                             Parties& out) const {
  const std::uint32_t actor = group == Group::kNone ? group : actor_above(reading, group);
  if (actor == Group::kNone || query.types != kPersons || reading.tree.child(actor, Label::conjunct) != Group::kNone) return false;
  Parties found;
  const Group& g = reading.group(actor);
  if (g.has(Group::kPronoun)) {
    if (!reading.is(actor, query.gender) || !reading.is(actor, Word::plural_subject)) return false;
    pronoun(reading, g.head, actor, taken, found);
    if (found.size() != 1) return true;
  } else if (const std::uint32_t name = name_of(reading, actor); name != Annotation::kUnknown) {
    if (!may_be(reading, reading.annotations[name], query) || holds_entity(taken, reading.annotations[name].entity)) return false;
    found.push_back({reading.annotations[name].entity, name, Group::kNone, false});
  } else {
    return false;
  }
  if (!may_own(reading, actor, group, query, found[0].entity)) return g.has(Group::kPronoun);
  out.push_back(found[0]);
  return true;
}

/// `A met B, who said C had called him`: of several who fit, who says the clause whose object or phrase the pronoun is, where
/// nobody else is told of between the two.
bool References::met_the_speaker(const ClauseReading& reading, std::uint32_t group, const Parties& before, Parties& out) const {
  const Tree& tree = reading.tree;
  std::uint32_t at = group;
  for (int step = 0; at != Group::kNone && step < kLongestChain && tree.label(at) != Label::content; ++step) at = tree.parent(at);
  const std::uint32_t says = at == Group::kNone ? at : tree.parent(at);
  if (says == Group::kNone || !tree.is_verb(says)) return false;
  const std::uint32_t acts = tree.subject_of(at), subject = subject_before(reading, says, group);
  const bool one = subject != Group::kNone && tree.child(subject, Label::conjunct) == Group::kNone;
  const std::uint32_t name = one ? name_of(reading, subject) : Annotation::kUnknown;
  if (name == Annotation::kUnknown || acts == Group::kNone || acts == subject || reading.group(acts).has(Group::kPronoun)) return false;
  const std::uint32_t acting = name_of(reading, acts);
  const auto acts_too = [&](std::uint32_t annotation) {
    for (std::uint32_t c = tree.nodes[acts].first_child; c != Group::kNone; c = tree.nodes[c].next_sibling)
      if (tree.label(c) == Label::conjunct && reading.group(c).name == annotation) return true;
    return acting != Annotation::kUnknown && reading.annotations[acting].entity == reading.annotations[annotation].entity;
  };
  const auto between = [&](const Party& p) {
    return reading.annotations[p.annotation].first >= reading.annotations[name].last && !acts_too(p.annotation);
  };
  if (!holds_entity(before, reading.annotations[name].entity) || std::any_of(before.begin(), before.end(), between)) return false;
  out.push_back({reading.annotations[name].entity, name, Group::kNone, false, true});
  return true;
}

}  // namespace liaison
