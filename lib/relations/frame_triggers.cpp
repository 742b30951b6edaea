// The part of the frame matcher that finds which groups are triggers.
#include <algorithm>

#include "relations/frames.h"

namespace liaison {
namespace {

constexpr std::uint32_t kNone = Group::kNone;
/// How many words may stand between the first word of a noun trigger and the others.
constexpr std::uint32_t kPhraseGap = 2;

}  // namespace

/// The trigger that a group is, longer ones first; null where it is none. `after`: the next one behind it.
const Trigger* FrameMatcher::trigger_at(std::uint32_t group, const Trigger* after) const {
  const Group& g = r_->group(group);
  bool verb = g.kind == Group::Kind::verb, noun = g.kind == Group::Kind::noun && !g.has(Group::kPronoun);
  bool word = g.kind == Group::Kind::adverb || g.kind == Group::Kind::adjective;
  if (!verb && !noun && !word) return nullptr;
  bool named = noun && is_named(g);
  if (named && noun_of(group) == g.head) return nullptr;
  WordId own = named ? r_->view.tokens[noun_of(group)].word : g.word;
  WordId lemma = named ? r_->view.lexicon->noun_lemma(own) : g.lemma;
  if (verb && lemma != kNoWord) own = lemma;  // `found` is a form of `find`
  bool passed = after == nullptr;
  for (WordId key : {own, lemma == own ? kNoWord : lemma})
    for (const Trigger& trigger : r_->book->triggers_of(key)) {
      if (!passed) {
        passed = &trigger == after;
        continue;
      }
      bool kind_fits = trigger.kind == TriggerKind::verb ? verb : trigger.kind == TriggerKind::noun ? noun : word;
      if (!kind_fits || (trigger.kind != TriggerKind::noun && !may_stand(trigger.phrase.words[1]))) continue;
      if (lacks_object(trigger, group) || (named && !tells_of_itself(trigger))) continue;
      if (trigger.kind == TriggerKind::noun ? !words_before(group, trigger) : !particles_follow(*r_, group, trigger.phrase)) continue;
      if ((trigger.flags & Trigger::kApart) != 0 && are_together(group)) continue;
      if ((trigger.flags & Trigger::kMedium) != 0 && !are_apart(group)) continue;
      return &trigger;
    }
  return nullptr;
}

/// True if a trigger that counts only with an object has none and is not passive.
bool FrameMatcher::lacks_object(const Trigger& trigger, std::uint32_t at) const {
  return (trigger.flags & Trigger::kTransitive) != 0 && r_->tree.child(at, Label::object) == kNone && !r_->group(at).has(Group::kPassive);
}

/// True if the trigger has a place for those whom it is itself: `its partner Intel`.
bool FrameMatcher::tells_of_itself(const Trigger& trigger) const {
  auto slots = r_->book->slots(trigger);
  return std::any_of(slots.begin(), slots.end(), [](const Slot& s) { return (s.flags & Slot::kSelf) != 0; });
}

/// True if the name of somebody who may take part heads a noun group. `the Rhodes Armistice` is no such name.
bool FrameMatcher::is_named(const Group& group) const {
  if (group.name == kNone) return false;
  const Symbol type = r_->annotations[group.name].type;
  return type == symbols::person || type == symbols::org || type == symbols::gpe;
}

/// The token of a noun group's own noun: its head, or what stands right before a name that heads it.
std::uint32_t FrameMatcher::noun_of(std::uint32_t group) const {
  const Group& g = r_->group(group);
  if (!is_named(g)) return g.head;
  std::uint32_t name = r_->annotations[g.name].first;
  return name > g.first ? name - 1 : g.head;
}

/// The verb that an adverb or adjective stands beside.
std::uint32_t FrameMatcher::verb_beside(std::uint32_t word) const {
  auto size = static_cast<std::uint32_t>(r_->tree.groups.size());
  for (std::uint32_t step = 1; step <= 3; ++step) {
    if (word + step < size && r_->tree.is_verb(word + step)) return word + step;
    if (word >= step && r_->tree.is_verb(word - step)) return word - step;
  }
  return kNone;
}

/// The words of a noun trigger before its head.
bool FrameMatcher::words_before(std::uint32_t group, const Trigger& trigger) const {
  std::size_t length = 1;
  while (length < kMaxTriggerWords && trigger.phrase.words[length] != kNoWord) ++length;
  std::uint32_t head = noun_of(group);
  std::uint32_t first = r_->group(group).first, at = head;
  for (std::size_t i = 1; i < length; ++i) {
    WordId word = trigger.phrase.words[length - 1 - i];
    // `letters of intent`
    const auto fits = [&](WordId own) { return own == word || (i + 1 == length && r_->view.lexicon->noun_lemma(own) == word); };
    // `joint naval exercises`: other words may stand behind the first one.
    std::uint32_t gap = i + 1 == length ? kPhraseGap : 0;
    do {
      if (at == first) return false;
      --at;
    } while (!fits(r_->view.tokens[at].word) && gap-- > 0);
    if (!fits(r_->view.tokens[at].word)) return false;
  }
  return true;
}

/// True if a group tells by itself of an event of the kind in which several take part.
bool FrameMatcher::is_event_of(std::uint32_t group, Symbol kind) const {
  const Trigger* t = trigger_at(group);
  return t && r_->book->frame(*t).kind == kind && (t->flags & (Trigger::kJoint | Trigger::kMutual)) != 0 && (t->flags & Trigger::kOne) == 0;
}

}  // namespace liaison
