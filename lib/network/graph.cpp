#include "liaison/graph.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "network/edge_summary.h"
#include "network/graph_contents.h"
#include "network/name_key.h"
#include "network/node_names.h"

namespace liaison {
namespace {

constexpr std::size_t kMostWords = 256;

template <class Id>
std::size_t index(Id id) {
  return static_cast<std::size_t>(id);
}

/// How many records there are beside the closing one.
template <class Records>
std::size_t without_last(const Records& records) {
  return records.empty() ? 0 : records.size() - 1;
}

bool has_name(const Graph& graph, NodeId node, const std::string& key) {
  const auto matches = [&](const std::string& name) { return name_key(name) == key; };
  const std::vector<std::string> forms = graph.forms(node);
  return matches(graph.at(node).label) || std::any_of(forms.begin(), forms.end(), matches);
}

/// How far a name is from what was asked for: 0 if one is part of the other; npos if it is too far.
std::size_t distance(const std::string& name, const std::string& asked) {
  const std::string padded = ' ' + name + ' ', wanted = ' ' + asked + ' ';
  if (padded.find(wanted) != std::string::npos || wanted.find(padded) != std::string::npos) return 0;
  std::size_t best = edit_distance(name, asked);
  if (is_single(asked)) best = std::min(best, edit_distance(last_word(name), asked));
  return best <= (asked.size() + 2) / 3 ? best : std::string::npos;
}

std::vector<std::string> suggestions(const Graph& graph, const std::string& asked) {
  constexpr std::size_t kMost = 5;
  std::set<std::pair<std::size_t, std::string>> near;
  for (std::size_t i = 0; i < graph.nodes().size(); ++i) {
    const GraphNode& node = graph.nodes()[i];
    std::size_t best = distance(name_key(node.label), asked);
    for (const std::string& form : graph.forms(static_cast<NodeId>(i))) best = std::min(best, distance(name_key(form), asked));
    if (best != std::string::npos) near.emplace(best, node.label);
  }
  std::vector<std::string> out;
  for (const auto& [far, label] : near) {
    if (out.size() < kMost && std::find(out.begin(), out.end(), label) == out.end()) out.push_back(label);
  }
  return out;
}

}  // namespace

std::uint8_t Graph::Contents::word(std::string_view text) {
  const auto found = std::find(words.begin(), words.end(), text);
  if (found == words.end()) {
    if (words.size() == kMostWords) return kMostWords - 1;
    words.emplace_back(text);
    return static_cast<std::uint8_t>(words.size() - 1);
  }
  return static_cast<std::uint8_t>(found - words.begin());
}

Telling Graph::Contents::telling(const TellingRecord& record, std::string_view id, std::string_view status,
                                 const std::vector<FactEvidence>& evidence) const {
  const std::uint32_t first = original[record.document];
  return {documents[record.document].get(), id, status, evidence,
          first == record.document ? nullptr : documents[first].get(), record.accepted};
}

void Graph::Contents::connect(const std::vector<NodeId>& greater) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  pairs.reserve(edges.size());
  for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
    pairs.emplace_back(static_cast<std::uint32_t>(edges[i].a), static_cast<std::uint32_t>(greater[i]));
  }
  adjacency = Adjacency(boost::edges_are_unsorted_multi_pass, pairs.begin(), pairs.end(), static_cast<std::uint32_t>(nodes.size()));
  groups.fill(nodes.size(), node_of_group.size(), [&](std::size_t i) { return node_of_group[i]; });
  roles.fill(nodes.size(), holds.size(), [&](std::size_t i) { return holds[i].person; });
}

Graph::Graph() : Graph(std::make_shared<const Contents>()) {}
Graph::Graph(std::shared_ptr<const Contents> contents) : contents_(std::move(contents)) {}

const std::vector<GraphNode>& Graph::nodes() const { return contents_->nodes; }
GraphRange<Graph, EdgeId, GraphEdge> Graph::edges() const { return {this, without_last(contents_->edges)}; }
GraphRange<Graph, EventId, GraphEvent> Graph::events() const { return {this, without_last(contents_->events)}; }
GraphRange<Graph, HoldId, GraphHold> Graph::holds() const { return {this, contents_->holds.size()}; }
std::vector<MergeReason> Graph::merges() const {
  return contents_->grouping ? merge_reasons(*contents_->grouping, contents_->node_of_group) : std::vector<MergeReason>();
}
std::vector<std::string> Graph::forms(NodeId node) const { return node_forms(*contents_, node); }
std::vector<std::string> Graph::roles(NodeId node) const { return node_roles(*contents_, node); }
const std::vector<MaybeSame>& Graph::maybe_same() const { return contents_->maybe_same; }
const std::vector<Reprints>& Graph::reprints() const { return contents_->reprints; }
const std::vector<IdleCorrection>& Graph::idle_corrections() const { return contents_->idle; }

std::pair<NodeId, NodeId> Graph::ends(EdgeId id) const {
  const NodeId a = contents_->edges[index(id)].a;
  const Adjacency::edge_descriptor edge(static_cast<std::uint32_t>(a), static_cast<std::uint32_t>(id));
  return {a, static_cast<NodeId>(target(edge, contents_->adjacency))};
}

GraphEdge Graph::at(EdgeId id) const {
  const EdgeRecord &record = contents_->edges[index(id)], &next = contents_->edges[index(id) + 1];
  GraphEdge edge;
  edge.id = "e" + std::to_string(index(id) + 1);
  std::tie(edge.a, edge.b) = ends(id);
  edge.weight = record.weight;
  edge.kind = contents_->words[record.kind];
  edge.status = contents_->words[record.status];
  edge.events = std::span(contents_->edge_events).subspan(record.first_event, next.first_event - record.first_event);
  edge.holds = std::span(contents_->edge_holds).subspan(record.first_hold, next.first_hold - record.first_hold);
  fill_columns(edge, *contents_);
  return edge;
}

GraphEvent Graph::at(EventId id) const {
  const EventRecord &record = contents_->events[index(id)], &next = contents_->events[index(id) + 1];
  GraphEvent event;
  for (std::size_t i = record.first_telling; i < next.first_telling; ++i) {
    const TellingRecord& telling = contents_->tellings[i];
    const FactEvent& fact = contents_->event(telling);
    event.tellings.push_back(contents_->telling(telling, fact.id, fact.status, fact.evidence));
  }
  event.id = event.tellings.front().id;
  event.kind = contents_->event(contents_->tellings[record.first_telling]).kind;
  event.status = contents_->words[record.status];
  event.disputed = record.disputed;
  event.sources = record.sources;
  event.participants = std::span(contents_->participants)
                           .subspan(record.first_participant, next.first_participant - record.first_participant);
  return event;
}

GraphHold Graph::at(HoldId id) const {
  const HoldRecord& record = contents_->holds[index(id)];
  const FactHold& fact = contents_->hold(record.telling);
  return {fact.id, fact.role, fact.when, record.person, record.body,
          contents_->telling(record.telling, fact.id, fact.when, fact.evidence)};
}

std::vector<EdgeId> Graph::edges_of(NodeId node) const {
  std::vector<EdgeId> out;
  const Adjacency& adjacency = contents_->adjacency;
  const auto vertex = static_cast<std::uint32_t>(node);
  const auto number = [&](const auto& edge) { return static_cast<EdgeId>(get(boost::edge_index, adjacency, edge)); };
  for (auto [edge, end] = boost::in_edges(vertex, adjacency); edge != end; ++edge) out.push_back(number(*edge));
  std::sort(out.begin(), out.end());   // by the lesser node, as edges are numbered
  for (auto [edge, end] = boost::out_edges(vertex, adjacency); edge != end; ++edge) out.push_back(number(*edge));
  return out;
}

EdgeId Graph::edge_between(NodeId a, NodeId b) const {
  const auto [first, second] = std::minmax(a, b);
  if (first == second || index(second) >= nodes().size()) return EdgeId::none;
  const Adjacency& adjacency = contents_->adjacency;
  const auto [begin, end] = boost::out_edges(static_cast<std::uint32_t>(first), adjacency);
  const auto number = [&](auto at) { return static_cast<EdgeId>(get(boost::edge_index, adjacency, *at)); };
  if (begin == end) return EdgeId::none;
  std::size_t low = index(number(begin)), high = low + static_cast<std::size_t>(end - begin);
  const std::size_t last = high;
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (ends(static_cast<EdgeId>(middle)).second < second) low = middle + 1;
    else high = middle;
  }
  return low < last && ends(static_cast<EdgeId>(low)).second == second ? static_cast<EdgeId>(low) : EdgeId::none;
}

double Graph::bytes_per_edge() const {
  const auto count = static_cast<double>(edges().size());
  // The adjacency holds each edge at both its ends, at one of them with its number, and where each node begins.
  const double adjacency = count * 3 * sizeof(std::uint32_t) + 2.0 * sizeof(std::uint32_t) * static_cast<double>(nodes().size() + 1);
  return count == 0 ? 0 : (static_cast<double>(contents_->edges.size() * sizeof(EdgeRecord)) + adjacency) / count;
}

namespace {

/// The only node one of whose names ends with the word: "Musk" of "Elon Musk". None if there are several.
std::vector<NodeId> called_for_short(const Graph& graph, const std::string& key) {
  std::vector<NodeId> found;
  for (std::size_t i = 0; i < graph.nodes().size(); ++i) {
    const GraphNode& node = graph.nodes()[i];
    bool fits = name_key(node.label).ends_with(" " + key);
    for (const std::string& form : graph.forms(static_cast<NodeId>(i))) fits = fits || name_key(form).ends_with(" " + key);
    if (fits) found.push_back(static_cast<NodeId>(i));
  }
  if (found.size() > 1) found.clear();
  return found;
}

}  // namespace

NodeSearch find_node(const Graph& graph, std::string_view name) {
  NodeSearch search;
  const std::string key = name_key(name);
  for (std::size_t i = 0; i < graph.nodes().size(); ++i) {
    const GraphNode& node = graph.nodes()[i];
    if (node.id == name || node.label == name || (!key.empty() && has_name(graph, static_cast<NodeId>(i), key))) {
      search.found.push_back(static_cast<NodeId>(i));
    }
  }
  if (search.found.empty() && !key.empty()) search.found = called_for_short(graph, key);
  if (search.found.empty() && !key.empty()) search.suggestions = suggestions(graph, key);
  return search;
}

EdgeSearch find_edges(const Graph& graph, std::string_view a, std::string_view b) {
  EdgeSearch search{find_node(graph, a), find_node(graph, b), {}};
  std::set<EdgeId> found;
  for (const NodeId first : search.a.found) {
    for (const NodeId second : search.b.found) found.insert(graph.edge_between(first, second));
  }
  found.erase(EdgeId::none);
  search.found.assign(found.begin(), found.end());
  return search;
}

}  // namespace liaison
