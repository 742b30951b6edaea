#include "rules/match_trace.h"

#include <algorithm>

#include <fmt/format.h>

#include "rules/why_not.h"

namespace liaison {
namespace {

Span span_of(const Sequence& s, std::uint32_t first, std::uint32_t last) {
  if (first >= last) return {};
  return {s.tokens[s.units[first].first].start, s.tokens[s.units[last - 1].last - 1].end};
}

std::string rule_name(const RuleBook& book, std::uint32_t rule) { return std::string(book.string(book.rules()[rule].name)); }

/// What a rule does, in words: the types that it makes, or its relation.
std::string what_of(const RuleBook& book, const Rule& rule) {
  std::string out;
  for (const Action& action : book.actions(rule)) {
    std::string one(book.symbol_name(action.what));
    if (out.find(one) == std::string::npos) out += (out.empty() ? "" : ", ") + one;
  }
  return out;
}

/// What stands at a unit, in words.
std::string unit_text(const RuleBook& book, const Sequence& s, std::uint32_t at) {
  if (at >= s.units.size()) return "the end of the sentence";
  std::string text(span_of(s, at, at + 1).of(s.text));
  if (s.units[at].type == symbols::token) return "[" + text + "]";
  return std::string(book.symbol_name(s.units[at].type)) + " [" + text + "]";
}

bool is_name_type(std::string_view name) {
  constexpr Symbol kTypes[] = {symbols::person, symbols::org, symbols::gpe, symbols::loc, symbols::misc};
  return std::any_of(std::begin(kTypes), std::end(kTypes), [&](Symbol type) { return symbols::kNames[type.id] == name; });
}

bool is_asked(const Trace& trace, std::uint32_t rule) {
  return std::find(trace.asked().begin(), trace.asked().end(), static_cast<RuleId>(rule)) != trace.asked().end();
}

/// The unit at the place that the question is about; none if it is about no place in the sequence.
std::uint32_t asked_unit(const Sequence& s, const Trace& trace) {
  for (std::uint32_t at = 0; trace.asked_at() && at < s.units.size(); ++at)
    if (span_of(s, at, at + 1).end > trace.asked_at()->span.start) {
      return span_of(s, 0, 1).start <= trace.asked_at()->span.start ? at : Unit::kNoAnnotation;
    }
  return Unit::kNoAnnotation;
}

}  // namespace

void trace_tokens(const TextView& view, Trace& trace) {
  const Lexicon& lexicon = *view.lexicon;
  if (!trace.wants(TraceRecord::Kind::token)) return;
  for (std::uint32_t t = 0; t < view.tokens.size(); ++t) {
    TraceRecord record{TraceRecord::Kind::token, {view.tokens[t].span(), false}, std::string(view.surface(t)), RuleId::none, 0, true, {}, {}};
    view.classes(t).each([&](ClassId id) {
      std::string_view name = lexicon.class_name(id);
      if (!name.starts_with("anchor ")) record.details.push_back({TraceDetail::Kind::word_class, std::string(name), {}, 0, {}});
    });
    for (const Hit& hit : view.hits_at(t)) {
      const Entry& entry = lexicon.entries()[hit.entry];
      Place place{view.span(hit.first, hit.first + hit.length), false};
      if (!entry.is_name) {
        std::string_view name = lexicon.class_name(entry.word_class());
        record.details.push_back({TraceDetail::Kind::word_class, std::string(name), std::string(view.surface(hit.first, hit.first + hit.length)), 0, place});
        continue;
      }
      const NamedEntity& entity = lexicon.entities()[entry.of];
      record.details.push_back({TraceDetail::Kind::entry, std::string(symbols::kNames[entry.type().id]) + (entry.is_weak ? ":weak" : ":strong"),
                                fmt::format("{}, {}", lexicon.name(entity), lexicon.place(entry.of)), 0, place});
    }
    trace.add(std::move(record));
  }
}

std::string advantage(const RuleBook& book, const Match& winner, const Match& loser) {
  int p = book.rules()[winner.rule].priority, q = book.rules()[loser.rule].priority;
  if (p != q) return p > q ? fmt::format("priority {} against {}", p, q) : "";
  std::uint32_t length = winner.range.last - winner.range.first, other = loser.range.last - loser.range.first;
  if (length != other) return length > other ? fmt::format("it is longer: {} words against {}", length, other) : "";
  if (winner.range.first != loser.range.first) return winner.range.first < loser.range.first ? "it begins earlier" : "";
  return winner.rule < loser.rule ? "it stands before it in the rules" : "";
}

void trace_matches(const RuleBook& book, const Sequence& s, std::span<const Match> all, std::span<const Match> standing,
                   Trace& trace) {
  for (const Match& match : all) {
    if (!trace.wants(TraceRecord::Kind::match)) return;
    TraceRecord record{TraceRecord::Kind::match, {span_of(s, match.range.first, match.range.last), false},
                       what_of(book, book.rules()[match.rule]), static_cast<RuleId>(match.rule), 0, true, {}, {}};
    record.stands = std::find(standing.begin(), standing.end(), match) != standing.end();
    for (const Match& winner : standing) {
      bool overlaps = winner.range.first < match.range.last && match.range.first < winner.range.last;
      if (record.stands || !overlaps) continue;
      std::string by = advantage(book, winner, match);
      if (!by.empty()) record.why = fmt::format("lost to `{}`: {}", rule_name(book, winner.rule), by);
    }
    trace.add(std::move(record));
  }
}

void trace_set_aside(const RuleBook& book, const Sequence& s, const Match& match, std::string_view name, Trace& trace) {
  if (!trace.wants(TraceRecord::Kind::match)) return;
  trace.add({TraceRecord::Kind::match, {span_of(s, match.range.first, match.range.last), false},
             what_of(book, book.rules()[match.rule]), static_cast<RuleId>(match.rule), 0, false,
             fmt::format("lost to the name `{}`", name), {}});
}

void trace_misses(const RuleBook& book, std::size_t phase, const Sequence& s, std::span<const Match> all,
                  const SameEntity& same_entity, Trace& trace) {
  for (std::uint32_t rule : book.phase(phase).rules) {
    bool matched = std::any_of(all.begin(), all.end(), [&](const Match& m) { return m.rule == rule; });
    if (!is_asked(trace, rule) || matched || s.units.empty()) continue;
    Attempt best = furthest_attempt(book, book.rules()[rule], s, asked_unit(s, trace), same_entity);
    if (best.matches) continue;
    TraceRecord record{TraceRecord::Kind::miss, {span_of(s, best.start, std::max(best.end, best.start + 1)), false},
                       what_of(book, book.rules()[rule]), static_cast<RuleId>(rule), 0, false, {}, {}};
    record.why = best.length() == 0 ? "nothing in this sentence begins it"
                                    : fmt::format("it took [{}] and could not go on", span_of(s, best.start, best.end).of(s.text));
    for (const Attempt::Step& step : best.taken)
      record.details.push_back({TraceDetail::Kind::met, unit_text(book, s, step.first), step.wanted, 0, {span_of(s, step.first, step.last), false}});
    auto end = std::min<std::uint32_t>(best.end + 1, static_cast<std::uint32_t>(s.units.size()));
    for (const std::string& wanted : best.wanted) {
      bool of_captures = wanted.starts_with('[');
      bool too_early = phase == kTokensPhase && is_name_type(wanted);
      record.details.push_back({TraceDetail::Kind::unmet, of_captures ? std::string() : unit_text(book, s, best.end),
                                wanted + (too_early ? ", which rules over tokens never see: names are found after them" : ""), 0,
                                {span_of(s, best.end, end), false}});
    }
    trace.add(std::move(record));
  }
}

void trace_untried(const RuleBook& book, std::size_t phase, Span span, const std::string& why, Trace& trace) {
  for (std::uint32_t rule : book.phase(phase).rules)
    if (is_asked(trace, rule))
      trace.add({TraceRecord::Kind::miss, {span, false}, what_of(book, book.rules()[rule]), static_cast<RuleId>(rule), 0, false, why, {}});
}

}  // namespace liaison
