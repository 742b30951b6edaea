#include "liaison/graph.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "network/graph_contents.h"
#include "network/name_key.h"

namespace liaison {
namespace {

std::size_t index(NodeId id) { return static_cast<std::size_t>(id); }

bool has_name(const GraphNode& node, const std::string& key) {
  const auto matches = [&](const std::string& name) { return name_key(name) == key; };
  return matches(node.label) || std::any_of(node.forms.begin(), node.forms.end(), matches);
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
  for (const GraphNode& node : graph.nodes()) {
    std::size_t best = distance(name_key(node.label), asked);
    for (const std::string& form : node.forms) best = std::min(best, distance(name_key(form), asked));
    if (best != std::string::npos) near.emplace(best, node.label);
  }
  std::vector<std::string> out;
  for (const auto& [far, label] : near) {
    if (out.size() < kMost && std::find(out.begin(), out.end(), label) == out.end()) out.push_back(label);
  }
  return out;
}

}  // namespace

void Graph::Contents::connect() {
  std::vector<std::tuple<std::size_t, std::size_t, EdgeId>> ends;
  for (std::size_t i = 0; i < edges.size(); ++i) {
    const std::size_t a = index(edges[i].a), b = index(edges[i].b);
    ends.emplace_back(a, b, static_cast<EdgeId>(i));
    ends.emplace_back(b, a, static_cast<EdgeId>(i));
  }
  std::sort(ends.begin(), ends.end());
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  std::vector<EdgeNumber> numbers;
  for (const auto& [from, to, edge] : ends) {
    pairs.emplace_back(from, to);
    numbers.push_back({edge});
  }
  adjacency = Adjacency(boost::edges_are_sorted, pairs.begin(), pairs.end(), numbers.begin(), nodes.size());
}

Graph::Graph() : Graph(std::make_shared<const Contents>()) {}
Graph::Graph(std::shared_ptr<const Contents> contents) : contents_(std::move(contents)) {}

const std::vector<GraphNode>& Graph::nodes() const { return contents_->nodes; }
const std::vector<GraphEdge>& Graph::edges() const { return contents_->edges; }
const std::vector<GraphEvent>& Graph::events() const { return contents_->events; }
const std::vector<GraphHold>& Graph::holds() const { return contents_->holds; }
const std::vector<MergeReason>& Graph::merges() const { return contents_->merges; }

std::vector<EdgeId> Graph::edges_of(NodeId node) const {
  std::vector<EdgeId> out;
  const Adjacency& adjacency = contents_->adjacency;
  for (auto [edge, end] = boost::out_edges(index(node), adjacency); edge != end; ++edge) {
    out.push_back(adjacency[*edge].edge);
  }
  return out;
}

EdgeId Graph::edge_between(NodeId a, NodeId b) const {
  const std::pair wanted = std::minmax(a, b);
  const auto& all = contents_->edges;
  const auto found = std::lower_bound(all.begin(), all.end(), wanted, [](const GraphEdge& edge, const auto& pair) {
    return std::pair(edge.a, edge.b) < std::pair<NodeId, NodeId>(pair);
  });
  const bool is_there = found != all.end() && found->a == wanted.first && found->b == wanted.second;
  return is_there ? static_cast<EdgeId>(found - all.begin()) : EdgeId::none;
}

namespace {

/// The only node one of whose names ends with the word: "Musk" of "Elon Musk". None if there are several.
std::vector<NodeId> called_for_short(const Graph& graph, const std::string& key) {
  std::vector<NodeId> found;
  for (std::size_t i = 0; i < graph.nodes().size(); ++i) {
    const GraphNode& node = graph.nodes()[i];
    bool fits = name_key(node.label).ends_with(" " + key);
    for (const std::string& form : node.forms) fits = fits || name_key(form).ends_with(" " + key);
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
    if (node.id == name || node.label == name || (!key.empty() && has_name(node, key))) {
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
