#include "recognition/annotator.h"

#include <algorithm>

#include "rules/match_trace.h"

namespace liaison {
namespace {

/// True if a strong name of the gazetteers holds or crosses the stretch and reaches out of it, or is the same
/// capitals ("GM").
bool is_in_name(const TextView& view, std::uint32_t first, std::uint32_t last) {
  constexpr std::uint32_t kReach = 6;  // tokens before the stretch at which such a name may begin
  for (std::uint32_t at = first - std::min(first, kReach); at < last; ++at)
    for (const Hit& hit : view.hits_at(at)) {
      const Entry& entry = view.lexicon->entries()[hit.entry];
      if (!entry.type || entry.weak || entry.type == symbols::person) continue;
      bool reaches_out = hit.length > 1 && (hit.first < first || hit.first + hit.length > last);
      bool same_capitals = hit.first == first && hit.first + hit.length == last && view.tokens[first].has(kAllCaps);
      if ((reaches_out || same_capitals) && hit.first + hit.length > first) return true;
    }
  return false;
}

}  // namespace

void Annotator::read(const RuleBook& rules, const TextView& view, const Match& match,
                     std::vector<Annotation>& annotations) const {
  for (const Action& action : rules.actions(rules.rules()[match.rule])) {
    if (rules.string(action.name) != "make") continue;
    UnitRange range = action.capture_count > 0 && action.captures[0] ? capture_of(match.captures, action.captures[0]) : match.range;
    if (!range || range.first == range.last) continue;
    Annotation a;
    a.first = units_[range.first].first;
    a.last = units_[range.last - 1].last;
    a.type = action.what;
    a.rule = static_cast<RuleId>(match.rule);
    if (a.type == symbols::role && is_in_name(view, a.first, a.last)) continue;
    annotations.push_back(a);
  }
}

void Annotator::run(const RuleBook& rules, const TextView& view, std::span<const Sentence> sentences, Trace* trace,
                    std::vector<Annotation>& annotations) {
  annotations.clear();
  auto never_same = [](std::uint32_t, std::uint32_t) { return false; };
  for (Sentence sentence : sentences) {
    if ((!trace || trace->asked().empty()) && !may_match(rules, kTokensPhase, view, sentence)) continue;
    make_units(view, sentence, {}, units_);
    Sequence sequence{units_, view.text, view.tokens, view.hits_in(sentence), view.lexicon};
    matcher_.costs = trace && trace->wants_costs() ? trace : nullptr;
    matcher_.run(rules, kTokensPhase, sequence, never_same, matches_);
    std::vector<Match> all;
    if (trace) {
      all = matches_;
      trace_misses(rules, kTokensPhase, sequence, all, never_same, *trace);
    }
    select_matches(rules, matches_);
    if (trace) trace_matches(rules, sequence, all, matches_, *trace);
    for (const Match& match : matches_) read(rules, view, match, annotations);
  }
}

}  // namespace liaison
