// What a Graph holds: its parts, and which node is joined to which.
#pragma once

#include <vector>

#include <boost/graph/compressed_sparse_row_graph.hpp>

#include "liaison/graph.h"

namespace liaison {

struct EdgeNumber {
  EdgeId edge = EdgeId::none;
};

/// Every undirected edge stands twice, once from each of its ends.
using Adjacency = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, EdgeNumber>;

struct Graph::Contents {
  std::vector<GraphNode> nodes;
  std::vector<GraphEdge> edges;
  std::vector<GraphEvent> events;
  std::vector<GraphHold> holds;
  std::vector<MergeReason> merges;
  Adjacency adjacency;

  /// Builds `adjacency` from nodes and edges.
  void connect();
};

}  // namespace liaison
