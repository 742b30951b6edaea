#include "rules/test_index.h"

#include <algorithm>

namespace liaison {
namespace {

using Op = Instruction::Op;

std::uint64_t key_of(const Test& test) { return std::uint64_t{static_cast<std::uint16_t>(test.kind)} << 32 | test.value; }

bool is_look(const Instruction& op) { return op.op == Op::ahead || op.op == Op::behind; }

}  // namespace

TestIndex::TestIndex(const RuleBook& book, std::size_t phase) {
  classes_.fill(kNone);
  types_.fill(kNone);
  word_bits_.resize(book.lexicon().word_count() / 64 + 1);
  const std::vector<std::uint32_t>& rules = book.phase(phase).rules;
  if (!rules.empty()) first_rule_ = rules.front(), sketches_.resize(rules.back() + 1 - first_rule_);
  for (std::uint32_t rule : rules) add(book, rule);
  for (const ClassSet& set : book.lexicon().class_sets()) {
    first_of_set_.push_back(static_cast<std::uint32_t>(set_atoms_.size()));
    ClassSet asked = set;
    asked &= asked_;
    asked.each([&](ClassId id) { set_atoms_.push_back(atom_of(id)); });
  }
  first_of_set_.push_back(static_cast<std::uint32_t>(set_atoms_.size()));
}

std::uint32_t TestIndex::add_atom(const Test& test) {
  auto [at, is_new] = atom_numbers_.try_emplace(key_of(test), static_cast<std::uint32_t>(atoms_.size()));
  if (!is_new) return at->second;
  atoms_.push_back({test.kind, 0, test.value});
  anchored_.emplace_back();
  if (test.kind == Test::Kind::word) {
    words_.emplace(test.value, at->second);
    if (test.value / 64 < word_bits_.size()) word_bits_[test.value / 64] |= std::uint64_t{1} << test.value % 64;
  }
  if (test.kind == Test::Kind::type && test.value < kTypes) types_[test.value] = at->second;
  if (test.kind == Test::Kind::word_class && test.value < kMaxClasses) {
    classes_[test.value] = at->second;
    asked_.add(static_cast<ClassId>(test.value));
  }
  return at->second;
}

std::uint32_t TestIndex::add_list(std::span<const Test> tests) {
  const auto first = static_cast<std::uint32_t>(terms_.size());
  std::uint64_t hash = tests.size();
  for (const Test& test : tests) {
    const Term term{add_atom(test), test.negated != 0};
    terms_.push_back(term);
    hash = hash * 0x9e3779b97f4a7c15u + 2 * term.atom + term.negated;
  }
  auto same = [&](std::uint32_t id) {
    std::span<const Term> known = list(id), added = std::span(terms_).subspan(first);
    return std::equal(known.begin(), known.end(), added.begin(), added.end(),
                      [](const Term& a, const Term& b) { return a.atom == b.atom && a.negated == b.negated; });
  };
  std::vector<std::uint32_t>& alike = list_numbers_[hash];
  if (auto at = std::find_if(alike.begin(), alike.end(), same); at != alike.end()) {
    terms_.resize(first);
    return *at;
  }
  lists_.emplace_back(first, static_cast<std::uint32_t>(tests.size()));
  alike.push_back(static_cast<std::uint32_t>(lists_.size() - 1));
  return alike.back();
}

void TestIndex::add(const RuleBook& book, std::uint32_t id) {
  const Rule& rule = book.rules()[id];
  Sketch& sketch = sketches_[id - first_rule_];
  read_steps(book, rule, sketch);
  if (sketch.sound) pass_over(sketch);
  if (sketch.sound) {
    read_ways(sketch);
    find_landmarks(sketch);
  }
  bool anchored = rule.anchor_count > 0;
  for (const Test& anchor : book.anchors(rule))
    anchored = anchored && (anchor.kind == Test::Kind::word || anchor.kind == Test::Kind::word_class ||
                            (anchor.kind == Test::Kind::type && anchor.value < kTypes));
  if (!anchored) return unanchored_.push_back(id);
  for (const Test& anchor : book.anchors(rule)) {
    std::vector<std::uint32_t>& rules = anchored_[add_atom(anchor)];
    if (rules.empty() || rules.back() != id) rules.push_back(id);
  }
}

/// Numbers the tests. A damaged program may lead anywhere: then it is not followed.
void TestIndex::read_steps(const RuleBook& book, const Rule& rule, Sketch& sketch) {
  sketch.first_step = static_cast<std::uint32_t>(steps_.size());
  const auto end = std::min(rule.program_end, static_cast<std::uint32_t>(book.program().size()));
  if (rule.program >= end || book.program()[end - 1].op != Op::match) {
    sketch.sound = false;
    return;
  }
  sketch.step_count = end - rule.program;
  steps_.resize(steps_.size() + sketch.step_count);
  Step* steps = steps_.data() + sketch.first_step;
  std::vector<std::uint32_t> looks;  // those that the step is inside of
  for (std::uint32_t i = 0; i < sketch.step_count && sketch.sound; ++i) {
    const Instruction& op = book.program()[rule.program + i];
    Step& step = steps[i];
    while (!looks.empty() && steps[looks.back()].b <= i) looks.pop_back();
    step.op = op.op;
    step.negated = op.negated != 0;
    step.inside = !looks.empty();
    const std::uint32_t from = looks.empty() ? 0 : looks.back() + 1, to = looks.empty() ? sketch.step_count : steps[looks.back()].b;
    const bool behind = std::any_of(looks.begin(), looks.end(), [&](std::uint32_t look) { return steps[look].op == Op::behind; });
    // Nothing but its end leads out of a look, and nothing goes back in one that looks behind.
    auto target = [&](std::uint32_t pc) {
      const std::uint32_t led = pc - rule.program;
      if (pc < rule.program || led < from || led >= to || (behind && led <= i)) sketch.sound = false;
      return led;
    };
    // What a look-behind takes is counted in units, and followed without a look of its own.
    if (behind && (op.op == Op::phrase || is_look(op)))
      for (std::uint32_t look : looks) steps[look].exact = false;
    switch (op.op) {
      case Op::unit: step.list = add_list(book.tests().slice(op.a, op.b)); break;
      case Op::phrase: step.atom = add_atom({Test::Kind::word_class, 0, op.a}), step.most = op.b; break;
      case Op::split: step.a = target(op.a), step.b = target(op.b); break;
      case Op::jump: step.a = target(op.a); break;
      case Op::ahead: case Op::behind:
        step.b = target(op.b);
        if (!sketch.sound || step.b <= i + 1 || book.program()[op.b - 1].op != Op::match) sketch.sound = false;
        looks.push_back(i);
        break;
      default: break;
    }
  }
}

/// Lets each step lead to the next one that is neither a jump nor a capture, for those change no place.
void TestIndex::pass_over(Sketch& sketch) {
  Step* steps = steps_.data() + sketch.first_step;
  auto passed_over = [&](std::uint32_t i) {
    for (std::uint32_t count = 0; count <= sketch.step_count; ++count) {
      if (steps[i].op != Op::jump && steps[i].op != Op::save) return i;
      i = steps[i].op == Op::jump ? steps[i].a : i + 1;
    }
    sketch.sound = false;  // a damaged program goes round
    return i;
  };
  sketch.begin = passed_over(0);
  for (std::uint32_t i = 0; i < sketch.step_count && sketch.sound; ++i) {
    Step& step = steps[i];
    const bool look = step.op == Op::ahead || step.op == Op::behind;
    if (step.op == Op::match || step.op == Op::jump || step.op == Op::save) continue;
    step.next = passed_over(i + 1);  // of a look: where what it looks for begins
    if (step.op == Op::split) step.a = passed_over(step.a);
    if (look) step.end = step.b;
    if (step.op == Op::split || look) step.b = passed_over(step.b);
  }
}

/// Notes for each step those that lead to it.
void TestIndex::read_ways(const Sketch& sketch) {
  Step* steps = steps_.data() + sketch.first_step;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ways;  // to, from
  for (std::uint32_t i = 0; i < sketch.step_count; ++i) {
    const Step& step = steps[i];
    switch (step.op) {
      case Op::split: ways.emplace_back(step.a, i), ways.emplace_back(step.b, i); break;
      case Op::ahead: case Op::behind: ways.emplace_back(step.b, i); break;
      case Op::match: case Op::jump: case Op::save: break;
      default: ways.emplace_back(step.next, i); break;
    }
  }
  std::sort(ways.begin(), ways.end());
  for (auto [to, from] : ways) {
    if (steps[to].before_count++ == 0) steps[to].first_before = static_cast<std::uint32_t>(before_.size());
    before_.push_back(from);
  }
}

/// Finds the steps that no way leads past.
void TestIndex::find_landmarks(Sketch& sketch) {
  Step* steps = steps_.data() + sketch.first_step;
  sketch.first_landmark = static_cast<std::uint32_t>(landmarks_.size());
  std::uint32_t furthest = 0;
  for (std::uint32_t i = 0; i < sketch.step_count;) {
    const Step& step = steps[i];
    if (furthest <= i && (step.op == Op::unit || step.op == Op::phrase)) {
      if (sketch.landmark_count > 0) measure(steps, landmarks_.back(), i);
      steps[i].mark = sketch.landmark_count++;
      landmarks_.push_back({i, 0, 0});
    }
    if (step.op == Op::split) furthest = std::max({furthest, step.a, step.b});
    if (step.op == Op::jump) furthest = std::max(furthest, step.a);
    i = step.op == Op::ahead || step.op == Op::behind ? step.end : i + 1;
  }
  if (sketch.landmark_count == 0) return;
  const std::uint32_t ahead = landmarks_[sketch.first_landmark].step, behind = sketch.step_count - landmarks_.back().step;
  sketch.begins_rarely = ahead < behind;
}

/// Works out how few and how many units may be taken between a landmark and the next one.
void TestIndex::measure(const Step* steps, Landmark& from, std::uint32_t to) const {
  constexpr std::uint32_t kFar = 1'000;
  const std::uint32_t first = from.step;
  std::vector<std::uint32_t> min(to - first + 1, kNone), max(to - first + 1, 0);
  min[0] = 0;
  bool repeats = false;
  auto lead = [&](std::uint32_t i, std::uint32_t target, std::uint32_t least, std::uint32_t most) {
    if (target <= i) repeats = true;
    if (target <= i || target > to || min[i - first] == kNone) return;
    min[target - first] = std::min(min[target - first], min[i - first] + least);
    max[target - first] = std::max(max[target - first], std::min(kFar, max[i - first] + most));
  };
  for (std::uint32_t i = first; i < to; ++i) {
    const Step& step = steps[i];
    switch (step.op) {
      case Op::unit: lead(i, i + 1, 1, 1); break;
      case Op::phrase: lead(i, i + 1, 1, step.most == 0 ? kFar : step.most); break;
      case Op::split: lead(i, step.a, 0, 0), lead(i, step.b, 0, 0); break;
      case Op::jump: lead(i, step.a, 0, 0); break;
      case Op::ahead: case Op::behind: lead(i, step.end, 0, 0); break;
      case Op::match: break;
      default: lead(i, i + 1, 0, 0); break;
    }
  }
  from.min = min[to - first] == kNone ? 0 : min[to - first];
  from.max = repeats || max[to - first] >= kFar ? kNone : max[to - first];
}

}  // namespace liaison
