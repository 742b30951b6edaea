// The mentions behind a place of a document.
#pragma once

#include <algorithm>
#include <span>

#include "liaison/analysis.h"

namespace liaison {

/// The mentions of the title, or of the text, that begin at an offset, in UTF-8 bytes, or behind it, in text order: a view of
/// those of the analysis. O(log n).
inline std::span<const Mention> mentions_from(const Analysis& analysis, bool in_title, std::uint32_t start) {
  const auto text = std::partition_point(analysis.mentions.begin(), analysis.mentions.end(), [](const Mention& m) { return m.place.in_title; });
  const auto begin = in_title ? analysis.mentions.begin() : text, end = in_title ? text : analysis.mentions.end();
  return {std::partition_point(begin, end, [&](const Mention& m) { return m.place.span.start < start; }), end};
}

}  // namespace liaison
