#include "network/group_joiner.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace liaison {
namespace {

// What is enough, of the weights of names (NameVariants, MergeCandidates) and of other evidence (GroupEvidence).
constexpr int kSame = 60, kMaybeSame = 35;
constexpr int kNear = 15;     // a rival so near in weight makes a candidate ambiguous,
constexpr int kRivals = 50;   // if their names say no more than this for being one

std::string quoted(const std::string& text) { return '"' + text + '"'; }

}  // namespace

GroupJoiner::GroupJoiner(Grouping& grouping, const Digests& digests, const Corrections& corrections, const ResolveOptions& options)
    : grouping_(grouping),
      sets_(grouping),
      names_(grouping, options),
      corrected_(grouping, sets_, corrections),
      finder_(grouping, sets_, names_, options),
      evidence_(grouping, digests, names_, [this](std::uint32_t group) { return sets_.root(group); }) {}

void GroupJoiner::join_corrected() {
  corrected_.keep_apart();
  corrected_.join_same();
}

void GroupJoiner::join_bodies() {
  weigh_and_join(finder_.national_bodies());
  weigh_and_join(finder_.body_variants());
  weigh_and_join(finder_.short_forms());
  evidence_.clear();
}

void GroupJoiner::join_people() {
  corrected_.keep_apart();
  weigh_and_join(finder_.people_variants());
  weigh_and_join(finder_.single_names());
}

void GroupJoiner::weigh_and_join(MergeCandidates candidates) {
  weigh(candidates);
  join(candidates);
}

/// Adds what else speaks for each and against it.
void GroupJoiner::weigh(MergeCandidates& candidates) {
  evidence_.note_roots();
  for (MergeCandidate& candidate : candidates) {
    candidate.weight += evidence_.weigh(evidence_.ties(candidate.from), evidence_.ties(candidate.to));
  }
  std::erase_if(candidates, [](const MergeCandidate& one) { return one.weight < kMaybeSame; });
  std::sort(candidates.begin(), candidates.end(), [](const MergeCandidate& a, const MergeCandidate& b) {
    return std::tuple(-a.weight, a.from, a.to, a.why) < std::tuple(-b.weight, b.from, b.to, b.why);
  });
  const auto same = [](const MergeCandidate& a, const MergeCandidate& b) { return a.from == b.from && a.to == b.to; };
  candidates.erase(std::unique(candidates.begin(), candidates.end(), same), candidates.end());
}

/// Joins what is enough, the weightiest first; the rest is left.
void GroupJoiner::join(const MergeCandidates& candidates) {
  std::unordered_map<std::uint32_t, std::vector<const MergeCandidate*>> of_group;
  for (const MergeCandidate& candidate : candidates) {
    of_group[candidate.from].push_back(&candidate);
    of_group[candidate.to].push_back(&candidate);
  }
  for (const MergeCandidate& candidate : candidates) {
    if (!may_join(candidate)) continue;
    const bool enough = candidate.weight >= kSame && !is_ambiguous(candidate, of_group[candidate.from]) &&
                        !is_ambiguous(candidate, of_group[candidate.to]);
    if (enough) join(candidate.from, candidate.to, reason(candidate));
    else maybes_.push_back({candidate.from, candidate.to, reason(candidate)});
  }
}

/// True if nothing forbids that the sets of both are one, pair by pair. What a single name joins must not make one of
/// two whose full names are not alike: the next of that name may be another.
bool GroupJoiner::may_join(const MergeCandidate& candidate) {
  const std::uint32_t a = sets_.root(candidate.from), b = sets_.root(candidate.to);
  if (a == b || sets_.are_different(a, b)) return false;
  for (const std::uint32_t first : sets_.groups_of(a)) {
    for (const std::uint32_t second : sets_.groups_of(b)) {
      if (sets_.share_document(first, second) || names_.contradict(first, second)) return false;
      if (candidate.is_by_single_name() && names_.are_unlike(first, second)) return false;
    }
  }
  return true;
}

/// True if another candidate of one of its groups is nearly as good, and is nobody with whom the first could be one.
bool GroupJoiner::is_ambiguous(const MergeCandidate& candidate, const std::vector<const MergeCandidate*>& others) {
  for (const MergeCandidate* other : others) {
    if (other == &candidate || other->weight + kNear <= candidate.weight) continue;
    const bool shares_from = other->from == candidate.from || other->to == candidate.from;
    const std::uint32_t common = shares_from ? candidate.from : candidate.to;
    const std::uint32_t mine = shares_from ? candidate.to : candidate.from;
    const std::uint32_t rival = other->from == common ? other->to : other->from;
    if (sets_.root(mine) == sets_.root(rival) || sets_.root(rival) == sets_.root(common)) continue;
    if (names_.match(mine, rival).weight <= kRivals || sets_.share_document(mine, rival)) return true;
  }
  return false;
}

void GroupJoiner::join(std::uint32_t from, std::uint32_t to, std::string reason) {
  for (const std::uint32_t moved : sets_.join(from, to, std::move(reason))) evidence_.was_joined(moved);
}

std::string GroupJoiner::national_reason(const EntityGroup& to, const std::string& name) const {
  return name + ", of which each country has one, may be that of " + (to.realm == 0 ? "one country" : grouping_.realms[to.realm]);
}

/// The whole reason in words.
std::string GroupJoiner::reason(const MergeCandidate& candidate) {
  using Why = MergeCandidate::Why;
  const std::string from = quoted(grouping_.name(grouping_.groups[candidate.from]));
  const std::string to = quoted(grouping_.name(grouping_.groups[candidate.to]));
  std::string text;
  switch (candidate.why) {
    case Why::variant: text = from + " and " + to + ": " + std::string(candidate.variant); break;
    case Why::form: text = from + " is a form of " + to; break;
    case Why::only_form: text = from + " is a form of " + to + " and of no other"; break;
    case Why::full_name: text = to + " is a full name for " + from; break;
    case Why::only_full_name: text = to + " is the only full name for " + from; break;
    case Why::single_name: text = "the same single name"; break;
    case Why::national: text = national_reason(grouping_.groups[candidate.to], to); break;
  }
  if (candidate.is_common_surname) text += "; others have that surname too";
  evidence_.weigh(evidence_.ties(candidate.from), evidence_.ties(candidate.to), &text);
  return text;
}

void GroupJoiner::finish() {
  grouping_.root.resize(grouping_.groups.size());
  for (std::uint32_t i = 0; i < grouping_.root.size(); ++i) grouping_.root[i] = sets_.root(i);
  for (Join& one : maybes_) {
    if (sets_.root(one.from) == sets_.root(one.to) || sets_.are_different(one.from, one.to)) continue;
    grouping_.maybes.push_back(std::move(one));
  }
}

}  // namespace liaison
