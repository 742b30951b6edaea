#include "rules/program_writer.h"

#include <algorithm>
#include <utility>

namespace liaison {
namespace {

/// The ranks of what a unit may be, from the rarest to what is no anchor at all.
constexpr int kRareWord = 1, kClass = 3, kOtherType = 5, kCommonWord = 10, kCommonClass = 10, kNames = 20, kNoAnchor = 100;
/// What is of two classes at once, a word that may be noun or verb, is rarer than either.
constexpr int kOfTwoClasses = 5;

/// How rare a unit is that passes a test: the smaller, the better an anchor.
int rank(const UnitTest& test, UnitCompiler& units) {
  if (test.negated) return kNoAnchor;
  if (test.kind == UnitTest::Kind::word || test.kind == UnitTest::Kind::exact) return units.is_common_word(test.text) ? kCommonWord : kRareWord;
  if (test.kind != UnitTest::Kind::named) return kNoAnchor;
  if (units.is_type(test.text)) return units.is_type_of_names(test.text) ? kNames : kOtherType;
  return units.is_common_class(test.text) ? kCommonClass : kClass;
}

/// An extent of more units than this is as good as one of this many.
constexpr std::uint32_t kMaxExtent = 1'000'000;

Extent operator+(Extent a, Extent b) {
  auto sum = [](std::uint32_t x, std::uint32_t y) { return std::min(x + y, kMaxExtent); };
  return {sum(a.min, b.min), a.max && b.max ? std::optional(sum(*a.max, *b.max)) : std::nullopt};
}

Extent repeated(Extent part, const PatternNode& repeat) {
  auto times = [](std::uint32_t x, int n) {
    return static_cast<std::uint32_t>(std::min<std::uint64_t>(std::uint64_t{x} * static_cast<unsigned>(n), kMaxExtent));
  };
  Extent out{times(part.min, repeat.min), std::nullopt};
  if (part.max && repeat.max != PatternNode::kUnbounded) out.max = times(*part.max, repeat.max);
  return out;
}

Extent either(Extent a, Extent b) {
  return {std::min(a.min, b.min), a.max && b.max ? std::optional(std::max(*a.max, *b.max)) : std::nullopt};
}

}  // namespace

std::uint32_t SharedTests::add(const std::vector<Test>& tests) {
  auto [at, is_new] = places_.try_emplace(tests, static_cast<std::uint32_t>(all_.size()));
  if (is_new) all_.insert(all_.end(), tests.begin(), tests.end());
  return at->second;
}

void ProgramWriter::write(const RuleSyntax& rule) {
  rule_ = &rule;
  emit(rule.pattern);
  push(Op::match);
  if (!failed()) check_extent();
  if (failed()) return;
  for (const Test& test : anchors_of(rule.pattern).tests) anchors_.push_back(units_.anchor_of(test, rule.phase));
  needs_ = needs_of(rule.pattern);
}

/// Refuses a pattern that takes nothing, and one whose counts lead beyond its window.
void ProgramWriter::check_extent() {
  Extent extent = extent_of(rule_->pattern);
  auto window = static_cast<std::uint32_t>(rule_->window);
  if (extent.max == 0)
    fail(rule_->pattern.offset, "empty-match", "the pattern of `" + rule_->name + "` takes no unit",
         "what a rule finds must be one unit at least");
  else if (extent.max && *extent.max > window)
    fail(rule_->pattern.offset, "too-long", "the rule `" + rule_->name + "` may take " + std::to_string(*extent.max) +
         " units, more than its window of " + std::to_string(window), "make its counts smaller, or write `window " +
         std::to_string(std::min(*extent.max, kWidestWindow)) + "`");
}

void ProgramWriter::fail(std::size_t offset, std::string code, std::string message, std::string hint) {
  complaints_.add(offset, std::move(code), std::move(message), std::move(hint));
}

std::uint32_t ProgramWriter::push(Op op, std::uint32_t a, std::uint32_t b, bool negated) {
  if (here() >= kMaxProgram) {
    if (!failed())
      fail(rule_->offset, "too-large", "the rule `" + rule_->name + "` becomes larger than " +
           std::to_string(kMaxProgram) + " instructions", "make its counts smaller");
    return here() - 1;
  }
  Instruction& added = program_.emplace_back();
  added.op = op;
  added.negated = negated;
  added.a = a;
  added.b = b;
  return here() - 1;
}

void ProgramWriter::emit(const Node& node) {
  if (failed()) return;
  switch (node.kind) {
    case Node::Kind::unit: return emit_unit(node);
    case Node::Kind::sequence:
      for (const Node& part : node.parts) emit(part);
      return;
    case Node::Kind::alternation: return emit_alternation(node);
    case Node::Kind::repeat: return emit_repeat(node);
    case Node::Kind::capture: return emit_capture(node);
    case Node::Kind::look: return emit_look(node);
    case Node::Kind::start: push(Op::start); return;
    case Node::Kind::end: push(Op::end); return;
  }
}

void ProgramWriter::emit_unit(const Node& node) {
  const CompiledUnit& unit = unit_of(node);
  if (unit.units.empty()) push(Op::phrase, static_cast<std::uint32_t>(unit.phrases), unit.max);
  for (const std::vector<Test>& tests : unit.units) {
    const std::uint32_t at = tests_.add(tests);
    if (at > Instruction::kMaxA || tests.size() > Instruction::kMaxB)
      return fail(node.offset, "too-many-tests", at > Instruction::kMaxA ? "the pack asks more of units than it may" : "more is asked of one unit than may be",
                  "let a list hold what many tests name");
    push(Op::unit, at, static_cast<std::uint32_t>(tests.size()));
  }
}

void ProgramWriter::emit_alternation(const Node& node) {
  std::vector<std::uint32_t> ends;
  for (std::size_t i = 0; i + 1 < node.parts.size(); ++i) {
    std::uint32_t split = push(Op::split);
    emit(node.parts[i]);
    ends.push_back(push(Op::jump));
    lead(split, here());
  }
  emit(node.parts.back());
  for (std::uint32_t end : ends) lead(end, here());
}

/// What may take nothing is not repeated without bound: it would go round for ever without getting on.
void ProgramWriter::emit_repeat(const Node& node) {
  const Node& part = node.parts[0];
  for (int i = 0; i < node.min && !failed(); ++i) emit(part);
  if (node.max == Node::kUnbounded) {
    if (extent_of(part).min == 0)
      return fail(part.offset, "empty-repeat", "what is repeated without bound must take a unit each time",
                  "leave out the `?` or `*` inside of the brackets");
    std::uint32_t split = push(Op::split);
    emit(part);
    push(Op::jump, split);
    return lead(split, here());
  }
  std::vector<std::uint32_t> splits;
  for (int i = node.min; i < node.max && !failed(); ++i) {
    splits.push_back(push(Op::split));
    emit(part);
  }
  for (std::uint32_t split : splits) lead(split, here());
}

void ProgramWriter::emit_capture(const Node& node) {
  if (in_negated_look_)
    return fail(node.offset, "bad-capture", "nothing can be captured in what must not stand here",
                "leave `" + node.name + ":` out");
  auto at = std::find(captures_.begin(), captures_.end(), node.name);
  if (at == captures_.end()) {
    if (captures_.size() == kMaxCaptures)
      return fail(node.offset, "too-many-captures", "a rule has at most " + std::to_string(kMaxCaptures) + " captures",
                  "capture only what an action or a condition asks for");
    captures_.push_back(node.name);
    at = captures_.end() - 1;
  }
  auto slot = static_cast<std::uint32_t>(2 * (at - captures_.begin()));
  push(Op::save, slot);
  emit(node.parts[0]);
  push(Op::save, slot + 1);
}

void ProgramWriter::emit_look(const Node& node) {
  Extent extent = node.behind ? extent_of(node.parts[0]) : Extent();
  if (!extent.max || *extent.max > kMaxLookBehind)
    return fail(node.offset, "look-behind",
                "what stands behind is at most " + std::to_string(kMaxLookBehind) + " units long",
                "write a count in place of `*` and `+`, or make the counts smaller");
  bool outer = std::exchange(in_negated_look_, in_negated_look_ || node.negated);
  std::uint32_t look = push(node.behind ? Op::behind : Op::ahead, 0, *extent.max, node.negated);
  emit(node.parts[0]);
  push(Op::match);
  lead(look, here());
  in_negated_look_ = outer;
}

const CompiledUnit& ProgramWriter::unit_of(const Node& node) {
  auto [at, is_new] = compiled_.try_emplace(&node);
  if (is_new) at->second = units_.compile(node, complaints_);
  return at->second;
}

Extent ProgramWriter::extent_of(const Node& node) {
  Extent out;
  switch (node.kind) {
    case Node::Kind::unit: return {unit_of(node).min, unit_of(node).max};
    case Node::Kind::repeat: return repeated(extent_of(node.parts[0]), node);
    case Node::Kind::alternation:
      out = extent_of(node.parts[0]);
      for (const Node& part : node.parts) out = either(out, extent_of(part));
      return out;
    case Node::Kind::sequence: case Node::Kind::capture:
      for (const Node& part : node.parts) out = out + extent_of(part);
      return out;
    case Node::Kind::look: case Node::Kind::start: case Node::Kind::end: break;
  }
  return out;
}

ProgramWriter::Anchors ProgramWriter::anchors_of(const Node& node) {
  if (node.kind == Node::Kind::unit) return anchors_of_unit(node);
  if (node.kind == Node::Kind::alternation) return anchors_of_alternation(node);
  Anchors best{{}, kNoAnchor};
  bool must_stand = node.kind == Node::Kind::sequence || node.kind == Node::Kind::capture ||
                    (node.kind == Node::Kind::repeat && node.min > 0);
  if (!must_stand) return best;
  for (const Node& part : node.parts)
    if (Anchors anchors = anchors_of(part); anchors.rank < best.rank) best = std::move(anchors);
  return best;
}

ProgramWriter::Anchors ProgramWriter::anchors_of_unit(const Node& node) {
  const CompiledUnit& unit = unit_of(node);
  Anchors best{{}, kNoAnchor};
  const auto classes = std::count_if(node.tests.begin(), node.tests.end(), [&](const UnitTest& t) {
    return t.kind == UnitTest::Kind::named && !t.negated;
  });
  for (std::size_t i = 0; i < node.tests.size(); ++i) {
    int r = rank(node.tests[i], units_);
    if (r == kCommonClass && classes > 1) r -= kOfTwoClasses;
    if (r >= best.rank) continue;
    Test anchor{Test::Kind::word_class, 0, static_cast<std::uint32_t>(unit.phrases)};
    if (!unit.units.empty()) anchor = unit.units[0][i];
    best = {{anchor}, r};
  }
  return best;
}

/// One of the anchors of every branch, if every branch has some.
ProgramWriter::Anchors ProgramWriter::anchors_of_alternation(const Node& node) {
  Anchors all{{}, 0};
  for (const Node& part : node.parts) {
    Anchors anchors = anchors_of(part);
    if (anchors.tests.empty()) return {{}, kNoAnchor};
    all.tests.insert(all.tests.end(), anchors.tests.begin(), anchors.tests.end());
    all.rank = std::max(all.rank, anchors.rank);
  }
  return all;
}

std::uint64_t ProgramWriter::needs_of(const Node& node) {
  std::uint64_t out = 0;
  switch (node.kind) {
    case Node::Kind::unit:
      for (const std::vector<Test>& tests : unit_of(node).units)
        for (const Test& test : tests)
          if (test.kind == Test::Kind::type && test.negated == 0 && test.value < 64) out |= std::uint64_t{1} << test.value;
      return out;
    case Node::Kind::repeat: return node.min > 0 ? needs_of(node.parts[0]) : 0;
    case Node::Kind::alternation:
      out = needs_of(node.parts[0]);
      for (const Node& part : node.parts) out &= needs_of(part);
      return out;
    case Node::Kind::sequence: case Node::Kind::capture:
      for (const Node& part : node.parts) out |= needs_of(part);
      return out;
    case Node::Kind::look: case Node::Kind::start: case Node::Kind::end: break;
  }
  return out;
}

}  // namespace liaison
