// The part of the frame matcher that derives what a trigger is about, where that is an event of its own: `talks on a merger`.
#include <algorithm>
#include <utility>

#include "relations/frame_trace.h"
#include "relations/frames.h"

namespace liaison {
namespace {

constexpr std::uint32_t kNone = Group::kNone;

}  // namespace

/// What the trigger is about, where that is an event of its own: `talks on a merger`.
void FrameMatcher::derive(const Trigger& trigger, std::uint32_t at) {
  if ((trigger.flags & Trigger::kTheme) == 0) return;
  for (const Derivation& derivation : r_->book->derivations(r_->book->frame(trigger))) {
    if (!theme_in(derivation, at)) continue;
    EventTelling derived = out_->back();
    derived.kind = derivation.kind;
    std::uint32_t governor = r_->tree.governor(at);
    const Cue* cue = governor == kNone ? nullptr : find_cue(*r_, governor, derivation.kind);
    // `broke off merger talks`
    const Cue* ends = governor == kNone || !r_->tree.is_verb(governor) ? nullptr : find_cue(*r_, governor, Cue::kStatus, derivation.kind);
    if (ends && ends->value == symbols::denied && !r_->group(governor).has(Group::kNegated)) cue = ends;
    // `denied that it was in talks on a merger`
    const bool none = derived.status == symbols::denied && !(cue && cue->value == symbols::denied);
    derived.status = none ? symbols::denied : compose(cue ? cue->value : symbols::none, false, derivation.status);
    if (r_->trace) r_->trace->derived(derived);
    out_->push_back(std::move(derived));
    return;
  }
}

bool FrameMatcher::theme_in(const Derivation& derivation, std::uint32_t at) const {
  const Tree& tree = r_->tree;
  auto is_trigger = [&](WordId word) {
    return r_->book->names_event(word, r_->view.lexicon->noun_lemma(word), [&](const Trigger& t) {
      return t.phrase.words[1] == kNoWord && r_->book->frame(t).kind == derivation.kind;
    });
  };
  auto is_theme = [&](std::uint32_t noun) {
    const Trigger* t = trigger_at(noun);
    return t && t->kind == TriggerKind::noun && r_->book->frame(*t).kind == derivation.kind;
  };
  const Group& g = r_->group(at);
  // `in talks with A to form an alliance`, `negotiates to team up with A`
  if (derivation.place != symbols::compound && derivation.preposition == kNoWord) {
    const std::uint32_t up = tree.parent(at), verb = tree.governor(at);
    const bool copula = up != kNone && r_->group(up).kind == Group::Kind::preposition && tree.is_verb(verb) &&
                        r_->group(verb).has(Group::kCopula);
    for (std::uint32_t holder : {at, copula ? verb : kNone})
      for (std::uint32_t c = holder == kNone ? kNone : tree.nodes[holder].first_child; c != kNone; c = tree.nodes[c].next_sibling)
        if (c > at && tree.is_verb(c) && tree.label(c) == Label::complement && r_->group(c).has(Group::kInfinitive) &&
            makes(c, derivation.kind))
          return true;
    return false;
  }
  if (derivation.place == symbols::compound) {
    for (std::uint32_t t = g.first; t < g.head; ++t)
      if (is_trigger(r_->view.tokens[t].word)) return true;
    return false;
  }
  auto last = std::min<std::uint32_t>(static_cast<std::uint32_t>(tree.groups.size()), at + kPhraseReach);
  for (std::uint32_t i = at + 1; i < last; ++i) {
    if (r_->group(i).kind != Group::Kind::preposition || r_->group(i).word != derivation.preposition) continue;
    std::uint32_t object = tree.child(i, Label::prepositional_object);
    bool beside = tree.parent(i) == tree.governor(at) || reaches(i, at, kNoWord);
    // `talks aimed at a merger`, but not `talks at the firm`
    if (object == kNone || !beside || (r_->is(i, Word::at_place) && tree.label(tree.parent(i)) != Label::participle)) continue;
    // `talks on forming an alliance`
    if (tree.is_noun(object) ? is_theme(object) : tree.is_verb(object) && makes(object, derivation.kind)) return true;
  }
  return false;
}

/// True if a verb tells of an event of the kind, or lends it to its object: `to team up`, `to set up a venture`.
bool FrameMatcher::makes(std::uint32_t verb, Symbol kind) const {
  if (is_event_of(verb, kind)) return true;
  const Cue* cue = find_cue(*r_, verb, Cue::kSupport, kind);
  if (!cue || cue->value != symbols::occurred || (cue->flags & (Cue::kFactive | Cue::kNobody)) != 0) return false;
  std::uint32_t object = r_->tree.child(verb, Label::object);
  const bool particle = cue->phrase.words[1] != kNoWord && verb + 1 < r_->tree.groups.size() &&
                        r_->group(verb + 1).word == cue->phrase.words[1];
  if (object == kNone && particle) object = r_->tree.child(verb + 1, Label::prepositional_object);
  return object != kNone && r_->tree.is_noun(object) && is_event_of(object, kind);
}

}  // namespace liaison
