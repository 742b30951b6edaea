// The groups of entities of a network, printed, for the tests of this room.
#pragma once

#include <map>
#include <string>

#include "network/entity_groups.h"
#include "network/sample_facts.h"

namespace liaison::sample {

/// Groups as they begin, before anything is joined.
inline Grouping begun(const Network& network, const Corrections& corrections = {}) {
  Grouping grouping = group_entities(network, corrections);
  grouping.joins.clear();
  grouping.root.clear();
  return grouping;
}

/// A group: `PERSON jay lee 1#e1 2#e1`, its type, key and members.
inline std::string printed(const EntityGroup& group) {
  std::string out = group.type + ' ' + group.key;
  for (const Member& member : group.members) out += ' ' + member.facts->id + '#' + member.entity->id;
  if (!group.label.empty()) out += " as " + group.label;
  return group.dropped ? out + " dropped" : out;
}

/// A line for each group as it began; where some are joined, the others stand behind the one that names them.
inline std::string printed(const Grouping& grouping) {
  std::map<std::size_t, std::string> lines;
  for (std::size_t i = 0; i < grouping.groups.size(); ++i) {
    const std::size_t root = grouping.root.empty() ? i : grouping.root[i];
    if (i == root) lines[root].insert(0, printed(grouping.groups[i]));
    else lines[root] += " + " + printed(grouping.groups[i]);
  }
  std::string out;
  for (const auto& [root, line] : lines) out += line + '\n';
  return out;
}

/// A line for each join: `lee 2#e1 > jay lee 1#e1: why`.
inline std::string printed_joins(const Grouping& grouping) {
  const auto name = [&](std::size_t group) {
    const Member& member = grouping.groups[group].members.front();
    return grouping.groups[group].key + ' ' + member.facts->id + '#' + member.entity->id;
  };
  std::string out;
  for (const Join& join : grouping.joins) out += name(join.from) + " > " + name(join.to) + ": " + join.reason + '\n';
  return out;
}

}  // namespace liaison::sample
