#include "network/event_place.h"

#include <algorithm>
#include <string_view>

#include "lexicon/fold.h"
#include "network/mentions_from.h"
#include "pack_contents.h"

namespace liaison {
namespace {

constexpr std::size_t kFarthest = 60;   // bytes behind the trigger; beyond, something else is told

bool breaks(char c) { return std::string_view(",;:()\n\"").find(c) != std::string_view::npos; }

std::string_view last_word(std::string_view text) {
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text.substr(text.rfind(' ') + 1);
}

}  // namespace

EntityId event_place(const Document& document, const Analysis& analysis, const Evidence& evidence) {
  const Lexicon& lexicon = analysis.pack->contents().lexicon;
  const ClassId preposition = lexicon.find_class("in_preposition");
  if (preposition == ClassId::none || evidence.trigger.end == 0) return EntityId::none;
  const std::string_view text = evidence.place.in_title ? document.title : document.text;
  for (const Mention& mention : mentions_from(analysis, evidence.place.in_title, evidence.trigger.end)) {
    const Span span = mention.place.span;
    if (span.end > evidence.place.span.end || span.start > evidence.trigger.end + kFarthest) break;
    const std::string_view between = text.substr(evidence.trigger.end, span.start - evidence.trigger.end);
    if (std::any_of(between.begin(), between.end(), breaks)) break;
    const bool is_place = mention.type == symbols::gpe || mention.type == symbols::loc;
    const bool takes_part = std::any_of(evidence.participants.begin(), evidence.participants.end(),
                                        [&](const Participant& one) { return one.entity == mention.entity; });
    if (!is_place || takes_part || mention.entity == EntityId::none) continue;
    const WordId word = lexicon.find(folded(last_word(between)));
    if (word != kNoWord && lexicon.classes(word).has(preposition)) return mention.entity;
  }
  return EntityId::none;
}

}  // namespace liaison
