// The automaton of a phase: runs all rules together that no rare word anchors.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "rules/program.h"
#include "rules/unit.h"

namespace liaison {

/// A deterministic automaton over the rules of a phase that begin at common units. It tells which of them may match
/// from a unit, so that only those are tried, and what rules have in common is read once. A rule is looked for only
/// where one of its anchors stands further on. It makes its states as texts need them, and remembers them from one text
/// to the next; of conditions, looks and windows it knows nothing, so that it finds some starts from which a rule fails,
/// but misses none.
///
/// Linear in the sequence: from each start it takes at most as many steps as the widest window is long, and a step that
/// was never taken before costs at most the instructions of the rules, which are limited (`kMaxAutomaton`). Memory is
/// limited, too: past the limit it forgets all states. Requires: used by one thread at a time.
class Automaton {
 public:
  Automaton();
  ~Automaton();
  Automaton(Automaton&&) noexcept;
  Automaton& operator=(Automaton&&) noexcept;

  /// Appends the starts from which a rule may match, the unit in the upper half and the rule in the lower one.
  void run(const RuleBook& book, std::size_t phase, const Sequence& sequence, std::vector<std::uint64_t>& starts);

  /// How many states it remembers.
  std::size_t states() const;
  /// How many units were read so far, all starts together, and how many instructions were followed to make states.
  std::uint64_t steps() const;

 private:
  class Machine;
  std::unique_ptr<Machine> machine_;
};

}  // namespace liaison
