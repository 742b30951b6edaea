// The fast matcher: runs the compiled rules of a phase over a sequence.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <vector>

#include "liaison/trace.h"
#include "rules/annotation.h"
#include "rules/program.h"
#include "rules/sweep.h"
#include "rules/unit.h"

namespace liaison {

/// A stretch of units, half open. False where it is empty, as a capture is that took no part or took nothing, and where
/// it has no end, as a damaged program may leave it.
struct UnitRange {
  static constexpr std::uint32_t kNone = 0xffffffff;
  std::uint32_t first = kNone, last = kNone;

  explicit operator bool() const { return first < last && last != kNone; }
  friend bool operator==(const UnitRange&, const UnitRange&) = default;
};

using Captures = std::array<UnitRange, kMaxCaptures>;

/// A capture by its number, counted from 1, as conditions and actions tell it; none for 0.
inline UnitRange capture_of(const Captures& captures, std::uint8_t number) {
  return number > 0 && number <= captures.size() ? captures[number - 1u] : UnitRange();
}

/// Where a rule matches.
struct Match {
  std::uint32_t rule = 0;
  UnitRange range;
  Captures captures;

  friend bool operator==(const Match&, const Match&) = default;
};

/// Tells whether two annotations (by `Unit::annotation`) are one entity, for the conditions same and different.
using SameEntity = std::function<bool(std::uint32_t a, std::uint32_t b)>;

/// True if a rule of the phase may match in the sentence, where these annotations stand: all types that it needs are
/// there, and one of the words and classes that anchor rules of the phase. Requires: the words of the view were looked up
/// with the gates of the book first.
bool may_match(const RuleBook& book, std::size_t phase, const TextView& view, Sentence sentence,
               std::span<const Annotation> annotations);

/// Working memory of the matcher, reused. Requires: used by one thread at a time.
class Matcher {
 public:
  /// Replaces `out` by the matches of all rules of the phase, in the order of their start and then of the rules: for
  /// each rule and start the first parse, in greedy, left-first order, that fulfils the conditions. An empty match is
  /// none. Linear in the sequence for rules without conditions and looks: a state that failed is not tried again. The
  /// others have a budget of steps for each start, and no rule goes deeper than a fixed depth; `exhausted` counts the
  /// starts that were given up for that.
  void run(const RuleBook& book, std::size_t phase, const Sequence& sequence, const SameEntity& same_entity,
           std::vector<Match>& out);
  /// Calls `found` with each of these matches as soon as it is there: what it changes of the units' classes, all that
  /// is tried later sees. Classes may only be taken away, and only in the phase of words.
  void each(const RuleBook& book, std::size_t phase, const Sequence& sequence, const SameEntity& same_entity,
            const std::function<void(const Match&)>& found);

  std::size_t exhausted = 0;
  std::uint64_t steps = 0;  ///< instructions that were run so far, those of the sweep among them
  Trace* costs = nullptr;  ///< hears what each try costs, if there is one

 private:
  /// A search for one pattern: that of the rule, or that of a look. Where it need not look at captures, it remembers
  /// the states (instruction, unit) in which it has been, for there it failed.
  struct Search {
    std::uint32_t program = 0, program_end = 0;  // its instructions
    std::uint32_t base = 0, limit = 0;           // the units that it may take
    std::uint32_t end = UnitRange::kNone;        // where it must end, in a look-behind
    std::uint32_t depth = 0;                     // how many looks it is inside
    bool remembers = true, began = false;        // may remember, and has begun to
    std::uint32_t steps = 0;                     // that were left when it began
  };

  bool try_at(const Rule& rule, std::uint32_t start, Match& match);
  template <class Work>
  bool timed(std::uint32_t rule, std::uint64_t counted, const Work& work);
  bool go(std::uint32_t pc, std::uint32_t at);
  bool go_phrase(const Instruction& op, std::uint32_t pc, std::uint32_t at);
  bool go_save(const Instruction& op, std::uint32_t pc, std::uint32_t at);
  bool go_look(const Instruction& op, std::uint32_t pc, std::uint32_t at);
  bool stands(const Instruction& op, std::uint32_t pc, std::uint32_t at);
  bool passes_tests(const Instruction& op, std::uint32_t at) const;
  bool fails_at_once(const Instruction& op, std::uint32_t at) const;
  bool accept(std::uint32_t at);
  void remember();
  bool been_at(std::uint32_t pc, std::uint32_t at);

  const RuleBook* book_ = nullptr;
  const Sequence* sequence_ = nullptr;
  const SameEntity* same_entity_ = nullptr;
  Sweep sweep_;
  std::vector<std::uint64_t> starts_;  // the unit in the upper half, the rule in the lower one

  const Rule* rule_ = nullptr;
  std::uint32_t start_ = 0, end_ = 0, steps_ = 0, depth_ = 0;
  bool gave_up_ = false;
  Search search_;
  std::vector<std::vector<std::uint64_t>> been_;  // for each depth of looks, a bit for each state
  Captures captures_;
};

/// Leaves of the matches those that stand: by priority, then the longest, then the earliest, then the order of the
/// rules; none overlaps one that stands. They come in text order.
void select_matches(const RuleBook& book, std::vector<Match>& matches);

}  // namespace liaison
