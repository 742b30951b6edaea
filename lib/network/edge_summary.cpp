#include "network/edge_summary.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "network/name_key.h"

namespace liaison {
namespace {

/// The surer before the less sure, the nearer before the farther; what a pack adds comes after.
constexpr std::array<std::string_view, 7> kStatuses = {"occurred", "planned", "possible", "denied",
                                                       "current",  "former",  "incoming"};
constexpr std::array<std::string_view, 3> kKinds = {"meeting", "contact", "cooperation"};

template <class Names>
std::pair<std::ptrdiff_t, std::string_view> rank(const Names& names, std::string_view name) {
  return {std::find(names.begin(), names.end(), name) - names.begin(), name};
}

bool is_iso(std::string_view date) {
  const auto digit = [&](std::size_t i) { return date[i] >= '0' && date[i] <= '9'; };
  return date.size() >= 4 && digit(0) && digit(1) && digit(2) && digit(3) && (date.size() == 4 || date[4] == '-');
}

void add_date(GraphEdge& edge, std::string_view date) {
  if (!is_iso(date)) return;
  if (edge.first.empty() || date < edge.first) edge.first = date;
  if (edge.last.empty() || date > edge.last) edge.last = date;
}

std::size_t index(EventId id) { return static_cast<std::size_t>(id); }

std::span<const TellingRecord> tellings_of(const Graph::Contents& contents, EventId id) {
  const std::size_t begin = contents.events[index(id)].first_telling, end = contents.events[index(id) + 1].first_telling;
  return std::span(contents.tellings).subspan(begin, end - begin);
}

/// True of what is told by nobody but copies, which then stand for the original.
bool are_reprints(const Graph::Contents& contents, std::span<const TellingRecord> tellings) {
  return std::all_of(tellings.begin(), tellings.end(), [&](const auto& one) { return contents.is_reprint(one); });
}

using Reading = std::pair<std::uint8_t, std::uint8_t>;   // kind, status
using Sources = std::set<std::uint32_t>;

template <class Told, class Rank>
auto best_of(const Told& told, const Rank& rank_of) {
  return std::min_element(told.begin(), told.end(), [&](const auto& a, const auto& b) {
    if (a.second.size() != b.second.size()) return a.second.size() > b.second.size();
    return rank_of(a.first) < rank_of(b.first);
  })->first;
}

std::uint16_t capped(std::size_t weight) { return static_cast<std::uint16_t>(std::min<std::size_t>(weight, 0xffff)); }

/// What a single telling says, as most edges have but one.
void summarise_telling(EdgeRecord& edge, const EventRecord& event, const TellingRecord& telling, Graph::Contents& contents) {
  edge.kind = contents.word(contents.event(telling).kind);
  edge.status = event.status;
  edge.weight = contents.words[event.status] == "occurred";
}

void summarise_events(EdgeRecord& edge, std::span<const EventId> events, Graph::Contents& contents) {
  if (events.size() == 1 && tellings_of(contents, events[0]).size() == 1) {
    return summarise_telling(edge, contents.events[index(events[0])], tellings_of(contents, events[0])[0], contents);
  }
  std::map<Reading, Sources> told;
  Sources occurred;
  const std::uint8_t yes = contents.word("occurred");
  for (const EventId id : events) {
    const std::uint8_t status = contents.events[index(id)].status;
    const auto tellings = tellings_of(contents, id);
    Sources& sources = told[{contents.word(contents.event(tellings.front()).kind), status}];
    for (const TellingRecord& telling : tellings) {
      if (contents.event(telling).status == contents.words[status]) sources.insert(contents.source[telling.document]);
    }
    if (status == yes) occurred.insert(sources.begin(), sources.end());
  }
  edge.weight = capped(occurred.size());
  std::tie(edge.kind, edge.status) = best_of(told, [&](const Reading& reading) {
    return std::pair(rank(kStatuses, contents.words[reading.second]), rank(kKinds, contents.words[reading.first]));
  });
}

void summarise_holds(EdgeRecord& edge, std::span<const HoldId> holds, Graph::Contents& contents) {
  edge.kind = contents.word("role");
  if (holds.size() == 1) {
    edge.status = contents.holds[static_cast<std::size_t>(holds[0])].when;
    edge.weight = 1;
    return;
  }
  std::map<std::uint8_t, Sources> told;   // by when
  Sources sources;
  for (const HoldId id : holds) {
    const HoldRecord& hold = contents.holds[static_cast<std::size_t>(id)];
    const std::uint32_t source = contents.source[hold.telling.document];
    told[hold.when].insert(source);
    sources.insert(source);
  }
  edge.weight = capped(sources.size());
  edge.status = best_of(told, [&](std::uint8_t when) { return rank(kStatuses, contents.words[when]); });
}

template <class Fact>
void cite(GraphEdge& edge, const DocumentFacts& facts, const Fact& fact) {
  edge.document = facts.id;
  edge.url = facts.url;
  edge.event = fact.id;
  if (fact.evidence.empty()) return;
  edge.sentence = on_one_line(fact.evidence.front().quote);
  edge.rule = fact.evidence.front().rule;
}

void count(GraphEdge& edge, std::string_view kind, std::string_view status) {
  if (status == "planned") ++edge.planned;
  if (status == "possible") ++edge.possible;
  if (status == "denied") ++edge.denied;
  if (status != "occurred") return;
  if (kind == "meeting") ++edge.meetings;
  if (kind == "contact") ++edge.contacts;
  if (kind == "cooperation") ++edge.cooperations;
}

/// Cites the earliest telling of the kind and status of the edge, rather one that is no copy.
void fill_from_events(GraphEdge& edge, const Graph::Contents& contents) {
  const TellingRecord* cited = nullptr;
  for (const EventId id : edge.events) {
    const EventRecord& event = contents.events[index(id)];
    const auto tellings = tellings_of(contents, id);
    const std::string_view status = contents.words[event.status], kind = contents.event(tellings.front()).kind;
    count(edge, kind, status);
    edge.disputed += event.disputed;
    const bool only_reprints = are_reprints(contents, tellings);
    for (const TellingRecord& telling : tellings) {
      add_date(edge, contents.documents[telling.document]->date);
      const bool fits = kind == edge.kind && status == edge.status && contents.event(telling).status == status;
      if (!cited && fits && (only_reprints || !contents.is_reprint(telling))) cited = &telling;
    }
  }
  if (cited) cite(edge, *contents.documents[cited->document], contents.event(*cited));
}

void fill_from_holds(GraphEdge& edge, const Graph::Contents& contents) {
  const TellingRecord* cited = nullptr;
  for (const HoldId id : edge.holds) {
    const HoldRecord& hold = contents.holds[static_cast<std::size_t>(id)];
    const TellingRecord& telling = hold.telling;
    add_date(edge, contents.documents[telling.document]->date);
    const bool fits = contents.words[hold.when] == edge.status;
    if (fits && (!cited || (contents.is_reprint(*cited) && !contents.is_reprint(telling)))) cited = &telling;
  }
  if (cited) cite(edge, *contents.documents[cited->document], contents.hold(*cited));
}

}  // namespace

void summarise(EdgeRecord& edge, bool is_role, std::span<const EventId> events, std::span<const HoldId> holds,
               Graph::Contents& contents) {
  if (is_role) summarise_holds(edge, holds, contents);
  else summarise_events(edge, events, contents);
}

void fill_columns(GraphEdge& edge, const Graph::Contents& contents) {
  if (edge.kind == "role") fill_from_holds(edge, contents);
  else fill_from_events(edge, contents);
}

}  // namespace liaison
