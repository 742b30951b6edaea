#include "network/edge_summary.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace liaison {
namespace {

/// The surer before the less sure, the nearer before the farther; what a pack adds comes after.
constexpr std::array<std::string_view, 7> kStatuses = {"occurred", "planned", "possible", "denied",
                                                       "current",  "former",  "incoming"};
constexpr std::array<std::string_view, 3> kKinds = {"meeting", "contact", "cooperation"};

template <class Names>
std::pair<std::ptrdiff_t, std::string> rank(const Names& names, const std::string& name) {
  return {std::find(names.begin(), names.end(), name) - names.begin(), name};
}

/// Whose word a document is.
std::string source_of(const Citation& where) {
  return where.source.empty() ? "document\t" + where.document : "source\t" + where.source;
}

bool is_iso(const std::string& date) {
  const auto digit = [&](std::size_t i) { return date[i] >= '0' && date[i] <= '9'; };
  return date.size() >= 4 && digit(0) && digit(1) && digit(2) && digit(3) && (date.size() == 4 || date[4] == '-');
}

/// By date, those without one last; `order` is kept among equals.
template <class Id, class Fact>
void sort_by_date(std::vector<Id>& ids, const std::vector<Fact>& facts) {
  const auto key = [&](Id id) -> std::pair<bool, std::string_view> {
    const std::string& date = facts[static_cast<std::size_t>(id)].where.date;
    return {date.empty(), date};
  };
  std::stable_sort(ids.begin(), ids.end(), [&](Id a, Id b) { return key(a) < key(b); });
}

template <class Fact>
void add_dates(GraphEdge& edge, const Fact& fact) {
  const std::string& date = fact.where.date;
  if (!is_iso(date)) return;
  if (edge.first.empty() || date < edge.first) edge.first = date;
  if (edge.last.empty() || date > edge.last) edge.last = date;
}

/// The facts that count: those of no reprint, or all where there is nothing else.
template <class Id, class Fact>
std::vector<const Fact*> counted(const std::vector<Id>& ids, const std::vector<Fact>& facts) {
  std::vector<const Fact*> all, originals;
  for (const Id id : ids) {
    const Fact& fact = facts[static_cast<std::size_t>(id)];
    all.push_back(&fact);
    if (fact.reprint_of.empty()) originals.push_back(&fact);
  }
  return originals.empty() ? all : originals;
}

template <class Fact>
void cite(GraphEdge& edge, const Fact& fact) {
  edge.document = fact.where.document;
  edge.url = fact.where.url;
  edge.event = fact.id;
  if (fact.tellings.empty()) return;
  edge.sentence = fact.tellings.front().sentence;
  edge.rule = fact.tellings.front().rule;
}

void count(GraphEdge& edge, const GraphEvent& event) {
  if (event.status == "planned") ++edge.planned;
  if (event.status == "possible") ++edge.possible;
  if (event.status == "denied") ++edge.denied;
  if (event.status != "occurred") return;
  if (event.kind == "meeting") ++edge.meetings;
  if (event.kind == "contact") ++edge.contacts;
  if (event.kind == "cooperation") ++edge.cooperations;
}

void summarise_events(GraphEdge& edge, const std::vector<GraphEvent>& events) {
  using Reading = std::pair<std::string, std::string>;   // kind, status
  std::map<Reading, std::set<std::string>> told;
  std::set<std::string> occurred;
  for (const EventId id : edge.events) add_dates(edge, events[static_cast<std::size_t>(id)]);
  const std::vector<const GraphEvent*> counting = counted(edge.events, events);
  for (const GraphEvent* event : counting) {
    count(edge, *event);
    told[{event->kind, event->status}].insert(source_of(event->where));
    if (event->status == "occurred") occurred.insert(source_of(event->where));
  }
  edge.weight = static_cast<double>(occurred.size());
  const auto better = [](const auto& a, const auto& b) {
    if (a.second.size() != b.second.size()) return a.second.size() > b.second.size();
    return std::pair(rank(kStatuses, a.first.second), rank(kKinds, a.first.first)) <
           std::pair(rank(kStatuses, b.first.second), rank(kKinds, b.first.first));
  };
  std::tie(edge.kind, edge.status) = std::min_element(told.begin(), told.end(), better)->first;
  const auto best = [&](const GraphEvent* event) { return event->kind == edge.kind && event->status == edge.status; };
  cite(edge, **std::find_if(counting.begin(), counting.end(), best));
}

void summarise_holds(GraphEdge& edge, const std::vector<GraphHold>& holds) {
  std::map<std::string, std::set<std::string>> told;   // by when
  std::set<std::string> sources;
  for (const HoldId id : edge.holds) add_dates(edge, holds[static_cast<std::size_t>(id)]);
  const std::vector<const GraphHold*> counting = counted(edge.holds, holds);
  for (const GraphHold* hold : counting) {
    told[hold->when].insert(source_of(hold->where));
    sources.insert(source_of(hold->where));
  }
  edge.kind = "role";
  edge.weight = static_cast<double>(sources.size());
  const auto better = [](const auto& a, const auto& b) {
    if (a.second.size() != b.second.size()) return a.second.size() > b.second.size();
    return rank(kStatuses, a.first) < rank(kStatuses, b.first);
  };
  edge.status = std::min_element(told.begin(), told.end(), better)->first;
  const auto best = [&](const GraphHold* hold) { return hold->when == edge.status; };
  cite(edge, **std::find_if(counting.begin(), counting.end(), best));
}

}  // namespace

void summarise(GraphEdge& edge, bool is_role, const std::vector<GraphEvent>& events,
               const std::vector<GraphHold>& holds) {
  sort_by_date(edge.events, events);
  sort_by_date(edge.holds, holds);
  if (is_role) summarise_holds(edge, holds);
  else summarise_events(edge, events);
}

}  // namespace liaison
