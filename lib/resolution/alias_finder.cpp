#include "resolution/alias_finder.h"

#include <algorithm>

#include "rules/match_trace.h"

namespace liaison {
namespace {

/// Tells of an alias between two annotations.
void tell(const TextView& view, std::span<const Annotation> annotations, const ToldAlias& alias, Trace& trace) {
  TraceRecord record{TraceRecord::Kind::alias, {}, {}, alias.rule, 0, true, {}, {}};
  for (std::uint32_t i : {std::min(alias.a, alias.b), std::max(alias.a, alias.b)}) {
    Span span = view.span(annotations[i].first, annotations[i].last);
    record.what += (record.what.empty() ? "" : " = ") + std::string(span.of(view.text));
    record.place.span = record.place.span.end == 0 ? span : Span{record.place.span.start, span.end};
  }
  trace.add(std::move(record));
}

}  // namespace

void AliasFinder::run(const RuleBook& rules, const TextView& view, std::span<const Sentence> sentences,
                      std::span<const Annotation> annotations, Trace* trace, std::vector<ToldAlias>& aliases) {
  matcher_.exhausted = 0;
  aliases.clear();
  auto never_same = [](std::uint32_t, std::uint32_t) { return false; };
  for (Sentence sentence : sentences) {
    if ((!trace || trace->asked().empty()) && !may_match(rules, kAliasesPhase, view, sentence, annotations_in(annotations, sentence))) continue;
    make_units(view, sentence, annotations, units_);
    Sequence sequence = sequence_of(view, sentence, units_);
    matcher_.costs = trace && trace->wants_costs() ? trace : nullptr;
    matcher_.run(rules, kAliasesPhase, sequence, never_same, matches_);
    if (trace) trace_misses(rules, kAliasesPhase, sequence, matches_, never_same, *trace);
    for (const Match& match : matches_)
      for (const Action& action : rules.actions(rules.rules()[match.rule])) {
        if (action.what != symbols::same || action.capture_count != 2) continue;
        UnitRange a = capture_of(match.captures, action.captures[0]), b = capture_of(match.captures, action.captures[1]);
        if (!a || !b) continue;
        std::uint32_t x = units_[a.first].annotation, y = units_[b.first].annotation;
        if (x == Unit::kNoAnnotation || y == Unit::kNoAnnotation) continue;
        aliases.push_back({x, y, static_cast<RuleId>(match.rule)});
        if (trace && trace->wants(TraceRecord::Kind::alias)) tell(view, annotations, aliases.back(), *trace);
      }
  }
}

}  // namespace liaison
