// How the features of names are written: `before.1 honorific`, `pair given,surname`.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"
#include "recognition/name_features.h"

namespace liaison {

/// The words of features, each table in the order of what it names.
namespace feature_words {

inline constexpr std::string_view kPositions[kPositionCount] = {
    "first", "last", "inside", "only", "before.1", "before.2", "before.3", "after.1", "after.2", "after.3", "before2", "after2"};
inline constexpr std::string_view kEvidence[kDocumentEvidenceCount] = {
    "again", "part", "acronym", "known", "beside", "shared", "term", "owner"};
inline constexpr std::string_view kSides[] = {"before", "first", "last", "after"};
inline constexpr std::string_view kPlaceNames[] = {"free", "start", "headline"};
/// The features of a candidate as a whole, from Feature::Kind::length on.
inline constexpr std::string_view kLooseKinds[] = {
    "length", "hit", "subtype", "body", "cut", "pair", "enter", "leave", "place", "ahead", "behind", "around", "listed", "rule",
    "document"};

/// What is seen of a token itself, by its flag.
struct Shape {
  std::string_view name;
  std::uint32_t flag;
};
inline constexpr Shape kShapes[] = {
    {"@capitalised", kCapitalised},   {"@caps", kAllCaps},              {"@mixed", kMixedCase},
    {"@initial", kOneCapital},        {"@lower", kLower},               {"@digit", kHasDigit},
    {"@number", kIsNumber},           {"@url", kInUrl},                 {"@start", kSentenceStart},
    {"@newline", kNewlineBefore},     {"@paragraph", kParagraphBefore}, {"@headline", kInHeadline},
    {"@free", kFreeCapital}};

}  // namespace feature_words

/// What a feature is called in text: the names that classes, types and kinds have in a pack.
struct FeatureNames {
  std::vector<std::string> kinds;    ///< by number; 0 is "edge", the last "other"

  FeatureNames();
  /// The number of a kind, or kKindCount.
  std::size_t find(std::string_view kind) const;
  /// The number of a kind, added where it is new and there is room for it; kKindCount where there is none.
  std::size_t add(std::string_view kind);
};

/// A feature as it is written in a weights file, `before.1 honorific`. `class_name(ClassId)` and
/// `symbol_name(Symbol)` give the names of the pack.
std::string feature_text(const Feature& feature, const FeatureNames& names,
                         const std::function<std::string(ClassId)>& class_name,
                         const std::function<std::string(Symbol)>& symbol_name);

}  // namespace liaison
