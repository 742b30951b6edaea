// Joins the groups of entities that are one though their names differ, or that corrections say are one, and takes
// apart those that share a name alone.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "network/entity_groups.h"
#include "network/group_evidence.h"
#include "network/name_blocks.h"
#include "network/name_variants.h"

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
  void apply_names_and_drops();
  /// Fills in the roots and what may be the same.
  void finish();

 private:
  /// Why two groups may be one.
  enum class Why : std::uint8_t { variant, form, only_form, full_name, only_full_name, single_name };
  /// Two groups whose names may be those of one.
  struct Candidate {
    std::uint32_t from = 0, to = 0;   ///< the name of `to` is kept
    int weight = 0;
    Why why = Why::variant;
    std::string_view variant;         ///< what the variants say
  };
  using Candidates = std::vector<Candidate>;
  using Name = std::pair<std::uint32_t, std::uint32_t>;   // a key and a group that goes by it
  using Names = std::vector<Name>;

  std::uint32_t root(std::uint32_t group);
  bool may_join(std::uint32_t a, std::uint32_t b);
  bool share_document(std::uint32_t a, std::uint32_t b) const;
  bool are_different(std::uint32_t a, std::uint32_t b);
  bool names_contradict(std::uint32_t a, std::uint32_t b);
  void join(std::uint32_t from, std::uint32_t to, std::string reason);
  void find_different();
  std::string keep_alike(const Corrections::Line& pair, std::vector<std::uint32_t>& from, std::vector<std::uint32_t>& to);
  void tell_idle(std::string text, const Corrections::Line& line, const std::string& missing);
  bool is_considered(const EntityGroup& group) const { return options_.all_nodes || group.is_used; }

  Candidates body_variants();
  Candidates short_forms();
  Candidates people_variants();
  Candidates single_names();
  void add_alike_singles(Candidates& out);
  template <class Wanted>
  void add_other_names(const std::vector<bool>& keys, const Wanted& wanted, Names& out);
  static std::span<const Name> of_key(const Names& names, std::uint32_t key);
  std::size_t count_roots(std::span<const Name> names, std::uint32_t beside);
  std::uint32_t last_word_key(std::string_view name);
  void compare_blocks(const NameBlocks& blocks, Candidates& out);
  const PersonName& person(std::uint32_t group);
  const BodyName& body(std::uint32_t group);
  NameMatch match(std::uint32_t a, std::uint32_t b);
  std::string reason(const Candidate& candidate);
  void weigh(Candidates& candidates);
  void join(Candidates candidates);
  bool is_ambiguous(const Candidate& candidate, const std::vector<const Candidate*>& others);
  bool differs_in_bodies(const EntityGroup& group);
  std::vector<std::vector<Member>> parts_of(std::span<const Member> members);
  void number_members(std::uint32_t group);

  Grouping& grouping_;
  const Corrections& corrections_;
  const ResolveOptions& options_;
  NameVariants variants_;
  std::vector<std::uint32_t> parent_;
  std::vector<std::vector<std::uint32_t>> joined_;   // of each root: the groups in it
  std::vector<std::pair<std::uint32_t, std::uint32_t>> different_;
  GroupEvidence evidence_;
  std::vector<std::uint32_t> key_of_form_;           // of each name; kUnknown where it was not asked for
  std::vector<std::unique_ptr<PersonName>> people_;  // of each key that was asked for
  std::vector<std::unique_ptr<BodyName>> bodies_;
  std::vector<Join> maybes_;                         // weighed and not joined
};

}  // namespace liaison
