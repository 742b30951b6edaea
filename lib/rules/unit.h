// The sequence that rules run over.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "lexicon/class_set.h"
#include "lexicon/lexicon.h"
#include "lexicon/look_up.h"
#include "liaison/symbol.h"
#include "text/token.h"

namespace liaison {

/// A token, or an annotation of an earlier phase in the place of its tokens. The units of a sequence do not overlap
/// and stand in text order.
struct Unit {
  static constexpr std::uint32_t kNoAnnotation = 0xffffffff, kOwnSet = 0xffffffff;

  Symbol type = symbols::token;
  std::uint32_t first = 0, last = 0;         ///< its tokens, half open
  WordId word = kNoWord;                     ///< of its head
  std::uint32_t flags = 0;                   ///< of its first token
  std::uint32_t annotation = kNoAnnotation;  ///< which mention, role … it is
  std::uint32_t known_set = kOwnSet;         ///< its classes as a number of one of Lexicon::class_sets(), if they are one
  const ClassSet* classes = nullptr;         ///< of its head; null: none. They live as long as the look-up of the text

  bool is(ClassId id) const { return classes && classes->has(id); }
  const ClassSet& class_set() const {
    static constexpr ClassSet kNone;
    return classes ? *classes : kNone;
  }
};

/// One sentence as a phase sees it. A view: all that it refers to outlives it.
struct Sequence {
  std::span<const Unit> units;
  std::string_view text;
  std::span<const Token> tokens;  ///< of the whole document
  std::span<const Hit> hits;      ///< those of the sentence, by first token, longer before shorter
  const Lexicon* lexicon = nullptr;
  const WordLookUp* words = nullptr;
  std::uint32_t first_hit = 0;    ///< the number of the first one of `hits` among those of `words`
};

}  // namespace liaison
