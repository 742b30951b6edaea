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
/// one for each unit and one for the end; from the end of the plan backwards, each step turns the places from which what
/// follows it matches into those from which it does. Of conditions and windows it knows nothing, so that it may name a
/// start from which a rule fails, and misses none. (The bit-parallel simulation of an automaton: Baeza-Yates and Gonnet,
/// Communications of the ACM 35, 1992, with the places of the text in the word instead of the states.)
///
/// A rule costs its steps for each 64 units; tests are worked out once for all rules. Requires: used by one thread at a
/// time; memory is reused.
class Sweep {
 public:
  /// Reads a sequence. With `lenient` what must not be is not asked for.
  void begin(const RuleBook& book, const TestIndex& index, const Sequence& sequence, bool lenient);
  /// The rules of which an anchor and all that they need stand in the sequence. Each once, in no order.
  const std::vector<std::uint32_t>& rules() const { return rules_; }
  /// Appends the starts from which a rule may match, the unit in the upper half and the rule in the lower one.
  void find_starts(std::uint32_t rule, std::vector<std::uint64_t>& starts);

  std::uint64_t steps = 0;  ///< steps followed so far, times the 64s of units

 private:
  using Bits = TestRows::Bits;
  using Step = SweepPlans::Step;
  void forget();
  template <class Width>
  bool search(std::uint32_t rule, const SweepPlans::Plan& plan, Width width);
  template <class Width>
  bool find_landmarks(const SweepPlans::Plan& plan, Width width);
  template <class Width>
  void find_sides(const SweepPlans::Plan& plan, bool behind, Width width);
  template <class Width>
  void spread(const SweepPlans::Landmark& landmark, const Bits* row, Width width);
  template <class Width>
  void run(std::uint32_t first, std::uint32_t last, const Bits* reached, Width width);
  template <class Width, class Add>
  void follow(const SweepPlans::Way& way, const Bits* matched, const Add& add, Width width);
  template <class Width>
  bool is_asked(std::uint32_t step, const Bits* matched, Width width, int depth = 0);
  template <class Width>
  const Bits* look(std::uint32_t step, Width width);
  template <class Width>
  const Bits* tested(std::uint32_t list, std::uint32_t mark, Width width) {
    return mark != SweepPlans::kNone ? landmarks_.data() + mark * width : tests_.list(list);
  }
  template <class Width>
  void advance(std::uint32_t first, std::uint32_t last, Width width);
  template <class Width, class Lead>
  void lead_on(std::uint32_t step, const Lead& lead, Width width);

  void mark(std::uint32_t step) { marked_[step / 64] |= Bits{1} << step % 64; }
  Bits* row(std::uint32_t step, std::size_t width) { return rows_.data() + step * width; }
  Bits* place(std::uint32_t step, std::size_t width) { return ahead_.data() + step * width; }
  template <class Width>
  static bool is_empty(const Bits* row, Width width) {
    Bits any = 0;
    for (std::size_t w = 0; w < width; ++w) any |= row[w];
    return any == 0;
  }

  TestRows tests_;
  const RuleBook* book_ = nullptr;
  const TestIndex* index_ = nullptr;
  bool lenient_ = false;
  std::size_t size_ = 0, width_ = 1;     // units in the sequence, words in a row
  std::vector<std::uint32_t> rule_read_; // the sequence for which a rule was told last
  std::vector<std::uint32_t> rules_;

  // Of the rule that is looked for.
  const Step* steps_ = nullptr;
  std::uint32_t rule_ = 0, none_ = 0;    // none_: the step behind the last
  const Bits* found_ = nullptr;
  std::vector<Bits> landmarks_;          // where each landmark may stand
  std::vector<Bits> rows_;               // for each step: the places from which it matches; and an empty row behind the last
  std::vector<Bits> ahead_;              // for each step that is followed forwards: the places that it is reached at
  std::vector<Bits> marked_;             // the steps whose rows were added to, and not yet followed
  std::vector<Bits> followed_;           // those that were; all other rows are empty
  std::vector<Bits> held_;               // where a look holds; and other rows of the moment
};

}  // namespace liaison
