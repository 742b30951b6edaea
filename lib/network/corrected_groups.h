// What corrections say of groups of entities: which are the same, which are not, their names, and who is dropped.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "network/entity_groups.h"
#include "network/group_sets.h"

namespace liaison {

/// Requires that grouping, sets and corrections outlive it. What hits nothing is told in `Grouping::idle`.
class CorrectedGroups {
 public:
  CorrectedGroups(Grouping& grouping, GroupSets& sets, const Corrections& corrections)
      : grouping_(grouping), sets_(sets), corrections_(corrections) {}

  /// Keeps apart what corrections call different, as the groups are now; they may be others later.
  void keep_apart();
  /// Joins what they call the same.
  void join_same();
  /// Fills in `labels` and `dropped`.
  void apply_names_and_drops();

 private:
  std::string keep_alike(const Corrections::Line& pair, std::vector<std::uint32_t>& from, std::vector<std::uint32_t>& to) const;
  void tell_idle(std::string text, const Corrections::Line& line, const std::string& missing);

  Grouping& grouping_;
  GroupSets& sets_;
  const Corrections& corrections_;
};

}  // namespace liaison
