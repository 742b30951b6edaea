#include "rules/program.h"

#include <algorithm>

namespace liaison {
namespace {

void index_anchor(const RuleAnchor& anchor, std::uint32_t rule, RuleBook::PhaseIndex& phase) {
  RuleBook::Anchor entry{anchor.test.value, rule, anchor.min, anchor.max};
  switch (anchor.test.kind) {
    case Test::Kind::word: phase.words.push_back(entry); return;
    case Test::Kind::word_class:
      phase.classes.push_back(entry);
      phase.gate.add(static_cast<ClassId>(anchor.test.value));
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
      numbers_(lexicon) {
  for (std::uint32_t i = 0; i < rules_.size(); ++i) {
    if (rules_[i].phase >= std::size(kPhases)) continue;
    PhaseIndex& phase = phases_[rules_[i].phase];
    phase.rules.push_back(i);
    if (rules_[i].anchor_count == 0) phase.unanchored.push_back(i);
    for (const RuleAnchor& anchor : anchors(rules_[i])) index_anchor(anchor, i, phase);
  }
  for (std::size_t i = 0; i < std::size(kPhases); ++i) {
    sort_anchors(phases_[i].words);
    sort_anchors(phases_[i].classes);
    sort_anchors(phases_[i].types);
    ClassId words = lexicon.find_class("anchor " + std::string(kPhases[i]));
    if (words != ClassId::none) phases_[i].gate.add(words);
  }
}

}  // namespace liaison
