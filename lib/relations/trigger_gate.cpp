#include "relations/trigger_gate.h"

#include <algorithm>

namespace liaison {
namespace {

/// How many words a verb group may have before its verb, adverbs among them.
constexpr std::uint32_t kLongestVerb = 8;
/// How many words may stand behind the first word of a noun trigger.
constexpr std::uint32_t kPhraseGap = 2;

}  // namespace

bool TriggerGate::opens(Sentence sentence) const {
  if (sentence.last - sentence.first < 3) return false;
  Words words;
  for (std::uint32_t at = sentence.first; at < sentence.last; ++at) {
    if ((view_.words->gates(at) >> kTriggerGate & 1) == 0) continue;
    if (words.bits == 0) words = words_of(sentence);
    if (heads_any(words, at) && !is_of_name(at)) return true;
  }
  return false;
}

TriggerGate::Words TriggerGate::words_of(Sentence sentence) const {
  Words words{sentence};
  for (std::uint32_t at = sentence.first; at < sentence.last; ++at) words.bits |= Words::bit(view_.tokens[at].word);
  return words;
}

/// `the United Nations`: a word of a name triggers nothing.
bool TriggerGate::is_of_name(std::uint32_t at) const {
  const Annotation* name = annotation_at(annotations_, at);
  return name && name->form == Form::name && (name->type == symbols::person || name->type == symbols::org || name->type == symbols::gpe);
}

bool TriggerGate::heads_any(const Words& sentence, std::uint32_t at) const {
  const WordId word = view_.tokens[at].word;
  auto any = [&](WordId key, bool verbs, bool others) {
    if (key == kNoWord) return false;
    std::span<const Trigger> triggers = frames_.triggers_of(key);
    return std::any_of(triggers.begin(), triggers.end(), [&](const Trigger& t) {
      return (t.kind == TriggerKind::verb ? verbs : others) && heads(t, sentence, at);
    });
  };
  const WordId lemma = view_.lexicon->verb_lemma(word), noun = view_.lexicon->noun_lemma(word);
  const WordId verb = lemma == kNoWord ? word : lemma;  // `found` is a form of `find`
  return any(word, verb == word, true) || (verb != word && any(verb, true, false)) || (noun != word && any(noun, false, true));
}

bool TriggerGate::heads(const Trigger& trigger, const Words& sentence, std::uint32_t at) const {
  if (!has_words(trigger, sentence, at)) return false;
  if ((trigger.flags & Trigger::kErrand) != 0 && !lies_ahead(sentence, at)) return false;
  const auto tells_two = [&] {
    for (std::uint32_t t = sentence.first; t < at; ++t)
      if (frames_.grammar().is(view_, t, Word::pair)) return true;
    return false;
  };
  if ((trigger.flags & Trigger::kPair) != 0 && !tells_two()) return false;
  // What is agreed by a pact opens the gate by the noun.
  if ((trigger.flags & Trigger::kAgreed) != 0 && !has_agreement(sentence)) return false;
  const bool beside = trigger.kind == TriggerKind::verb || (trigger.kind == TriggerKind::noun && (trigger.flags & Trigger::kWeak) != 0);
  return !beside || has_other_side(trigger, sentence);
}

/// The other words of its phrase: those of a noun right before it, those of a verb anywhere behind it.
bool TriggerGate::has_words(const Trigger& trigger, const Words& sentence, std::uint32_t at) const {
  // The head, which may be inflected, is the last word of a noun and the first one of a verb.
  const std::size_t other = trigger.kind == TriggerKind::noun ? 0 : 1;
  std::size_t length = 1;
  for (; length < kMaxTriggerWords && trigger.phrase.words[length] != kNoWord; ++length)
    if (!sentence.may_hold(trigger.phrase.words[length - 1 + other])) return false;
  if (trigger.kind == TriggerKind::noun) {
    std::uint32_t token = at;
    for (std::size_t i = 1; i < length; ++i) {
      // Behind the first word others may stand.
      std::uint32_t gap = i + 1 == length ? kPhraseGap : 0;
      do {
        if (token == sentence.first) return false;
        --token;
      } while (view_.tokens[token].word != trigger.phrase.words[length - 1 - i] && gap-- > 0);
      if (view_.tokens[token].word != trigger.phrase.words[length - 1 - i]) return false;
    }
    return true;
  }
  auto stands_at = [&](std::uint32_t first) {
    for (std::size_t i = 1; i < length; ++i, ++first)
      if (first >= view_.tokens.size() || view_.tokens[first].word != trigger.phrase.words[i]) return false;
    return true;
  };
  if (length == 1) return true;
  if (length == 3 && at >= sentence.first + 2 && view_.tokens[at - 1].word == trigger.phrase.words[1] &&
      view_.tokens[at - 2].word == trigger.phrase.words[2])
    return true;  // `co-sponsored`
  for (std::uint32_t first = at + 1; first < sentence.last; ++first)
    if (stands_at(first)) return true;
  return false;
}

/// True if all that the trigger joins may stand in one place, or somebody in a place for the other side.
bool TriggerGate::has_other_side(const Trigger& trigger, const Words& sentence) const {
  if ((trigger.flags & (Trigger::kMutual | Trigger::kJoint)) != 0) return true;
  std::span<const Slot> slots = frames_.slots(trigger);
  return std::any_of(slots.begin(), slots.end(), [&](const Slot& slot) {
    return (slot.side > 0 || (slot.flags & Slot::kSet) != 0) && may_fill(slot, sentence);
  });
}

bool TriggerGate::may_fill(const Slot& slot, const Words& sentence) const {
  if (slot.preposition != kNoWord && !has_word(sentence, slot.preposition)) return false;
  return (slot.flags & Slot::kNamed) == 0 || (slot.types & types_in(sentence)) != 0;
}

bool TriggerGate::has_word(const Words& sentence, WordId word) const {
  if (!sentence.may_hold(word)) return false;
  for (std::uint32_t at = sentence.first; at < sentence.last; ++at)
    if (view_.tokens[at].word == word) return true;
  return false;
}

/// True if the verb may be an infinitive or in the future.
bool TriggerGate::lies_ahead(Sentence sentence, std::uint32_t at) const {
  for (std::uint32_t back = 1; back <= kLongestVerb && at >= sentence.first + back; ++back)
    for (Word word : {Word::infinitive_marker, Word::modal_planned})
      if (frames_.grammar().is(view_, at - back, word)) return true;
  return false;
}

bool TriggerGate::has_agreement(Sentence sentence) const {
  for (std::uint32_t at = sentence.first; at < sentence.last; ++at) {
    const WordId word = view_.tokens[at].word;
    for (WordId lemma : {word, view_.lexicon->verb_lemma(word), view_.lexicon->noun_lemma(word)})
      if (lemma != kNoWord && frames_.grammar().is(view_.lexicon->classes(lemma), Word::agreement)) return true;
  }
  return false;
}

/// The types of the names in a sentence, as bits of Symbols.
std::uint32_t TriggerGate::types_in(Sentence sentence) const {
  std::uint32_t types = 0;
  for (const Annotation& name : annotations_in(annotations_, sentence))
    if (name.type.id < 32) types |= std::uint32_t{1} << name.type.id;
  return types;
}

}  // namespace liaison
