// Decides what part of speech each word of a sentence is.
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
enum VerbForm : std::uint8_t { kBase = 1, kThird = 2, kPast = 4, kParticiple = 8, kGerund = 16 };

/// One word of a sentence: a token, a phrase that the lists know as one word, or a name.
struct Item {
  static constexpr std::uint32_t kNone = 0xffffffff;

  std::uint32_t first = 0, last = 0;   ///< tokens, half open
  WordId word = kNoWord;               ///< of its last token, or of a phrase's first
  std::uint32_t annotation = kNone;    ///< which name or role it is
  Pos pos = Pos::other;
  std::uint8_t forms = 0;              ///< of a verb: the forms that it may be
  bool may_be_noun = false, may_be_adjective = false, plural = false;
  ClassSet classes;

  bool is_nominal() const { return pos == Pos::noun || pos == Pos::name || pos == Pos::role; }
};

/// Tags sentences. Requires: used by one thread at a time; memory is reused.
class Tagger {
 public:
  /// Replaces the items by those of the sentence. `annotations` are sorted and do not overlap. Linear.
  void run(const TextView& view, const Grammar& grammar, Sentence sentence, std::span<const Annotation> annotations);

  std::span<const Item> items() const { return items_; }

 private:
  void read_items(Sentence sentence, std::span<const Annotation> annotations);
  std::uint32_t read_phrase(std::uint32_t token, std::uint32_t limit, Item& item) const;
  void read_annotation(const Annotation& annotation, Item& item) const;
  void read_word(Item& item) const;
  bool opens_infinitive(std::uint32_t last) const;
  void read_forms(Item& item) const;
  void read_open_class(Item& item) const;
  void guess(Item& item) const;
  void read_punctuation(Item& item) const;
  bool is_closed(Item& item) const;
  void decide(std::size_t at);
  Pos decide_verb_or_noun(std::size_t at) const;
  bool plural_before(std::size_t at) const;
  bool object_follows(std::size_t at) const;
  bool hyphenated(std::size_t at) const;
  bool is_adjective(std::size_t at) const;
  void decide_preposition(std::size_t at);
  void decide_role(std::size_t at);
  bool asked(std::size_t at) const;
  bool is_verb_after_noun(std::size_t at) const;
  bool is_gerund_verb(std::size_t at) const;
  bool is_determined(std::size_t at) const;
  bool is_infinitive(std::size_t at) const;
  bool is_possessive(std::size_t at) const;
  bool is_attributive(std::size_t at) const;
  void decide_verb(std::size_t at);
  bool finite_verb_near(std::size_t at) const;
  std::size_t previous(std::size_t at) const;
  Pos pos_at(std::size_t at) const { return at < items_.size() ? items_[at].pos : Pos::stop; }
  bool is(const Item& item, Word word) const { return grammar_->is(item.classes, word); }
  bool is(const TextView& view, std::uint32_t token, Word word) const { return grammar_->is(view, token, word); }

  const TextView* view_ = nullptr;
  const Grammar* grammar_ = nullptr;
  std::vector<Item> items_;
  std::uint32_t sentence_first_ = 0;
};

}  // namespace liaison
