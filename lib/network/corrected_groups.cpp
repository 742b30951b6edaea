#include "network/corrected_groups.h"

#include <algorithm>
#include <utility>

namespace liaison {
namespace {

std::string quoted(const std::string& text) { return '"' + text + '"'; }

}  // namespace

void CorrectedGroups::tell_idle(std::string text, const Corrections::Line& line, const std::string& missing) {
  grouping_.idle.push_back({line.line, std::move(text), "nobody is called " + quoted(missing)});
}

void CorrectedGroups::keep_apart() {
  sets_.clear_different();
  if (corrections_.different.empty()) return;
  const GroupIndex index(grouping_);
  for (const auto& pair : corrections_.different) {
    for (const std::uint32_t a : index.find(pair.a)) {
      for (const std::uint32_t b : index.find(pair.b)) {
        if (a != b) sets_.keep_apart(a, b);
      }
    }
  }
}

void CorrectedGroups::join_same() {
  if (corrections_.same.empty() && corrections_.different.empty()) return;
  const GroupIndex index(grouping_);
  for (const auto& pair : corrections_.different) {
    for (const std::string& name : {pair.a, pair.b}) {
      if (index.find(name).empty()) tell_idle("different " + pair.a + " | " + pair.b, pair, name);
    }
  }
  for (const auto& pair : corrections_.same) {
    std::vector<std::uint32_t> to = index.find(pair.b), from = index.find(pair.a);
    const std::string why = keep_alike(pair, from, to);
    if (!why.empty()) {
      grouping_.idle.push_back({pair.line, "same " + pair.a + " | " + pair.b, why});
      continue;
    }
    for (const auto* groups : {&to, &from}) {
      for (const std::uint32_t group : *groups) {
        if (!sets_.are_different(group, to.front())) sets_.join(group, to.front(), "a correction says that they are the same");
      }
    }
  }
}

/// Leaves the groups of types that both names have, where there are any. Why the line joins nothing, if so: a name that
/// is but a form of several others does not say which of them is meant.
std::string CorrectedGroups::keep_alike(const Corrections::Line& pair, std::vector<std::uint32_t>& from,
                                        std::vector<std::uint32_t>& to) const {
  if (from.empty() || to.empty()) return "nobody is called " + quoted(to.empty() ? pair.b : pair.a);
  const auto has_type_of = [&](const std::vector<std::uint32_t>& groups, std::uint32_t one) {
    return std::any_of(groups.begin(), groups.end(),
                       [&](std::uint32_t other) { return grouping_.groups[other].type == grouping_.groups[one].type; });
  };
  const bool is_common = std::any_of(from.begin(), from.end(), [&](std::uint32_t one) { return has_type_of(to, one); });
  if (is_common) {
    const std::vector<std::uint32_t> before = from;
    std::erase_if(from, [&](std::uint32_t one) { return !has_type_of(to, one); });
    std::erase_if(to, [&](std::uint32_t one) { return !has_type_of(before, one); });
  }
  for (const auto& [name, groups] : {std::pair(&pair.a, &from), std::pair(&pair.b, &to)}) {
    for (const std::uint32_t group : *groups) {
      if (grouping_.groups[group].key == grouping_.groups[groups->front()].key) continue;
      return quoted(*name) + " may be " + quoted(grouping_.name(grouping_.groups[groups->front()])) + " or " +
             quoted(grouping_.name(grouping_.groups[group]));
    }
  }
  const bool is_one = from == to && from.size() == 1;
  return is_one ? quoted(pair.a) + " and " + quoted(pair.b) + " are one already" : std::string();
}

void CorrectedGroups::apply_names_and_drops() {
  grouping_.dropped.assign(grouping_.groups.size(), false);
  if (corrections_.name.empty() && corrections_.drop.empty()) return;
  const GroupIndex index(grouping_);
  for (const auto& pair : corrections_.name) {
    const auto found = index.find(pair.a);
    for (const std::uint32_t group : found) grouping_.labels[sets_.root(group)] = pair.b;
    if (found.empty()) tell_idle("name " + pair.a + " | " + pair.b, pair, pair.a);
  }
  for (const auto& line : corrections_.drop) {
    const auto found = index.find(line.a);
    for (const std::uint32_t group : found) grouping_.dropped[sets_.root(group)] = true;
    if (found.empty()) tell_idle("drop " + line.a, line, line.a);
  }
}

}  // namespace liaison
