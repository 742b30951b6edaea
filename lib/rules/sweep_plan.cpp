#include "rules/sweep_plan.h"

#include <algorithm>
#include <bit>

namespace liaison {
namespace {

using In = Instruction::Op;
using StepId = std::uint16_t;  // of a step in its rule

/// The steps of a look, half open.
struct Look {
  std::uint32_t body = 0, end = 0;
};

bool is_look(SweepPlans::Op op) { return op == SweepPlans::Op::ahead || op == SweepPlans::Op::behind; }

/// The types, as bits of Symbols, that a unit has which passes a list.
std::uint64_t types_of(const TestLists& lists, std::uint32_t list) {
  auto type = [&](std::uint32_t atom) {
    const Test& test = lists.atoms()[atom];
    return test.kind == Test::Kind::type && test.value < TestLists::kTypes ? std::uint64_t{1} << test.value : 0;
  };
  if (TestLists::is_atom(list)) return type(TestLists::atom_of(list));
  std::uint64_t any = 0, all = ~std::uint64_t{0};
  for (const TestLists::Term& term : lists.terms(list))
    if (!term.negated) any |= type(term.atom);
  for (std::uint32_t atom : lists.either_atoms(list)) all &= type(atom);
  for (std::uint32_t part : lists.either_lists(list)) all &= types_of(lists, part);
  return lists.is_either(list) ? all : any;
}

}  // namespace

SweepPlans::Plan SweepPlans::add(const RuleBook& book, const Rule& rule, TestLists& lists) {
  // Room that grows would be copied, and its pages touched, again and again.
  if (steps_.empty()) steps_.reserve(book.program().size()), ways_.reserve(2 * book.program().size());
  Plan plan;
  plan.first_step = static_cast<std::uint32_t>(steps_.size());
  plan.first_landmark = static_cast<std::uint32_t>(landmarks_.size());
  plan.first_side = static_cast<std::uint32_t>(sides_.size());
  plan.sound = read(book, rule, lists) && pass_over();
  if (!plan.sound) return plan;
  join(lists);
  join_looks();
  keep_reached(plan);
  find_landmarks(plan);
  find_sides(plan, lists);
  read_ways(plan);
  return plan;
}

/// Reads the instructions and numbers their tests. False if the program is damaged and leads anywhere.
bool SweepPlans::read(const RuleBook& book, const Rule& rule, TestLists& lists) {
  const auto end = std::min(rule.program_end, static_cast<std::uint32_t>(book.program().size()));
  if (rule.program >= end || book.program()[end - 1].op != In::match) return false;
  const std::uint32_t count = end - rule.program;
  if (count > kMostSteps) return false;
  raw_.assign(count, {});
  ops_.assign(count, In::match);
  bool sound = true;
  std::vector<std::uint32_t> looks;  // those that the step is inside of
  for (std::uint32_t i = 0; i < count && sound; ++i) {
    const Instruction& op = book.program()[rule.program + i];
    Step& step = raw_[i];
    while (!looks.empty() && raw_[looks.back()].end <= i) looks.pop_back();
    ops_[i] = op.op;
    step.negated = op.negated != 0;
    step.next = static_cast<StepId>(i + 1);
    step.other = static_cast<StepId>(count);
    const std::uint32_t from = looks.empty() ? 0 : looks.back() + 1, to = looks.empty() ? count : raw_[looks.back()].end;
    const bool behind = std::any_of(looks.begin(), looks.end(), [&](std::uint32_t look) { return raw_[look].op == Op::behind; });
    // Nothing but its end leads out of a look, and nothing goes back in one that looks behind.
    auto target = [&](std::uint32_t led) {
      if (led < from || led >= to || (behind && led <= i)) sound = false;
      return static_cast<StepId>(led);
    };
    // What a look-behind takes is counted in units, and followed without a look of its own.
    if (behind && (op.op == In::phrase || op.op == In::ahead || op.op == In::behind))
      for (std::uint32_t look : looks) raw_[look].exact = false;
    switch (op.op) {
      case In::unit: step.op = Op::unit, step.list = list_of(book, op, lists); break;
      case In::phrase: step.op = Op::phrase, step.atom = lists.add_atom({Test::Kind::word_class, 0, op.a}), step.most = static_cast<std::uint8_t>(op.b); break;
      case In::split: step.op = Op::either, step.other = target(op.a); break;
      case In::jump: step.next = target(op.a); break;
      case In::ahead: case In::behind:
        step.op = op.op == In::ahead ? Op::ahead : Op::behind;
        step.body = static_cast<StepId>(i + 1);
        step.next = step.end = target(op.a);
        if (!sound || step.end <= i + 1 || book.program()[rule.program + op.a - 1].op != In::match) sound = false;
        looks.push_back(i);
        break;
      case In::start: step.op = Op::start; break;
      case In::end: step.op = Op::end; break;
      case In::save: case In::match: break;
    }
  }
  return sound;
}

/// The list of the tests of a unit.
std::uint32_t SweepPlans::list_of(const RuleBook& book, const Instruction& unit, TestLists& lists) {
  if (unit.a >= known_lists_.size()) known_lists_.resize(unit.a + 1, kNone);
  std::uint32_t& list = known_lists_[unit.a];
  if (list == kNone) list = lists.add_list(book.tests().slice(unit.a, unit.b));
  return list;
}

/// Lets each step lead to the next one that is neither a jump nor a capture, for those change no place.
bool SweepPlans::pass_over() {
  bool sound = true;
  auto passed_over = [&](std::uint32_t i) {
    for (std::size_t count = 0; count <= raw_.size(); ++count) {
      if (ops_[i] != In::jump && ops_[i] != In::save) return static_cast<StepId>(i);
      i = raw_[i].next;
    }
    sound = false;  // a damaged program goes round
    return StepId{0};
  };
  begin_ = passed_over(0);
  for (std::uint32_t i = 0; i < raw_.size() && sound; ++i) {
    if (ops_[i] == In::match || ops_[i] == In::jump || ops_[i] == In::save) continue;
    raw_[i].next = passed_over(raw_[i].next);
    if (ops_[i] == In::split) raw_[i].other = passed_over(raw_[i].other);
    if (is_look(raw_[i].op)) raw_[i].body = passed_over(raw_[i].body);
  }
  return sound;
}

/// Makes one step of a unit and what stands in its place. Not of a unit that other ways lead to as well ("b" of `( … )? "b"`):
/// it would stand in two places, and be no landmark.
void SweepPlans::join(TestLists& lists) {
  const auto none = static_cast<std::uint32_t>(raw_.size());
  std::vector<std::uint32_t> ways(none + 1);
  ++ways[begin_];
  for (std::uint32_t i = 0; i < none; ++i) {
    if (ops_[i] == In::match || ops_[i] == In::jump || ops_[i] == In::save) continue;
    ++ways[raw_[i].next], ++ways[raw_[i].other];
    if (is_look(raw_[i].op)) ++ways[raw_[i].body];
  }
  auto takes = [&](std::uint32_t i) {
    return (raw_[i].op == Op::unit || raw_[i].op == Op::phrase) && raw_[i].other == none && ways[i] == 1;
  };
  for (std::uint32_t i = none; i-- > 0;) {
    Step& step = raw_[i];
    if (step.op != Op::either) continue;
    StepId taken = step.next, other = step.other;
    if (!takes(taken)) std::swap(taken, other);
    if (!takes(taken)) continue;
    const Step beside = raw_[other];
    step = raw_[taken];
    step.other = other;
    if (step.op == Op::unit && beside.op == Op::unit && beside.next == step.next && other > i) {
      step.list = lists.add_either(step.list, beside.list);
      step.other = beside.other;
    }
  }
}

/// A look that asks for one unit is a test of the place.
void SweepPlans::join_looks() {
  for (Step& step : raw_) {
    if (!is_look(step.op)) continue;
    const Step& body = raw_[step.body];
    if (body.op != Op::unit || body.other != raw_.size() || body.next + 1 != step.end) continue;
    step.op = step.op == Op::ahead ? Op::here : Op::before;
    step.list = body.list;
  }
}

/// Leaves the steps that a match may take, and numbers them anew.
void SweepPlans::keep_reached(Plan& plan) {
  const auto last = static_cast<std::uint32_t>(raw_.size() - 1);
  std::vector<std::uint32_t> number(raw_.size() + 1, kNone), ways{begin_, last};
  while (!ways.empty()) {
    const std::uint32_t i = ways.back();
    ways.pop_back();
    if (i > last || number[i] != kNone) continue;
    number[i] = 0;
    const Step& step = raw_[i];
    if (step.op == Op::match) continue;
    ways.insert(ways.end(), {step.next, step.other});
    if (is_look(step.op)) ways.insert(ways.end(), {step.body, step.end - 1u});
  }
  for (std::uint32_t i = 0; i <= last; ++i)
    if (number[i] != kNone) number[i] = plan.step_count++;
  number.back() = plan.step_count;
  plan.begin = number[begin_];
  auto place = [&](std::uint32_t i) { return static_cast<StepId>(number[i]); };
  for (std::uint32_t i = 0; i <= last; ++i) {
    if (number[i] == kNone) continue;
    Step& step = steps_.emplace_back(raw_[i]);
    if (step.op == Op::match) step.next = step.other = place(last + 1);
    if (is_look(step.op)) step.body = place(step.body), step.end = static_cast<StepId>(place(step.end - 1u) + 1);
    if (step.op == Op::match) continue;
    step.next = place(step.next);
    step.other = place(step.other);
  }
}

/// Notes for each step the ways that lead to it.
void SweepPlans::read_ways(const Plan& plan) {
  const Step* own = steps(plan);
  auto each_way = [&](const auto& each) {
    for (std::uint32_t i = 0; i < plan.step_count; ++i) {
      const Step& step = own[i];
      if (step.next < plan.step_count) each(step.next, Way{i, step.op, step.list, step.mark});
      if (step.other < plan.step_count) each(step.other, Way{i});
      if (is_look(step.op)) each(step.body, Way{i, Op::match});
    }
    each(plan.begin, Way{plan.begin, Op::match});
  };
  first_ways_.resize(plan.first_step + plan.step_count + 1);
  std::uint32_t* first = first_ways_.data() + plan.first_step;
  each_way([&](std::uint32_t to, const Way&) { ++first[to + 1]; });
  for (std::uint32_t i = 0; i < plan.step_count; ++i) first[i + 1] += first[i];
  std::vector<std::uint32_t> free(first, first + plan.step_count);
  ways_.resize(first[plan.step_count]);
  each_way([&](std::uint32_t to, const Way& way) { ways_[free[to]++] = way; });
}

bool SweepPlans::take_up(ArraysReader& in, std::span<const Plan> plans, const TestLists& lists, std::uint32_t classes) {
  if (!each_table(*this, in)) return false;
  first_ways_.reserve(steps_.size() + 1);
  ways_.reserve(2 * steps_.size());
  std::size_t taken = 0;
  for (const Plan& plan : plans) {
    if (!is_whole(plan, lists, classes)) return false;
    if (!plan.sound) continue;
    if (plan.first_step != taken) return false;
    read_ways(plan);
    taken += plan.step_count;
  }
  return true;
}

/// True if a plan that was laid out stays inside of its own steps, and asks for nothing but what there is.
bool SweepPlans::is_whole(const Plan& plan, const TestLists& lists, std::uint32_t classes) const {
  auto inside = [](std::size_t first, std::size_t count, const auto& all) { return first <= all.size() && count <= all.size() - first; };
  const std::uint32_t count = plan.step_count;
  if (!inside(plan.first_step, count, steps_) || !inside(plan.first_landmark, plan.landmark_count, landmarks_)) return false;
  if (!inside(plan.first_side, plan.side_count, sides_) || (plan.side_count > 0 && plan.landmark_count == 0)) return false;
  if (!plan.sound) return count == 0 && plan.landmark_count == 0;
  if (count == 0 || count > kMostSteps || plan.begin >= count) return false;
  for (const Landmark& landmark : landmarks(plan)) {
    if (landmark.list == kNone ? landmark.atom >= classes : !lists.has(landmark.list)) return false;
    if (landmark.step >= count || (steps(plan)[landmark.step].op != Op::unit && steps(plan)[landmark.step].op != Op::phrase)) return false;
  }
  for (const Side& side : sides(plan))
    if (side.atom >= lists.atoms().size()) return false;
  std::vector<Look> looks;  // those that the step is inside of
  for (std::uint32_t i = 0; i < count; ++i) {
    const Step& step = steps(plan)[i];
    while (!looks.empty() && looks.back().end <= i) looks.pop_back();
    const Look around = looks.empty() ? Look{0, count} : looks.back();
    auto leads = [&](std::uint32_t to) { return to >= around.body && to < around.end; };
    if (step.op > Op::match || (step.mark != kNone && step.mark >= plan.landmark_count)) return false;
    if (step.op == Op::match ? step.next != count || step.other != count : !leads(step.next) || (step.other != count && !leads(step.other))) return false;
    const bool asks_unit = step.op == Op::unit || step.op == Op::here || step.op == Op::before;
    if ((asks_unit && !lists.has(step.list)) || (step.op == Op::phrase && step.atom >= classes)) return false;
    if (!is_look(step.op)) continue;
    if (step.body <= i || step.body >= step.end || step.end > around.end) return false;
    looks.push_back({i + 1, step.end});
  }
  return steps(plan)[count - 1].op == Op::match;
}

/// Finds the steps that no way leads past.
void SweepPlans::find_landmarks(Plan& plan) {
  Step* steps = steps_.data() + plan.first_step;
  std::uint32_t furthest = plan.begin;
  for (std::uint32_t i = plan.begin; i < plan.step_count;) {
    const Step& step = steps[i];
    const bool takes = (step.op == Op::unit || step.op == Op::phrase) && step.other == plan.step_count;
    if (furthest <= i && takes) {
      if (plan.landmark_count > 0) measure(steps, landmarks_.back(), i);
      steps[i].mark = plan.landmark_count++;
      landmarks_.push_back({i, step.list, step.atom, 0, 0});
    }
    for (std::uint32_t to : {step.next, step.other})
      if (to < plan.step_count) furthest = std::max(furthest, to);
    i = is_look(step.op) ? step.end : i + 1;
  }
  if (plan.landmark_count == 0) return;
  const std::uint32_t ahead = landmarks_[plan.first_landmark].step, behind = plan.step_count - landmarks_.back().step;
  plan.begins_rarely = ahead < behind;
}

/// Works out how few and how many units may be taken between a landmark and the next one.
void SweepPlans::measure(const Step* steps, Landmark& from, std::uint32_t to) const {
  constexpr std::uint32_t kFar = 1'000;
  const std::uint32_t first = from.step;
  std::vector<std::uint32_t> min(to - first + 1, kNone), max(to - first + 1, 0);
  min[0] = 0;
  bool repeats = false;
  auto lead = [&](std::uint32_t i, std::uint32_t target, std::uint32_t least, std::uint32_t most) {
    if (min[i - first] == kNone) return;
    if (target <= i) repeats = true;
    if (target <= i || target > to) return;
    min[target - first] = std::min(min[target - first], min[i - first] + least);
    max[target - first] = std::max(max[target - first], std::min(kFar, max[i - first] + most));
  };
  for (std::uint32_t i = first; i < to; ++i) {
    const Step& step = steps[i];
    const bool unit = step.op == Op::unit, phrase = step.op == Op::phrase;
    lead(i, step.next, unit || phrase, phrase ? (step.most == 0 ? kFar : step.most) : unit);
    lead(i, step.other, 0, 0);
  }
  from.min = min[to - first] == kNone ? 0 : min[to - first];
  from.max = repeats || max[to - first] >= kFar ? kNone : max[to - first];
}

/// Finds what no match does without on either side of the landmarks, though it stands in several places of the pattern.
void SweepPlans::find_sides(Plan& plan, TestLists& lists) {
  if (plan.landmark_count == 0) return;
  const std::uint32_t last = landmarks_.back().step;
  auto note = [&](std::uint64_t types, bool behind) {
    for (; types != 0; types &= types - 1)
      sides_.push_back({lists.add_atom({Test::Kind::type, 0, static_cast<std::uint32_t>(std::countr_zero(types))}), behind});
  };
  note(types_between(plan, plan.begin, landmarks(plan).front().step, lists), false);
  note(types_between(plan, steps(plan)[last].next, plan.step_count - 1, lists), true);
  plan.side_count = static_cast<std::uint32_t>(sides_.size()) - plan.first_side;
}

/// The types, as bits of Symbols, of which all ways from one step to another take a unit each.
std::uint64_t SweepPlans::types_between(const Plan& plan, std::uint32_t from, std::uint32_t to, const TestLists& lists) const {
  constexpr std::uint64_t kAll = ~std::uint64_t{0};                // of a step that no way has led to yet
  std::vector<std::uint64_t> types(plan.step_count + 1, kAll);
  types[from] = 0;
  for (bool more = true; std::exchange(more, false);)
    for (std::uint32_t i = 0; i < plan.step_count; ++i) {
      if (i == to || types[i] == kAll) continue;
      const Step& step = steps(plan)[i];
      auto lead = [&](std::uint32_t target, std::uint64_t taken) {
        const std::uint64_t before = std::exchange(types[target], types[target] & taken);
        more = more || types[target] != before;
      };
      lead(step.next, types[i] | (step.op == Op::unit ? types_of(lists, step.list) : 0));
      lead(step.other, types[i]);
    }
  return types[to] == kAll ? 0 : types[to];
}

}  // namespace liaison
