// The rules of one phase, by what they cannot do without.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "lexicon/class_set.h"
#include "lexicon/packed_arrays.h"
#include "rules/program.h"
#include "rules/sweep_plan.h"
#include "rules/test_lists.h"

namespace liaison {

/// Knows the tests of the rules of a phase, and which rules can match where some are passed. Made when a book is opened;
/// immutable and safe to share. What takes long to work out, the plans and the lists, stands in the pack.
///
/// Sets of atoms are rows of bits, of `words()` words each. The atoms of classes come first, so that what the classes of a
/// unit pass fills the first `class_words()` of them.
class TestIndex {
 public:
  using Bits = std::uint64_t;
  static constexpr std::uint32_t kNone = TestLists::kNone;

  /// Adds the rules of a phase, with what was laid out of them, if anything was.
  TestIndex(const RuleBook& book, std::size_t phase, ArraysReader* laid_out);
  /// False if what was laid out is damaged; then the index is of no use.
  bool is_whole() const { return is_whole_; }
  /// Adds what takes long to work out to a section of a pack.
  void lay_out(ArraysWriter& out) const;

  const TestLists& lists() const { return lists_; }
  const std::vector<Test>& atoms() const { return lists_.atoms(); }
  /// The atom that asks for a word, a class, a type; kNone where no rule does.
  std::uint32_t atom_of_word(WordId word) const {
    std::size_t slot = slot_of(word);
    while (word_slots_[slot].atom != kNone && word_slots_[slot].word != word) slot = (slot + 1) & (word_slots_.size() - 1);
    return word_slots_[slot].atom;
  }
  std::uint32_t atom_of(ClassId id) const { return classes_[static_cast<std::size_t>(id) % kMaxClasses]; }
  std::uint32_t atom_of(Symbol type) const { return type.id < types_.size() ? types_[type.id] : kNone; }
  /// Of an atom that asks for the letters of a word: that which asks for the word; kNone where the vocabulary lacks it.
  std::uint32_t word_atom_of(std::uint32_t exact) const { return word_atoms_[exact]; }
  /// The classes that have an atom.
  const ClassSet& classes() const { return asked_; }

  std::size_t words() const { return words_; }
  std::size_t class_words() const { return class_words_; }
  /// The atoms of the classes of one of the lexicon's sets, as a row and one by one.
  const Bits* atoms_of_set(std::uint32_t set) const { return set_atoms_.data() + set * class_words_; }
  std::span<const std::uint16_t> atom_list_of_set(std::uint32_t set) const {
    return {set_atom_list_.data() + set_atoms_begin_[set], set_atom_list_.data() + set_atoms_begin_[set + 1]};
  }
  std::size_t known_sets() const { return known_sets_; }

  const SweepPlans& plans() const { return plans_; }
  const SweepPlans::Plan& plan(std::uint32_t rule) const { return rules_[rule - first_rule_]; }
  /// Calls `each(rule)` for the rules of which an atom is an anchor, if all that they need is among the atoms that stand in
  /// the sequence; and for those without an anchor. A rule may come twice.
  template <class Each>
  void each_rule(std::span<const Bits> present, const Each& each) const;
  /// A number for each rule, from 0 to rule_count().
  std::uint32_t place_of(std::uint32_t rule) const { return rule - first_rule_; }
  std::size_t rule_count() const { return rules_.size(); }

 private:
  /// One of a hash table of the words that have an atom: few enough to stay close to the processor.
  struct WordSlot {
    WordId word = 0;
    std::uint32_t atom = kNone;
  };
  std::size_t slot_of(WordId word) const { return (word * 0x9E3779B1u >> 16) & (word_slots_.size() - 1); }

  static void set(std::vector<Bits>& row, std::size_t at) { row[at / 64] |= Bits{1} << at % 64; }
  void plan_rules(const RuleBook& book, const std::vector<std::uint32_t>& rules);
  void number_classes(const RuleBook& book, const std::vector<std::uint32_t>& rules);
  bool take_up(ArraysReader& laid_out);
  void anchor(const RuleBook& book, std::uint32_t rule);
  void note(std::uint32_t atom);
  void note_exact(const Lexicon& lexicon);
  void note_words();
  void note_needs(const RuleBook& book, std::uint32_t rule);
  void note_first_needs();
  void add_needs(const std::vector<Bits>& atoms, bool one_is_enough);
  std::uint32_t needed_by(std::uint32_t atom) const;
  bool is_choice(std::uint32_t list, std::vector<Bits>& atoms) const;
  void note_sets(const Lexicon& lexicon);

  TestLists lists_;
  SweepPlans plans_;
  bool is_whole_ = true;
  std::vector<SweepPlans::Plan> rules_;
  /// Atoms that a rule cannot do without, which have one word of the row of all atoms: all of them, or, together with those
  /// of the needs before it up to the last one that closes, one of them.
  struct Need {
    std::uint32_t word = 0;
    bool closes = false;
    Bits bits = 0;
  };
  /// Of a rule: the needs of which all must stand, and behind them those of which one is enough.
  struct RuleNeeds {
    std::uint32_t first = 0, all = 0, choices = 0;
  };
  std::vector<Need> needs_;
  std::vector<RuleNeeds> rule_needs_;
  /// A rule, with one of the words of atoms that must stand, for most rules miss some of them.
  struct Anchored {
    std::uint32_t rule = 0, word = 0;
    Bits needed = 0;
  };
  std::vector<std::vector<Anchored>> anchored_;        // of each atom
  std::vector<std::uint32_t> unanchored_;
  std::uint32_t first_rule_ = 0;
  std::size_t words_ = 0, class_words_ = 0, known_sets_ = 0;
  std::vector<Bits> anchors_;                          // atoms
  std::vector<WordSlot> word_slots_;                   // a power of two
  std::vector<std::uint32_t> word_atoms_;              // of each atom that is exact
  std::array<std::uint32_t, kMaxClasses> classes_;
  std::array<std::uint32_t, TestLists::kTypes> types_;
  ClassSet asked_;
  std::vector<Bits> set_atoms_;
  std::vector<std::uint16_t> set_atom_list_;           // of all sets, one after another
  std::vector<std::uint32_t> set_atoms_begin_;         // in the list; and its end
};

template <class Each>
void TestIndex::each_rule(std::span<const Bits> present, const Each& each) const {
  auto can_match = [&](std::uint32_t rule) {
    const RuleNeeds& needs = rule_needs_[place_of(rule)];
    const Need* need = needs_.data() + needs.first;
    for (const Need* end = need + needs.all; need != end; ++need)
      if ((need->bits & ~present[need->word]) != 0) return false;
    Bits any = 0;
    for (const Need* end = need + needs.choices; need != end; ++need) {
      any |= need->bits & present[need->word];
      if (need->closes && std::exchange(any, 0) == 0) return false;
    }
    return true;
  };
  for (std::uint32_t rule : unanchored_)
    if (can_match(rule)) each(rule);
  for (std::size_t w = 0; w < words_; ++w)
    for (Bits rest = present[w] & anchors_[w]; rest != 0; rest &= rest - 1)
      for (const Anchored& found : anchored_[64 * w + static_cast<std::size_t>(std::countr_zero(rest))])
        if ((found.needed & ~present[found.word]) == 0 && can_match(found.rule)) each(found.rule);
}

}  // namespace liaison
