#include "network/group_joiner.h"

#include <algorithm>
#include <numeric>

#include "network/name_key.h"

namespace liaison {
namespace {

bool is_known(const EntityGroup& group) { return !group.members.front().entity->known_as.empty(); }

bool is_single_person(const EntityGroup& group) {
  return group.type == "PERSON" && is_single(group.key) && !is_known(group);
}

}  // namespace

GroupJoiner::GroupJoiner(Grouping& grouping, const Corrections& corrections)
    : grouping_(grouping), corrections_(corrections), index_(grouping.groups) {
  parent_.resize(grouping.groups.size());
  std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  documents_.resize(parent_.size());
  for (std::size_t i = 0; i < parent_.size(); ++i) {
    for (const Member& member : grouping.groups[i].members) documents_[i].insert(member.document);
  }
  for (const auto& pair : corrections.different) {
    for (const std::size_t a : index_.find(pair.a)) {
      for (const std::size_t b : index_.find(pair.b)) {
        if (a != b) different_.emplace_back(a, b);
      }
    }
  }
}

std::size_t GroupJoiner::root(std::size_t group) {
  while (parent_[group] != group) group = parent_[group] = parent_[parent_[group]];
  return group;
}

/// What one document calls two is not one.
bool GroupJoiner::share_document(std::size_t a, std::size_t b) {
  const auto& few = documents_[a].size() < documents_[b].size() ? documents_[a] : documents_[b];
  const auto& many = &few == &documents_[a] ? documents_[b] : documents_[a];
  return std::any_of(few.begin(), few.end(), [&](std::uint32_t document) { return many.count(document) > 0; });
}

bool GroupJoiner::are_different(std::size_t a, std::size_t b) {
  return std::any_of(different_.begin(), different_.end(), [&](const auto& pair) {
    const std::size_t first = root(pair.first), second = root(pair.second);
    return (first == a && second == b) || (first == b && second == a);
  });
}

bool GroupJoiner::may_join(std::size_t a, std::size_t b) {
  a = root(a);
  b = root(b);
  return a != b && !share_document(a, b) && !are_different(a, b);
}

/// Joins the group of `from` with that of `to`, whose name it takes.
void GroupJoiner::join(std::size_t from, std::size_t to, std::string reason) {
  const std::size_t a = root(from), b = root(to);
  if (a == b) return;
  parent_[a] = b;
  documents_[b].merge(documents_[a]);
  documents_[a].clear();
  grouping_.joins.push_back({from, to, std::move(reason)});
}

void GroupJoiner::join_corrected() {
  for (const auto& pair : corrections_.same) {
    const std::vector<std::size_t> to = index_.find(pair.b), from = index_.find(pair.a);
    if (to.empty()) continue;
    for (const auto* groups : {&to, &from}) {
      for (const std::size_t group : *groups) {
        if (are_different(root(group), root(to.front()))) continue;
        join(group, to.front(), "a correction says that they are the same");
      }
    }
  }
}

void GroupJoiner::join_forms() {
  std::unordered_map<std::string, std::vector<std::size_t>> longer;   // by type and form, who else has it
  auto key_of = [](const std::string& type, const std::string& form) { return type + '\t' + form; };
  for (std::size_t i = 0; i < parent_.size(); ++i) {
    const EntityGroup& group = grouping_.groups[i];
    if (group.type != "PERSON" && group.type != "ORG") continue;
    std::set<std::string> forms;
    for (const Member& member : group.members) {
      for (const std::string& form : member.entity->forms) forms.insert(name_key(form));
    }
    forms.erase(group.key);
    for (const std::string& form : forms) longer[key_of(group.type, form)].push_back(i);
  }
  for (std::size_t i = 0; i < parent_.size(); ++i) {
    const EntityGroup& group = grouping_.groups[i];
    const auto found = longer.find(key_of(group.type, group.key));
    if (found == longer.end() || is_known(group) || is_single_person(group)) continue;
    const std::optional<std::size_t> other = only(found->second, i);
    if (!other || !may_join(i, *other)) continue;
    const std::string form = '"' + group.members.front().entity->name + "\" is a form of the name of only one other";
    if (!is_single(group.key)) join(i, *other, form);
    else if (const auto tie = shared(i, *other)) join(i, *other, form + ", and both go with " + *tie);
  }
}

/// The only one among groups, but for one's own, as they are joined by now.
std::optional<std::size_t> GroupJoiner::only(const std::vector<std::size_t>& groups, std::size_t but) {
  std::set<std::size_t> roots;
  for (const std::size_t group : groups) roots.insert(root(group));
  roots.erase(root(but));
  if (roots.size() != 1) return std::nullopt;
  const auto in_root = [&](std::size_t group) { return root(group) == *roots.begin(); };
  return *std::find_if(groups.begin(), groups.end(), in_root);
}

void GroupJoiner::join_single_names() {
  const FullNames full_names = find_full_names();
  std::vector<std::size_t> singles;
  for (std::size_t i = 0; i < parent_.size(); ++i) {
    if (is_single_person(grouping_.groups[i])) singles.push_back(i);
  }
  std::unordered_map<std::string, std::size_t> first;   // by name and tie, the first person of a single name
  for (const std::size_t i : singles) {
    for (const std::string& tie : ties_of(i)) {
      const auto [found, is_new] = first.try_emplace(grouping_.groups[i].key + '\t' + tie, i);
      if (is_new || !may_join(i, found->second)) continue;
      join(i, found->second, "the same single name, and both go with " + tie.substr(tie.find('\t') + 1));
    }
  }
  for (const std::size_t i : singles) {
    const auto found = full_names.find(grouping_.groups[i].key);
    if (found != full_names.end()) join_with_full_name(i, found->second);
  }
}

/// The people of full names, by the single names that may stand for them: the last word, and their forms.
GroupJoiner::FullNames GroupJoiner::find_full_names() const {
  FullNames full_names;
  for (std::size_t i = 0; i < parent_.size(); ++i) {
    const EntityGroup& group = grouping_.groups[i];
    if (group.type != "PERSON" || is_single_person(group)) continue;
    std::set<std::string> names{std::string(last_word(group.key))};
    for (const Member& member : group.members) {
      for (const std::string& form : member.entity->forms) {
        if (std::string key = name_key(form); is_single(key)) names.insert(std::move(key));
      }
    }
    for (const std::string& name : names) full_names[name].push_back(i);
  }
  return full_names;
}

void GroupJoiner::join_with_full_name(std::size_t group, const std::vector<std::size_t>& full_names) {
  const std::optional<std::size_t> other = only(full_names, group);
  if (!other || !may_join(group, *other)) return;
  const auto tie = shared(group, *other);
  if (!tie) return;
  const std::size_t joined = root(group);
  const std::string& full = grouping_.groups[*other].members.front().entity->name;
  join(joined, *other, '"' + full + "\" is the only full name for it, and both go with " + *tie);
}

/// Bodies and companions of a group as it began. Of people and bodies only: too many go with a country.
const GroupJoiner::Ties& GroupJoiner::ties_of(std::size_t group) const {
  const auto [found, is_new] = ties_.try_emplace(group);
  if (is_new) {
    for (const Member& member : grouping_.groups[group].members) add_ties(member, found->second);
  }
  return found->second;
}

void GroupJoiner::add_ties(const Member& member, Ties& ties) const {
  const std::string& self = member.entity->id;
  auto add = [&](const std::string& entity) {
    if (entity.empty() || entity == self) return;
    if (std::string found = tie(*member.facts, entity); !found.empty()) ties.insert(std::move(found));
  };
  for (const FactHold& hold : member.facts->holds) {
    if (hold.person == self) add(hold.org);
    if (hold.org == self) add(hold.person);
  }
  for (const FactEvent& event : member.facts->events) {
    if (std::find(event.who.begin(), event.who.end(), self) == event.who.end()) continue;
    for (const std::string& entity : event.who) add(entity);
  }
}

std::string GroupJoiner::tie(const DocumentFacts& facts, const std::string& id) const {
  for (const FactEntity& entity : facts.entities) {
    if (entity.id != id) continue;
    if ((entity.type != "PERSON" && entity.type != "ORG") || entity.forms.empty()) return {};
    return entity.type + '\t' + name_key(entity.known_as.empty() ? entity.name : entity.known_as);
  }
  return {};
}

/// A body or companion that two groups, as they began, have in common.
std::optional<std::string> GroupJoiner::shared(std::size_t a, std::size_t b) const {
  const Ties &first = ties_of(a), &second = ties_of(b);
  for (const std::string& tie : first) {
    if (second.count(tie)) return tie.substr(tie.find('\t') + 1);
  }
  return std::nullopt;
}

void GroupJoiner::apply_names_and_drops() {
  for (const auto& pair : corrections_.name) {
    for (const std::size_t group : index_.find(pair.a)) grouping_.groups[root(group)].label = pair.b;
  }
  for (const std::string& name : corrections_.drop) {
    for (const std::size_t group : index_.find(name)) grouping_.groups[root(group)].dropped = true;
  }
}

void GroupJoiner::finish() {
  grouping_.root.resize(parent_.size());
  for (std::size_t i = 0; i < parent_.size(); ++i) grouping_.root[i] = root(i);
}

}  // namespace liaison
