#include "network/group_evidence.h"

#include <algorithm>

#include "network/name_key.h"

namespace liaison {
namespace {

// Weights; `resolve` in network.h tells what they are for, and `GroupJoiner` what is enough.
constexpr int kSharedTie = 45, kSharedRole = 15, kMostContext = 40, kOtherBodies = -20, kYearsApart = -20;
constexpr int kFarYears = 25;
constexpr std::uint32_t kNameMark = 0x80000000;
constexpr std::size_t kMostMembers = 64;   // so many documents tell enough of one

void sort_unique(std::vector<std::uint32_t>& all) {
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
}

/// The first number that two sorted lists have in common; kNoGroup where there is none.
std::uint32_t common(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) return a[i];
    a[i] < b[j] ? ++i : ++j;
  }
  return kNoGroup;
}

int year_of(std::string_view date) {
  int year = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    if (i >= date.size() || date[i] < '0' || date[i] > '9') return 0;
    year = year * 10 + (date[i] - '0');
  }
  return year;
}

int years_between(const Ties& a, const Ties& b) {
  const int first = year_of(a.first), last = year_of(a.last), other_first = year_of(b.first), other_last = year_of(b.last);
  if (first == 0 || other_first == 0) return 0;
  return std::max(first - other_last, other_first - last);
}

}  // namespace

const Ties& GroupEvidence::ties(std::uint32_t group) {
  const auto [found, is_new] = ties_.try_emplace(group);
  if (is_new) found->second = ties(grouping_.groups[group].members);
  return found->second;
}

Ties GroupEvidence::ties(std::span<const Member> members) {
  Ties out;
  for (const Member& member : members.first(std::min(members.size(), kMostMembers))) add(member, out);
  for (auto* all : {&out.bodies, &out.companions, &out.roles, &out.beside}) sort_unique(*all);
  return out;
}

/// The root of a group; for people of a single name, who are anybody of it, that name.
std::uint32_t GroupEvidence::number_of(std::uint32_t group) const {
  const EntityGroup& one = grouping_.groups[group];
  return one.is_single ? kNameMark | one.key : root_(group);
}

std::string GroupEvidence::label(std::uint32_t number) const {
  if (number & kNameMark) return std::string(grouping_.keys[number & ~kNameMark]);
  return grouping_.name(grouping_.groups[number]);
}

void GroupEvidence::add(const Member& member, Ties& ties) {
  const DocumentFacts& facts = grouping_.facts(member);
  const std::string& self = grouping_.entity(member).id;
  const auto add_to = [&](std::vector<std::uint32_t>& all, const std::string& entity, bool places) {
    const std::uint32_t group = grouping_.group(member.document, entity);
    if (group == kNoGroup) return;
    const std::string& type = grouping_.type(grouping_.groups[group]);
    if (places || type == "PERSON" || type == "ORG") all.push_back(number_of(group));
  };
  for (const FactHold& hold : facts.holds) {
    if (hold.person == self) {
      if (!hold.org.empty()) add_to(ties.bodies, hold.org, true);
      ties.roles.push_back(grouping_.keys.add(last_word(name_key(hold.role))));
    }
    if (hold.org == self) add_to(ties.companions, hold.person, false);
  }
  for (const FactEvent& event : facts.events) {
    if (std::find(event.who.begin(), event.who.end(), self) == event.who.end()) continue;
    for (const std::string& entity : event.who) {
      if (entity != self) add_to(ties.companions, entity, false);
    }
  }
  const std::uint32_t first = grouping_.first_entity[member.document], own = grouping_.group_of[first + member.entity];
  for (std::uint32_t at = first; at < grouping_.first_entity[member.document + 1]; ++at) {
    const std::uint32_t group = grouping_.group_of[at];
    if (group != kNoGroup && group != own && !grouping_.groups[group].is_single) ties.beside.push_back(root_(group));
  }
  if (year_of(facts.date) == 0) return;
  if (ties.first.empty() || facts.date < ties.first) ties.first = facts.date;
  if (facts.date > ties.last) ties.last = facts.date;
}

namespace {

/// A body or companion that both have, bodies first.
std::uint32_t common_tie(const Ties& a, const Ties& b) {
  for (const auto& [first, second] : {std::pair(&a.bodies, &b.bodies), std::pair(&a.companions, &b.companions),
                                      std::pair(&a.bodies, &b.companions), std::pair(&a.companions, &b.bodies)}) {
    if (const std::uint32_t found = common(*first, *second); found != kNoGroup) return found;
  }
  return kNoGroup;
}

}  // namespace

bool GroupEvidence::share_strong(const Ties& a, const Ties& b) { return common_tie(a, b) != kNoGroup; }

/// What is named beside both, the rarer the more.
int GroupEvidence::common_context(const Ties& a, const Ties& b) const {
  int weight = 0;
  for (std::size_t i = 0, j = 0; i < a.beside.size() && j < b.beside.size();) {
    if (a.beside[i] != b.beside[j]) {
      a.beside[i] < b.beside[j] ? ++i : ++j;
      continue;
    }
    const std::size_t documents = grouping_.groups[a.beside[i]].members.size();
    weight += documents <= 3 ? 12 : documents <= 10 ? 8 : documents <= 50 ? 4 : 1;
    ++i, ++j;
  }
  return std::min(weight, kMostContext);
}

bool GroupEvidence::exclude(const Ties& a, const Ties& b) const {
  if (a.bodies.empty() || b.bodies.empty() || share_strong(a, b)) return false;
  return common(a.roles, b.roles) == kNoGroup && common_context(a, b) < kSharedRole;
}

Weighed GroupEvidence::weigh(const Ties& a, const Ties& b) const {
  Weighed out;
  const auto tell = [&](std::string text) { out.text += (out.text.empty() ? "" : "; ") + text; };
  if (const std::uint32_t tie = common_tie(a, b); tie != kNoGroup) {
    out.weight += kSharedTie;
    tell("both go with " + label(tie));
  } else if (!a.bodies.empty() && !b.bodies.empty()) {
    out.weight += kOtherBodies;
    tell("of different bodies: " + label(a.bodies.front()) + ", " + label(b.bodies.front()));
  }
  if (const std::uint32_t role = common(a.roles, b.roles); role != kNoGroup) {
    out.weight += kSharedRole;
    tell("both are " + std::string(grouping_.keys[role]));
  }
  if (const int context = common_context(a, b); context > 0) {
    out.weight += context;
    if (context >= kSharedRole) tell("named beside the same others");
  }
  if (years_between(a, b) > kFarYears) {
    out.weight += kYearsApart;
    tell("decades apart");
  }
  return out;
}

}  // namespace liaison
