#include <algorithm>

#include "relations/clauses.h"

namespace liaison {
namespace {

/// How many steps a chain of governors may take.
constexpr int kLongestChain = 24;

}  // namespace

std::uint32_t Tree::child(std::uint32_t at, Label label) const {
  for (std::uint32_t c = nodes[at].first_child; c != kNone; c = nodes[c].next_sibling)
    if (nodes[c].label == label) return c;
  return kNone;
}

std::uint32_t Tree::governor(std::uint32_t at) const {
  at = list_head(at);
  std::uint32_t up = nodes[at].parent;
  if (up != kNone && groups[up].kind == Group::Kind::preposition) up = nodes[up].parent;
  return up;
}

std::uint32_t Tree::list_head(std::uint32_t noun) const {
  for (int step = 0; step < kLongestChain; ++step) {
    Label l = nodes[noun].label;
    if ((l != Label::conjunct && l != Label::apposition) || nodes[noun].parent == kNone) break;
    if (groups[noun].kind != groups[nodes[noun].parent].kind) break;
    noun = nodes[noun].parent;
  }
  return noun;
}

bool Tree::stands_below(std::uint32_t at, std::uint32_t above) const {
  for (int step = 0; at != kNone && step < kDeepest; ++step, at = nodes[at].parent)
    if (at == above) return true;
  return false;
}

std::uint32_t Tree::subject_of(std::uint32_t verb) const {
  for (int step = 0; step < kLongestChain && verb != kNone; ++step) {
    if (groups[verb].kind == Group::Kind::noun) return controller_of(verb);
    if (std::uint32_t subject = child(verb, Label::subject); subject != kNone) return subject;
    if (nodes[verb].control != kNone) return nodes[verb].control;
    std::uint32_t up = nodes[verb].parent;
    if (up == kNone) return kNone;
    // `A said meeting B was an honor`: who speaks, but not `that working with B is a mistake`
    if (nodes[verb].label == Label::subject) {
      const bool told = nodes[up].label == Label::content && is_verb(nodes[up].parent) &&
                        groups[up].has(Group::kPast | Group::kPerfect) && !groups[up].has(Group::kModal | Group::kFuture);
      if (!told) return kNone;
      verb = nodes[up].parent;
      continue;
    }
    // Who speaks does not act, but where nobody else is told: `"Just met B," A wrote`.
    if (nodes[verb].label == Label::content &&
        std::any_of(groups.begin(), groups.begin() + verb, [](const Group& g) { return g.kind == Group::Kind::noun; }))
      return kNone;
    if (nodes[verb].label == Label::relative || nodes[verb].label == Label::participle) return antecedent_of(verb);
    if (groups[up].kind == Group::Kind::preposition) up = nodes[up].parent;
    verb = up;
  }
  return kNone;
}

std::uint32_t Tree::antecedent_of(std::uint32_t verb) const {
  std::uint32_t noun = nodes[verb].parent;
  // `A and B, who is …`, `A and B, a company that …`: the last of them
  if (nodes[verb].label != Label::relative) return list_head(noun);
  const Group& told = groups[noun];
  const bool one = groups[verb].has(Group::kSingular) ||
                   (nodes[noun].label == Label::apposition && told.name == kNone && told.has(Group::kIndefinite) &&
                    !told.has(Group::kPlural));
  // `A, B and the states that …`: those states, where no comma stands before `that`
  const std::uint32_t which = nodes[verb].marker;
  const bool closed = which == kNone || which == 0 || groups[which - 1].kind == Group::Kind::comma;
  if (nodes[noun].label == Label::conjunct && told.name == kNone && told.has(Group::kPlural) && !closed) return noun;
  if (!one) return list_head(noun);
  for (int step = 0; step < kLongestChain && nodes[noun].label == Label::apposition && is_noun(nodes[noun].parent); ++step)
    noun = nodes[noun].parent;
  return noun;
}

std::uint32_t Tree::agent_of(std::uint32_t at) const {
  for (std::uint32_t c = nodes[at].first_child; c != kNone; c = nodes[c].next_sibling)
    if (nodes[c].label == Label::preposition && groups[c].has(Group::kAgent)) return child(c, Label::prepositional_object);
  return kNone;
}

std::uint32_t Tree::controller_of(std::uint32_t noun) const {
  if (std::uint32_t owner = child(noun, Label::owner); owner != kNone) return owner;
  if (std::uint32_t agent = agent_of(noun); is_noun(agent)) return agent;
  std::uint32_t up = governor(noun), head = list_head(noun);
  if (!is_verb(up)) return kNone;
  Label label = nodes[head].label;
  // `A was given the chance to meet B`
  if (groups[up].has(Group::kPassive)) {
    const bool given = label == Label::object && groups[head].has(Group::kDefinite | Group::kIndefinite | Group::kPlural);
    return given ? subject_of(up) : kNone;
  }
  if (label != Label::object && label != Label::prepositional_object && label != Label::complement) return kNone;
  return groups[up].has(Group::kCopula) && label == Label::complement ? child(up, Label::subject) : subject_of(up);
}

}  // namespace liaison
