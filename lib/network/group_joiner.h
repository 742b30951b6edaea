// Joins the groups of entities that are one though their names differ, or that corrections say are one, and takes
// apart those that share a name alone.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "network/entity_groups.h"
#include "network/group_evidence.h"
#include "network/name_variants.h"

namespace liaison {

/// Joins groups in the order of its methods. Candidates are weighed by what the groups were at the start of a method
/// and joined by weight, so that equal networks are joined alike. Requires that grouping, corrections and options
/// outlive it.
class GroupJoiner {
 public:
  GroupJoiner(Grouping& grouping, const Corrections& corrections, const ResolveOptions& options);

  /// What the corrections call the same.
  void join_corrected();
  /// Organisations and places, by variants of their names and by their short forms.
  void join_bodies();
  /// People of one full name whom the evidence sets apart become groups of their own.
  void split_namesakes();
  /// People, by variants of their full names; then those of a single name with each other and with full names.
  void join_people();
  void apply_names_and_drops();
  /// Fills in the roots and what may be the same.
  void finish();

 private:
  /// Two groups whose names may be those of one.
  struct Candidate {
    std::uint32_t from = 0, to = 0;   ///< the name of `to` is kept
    int weight = 0;
    std::string reason;
  };
  using Block = std::unordered_map<std::string, std::vector<std::uint32_t>>;
  using Candidates = std::vector<Candidate>;

  std::uint32_t root(std::uint32_t group);
  bool may_join(std::uint32_t a, std::uint32_t b);
  bool share_document(std::uint32_t a, std::uint32_t b) const;
  bool are_different(std::uint32_t a, std::uint32_t b);
  bool names_contradict(std::uint32_t a, std::uint32_t b);
  void join(std::uint32_t from, std::uint32_t to, std::string reason);
  void find_different();
  void tell_idle(std::string text, const Corrections::Line& line, const std::string& missing);
  bool is_considered(const EntityGroup& group) const { return options_.all_nodes || group.is_used; }

  Candidates body_variants();
  Candidates short_forms();
  Candidates people_variants();
  Candidates single_names();
  void add_alike_singles(Candidates& out);
  void compare_block(const std::vector<std::uint32_t>& block, Candidates& out);
  NameMatch match(std::uint32_t a, std::uint32_t b);
  void weigh(Candidates& candidates);
  void join(Candidates candidates);
  bool is_ambiguous(const Candidate& candidate, const std::vector<const Candidate*>& others);
  std::vector<std::vector<Member>> parts_of(const std::vector<Member>& members);
  void number_members(std::uint32_t group);

  Grouping& grouping_;
  const Corrections& corrections_;
  const ResolveOptions& options_;
  NameVariants variants_;
  std::vector<std::uint32_t> parent_;
  std::vector<std::vector<std::uint32_t>> joined_;   // of each root: the groups in it
  std::vector<std::pair<std::uint32_t, std::uint32_t>> different_;
  GroupEvidence evidence_;
  Candidates left_;                                  // weighed and not joined
};

}  // namespace liaison
