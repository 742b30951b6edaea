// The part of the frame matcher that says whether those who talk are told to be together.
#include "relations/frames.h"

#include <algorithm>

namespace liaison {
namespace {

constexpr std::uint32_t kNone = Group::kNone;

}  // namespace

/// True if a phrase hangs on a trigger: on itself, on the verb that lends it its subject, or on somebody who takes part.
bool FrameMatcher::is_phrase_of(std::uint32_t preposition, std::uint32_t at) const {
  const Tree& tree = r_->tree;
  std::uint32_t up = tree.governor(preposition);
  if (up == kNone) return false;
  if (tree.is_noun(up) && r_->group(up).name != kNone) up = tree.governor(tree.list_head(up));  // `talked with A at the gate`
  const bool told_below = up != kNone && tree.is_verb(up) && tree.label(up) == Label::relative && tree.parent(up) == at;
  if (up == at || told_below) return true;  // `the talk that they had at the gate`
  return tree.is_noun(at) && tree.is_verb(up) && (tree.label(at) == Label::object || tree.label(at) == Label::subject) &&
         tree.parent(at) == up;
}

/// True if a phrase tells where or when people were together: `in Oslo`, `at the summit`, `over lunch`, `on the sidelines`.
bool FrameMatcher::brings_together(std::uint32_t preposition) const {
  if (r_->has_word(preposition, Word::together)) return true;  // `on the sidelines of`
  const std::uint32_t object = r_->tree.child(preposition, Label::prepositional_object);
  if (object == kNone || !r_->tree.is_noun(object)) return false;
  if (r_->is(preposition, Word::apart_in_time)) return false;  // `spoke with A ahead of the summit`
  const bool place = r_->is(preposition, Word::at_place) || r_->is(preposition, Word::inside);
  if (!place && !r_->is(preposition, Word::through) && !r_->is(preposition, Word::temporal)) return false;
  if (is_place(object)) return place || r_->group(object).name == kNone;
  return tells_of(object, symbols::meeting, Trigger::kApart | Trigger::kMedium);
}

/// True for a noun of a kind of event by triggers without some flags: not by those of a talk, of which that would have to be asked in
/// turn.
bool FrameMatcher::tells_of(std::uint32_t noun, Symbol kind, std::uint32_t without) const {
  const auto tells = [&](const Trigger& t) {
    return (t.flags & without) == 0 && r_->book->frame(t).kind == kind && words_before(noun, t);
  };
  return r_->book->names_event(r_->group(noun).word, r_->group(noun).lemma, tells);
}

/// True for where people may be together: `his office`, `Oslo`, `the White House`.
bool FrameMatcher::is_place(std::uint32_t noun) const {
  if (r_->lemma_is(noun, Word::together)) return true;
  if (r_->group(noun).name == kNone) return false;
  const Symbol type = r_->annotations[r_->group(noun).name].type;
  return type == symbols::gpe || type == symbols::loc || type == symbols::org;
}

/// True if it is told that those who talk are together: `talked with A in Oslo`, `flew there to talk with A`, `the room where he
/// talked with A`.
bool FrameMatcher::are_together(std::uint32_t at) const {
  const Tree& tree = r_->tree;
  if (tree.is_verb(at)) {
    const std::uint32_t up = tree.parent(at), which = tree.nodes[at].marker;
    if (on_errand(at) && !r_->group(at).has(Group::kFuture) && tree.is_verb(up) && r_->lemma_is(up, Word::travel)) return true;
    const bool seen = up != kNone && tree.is_verb(up) && r_->group(up).has(Group::kPassive) && r_->is(up, Word::together);
    if (seen) return true;  // `was seen talking`
    if (which != kNone && which > 1 && r_->is(which, Word::relative_place)) {
      const std::uint32_t place = which - (r_->group(which - 1).kind == Group::Kind::comma ? 2 : 1);
      if (tree.is_noun(place) && is_place(place)) return true;
    }
  }
  const auto size = static_cast<std::uint32_t>(tree.groups.size());
  for (std::uint32_t i = at > kPhraseReach ? at - kPhraseReach : 0; i < size && i < at + kPhraseReach; ++i) {
    const Group& g = r_->group(i);
    if (g.kind == Group::Kind::preposition && is_phrase_of(i, at) && brings_together(i)) return true;
    if ((g.kind == Group::Kind::adverb || g.kind == Group::Kind::adjective) && r_->is(i, Word::together) && i > 0 && tree.governor(i) == at)
      return true;
  }
  return false;
}

/// True if it is told that those who take part are not together: `discussed trade by phone`, `met over Zoom`.
bool FrameMatcher::are_apart(std::uint32_t at) const {
  // `a call in which they discussed trade`, `a letter discussing it`
  std::uint32_t what = r_->tree.is_verb(at) ? r_->tree.parent(at) : kNone;
  if (what != kNone && r_->tree.is_noun(what) && r_->group(what).name != kNone)
    what = r_->tree.governor(r_->tree.list_head(what));
  const bool below = what != kNone && (r_->tree.label(at) == Label::relative || r_->tree.label(at) == Label::participle);
  const bool talk = below && r_->tree.is_noun(what) && r_->group(what).name == kNone && tells_of(what, symbols::contact, Trigger::kMedium);
  if (talk && !are_together(what)) return true;
  const auto size = static_cast<std::uint32_t>(r_->tree.groups.size());
  for (std::uint32_t i = at > kPhraseReach ? at - kPhraseReach : 0; i < size && i < at + kPhraseReach; ++i) {
    const std::uint32_t up = r_->group(i).kind == Group::Kind::preposition ? r_->tree.governor(i) : kNone;
    if (up == kNone || (!is_phrase_of(i, at) && (r_->tree.label(up) != Label::object || r_->tree.parent(up) != at))) continue;
    const std::uint32_t object = r_->tree.child(i, Label::prepositional_object);
    if (object == kNone || !r_->tree.is_noun(object)) continue;
    // `discussed it in a phone call`, `during their call`
    const bool during = r_->is(i, Word::inside) || (r_->is(i, Word::temporal) && !r_->is(i, Word::apart_in_time));
    if (during && r_->group(object).name == kNone && tells_of(object, symbols::contact, Trigger::kApart | Trigger::kMedium)) return true;
    if (!r_->is(i, Word::through)) continue;
    if (r_->lemma_is(object, Word::medium)) return true;
    // `by video link`, but not `on phone prices`
    const bool way = r_->is(i, Word::agent_marker) || r_->group(i).last - r_->group(i).first > 1;
    if (way && r_->has_word(object, Word::medium)) return true;
  }
  return false;
}

}  // namespace liaison
