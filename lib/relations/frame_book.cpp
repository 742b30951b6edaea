#include "relations/frame_book.h"

#include <algorithm>

namespace liaison {
namespace {

/// The records of a sorted table whose key, by `key_of`, is `key`.
template <class T, class KeyOf>
std::span<const T> range_of(const Table<T>& table, WordId key, KeyOf key_of) {
  auto less = [&](const T& record, WordId word) { return key_of(record) < word; };
  auto first = std::lower_bound(table.begin(), table.end(), key, less);
  auto last = first;
  while (last != table.end() && key_of(*last) == key) ++last;
  return {first, last};
}

}  // namespace

WordId head_of(const Trigger& trigger) {
  if (trigger.kind != TriggerKind::noun) return trigger.phrase.words[0];
  std::size_t last = 0;
  while (last + 1 < kMaxTriggerWords && trigger.phrase.words[last + 1] != kNoWord) ++last;
  return trigger.phrase.words[last];
}

FrameBook::FrameBook(const Image& image, const Lexicon& lexicon)
    : lexicon_(&lexicon),
      grammar_(lexicon),
      triggers_(image.table<Trigger>(SectionId::triggers)),
      frames_(image.table<Frame>(SectionId::frames)),
      slots_(image.table<Slot>(SectionId::slots)),
      forbidden_(image.table<ForbiddenHead>(SectionId::frame_words)),
      derivations_(image.table<Derivation>(SectionId::derivations)),
      cues_(image.table<Cue>(SectionId::status_cues)),
      keys_(image.table<ReferenceKeys>(SectionId::reference_keys)),
      symbol_names_(image.table<std::uint32_t>(SectionId::symbol_names)),
      heads_(lexicon.word_count()),
      cue_heads_(lexicon.word_count()) {
  gate_.add(lexicon.find_class(kTriggerClass));
  for (const Trigger& trigger : triggers_) heads_.add(head_of(trigger));
  for (const Cue& cue : cues_) cue_heads_.add(cue.phrase.words[0]);
}

std::span<const Trigger> FrameBook::triggers_of(WordId head) const {
  if (!heads_.has(head)) return {};
  return range_of(triggers_, head, [](const Trigger& t) { return head_of(t); });
}

std::span<const Cue> FrameBook::cues_of(WordId first) const {
  if (!cue_heads_.has(first)) return {};
  return range_of(cues_, first, [](const Cue& c) { return c.phrase.words[0]; });
}

}  // namespace liaison
