// How far the names of two groups of entities speak for one bearer.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "network/entity_groups.h"
#include "network/name_variants.h"

namespace liaison {

/// Cuts up each name once, when it is asked for. Requires that the grouping outlives it.
class GroupNames {
 public:
  GroupNames(const Grouping& grouping, const ResolveOptions& options);

  const PersonName& person(std::uint32_t group);
  const BodyName& body(std::uint32_t group);
  /// Nothing for groups of different types.
  NameMatch match(std::uint32_t a, std::uint32_t b);
  /// True of two full names that are told apart by a part of them, and of bodies of two countries.
  bool contradict(std::uint32_t a, std::uint32_t b);
  /// True of two full names that cannot be those of one.
  bool are_unlike(std::uint32_t a, std::uint32_t b);
  bool is_full_person(const EntityGroup& group) const { return is_person(group) && !group.is_single; }
  bool is_person(const EntityGroup& group) const { return grouping_.type(group) == "PERSON"; }
  NameVariants& variants() { return variants_; }
  const NameVariants& variants() const { return variants_; }

 private:
  const Grouping& grouping_;
  NameVariants variants_;
  std::vector<std::unique_ptr<PersonName>> people_;   // of each key that was asked for
  std::vector<std::unique_ptr<BodyName>> bodies_;
};

}  // namespace liaison
