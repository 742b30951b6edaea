// Finds the events that join the same, without comparing all with all.
#pragma once

#include <cstdint>
#include <map>
#include <tuple>
#include <utility>
#include <vector>

#include "liaison/analysis.h"

namespace liaison {

/// Pairs of entities, the lower one first; sorted, and each once.
using Pairs = std::vector<std::pair<EntityId, EntityId>>;

/// The pairs that an event joins, across its sides or among all. Quadratic in its participants.
Pairs pairs_of(const Event& event);

/// True if one of two sets of pairs holds all of the other. Linear in both.
bool one_holds_other(const Pairs& a, const Pairs& b);

/// Events by the pairs that they join.
class SharedPairs {
 public:
  /// How many events of one pair, kind and status are kept, the first ones; an article has a tenth of that.
  static constexpr std::size_t kMostEvents = 64;

  /// Adds an event, told by its number, or pairs that it has won.
  void add(Symbol kind, Symbol status, const Pairs& pairs, std::uint32_t event);
  /// Replaces `out` by the events of the kind and status that have one of the pairs, in order of their numbers.
  void find(Symbol kind, Symbol status, const Pairs& pairs, std::vector<std::uint32_t>& out) const;

 private:
  using Key = std::tuple<std::uint16_t, std::uint16_t, std::pair<EntityId, EntityId>>;
  std::map<Key, std::vector<std::uint32_t>> events_;
};

}  // namespace liaison
