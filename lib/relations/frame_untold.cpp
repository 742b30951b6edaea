// The part of the frame matcher that tells nouns whose parties another telling of the sentence has: `signed a pact with A after talks`.
#include <algorithm>

#include "relations/frame_trace.h"
#include "relations/frames.h"
#include "relations/telling_score.h"

namespace liaison {
namespace {

constexpr std::uint32_t kNone = Group::kNone;
/// How far above a noun the meeting may stand that was held for it, in groups.
constexpr int kPurposeReach = 6;

}  // namespace

/// Notes a noun that lacks somebody whom another telling of the sentence may tell: `signed a pact with A after weeks of talks`.
void FrameMatcher::note_untold(const Trigger& trigger, std::uint32_t at) {
  const bool open = trigger.kind == TriggerKind::noun && (trigger.flags & Trigger::kWeak) == 0 && !unnamed_ && !owned_ &&
                    !tells_of_itself(trigger) &&
                    !r_->group(at).has(Group::kDefinite | Group::kOwned) && r_->tree.child(at, Label::owner) == kNone;
  // Not every meeting around a pact was with those of the pact, but negotiations were.
  bool leads = now_.kind == symbols::cooperation || (trigger.flags & Trigger::kTheme) != 0;
  for (std::uint32_t c = r_->tree.nodes[at].first_child; c != kNone; c = r_->tree.nodes[c].next_sibling)  // `after talks with banks`
    leads &= r_->group(c).kind != Group::Kind::preposition || r_->is(c, Word::part_marker) || !takes(at, r_->group(c).word);
  if (open && leads && (untold_.empty() || untold_.back().group != at)) untold_.push_back(now_);
}

/// Nouns that are told without those who take part, but stand in a clause that tells them: `signed a pact with A after weeks of
/// talks`, `the talks between A and B led to a pact`.
void FrameMatcher::tell_untold(std::size_t first) {
  for (EventTelling& untold : untold_) {
    const bool told = std::any_of(out_->begin() + static_cast<std::ptrdiff_t>(first), out_->end(),
                                  [&](const EventTelling& t) { return t.group == untold.group; });
    const EventTelling* carrier = told ? nullptr : carrier_of(untold, first);
    if (!carrier) continue;
    const auto is_carried = [&](const Filled& f) {
      return std::any_of(carrier->filled.begin(), carrier->filled.end(), [&](const Filled& o) { return o.party == f.party; });
    };
    if (!std::all_of(untold.filled.begin(), untold.filled.end(), is_carried)) continue;
    // `talks on a merger` have told it already.
    if (std::any_of(out_->begin() + static_cast<std::ptrdiff_t>(first), out_->end(),
                    [&](const EventTelling& t) { return t.kind == untold.kind && t.group == carrier->group; })) continue;
    now_ = untold;
    now_.filled = carrier->filled;
    now_.joint = carrier->joint;
    now_.status = status_of(*r_, now_.group, now_.kind);
    // `does not expect a pact in talks`: that there were none is not told.
    if (!now_.status || (now_.kind == symbols::meeting && now_.status == symbols::denied)) continue;
    features_.clear();
    features_of(*r_, now_, features_);
    now_.score = score_of(r_->book->weights(), features_);
    if (r_->trace) r_->trace->begin(*now_.trigger, now_.group);
    if (r_->trace) r_->trace->end(now_, features_, "");
    out_->push_back(now_);
  }
}

/// `talks on a merger`, `talks aimed at forming an alliance`: true if the noun `at` is what the other one is about.
bool FrameMatcher::is_about(std::uint32_t at, std::uint32_t noun) const {
  const Tree& tree = r_->tree;
  bool inside = false;
  for (int step = 0; step < 4 && at != kNone && at != noun; ++step) {
    if (step > 0 && tree.is_noun(at)) return false;
    inside |= r_->group(at).kind == Group::Kind::preposition && !r_->is(at, Word::part_marker);
    at = tree.parent(at);
  }
  return at == noun && inside;
}

/// The meeting that was held for what a noun tells, or to which it is joined: `met A in an effort to strike a pact`, `met A but failed
/// to strike a pact`, `met A, but no pact was struck`; null if there is none.
const EventTelling* FrameMatcher::meeting_for(const EventTelling& untold, std::size_t first) const {
  const Tree& tree = r_->tree;
  const std::uint32_t noun = tree.list_head(untold.group);
  std::uint32_t at = tree.governor(noun);
  if (!tree.is_verb(at)) return nullptr;
  const Cue* cue = find_cue(*r_, at, Cue::kSupport, untold.kind);
  const bool comes_about = tree.label(noun) == Label::subject && r_->group(at).has(Group::kPassive);
  if (!cue || (cue->flags & (Cue::kNobody | Cue::kFactive | Cue::kBeside)) != 0 || cue->as == symbols::to) return nullptr;
  if (tree.label(noun) == Label::subject && !comes_about) return nullptr;
  const bool discusses = r_->lemma_is(at, Word::discussing);
  bool own = comes_about;  // the clause has a subject of its own
  for (int step = 0; step < kPurposeReach; ++step) {
    const std::uint32_t up = tree.parent(at);
    if (up == kNone) return nullptr;
    const Label label = tree.label(at);
    own |= tree.is_verb(at) && tree.child(at, Label::subject) != kNone;
    const bool joined = label == Label::conjunct && tree.is_verb(at) && tree.is_verb(up) && own == comes_about;
    const bool purpose = !own && (label == Label::complement || label == Label::preposition || label == Label::prepositional_object);
    if (!joined && !purpose) return nullptr;
    for (std::size_t i = first; i < out_->size(); ++i) {
      const EventTelling& telling = (*out_)[i];
      if (telling.kind != symbols::meeting || telling.status == symbols::denied || telling.status == symbols::possible) continue;
      if (telling.group != up && (tree.is_noun(up) || tree.governor(telling.group) != up)) continue;
      // `met A to discuss a pact`: it need not be theirs, nor what officials signed when they had met.
      const auto is_person = [&](const Filled& f) { return r_->entities[std::size_t(f.party.entity)].type == symbols::person; };
      const bool bodies = std::none_of(telling.filled.begin(), telling.filled.end(), is_person);
      const bool people = std::all_of(telling.filled.begin(), telling.filled.end(), is_person);
      return bodies || (people && !discusses) ? &telling : nullptr;
    }
    if (joined) return nullptr;
    at = up;
  }
  return nullptr;
}

/// What tells who takes part in a noun that does not: what the verb above, or its object or subject, tells; null if nothing.
const EventTelling* FrameMatcher::carrier_of(const EventTelling& untold, std::size_t first) const {
  const Tree& tree = r_->tree;
  // `talks on a merger of A and B`
  if (untold.kind == symbols::meeting)
    for (std::size_t i = first; i < out_->size(); ++i)
      if (const EventTelling& t = (*out_)[i];
          t.kind == symbols::cooperation && t.status == symbols::possible && is_about(t.group, untold.group)) return &t;
  if (untold.kind == symbols::cooperation)
    if (const EventTelling* meeting = meeting_for(untold, first)) return meeting;
  std::uint32_t noun = tree.list_head(untold.group), up = tree.parent(noun);
  // `weeks of talks`, `a round of talks`
  for (int step = 0; step < 2 && up != kNone && r_->is_preposition(up, Word::part_marker); ++step) {
    const std::uint32_t above = tree.parent(up);
    const Cue* cue = above != kNone && tree.is_noun(above) ? find_cue(*r_, above, Cue::kStatus, untold.kind) : nullptr;
    if (!cue || cue->value) return nullptr;
    noun = tree.list_head(above);
    up = tree.parent(noun);
  }
  if (up == kNone) return nullptr;
  const bool below = r_->group(up).kind == Group::Kind::preposition;
  std::uint32_t verb = below ? tree.parent(up) : up;
  // `signed a pact after talks`: the phrase may hang on the object.
  const std::uint32_t object = below && tree.is_noun(verb) && tree.label(verb) == Label::object ? verb : kNone;
  if (object != kNone) verb = tree.parent(object);
  if (verb == kNone || !tree.is_verb(verb)) return nullptr;
  const Cue* cue = find_cue(*r_, verb, Cue::kSupport, untold.kind);
  const bool leads = cue && (cue->flags & Cue::kNobody) != 0 && cue->value == symbols::occurred;  // `led to`, `follows`
  const bool without = below && gives_status(*r_, up, untold.kind, symbols::denied);  // `ended without a pact`
  if (untold.kind == symbols::meeting ? !(below ? adjunct(untold.kind, up) : leads) : !leads && !without) return nullptr;
  for (std::size_t i = first; i < out_->size(); ++i) {
    const EventTelling& telling = (*out_)[i];
    const bool kinds = untold.kind == symbols::meeting ? telling.kind == symbols::cooperation : telling.kind == symbols::meeting;
    if (!kinds || telling.group == untold.group) continue;
    const std::uint32_t head = tree.list_head(telling.group);
    const std::uint32_t subject = tree.subject_of(verb);  // also that of `failed to produce a pact`
    const bool fits = untold.kind == symbols::cooperation || !below ? subject != kNone && tree.list_head(subject) == head
                      : object != kNone                   ? telling.group == object
                                                          : telling.group == verb || (tree.is_noun(telling.group) &&
                                                                                      tree.governor(telling.group) == verb);
    if (fits) return &telling;
  }
  return nullptr;
}

}  // namespace liaison
