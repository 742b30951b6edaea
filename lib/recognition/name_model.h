// The evidence model of names: how much each feature of a candidate speaks for each type.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/image.h"
#include "lexicon/lexicon.h"
#include "lexicon/lexicon_builder.h"
#include "lexicon/look_up.h"
#include "liaison/error.h"
#include "text/token.h"

namespace liaison {

/// The types that candidates are scored for. LOC and MISC take what is named but neither person, body nor state.
inline constexpr Symbol kNameTypes[] = {symbols::person, symbols::org, symbols::gpe, symbols::loc, symbols::misc};
inline constexpr std::size_t kNameTypeCount = std::size(kNameTypes);

/// One score for each type.
struct TypeScores {
  std::array<std::int32_t, kNameTypeCount> of{};

  TypeScores& operator+=(const TypeScores& other) {
    for (std::size_t i = 0; i < of.size(); ++i) of[i] += other.of[i];
    return *this;
  }
};

/// The scores of one token in all the positions that it may have towards a candidate, side by side so that they are
/// added in a few instructions. Position and type index `[position * kNameTypeCount + type]`.
struct TokenScores {
  static constexpr std::size_t kPositions = 8;  ///< Position::first … Position::after2
  std::array<std::int16_t, kPositions * kNameTypeCount> of{};

  TokenScores& operator+=(const TokenScores& other) {
    for (std::size_t i = 0; i < of.size(); ++i) of[i] = static_cast<std::int16_t>(of[i] + other.of[i]);
    return *this;
  }
};

/// What a feature is about: a token of the candidate or beside it, or the candidate as a whole.
enum class Position : std::uint8_t {
  first, last, inside, only,          ///< its tokens; `only` is that of a candidate of one token
  before, before2, after, after2,     ///< the tokens beside it; `before name`: it touches the name before it
  hit,                                ///< an entry of the gazetteers that is just the candidate (but for a legal suffix)
  length,                             ///< in tokens, 4 for four and more
  pair,                               ///< classes of its first and of its last token together
  document                            ///< what the rest of the document says of it, in round two
};

/// A weighted feature, as it stands in a pack.
struct Weight {
  enum class Kind : std::uint8_t { word_class, shape, annotation, hit, longer, length, pair, touching, document };
  Position position = Position::first;
  Kind kind = Kind::word_class;
  std::uint16_t flags = 0;             ///< of a hit: 1 weak, 0 strong
  std::uint32_t value = 0, value2 = 0; ///< class, token flags, type symbol, subtype symbol, length, or DocumentEvidence
  std::array<std::int16_t, kNameTypeCount> scores{};
  std::uint16_t reserved = 0;
};

/// A feature by its name in the weights file, and what it says of each type.
struct NameFeature {
  std::string name;
  TypeScores scores;
};

/// The name of a position: "before".
std::string_view to_string(Position position);

/// Flags that the finder of names adds to those of a token, for the shapes of the same names.
inline constexpr std::uint32_t kInHeadline = 1u << 30;  ///< in a sentence whose words nearly all have capitals
inline constexpr std::uint32_t kFreeCapital = 1u << 31; ///< has a capital that neither headline nor beginning explains

/// What the rest of a document can say of a candidate.
enum class DocumentEvidence : std::uint32_t {
  again,     ///< the same string was found elsewhere as this type
  part,      ///< it is a part (surname, short form) of a name that was found as this type
  acronym,   ///< it is made of the first letters of a name that was found as this type
  known,     ///< the entity of the gazetteers that it names was found elsewhere
  beside     ///< a name beside it in a list was found as this type
};

/// Compiles a weights file, whose lines are `position feature PERSON ORG GPE LOC MISC`:
///   before  honorific          +60  -20 -20 -20 -10
///   first   @caps              -10  +10   0   0   0
///   hit     ORG:strong         -20  +50   0   0   0
///   hit     longer             +10  +10 +10 +10 +10    (for each token of a strong entry beyond the first)
///   length  2                  +10    0   0   0   0
///   pair    given_male,surname +20    0   0   0   0
std::vector<Weight> compile_weights(std::string_view text, const std::string& file, LexiconBuilder& lexicon,
                                    SymbolsBuilder& symbols, std::vector<Diagnostic>& diagnostics);

/// A view of the weights of a pack, summed for each set of word classes when it is opened.
class NameModel {
 public:
  NameModel() = default;
  /// Requires: image and lexicon outlive the model.
  NameModel(const Image& image, const Lexicon& lexicon);

  /// What the classes and the shape of a token, and the annotation (a role) on it, say in every position.
  TokenScores token(const Lexicon& lexicon, const WordLookUp& words, const Token& token, Symbol annotation) const;
  /// The features that `token` adds up for one position, each by its name. For explanation: slow.
  std::vector<NameFeature> token_features(Position position, const Lexicon& lexicon, const WordLookUp& words,
                                          const Token& token, Symbol annotation) const;
  TypeScores hit(const NamedEntity& entity, bool weak) const;
  const TypeScores& length(std::uint32_t tokens) const { return lengths_[std::min(tokens, 4u)]; }
  /// What each token beyond the first adds to a strong entry.
  const TypeScores& longer() const { return longer_; }
  /// By how much a name loses that touches one of its own type; a third of it where the types differ.
  std::int32_t touching() const { return touching_; }
  TypeScores pair(const ClassSet& first, const ClassSet& last) const;
  /// By how much the rest of the document raises a type.
  std::int32_t document(DocumentEvidence evidence, std::size_t type) const {
    return document_sums_[static_cast<std::size_t>(evidence)][type];
  }

 private:
  /// The flags of a token that shapes ask for, packed into a few bits: its case, and its place.
  static constexpr std::size_t kCases = 64, kPlaces = 128;
  static std::size_t case_of(std::uint32_t flags);
  static std::size_t place_of(std::uint32_t flags);

  void add_token_weight(const Weight& weight);
  TokenScores classes(const ClassSet& set) const;
  void sum_tables(const Lexicon& lexicon);

  std::vector<Weight> by_class_, by_shape_, hits_, pairs_;
  ClassSet mask_, pair_first_;
  std::vector<std::pair<Symbol, TokenScores>> annotations_;
  TypeScores lengths_[5];  // by length, 4 for four and more
  std::int32_t document_sums_[8][kNameTypeCount] = {};
  TypeScores longer_;
  std::int32_t touching_ = 0;
  std::vector<TokenScores> by_class_set_, by_case_, by_place_;
};

}  // namespace liaison
