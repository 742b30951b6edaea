// The names, roles and reasons of the nodes of a graph.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "network/entity_groups.h"
#include "network/graph_contents.h"

namespace liaison {

/// A text and how often it was seen.
using Counted = std::pair<std::string_view, std::size_t>;

/// One text for each key that `key_of` makes of a text, its commonest; the commonest keys first, equal ones by text.
std::vector<std::string> commonest(const std::vector<Counted>& texts, std::string (*key_of)(std::string_view));

/// Makes the nodes of the roots that are used, by type and name; which node each root became.
std::vector<NodeId> make_nodes(const Grouping& grouping, const std::vector<bool>& used, std::vector<GraphNode>& nodes);

/// All names of a node, and all roles; a role without its body only where no document tells it with one.
std::vector<std::string> node_forms(const Graph::Contents& contents, NodeId node);
std::vector<std::string> node_roles(const Graph::Contents& contents, NodeId node);

/// A reason for each member of a group but the first, and for each join.
std::vector<MergeReason> merge_reasons(const Grouping& grouping, const std::vector<NodeId>& node_of_group);

/// Pairs of nodes that may be one, each once, with the best that speaks for it.
std::vector<MaybeSame> maybe_same(const Grouping& grouping, const std::vector<NodeId>& node_of_group);

}  // namespace liaison
