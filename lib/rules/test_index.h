// The tests of the rules of one phase, numbered, and what each rule cannot do without.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

#include "lexicon/class_set.h"
#include "rules/program.h"

namespace liaison {

/// Numbers each test of one unit (an atom), and each list of tests that an instruction asks, so that what passes them is
/// worked out once for a sequence, however many rules ask. Made when a book is opened; immutable and safe to share.
class TestIndex {
 public:
  static constexpr std::uint32_t kNone = 0xffffffff;

  /// A test of a list: the atom must stand, or must not.
  struct Term {
    std::uint32_t atom = 0;
    bool negated = false;
  };
  /// An instruction as the sweep follows it. Steps of a rule are counted from its first.
  struct Step {
    Instruction::Op op = Instruction::Op::match;
    bool negated = false;
    bool inside = false;                               ///< of a look
    bool exact = true;                                 ///< of a look: it can be told where it holds, not only where it may
    std::uint32_t list = kNone;                        ///< of one that takes a unit: its tests
    std::uint32_t atom = kNone, most = 0;              ///< of one that takes a phrase: its class, and the units of the longest
    std::uint32_t next = 0, a = 0, b = 0;              ///< the steps where it goes on
    std::uint32_t end = 0;                             ///< of a look: behind what it looks for
    std::uint32_t mark = kNone;                        ///< which of the landmarks it is
    std::uint32_t first_before = 0, before_count = 0;  ///< the steps that lead to it
  };
  /// A step that every match takes, and how many units lie between its start and that of the next one.
  struct Landmark {
    std::uint32_t step = 0;
    std::uint32_t min = 0, max = 0;                    ///< kNone: without limit
  };
  /// What is known of a rule.
  struct Sketch {
    bool sound = true;                                 ///< all ways of its program stay inside of it
    bool begins_rarely = false;                        ///< it has a landmark at its beginning, and none nearer to its end
    std::uint32_t first_step = 0, step_count = 0;
    std::uint32_t begin = 0;                           ///< the step where a match begins
    std::uint32_t first_landmark = 0, landmark_count = 0;
  };

  /// Adds the rules of a phase.
  TestIndex(const RuleBook& book, std::size_t phase);

  const std::vector<Test>& atoms() const { return atoms_; }
  /// The atom that asks for a word, a class, a type; kNone where no rule does.
  std::uint32_t atom_of_word(WordId word) const {
    if (word / 64 >= word_bits_.size() || (word_bits_[word / 64] >> word % 64 & 1) == 0) return kNone;
    return words_.find(word)->second;
  }
  std::uint32_t atom_of(ClassId id) const { return classes_[static_cast<std::size_t>(id) % kMaxClasses]; }
  std::uint32_t atom_of(Symbol type) const { return type.id < kTypes ? types_[type.id] : kNone; }
  /// The atoms of the classes of one of the lexicon's sets.
  std::span<const std::uint32_t> atoms_of_set(std::uint32_t set) const {
    return std::span(set_atoms_).subspan(first_of_set_[set], first_of_set_[set + 1] - first_of_set_[set]);
  }
  std::size_t known_sets() const { return first_of_set_.size() - 1; }
  /// The classes that have an atom.
  const ClassSet& classes() const { return asked_; }

  std::size_t list_count() const { return lists_.size(); }
  std::span<const Term> list(std::uint32_t id) const { return std::span(terms_).subspan(lists_[id].first, lists_[id].second); }

  const Sketch& sketch(std::uint32_t rule) const { return sketches_[rule - first_rule_]; }
  /// One for each instruction of the rule.
  const Step* steps(const Sketch& sketch) const { return steps_.data() + sketch.first_step; }
  /// In the order in which a match takes them.
  std::span<const Landmark> landmarks(const Sketch& sketch) const { return std::span(landmarks_).subspan(sketch.first_landmark, sketch.landmark_count); }
  /// The steps of the same rule that lead to one.
  std::span<const std::uint32_t> before(const Step& step) const { return std::span(before_).subspan(step.first_before, step.before_count); }
  /// The rules that an atom anchors, in their order, and those that nothing does.
  std::span<const std::uint32_t> rules_at(std::uint32_t atom) const { return anchored_[atom]; }
  std::span<const std::uint32_t> unanchored() const { return unanchored_; }
  /// A number for each rule, from 0 to rule_count().
  std::uint32_t place_of(std::uint32_t rule) const { return rule - first_rule_; }
  std::size_t rule_count() const { return sketches_.size(); }

 private:
  static constexpr std::size_t kTypes = 64;

  std::uint32_t add_atom(const Test& test);
  std::uint32_t add_list(std::span<const Test> tests);
  void add(const RuleBook& book, std::uint32_t rule);
  void read_steps(const RuleBook& book, const Rule& rule, Sketch& sketch);
  void pass_over(Sketch& sketch);
  void read_ways(const Sketch& sketch);
  void find_landmarks(Sketch& sketch);
  void measure(const Step* steps, Landmark& from, std::uint32_t to) const;

  std::vector<Test> atoms_;
  std::vector<Term> terms_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> lists_;  // first and count of its terms
  std::vector<Step> steps_;
  std::vector<std::uint32_t> before_;
  std::vector<Landmark> landmarks_;
  std::vector<Sketch> sketches_;
  std::vector<std::vector<std::uint32_t>> anchored_;
  std::vector<std::uint32_t> unanchored_;
  std::uint32_t first_rule_ = 0;

  std::unordered_map<std::uint64_t, std::uint32_t> atom_numbers_;                      // by kind and value
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> list_numbers_;         // by a hash of the tests
  std::unordered_map<WordId, std::uint32_t> words_;                            // their atoms
  std::vector<std::uint64_t> word_bits_;                                       // a bit for each word of the vocabulary that has one
  std::array<std::uint32_t, kMaxClasses> classes_;
  std::array<std::uint32_t, kTypes> types_;
  ClassSet asked_;
  std::vector<std::uint32_t> set_atoms_, first_of_set_;
};

}  // namespace liaison
