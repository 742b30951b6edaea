// Questions to a graph: who stands near whom, by which chain, who stands in the middle, what is new.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "liaison/graph.h"

namespace [[gnu::visibility("default")]] liaison {

/// Which edges a question is about. Empty lists and dates ask for nothing.
struct EdgeFilter {
  std::vector<std::string> kinds;      ///< meeting, contact, cooperation, role …
  std::vector<std::string> statuses;   ///< occurred, planned, possible, denied; of roles current, former, incoming
  std::uint32_t min_sources = 0;       ///< independent sources of what occurred (or of the role)
  std::string since, until;            ///< ISO 8601; some document that tells of it is as late and as early

  bool empty() const {
    return kinds.empty() && statuses.empty() && min_sources == 0 && since.empty() && until.empty();
  }
};

/// True if the edge, as its columns have it, is asked for. A day, month or year of `until` is the whole of it.
bool fits(const Graph& graph, const GraphEdge& edge, const EdgeFilter& filter);

/// True if the date lies between the two, which may be empty; false for an empty date where one of them is not.
bool lies_between(std::string_view date, std::string_view since, std::string_view until);

/// The edges that fit, in order.
std::vector<EdgeId> fitting_edges(const Graph& graph, const EdgeFilter& filter);

/// The edges that fit and lie on a way of at most `depth` from one of the nodes, and those between the nodes so
/// reached. Linear in the edges of these.
std::vector<EdgeId> edges_around(const Graph& graph, const std::vector<NodeId>& nodes, std::size_t depth,
                                 const EdgeFilter& filter = {});

/// The edges, in order, of the shortest way from a node to another, over those that fit; of equally short ways the
/// one by nodes that stand first in the graph. Empty where there is none, or where both are the same.
std::vector<EdgeId> shortest_chain(const Graph& graph, NodeId from, NodeId to, const EdgeFilter& filter = {});

struct Connected {
  NodeId node = NodeId::none;
  std::size_t edges = 0;
  double weight = 0;                   ///< the sum of theirs
};

/// The nodes by how many edges that fit they have, the most connected first; of equals the greater weight.
std::vector<Connected> most_connected(const Graph& graph, const EdgeFilter& filter = {});

}  // namespace liaison
