// Tells before a sentence is read whether it can hold an event at all.
#pragma once

#include <cstdint>
#include <span>

#include "relations/frame_book.h"
#include "rules/annotation.h"
#include "text/sentences.h"

namespace liaison {

/// Looks for triggers among the plain words of a sentence: most words that may head a trigger ("make peace", "joint
/// campaign") stand without what else the trigger calls for. It never shuts out a sentence in which the frames would tell
/// of an event. A view: all that it is given outlives it.
class TriggerGate {
 public:
  /// Requires: the words of the view were looked up with the gates of the frames; `annotations` are sorted.
  TriggerGate(const FrameBook& frames, const TextView& view, std::span<const Annotation> annotations)
      : frames_(frames), view_(view), annotations_(annotations) {}

  /// True if a trigger stands in the sentence with the other words of its phrase and one word or name for each side.
  /// Linear in the sentence for each word that may head a trigger.
  bool opens(Sentence sentence) const;

 private:
  /// A sentence, and its words as bits, of which two may share one: most of what is looked for does not stand there.
  struct Words : Sentence {
    std::uint64_t bits = 0;
    static std::uint64_t bit(WordId word) { return std::uint64_t{1} << word % 64; }
    bool may_hold(WordId word) const { return (bits & bit(word)) != 0; }
  };
  Words words_of(Sentence sentence) const;
  bool is_of_name(std::uint32_t at) const;
  bool heads_any(const Words& sentence, std::uint32_t at) const;
  bool heads(const Trigger& trigger, const Words& sentence, std::uint32_t at) const;
  bool has_words(const Trigger& trigger, const Words& sentence, std::uint32_t at) const;
  bool has_other_side(const Trigger& trigger, const Words& sentence) const;
  bool may_fill(const Slot& slot, const Words& sentence) const;
  bool has_word(const Words& sentence, WordId word) const;
  bool lies_ahead(Sentence sentence, std::uint32_t at) const;
  bool has_agreement(Sentence sentence) const;
  std::uint32_t types_in(Sentence sentence) const;

  const FrameBook& frames_;
  const TextView& view_;
  std::span<const Annotation> annotations_;
};

}  // namespace liaison
