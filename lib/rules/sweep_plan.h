// What the sweep follows of each rule.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "lexicon/packed_arrays.h"
#include "rules/program.h"
#include "rules/test_lists.h"

namespace liaison {

/// The programs of the rules of a phase in fewer steps: jumps and captures are left out, for they change no place; units
/// that are alternatives, and lead to the same step, are one; and what is optional is one step with its unit. Made when a
/// pack is compiled, or a book opened that lacks it; immutable and safe to share.
class SweepPlans {
 public:
  static constexpr std::uint32_t kNone = TestLists::kNone;

  enum class Op : std::uint8_t {
    unit,      ///< take a unit that passes the list, and go on at `next`; or go on at `other` from the same place
    phrase,    ///< take a phrase of the class of the atom, or one unit of it, and go on at `next`
    either,    ///< go on at `next` or at `other`
    here,      ///< go on at `next` if the unit here passes the list (negated: does not)
    before,    ///< the same of the unit before
    ahead,     ///< go on at `next` if the steps from `body` to the match before `end` match here (negated: do not)
    behind,    ///< the same of what ends here
    start, end,
    match
  };
  /// Steps of a rule are counted from its first one. None leads back but in a repeat. Here and below bytes are few, for
  /// what waits for memory is what following a rule takes longest for.
  struct Step {
    Op op = Op::match;
    std::uint8_t negated = 0;
    std::uint8_t exact = 1;                            ///< of a look: it can be told where it holds, not only where it may
    std::uint8_t most = 0;                             ///< of one that takes a phrase: the units of the longest
    std::uint16_t next = 0, other = 0;                 ///< `other` is the step behind the last where there is none
    std::uint16_t body = 0, end = 0;                   ///< of a look
    std::uint32_t list = kNone;                        ///< of one that asks for a unit: its tests
    std::uint32_t atom = kNone;                        ///< of one that takes a phrase: its class
    std::uint32_t mark = kNone;                        ///< which of the landmarks it is
  };
  static_assert(sizeof(Step) == 24);
  /// A rule of more instructions has no plan.
  static constexpr std::uint32_t kMostSteps = 0xffff;
  /// How a step leads to another one; what is asked on that way is told twice, to be at hand.
  struct Way {
    std::uint32_t from : 28 = 0;
    Op op : 4 = Op::either;                            ///< of that step; `either` where nothing is asked
    std::uint32_t list = kNone, mark = kNone;
  };
  static_assert(sizeof(Way) == 12);
  /// A step that every match takes, what it asks for, and how many units lie between its start and that of the next one.
  struct Landmark {
    std::uint32_t step = 0;
    std::uint32_t list = kNone, atom = kNone;          ///< the one or the other
    std::uint32_t min = 0, max = 0;                    ///< kNone: without limit
  };
  /// The atom of a type of which every match takes a unit before its first landmark, or behind its last one.
  struct Side {
    std::uint32_t atom = 0;
    std::uint32_t behind = 0;
  };
  /// What is known of a rule.
  struct Plan {
    std::uint32_t sound : 1 = 0;                       ///< all ways of its program stay inside of it
    std::uint32_t begins_rarely : 1 = 0;               ///< it has a landmark at its beginning, and none nearer to its end
    std::uint32_t begin : 30 = 0;                      ///< the step where a match begins
    std::uint32_t first_step = 0, step_count = 0;
    std::uint32_t first_landmark = 0, landmark_count = 0;
    std::uint32_t first_side = 0, side_count = 0;
  };

  /// Makes the plan of a rule, with its tests in the lists.
  Plan add(const RuleBook& book, const Rule& rule, TestLists& lists);

  const Step* steps(const Plan& plan) const { return steps_.data() + plan.first_step; }
  /// In the order in which a match takes them.
  std::span<const Landmark> landmarks(const Plan& plan) const { return std::span(landmarks_).subspan(plan.first_landmark, plan.landmark_count); }
  /// None if there is no landmark.
  std::span<const Side> sides(const Plan& plan) const { return std::span(sides_).subspan(plan.first_side, plan.side_count); }
  /// The ways that lead to a step. Requires: it is one of these.
  std::span<const Way> ways(const Step& step) const {
    const std::uint32_t* first = first_ways_.data() + (&step - steps_.data());
    return {ways_.data() + first[0], first[1] - first[0]};
  }

  /// Adds the tables to a section of a pack, but for the ways, which the steps tell.
  void lay_out(ArraysWriter& out) const { each_table(*this, out); }
  /// Takes the tables from there. False if they are not whole, or tell of what there is not; then they are of no use.
  /// Requires: `plans` are those of the rules, in their order, and `lists` those of their tests; only the first `classes`
  /// atoms are classes.
  bool take_up(ArraysReader& in, std::span<const Plan> plans, const TestLists& lists, std::uint32_t classes);

 private:
  template <class Plans, class Each>
  static bool each_table(Plans& plans, Each& each) {
    return each(plans.steps_) && each(plans.landmarks_) && each(plans.sides_);
  }
  bool is_whole(const Plan& plan, const TestLists& lists, std::uint32_t classes) const;
  bool read(const RuleBook& book, const Rule& rule, TestLists& lists);
  std::uint32_t list_of(const RuleBook& book, const Instruction& unit, TestLists& lists);
  bool pass_over();
  void join(TestLists& lists);
  void join_looks();
  void keep_reached(Plan& plan);
  void read_ways(const Plan& plan);
  void find_landmarks(Plan& plan);
  void measure(const Step* steps, Landmark& from, std::uint32_t to) const;
  void find_sides(Plan& plan, TestLists& lists);
  std::uint64_t types_between(const Plan& plan, std::uint32_t from, std::uint32_t to, const TestLists& lists) const;

  std::vector<Step> steps_;
  std::vector<Way> ways_;
  std::vector<std::uint32_t> first_ways_;   // that lead to each step, and one behind the last
  std::vector<Landmark> landmarks_;
  std::vector<Side> sides_;
  std::vector<std::uint32_t> known_lists_;  // by the place of their tests, which are stored once

  // Of the rule that is added: a step for each of its instructions.
  std::vector<Step> raw_;
  std::vector<Instruction::Op> ops_;
  std::uint32_t begin_ = 0;
};

}  // namespace liaison
