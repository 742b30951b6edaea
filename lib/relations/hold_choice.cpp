#include "relations/hold_choice.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "lexicon/fold.h"
#include "relations/body_kinds.h"

namespace liaison {
namespace {

/// How many comparisons of descriptions with other holds a document may call for; where it is more, no description tells of one.
constexpr std::size_t kMostCompared = 100'000;

/// "Ann Harper | chairman | Samsung | former".
std::string in_words(const RuleBook& rules, const HoldReading& r, const FoundHold& f) {
  return fmt::format("{} | {} | {} | {}", r.entities[std::size_t(r.annotations[f.person].entity)].name, role_text(r.view, f),
                     f.org == EntityId::none ? "-" : r.entities[std::size_t(f.org)].name, rules.symbol_name(f.when));
}

/// Tells a trace of a reading, and what it lost to.
void tell(const RuleBook& rules, const HoldReading& r, const FoundHold& f, const FoundHold* winner, Trace& trace) {
  const Annotation& person = r.annotations[f.person];
  Span role = r.view.span(f.role_first, f.role_last);
  TraceRecord record{TraceRecord::Kind::hold,
                     {r.view.span(std::min(person.first, f.role_first), std::max(person.last, f.role_last)), false},
                     {}, static_cast<RuleId>(f.rule), f.priority, winner == nullptr, {}, {}};
  record.what = in_words(rules, r, f);
  record.details.push_back({TraceDetail::Kind::capture, "person", std::string(r.view.surface(person.first, person.last)), 0,
                            {r.view.span(person.first, person.last), false}});
  record.details.push_back({TraceDetail::Kind::capture, "role", std::string(r.view.surface(f.role_first, f.role_last)), 0, {role, false}});
  if (winner) {
    std::string by = winner->priority != f.priority ? fmt::format("priority {} against {}", winner->priority, f.priority)
                     : winner->length != f.length   ? fmt::format("it is longer: {} words against {}", winner->length, f.length)
                                                    : "it stands before it";
    record.why = fmt::format("lost to `{}`: {}", rules.string(rules.rules()[winner->rule].name), by);
    bool alike = winner->priority == f.priority && winner->length == f.length && winner->match_first == f.match_first;
    if (alike && winner->rule != f.rule && in_words(rules, r, *winner) != in_words(rules, r, f))
      record.by_order = static_cast<RuleId>(winner->rule);
  }
  trace.add(std::move(record));
}

}  // namespace

std::string role_text(const TextView& view, const FoundHold& f) {
  std::string text(f.verb.empty() ? view.surface(f.role_first, f.role_last) : f.verb);
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

std::string role_key(const HoldReading& r, std::uint32_t first, std::uint32_t last) {
  std::string key;
  for (std::uint32_t at = first; at < last; ++at) {
    if (r.view.surface(at) == "-") continue;
    std::string_view means = r.view.lexicon->attribute(r.view.tokens[at].word, r.classes->role_head, symbols::means);
    key += (key.empty() ? "" : " ") + (means.empty() ? folded(r.view.surface(at)) : std::string(means));
  }
  return key;
}

std::string role_key(const HoldReading& r, const FoundHold& f) {
  return f.verb.empty() ? role_key(r, f.role_first, f.role_last) : folded(f.verb);
}

bool leads_state(const HoldReading& r, const FoundHold& f) {
  return is_whole(r, f.role_first, f.role_last, r.classes->head_of_state);
}

bool is_national(const HoldReading& r, const FoundHold& f) {
  return f.verb.empty() && r.view.classes(f.role_last - 1).has(r.classes->national_role);
}

void keep_best(const RuleBook& rules, const HoldReading& r, Trace* trace, std::vector<FoundHold>& found) {
  std::stable_sort(found.begin(), found.end(), [](const FoundHold& a, const FoundHold& b) {
    return std::pair(b.priority, b.length) < std::pair(a.priority, a.length);
  });
  std::vector<FoundHold> kept;
  std::unordered_map<std::uint32_t, std::vector<std::size_t>> at_role;  // those kept, by the first token of the role
  for (const FoundHold& f : found) {
    std::vector<std::size_t>& beside = at_role[f.role_first];
    const auto taken = std::find_if(beside.begin(), beside.end(), [&](std::size_t at) {
      const FoundHold& k = kept[at];
      bool one_match = k.rule == f.rule && k.match_first == f.match_first && k.length == f.length;
      return !f.shared && !k.shared && (!one_match || (k.person == f.person && k.org == f.org));
    });
    const bool is_kept = taken == beside.end();
    if (trace && trace->wants(TraceRecord::Kind::hold)) tell(rules, r, f, is_kept ? nullptr : &kept[*taken], *trace);
    if (!is_kept) continue;
    beside.push_back(kept.size());
    kept.push_back(f);
  }
  std::sort(kept.begin(), kept.end(),
            [](const FoundHold& a, const FoundHold& b) { return std::pair(a.role_first, a.person) < std::pair(b.role_first, b.person); });
  found = std::move(kept);
}

void drop_unfit_descriptions(const HoldReading& r, std::vector<FoundHold>& found) {
  auto is_described = [](const FoundHold& f) { return f.described; };
  const auto described = static_cast<std::size_t>(std::count_if(found.begin(), found.end(), is_described));
  if (described == 0) return;
  if (described * found.size() > kMostCompared) return void(std::erase_if(found, is_described));
  auto speaks_against = [&](const FoundHold& told, const FoundHold& f) {
    const bool same_role = role_key(r, told) == role_key(r, f), elsewhere = told.org != EntityId::none && told.org != f.org;
    if (r.annotations[told.person].entity != r.annotations[f.person].entity)
      return !told.described && same_role && told.org == f.org && told.when == f.when;
    if (same_role) return elsewhere && (told.described || told.when == f.when);
    const bool high = is_national(r, told);
    const bool highest = high && r.view.classes(told.role_first).has(r.classes->head_of_state);
    return high && !told.described && told.when == symbols::current && (highest || f.when == symbols::current);
  };
  auto is_unfit = [&](const FoundHold& f) {
    return f.described && std::any_of(found.begin(), found.end(), [&](const FoundHold& told) { return speaks_against(told, f); });
  };
  std::vector<FoundHold> kept;  // apart, for all of them speak for or against each
  std::remove_copy_if(found.begin(), found.end(), std::back_inserter(kept), is_unfit);
  found = std::move(kept);
}

void drop_second_words(const HoldReading& r, std::vector<FoundHold>& found) {
  auto leads = [&](const FoundHold& f) { return f.verb.empty() && f.when == symbols::current && leads_state(r, f); };
  auto holder = [&](const FoundHold& f) { return r.annotations[f.person].entity; };
  std::vector<std::pair<EntityId, std::size_t>> offices;  // by holder
  for (std::size_t at = 0; at < found.size(); ++at)
    if (leads(found[at]) && is_national(r, found[at])) offices.emplace_back(holder(found[at]), at);
  if (offices.empty()) return;
  std::sort(offices.begin(), offices.end());
  std::vector<bool> second(found.size());
  for (std::size_t at = 0; at < found.size(); ++at) {
    const FoundHold& f = found[at];
    if (!leads(f) || f.role_last != f.role_first + 1 || is_national(r, f)) continue;
    // Of a party or a movement he may be the leader beside it.
    const bool of_people = f.role_first > f.sentence.first && r.view.classes(f.role_first - 1).has(r.classes->nationality);
    const bool of_country = type_of(r, f.org) == symbols::gpe;
    if (r.view.classes(f.role_first).has(r.classes->role_plural) || !(of_country || (of_people && f.org == EntityId::none))) continue;
    const auto own = std::lower_bound(offices.begin(), offices.end(), std::pair(holder(f), std::size_t{}));
    if (own == offices.end() || own->first != holder(f)) continue;
    FoundHold& office = found[own->second];
    if (office.org != EntityId::none && f.org != EntityId::none && office.org != f.org) continue;
    if (office.org == EntityId::none) office.org = f.org;
    second[at] = true;
  }
  std::size_t at = 0;
  std::erase_if(found, [&](const FoundHold&) { return second[at++]; });
}

}  // namespace liaison
