#include "resolution/alias_finder.h"

#include <algorithm>

namespace liaison {
namespace {

bool has_anchor(const RuleBook& rules, const TextView& view, Sentence sentence) {
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t)
    if (rules.may_anchor(kAliasesPhase, view.classes(t))) return true;
  auto hit = std::lower_bound(view.hits.begin(), view.hits.end(), sentence.first,
                              [](const Hit& h, std::uint32_t token) { return h.first < token; });
  for (; hit != view.hits.end() && hit->first < sentence.last; ++hit) {
    const Entry& entry = view.lexicon->entries()[hit->entry];
    ClassSet own;
    own.add(static_cast<ClassId>(entry.word_class));
    if (!entry.type && rules.may_anchor(kAliasesPhase, own)) return true;
  }
  return false;
}

}  // namespace

void AliasFinder::run(const RuleBook& rules, const TextView& view, std::span<const Sentence> sentences,
                      std::span<const Annotation> annotations, std::vector<ToldAlias>& aliases) {
  aliases.clear();
  auto never_same = [](std::uint32_t, std::uint32_t) { return false; };
  for (Sentence sentence : sentences) {
    if (!has_anchor(rules, view, sentence)) continue;
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
