#include "relations/status_links.h"

#include <algorithm>

#include "relations/cues.h"

namespace liaison {
namespace {

constexpr std::uint32_t kNone = Group::kNone;
/// How far behind a noun the day for which it is set may be told, in groups.
constexpr std::uint32_t kDayReach = 6;

}  // namespace

std::uint32_t verb_above(const ClauseReading& r, std::uint32_t at) {
  if (!r.tree.is_noun(at)) return at;
  if (r.tree.label(at) == Label::object) return r.tree.parent(at);
  const std::uint32_t copula = r.tree.label(at) == Label::complement ? r.tree.parent(at) : kNone;
  if (copula != kNone && r.tree.is_verb(copula) && r.group(copula).has(Group::kCopula)) return copula;
  const std::uint32_t verb = r.tree.label(at) == Label::prepositional_object ? r.tree.parent(r.tree.parent(at)) : kNone;
  return verb != kNone && r.tree.is_verb(verb) ? verb : at;
}

bool is_one_event(const ClauseReading& r, std::uint32_t noun) {
  const Group& group = r.group(noun);
  return group.has(Group::kOwned) || (group.has(Group::kIndefinite) && !group.has(Group::kPlural));
}

bool is_the_one(const ClauseReading& r, std::uint32_t noun) {
  if (!r.tree.is_noun(noun) || !r.group(noun).has(Group::kDefinite) || r.group(noun).has(Group::kOwned)) return false;
  const auto end = std::min<std::size_t>(r.tree.groups.size(), noun + kDayReach);
  for (std::uint32_t g = noun + 1; g < end && r.group(g).kind != Group::Kind::verb; ++g) {  // `the meeting of A and B for Friday`
    const bool then = r.group(g).kind == Group::Kind::time && r.grammar().is(r.view, r.group(g).first, Word::infinitive_subject);
    if (then && r.has_word(g, Word::weekday)) return false;
  }
  return true;
}

bool is_manner(const ClauseReading& r, std::uint32_t noun) {
  const Group& group = r.group(noun);
  return r.tree.is_noun(noun) && r.tree.parent(noun) + 1 == noun && group.name == kNone &&
         !group.has(Group::kDefinite | Group::kIndefinite | Group::kOwned | Group::kPlural | Group::kNegated);
}

bool names_as(const ClauseReading& r, std::uint32_t verb, std::uint32_t preposition) {
  const std::uint32_t object = r.tree.child(verb, Label::object);
  if (r.group(verb).has(Group::kPassive))
    return verb < preposition && std::none_of(r.tree.groups.begin() + verb, r.tree.groups.begin() + preposition, [](const Group& g) {
             return g.kind == Group::Kind::comma || g.kind == Group::Kind::conjunction;
           });
  return verb < preposition && object != kNone && object < preposition;
}

bool has_own_subject(const ClauseReading& r, std::uint32_t gerund, Symbol kind) {
  if (!r.tree.is_verb(gerund) || !r.group(gerund).has(Group::kGerund) || r.tree.label(gerund) != Label::participle) return false;
  const std::uint32_t noun = r.tree.parent(gerund);
  const std::uint32_t up = noun + 1 == gerund && r.tree.is_noun(noun) && r.group(noun).name != kNone ? r.tree.parent(noun) : kNone;
  if (up == kNone || (r.tree.label(noun) != Label::object && r.tree.label(noun) != Label::prepositional_object)) return false;
  const Cue* cue = find_cue(r, gerund, Cue::kStatus, kind);
  if (cue && (cue->flags & Cue::kFactive) != 0) return false;
  // `was in Japan meeting A`: who was there
  return r.annotations[r.group(noun).name].type != symbols::gpe || !r.is_preposition(up, Word::inside);
}

bool stands_free(const ClauseReading& r, std::uint32_t up, std::uint32_t preposition, Symbol kind) {
  const Cue* cue = find_cue(r, up, kind);
  if (!cue || cue->phrase.words[1] != kNoWord) return false;
  if (r.tree.is_noun(up)) return r.is(preposition, Word::inside) || r.is(preposition, Word::at_place) || r.is(preposition, Word::temporal);
  if (!r.is(preposition, Word::role_marker)) return false;
  for (std::uint32_t over : {up, r.tree.child(preposition, Label::prepositional_object)}) {
    const std::uint32_t below = over == kNone ? kNone : r.tree.child(over, Label::complement);
    if (below != kNone && r.group(below).has(Group::kInfinitive)) return true;
  }
  return false;
}

bool lacks_nothing(const ClauseReading& r, std::uint32_t verb, const Cue& lent) {
  if (governs_other(r, verb, lent)) return true;  // `a letter that A is working on a pact`
  const bool passive = r.group(verb).has(Group::kPassive);
  return r.tree.child(verb, Label::object) != kNone && (r.tree.child(verb, Label::subject) != kNone || !passive);
}

}  // namespace liaison
