// Texts whose names are marked, to learn from.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "liaison/document.h"
#include "liaison/symbol.h"

namespace liaison::fit {

/// A marked name. A span of type LOC is any place; one of type GPE is a country, state or city.
struct GoldSpan {
  Span span;
  Symbol type;
};

struct GoldText {
  std::string text;
  std::vector<GoldSpan> spans;  ///< in text order
};

/// Texts that were annotated by one convention.
struct GoldSet {
  std::string name;
  double weight = 1;          ///< how much a text of it counts
  bool places_marked = false; ///< every place is marked, those that are no states too
  bool own_weights = false;   ///< has weights of its own besides the shared ones
  std::vector<GoldText> texts;
};

/// Reads JSON Lines: {"text", "spans": [{"start", "end", "type"}]} with UTF-8 byte offsets, half open; spans of other
/// types than PERSON, ORG, GPE and LOC are passed over. Throws Error that names file and line.
std::vector<GoldText> read_gold(const std::string& path);

/// The same text with its lines broken at `width` bytes at most: single spaces become line breaks, so that spans stay.
GoldText rewrapped(const GoldText& text, std::size_t width);

/// The same text with typographic quotes and apostrophes, spans moved along.
GoldText with_curly_quotes(const GoldText& text);

}  // namespace liaison::fit
