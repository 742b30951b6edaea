#include "rules/program.h"

#include <algorithm>

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
  const std::string_view section = image.section(SectionId::test_indices);
  ArraysReader laid_out(section);
  for (std::size_t i = 0; i < std::size(kPhases); ++i)
    test_indices_[i] = std::make_shared<const TestIndex>(*this, i, section.empty() ? nullptr : &laid_out);
}

std::string RuleBook::test_indices() const {
  ArraysWriter out;
  for (const auto& index : test_indices_) index->lay_out(out);
  return out.bytes();
}

bool RuleBook::is_whole() const {
  return std::all_of(std::begin(test_indices_), std::end(test_indices_), [](const auto& index) { return index->is_whole(); });
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
  std::vector<std::uint64_t>& needs = by_word ? phase.needs_with_word : phase.needs;
  if (std::find(needs.begin(), needs.end(), rule.needs) == needs.end()) needs.push_back(rule.needs);
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
      yes = unit.type == symbols::token && unit.last == unit.first + 1 && unit.first < s.tokens.size() &&
            s.tokens[unit.first].of(s.text) == s.lexicon->string(test.value);
      break;
    case Test::Kind::word_class: yes = unit.is(static_cast<ClassId>(test.value)); break;
    case Test::Kind::type: yes = unit.type.id == test.value; break;
    case Test::Kind::shape: yes = (unit.flags & test.value) != 0; break;
  }
  return yes != (test.negated != 0);
}

}  // namespace liaison
