// Which groups of entities are one by now, and which never are.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "network/entity_groups.h"

namespace liaison {

/// Sets of groups. One group of each is its root, whose name it goes by. Requires that the grouping outlives it.
class GroupSets {
 public:
  explicit GroupSets(Grouping& grouping);

  std::uint32_t root(std::uint32_t group);
  /// The groups that are one with a root.
  std::vector<std::uint32_t> groups_of(std::uint32_t root) const;
  bool is_alone(std::uint32_t group) { return root(group) == group && joined_[group].empty(); }

  /// Joins the set of `from` with that of `to`, whose name it takes; a full name is not given up for a single one.
  /// The groups that have another root by it.
  std::vector<std::uint32_t> join(std::uint32_t from, std::uint32_t to, std::string reason);
  /// A group that was added to the grouping.
  void add_group();

  /// What one document calls two is not one.
  bool share_document(std::uint32_t a, std::uint32_t b) const;
  /// The sets of both are never one.
  void keep_apart(std::uint32_t a, std::uint32_t b) { different_.emplace_back(a, b); }
  void clear_different() { different_.clear(); }
  bool are_different(std::uint32_t a, std::uint32_t b);

 private:
  Grouping& grouping_;
  std::vector<std::uint32_t> parent_;
  std::vector<std::vector<std::uint32_t>> joined_;   // of each root: the groups in it, if there are several
  std::vector<std::pair<std::uint32_t, std::uint32_t>> different_;
};

}  // namespace liaison
