#include "rules/program.h"

#include <algorithm>
#include <bit>

#include "lexicon/unique_number.h"

namespace liaison {
namespace {

void index_anchor(const RuleAnchor& anchor, std::uint32_t rule, RuleBook::PhaseIndex& phase) {
  RuleBook::Anchor entry{anchor.test.value, rule, anchor.min, anchor.max, anchor.program};
  switch (anchor.test.kind) {
    case Test::Kind::word: phase.words.push_back(entry); return;
    case Test::Kind::word_class:
      phase.classes.push_back(entry);
      phase.own_gate.add(static_cast<ClassId>(anchor.test.value));
      return;
    case Test::Kind::type:
      phase.types.push_back(entry);
      if (anchor.test.value < 64) phase.type_gate |= std::uint64_t{1} << anchor.test.value;
      return;
    default: return;
  }
}

void sort_anchors(std::vector<RuleBook::Anchor>& anchors) {
  std::stable_sort(anchors.begin(), anchors.end(),
                   [](const RuleBook::Anchor& a, const RuleBook::Anchor& b) { return a.value < b.value; });
}

}  // namespace

RuleBook::RuleBook(const Image& image, const Lexicon& lexicon)
    : lexicon_(&lexicon),
      rules_(image.table<Rule>(SectionId::rules)),
      program_(image.table<Instruction>(SectionId::instructions)),
      tests_(image.table<Test>(SectionId::predicates)),
      anchors_(image.table<RuleAnchor>(SectionId::anchors)),
      actions_(image.table<Action>(SectionId::actions)),
      conditions_(image.table<Condition>(SectionId::conditions)),
      examples_(image.table<Example>(SectionId::examples)),
      symbol_names_(image.table<std::uint32_t>(SectionId::symbol_names)),
      numbers_(lexicon),
      readings_(image) {
  number_ = unique_number();
  for (const Action& action : actions_) gives_ = gives_ || string(action.name) == "give";
  for (std::uint32_t i = 0; i < rules_.size(); ++i) {
    firsts_.push_back(first_of(rules_[i]));
    needs_.push_back(needs_of(rules_[i]));
    if (rules_[i].phase < std::size(kPhases)) index(i);
  }
  for (std::size_t i = 0; i < std::size(kPhases); ++i) {
    sort_anchors(phases_[i].words);
    sort_anchors(phases_[i].classes);
    sort_anchors(phases_[i].types);
    ClassId words = lexicon.find_class("anchor " + std::string(kPhases[i]));
    if (words == ClassId::none) continue;
    phases_[i].gate.add(words);
    phases_[i].own_gate.add(words);
  }
}

/// Notes where a rule can be found.
void RuleBook::index(std::uint32_t id) {
  const Rule& rule = rules_[id];
  PhaseIndex& phase = phases_[rule.phase];
  phase.rules.push_back(id);
  bool by_word = rule.anchor_count > 0;
  for (const RuleAnchor& anchor : anchors(rule)) {
    by_word = by_word && anchor.test.kind != Test::Kind::type;
    if (anchor.test.kind == Test::Kind::word_class) phase.gate.add(static_cast<ClassId>(anchor.test.value));
    if (!rule.in_automaton) index_anchor(anchor, id, phase);
  }
  if (rule.in_automaton) phase.automaton.push_back(id);
  else if (rule.anchor_count == 0) phase.unanchored.push_back(id);
  const std::uint64_t types = needs_[id];
  std::vector<std::uint64_t>& needs = by_word ? phase.needs_with_word : phase.needs;
  if (std::find(needs.begin(), needs.end(), types) == needs.end()) needs.push_back(types);
}

/// Follows the program of a rule on all its ways, behind a unit or phrase only where `goes_on` says so of its instruction.
template <class GoesOn>
RuleBook::Walk RuleBook::walk(const Rule& rule, const GoesOn& goes_on) const {
  using Op = Instruction::Op;
  Walk out;
  std::uint32_t end = std::min(rule.program_end, static_cast<std::uint32_t>(program_.size()));
  std::vector<bool> been(end - std::min(rule.program, end));
  std::vector<std::uint32_t> ways{rule.program};
  while (!ways.empty()) {
    std::uint32_t pc = ways.back();
    ways.pop_back();
    bool inside = pc >= rule.program && pc < end;
    out.damaged |= !inside;
    if (!inside || been[pc - rule.program]) continue;
    been[pc - rule.program] = true;
    const Instruction& op = program_[pc];
    switch (op.op) {
      case Op::unit: case Op::phrase:
        if (goes_on(op)) ways.push_back(pc + 1);
        break;
      case Op::split: ways.insert(ways.end(), {op.a, op.b}); break;
      case Op::jump: ways.push_back(op.a); break;
      case Op::ahead: case Op::behind: ways.push_back(op.b); break;
      case Op::save: case Op::start: case Op::end: ways.push_back(pc + 1); break;
      case Op::match: out.ends = true; break;
    }
  }
  return out;
}

/// True if the program of a rule has a way to its end that takes no unit of a type.
bool RuleBook::can_do_without(const Rule& rule, std::uint32_t type) const {
  const Walk walked = walk(rule, [&](const Instruction& op) {
    if (op.op != Instruction::Op::unit) return true;
    auto tests = tests_.slice(op.a, op.b);
    return std::none_of(tests.begin(), tests.end(), [&](const Test& t) {
      return t.kind == Test::Kind::type && t.value == type && t.negated == 0;
    });
  });
  return walked.ends || walked.damaged;
}

/// The types of which every match of a rule holds one, as bits of Symbols.
std::uint64_t RuleBook::needs_of(const Rule& rule) const {
  std::uint64_t asked = 0, needs = 0;
  for (const Instruction& op : program_.slice(rule.program, rule.program_end - rule.program))
    if (op.op == Instruction::Op::unit)
      for (const Test& test : tests_.slice(op.a, op.b))
        if (test.kind == Test::Kind::type && test.value < 64) asked |= std::uint64_t{1} << test.value;
  for (; asked != 0; asked &= asked - 1) {
    auto type = static_cast<std::uint32_t>(std::countr_zero(asked));
    if (!can_do_without(rule, type)) needs |= std::uint64_t{1} << type;
  }
  return needs;
}

std::vector<ClassSet> RuleBook::gates() const {
  std::vector<ClassSet> out;
  for (const PhaseIndex& phase : phases_) out.push_back(phase.gate);
  return out;
}

/// Adds what an instruction that takes a unit asks of it: the most telling of its tests.
void RuleBook::add_first(const Instruction& unit, First& first) const {
  const Test* best = nullptr;
  for (const Test& test : tests_.slice(unit.a, unit.b)) {
    bool tells = test.negated == 0 && test.kind != Test::Kind::any && test.kind != Test::Kind::exact &&
                 (test.kind != Test::Kind::type || test.value < 64);
    if (tells && (!best || best->kind == Test::Kind::shape)) best = &test;
  }
  if (!best) first.any = true;
  else if (best->kind == Test::Kind::word) first.words.push_back(best->value);
  else if (best->kind == Test::Kind::word_class) first.classes.add(static_cast<ClassId>(best->value));
  else if (best->kind == Test::Kind::type) first.types |= std::uint64_t{1} << best->value;
  else first.flags |= best->value;
}

/// What the first unit that a rule takes can be. A match without a unit is none.
RuleBook::First RuleBook::first_of(const Rule& rule) const {
  First first;
  const Walk walked = walk(rule, [&](const Instruction& op) {
    if (op.op == Instruction::Op::unit) add_first(op, first);
    else first.classes.add(static_cast<ClassId>(op.a));
    return false;
  });
  first.any |= walked.damaged;
  std::sort(first.words.begin(), first.words.end());
  return first;
}

}  // namespace liaison
