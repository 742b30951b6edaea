#include "network/node_names.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <set>
#include <span>
#include <tuple>
#include <unordered_map>

#include "network/name_key.h"
#include "network/text_order.h"

namespace liaison {
namespace {

/// People first, then bodies, then places, then whatever else there is.
std::pair<int, std::string_view> type_order(std::string_view type) {
  constexpr std::array<std::string_view, 4> kOrder = {"PERSON", "ORG", "GPE", "LOC"};
  return {static_cast<int>(std::find(kOrder.begin(), kOrder.end(), type) - kOrder.begin()), type};
}

/// Texts as they are counted; views of what outlives the count. Few different ones are looked through.
class Counts {
 public:
  void add(std::string_view text, std::size_t times = 1) {
    for (auto& [other, count] : few_) {
      if (other == text) return void(count += times);
    }
    if (few_.size() < kFew) few_.emplace_back(text, times);
    else many_[text] += times;
  }
  std::vector<Counted> all() const {
    std::vector<Counted> out(few_);
    out.insert(out.end(), many_.begin(), many_.end());
    return out;
  }

 private:
  static constexpr std::size_t kFew = 16;
  std::vector<Counted> few_;
  std::unordered_map<std::string_view, std::size_t> many_;
};

const std::string& name_of(const FactEntity& entity) { return entity.known_as.empty() ? entity.name : entity.known_as; }

/// The name of the group that names a node: the canonical one, or else that of most documents.
std::string label_of(const Grouping& grouping, const EntityGroup& group) {
  const std::string whose = group.realm == 0 || group.tells_realm ? "" : " (" + grouping.realms[group.realm] + ')';
  if (!group.has_spellings) return on_one_line(grouping.names[group.name]) + whose;
  Counts counts;
  for (const Member& member : group.members) {
    const FactEntity& entity = grouping.entity(member);
    if (group.is_known != entity.known_as.empty()) counts.add(group.is_known ? entity.known_as : entity.name);
  }
  return on_one_line(commonest(counts.all(), on_one_line).front()) + whose;
}

/// Adds the forms of the members of a group. The facts are looked at only where they write its name in several ways.
void add_forms(const Grouping& grouping, const EntityGroup& group, Counts& forms) {
  for (const Member& member : group.members) {
    const std::uint32_t number = grouping.number(member);
    if (grouping.goes_by_label[number]) {
      forms.add(group.has_spellings ? std::string_view(name_of(grouping.entity(member))) : grouping.names[group.name]);
    }
    for (const OtherForm& form : grouping.forms_of(member.document)) {
      if (form.entity == number) forms.add(grouping.form_names[form.name]);
    }
  }
}

/// The groups, names and texts of the nodes that come soon, one after the other, as each tells where the next lies.
void fetch_ahead(const Grouping& grouping, std::span<const std::uint32_t> roots) {
  const auto group = [&](std::size_t ahead) -> const EntityGroup& { return grouping.groups[roots[ahead]]; };
  if (roots.size() <= 12) return;
  __builtin_prefetch(&group(12));
  __builtin_prefetch(&grouping.names[group(8).name]);
  __builtin_prefetch(grouping.names[group(4).name].data());
  __builtin_prefetch(group(4).members.data());
}

/// How many documents name the members of some groups; versions of one count once.
std::uint32_t count_documents(const Grouping& grouping, std::span<const std::uint32_t> groups, std::vector<std::uint32_t>& ids) {
  ids.clear();
  for (const std::uint32_t group : groups) {
    for (const Member& member : grouping.groups[group].members) {
      const std::uint32_t id = grouping.id_number[member.document];
      if (ids.empty() || ids.back() != id) ids.push_back(id);
    }
  }
  if (groups.size() > 1) {
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  }
  return static_cast<std::uint32_t>(ids.size());
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

using HeldRole = std::tuple<std::uint32_t, NodeId, std::uint8_t>;   // role, body and when

/// The roles, by key and time, that some document tells with their body: told elsewhere without it, they say nothing more.
std::set<std::pair<std::string, std::uint8_t>> roles_with_body(const Graph::Contents& contents, std::span<const HeldRole> all) {
  std::set<std::pair<std::string, std::uint8_t>> out;
  const auto is_bare = [](const HeldRole& role) { return std::get<NodeId>(role) == NodeId::none; };
  if (std::none_of(all.begin(), all.end(), is_bare)) return out;
  for (const auto& [role, body, when] : all) {
    if (body != NodeId::none) out.emplace(name_key(contents.role_texts[role]), when);
  }
  return out;
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
    if (group.realm != 0) text += ", both of " + grouping.realms[group.realm];
    out.push_back(reason(grouping, node, first, other, std::move(text)));
  }
}

}  // namespace

std::vector<std::string> commonest(const std::vector<Counted>& texts, std::string (*key_of)(std::string_view)) {
  struct Best {
    std::string key;
    std::size_t total = 0;
    Counted text;
  };
  if (texts.size() == 1) return {std::string(texts.front().first)};
  std::vector<Best> all;
  for (const Counted& one : texts) all.push_back({key_of(one.first), one.second, one});
  std::sort(all.begin(), all.end(), [](const Best& a, const Best& b) {
    return std::tie(a.key, b.text.second, a.text.first) < std::tie(b.key, a.text.second, b.text.first);
  });
  std::size_t kept = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (kept > 0 && all[kept - 1].key == all[i].key) all[kept - 1].total += all[i].total;
    else if (kept++ != i) all[kept - 1] = std::move(all[i]);
  }
  all.resize(kept);
  std::sort(all.begin(), all.end(), [](const Best& a, const Best& b) {
    return a.total != b.total ? a.total > b.total : a.text.first < b.text.first;
  });
  std::vector<std::string> out;
  for (const Best& best : all) out.emplace_back(best.text.first);
  return out;
}

std::vector<NodeId> make_nodes(const Grouping& grouping, const std::vector<bool>& used, std::vector<GraphNode>& nodes) {
  const auto count = static_cast<std::uint32_t>(grouping.groups.size());
  std::vector<std::vector<std::uint32_t>> of_type(grouping.types.size());
  std::vector<std::pair<std::uint32_t, std::uint32_t>> joined;   // roots with the groups that were joined to them
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::uint32_t root = grouping.root[i];
    if (!used[root] || grouping.dropped[root]) continue;
    if (root == i) of_type[grouping.groups[i].type].push_back(i);
    else joined.emplace_back(root, i);
  }
  std::sort(joined.begin(), joined.end());
  std::vector<std::size_t> types(of_type.size());
  std::iota(types.begin(), types.end(), std::size_t{0});
  std::sort(types.begin(), types.end(), [&](std::size_t a, std::size_t b) { return type_order(grouping.types[a]) < type_order(grouping.types[b]); });
  const auto key_of = [&](std::uint32_t group) { return grouping.key(grouping.groups[group]); };
  TextOrder<decltype(key_of)> order(key_of);
  std::vector<NodeId> node_of_root(count, NodeId::none);
  std::vector<std::uint32_t> groups, ids;
  std::size_t total = 0;
  for (const auto& roots : of_type) total += roots.size();
  nodes.reserve(total);
  for (const std::size_t type : types) {
    order.sort(of_type[type]);
    for (std::size_t at_root = 0; at_root < of_type[type].size(); ++at_root) {
      fetch_ahead(grouping, std::span(of_type[type]).subspan(at_root));
      const std::uint32_t root = of_type[type][at_root];
      groups.assign(1, root);
      for (auto at = std::lower_bound(joined.begin(), joined.end(), std::pair(root, 0u)); at != joined.end() && at->first == root; ++at) {
        groups.push_back(at->second);
      }
      node_of_root[root] = static_cast<NodeId>(nodes.size());
      const auto by_hand = grouping.labels.find(root);
      std::string label = by_hand != grouping.labels.end() ? by_hand->second : label_of(grouping, grouping.groups[root]);
      nodes.push_back({"n" + std::to_string(nodes.size() + 1), std::move(label), grouping.types[type],
                       count_documents(grouping, groups, ids)});
    }
  }
  return node_of_root;
}

std::vector<std::string> node_forms(const Graph::Contents& contents, NodeId node) {
  const Grouping& grouping = *contents.grouping;
  Counts forms;
  for (const std::uint32_t group : contents.groups.of(node)) add_forms(grouping, grouping.groups[group], forms);
  std::vector<std::string> out = commonest(forms.all(), on_one_line);
  for (std::string& form : out) form = on_one_line(form);
  return out;
}

std::vector<std::string> node_roles(const Graph::Contents& contents, NodeId node) {
  std::vector<HeldRole> all;
  for (const HoldId id : contents.roles.of(node)) {
    const HoldRecord& hold = contents.holds[static_cast<std::size_t>(id)];
    all.emplace_back(hold.role, hold.body, hold.when);
  }
  std::sort(all.begin(), all.end());
  const auto told = roles_with_body(contents, all);
  std::vector<std::string> texts;
  std::vector<std::size_t> counts;
  for (std::size_t begin = 0, end = 0; begin < all.size(); begin = end) {
    while (end < all.size() && all[end] == all[begin]) ++end;
    const auto [role, body, when] = all[begin];
    if (body == NodeId::none && told.count({name_key(contents.role_texts[role]), when})) continue;
    std::string& text = texts.emplace_back(contents.role_texts[role]);
    if (body != NodeId::none) text += ", " + contents.nodes[static_cast<std::size_t>(body)].label;
    if (contents.words[when] != "current") text += " (" + contents.words[when] + ')';
    counts.push_back(end - begin);
  }
  Counts roles;
  for (std::size_t i = 0; i < texts.size(); ++i) roles.add(texts[i], counts[i]);
  return commonest(roles.all(), name_key);
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
