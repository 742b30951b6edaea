// What speaks for two groups of entities being one, and against it, beside their names.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "network/entity_groups.h"
#include "network/group_names.h"

namespace liaison {

/// What the documents say of an entity, as sorted numbers unless said otherwise: of groups, of names of people of a single name, of keys.
struct Ties {
  std::vector<std::uint32_t> bodies;       ///< in which he holds a role, or whose people hold one in it
  std::vector<std::uint32_t> companions;   ///< in events: people and bodies
  std::vector<std::uint32_t> roles;        ///< keys of the heads of roles
  std::vector<std::uint32_t> beside;       ///< all that is named in the same documents, each once, in any order: 1 + group
  std::string_view first, last;            ///< dates of the documents
};

/// Collects ties when they are asked for and keeps them. Requires that grouping, digests and names outlive it.
class GroupEvidence {
 public:
  /// `root` tells what a group was joined with so far.
  GroupEvidence(Grouping& grouping, const Digests& digests, const GroupNames& names,
                std::function<std::uint32_t(std::uint32_t)> root);

  const Ties& ties(std::uint32_t group);
  Ties ties(std::span<const Member> members);
  /// What two have in common, 0 to 100, less what sets them apart; `told` is added to in words.
  int weigh(const Ties& a, const Ties& b, std::string* told = nullptr);
  /// True if they have a body or a companion in common.
  static bool share_strong(const Ties& a, const Ties& b);
  /// True if both hold roles in bodies, and neither these nor the roles nor anything rare beside them is the same.
  bool exclude(const Ties& a, const Ties& b);
  /// Forgets what was collected, as after bodies were joined.
  void clear() { ties_.clear(); }
  /// Notes what each group is joined with now, for what is named beside others.
  void note_roots();
  /// The same of a group that was taken out of another since.
  void note_root(std::uint32_t group);
  /// Is told of each group that gets another root.
  void was_joined(std::uint32_t group) { joined_.push_back(group); }

 private:
  void add(const Member& member, Ties& ties);
  void add_beside(std::uint32_t document, std::uint32_t self, std::vector<std::uint32_t>& out);
  int common_context(const Ties& a, const Ties& b);
  /// A mark that no group bears yet.
  std::uint32_t new_mark();
  std::uint32_t number_of(std::uint32_t group) const;
  std::uint32_t key_of_role(std::uint32_t role);
  std::string label(std::uint32_t number) const;

  Grouping& grouping_;
  const Digests& digests_;
  const GroupNames& names_;
  std::function<std::uint32_t(std::uint32_t)> root_;
  std::unordered_map<std::uint32_t, Ties> ties_;
  std::vector<bool> is_party_;             // of each type: people and bodies
  std::vector<std::uint32_t> key_of_role_;  // of each role; kNone where it was not asked for
  std::vector<std::uint32_t> beside_;       // of each entity: 1 + its root, or 0 for people of a single name
  std::vector<std::uint32_t> joined_;       // since roots were noted
  std::vector<std::uint32_t> marks_;        // of each group, by 1 + its number
  std::uint32_t mark_ = 0;
};

}  // namespace liaison
