// The lexicon of a pack: what is known of words and of names, read in place from the pack's image.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>

#include "lexicon/class_set.h"
#include "lexicon/image.h"
#include "liaison/analysis.h"
#include "liaison/symbol.h"
#include "text/word_table.h"

namespace liaison {

/// A word of the vocabulary, folded (case, diacritics). Words that the pack lacks get ids from `kFirstUnknownWord`
/// on, in the order in which a document uses them.
using WordId = std::uint32_t;
inline constexpr WordId kNoWord = kUnknownWord;
inline constexpr WordId kFirstUnknownWord = 0x40000000;

/// How a text token must be written to match a token of an entry.
enum class CaseRule : std::uint8_t { any, capital, all_capitals, some_capital };

/// Records of the image.
struct WordInfo {
  std::uint32_t class_set = 0;  ///< index of its ClassSet
  std::uint32_t node : 30 = 0;    ///< the trie node of entries that begin with it; 0 where there is none
  std::uint32_t is_entry : 1 = 0; ///< 1: it is an entry by itself
  std::uint32_t goes_on : 1 = 0;  ///< 1: it stands in an entry behind the first word
};
struct Lemmas {
  WordId verb = kNoWord, noun = kNoWord;
};
/// A node of the trie of entries. Nodes stand in the order of their depth, below one parent in the order of their
/// words, so that children and entries of a node end where those of the next one begin; one more node ends the table.
struct TrieNode {
  WordId word = kNoWord;        ///< that leads to it
  std::uint32_t first_child = 0, first_entry = 0;
};
/// One form of a name, or one phrase of a word class.
struct Entry {
  std::uint32_t entity = 0;     ///< index of its NamedEntity; unused for phrases
  Symbol type;                  ///< none for a phrase
  std::uint16_t word_class = 0; ///< the ClassId of a phrase
  std::uint16_t case_rules = 0; ///< a CaseRule of two bits for each of the first eight tokens
  std::uint8_t length = 0;      ///< in tokens
  std::uint8_t weak = 0;        ///< 1: an ordinary word, a common person's name or a place: needs support
  std::uint32_t attributes = 0, attribute_count = 0;  ///< of a phrase
};
struct NamedEntity {
  std::uint32_t name = 0;       ///< the canonical name, in the strings
  Symbol type, subtype;
  std::uint32_t attributes = 0, attribute_count = 0;
  std::uint32_t source = 0;     ///< the list and line it stands in, in the strings: "names/media.txt:17"
};
struct Attribute {
  Symbol key;
  std::uint16_t reserved = 0;
  std::uint32_t value = 0;      ///< in the strings
};
struct WordAttributes {
  WordId word = 0;
  std::uint16_t word_class = 0;
  std::uint16_t attribute_count = 0;
  std::uint32_t attributes = 0;
};
struct ClassName {
  std::uint32_t name = 0;       ///< in the strings
};
/// A pattern over single words that stands in a word list between slashes.
struct WordPattern {
  std::uint32_t expression = 0; ///< RE2, in the strings
  std::uint32_t word_class = 0;
};

/// Which bit of the filter of the trie tells of a step. Shared by the reader and the builder.
inline std::uint64_t trie_key(std::uint32_t node, WordId word) {
  std::uint64_t key = (std::uint64_t{node} << 32 | word) * 0x9E3779B97F4A7C15u;
  return key ^ key >> 32;
}

/// A view of the lexicon in an image. Immutable and safe to share.
class Lexicon {
 public:
  Lexicon() = default;
  /// Requires: the image outlives the lexicon. Throws Error{bad_pack} if the vocabulary is damaged.
  explicit Lexicon(const Image& image);

  /// Different for any two that were opened; copies share it. 0 for the empty one.
  std::uint64_t number() const { return number_; }
  std::size_t word_count() const { return vocabulary_.size(); }
  /// The id of a folded word, or kNoWord.
  WordId find(std::string_view folded) const { return vocabulary_.find(folded); }
  const WordTable& vocabulary() const { return vocabulary_; }
  /// Fetches what is known of the word that `find` will give for a hash, ahead of time; gives that word.
  WordId prefetch_word(std::uint64_t hash) const {
    WordId word = vocabulary_.candidate(hash);
    vocabulary_.prefetch_place(word);
    if (word != kNoWord) __builtin_prefetch(&info_[word]);
    return word;
  }
  std::string_view word(WordId id) const { return id < vocabulary_.size() ? vocabulary_.word(id) : std::string_view(); }
  const WordInfo& info(WordId id) const { return info_[id]; }
  /// The classes of a known word; none for an unknown one.
  const ClassSet& classes(WordId id) const { return class_sets_[id < vocabulary_.size() ? info_[id].class_set : 0]; }
  const Table<ClassSet>& class_sets() const { return class_sets_; }

  /// The class of a name such as "role_head" or "role_head[kind=title]"; ClassId::none where there is none.
  /// Linear in the number of classes: look it up once.
  ClassId find_class(std::string_view name) const;
  std::string_view class_name(ClassId id) const { return strings_.at(class_names_[static_cast<std::size_t>(id)].name); }
  std::size_t class_count() const { return class_names_.size(); }

  /// The dictionary form of a word as verb or noun; kNoWord where it is none.
  WordId verb_lemma(WordId id) const { return id < lemmas_.size() ? lemmas_[id].verb : kNoWord; }
  WordId noun_lemma(WordId id) const { return id < lemmas_.size() ? lemmas_[id].noun : kNoWord; }

  /// The trie node that `word` leads to from `node`; 0 where there is none. Mostly a look at one bit.
  std::uint32_t step(std::uint32_t node, WordId word) const {
    std::size_t bit = trie_key(node, word) & filter_mask_;
    return filter_[bit / 64] >> bit % 64 & 1 ? child(node, word) : 0;
  }
  /// Fetches what `step` looks at, ahead of time.
  void prefetch_step(std::uint32_t node, WordId word) const {
    __builtin_prefetch(&filter_[(trie_key(node, word) & filter_mask_) / 64]);
  }
  std::span<const Entry> entries_at(std::uint32_t node) const {
    std::uint32_t first = nodes_[node].first_entry, last = nodes_[node + std::size_t{1}].first_entry;
    return entries_.slice(first, last - std::min(first, last));
  }
  const Table<Entry>& entries() const { return entries_; }
  const Table<NamedEntity>& entities() const { return entities_; }
  const Table<WordPattern>& patterns() const { return patterns_; }
  const Table<WordAttributes>& word_attributes() const { return word_attributes_; }
  std::uint32_t index_of(const Entry& entry) const { return static_cast<std::uint32_t>(&entry - &*entries_.begin()); }

  /// The value of an attribute; empty where there is none.
  std::string_view attribute(const NamedEntity& entity, Symbol key) const;
  std::string_view attribute(const Entry& phrase, Symbol key) const;
  /// The value of an attribute of a word in a class ("gender" of "she" in pronoun). Logarithmic.
  std::string_view attribute(WordId word, ClassId word_class, Symbol key) const;

  std::string_view string(std::uint32_t offset) const { return strings_.at(offset); }
  const StringsView& strings() const { return strings_; }
  const Table<Attribute>& attributes() const { return attributes_; }
  const Table<TrieNode>& nodes() const { return nodes_; }

 private:
  std::uint32_t child(std::uint32_t node, WordId word) const;
  std::string_view value_of(std::uint32_t first, std::uint32_t count, Symbol key) const;

  std::uint64_t number_ = 0;
  WordTable vocabulary_;
  Table<WordInfo> info_;
  Table<ClassSet> class_sets_;
  Table<ClassName> class_names_;
  Table<Lemmas> lemmas_;
  Table<TrieNode> nodes_;
  Table<std::uint64_t> filter_;  // a bit for each step of the trie, by its key
  std::size_t filter_mask_ = 0;
  Table<Entry> entries_;
  Table<NamedEntity> entities_;
  Table<Attribute> attributes_;
  Table<WordAttributes> word_attributes_;
  Table<WordPattern> patterns_;
  StringsView strings_;
};

}  // namespace liaison
