#include "network/node_names.h"

#include <algorithm>
#include <map>
#include <unordered_set>

#include "network/name_key.h"

namespace liaison {
namespace {

using Counted = std::pair<std::size_t, std::string>;

/// The commonest first, equal ones by their text.
void sort_by_count(std::vector<Counted>& all) {
  std::sort(all.begin(), all.end(), [](const Counted& a, const Counted& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
}

/// Requires that there is one.
std::string commonest(const std::unordered_map<std::string, std::size_t>& counts) {
  std::vector<Counted> all;
  for (const auto& [text, count] : counts) all.emplace_back(count, text);
  sort_by_count(all);
  return all.front().second;
}

/// The canonical name, or else the name that most documents use.
std::string label_of(const EntityGroup& group) {
  if (!group.label.empty()) return group.label;
  std::unordered_map<std::string, std::size_t> known, names;
  for (const Member& member : group.members) {
    if (!member.entity->known_as.empty()) ++known[on_one_line(member.entity->known_as)];
    ++names[on_one_line(member.entity->name)];
  }
  return commonest(known.empty() ? names : known);
}

/// The bodies in which a person holds roles now, in one document: their names by their keys, of which each body has
/// one of its name and one of its canonical name.
using Bodies = std::map<std::string, std::string>;

Bodies bodies_of(const Member& member) {
  std::unordered_map<std::string, const FactEntity*> entities;
  for (const FactEntity& entity : member.facts->entities) entities.emplace(entity.id, &entity);
  Bodies bodies;
  for (const FactHold& hold : member.facts->holds) {
    const auto found = entities.find(hold.org);
    if (hold.person != member.entity->id || hold.when != "current" || found == entities.end()) continue;
    const FactEntity& body = *found->second;
    bodies.emplace(name_key(body.name), body.name);
    if (!body.known_as.empty()) bodies.emplace(name_key(body.known_as), body.name);
  }
  return bodies;
}

/// What a merge of one name leaves open: two people of one name may hold roles in different bodies.
std::string doubt(const Bodies& first, const Bodies& second) {
  if (first.empty() || second.empty()) return {};
  for (const auto& [key, body] : second) {
    if (first.count(key)) return {};
  }
  return ", though of different bodies: " + first.begin()->second + "; " + second.begin()->second;
}

std::string same_name(const Member& first, const Member& other) {
  if (first.entity->name == other.entity->name) return "the same name \"" + other.entity->name + '"';
  if (first.entity->known_as.empty() || other.entity->known_as.empty()) {
    return '"' + first.entity->name + "\" and \"" + other.entity->name + "\" are one name";
  }
  return '"' + first.entity->name + "\" and \"" + other.entity->name + "\" are both known as \"" +
         other.entity->known_as + '"';
}

MergeReason reason(NodeId node, const Member& a, const Member& b, std::string text) {
  return {node, a.facts->id, a.entity->id, b.facts->id, b.entity->id, std::move(text)};
}

void add_reasons(NodeId node, const EntityGroup& group, std::vector<MergeReason>& out) {
  if (group.members.size() < 2) return;
  const Member& first = group.members.front();
  const bool is_person = group.type == "PERSON";
  const Bodies bodies = is_person ? bodies_of(first) : Bodies();
  for (std::size_t i = 1; i < group.members.size(); ++i) {
    const Member& other = group.members[i];
    std::string text = same_name(first, other);
    if (is_person) text += doubt(bodies, bodies_of(other));
    out.push_back(reason(node, first, other, std::move(text)));
  }
}

}  // namespace

void Tally::add(const std::string& text, const std::string& key) {
  Count& count = counts_[key];
  ++count.total;
  ++count.spellings[text];
}

std::vector<std::string> Tally::sorted() const {
  std::vector<Counted> all;
  for (const auto& [key, count] : counts_) all.emplace_back(count.total, commonest(count.spellings));
  sort_by_count(all);
  std::vector<std::string> out;
  for (auto& [count, text] : all) out.push_back(std::move(text));
  return out;
}

GraphNode make_node(const std::vector<const EntityGroup*>& groups) {
  GraphNode node;
  node.label = label_of(*groups.front());
  node.type = groups.front()->type;
  Tally forms;
  std::unordered_set<std::string_view> documents;
  for (const EntityGroup* group : groups) {
    for (const Member& member : group->members) {
      documents.insert(member.facts->id);
      for (const std::string& form : member.entity->forms) {
        const std::string name = on_one_line(form);
        forms.add(name, name);
      }
    }
  }
  node.forms = forms.sorted();
  node.documents = static_cast<std::uint32_t>(documents.size());
  return node;
}

std::vector<MergeReason> merge_reasons(const Grouping& grouping, const std::vector<NodeId>& node_of_group) {
  std::vector<MergeReason> out;
  for (std::size_t i = 0; i < grouping.groups.size(); ++i) {
    if (node_of_group[i] != NodeId::none) add_reasons(node_of_group[i], grouping.groups[i], out);
  }
  for (const Join& join : grouping.joins) {
    const NodeId node = node_of_group[join.from];
    if (node == NodeId::none) continue;
    const Member &to = grouping.groups[join.to].members.front(), &from = grouping.groups[join.from].members.front();
    out.push_back(reason(node, to, from, join.reason));
  }
  std::stable_sort(out.begin(), out.end(), [](const MergeReason& a, const MergeReason& b) { return a.node < b.node; });
  return out;
}

}  // namespace liaison
