// Finds the pairs of groups of entities whose names may be those of one.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "network/group_names.h"
#include "network/group_sets.h"
#include "network/name_blocks.h"

namespace liaison {

/// Two groups whose names may be those of one.
struct MergeCandidate {
  enum class Why : std::uint8_t { variant, form, only_form, full_name, only_full_name, single_name, national };
  std::uint32_t from = 0, to = 0;   ///< the name of `to` is kept
  int weight = 0;
  Why why = Why::variant;
  std::string_view variant;         ///< what the variants say
  bool is_common_surname = false;   ///< people of other names have it too

  /// It rests on a name that many may bear.
  bool is_by_single_name() const { return why == Why::full_name || why == Why::only_full_name || why == Why::single_name; }
};

using MergeCandidates = std::vector<MergeCandidate>;

/// Weighs names alone. Requires that all that it is given outlives it.
class CandidateFinder {
 public:
  CandidateFinder(Grouping& grouping, GroupSets& sets, GroupNames& names, const ResolveOptions& options)
      : grouping_(grouping), sets_(sets), names_(names), options_(options) {}

  /// Bodies of one name that each country has, of which it is not told whose they are.
  MergeCandidates national_bodies();
  /// Organisations and places, by variants of their names.
  MergeCandidates body_variants();
  /// A body whose name is a form of one other: "Samsung Electronics" of "Samsung Electronics Co".
  MergeCandidates short_forms();
  /// People, by variants of their full names.
  MergeCandidates people_variants();
  /// A single name and the full names that it may stand for, and single names that are the same.
  MergeCandidates single_names();

 private:
  using Name = std::pair<std::uint32_t, std::uint32_t>;   // a key and a group that goes by it
  using Names = std::vector<Name>;

  bool is_considered(const EntityGroup& group) const { return options_.all_nodes || group.is_used; }
  void weigh_surnames(std::span<const std::uint32_t> people, MergeCandidates& out);
  void add_alike_singles(MergeCandidates& out);
  template <class Wanted>
  void add_other_names(const std::vector<bool>& keys, const Wanted& wanted, Names& out);
  static std::span<const Name> of_key(const Names& names, std::uint32_t key);
  std::size_t count_roots(std::span<const Name> names, std::uint32_t beside);
  std::uint32_t last_word_key(std::string_view name);
  void compare_blocks(const NameBlocks& blocks, MergeCandidates& out);

  Grouping& grouping_;
  GroupSets& sets_;
  GroupNames& names_;
  const ResolveOptions& options_;
  std::vector<std::uint32_t> key_of_form_;   // of each name; kUnknown where it was not asked for
};

}  // namespace liaison
