#include "network/entity_groups.h"

#include <algorithm>
#include <map>
#include <set>

#include "network/group_joiner.h"
#include "network/name_key.h"

namespace liaison {
namespace {

std::string place_of(const Member& member) { return member.facts->id + '#' + member.entity->id; }

/// People first, then bodies, then places, then whatever else there is.
std::pair<int, std::string> type_order(const std::string& type) {
  static const std::vector<std::string> order = {"PERSON", "ORG", "GPE", "LOC"};
  return {static_cast<int>(std::find(order.begin(), order.end(), type) - order.begin()), type};
}

/// A person of a single name that no gazetteer knows may be anybody of that name.
bool is_ambiguous(const Member& member) {
  return member.type == "PERSON" && member.entity->known_as.empty() && is_single(member.key);
}

/// The members of all documents, and the groups that they begin as.
class Beginner {
 public:
  Beginner(const Network& network, const Corrections& corrections) : network_(network) {
    for (const auto& pair : corrections.type) types_[name_key(pair.a)] = pair.b;
    for (const auto& pair : corrections.different) {
      for (const std::string& name : {pair.a, pair.b}) {
        if (name.find('#') != std::string::npos) apart_.insert(name);
      }
    }
  }

  Grouping begin() {
    Grouping grouping;
    for (const auto& [key, facts] : network_.documents()) {
      const auto number = static_cast<std::uint32_t>(grouping.documents.size());
      grouping.documents.push_back(&facts);
      for (const FactEntity& entity : facts.entities) add({number, &facts, &entity, entity.type, {}});
    }
    for (auto& [order, group] : groups_) grouping.groups.push_back(std::move(group));
    return grouping;
  }

 private:
  void add(Member member) {
    const FactEntity& entity = *member.entity;
    if (entity.forms.empty() && entity.known_as.empty()) return;
    member.key = name_key(entity.known_as.empty() ? entity.name : entity.known_as);
    if (member.key.empty()) return;
    if (const auto found = types_.find(member.key); found != types_.end()) member.type = found->second;
    const std::string place = place_of(member);
    std::pair<std::uint32_t, std::string> owner;   // sets apart what must not begin as one
    if (apart_.count(place)) owner = {member.document + 1, place};
    else if (is_ambiguous(member)) owner = {first_of_text(member) + 1, entity.id};
    EntityGroup& group = groups_[{type_order(member.type), member.key, owner}];
    group.type = member.type;
    group.key = member.key;
    group.members.push_back(std::move(member));
  }

  /// The first document of the same text: who is meant in a reprint is who was meant before.
  std::uint32_t first_of_text(const Member& member) {
    const std::string& text = member.facts->made.text;
    return text.empty() ? member.document : texts_.emplace(text, member.document).first->second;
  }

  using Order = std::tuple<std::pair<int, std::string>, std::string, std::pair<std::uint32_t, std::string>>;

  const Network& network_;
  std::unordered_map<std::string, std::string> types_;
  std::unordered_map<std::string, std::uint32_t> texts_;   // by their hash, the first document of each
  std::set<std::string> apart_;
  std::map<Order, EntityGroup> groups_;
};

}  // namespace

GroupIndex::GroupIndex(const std::vector<EntityGroup>& groups) {
  for (std::size_t i = 0; i < groups.size(); ++i) {
    add(keys_, groups[i].key, i);
    for (const Member& member : groups[i].members) {
      add(places_, place_of(member), i);
      add(keys_, name_key(member.entity->name), i);
      for (const std::string& form : member.entity->forms) add(forms_, name_key(form), i);
    }
  }
}

void GroupIndex::add(Index& index, const std::string& key, std::size_t group) {
  auto& found = index[key];
  if (found.empty() || found.back() != group) found.push_back(group);
}

std::vector<std::size_t> GroupIndex::find(std::string_view name) const {
  if (const auto found = places_.find(std::string(name)); found != places_.end()) return found->second;
  const std::string key = name_key(name);
  for (const Index* index : {&keys_, &forms_}) {
    if (const auto found = index->find(key); found != index->end()) return found->second;
  }
  return {};
}

Grouping group_entities(const Network& network, const Corrections& corrections) {
  Grouping grouping = Beginner(network, corrections).begin();
  GroupJoiner joiner(grouping, corrections);
  joiner.join_corrected();
  joiner.join_forms();
  joiner.join_single_names();
  joiner.apply_names_and_drops();
  joiner.finish();
  return grouping;
}

}  // namespace liaison
