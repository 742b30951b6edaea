// The names, roles and reasons of the nodes of a graph.
#pragma once

#include <string>
#include <vector>

#include "network/entity_groups.h"

namespace liaison {

/// Texts and how often each was seen, in how many spellings that fold alike.
class Tally {
 public:
  void add(const std::string& text, const std::string& key);
  /// One text for each key, its commonest; the commonest keys first, equal ones by their text.
  std::vector<std::string> sorted() const;

 private:
  struct Count {
    std::size_t total = 0;
    std::unordered_map<std::string, std::size_t> spellings;
  };
  std::unordered_map<std::string, Count> counts_;
};

/// The node of a group: label, type, forms and documents. `groups` are those that were joined, the one that gives
/// the name first.
GraphNode make_node(const std::vector<const EntityGroup*>& groups);

/// A reason for each member of a group but the first, and for each join.
std::vector<MergeReason> merge_reasons(const Grouping& grouping, const std::vector<NodeId>& node_of_group);

}  // namespace liaison
