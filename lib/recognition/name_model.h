// The evidence model of names: how much each feature of a candidate speaks for each type.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/image.h"
#include "lexicon/lexicon.h"
#include "lexicon/look_up.h"
#include "recognition/name_features.h"

namespace liaison {

/// One score for each type, padded so that they are added in one instruction.
struct alignas(16) TypeScores {
  std::array<std::int16_t, 8> of{};

  TypeScores& operator+=(const TypeScores& other) {
    for (std::size_t i = 0; i < of.size(); ++i) of[i] = static_cast<std::int16_t>(of[i] + other.of[i]);
    return *this;
  }
  TypeScores& operator-=(const TypeScores& other) {
    for (std::size_t i = 0; i < of.size(); ++i) of[i] = static_cast<std::int16_t>(of[i] - other.of[i]);
    return *this;
  }
};

/// The scores of one token in all the positions that it may have towards a candidate.
struct TokenScores {
  std::array<TypeScores, kPositionCount> in{};

  TokenScores& operator+=(const TokenScores& other) {
    for (std::size_t i = 0; i < in.size(); ++i) in[i] += other.in[i];
    return *this;
  }
  const TypeScores& at(Position position) const { return in[static_cast<std::size_t>(position)]; }
};

/// What a token says, and its kind.
struct WeighedToken {
  TokenScores scores;
  std::uint8_t kind = 0;
};

/// A view of the weights of a pack, summed when it is opened: for each set of word classes and each shape, so that a
/// token costs a few table look-ups and a candidate a few additions.
class NameModel {
 public:
  NameModel() = default;
  /// Requires: image and lexicon outlive the model.
  NameModel(const Image& image, const Lexicon& lexicon);
  /// A model of weights that stand in no pack, for fitting.
  NameModel(std::span<const Weight> weights, const Lexicon& lexicon);

  void weigh(const Lexicon& lexicon, const WordLookUp& words, const TokenTraits& token, WeighedToken& out) const;
  /// Beyond the edge of a sentence.
  const TokenScores& edge() const { return edge_; }

  /// Of a feature that no token has by itself; nothing where it has no weight. Constant time.
  const TypeScores& of(const Feature& feature) const;
  const TypeScores& of_subtype(Symbol subtype, bool weak) const;

  /// All weights of the pack, for explanation.
  const Table<Weight>& weights() const { return weights_; }
  /// A feature as it is written in a weights file. For explanation: slow.
  std::string text_of(const Feature& feature) const;

  /// Calls `each(Feature)` for the features of a token in a position.
  template <class Each>
  static void each_feature(const ClassSet& classes, const TokenTraits& token, Position position, const Each& each);

 private:
  /// The flags of a token that shapes ask for, packed into a few bits: its case, and its place.
  static constexpr std::size_t kCases = 64, kPlaces = 128, kLists = 1024;
  static std::size_t case_of(std::uint32_t flags);
  static std::size_t place_of(std::uint32_t flags);

  /// What is summed up for each set of classes, case, place and set of lists.
  struct Row {
    TokenScores scores;
    std::uint8_t kind = kNoKind;
  };
  static constexpr std::uint8_t kNoKind = 0xff;
  static void add(Row& row, const Weight& weight);

  void read(std::span<const Weight> weights, const Lexicon& lexicon);
  Row row_of(const ClassSet& classes) const;
  void sum_shape(const Weight& weight);
  static std::size_t slot(const Feature& feature);

  Image image_;
  const Lexicon* lexicon_ = nullptr;
  Table<Weight> weights_;
  std::vector<std::vector<Weight>> by_class_;  // for each class
  std::vector<Row> class_rows_;                // for each set of classes of the lexicon
  std::vector<Row> case_rows_, place_rows_, list_rows_;
  std::vector<std::pair<Symbol, Row>> annotation_rows_;
  TokenScores edge_;
  std::vector<TypeScores> sums_;               // of the other features, by slot
  std::vector<std::pair<std::uint32_t, TypeScores>> subtypes_;
};

template <class Each>
void NameModel::each_feature(const ClassSet& classes, const TokenTraits& token, Position position, const Each& each) {
  auto at = static_cast<std::uint8_t>(position);
  using Kind = Feature::Kind;
  classes.each([&](ClassId id) { each(Feature{Kind::word_class, at, static_cast<std::uint16_t>(id)}); });
  for (std::uint16_t bit : {4, 5, 6, 7, 8, 9, 1, 12, 14, 15, 16, 30, 31})
    if (token.flags >> bit & 1) each(Feature{Kind::shape, at, bit});
  for (std::uint16_t bit = 0; bit < 2 * kNameTypeCount; ++bit)
    if (token.lists >> bit & 1) each(Feature{Kind::list, at, bit});
  if (token.annotation) each(Feature{Kind::annotation, at, token.annotation.id});
}

}  // namespace liaison
