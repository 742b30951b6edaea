#include "liaison/query.h"

#include <algorithm>
#include <limits>

namespace liaison {
namespace {

std::size_t index(NodeId id) { return static_cast<std::size_t>(id); }

bool is_in(const std::vector<std::string>& all, std::string_view one) {
  return all.empty() || std::find(all.begin(), all.end(), one) != all.end();
}

bool told_between(const Graph& graph, const GraphEdge& edge, const EdgeFilter& filter) {
  if (filter.since.empty() && filter.until.empty()) return true;
  const auto lies = [&](const Telling& telling) {
    return lies_between(telling.document->date, filter.since, filter.until);
  };
  for (const EventId id : edge.events) {
    const GraphEvent event = graph.at(id);
    if (std::any_of(event.tellings.begin(), event.tellings.end(), lies)) return true;
  }
  return std::any_of(edge.holds.begin(), edge.holds.end(), [&](HoldId id) { return lies(graph.at(id).telling); });
}

NodeId other_end(const Graph& graph, EdgeId id, NodeId node) {
  const auto [a, b] = graph.ends(id);
  return a == node ? b : a;
}

constexpr std::size_t kFar = std::numeric_limits<std::size_t>::max();

/// How far each node is from the nearest of some, over edges that fit; kFar beyond `depth`.
std::vector<std::size_t> distances(const Graph& graph, const std::vector<NodeId>& from, std::size_t depth,
                                   const EdgeFilter& filter) {
  std::vector<std::size_t> far(graph.nodes().size(), kFar);
  std::vector<NodeId> queue;
  for (const NodeId node : from) {
    if (far[index(node)] == 0) continue;
    far[index(node)] = 0;
    queue.push_back(node);
  }
  for (std::size_t at = 0; at < queue.size(); ++at) {
    const NodeId node = queue[at];
    if (far[index(node)] == depth) break;
    for (const EdgeId id : graph.edges_of(node)) {
      const NodeId next = other_end(graph, id, node);
      if (far[index(next)] != kFar || (!filter.empty() && !fits(graph, graph.at(id), filter))) continue;
      far[index(next)] = far[index(node)] + 1;
      queue.push_back(next);
    }
  }
  return far;
}

}  // namespace

bool lies_between(std::string_view date, std::string_view since, std::string_view until) {
  if (since.empty() && until.empty()) return true;
  if (date.empty() || (!since.empty() && date < since)) return false;
  return until.empty() || date.substr(0, until.size()) <= until;
}

bool fits(const Graph& graph, const GraphEdge& edge, const EdgeFilter& filter) {
  return is_in(filter.kinds, edge.kind) && is_in(filter.statuses, edge.status) &&
         edge.weight >= static_cast<double>(filter.min_sources) && told_between(graph, edge, filter);
}

std::vector<EdgeId> fitting_edges(const Graph& graph, const EdgeFilter& filter) {
  std::vector<EdgeId> out;
  for (std::size_t i = 0; i < graph.edges().size(); ++i) {
    if (filter.empty() || fits(graph, graph.edges()[i], filter)) out.push_back(static_cast<EdgeId>(i));
  }
  return out;
}

std::vector<EdgeId> edges_around(const Graph& graph, const std::vector<NodeId>& nodes, std::size_t depth,
                                 const EdgeFilter& filter) {
  const std::vector<std::size_t> far = distances(graph, nodes, depth, filter);
  std::vector<EdgeId> out;
  for (std::size_t i = 0; i < far.size(); ++i) {
    if (far[i] == kFar) continue;
    for (const EdgeId id : graph.edges_of(static_cast<NodeId>(i))) {
      const auto [a, b] = graph.ends(id);
      if (index(a) != i || far[index(b)] == kFar) continue;
      if (filter.empty() || fits(graph, graph.at(id), filter)) out.push_back(id);
    }
  }
  return out;
}

std::vector<EdgeId> shortest_chain(const Graph& graph, NodeId from, NodeId to, const EdgeFilter& filter) {
  const std::vector<std::size_t> far = distances(graph, {to}, kFar, filter);
  std::vector<EdgeId> chain;
  if (far[index(from)] == kFar) return chain;
  for (NodeId at = from; at != to;) {
    for (const EdgeId id : graph.edges_of(at)) {
      const NodeId next = other_end(graph, id, at);
      if (far[index(next)] + 1 != far[index(at)] || (!filter.empty() && !fits(graph, graph.at(id), filter))) continue;
      chain.push_back(id);
      at = next;
      break;
    }
  }
  return chain;
}

std::vector<Connected> most_connected(const Graph& graph, const EdgeFilter& filter) {
  std::vector<Connected> all(graph.nodes().size());
  for (std::size_t i = 0; i < all.size(); ++i) all[i].node = static_cast<NodeId>(i);
  for (const EdgeId id : fitting_edges(graph, filter)) {
    const GraphEdge edge = graph.at(id);
    for (const NodeId end : {edge.a, edge.b}) {
      ++all[index(end)].edges;
      all[index(end)].weight += edge.weight;
    }
  }
  std::erase_if(all, [](const Connected& one) { return one.edges == 0; });
  std::stable_sort(all.begin(), all.end(), [](const Connected& a, const Connected& b) {
    return a.edges != b.edges ? a.edges > b.edges : a.weight > b.weight;
  });
  return all;
}

}  // namespace liaison
