// The sweep: all starts of a rule in a sequence at once.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "rules/test_index.h"
#include "rules/test_rows.h"
#include "rules/unit.h"

namespace liaison {

/// Finds from which units a rule can match, for all of them together. A set of places in the sequence is a row of bits,
/// one for each unit and one for the end; from the end of the program backwards, each instruction turns the places from
/// which what follows it matches into those from which it does. Of conditions and windows it knows nothing, so that it
/// may name a start from which a rule fails, and misses none. (The bit-parallel simulation of an automaton: Baeza-Yates
/// and Gonnet, Communications of the ACM 35, 1992, with the places of the text in the word instead of the states.)
///
/// A rule costs its instructions for each 64 units; tests are worked out once for all rules. Requires: used by one
/// thread at a time; memory is reused.
class Sweep {
 public:
  /// Reads a sequence. With `lenient` what must not be is not asked for.
  void begin(const RuleBook& book, const TestIndex& index, const Sequence& sequence, bool lenient);
  /// The rules of which an anchor stands in the sequence, and those without. Each once, in no order.
  const std::vector<std::uint32_t>& rules();
  /// Appends the starts from which a rule may match, the unit in the upper half and the rule in the lower one.
  void find_starts(std::uint32_t rule, std::vector<std::uint64_t>& starts);

  std::uint64_t steps = 0;  ///< instructions followed so far, times the 64s of units

 private:
  using Bits = TestRows::Bits;
  template <class Width>
  bool search(std::uint32_t rule, const TestIndex::Sketch& sketch, Width width);
  template <class Width>
  void forget(Width width);
  template <class Width>
  bool find_landmarks(const TestIndex::Sketch& sketch, Width width);
  template <class Width>
  void spread(const TestIndex::Landmark& landmark, const Bits* row, Width width);
  template <class Width>
  void run(std::uint32_t first, std::uint32_t last, Width width);
  template <class Width>
  bool follow(std::uint32_t step, Width width);
  template <class Width>
  const Bits* look(std::uint32_t step, Width width);
  template <class Width>
  void advance(std::uint32_t first, std::uint32_t begin, std::uint32_t last, Width width);
  template <class Width>
  std::uint32_t lead_on(std::uint32_t step, Width width);

  Bits marked_in(std::uint32_t word, std::uint32_t first, std::uint32_t last) const;
  void mark(std::uint32_t step) { marked_[step / 64] |= Bits{1} << step % 64; }
  Bits* row(std::uint32_t step) { return rows_.data() + std::size_t{step} * width_; }
  Bits* place(std::uint32_t step) { return ahead_.data() + std::size_t{step} * width_; }
  bool is_empty(const Bits* row) const { return std::all_of(row, row + width_, [](Bits bits) { return bits == 0; }); }

  TestRows tests_;
  const RuleBook* book_ = nullptr;
  const TestIndex* index_ = nullptr;
  bool lenient_ = false;
  std::size_t size_ = 0, width_ = 1;     // units in the sequence, words in a row
  std::vector<std::uint32_t> rule_read_; // the sequence for which a rule was told last
  std::vector<std::uint32_t> rules_;

  // Of the rule that is looked for.
  const TestIndex::Step* steps_ = nullptr;
  std::uint32_t window_ = 0;
  bool forwards_ = false;                // whether it was followed forwards first
  const Bits* found_ = nullptr;
  std::vector<Bits> landmarks_;          // where each landmark may stand
  std::vector<Bits> rows_;               // for each step: the places from which it matches
  std::vector<Bits> ahead_;              // for each step that is followed forwards: the places that it is reached at
  std::vector<std::uint32_t> followed_;  // the steps that have rows: all others are empty
  std::size_t old_width_ = 1;            // of those rows
  std::vector<Bits> marked_;             // the steps whose rows may change
  std::vector<Bits> held_;               // where a look holds; and other rows of the moment
};

}  // namespace liaison
