// The working memory of a reading: what each phase leaves for the next ones.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/look_up.h"
#include "liaison/analyzer.h"
#include "recognition/annotator.h"
#include "recognition/name_finder.h"
#include "relations/events.h"
#include "relations/holds.h"
#include "resolution/alias_finder.h"
#include "resolution/name_resolver.h"
#include "text/sentences.h"
#include "text/token.h"

namespace liaison {

/// Documents of more bytes are cut there, with a notice: offsets are 32 bits.
inline constexpr std::size_t kLargestText = std::size_t{1} << 30;
inline constexpr std::string_view kTitleGap = "\n\n";

/// Title and text as one: places in it are told apart again at the end.
struct WholeText {
  std::string joined;      // unused where there is no title
  std::string_view view;
  std::uint32_t title = 0; // bytes of the title

  void set(const Document& document) {
    title = static_cast<std::uint32_t>(std::min(document.title.size(), kLargestText));
    view = std::string_view(document.text).substr(0, kLargestText);
    if (title == 0) return;
    joined.assign(document.title, 0, title).append(kTitleGap).append(view);
    view = joined;
  }

  Place place(Span span) const {
    if (title == 0 || span.start < title) return {span, title != 0};
    auto shift = static_cast<std::uint32_t>(title + kTitleGap.size());
    return {{span.start - std::min(span.start, shift), span.end - std::min(span.end, shift)}, false};
  }
  Span whole(const Place& place) const {
    if (title == 0 || place.in_title) return place.span;
    auto shift = static_cast<std::uint32_t>(title + kTitleGap.size());
    return {place.span.start + shift, place.span.end + shift};
  }
};

/// Requires: used by one thread at a time.
struct Scratch::State {
  WholeText text;
  std::vector<Token> tokens;
  std::vector<Sentence> sentences, bodies;  // bodies: without datelines
  WordLookUp words;
  std::vector<Hit> hits;
  Annotator annotator;
  NameFinder name_finder;
  AliasFinder alias_finder;
  NameResolver resolver;
  HoldFinder hold_finder;
  EventFinder event_finder;
  std::vector<Annotation> fixed, names, annotations;
  std::vector<ToldAlias> aliases;

  /// What the phases of rules and the finders of holds and events did so far, counted in their steps: it grows with the text
  /// and with nothing else.
  std::uint64_t steps() const {
    return annotator.matcher().steps + alias_finder.matcher().steps + hold_finder.matcher().steps + event_finder.steps();
  }
  /// The starts of rules that were given up in the last document.
  std::size_t given_up() const {
    return annotator.matcher().exhausted + alias_finder.matcher().exhausted + hold_finder.matcher().exhausted;
  }
};

}  // namespace liaison
