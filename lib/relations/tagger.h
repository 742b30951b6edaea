// Decides what part of speech each word of a sentence is.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "liaison/trace.h"
#include "relations/grammar.h"
#include "relations/items.h"
#include "relations/word_rules.h"
#include "rules/annotation.h"
#include "rules/program.h"
#include "text/sentences.h"

namespace liaison {

/// Tags sentences. Requires: used by one thread at a time; memory is reused.
class Tagger {
 public:
  /// Replaces the items by those of the sentence. `annotations` are sorted and do not overlap. What the rules over words
  /// leave open is decided here, and they are told to the trace. Linear.
  void run(const TextView& view, const RuleBook& rules, const Grammar& grammar, Sentence sentence,
           std::span<const Annotation> annotations, Trace* trace);

  std::span<const Item> items() const { return items_; }

 private:
  void decide(std::size_t at);
  Pos decide_verb_or_noun(std::size_t at) const;
  bool stands_in_phrase(std::size_t at) const;
  bool plural_before(std::size_t at) const;
  bool object_follows(std::size_t at) const;
  bool hyphenated(std::size_t at) const;
  bool is_adjective(std::size_t at) const;
  bool opens_clause(std::size_t at) const;
  void decide_joint(std::size_t at);
  bool is_year(std::size_t at) const;
  bool joins_objects(std::size_t conjunction, std::size_t at) const;
  bool is_unknown(std::size_t at) const;
  bool acts_unknown(std::size_t at) const;
  Pos decide_that(std::size_t at) const;
  bool asked(std::size_t at) const;
  bool is_verb_after_noun(std::size_t at) const;
  bool is_gerund_verb(std::size_t at) const;
  bool is_determined(std::size_t at) const;
  bool is_somebodys(std::size_t at) const;
  bool heads_phrase(std::size_t at) const;
  bool is_infinitive(std::size_t at) const;
  bool is_would(std::size_t at) const;
  bool is_possessive(std::size_t at) const;
  bool is_attributive(std::size_t at) const;
  void decide_verb(std::size_t at);
  bool finite_verb_near(std::size_t at) const;
  std::size_t previous(std::size_t at) const;
  Pos pos_at(std::size_t at) const { return at < items_.size() ? items_[at].pos : Pos::stop; }
  bool is(const Item& item, Word word) const { return grammar_->is(item.classes, word); }

  std::span<const Annotation> annotations_;
  const TextView* view_ = nullptr;
  const Grammar* grammar_ = nullptr;
  std::vector<Item> items_;
  WordRules word_rules_;
};

}  // namespace liaison
