// Looks the tokens of a document up: their words, and the names and phrases of the lexicon among them.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lexicon/class_gates.h"
#include "lexicon/lexicon.h"
#include "text/token.h"
#include "text/word_table.h"

namespace liaison {

/// A name or phrase of the lexicon that stands in the text. `entry` indexes Lexicon::entries().
struct Hit {
  std::uint32_t first = 0;   ///< its first token
  std::uint16_t length = 0;  ///< in tokens
  bool weak = false;         ///< Entry::weak
  std::uint32_t entry = 0;
  Symbol type;               ///< of a name; none for a phrase
  std::uint16_t word_class = 0;  ///< the ClassId of a phrase
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
  struct Compiled;
  std::uint64_t number_ = 0;
  std::unique_ptr<const Compiled> compiled_;
};

/// The words of one document: known ones by the lexicon, unknown ones numbered in order of appearance with the classes
/// of the patterns that they match. What was found of a word is remembered over documents, up to a cap, until a
/// document comes with another lexicon or other patterns.
/// Requires: used by one thread at a time.
class WordLookUp {
 public:
  /// Sets the `word` of each token, and replaces `hits` by what of the lexicon stands in the text, in order of the
  /// first token, longer before shorter. Linear; a name never reaches over a paragraph's end.
  void run(std::string_view text, const Lexicon& lexicon, const WordPatterns& patterns, const ClassGates& gates,
           std::vector<Token>& tokens, std::vector<Hit>& hits);

  /// Which set of classes a token of the last run has: an index of Lexicon::class_sets(), or, past its end, one of the
  /// sets that only unknown words have.
  std::uint32_t class_set(std::uint32_t token) const { return told_[token].set; }
  /// The gates that a token of the last run opens: by its classes, or by those of a phrase that begins with it.
  GateBits gates(std::uint32_t token) const { return told_[token].gates; }
  /// The gates that the tokens first … last open.
  GateBits gates(std::uint32_t first, std::uint32_t last) const {
    unsigned bits = 0;
    for (std::uint32_t i = first; i < last; ++i) bits |= told_[i].gates;
    return static_cast<GateBits>(bits);
  }
  /// The classes of a token of the last run.
  const ClassSet& classes_of(const Lexicon& lexicon, std::uint32_t token) const {
    return set(lexicon, told_[token].set);
  }
  /// The classes of a word, known or unknown.
  const ClassSet& classes(const Lexicon& lexicon, WordId word) const {
    return word < kFirstUnknownWord ? lexicon.classes(word) : set(lexicon, unknown(word).set);
  }
  /// The hits of the last run that begin at a token, as indices: first, and one behind the last.
  std::pair<std::uint32_t, std::uint32_t> hits_at(std::uint32_t token) const {
    return {first_hit_[token], first_hit_[token + 1]};
  }
  /// The folded text of a word, known or unknown. A view that lives until the next run.
  std::string_view text(const Lexicon& lexicon, WordId word) const {
    if (word < kFirstUnknownWord) return lexicon.word(word);
    return {letters_.data() + unknown(word).text, unknown(word).size};
  }

  /// The set of classes with a number that `class_set` gave.
  const ClassSet& set(const Lexicon& lexicon, std::uint32_t index) const {
    const std::size_t known = lexicon.class_sets().size();
    return index < known ? lexicon.class_sets()[index] : unknown_sets_[index - known];
  }

 private:
  /// A word that the lexicon lacks.
  struct Unknown {
    std::uint64_t hash = 0;
    std::uint32_t text = 0, size = 0;        // in letters_
    std::uint32_t set = 0;                   // of its classes
    std::uint32_t document = 0, number = 0;  // its number in the document that had it last
  };
  /// What is known of the word of a token.
  struct Told {
    std::uint32_t set : 24 = 0;      // of its classes
    std::uint32_t gates : kMaxGates = 0;
    std::uint32_t goes_on : 1 = 0;   // an entry may go on with it
  };
  /// The entries that begin with a token.
  struct Beginning {
    std::uint32_t node : 31 = 0;     // of the trie; 0: there are none
    std::uint32_t is_entry : 1 = 0;  // the token is an entry by itself
    std::uint32_t followers = 0;     // `follower_bit` of each word that may come next
  };
  /// Where an entry begins, or may.
  struct Start {
    std::uint32_t token = 0;
    std::uint32_t node : 30 = 0;
    std::uint32_t is_entry : 1 = 0;
    std::uint32_t goes_on : 1 = 0;   // the next token may belong to it
  };
  /// What was found of a short token: its bytes with ASCII letters small, and what they led to. The few thousand that
  /// make up most of a text stay close to the processor.
  struct Met {
    std::uint64_t head = 0, tail = 0;  // the first eight bytes and the others, zeros behind them
    WordId word = 0;                 // from kFirstUnknownWord on an index of remembered_
    Told told;
    std::uint32_t node : 26 = 0;
    std::uint32_t is_entry : 1 = 0;
    std::uint32_t length : 5 = 0;    // in bytes; 0: nothing yet
    std::uint32_t followers = 0;

    bool is(std::uint64_t a, std::uint64_t b, std::size_t bytes) const {
      return ((head ^ a) | (tail ^ b) | (length ^ bytes)) == 0;
    }
  };
  /// Two of them share a cache line; what was met last goes first.
  struct alignas(64) MetPair {
    Met first, second;
  };
  static_assert(sizeof(MetPair) == 64);
  static const MetPair kNotMet;          // where tokens are that are too long
  /// A token that was not met lately, the hash of its small letters, and the word that it may be.
  struct Missed {
    std::uint32_t token = 0;
    WordId word = kNoWord;
    std::uint64_t hash = 0;
  };

  void begin(const Lexicon& lexicon, const WordPatterns& patterns, const ClassGates& gates);
  void forget();
  void look_up(std::string_view text, std::vector<Token>& tokens, std::uint32_t first, std::uint32_t last);
  void look_up_missed(std::string_view text, std::vector<Token>& tokens);
  void meet(std::string_view text, const Token& token, const Told& told, const Beginning& beginning);
  WordId look_up(std::string_view token, Told& told, Beginning& beginning);
  static std::uint32_t follower_bit(WordId word) { return 1u << (word * 0x9E3779B1u >> 27); }
  std::uint32_t followers(std::uint32_t node) const;
  std::uint32_t remember(std::string_view folded);
  void grow_slots();
  std::uint32_t set_of(std::string_view unknown_word);
  WordId numbered(std::uint32_t remembered);
  void find_starts(std::vector<Token>& tokens);
  void find_hits(const std::vector<Token>& tokens, Start start, std::vector<Hit>& hits);

  /// What is known of an unknown word; nothing of one that this document has not, as a damaged pack may name it.
  const Unknown& unknown(WordId word) const {
    static constexpr Unknown kNothing;
    const std::size_t number = word - kFirstUnknownWord;
    return number < unknown_.size() ? remembered_[unknown_[number]] : kNothing;
  }

  const Lexicon* lexicon_ = nullptr;     // of this run
  const WordPatterns* patterns_ = nullptr;
  const ClassGates* gates_ = nullptr;
  std::uint64_t lexicon_number_ = 0, patterns_number_ = 0, gates_number_ = 0;  // of those that is remembered about
  std::string fold_;
  std::vector<MetPair> met_;
  std::vector<Missed> missed_;           // of a batch
  std::vector<Unknown> remembered_;
  std::vector<std::uint32_t> slots_;     // a hash table of them: 1 + index, or 0
  std::string letters_;                  // of the remembered words
  std::vector<ClassSet> unknown_sets_;   // the first one is empty
  std::vector<std::uint32_t> unknown_;   // those of this document, in remembered_
  // Of each token, and more of longer documents that came before: to shrink and grow would fill them each time.
  std::vector<Told> told_;
  std::vector<Beginning> beginnings_;
  std::vector<Start> starts_;            // the first start_count_ of them, in text order
  std::size_t start_count_ = 0;
  std::vector<std::uint32_t> first_hit_;  // for each token, and one behind the last
  std::uint32_t document_ = 0;
};

}  // namespace liaison
