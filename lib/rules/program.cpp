#include "rules/program.h"

#include <algorithm>
#include <bit>

#include "lexicon/unique_number.h"
#include "rules/test_index.h"

namespace liaison {
RuleBook::RuleBook(const Image& image, const Lexicon& lexicon)
    : lexicon_(&lexicon),
      rules_(image.table<Rule>(SectionId::rules)),
      program_(image.table<Instruction>(SectionId::instructions)),
      tests_(image.table<Test>(SectionId::predicates)),
      anchors_(image.table<Test>(SectionId::anchors)),
      actions_(image.table<Action>(SectionId::actions)),
      conditions_(image.table<Condition>(SectionId::conditions)),
      examples_(image.table<Example>(SectionId::examples)),
      symbol_names_(image.table<std::uint32_t>(SectionId::symbol_names)),
      numbers_(lexicon),
      readings_(image) {
  number_ = unique_number();
  for (const Action& action : actions_) gives_ = gives_ || string(action.name) == "give";
  for (std::uint32_t i = 0; i < rules_.size(); ++i)
    if (rules_[i].phase < std::size(kPhases)) index(i);
  for (std::size_t i = 0; i < std::size(kPhases); ++i)
    if (ClassId words = lexicon.find_class("anchor " + std::string(kPhases[i])); words != ClassId::none) phases_[i].gate.add(words);
  for (std::size_t i = 0; i < std::size(kPhases); ++i) test_indices_[i] = std::make_shared<const TestIndex>(*this, i);
}

/// Notes where a rule can be found.
void RuleBook::index(std::uint32_t id) {
  const Rule& rule = rules_[id];
  PhaseIndex& phase = phases_[rule.phase];
  phase.rules.push_back(id);
  bool by_word = rule.anchor_count > 0;
  for (const Test& anchor : anchors(rule)) {
    by_word = by_word && anchor.kind != Test::Kind::type;
    if (anchor.kind == Test::Kind::word_class) phase.gate.add(static_cast<ClassId>(anchor.value));
  }
  const std::uint64_t types = needs_of(rule);
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

bool passes(const Sequence& s, const Test& test, const Unit& unit) {
  bool yes = false;
  switch (test.kind) {
    case Test::Kind::any: yes = true; break;
    case Test::Kind::word: yes = unit.type == symbols::token && unit.word == test.value; break;
    case Test::Kind::exact:
      yes = unit.type == symbols::token && unit.first < s.tokens.size() && s.tokens[unit.first].of(s.text) == s.lexicon->string(test.value);
      break;
    case Test::Kind::word_class: yes = unit.is(static_cast<ClassId>(test.value)); break;
    case Test::Kind::type: yes = unit.type.id == test.value; break;
    case Test::Kind::shape: yes = (unit.flags & test.value) != 0; break;
  }
  return yes != (test.negated != 0);
}

}  // namespace liaison
