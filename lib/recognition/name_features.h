// The features of a candidate: what its words, its neighbours, the gazetteers and the document say of it.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <iterator>
#include <tuple>

#include "liaison/symbol.h"
#include "text/token.h"

namespace liaison {

/// The types that candidates are scored for. LOC and MISC take what is named but neither person, body nor state.
inline constexpr Symbol kNameTypes[] = {symbols::person, symbols::org, symbols::gpe, symbols::loc, symbols::misc};
inline constexpr std::size_t kNameTypeCount = std::size(kNameTypes);

/// The index of a type among kNameTypes; kNameTypeCount for any other.
constexpr std::size_t name_type_index(Symbol type) {
  std::size_t i = 0;
  while (i < kNameTypeCount && kNameTypes[i] != type) ++i;
  return i;
}

/// Where a token stands towards a candidate. What stands next to it is told apart by the candidate's length.
enum class Position : std::uint8_t {
  first, last, inside, only,              ///< its own tokens; `only` is that of a candidate of one token
  before_one, before_two, before_more,    ///< the token before a candidate of one token, of two, of three and more
  after_one, after_two, after_more,
  before2, after2                         ///< the tokens beyond those
};
inline constexpr std::size_t kPositionCount = 12;

/// What the rest of a document can say of a candidate.
enum class DocumentEvidence : std::uint16_t {
  again,     ///< the same string was found elsewhere as a type
  part,      ///< it is a part (surname, short form) of a name that was found as a type
  acronym,   ///< it is made of the first letters of a body's name
  known,     ///< the entity of the gazetteers that it names was found elsewhere
  beside,    ///< a name beside it in a list was found as a type
  shared,    ///< as `part`, where it is a part of a person's name and of a body's ("Flynn" of "Flynn Group")
  term,      ///< it is an acronym that the text spells out with words that are no name: "visual flight rules (VFR)"
  owner      ///< it ends with the mark of an owner, before which a part of a person's name stands: "Christie's"
};
inline constexpr std::size_t kDocumentEvidenceCount = 8;

constexpr bool is_part(DocumentEvidence evidence) { return evidence == DocumentEvidence::part || evidence == DocumentEvidence::shared; }

/// How many levels of certainty evidence of the document has, from 1.
inline constexpr std::size_t kLevelCount = 4;

/// One feature. Two are the same exactly if all their numbers are.
struct Feature {
  enum class Kind : std::uint8_t {
    word_class,   ///< a: class; in a position
    shape,        ///< a: number of the flag; in a position
    list,         ///< a: 2 * type + weak: an entry of the gazetteers covers the token; in a position
    annotation,   ///< a: type of the annotation (a role) on the token; in a position
    edge,         ///< the sentence ends there; in a position
    length,       ///< a: tokens, kMaxLength for so many and more
    hit,          ///< a: 2 * type + weak, b: tokens, 3 for three and more: the candidate is an entry
    subtype,      ///< a: subtype, b: weak: of an entry that the candidate is
    body,         ///< a: 2 * type + weak: without its legal suffix the candidate is an entry
    cut,          ///< a: 0 in front, 1 behind, b: type: it ends within a longer strong entry
    pair,         ///< a: kind of the first token, b: of the last one
    enter,        ///< a: kind of the token before, b: of the first one
    leave,        ///< a: kind of the last token, b: of the one behind
    place,        ///< a: kind of the first token, b: PlaceKind, c: one token or more
    ahead,        ///< a: kind of the token two before, b: of the one before
    behind,       ///< a: kind of the token behind, b: of the one after that
    around,       ///< a: kind of the token before, b: of the one behind, c: tokens, kMaxHitLength for so many and more
    listed,       ///< a: Side, b: kind of the token there, c: what the lists say of the candidate
    given,        ///< a: the feature that a rule gives to just these tokens
    document,     ///< a: DocumentEvidence, b: type, c: level, and position: one token or more
    kind          ///< no feature, but a test of a kind: a: kind, b: value, position: the Kind of the test
  };
  Kind kind = Kind::length;
  std::uint8_t position = 0;
  std::uint16_t a = 0, b = 0, c = 0;

  friend constexpr auto operator<=>(const Feature&, const Feature&) = default;
};

inline constexpr std::uint16_t kMaxLength = 6;
inline constexpr std::uint16_t kMaxHitLength = 3;

/// Which token a `listed` feature is about.
enum class Side : std::uint16_t { before, first, last, after };

/// What the capital of a candidate's first token is worth.
enum class PlaceKind : std::uint16_t { free, start, headline };
inline constexpr std::size_t kPlaceKindCount = 3;

/// A token has one kind, so that pairs of tokens can be features. 0 is that of a token beyond the sentence's edge.
inline constexpr std::size_t kKindCount = 64;

/// What the lists say of a candidate: nothing; one type, strongly or weakly; several.
inline constexpr std::uint16_t kNoList = 0, kSeveralStrong = 11, kSeveralWeak = 12;
inline constexpr std::size_t kListBucketCount = 13;

/// Flags that the finder of names adds to those of a token, for the shapes of the same names.
inline constexpr std::uint32_t kInHeadline = 1u << 30;   ///< in a sentence whose words nearly all have capitals
inline constexpr std::uint32_t kFreeCapital = 1u << 31;  ///< has a capital that neither headline nor beginning explains

/// What a token is to the model, worked out once for each token in or beside a run of capitals.
struct TokenTraits {
  std::uint32_t class_set = 0;  ///< WordLookUp::class_set
  std::uint32_t flags = 0;
  std::uint16_t lists = 0;      ///< bit 2 * type + weak: entries of the gazetteers that cover it
  Symbol annotation;
};

/// One weighted feature, as it stands in a pack.
struct Weight {
  Feature feature;
  std::array<std::int16_t, kNameTypeCount> scores{};
  std::uint16_t reserved = 0;
};

/// A feature that a rule has given to a stretch of tokens: `give listed_body(body)`.
struct GivenFeature {
  std::uint32_t first = 0, last = 0;  ///< tokens, half open
  Symbol feature;

  friend constexpr auto operator<=>(const GivenFeature& a, const GivenFeature& b) {
    return std::tuple(a.first, a.last, a.feature.id) <=> std::tuple(b.first, b.last, b.feature.id);
  }
  friend constexpr bool operator==(const GivenFeature& a, const GivenFeature& b) { return (a <=> b) == 0; }
};

/// The largest weight that a file may give: sums of weights are 16 bits.
inline constexpr int kLargestWeight = 400;

}  // namespace liaison
