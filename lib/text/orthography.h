// What a language's spelling tells the tokenizer and the sentence splitter.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/word_table.h"

namespace liaison {

/// What an entry of the lists is. An entry of several lists has several bits.
enum OrthographyClass : std::uint32_t {
  kTitleAbbreviation = 1u << 0,   ///< never ends a sentence: a name follows
  kPlainAbbreviation = 1u << 1,   ///< may end a sentence
  kCapitalOnly = 1u << 2,         ///< abbreviates only with a capital letter
  kBeforeNumber = 1u << 3,        ///< abbreviates only before a number
  kClitic = 1u << 4,              ///< leans on the word before it
  kContraction = 1u << 5,         ///< one written word, several tokens
  kProclitic = 1u << 6,           ///< a word that begins with an apostrophe
  kSentenceStarter = 1u << 7,     ///< with a capital it begins a sentence
  kNameWithMark = 1u << 8,        ///< keeps its exclamation or question mark
  kUnit = 1u << 9,                ///< stands apart from a number before it
  kDomain = 1u << 10,             ///< ends a web address or a file's name
  kSingleLetterWord = 1u << 11,   ///< one letter that is a word, no initial
  kLowerOnly = 1u << 12,          ///< abbreviates only without a capital
};

/// The tables that `tokenize` and `split_sentences` ask: a read-only view of
/// bytes that `OrthographyBuilder` made and that must outlive it. Copies are
/// cheap; any number of threads may read one. Corrupted bytes give wrong
/// answers, never a read outside of them.
///
/// Keys are folded: ASCII letters small, U+2019 as an apostrophe.
class Orthography {
 public:
  /// Knows no abbreviation, clitic or other word.
  Orthography() = default;

  /// Views the image, or nothing if it is not one.
  static std::optional<Orthography> open(std::string_view image);

  /// The classes of a string as it stands in a text; 0 if no list has it.
  /// O(1); folds into a buffer on the stack.
  std::uint32_t classes(std::string_view written) const;

  /// Where a contraction is cut, as byte offsets of its folded form: the lowest
  /// byte first, 0 after the last. 0 for every other string.
  std::uint32_t cuts(std::string_view written) const;

  /// False if no contraction of this length has this folded first byte, or none
  /// this last one: spares the look-up.
  bool may_contract(unsigned char first, unsigned char last, std::size_t length) const;

 private:
  std::uint32_t id(std::string_view written) const;  // or kUnknownWord

  WordTable words_;
  const char* entries_ = nullptr;  // {u32 classes, u32 cuts} for each id
  const char* lengths_ = nullptr;  // u32[2][256]: by first and by last byte, a bit for each length
};

/// Compiles the lists of a language's orthography. The name of a list says what
/// its entries are; `list_names` gives them all. A list holds an entry a line;
/// `#` begins a comment; ` ; key=value` adds an attribute:
///   abbreviations.txt   corp.     sat. ; case=capital     no. ; before=number
///   contractions.txt    can|not   a bar at each cut
/// The attributes are case=capital, case=lower and before=number.
class OrthographyBuilder {
 public:
  /// Something wrong in a list; `line` counts from 1.
  struct Problem {
    std::string list;
    std::size_t line = 0;
    std::string what, hint;
  };

  /// The names of the lists that a language may have, in alphabetical order.
  static std::vector<std::string_view> list_names();

  /// Adds the lines of one list; what is wrong with them goes to `problems`,
  /// and the line is left out.
  void add(std::string_view list, const std::vector<std::string>& lines);

  const std::vector<Problem>& problems() const { return problems_; }

  /// The image; its length is a multiple of eight. Deterministic.
  std::string bytes() const;

 private:
  struct Entry {
    std::uint32_t classes = 0;
    std::uint32_t cuts = 0;
  };

  void add_line(std::string_view list, std::uint32_t classes,
                std::string_view line, std::size_t number);
  void store(std::string_view key, Entry entry);

  WordTableBuilder words_;
  std::vector<Entry> entries_;  // by id
  std::array<std::uint32_t, 256> lengths_by_first_{}, lengths_by_last_{};  // of contractions
  std::vector<Problem> problems_;
};

}  // namespace liaison
