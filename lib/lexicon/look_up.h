// Looks the tokens of a document up: their words, and the names and phrases of the lexicon among them.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lexicon/lexicon.h"
#include "text/token.h"

namespace re2 {
class RE2;
}

namespace liaison {

/// A name or phrase of the lexicon that stands in the text. `entry` indexes Lexicon::entries().
struct Hit {
  std::uint32_t first = 0;   ///< its first token
  std::uint32_t length = 0;  ///< in tokens
  std::uint32_t entry = 0;
};

/// The patterns over single words of a pack, compiled once and shared by all threads.
class WordPatterns {
 public:
  WordPatterns();
  explicit WordPatterns(const Lexicon& lexicon);
  ~WordPatterns();
  WordPatterns(WordPatterns&&) noexcept;
  WordPatterns& operator=(WordPatterns&&) noexcept;
  /// The classes whose patterns a folded word matches.
  ClassSet classes_of(std::string_view folded) const;
  /// Different for any two that were ever made; 0 for the empty ones.
  std::uint64_t number() const { return number_; }

 private:
  struct Pattern;
  std::uint64_t number_ = 0;
  std::vector<Pattern> patterns_;
};

/// The words of one document: known ones by the lexicon, unknown ones numbered in order of appearance with the classes
/// of the patterns that they match. What the patterns said of a word is remembered over documents, up to a cap, until a
/// document comes with other patterns.
/// Requires: used by one thread at a time.
class WordLookUp {
 public:
  /// Sets the `word` of each token, and replaces `hits` by what of the lexicon stands in the text, in order of the
  /// first token, longer before shorter. Linear; a name never reaches over a paragraph's end.
  void run(std::string_view text, const Lexicon& lexicon, const WordPatterns& patterns, std::vector<Token>& tokens,
           std::vector<Hit>& hits);

  /// The classes of a word, known or unknown.
  const ClassSet& classes(const Lexicon& lexicon, WordId word) const {
    return word < kFirstUnknownWord ? lexicon.classes(word) : unknown_[word - kFirstUnknownWord].classes;
  }
  /// The hits of the last run that begin at a token, as indices: first, and one behind the last.
  std::pair<std::uint32_t, std::uint32_t> hits_at(std::uint32_t token) const {
    return {first_hit_[token], first_hit_[token + 1]};
  }
  /// The folded text of a word, known or unknown.
  std::string_view text(const Lexicon& lexicon, WordId word) const {
    return word < kFirstUnknownWord ? lexicon.word(word) : std::string_view(*unknown_[word - kFirstUnknownWord].text);
  }

 private:
  struct Unknown {
    const std::string* text = nullptr;  // a key of remembered_
    ClassSet classes;
  };
  struct Remembered {
    ClassSet classes;
    std::uint32_t document = 0, number = 0;  // its number in the document that saw it last
  };

  WordId unknown_word(const WordPatterns& patterns, std::string_view folded);
  void find_hits(const Lexicon& lexicon, const std::vector<Token>& tokens, std::uint32_t first,
                 std::vector<Hit>& hits);

  std::string fold_;
  std::vector<Unknown> unknown_;
  std::unordered_map<std::string, Remembered> remembered_;
  std::uint64_t patterns_ = 0;  // the number of those that remembered_ is about
  std::vector<std::uint32_t> first_hit_;  // for each token, and one behind the last
  std::uint32_t document_ = 0;
};

}  // namespace liaison
