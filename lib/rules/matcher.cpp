#include "rules/matcher.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "rules/conditions.h"
#include "rules/phrases.h"

namespace liaison {
namespace {

/// How many steps a rule may take from one start, with conditions and without. Without, only looks inside of looks can
/// come that far.
constexpr std::uint32_t kConditionBudget = 20'000, kBudget = 1'000'000;
/// How many steps a search takes before it begins to remember where it has been.
constexpr std::uint32_t kStepsUnremembered = 64;
/// How deep the matcher may recurse: beyond it a start is given up, and counted.
constexpr std::uint32_t kDeepest = 2'000;

}  // namespace

bool may_match(const RuleBook& book, std::size_t phase, const TextView& view, Sentence sentence,
               std::span<const Annotation> annotations) {
  const RuleBook::PhaseIndex& index = book.phase(phase);
  std::uint64_t types = 0;
  for (const Annotation& a : annotations)
    if (a.type.id < 64) types |= std::uint64_t{1} << a.type.id;
  auto stand = [&](std::uint64_t needed) { return (needed & ~types) == 0; };
  if (std::any_of(index.needs.begin(), index.needs.end(), stand)) return true;
  return std::any_of(index.needs_with_word.begin(), index.needs_with_word.end(), stand) &&
         (view.words->gates(sentence.first, sentence.last) >> phase & 1) != 0;
}

/// From here on there may be a second way to a state. Most searches fail at once, and remember nothing.
void Matcher::remember() {
  if (!search_.remembers || search_.began || search_.steps - steps_ < kStepsUnremembered) return;
  std::size_t states = std::size_t{search_.program_end - search_.program} * (search_.limit - search_.base + 1);
  been_[search_.depth].assign(states / 64 + 1, 0);
  search_.began = true;
}

/// Notes the state; true if the search has been there before, or if a damaged program has led out of itself.
bool Matcher::been_at(std::uint32_t pc, std::uint32_t at) {
  if (!search_.began) return false;
  if (pc < search_.program || pc >= search_.program_end || at < search_.base || at > search_.limit) return true;
  std::size_t state = std::size_t{pc - search_.program} * (search_.limit - search_.base + 1) + (at - search_.base);
  std::uint64_t& bits = been_[search_.depth][state / 64];
  std::uint64_t mask = std::uint64_t{1} << (state % 64);
  bool before = (bits & mask) != 0;
  bits |= mask;
  return before;
}

bool Matcher::accept(std::uint32_t at) {
  if (search_.depth > 0) return search_.end == UnitRange::kNone || search_.end == at;
  if (at == start_) return false;
  for (const Condition& c : book_->conditions(*rule_))
    if (!fulfils(c, book_->numbers(), *sequence_, captures_, *same_entity_)) return false;
  end_ = at;
  return true;
}

/// True if what a look asks for stands at a unit.
bool Matcher::stands(const Instruction& op, std::uint32_t pc, std::uint32_t at) {
  // What asks for one unit needs no search.
  if (const Instruction& asked = book_->program()[pc + 1]; asked.op == Instruction::Op::unit && book_->program()[pc + 2].op == Instruction::Op::match) {
    if (op.op == Instruction::Op::behind) return at > 0 && op.b > 0 && passes_tests(asked, at - 1);
    return at < sequence_->units.size() && passes_tests(asked, at);
  }
  Search look{.program = pc + 1, .program_end = std::max(pc + 1, std::min(rule_->program + op.a, search_.program_end)), .base = at};
  look.depth = search_.depth + 1;
  look.steps = steps_;
  bool behind = op.op == Instruction::Op::behind;
  std::uint32_t reach = behind ? std::min<std::uint32_t>(op.b, at) : 0;
  look.base = at - reach;
  look.limit = behind ? at : std::min<std::uint32_t>(at + rule_->window, static_cast<std::uint32_t>(sequence_->units.size()));
  look.end = behind ? at : UnitRange::kNone;
  if (been_.size() <= look.depth) been_.resize(look.depth + 1);
  Search outer = std::exchange(search_, look);
  bool found = false;
  for (std::uint32_t back = 0; !found && back <= reach; ++back) found = go(pc + 1, at - back);
  search_ = outer;
  return found;
}

bool Matcher::go_look(const Instruction& op, std::uint32_t pc, std::uint32_t at) {
  remember();
  auto before = captures_;
  if (stands(op, pc, at) != (op.negated != 0) && go(rule_->program + op.a, at)) return true;
  captures_ = before;
  return false;
}

bool Matcher::go_save(const Instruction& op, std::uint32_t pc, std::uint32_t at) {
  UnitRange& capture = captures_[(op.a / 2) % kMaxCaptures];
  UnitRange before = capture;
  (op.a % 2 ? capture.last : capture.first) = at;
  if (go(pc + 1, at)) return true;
  capture = before;
  return false;
}

bool Matcher::go_phrase(const Instruction& op, std::uint32_t pc, std::uint32_t at) {
  if (at >= search_.limit) return false;
  remember();
  auto id = static_cast<ClassId>(op.a);
  auto follow = [&](std::uint32_t next) { return next <= search_.limit && go(pc + 1, next); };
  return each_phrase(*sequence_, id, at, follow) || (sequence_->units[at].is(id) && go(pc + 1, at + 1));
}

/// Requires: the unit is there.
bool Matcher::passes_tests(const Instruction& op, std::uint32_t at) const {
  for (const Test& test : book_->tests().slice(op.a, op.b))
    if (!passes(*sequence_, test, sequence_->units[at])) return false;
  return true;
}

/// True if an instruction takes a unit, and not this one. What is asked here need not be gone into.
inline bool Matcher::fails_at_once(const Instruction& op, std::uint32_t at) const {
  if (op.op == Instruction::Op::unit) return at >= search_.limit || !passes_tests(op, at);
  if (op.op != Instruction::Op::phrase) return false;
  return at >= search_.limit ||
         (!sequence_->units[at].is(static_cast<ClassId>(op.a)) && hits_at(*sequence_, at).empty());
}

/// True if the program matches from `pc` and the unit `at` on.
bool Matcher::go(std::uint32_t pc, std::uint32_t at) {
  using Op = Instruction::Op;
  struct Depth {
    std::uint32_t& depth;
    explicit Depth(std::uint32_t& d) : depth(d) { ++depth; }
    ~Depth() { --depth; }
  } guard(depth_);
  if (depth_ > kDeepest) gave_up_ = true;
  for (;;) {
    if (steps_ == 0) gave_up_ = true;
    if (gave_up_ || been_at(pc, at)) return false;
    --steps_;
    const Instruction& op = book_->program()[pc];
    switch (op.op) {
      case Op::unit:
        if (at >= search_.limit || !passes_tests(op, at)) return false;
        ++at, ++pc;
        break;
      case Op::phrase: return go_phrase(op, pc, at);
      case Op::split:
        remember();
        if (!fails_at_once(book_->program()[pc + 1], at) && go(pc + 1, at)) return true;
        pc = rule_->program + op.a;
        break;
      case Op::jump:
        remember();
        pc = rule_->program + op.a;
        break;
      case Op::save: return go_save(op, pc, at);
      case Op::ahead: case Op::behind: return go_look(op, pc, at);
      case Op::start:
        if (at != 0) return false;
        ++pc;
        break;
      case Op::end:
        if (at != sequence_->units.size()) return false;
        ++pc;
        break;
      case Op::match: return accept(at);
    }
  }
}

bool Matcher::try_at(const Rule& rule, std::uint32_t start, Match& match) {
  rule_ = &rule;
  start_ = start;
  captures_.fill({});
  const std::uint32_t budget = rule.condition_count == 0 ? kBudget : kConditionBudget;
  depth_ = 0;
  gave_up_ = false;
  steps_ = budget;
  const auto size = static_cast<std::uint32_t>(book_->program().size());
  search_ = {.program = rule.program, .program_end = std::max(rule.program, std::min(rule.program_end, size)), .base = start};
  search_.limit = std::min<std::uint32_t>(start + rule.window, static_cast<std::uint32_t>(sequence_->units.size()));
  search_.steps = budget;
  search_.remembers = rule.condition_count == 0;
  if (been_.empty()) been_.resize(1);
  bool found = go(rule.program, start);
  if (gave_up_) ++exhausted;
  steps += budget - steps_;
  if (!found) return false;
  match.range = {start, end_};
  match.captures = captures_;
  return true;
}

/// Does a part of the work for a rule and tells what it cost: `counted` tries.
template <class Work>
bool Matcher::timed(std::uint32_t rule, std::uint64_t counted, const Work& work) {
  using Clock = std::chrono::steady_clock;
  auto begin = Clock::now();
  const std::uint64_t before = steps;
  bool found = work();
  auto time = std::chrono::duration_cast<std::chrono::nanoseconds>(Clock::now() - begin).count();
  costs->cost(static_cast<RuleId>(rule), {counted, steps - before, found && counted > 0, static_cast<std::uint64_t>(time)});
  return found;
}

void Matcher::run(const RuleBook& book, std::size_t phase, const Sequence& sequence, const SameEntity& same_entity,
                  std::vector<Match>& out) {
  out.clear();
  each(book, phase, sequence, same_entity, [&](const Match& match) { out.push_back(match); });
}

void Matcher::each(const RuleBook& book, std::size_t phase, const Sequence& sequence, const SameEntity& same_entity,
                   const std::function<void(const Match&)>& found) {
  starts_.clear();
  book_ = &book;
  sequence_ = &sequence;
  same_entity_ = &same_entity;
  sweep_.begin(book, book.tests_of(phase), sequence, phase == kWordsPhase);
  for (std::uint32_t rule : sweep_.rules()) {
    auto look = [&] {
      sweep_.find_starts(rule, starts_);
      steps += std::exchange(sweep_.steps, 0);
      return false;
    };
    if (costs) timed(rule, 0, look);
    else look();
  }
  std::sort(starts_.begin(), starts_.end());
  for (std::uint64_t start : starts_) {
    auto rule = static_cast<std::uint32_t>(start), at = static_cast<std::uint32_t>(start >> 32);
    Match match{rule, {}, {}};
    auto attempt = [&] { return try_at(book.rules()[rule], at, match); };
    if (costs ? timed(rule, 1, attempt) : attempt()) found(match);
  }
}

void select_matches(const RuleBook& book, std::vector<Match>& matches) {
  if (matches.size() < 2) return;
  auto better = [&](const Match& a, const Match& b) {
    int pa = book.rules()[a.rule].priority, pb = book.rules()[b.rule].priority;
    std::uint32_t la = a.range.last - a.range.first, lb = b.range.last - b.range.first;
    if (pa != pb) return pa > pb;
    if (la != lb) return la > lb;
    if (a.range.first != b.range.first) return a.range.first < b.range.first;
    return a.rule < b.rule;
  };
  std::sort(matches.begin(), matches.end(), better);
  std::vector<Match> kept;
  for (const Match& m : matches) {
    bool free = std::none_of(kept.begin(), kept.end(), [&](const Match& k) {
      return m.range.first < k.range.last && k.range.first < m.range.last;
    });
    if (free) kept.push_back(m);
  }
  std::sort(kept.begin(), kept.end(), [](const Match& a, const Match& b) { return a.range.first < b.range.first; });
  matches = std::move(kept);
}

}  // namespace liaison
