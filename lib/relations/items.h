// The words of a sentence, with all that each may be.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "lexicon/lexicon.h"
#include "relations/grammar.h"
#include "rules/annotation.h"
#include "text/sentences.h"

namespace liaison {

enum class Pos : std::uint8_t {
  noun, verb, adjective, adverb, determiner, pronoun, preposition, conjunction, subordinator, relative,
  be, have, auxiliary, modal, infinitive, possessive, negation, number, time,
  name, role, comma, quote, dash, hyphen, colon, hidden, stop, other
};

/// A set of inflected forms of a verb.
enum VerbForm : std::uint8_t { kFormBase = 1, kFormThird = 2, kFormPast = 4, kFormParticiple = 8, kFormGerund = 16 };

/// One word of a sentence: a token, a phrase that the lists know as one word, or a name.
struct Item {
  static constexpr std::uint32_t kNone = 0xffffffff;

  std::uint32_t first = 0, last = 0;   ///< tokens, half open
  WordId word = kNoWord;               ///< of its last token, or of a phrase's first
  std::uint32_t annotation = kNone;    ///< which name or role it is
  Pos pos = Pos::other;
  std::uint8_t forms = 0;              ///< of a verb: the forms that it may be
  bool may_be_noun = false, may_be_adjective = false, plural = false;
  bool settled = false;                ///< a rule has told what it is
  ClassSet classes;

  bool is_nominal() const { return pos == Pos::noun || pos == Pos::name || pos == Pos::role; }
};

/// True for a quotation mark.
bool is_quote(std::string_view text);
/// True for what stands before the main verb of its group.
bool is_auxiliary(Pos pos);

/// Reads the items of sentences. A view: all that it is given outlives it.
class ItemReader {
 public:
  ItemReader() = default;
  /// Requires: both outlive it, and the view is that of a text whose words are looked up.
  ItemReader(const TextView& view, const Grammar& grammar);

  /// Replaces `items` by those of the sentence. `annotations` are sorted and do not overlap. Linear.
  void run(Sentence sentence, std::span<const Annotation> annotations, std::vector<Item>& items);
  /// Reads an item anew after rules have narrowed its classes.
  void settle(Item& item) const;

 private:
  std::uint32_t read_phrase(std::uint32_t token, std::uint32_t limit, std::span<const Item> before, Item& item) const;
  void read_annotation(const Annotation& annotation, Item& item) const;
  bool prefixes_verb(std::uint32_t token, std::uint32_t limit) const;
  void read_word(Item& item) const;
  void read_classes(Item& item) const;
  bool opens_infinitive(std::uint32_t last) const;
  bool tells_how_long(std::uint32_t last) const;
  bool opens_amount(std::uint32_t token, std::uint32_t limit) const;
  void read_forms(Item& item) const;
  void read_open_class(Item& item) const;
  void guess(Item& item) const;
  bool owns(std::uint32_t token) const;
  void read_punctuation(Item& item) const;
  bool before_hyphen(const Item& item) const;
  bool is_closed(Item& item) const;
  bool is(const Item& item, Word word) const { return grammar_->is(item.classes, word); }
  bool is(const TextView& view, std::uint32_t token, Word word) const { return grammar_->is(view, token, word); }

  const TextView* view_ = nullptr;
  const Grammar* grammar_ = nullptr;
  ClassSet closed_;  // the closed classes
  std::uint32_t sentence_first_ = 0;
};

}  // namespace liaison
