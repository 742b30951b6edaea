// Takes apart the people of one full name whom the evidence sets apart.
#include <algorithm>
#include <map>
#include <numeric>

#include "network/group_joiner.h"

namespace liaison {
namespace {

constexpr std::size_t kMostNamesakes = 200;   // beyond, somebody is so often told of that bodies say little
constexpr int kBelongs = 15;   // so much in common with one part makes a member of it

/// The members of one name, joined step by step.
class Parts {
 public:
  Parts(std::span<const Member> members, GroupEvidence& evidence) : evidence_(evidence) {
    for (const Member& member : members) {
      parts_.push_back({{member}, {}});
      parts_.back().ties = evidence_.ties(parts_.back().members);
    }
  }

  std::vector<std::vector<Member>> split() {
    join_while([&](const Ties& a, const Ties& b) { return informs(a) && informs(b) && GroupEvidence::share_strong(a, b); });
    join_while([&](const Ties& a, const Ties& b) { return informs(a) && informs(b) && !evidence_.exclude(a, b); });
    place_others();
    std::vector<std::vector<Member>> out;
    for (Part& part : parts_) out.push_back(std::move(part.members));
    return out;
  }

 private:
  struct Part {
    std::vector<Member> members;
    Ties ties;
  };

  static bool informs(const Ties& ties) { return !ties.bodies.empty(); }

  template <class Test>
  void join_while(const Test& test) {
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      for (std::size_t j = i + 1; j < parts_.size();) {
        if (!test(parts_[i].ties, parts_[j].ties)) {
          ++j;
          continue;
        }
        join(i, j);
        j = i + 1;   // what was joined may go with those before
      }
    }
  }

  void join(std::size_t to, std::size_t from) {
    auto& members = parts_[to].members;
    members.insert(members.end(), parts_[from].members.begin(), parts_[from].members.end());
    std::sort(members.begin(), members.end(), [](const Member& a, const Member& b) { return a.document < b.document; });
    parts_[to].ties = evidence_.ties(members);
    parts_.erase(parts_.begin() + static_cast<std::ptrdiff_t>(from));
  }

  /// Those of whom no body is told go where they have most in common, or where there is but one to go to; the
  /// others stay together.
  void place_others() {
    const auto informed = static_cast<std::size_t>(
        std::count_if(parts_.begin(), parts_.end(), [](const Part& part) { return informs(part.ties); }));
    std::stable_partition(parts_.begin(), parts_.end(), [](const Part& part) { return informs(part.ties); });
    std::vector<Part> others(std::make_move_iterator(parts_.begin() + static_cast<std::ptrdiff_t>(informed)),
                             std::make_move_iterator(parts_.end()));
    parts_.resize(informed);
    Part rest;
    for (Part& other : others) {
      Part* best = informed == 1 ? &parts_[0] : nullptr;
      int most = kBelongs;
      for (std::size_t i = 0; i < informed && informed > 1; ++i) {
        const int weight = evidence_.weigh(parts_[i].ties, other.ties);
        if (weight > most) most = weight, best = &parts_[i];
      }
      auto& members = best ? best->members : rest.members;
      members.insert(members.end(), other.members.begin(), other.members.end());
    }
    if (!rest.members.empty()) parts_.push_back(std::move(rest));
    for (Part& part : parts_) {
      std::sort(part.members.begin(), part.members.end(),
                [](const Member& a, const Member& b) { return a.document < b.document; });
    }
  }

  GroupEvidence& evidence_;
  std::vector<Part> parts_;
};

}  // namespace

/// True if members hold roles in bodies, and not all of them in one of those of the first: others cannot be set apart.
bool GroupJoiner::differs_in_bodies(const EntityGroup& group) {
  std::vector<std::uint32_t> first;
  for (const Member& member : group.members) {
    const std::uint32_t self = grouping_.number(member);
    const bool is_first = first.empty();
    bool informs = false, shares = false;
    for (const HoldPlaces& hold : grouping_.holds_of(member.document)) {
      if (hold.person != self || hold.body == kNoEntity) continue;
      const std::uint32_t body = sets_.root(grouping_.group_of[hold.body]);
      informs = true;
      if (is_first) first.push_back(body);
      else shares = shares || std::find(first.begin(), first.end(), body) != first.end();
    }
    if (informs && !is_first && !shares) return true;
  }
  return false;
}

void GroupJoiner::split_namesakes() {
  const auto count = static_cast<std::uint32_t>(grouping_.groups.size());
  evidence_.note_roots();
  for (std::uint32_t i = 0; i < count; ++i) {
    const EntityGroup& group = grouping_.groups[i];
    const bool may_be_many = names_.is_full_person(group) && !group.is_known && group.is_used;
    if (!may_be_many || group.members.size() < 2 || group.members.size() > kMostNamesakes || !sets_.is_alone(i)) continue;
    if (!differs_in_bodies(group)) continue;
    const std::vector<std::vector<Member>> parts = Parts(group.members, evidence_).split();
    if (parts.size() > 1) split(i, parts);
  }
  evidence_.clear();
}

/// The first part keeps the group. All share the place of the whole among the members.
void GroupJoiner::split(std::uint32_t group, const std::vector<std::vector<Member>>& parts) {
  const EntityGroup whole = grouping_.groups[group];
  auto place = grouping_.members.begin() + (whole.members.data() - grouping_.members.data());
  const auto take = [&](const std::vector<Member>& part) {
    const std::span<const Member> taken(&*place, part.size());
    place = std::copy(part.begin(), part.end(), place);
    return taken;
  };
  grouping_.groups[group].members = take(parts[0]);
  for (std::size_t part = 1; part < parts.size(); ++part) {
    const auto added = static_cast<std::uint32_t>(grouping_.groups.size());
    grouping_.groups.push_back(whole);
    grouping_.groups.back().members = take(parts[part]);
    sets_.add_group();
    number_members(added);
    evidence_.note_root(added);
    maybes_.push_back({added, group, "the same name \"" + grouping_.name(whole) + "\", of different bodies"});
  }
}

void GroupJoiner::number_members(std::uint32_t group) {
  for (const Member& member : grouping_.groups[group].members) {
    grouping_.group_of[grouping_.first_entity[member.document] + member.entity] = group;
  }
}

}  // namespace liaison
