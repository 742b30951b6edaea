#include "network/group_evidence.h"

#include <algorithm>
#include <utility>

#include "network/name_key.h"

namespace liaison {
namespace {

// Weights; `resolve` in network.h tells what they are for, and `GroupJoiner` what is enough.
constexpr int kSharedTie = 45, kSharedRole = 15, kMostContext = 40, kMostOtherContext = 20, kOtherBodies = -20, kYearsApart = -20;
constexpr int kFarYears = 25;
constexpr std::uint32_t kNameMark = 0x80000000;
constexpr std::uint32_t kNobody = 0;   // beside others
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

GroupEvidence::GroupEvidence(Grouping& grouping, const Digests& digests, const GroupNames& names,
                             std::function<std::uint32_t(std::uint32_t)> root)
    : grouping_(grouping), digests_(digests), names_(names), root_(std::move(root)), key_of_role_(digests.roles().size(), KeyTable::kNone) {
  for (const std::string& type : grouping.types) is_party_.push_back(type == "PERSON" || type == "ORG");
}

/// The key of the head of a role: "secretary" of "Secretary of State".
std::uint32_t GroupEvidence::key_of_role(std::uint32_t role) {
  std::uint32_t& key = key_of_role_[role];
  if (key == KeyTable::kNone) key = grouping_.keys.add(names_.variants().head_word(name_key(digests_.roles()[role])));
  return key;
}

const Ties& GroupEvidence::ties(std::uint32_t group) {
  const auto [found, is_new] = ties_.try_emplace(group);
  if (is_new) found->second = ties(grouping_.groups[group].members);
  return found->second;
}

Ties GroupEvidence::ties(std::span<const Member> members) {
  Ties out;
  new_mark();
  for (const Member& member : members.first(std::min(members.size(), kMostMembers))) add(member, out);
  for (auto* all : {&out.bodies, &out.companions, &out.roles}) sort_unique(*all);
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
  const std::uint32_t self = grouping_.number(member);
  const auto add_to = [&](std::vector<std::uint32_t>& all, std::uint32_t entity, bool places) {
    if (entity == kNoEntity) return;
    const std::uint32_t group = grouping_.group_of[entity];
    if (places || is_party_[grouping_.groups[group].type]) all.push_back(number_of(group));
  };
  const std::span holds = grouping_.holds_of(member.document);
  for (std::size_t i = 0; i < holds.size(); ++i) {
    if (holds[i].person == self) {
      add_to(ties.bodies, holds[i].body, true);
      ties.roles.push_back(key_of_role(holds[i].role));
    }
    if (holds[i].body == self) add_to(ties.companions, holds[i].person, false);
  }
  const std::uint32_t event_end = grouping_.first_event[member.document + 1];
  for (std::uint32_t event = grouping_.first_event[member.document]; event < event_end; ++event) {
    const std::span parties = grouping_.parties_of(event);
    if (std::find(parties.begin(), parties.end(), self) == parties.end()) continue;
    for (const std::uint32_t entity : parties) {
      if (entity != self) add_to(ties.companions, entity, false);
    }
  }
  add_beside(member.document, self, ties.beside);
  const std::string_view date = digests_.dates()[grouping_.date[member.document]];
  if (year_of(date) == 0) return;
  if (ties.first.empty() || date < ties.first) ties.first = date;
  if (date > ties.last) ties.last = date;
}

/// Adds what a document names beside an entity, each once. Without branches, which would be taken as often as not.
void GroupEvidence::add_beside(std::uint32_t document, std::uint32_t self, std::vector<std::uint32_t>& out) {
  const std::uint32_t begin = grouping_.first_entity[document], end = grouping_.first_entity[document + 1];
  std::size_t count = out.size();
  out.resize(count + (end - begin));
  // Others of its own group are not beside it; of its own root they may be.
  const std::uint32_t own = grouping_.group_of[self];
  for (std::uint32_t at = begin; at < end; ++at) {
    const std::uint32_t root = beside_[at];
    out[count] = root;
    const bool is_new = marks_[root] != mark_ && grouping_.group_of[at] != own;
    marks_[root] = is_new ? mark_ : marks_[root];
    count += is_new;
  }
  out.resize(count);
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
int GroupEvidence::common_context(const Ties& a, const Ties& b) {
  const std::uint32_t mark = new_mark();
  for (const std::uint32_t other : a.beside) marks_[other] = mark;
  int weight = 0;
  for (const std::uint32_t other : b.beside) {
    if (marks_[other] != mark) continue;
    const std::size_t documents = grouping_.groups[other - 1].members.size();
    weight += documents <= 3 ? 12 : documents <= 10 ? 8 : documents <= 50 ? 4 : 1;
  }
  return std::min(weight, kMostContext);
}

void GroupEvidence::note_roots() {
  if (!beside_.empty()) {
    for (const std::uint32_t group : std::exchange(joined_, {})) note_root(group);
    return;
  }
  beside_.resize(grouping_.group_of.size());
  for (std::size_t at = 0; at < beside_.size(); ++at) {
    const std::uint32_t group = grouping_.group_of[at];
    beside_[at] = group == kNoGroup || grouping_.groups[group].is_single ? kNobody : 1 + root_(group);
  }
}

void GroupEvidence::note_root(std::uint32_t group) {
  const EntityGroup& one = grouping_.groups[group];
  if (one.is_single || beside_.empty()) return;
  const std::uint32_t root = 1 + root_(group);
  for (const Member& member : one.members) beside_[grouping_.number(member)] = root;
}

std::uint32_t GroupEvidence::new_mark() {
  marks_.resize(grouping_.groups.size() + 1);
  ++mark_;
  marks_[kNobody] = mark_;   // as if they were there
  return mark_;
}

bool GroupEvidence::exclude(const Ties& a, const Ties& b) {
  if (a.bodies.empty() || b.bodies.empty() || share_strong(a, b)) return false;
  return common(a.roles, b.roles) == kNoGroup && common_context(a, b) < kSharedRole;
}

int GroupEvidence::weigh(const Ties& a, const Ties& b, std::string* told) {
  int weight = 0;
  bool are_others = false;
  const auto tell = [&](const auto&... parts) {
    if (told) *told += "; ", ((*told += parts), ...);
  };
  if (const std::uint32_t tie = common_tie(a, b); tie != kNoGroup) {
    weight += kSharedTie;
    if (told) tell("both go with ", label(tie));
  } else if (!a.bodies.empty() && !b.bodies.empty()) {
    weight += kOtherBodies;
    are_others = true;
    if (told) tell("of different bodies: ", label(a.bodies.front()), ", ", label(b.bodies.front()));
  }
  if (const std::uint32_t role = common(a.roles, b.roles); role != kNoGroup) {
    weight += kSharedRole;
    are_others = false;
    tell("both are ", grouping_.keys[role]);
  }
  // Whoever is in the news is named beside the same great names: two of other bodies and roles no less.
  const int context = std::min(common_context(a, b), are_others ? kMostOtherContext : kMostContext);
  weight += context;
  if (context >= kSharedRole) tell("named beside the same others");
  if (years_between(a, b) > kFarYears) {
    weight += kYearsApart;
    tell("decades apart");
  }
  return weight;
}

}  // namespace liaison
