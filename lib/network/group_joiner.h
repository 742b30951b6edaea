// Joins the groups of entities that are one though their names differ, or that corrections say are one.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "network/entity_groups.h"

namespace liaison {

/// Joins groups in the order of its methods. Every method goes through the groups in their order, so that equal
/// networks are joined alike. Requires that the grouping and the corrections outlive it.
class GroupJoiner {
 public:
  GroupJoiner(Grouping& grouping, const Corrections& corrections);

  /// What the corrections call the same.
  void join_corrected();
  /// A name that is a form of one other entity of its type: "Samsung Electronics" of "Samsung Electronics Co".
  /// One of a single word also has to share a body or a companion with it.
  void join_forms();
  /// People of a single name: with each other, and with the only full name that may stand for them, where they
  /// share a body or a companion.
  void join_single_names();
  void apply_names_and_drops();
  /// Fills in the roots.
  void finish();

 private:
  /// A body or a companion, as its type and key.
  using Ties = std::set<std::string>;
  using FullNames = std::unordered_map<std::string, std::vector<std::size_t>>;

  std::size_t root(std::size_t group);
  bool may_join(std::size_t a, std::size_t b);
  bool share_document(std::size_t a, std::size_t b);
  bool are_different(std::size_t a, std::size_t b);
  void join(std::size_t from, std::size_t to, std::string reason);

  const Ties& ties_of(std::size_t group) const;
  void add_ties(const Member& member, Ties& ties) const;
  std::string tie(const DocumentFacts& facts, const std::string& entity) const;
  std::optional<std::string> shared(std::size_t a, std::size_t b) const;
  std::optional<std::size_t> only(const std::vector<std::size_t>& groups, std::size_t but);
  FullNames find_full_names() const;
  void join_with_full_name(std::size_t group, const std::vector<std::size_t>& full_names);

  Grouping& grouping_;
  const Corrections& corrections_;
  GroupIndex index_;
  std::vector<std::size_t> parent_;
  std::vector<std::set<std::uint32_t>> documents_;   // of each root
  std::vector<std::pair<std::size_t, std::size_t>> different_;
  mutable std::unordered_map<std::size_t, Ties> ties_;
};

}  // namespace liaison
