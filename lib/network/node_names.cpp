#include "network/node_names.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <unordered_map>

#include "network/name_key.h"

namespace liaison {
namespace {

/// People first, then bodies, then places, then whatever else there is.
std::pair<int, std::string_view> type_order(std::string_view type) {
  constexpr std::array<std::string_view, 4> kOrder = {"PERSON", "ORG", "GPE", "LOC"};
  return {static_cast<int>(std::find(kOrder.begin(), kOrder.end(), type) - kOrder.begin()), type};
}

/// The groups that were joined to one root, the root first.
using Joined = std::vector<std::uint32_t>;

GraphNode make_node(const Grouping& grouping, const Joined& groups) {
  GraphNode node;
  node.type = grouping.type(grouping.groups[groups.front()]);
  Tally forms, known, names;
  std::vector<std::uint32_t> documents;
  for (const std::uint32_t group : groups) {
    for (const Member& member : grouping.groups[group].members) {
      const FactEntity& entity = grouping.entity(member);
      documents.push_back(member.document);
      for (const std::string& form : entity.forms) forms.add(on_one_line(form), form);
      if (group != groups.front()) continue;
      const std::string& label = entity.known_as.empty() ? entity.name : entity.known_as;
      (entity.known_as.empty() ? names : known).add(on_one_line(label), label);
    }
  }
  const auto by_hand = grouping.labels.find(groups.front());
  node.label = by_hand != grouping.labels.end() ? by_hand->second : (known.empty() ? names : known).sorted().front();
  node.forms = forms.sorted();
  node.forms.erase(std::unique(node.forms.begin(), node.forms.end()), node.forms.end());
  std::sort(documents.begin(), documents.end());
  const auto same_id = [&](std::uint32_t a, std::uint32_t b) { return grouping.documents[a]->id == grouping.documents[b]->id; };
  documents.erase(std::unique(documents.begin(), documents.end(), same_id), documents.end());
  node.documents = static_cast<std::uint32_t>(documents.size());
  return node;
}

/// The bodies in which a person holds roles now, in one document: their names by their keys, of which each body has
/// one of its name and one of its canonical name.
using Bodies = std::map<std::string, std::string>;

Bodies bodies_of(const Grouping& grouping, const Member& member) {
  const DocumentFacts& facts = grouping.facts(member);
  Bodies bodies;
  for (const FactHold& hold : facts.holds) {
    if (hold.org.empty() || hold.when != "current" || hold.person != grouping.entity(member).id) continue;
    const std::uint32_t place = entity_place(facts, hold.org);
    if (place == facts.entities.size()) continue;
    const FactEntity& body = facts.entities[place];
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

std::string same_name(const FactEntity& first, const FactEntity& other) {
  if (first.name == other.name) return "the same name \"" + other.name + '"';
  if (first.known_as.empty() || other.known_as.empty()) {
    return '"' + first.name + "\" and \"" + other.name + "\" are one name";
  }
  return '"' + first.name + "\" and \"" + other.name + "\" are both known as \"" + other.known_as + '"';
}

MergeReason reason(const Grouping& grouping, NodeId node, const Member& a, const Member& b, std::string text) {
  const FactEntity &first = grouping.entity(a), &second = grouping.entity(b);
  return {node, grouping.facts(a).id, first.id, grouping.facts(b).id, second.id, first.name, second.name, std::move(text)};
}

void add_reasons(const Grouping& grouping, NodeId node, const EntityGroup& group, std::vector<MergeReason>& out) {
  if (group.members.size() < 2) return;
  const Member& first = group.members.front();
  const bool is_person = grouping.type(group) == "PERSON";
  const Bodies bodies = is_person ? bodies_of(grouping, first) : Bodies();
  for (std::size_t i = 1; i < group.members.size(); ++i) {
    const Member& other = group.members[i];
    std::string text = same_name(grouping.entity(first), grouping.entity(other));
    if (is_person) text += doubt(bodies, bodies_of(grouping, other));
    out.push_back(reason(grouping, node, first, other, std::move(text)));
  }
}

}  // namespace

void Tally::add(std::string text, std::string key) {
  auto& spellings = counts_[std::move(key)];
  ++spellings[std::move(text)];
}

std::vector<std::string> Tally::sorted() const {
  std::vector<std::pair<std::size_t, const std::string*>> all;
  for (const auto& [key, spellings] : counts_) {
    std::size_t total = 0;
    const auto more = [](const auto& a, const auto& b) { return a.second < b.second; };
    for (const auto& [text, count] : spellings) total += count;
    all.emplace_back(total, &std::max_element(spellings.begin(), spellings.end(), more)->first);
  }
  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : *a.second < *b.second;
  });
  std::vector<std::string> out;
  for (const auto& [count, text] : all) out.push_back(*text);
  return out;
}

std::vector<NodeId> make_nodes(const Grouping& grouping, const std::vector<bool>& used, std::vector<GraphNode>& nodes) {
  std::unordered_map<std::uint32_t, Joined> joined;   // of roots that have others
  std::vector<std::uint32_t> roots;
  for (std::uint32_t i = 0; i < grouping.groups.size(); ++i) {
    const std::uint32_t root = grouping.root[i];
    if (!used[root] || grouping.dropped[root]) continue;
    if (root == i) roots.push_back(i);
    else joined[root].push_back(i);
  }
  const auto order = [&](std::uint32_t at) {
    const EntityGroup& group = grouping.groups[at];
    return std::tuple(type_order(grouping.type(group)), grouping.key(group), at);
  };
  std::sort(roots.begin(), roots.end(), [&](std::uint32_t a, std::uint32_t b) { return order(a) < order(b); });
  std::vector<NodeId> node_of_root(grouping.groups.size(), NodeId::none);
  for (const std::uint32_t root : roots) {
    Joined groups{root};
    if (const auto more = joined.find(root); more != joined.end()) {
      groups.insert(groups.end(), more->second.begin(), more->second.end());
    }
    node_of_root[root] = static_cast<NodeId>(nodes.size());
    nodes.push_back(make_node(grouping, groups));
    nodes.back().id = "n" + std::to_string(nodes.size());
  }
  return node_of_root;
}

void name_roles(Graph::Contents& contents) {
  std::unordered_map<std::uint32_t, Tally> tallies;
  for (const HoldRecord& record : contents.holds) {
    const FactHold& hold = contents.hold(record.telling);
    std::string text = hold.role;
    if (record.body != NodeId::none) text += ", " + contents.nodes[static_cast<std::size_t>(record.body)].label;
    if (hold.when != "current") text += " (" + hold.when + ')';
    std::string key = name_key(text);
    tallies[static_cast<std::uint32_t>(record.person)].add(std::move(text), std::move(key));
  }
  for (const auto& [node, tally] : tallies) contents.nodes[node].roles = tally.sorted();
}

std::vector<MergeReason> merge_reasons(const Grouping& grouping, const std::vector<NodeId>& node_of_group) {
  std::vector<MergeReason> out;
  for (std::size_t i = 0; i < grouping.groups.size(); ++i) {
    if (node_of_group[i] != NodeId::none) add_reasons(grouping, node_of_group[i], grouping.groups[i], out);
  }
  for (const Join& join : grouping.joins) {
    const NodeId node = node_of_group[join.from];
    if (node == NodeId::none) continue;
    const EntityGroup &to = grouping.groups[join.to], &from = grouping.groups[join.from];
    out.push_back(reason(grouping, node, to.members.front(), from.members.front(), join.reason));
  }
  std::stable_sort(out.begin(), out.end(), [](const MergeReason& a, const MergeReason& b) { return a.node < b.node; });
  return out;
}

std::vector<MaybeSame> maybe_same(const Grouping& grouping, const std::vector<NodeId>& node_of_group) {
  std::map<std::pair<NodeId, NodeId>, const std::string*> best;   // the first is the weightiest
  for (const Join& join : grouping.maybes) {
    const NodeId a = node_of_group[join.from], b = node_of_group[join.to];
    if (a != NodeId::none && b != NodeId::none && a != b) best.try_emplace(std::minmax(a, b), &join.reason);
  }
  std::vector<MaybeSame> out;
  for (const auto& [pair, text] : best) out.push_back({pair.first, pair.second, *text});
  return out;
}

}  // namespace liaison
