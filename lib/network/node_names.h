// The names, roles and reasons of the nodes of a graph.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "network/entity_groups.h"
#include "network/graph_contents.h"

namespace liaison {

/// Texts and how often each was seen, in how many spellings that fold alike.
class Tally {
 public:
  void add(std::string text, std::string key);
  /// One text for each key, its commonest; the commonest keys first, equal ones by their text.
  std::vector<std::string> sorted() const;
  bool empty() const { return counts_.empty(); }

 private:
  std::map<std::string, std::map<std::string, std::size_t>> counts_;
};

/// Makes the nodes of the roots that are used, by type and name; which node each root became.
std::vector<NodeId> make_nodes(const Grouping& grouping, const std::vector<bool>& used, std::vector<GraphNode>& nodes);

/// Fills the roles of the nodes from the holds.
void name_roles(Graph::Contents& contents);

/// A reason for each member of a group but the first, and for each join.
std::vector<MergeReason> merge_reasons(const Grouping& grouping, const std::vector<NodeId>& node_of_group);

/// Pairs of nodes that may be one, each once, with the best that speaks for it.
std::vector<MaybeSame> maybe_same(const Grouping& grouping, const std::vector<NodeId>& node_of_group);

}  // namespace liaison
