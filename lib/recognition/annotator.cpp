#include "recognition/annotator.h"

#include <algorithm>

#include "rules/match_trace.h"

namespace liaison {
namespace {

/// True if the stretch is as a whole a phrase of the class: a role of the lists ("Treasury Secretary").
bool is_listed(const TextView& view, ClassId listed, std::uint32_t first, std::uint32_t last) {
  std::span<const Hit> hits = view.hits_at(first);
  return std::any_of(hits.begin(), hits.end(), [&](const Hit& hit) {
    const Entry& entry = view.lexicon->entries()[hit.entry];
    return hit.length == last - first && !entry.is_name && entry.word_class() == listed;
  });
}

/// The strong name of a body that holds a date and more: "Sunday Times", "USA Today".
const Hit* body_around(const TextView& view, std::uint32_t first, std::uint32_t last) {
  constexpr std::uint32_t kReach = 2;  // tokens before the date at which such a name may begin
  for (std::uint32_t at = first - std::min(first, kReach); at <= first; ++at)
    for (const Hit& hit : view.hits_at(at)) {
      const Entry& entry = view.lexicon->entries()[hit.entry];
      if (entry.is_name && !entry.is_weak && entry.type() == symbols::org && hit.first + hit.length >= last && hit.length > last - first) return &hit;
    }
  return nullptr;
}

/// The strong name of the gazetteers that forbids a role on the stretch, if there is one: it holds or crosses the stretch
/// and reaches out of it, unless it only runs into a listed role ("US Treasury Secretary", not "Office of Management and
/// Budget director"), or ends with one and a name follows; or is the same capitals ("GM"); or is a body that stands before
/// the role ("World Bank president").
const Hit* name_against(const TextView& view, ClassId listed_role, std::uint32_t first, std::uint32_t last) {
  constexpr std::uint32_t kReach = 6;  // tokens before the stretch at which such a name may begin
  for (std::uint32_t at = first - std::min(first, kReach); at < last; ++at)
    for (const Hit& hit : view.hits_at(at)) {
      const Entry& entry = view.lexicon->entries()[hit.entry];
      const std::uint32_t end = hit.first + hit.length;
      if (!entry.is_name || entry.is_weak || entry.type() == symbols::person || end <= first) continue;
      bool reaches_out = hit.length > 1 && (hit.first < first || end > last);
      bool same_capitals = hit.first == first && end == last && view.tokens[first].has(kAllCaps);
      bool stands_before = hit.first == first && end < last && entry.type() == symbols::org;
      bool name_follows = last < view.tokens.size() && view.tokens[last].has(kCapitalised);
      bool runs_into = hit.first < first && !view.tokens[first - 1].has(kLower) && (end < last || (end == last && name_follows));
      if (runs_into && is_listed(view, listed_role, first, last)) continue;
      if (reaches_out || same_capitals || stands_before) return &hit;
    }
  return nullptr;
}

/// The stretch of units that an action annotates.
UnitRange range_of(const Action& action, const Match& match) {
  return action.capture_count > 0 && action.captures[0] ? capture_of(match.captures, action.captures[0]) : match.range;
}

}  // namespace

void Annotator::read(const RuleBook& rules, const Match& match, std::vector<Annotation>& annotations) const {
  for (const Action& action : rules.actions(rules.rules()[match.rule])) {
    if (rules.string(action.name) != "make") continue;
    UnitRange range = range_of(action, match);
    if (!range || range.first == range.last) continue;
    Annotation a;
    a.first = units_[range.first].first;
    a.last = units_[range.last - 1].last;
    a.type = action.what;
    a.rule = static_cast<RuleId>(match.rule);
    annotations.push_back(a);
  }
}

/// Notes what each match gives, and leaves those that make something: what is given does not compete.
void Annotator::take_given(const RuleBook& rules, const Sequence& sequence, Trace* trace) {
  std::vector<Match> giving;
  std::erase_if(matches_, [&](const Match& match) {
    bool makes = false, gives = false;
    for (const Action& action : rules.actions(rules.rules()[match.rule])) {
      makes = makes || rules.string(action.name) != "give";
      UnitRange range = range_of(action, match);
      if (rules.string(action.name) != "give" || !range) continue;
      given_.push_back({units_[range.first].first, units_[range.last - 1].last, action.what});
      gives = true;
    }
    if (gives && trace) giving.push_back(match);
    return !makes;
  });
  if (trace) trace_matches(rules, sequence, giving, giving, *trace);
}

/// True if what a rule takes for one name begins before the stretch and holds it: "Committee to Save the President".
bool Annotator::inside_given(std::uint32_t first, std::uint32_t last) const {
  return std::any_of(given_.begin() + given_before_, given_.end(), [&](const GivenFeature& g) { return g.first < first && g.last >= last; });
}

void Annotator::yield_to_names(const RuleBook& rules, const TextView& view, const Sequence& sequence, Trace* trace) {
  std::erase_if(matches_, [&](const Match& match) {
    for (const Action& action : rules.actions(rules.rules()[match.rule])) {
      UnitRange range = range_of(action, match);
      if ((action.what != symbols::role && action.what != symbols::date) || !range) continue;
      const std::uint32_t first = units_[range.first].first, last = units_[range.last - 1].last;
      if (action.what == symbols::role && inside_given(first, last)) return true;
      const Hit* name = action.what == symbols::role ? name_against(view, listed_role_, first, last) : body_around(view, first, last);
      if (name && trace) trace_set_aside(rules, sequence, match, view.surface(name->first, name->first + name->length), *trace);
      if (name) return true;
    }
    return false;
  });
}

void Annotator::run(const RuleBook& rules, const TextView& view, std::span<const Sentence> sentences, Trace* trace,
                    std::vector<Annotation>& annotations) {
  matcher_.exhausted = 0;
  annotations.clear();
  given_.clear();
  listed_role_ = view.lexicon->find_class("role_phrase");
  auto never_same = [](std::uint32_t, std::uint32_t) { return false; };
  for (Sentence sentence : sentences) {
    given_before_ = std::ssize(given_);
    if ((!trace || trace->asked().empty()) && !may_match(rules, kTokensPhase, view, sentence, {})) continue;
    make_units(view, sentence, {}, units_);
    Sequence sequence = sequence_of(view, sentence, units_);
    matcher_.costs = trace && trace->wants_costs() ? trace : nullptr;
    matcher_.run(rules, kTokensPhase, sequence, never_same, matches_);
    if (trace) trace_misses(rules, kTokensPhase, sequence, matches_, never_same, *trace);
    if (rules.gives()) take_given(rules, sequence, trace);
    yield_to_names(rules, view, sequence, trace);
    std::vector<Match> all;
    if (trace) all = matches_;
    select_matches(rules, matches_);
    if (trace) trace_matches(rules, sequence, all, matches_, *trace);
    for (const Match& match : matches_) read(rules, match, annotations);
  }
  std::sort(given_.begin(), given_.end());
  given_.erase(std::unique(given_.begin(), given_.end()), given_.end());
}

}  // namespace liaison
