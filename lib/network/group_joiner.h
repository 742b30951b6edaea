// Joins the groups of entities that are one though their names differ, or that corrections say are one, and takes
// apart those that share a name alone.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "network/corrected_groups.h"
#include "network/entity_groups.h"
#include "network/group_evidence.h"
#include "network/group_names.h"
#include "network/group_sets.h"
#include "network/merge_candidates.h"

namespace liaison {

/// Joins groups in the order of its methods. Candidates are weighed by what the groups were at the start of a method
/// and joined by weight, so that equal networks are joined alike. Requires that grouping, digests, corrections and
/// options outlive it.
class GroupJoiner {
 public:
  GroupJoiner(Grouping& grouping, const Digests& digests, const Corrections& corrections, const ResolveOptions& options);

  /// What the corrections call the same.
  void join_corrected();
  /// Organisations and places, by variants of their names and by their short forms.
  void join_bodies();
  /// People of one full name whom the evidence sets apart become groups of their own.
  void split_namesakes();
  /// People, by variants of their full names; then those of a single name with each other and with full names.
  void join_people();
  void apply_names_and_drops() { corrected_.apply_names_and_drops(); }
  /// Fills in the roots and what may be the same.
  void finish();

 private:
  void weigh_and_join(MergeCandidates candidates);
  void weigh(MergeCandidates& candidates);
  void join(const MergeCandidates& candidates);
  bool may_join(const MergeCandidate& candidate);
  bool is_ambiguous(const MergeCandidate& candidate, const std::vector<const MergeCandidate*>& others);
  void join(std::uint32_t from, std::uint32_t to, std::string reason);
  std::string reason(const MergeCandidate& candidate);
  std::string national_reason(const EntityGroup& to, const std::string& name) const;
  bool differs_in_bodies(const EntityGroup& group);
  void split(std::uint32_t group, const std::vector<std::vector<Member>>& parts);
  void number_members(std::uint32_t group);

  Grouping& grouping_;
  GroupSets sets_;
  GroupNames names_;
  CorrectedGroups corrected_;
  CandidateFinder finder_;
  GroupEvidence evidence_;
  std::vector<Join> maybes_;   // weighed and not joined
};

}  // namespace liaison
