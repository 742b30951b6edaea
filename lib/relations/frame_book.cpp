#include "relations/frame_book.h"

#include <algorithm>

#include "liaison/error.h"

namespace liaison {
namespace {

/// Checked here once, so that who fills a place need not.
Table<Slot> open_slots(const Image& image) {
  const auto slots = image.table<Slot>(SectionId::slots);
  if (std::all_of(slots.begin(), slots.end(), [](const Slot& slot) { return slot.side < kMaxSides; })) return slots;
  throw Error(ErrorCode::bad_pack, "frames", "a damaged language pack: a place of its frames is on a side that cannot be");
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
      slots_(open_slots(image)),
      forbidden_(image.table<ForbiddenHead>(SectionId::frame_words)),
      derivations_(image.table<Derivation>(SectionId::derivations)),
      cues_(image.table<Cue>(SectionId::status_cues)),
      keys_(image.table<ReferenceKeys>(SectionId::reference_keys)),
      weights_(image.table<TellingWeight>(SectionId::telling_weights)),
      symbol_names_(image.table<std::uint32_t>(SectionId::symbol_names)),
      heads_(lexicon.word_count(), triggers_, [](const Trigger& t) { return head_of(t); }),
      cue_heads_(lexicon.word_count(), cues_, [](const Cue& c) { return c.phrase.words[0]; }) {
  gate_.add(lexicon.find_class(kTriggerClass));
}

std::span<const Trigger> FrameBook::triggers_of(WordId head) const { return heads_.of(triggers_, head); }

std::span<const Cue> FrameBook::cues_of(WordId first) const { return cue_heads_.of(cues_, first); }

std::string_view FrameBook::nation_at(const TextView& view, std::uint32_t token) const {
  const ClassId nationality = grammar_.id(Word::nationality);
  for (const Hit& hit : view.hits_at(token)) {
    const Entry& entry = lexicon_->entries()[hit.entry];
    if (hit.length > 1 && !entry.is_name && entry.word_class() == nationality) return lexicon_->attribute(entry, country_key());
  }
  return lexicon_->attribute(view.tokens[token].word, nationality, country_key());
}

}  // namespace liaison
