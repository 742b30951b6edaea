// Which entities of all documents are one: the first half of resolving a network.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "liaison/network.h"

namespace liaison {

/// One entity of one document.
struct Member {
  std::uint32_t document = 0;   ///< its number in the order of the network
  const DocumentFacts* facts = nullptr;
  const FactEntity* entity = nullptr;
  std::string type;             ///< as corrected
  std::string key;              ///< `name_key` of the canonical name, or else of the name
};

/// Entities that are one. Groups begin as the members of one type and key, and are then joined.
struct EntityGroup {
  std::vector<Member> members;      ///< in order of the documents
  std::string type, key;
  std::string label;                ///< empty until a correction names it
  bool dropped = false;
};

/// Why one group was joined with another.
struct Join {
  std::size_t from = 0, to = 0;
  std::string reason;
};

/// The members of a network, grouped.
struct Grouping {
  std::vector<const DocumentFacts*> documents;
  std::vector<EntityGroup> groups;                  ///< as they began, by type, key and first member
  std::vector<std::size_t> root;                    ///< of each group, the group that it was joined with or itself
  std::vector<Join> joins;
};

/// Groups the entities of a network; see `resolve` for the rules. Keeps pointers into the network.
Grouping group_entities(const Network& network, const Corrections& corrections);

/// Groups that a reader means by a name: those of the same key, or else those that have it among their forms; or
/// the group of `document#entity`.
class GroupIndex {
 public:
  explicit GroupIndex(const std::vector<EntityGroup>& groups);
  std::vector<std::size_t> find(std::string_view name) const;

 private:
  using Index = std::unordered_map<std::string, std::vector<std::size_t>>;
  static void add(Index& index, const std::string& key, std::size_t group);

  Index keys_, forms_, places_;
};

}  // namespace liaison
