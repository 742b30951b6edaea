#include "network/group_sets.h"

#include <algorithm>
#include <numeric>

namespace liaison {

GroupSets::GroupSets(Grouping& grouping) : grouping_(grouping) {
  parent_.resize(grouping.groups.size());
  std::iota(parent_.begin(), parent_.end(), 0u);
  joined_.resize(parent_.size());
}

std::uint32_t GroupSets::root(std::uint32_t group) {
  while (parent_[group] != group) group = parent_[group] = parent_[parent_[group]];
  return group;
}

std::vector<std::uint32_t> GroupSets::groups_of(std::uint32_t root) const {
  return joined_[root].empty() ? std::vector{root} : joined_[root];
}

std::vector<std::uint32_t> GroupSets::join(std::uint32_t from, std::uint32_t to, std::string reason) {
  std::uint32_t a = root(from), b = root(to);
  if (a == b) return {};
  if (grouping_.groups[b].is_single && !grouping_.groups[a].is_single) std::swap(a, b);
  parent_[a] = b;
  std::vector<std::uint32_t> moved = groups_of(a);
  if (joined_[b].empty()) joined_[b].push_back(b);
  joined_[b].insert(joined_[b].end(), moved.begin(), moved.end());
  joined_[a].clear();
  grouping_.joins.push_back({from, to, std::move(reason)});
  return moved;
}

void GroupSets::add_group() {
  parent_.push_back(static_cast<std::uint32_t>(parent_.size()));
  joined_.emplace_back();
}

/// Members stand in order of the documents.
bool GroupSets::share_document(std::uint32_t a, std::uint32_t b) const {
  const auto &first = grouping_.groups[a].members, &second = grouping_.groups[b].members;
  for (std::size_t i = 0, j = 0; i < first.size() && j < second.size();) {
    if (first[i].document == second[j].document) return true;
    first[i].document < second[j].document ? ++i : ++j;
  }
  return false;
}

bool GroupSets::are_different(std::uint32_t a, std::uint32_t b) {
  a = root(a);
  b = root(b);
  return std::any_of(different_.begin(), different_.end(), [&](const auto& pair) {
    const std::uint32_t first = root(pair.first), second = root(pair.second);
    return (first == a && second == b) || (first == b && second == a);
  });
}

}  // namespace liaison
