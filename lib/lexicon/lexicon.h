// The lexicon of a pack: what is known of words and of names, read in place from the pack's image.
#pragma once

#include <bit>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>

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

/// In the place of a first attribute: there are none.
inline constexpr std::uint32_t kNoAttributes = 0xffffffff;

/// How a text token must be written to match a token of an entry; of names that have a capital inside, `some_capital`,
/// and of phrases, `small` is the last one.
enum class CaseRule : std::uint8_t { any, capital, all_capitals, some_capital, small = some_capital };

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
/// Which of 64 words have lemmas, and how many before them have.
struct LemmaBlock {
  std::uint64_t has = 0;
  std::uint32_t before = 0, reserved = 0;
};
/// A node of the trie of entries. Nodes stand in the order of their depth, below one parent in the order of their
/// words. Most are leaves with an entry, and say no more than which.
struct TrieNode {
  WordId word = kNoWord;             ///< that leads to it
  std::uint32_t below : 30 = 0;      ///< of a leaf: its first entry; else its TrieBranch
  std::uint32_t is_branch : 1 = 0;   ///< 1: it has children
  std::uint32_t has_entries : 1 = 0;
};
/// What a node with children has. Branches stand in the order of their nodes, so that the children of one end where
/// those of the next begin; one more branch ends the table.
struct TrieBranch {
  std::uint32_t first_child = 0, first_entry = 0;
  std::uint32_t node = 0;            ///< whose it is
};
/// One form of a name, or one phrase of a word class. The entries of a node stand together.
struct Entry {
  std::uint32_t of = 0;              ///< of a name: the index of its NamedEntity; of a phrase: its first attribute, or kNoAttributes
  std::uint16_t kind : 13 = 0;       ///< of a name: its type; of a phrase: its class
  std::uint16_t is_name : 1 = 0;
  std::uint16_t is_weak : 1 = 0;     ///< 1: an ordinary word, a common person's name or a place: needs support
  std::uint16_t is_last : 1 = 0;     ///< 1: the next entry belongs to another node
  std::uint16_t case_rules = 0;      ///< a CaseRule of two bits for each of the first eight tokens

  /// The type of a name; none of a phrase.
  Symbol type() const { return is_name ? Symbol{kind} : Symbol(); }
  /// The class of a phrase; none of a name.
  ClassId word_class() const { return is_name ? ClassId::none : static_cast<ClassId>(kind); }
};
/// One line of a gazetteer. Its list and line are those of its ListRun.
struct NamedEntity {
  std::uint32_t name = 0;       ///< the canonical name, for `Lexicon::name`; equal ones are one number
  Symbol type, subtype;
  std::uint32_t attributes = kNoAttributes; ///< the first one
};
/// Entities that stand in one list, on lines that follow one another.
struct ListRun {
  std::uint32_t first_entity = 0;
  std::uint32_t file = 0;       ///< in the strings: "names/media.txt"
  std::uint32_t line = 0;       ///< of the first one
};
/// Attributes stand in rows; equal rows are one.
struct Attribute {
  Symbol key;
  std::uint16_t is_last = 0;    ///< 1: of its row
  std::uint32_t value = 0;      ///< in the strings
};
struct WordAttributes {
  WordId word = 0;
  std::uint16_t word_class = 0;
  std::uint16_t reserved = 0;
  std::uint32_t attributes = kNoAttributes; ///< the first one
};
struct ClassName {
  std::uint32_t name = 0;       ///< in the strings
};
/// A pattern over single words that stands in a word list between slashes.
struct WordPattern {
  std::uint32_t expression = 0; ///< RE2, in the strings
  std::uint32_t word_class = 0;
};

/// Marks a canonical name that is spelled as the entries of a trie node are, and has no string of its own.
inline constexpr std::uint32_t kSpelledName = 0x80000000;

/// The rule for the token with this number.
inline CaseRule case_rule(std::uint16_t case_rules, std::size_t token) {
  return token < 8 ? static_cast<CaseRule>(case_rules >> (2 * token) & 3) : CaseRule::any;
}

/// A folded word as the case rule has it; nothing where the rule does not tell how that is.
std::string spelled(std::string_view word, CaseRule rule);

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
  WordId verb_lemma(WordId id) const { return lemmas(id).verb; }
  WordId noun_lemma(WordId id) const { return lemmas(id).noun; }

  /// The trie node that `word` leads to from `node`; 0 where there is none. Mostly a look at one bit.
  std::uint32_t step(std::uint32_t node, WordId word) const {
    std::size_t bit = trie_key(node, word) & filter_mask_;
    return filter_[bit / 64] >> bit % 64 & 1 ? child(node, word) : 0;
  }
  /// Fetches what `step` looks at, ahead of time.
  void prefetch_step(std::uint32_t node, WordId word) const {
    __builtin_prefetch(&filter_[(trie_key(node, word) & filter_mask_) / 64]);
  }
  /// Fetches what `entries_at` and `children_of` look at first, ahead of time.
  void prefetch_node(std::uint32_t node) const { __builtin_prefetch(&nodes_[node]); }
  /// The same for what they look at next.
  void prefetch_below(std::uint32_t node) const {
    const TrieNode& at = nodes_[node];
    __builtin_prefetch(at.is_branch ? static_cast<const void*>(&branches_[at.below]) : &entries_[at.below]);
  }
  /// The entries that end at a node.
  std::span<const Entry> entries_at(std::uint32_t node) const {
    const TrieNode& at = nodes_[node];
    if (!at.has_entries) return {};
    std::size_t first = at.is_branch ? branches_[at.below].first_entry : at.below, last = first;
    while (last < entries_.size() && !entries_[last].is_last) ++last;
    return entries_.slice(first, last + 1 - first);
  }
  const Table<Entry>& entries() const { return entries_; }
  const Table<NamedEntity>& entities() const { return entities_; }
  const Table<ListRun>& runs() const { return runs_; }
  const Table<WordPattern>& patterns() const { return patterns_; }
  const Table<WordAttributes>& word_attributes() const { return word_attributes_; }
  std::uint32_t index_of(const Entry& entry) const { return static_cast<std::uint32_t>(&entry - &*entries_.begin()); }

  /// The children of a node: the first, and one behind the last. Equal where there are none.
  std::pair<std::uint32_t, std::uint32_t> children_of(std::uint32_t node) const {
    const TrieNode& at = nodes_[node];
    if (!at.is_branch) return {0, 0};
    return {branches_[at.below].first_child, branches_[at.below + std::size_t{1}].first_child};
  }

  /// The canonical name of an entity.
  std::string name(const NamedEntity& entity) const;
  /// The list and line of an entity, by its index: "names/media.txt:17". Empty where there is no such entity.
  std::string place(std::uint32_t entity) const;

  /// The value of an attribute; empty where there is none.
  std::string_view attribute(const NamedEntity& entity, Symbol key) const { return value_of(entity.attributes, key); }
  std::string_view attribute(const Entry& phrase, Symbol key) const;
  /// The value of an attribute of a word in a class ("gender" of "she" in pronoun). Logarithmic.
  std::string_view attribute(WordId word, ClassId word_class, Symbol key) const;
  /// How many attributes stand in the row from `first` on.
  std::size_t row_size(std::uint32_t first) const;

  std::string_view string(std::uint32_t offset) const { return strings_.at(offset); }
  const StringsView& strings() const { return strings_; }
  const Table<Attribute>& attributes() const { return attributes_; }
  const Table<TrieNode>& nodes() const { return nodes_; }

 private:
  std::uint32_t child(std::uint32_t node, WordId word) const;
  std::uint32_t parent(std::uint32_t node) const;
  std::string_view value_of(std::uint32_t first, Symbol key) const;
  Lemmas lemmas(WordId id) const {
    const LemmaBlock& block = lemma_blocks_[id / 64];
    if (!(block.has >> id % 64 & 1)) return {};
    return lemmas_[block.before + static_cast<std::size_t>(std::popcount(block.has & ((std::uint64_t{1} << id % 64) - 1)))];
  }

  std::uint64_t number_ = 0;
  WordTable vocabulary_;
  Table<WordInfo> info_;
  Table<ClassSet> class_sets_;
  Table<ClassName> class_names_;
  Table<LemmaBlock> lemma_blocks_;
  Table<Lemmas> lemmas_;        // of the words that have any, in their order
  Table<TrieNode> nodes_;
  Table<TrieBranch> branches_;
  Table<std::uint64_t> filter_;  // a bit for each step of the trie, by its key
  std::size_t filter_mask_ = 0;
  Table<Entry> entries_;
  Table<NamedEntity> entities_;
  Table<ListRun> runs_;
  Table<Attribute> attributes_;
  Table<WordAttributes> word_attributes_;
  Table<WordPattern> patterns_;
  StringsView strings_;
};

}  // namespace liaison
