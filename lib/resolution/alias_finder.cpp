#include "resolution/alias_finder.h"

namespace liaison {
void AliasFinder::run(const RuleBook& rules, const TextView& view, std::span<const Sentence> sentences,
                      std::span<const Annotation> annotations, std::vector<ToldAlias>& aliases) {
  aliases.clear();
  auto never_same = [](std::uint32_t, std::uint32_t) { return false; };
  for (Sentence sentence : sentences) {
    if (!may_match(rules, kAliasesPhase, view, sentence)) continue;
    make_units(view, sentence, annotations, units_);
    Sequence sequence{units_, view.text, view.tokens, view.hits_in(sentence), view.lexicon};
    matcher_.run(rules, kAliasesPhase, sequence, never_same, matches_);
    for (const Match& match : matches_)
      for (const Action& action : rules.actions(rules.rules()[match.rule])) {
        if (action.what != symbols::same || action.capture_count != 2) continue;
        UnitRange a = match.captures[action.captures[0] - 1u], b = match.captures[action.captures[1] - 1u];
        if (!a || !b) continue;
        std::uint32_t x = units_[a.first].annotation, y = units_[b.first].annotation;
        if (x != Unit::kNoAnnotation && y != Unit::kNoAnnotation)
          aliases.push_back({x, y, static_cast<RuleId>(match.rule)});
      }
  }
}

}  // namespace liaison
