// Runs the rules over words, which narrow what each may be.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "liaison/trace.h"
#include "relations/items.h"
#include "rules/annotation.h"
#include "rules/matcher.h"
#include "rules/program.h"
#include "text/sentences.h"

namespace liaison {

/// Runs the phase `words`. Requires: used by one thread at a time; memory is reused.
class WordRules {
 public:
  /// Narrows the items of a sentence: from left to right, and at one word in the order of the rules. What one rule takes
  /// away, those after it do not see; the last reading of a word stays. Linear.
  void run(const RuleBook& rules, const TextView& view, const ItemReader& reader, Sentence sentence,
           std::span<const Annotation> annotations, Trace* trace, std::span<Item> items);

 private:
  void make_units(const RuleBook& rules, const TextView& view, std::span<const Annotation> annotations, std::span<const Item> items);
  void narrow(const RuleBook& rules, const Match& match);
  void tell(const RuleBook& rules, const Action& action, std::uint32_t unit, const ClassSet& before) const;

  Matcher matcher_;
  std::vector<Unit> units_;
  std::vector<ClassSet> classes_;       // of each unit, as they are narrowed
  std::vector<std::uint32_t> item_of_;  // of each unit
  std::vector<bool> narrowed_;          // by unit
  const TextView* view_ = nullptr;
  Trace* trace_ = nullptr;
};

}  // namespace liaison
