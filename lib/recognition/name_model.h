// The evidence model of names: how much each feature of a candidate speaks for each type.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <deque>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/image.h"
#include "lexicon/lexicon.h"
#include "lexicon/look_up.h"
#include "recognition/name_features.h"

namespace liaison {

/// One score for each type, padded so that they are added in one instruction. What stands behind the last type means
/// nothing.
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

/// Scores that lie side by side without padding, so that the ones that are asked for together share cache lines.
class ScoreTable {
 public:
  explicit ScoreTable(std::size_t size = 0) : of_(size * kNameTypeCount + kPadding) {}

  TypeScores operator[](std::size_t i) const {
    TypeScores out;
    std::memcpy(out.of.data(), &of_[i * kNameTypeCount], sizeof out.of);
    return out;
  }
  void prefetch(std::size_t i) const { __builtin_prefetch(&of_[i * kNameTypeCount]); }
  void set(std::size_t i, const TypeScores& scores) { std::memcpy(&of_[i * kNameTypeCount], scores.of.data(), kBytes); }

 private:
  static constexpr std::size_t kBytes = kNameTypeCount * sizeof(std::int16_t), kPadding = 8 - kNameTypeCount;
  std::vector<std::int16_t> of_;
};

/// The scores of one token in all the positions that it may have towards a candidate. Those of a candidate of one token
/// and of the tokens beside it lie in the first of its two cache lines.
class alignas(64) TokenScores {
 public:
  TypeScores at(Position position) const {
    TypeScores out;
    std::memcpy(out.of.data(), of_ + kPlaces[static_cast<std::size_t>(position)] * kNameTypeCount, sizeof out.of);
    return out;
  }
  void set(Position position, const TypeScores& scores) {
    std::memcpy(of_ + kPlaces[static_cast<std::size_t>(position)] * kNameTypeCount, scores.of.data(), kNameTypeCount * sizeof *of_);
  }
  TokenScores& operator+=(const TokenScores& other) {
    for (std::size_t i = 0; i < std::size(of_); ++i) of_[i] = static_cast<std::int16_t>(of_[i] + other.of_[i]);
    return *this;
  }
  void prefetch(bool whole) const {
    __builtin_prefetch(of_);
    if (whole) __builtin_prefetch(of_ + 32);
  }

 private:
  static constexpr std::uint8_t kPlaces[kPositionCount] = {5, 6, 7, 0, 1, 8, 9, 2, 10, 11, 3, 4};
  std::int16_t of_[64] = {};
  static_assert(kPositionCount * kNameTypeCount + 8 - kNameTypeCount <= 64);
};
static_assert(sizeof(TokenScores) == 128);

/// What a token says, as the rows that add up to it, and its kind. Lives as long as the model and the rows of unknown
/// words that it was weighed with.
struct WeighedToken {
  std::array<const TokenScores*, 5> rows{};
  std::uint8_t kind = 0;

  TypeScores at(Position position) const {
    TypeScores sum = rows[0]->at(position);
    for (std::size_t i = 1; i < rows.size(); ++i) sum += rows[i]->at(position);
    return sum;
  }
};

/// What of the kinds of tokens and of the lists is a feature of a candidate.
struct CandidateKinds {
  std::uint8_t before2 = 0, before = 0, first = 0, last = 0, after = 0, after2 = 0;  ///< kinds of the tokens there
  PlaceKind place = PlaceKind::free;
  std::uint16_t bucket = kNoList;
  std::uint32_t length = 0;  ///< in tokens
};

class NameModel;

/// What is summed up for the sets of classes that only unknown words have, made as they come. Requires: used by one
/// thread at a time.
class UnknownRows {
 public:
  struct Row {
    ClassSet classes;
    TokenScores scores;
    std::uint8_t kind = 0;
    bool made = false;
  };
  /// The row of a set of classes, which has a number. Lives until another model asks.
  const Row& of(const NameModel& model, std::size_t number, const ClassSet& classes);

 private:
  std::uint64_t model_ = 0;
  std::deque<Row> rows_;
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

  /// Different for any two that were made; copies share it. 0 for the empty one.
  std::uint64_t number() const { return number_; }
  void weigh(const Lexicon& lexicon, const WordLookUp& words, const TokenTraits& token, UnknownRows& unknown,
             WeighedToken& out) const;
  /// The classes of a token that count, by its flags.
  ClassSet classes_of(const ClassSet& classes, std::uint32_t flags) const;
  /// Beyond the edge of a sentence.
  const TokenScores& edge() const { return edge_; }

  /// Of a feature that no token has by itself; nothing where it has no weight. Constant time.
  const TypeScores& of(const Feature& feature) const;
  /// The sum of all features of the kinds length, pair, enter, leave, ahead, behind, around, place and listed that a
  /// candidate has.
  TypeScores of_kinds(const CandidateKinds& candidate) const {
    auto pair = [](std::size_t a, std::size_t b) { return a * kKindCount + b; };
    TypeScores sum = fronts_[pair(candidate.before, candidate.first)];
    sum += ends_[pair(candidate.last, candidate.after)];
    sum += aheads_[pair(candidate.before2, candidate.before)];
    sum += behinds_[pair(candidate.after, candidate.after2)];
    const std::size_t tokens = std::min<std::size_t>(candidate.length, kMaxHitLength);
    sum += arounds_[pair(pair(tokens, candidate.before), candidate.after)];
    const std::size_t length = std::min<std::size_t>(candidate.length, kMaxLength);
    sum += places_[pair(length * kPlaceKindCount + static_cast<std::size_t>(candidate.place), candidate.first)];
    if (length > 1) {
      sum += pairs_[pair(candidate.first, candidate.last)];
      sum += listed_[listed_at(Side::last, candidate.last, candidate.bucket)];
    }
    if (candidate.bucket != kNoList) add_lists(candidate, sum);
    return sum;
  }
  /// Fetches what a token with a set of classes says, ahead of time: in all positions, or as or beside a single token.
  void prefetch(std::uint32_t class_set, std::uint32_t flags, bool in_all) const {
    if (class_set < small_rows_.size()) class_rows_.scores[row_of(class_set, flags)].prefetch(in_all);
  }
  /// The same for what `of_kinds` will look at.
  void prefetch(const CandidateKinds& candidate) const {
    auto pair = [](std::size_t a, std::size_t b) { return a * kKindCount + b; };
    fronts_.prefetch(pair(candidate.before, candidate.first));
    ends_.prefetch(pair(candidate.last, candidate.after));
    aheads_.prefetch(pair(candidate.before2, candidate.before));
    behinds_.prefetch(pair(candidate.after, candidate.after2));
    const std::size_t tokens = std::min<std::size_t>(candidate.length, kMaxHitLength);
    arounds_.prefetch(pair(pair(tokens, candidate.before), candidate.after));
  }
  const TypeScores& of_document(DocumentEvidence evidence, std::size_t type, std::size_t level, bool several_tokens) const {
    return document_[((static_cast<std::size_t>(evidence) * kNameTypeCount + type) * (kLevelCount + 1) + level) * 2 + several_tokens];
  }
  const TypeScores& of_subtype(Symbol subtype, bool weak) const;
  /// Of a feature that a rule gives.
  const TypeScores& of_given(Symbol feature) const;

  /// All weights of the pack, for explanation.
  const Table<Weight>& weights() const { return weights_; }
  /// A feature as it is written in a weights file. For explanation: slow.
  std::string text_of(const Feature& feature) const;

  /// Calls `each(Feature)` for the features of a token in a position.
  template <class Each>
  static void each_feature(const ClassSet& classes, const TokenTraits& token, Position position, const Each& each);

 private:
  const TypeScores& of_symbol(const Feature& feature) const;
  /// The flags of a token that shapes ask for, packed into a few bits: its case, and its place.
  static constexpr std::size_t kCases = 64, kPlaces = 128, kLists = 1024;
  static std::size_t case_of(std::uint32_t flags);
  static std::size_t place_of(std::uint32_t flags);

  static constexpr std::uint8_t kNoKind = 0xff;
  /// What is summed up for each set of classes, case, place and set of lists.
  struct Rows {
    explicit Rows(std::size_t size = 0) : scores(size), kinds(size, kNoKind) {}
    void add(std::size_t row, const Weight& weight);
    void add(std::size_t row, const Rows& other, std::size_t from);
    void sum_bits();

    std::vector<TokenScores> scores;
    std::vector<std::uint8_t> kinds;
  };

  friend class UnknownRows;

  void read(std::span<const Weight> weights, const Lexicon& lexicon);
  void add_classes(Rows& rows, std::size_t row, const ClassSet& classes) const;
  void sum_shape(const Weight& weight);
  void sum_kinds();
  /// The row of a set of classes of the lexicon, for a token with such flags.
  std::size_t row_of(std::uint32_t class_set, std::uint32_t flags) const {
    return flags & kLower ? small_rows_[class_set] : class_set;
  }
  static std::size_t listed_at(Side side, std::size_t kind, std::size_t bucket) {
    return (static_cast<std::size_t>(side) * kListBucketCount + bucket) * kKindCount + kind;
  }
  void add_lists(const CandidateKinds& candidate, TypeScores& sum) const;
  static std::size_t slot(const Feature& feature);

  Image image_;
  const Lexicon* lexicon_ = nullptr;
  Table<Weight> weights_;
  Rows of_classes_;                            // for each class
  std::uint64_t number_ = 0;
  ClassSet of_capitals_;                       // classes that count of words with capitals alone
  Rows class_rows_;                            // for each set of classes of the lexicon, and further ones of small words
  std::vector<std::uint32_t> small_rows_;      // for each set of classes the row of small words that have it
  Rows case_rows_, place_rows_, list_rows_;
  std::vector<Symbol> annotations_;            // of each annotation row but the first, which is that of none
  Rows annotation_rows_;
  TokenScores edge_;
  std::vector<TypeScores> sums_;               // of the other features, by slot
  std::vector<TypeScores> document_;           // those of the kind `document` among them
  std::vector<std::pair<std::uint32_t, TypeScores>> by_symbol_;  // of subtypes and given features
  // For each two kinds, all that they say in front of a candidate and behind it if no list has it, but for its last token
  // if it has several; the first and the last token together, and the two tokens before it, behind it, and on either side
  // of it, by length. Then what lists say by side, bucket and kind, in front and behind beyond what is said without a list;
  // and what length, place and kind say.
  ScoreTable fronts_, ends_, pairs_, aheads_, behinds_, arounds_, listed_, places_;
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
