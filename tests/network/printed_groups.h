// The groups of entities of a network, printed, for the tests of this room.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "network/entity_groups.h"
#include "network/sample_facts.h"

namespace liaison::sample {

/// Entities count though nothing joins them.
inline ResolveOptions all_nodes() {
  ResolveOptions options;
  options.all_nodes = true;
  return options;
}

inline std::vector<Digested> documents(const Network& network) {
  std::vector<Digested> out;
  for (const auto& [facts, digest] : network.digested()) out.push_back({facts.get(), digest});
  return out;
}

inline Grouping begun(const Network& network, const Corrections& corrections = {}) {
  return begin_groups(documents(network), network.digests(), corrections, *Pack::english());
}

inline Grouping grouped(const Network& network, const Corrections& corrections = {}) {
  return group_entities(documents(network), network.digests(), corrections, all_nodes());
}

/// A member: `1#e2`.
inline std::string printed(const Grouping& grouping, const Member& member) {
  return grouping.facts(member).id + '#' + grouping.entity(member).id;
}

/// A group: `PERSON jay lee 1#e1 2#e1`, its type, key and members.
inline std::string printed(const Grouping& grouping, std::uint32_t at) {
  const EntityGroup& group = grouping.groups[at];
  std::string out = grouping.type(group) + ' ' + std::string(grouping.key(group));
  for (const Member& member : group.members) out += ' ' + printed(grouping, member);
  if (const auto label = grouping.labels.find(at); label != grouping.labels.end()) out += " as " + label->second;
  return !grouping.dropped.empty() && grouping.dropped[at] ? out + " dropped" : out;
}

/// A line for each group as it began, sorted; where some are joined, the others stand behind the one that names them.
inline std::string printed(const Grouping& grouping) {
  std::map<std::uint32_t, std::string> lines;
  for (std::uint32_t i = 0; i < grouping.groups.size(); ++i) {
    const std::uint32_t root = grouping.root.empty() ? i : grouping.root[i];
    if (i == root) lines[root].insert(0, printed(grouping, i));
    else lines[root] += " + " + printed(grouping, i);
  }
  std::vector<std::string> sorted;
  for (const auto& [root, line] : lines) sorted.push_back(line);
  std::sort(sorted.begin(), sorted.end());
  std::string out;
  for (const std::string& line : sorted) out += line + '\n';
  return out;
}

/// A line for each join: `lee 2#e1 > jay lee 1#e1: why`.
inline std::string printed_joins(const Grouping& grouping) {
  const auto name = [&](std::uint32_t at) {
    const EntityGroup& group = grouping.groups[at];
    return std::string(grouping.key(group)) + ' ' + printed(grouping, group.members.front());
  };
  std::string out;
  for (const Join& join : grouping.joins) out += name(join.from) + " > " + name(join.to) + ": " + join.reason + '\n';
  return out;
}

}  // namespace liaison::sample
