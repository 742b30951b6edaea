// Annotations of a document, and the units that a phase sees in their place.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"
#include "lexicon/look_up.h"
#include "liaison/analysis.h"
#include "rules/unit.h"
#include "text/sentences.h"
#include "text/token.h"

namespace liaison {

/// A name, role, date or hidden bracket: a stretch of tokens with a type.
struct Annotation {
  static constexpr std::uint32_t kUnknown = 0xffffffff;

  std::uint32_t first = 0, last = 0;   ///< tokens, half open
  Symbol type;
  EntityId entity = EntityId::none;    ///< set by the resolution of names
  RuleId rule = RuleId::none;
  Form form = Form::name;
  std::int32_t score = 0;
  std::uint32_t known = kUnknown;      ///< its NamedEntity in the lexicon, where it is one
};

/// The tokens of a document with what the lexicon says of them. A view: all that it refers to outlives it.
struct TextView {
  std::string_view text;
  std::span<const Token> tokens;
  std::span<const Hit> hits;           ///< by first token, longer before shorter
  const Lexicon* lexicon = nullptr;
  const WordLookUp* words = nullptr;

  const ClassSet& classes(std::uint32_t token) const { return words->classes_of(*lexicon, token); }
  std::string_view surface(std::uint32_t token) const { return tokens[token].of(text); }
  Span span(std::uint32_t first, std::uint32_t last) const {
    return first < last ? Span{tokens[first].start, tokens[last - 1].end} : Span{};
  }
  std::string_view surface(std::uint32_t first, std::uint32_t last) const { return span(first, last).of(text); }
  /// Where the name of an annotation stands: without the full stop of "Corp." where it ends the sentence too.
  Span name_span(const Annotation& a) const;
  /// The hits that begin at a token, longest first.
  std::span<const Hit> hits_at(std::uint32_t token) const {
    auto [first, last] = words->hits_at(token);
    return hits.subspan(first, last - first);
  }
  /// The hits that begin in a sentence.
  std::span<const Hit> hits_in(Sentence sentence) const;
};

/// The annotations that begin at a token or behind it. Requires: they are sorted. O(log n).
std::span<const Annotation> annotations_from(std::span<const Annotation> annotations, std::uint32_t token);

/// The annotation that a token is of; null where it is of none. Requires: they are sorted and do not overlap. O(log n).
const Annotation* annotation_at(std::span<const Annotation> annotations, std::uint32_t token);

/// The annotations that begin in a sentence. Requires: they are sorted.
std::span<const Annotation> annotations_in(std::span<const Annotation> annotations, Sentence sentence);

/// Replaces `out` by the units of a sentence: its tokens, with each annotation in the place of its own. `Unit::annotation`
/// indexes `annotations`. Requires: annotations are sorted and do not overlap; those outside of the sentence are
/// passed over, and hidden ones leave no unit. Units of names are headed by their last token, and have its classes.
void make_units(const TextView& view, Sentence sentence, std::span<const Annotation> annotations,
                std::vector<Unit>& out);

/// The sequence that rules see of a sentence, with the units that `make_units` made of it.
Sequence sequence_of(const TextView& view, Sentence sentence, std::span<const Unit> units);

}  // namespace liaison
