// What the names that were found in a document say of the rest of it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "lexicon/lexicon.h"
#include "recognition/name_features.h"
#include "rules/annotation.h"

namespace liaison {

/// The word classes that decide where a candidate may begin, go on and end, and what a name's parts are. Looked up
/// once for each pack.
struct NameClasses {
  ClassId connector = ClassId::none;       ///< may stand inside a name: of, and, &, de …
  ClassId list_mark = ClassId::none;       ///< stands between names of one kind: commas, and, or
  ClassId uncapitalised = ClassId::none;   ///< names that are written without a capital
  ClassId never = ClassId::none;           ///< never a name by itself
  ClassId given[3] = {ClassId::none, ClassId::none, ClassId::none};
  ClassId surname = ClassId::none, ordinary = ClassId::none, common = ClassId::none;
  ClassId nationality = ClassId::none;     ///< adjectives and peoples
  ClassId legal_suffix = ClassId::none, head = ClassId::none, name_suffix = ClassId::none, particle = ClassId::none;

  NameClasses() = default;
  explicit NameClasses(const Lexicon& lexicon);
};

/// The names of a document, as evidence for others. Requires: used by one thread at a time; memory is reused.
class DocumentNames {
 public:
  /// Replaces what is known by the names that a round found, with how each may be repeated: surname, short form,
  /// first letters.
  void learn(const TextView& view, const NameClasses& classes, std::span<const Annotation> names);

  /// Calls `each(DocumentEvidence, type, level)` for what the document says of the tokens first … last as a whole.
  /// What overlaps them is no evidence.
  template <class Each>
  void evidence(const TextView& view, std::uint32_t first, std::uint32_t last, const Each& each) const;
  /// How surely an entity of the gazetteers was found elsewhere: 0, or a level.
  std::uint16_t level_of(std::uint32_t entity, std::uint32_t first, std::uint32_t last) const;
  /// Calls `each(DocumentEvidence::beside, type, 1)` for the names beside first … last in a list.
  template <class Each>
  void beside(const TextView& view, const NameClasses& classes, std::uint32_t first, std::uint32_t last, const Each& each) const;

 private:
  /// Where something was found, and how surely. What overlaps a candidate is no evidence for it.
  struct Seen {
    std::int32_t best = 0, second = 0;     // scores of the best and the second-best occurrence
    std::uint32_t first = 0, last = 0;     // tokens of the best

    void note(const Annotation& name);
    std::int32_t elsewhere(std::uint32_t from, std::uint32_t to) const { return from < last && first < to ? second : best; }
  };
  struct Known {
    Seen whole[kNameTypeCount], part[kNameTypeCount];
  };

  static std::uint64_t key_of(const TextView& view, std::uint32_t first, std::uint32_t last);
  static std::uint16_t level(std::int32_t score);
  const Seen* acronym(const TextView& view, std::uint32_t token) const;
  Known& known(const TextView& view, std::uint32_t first, std::uint32_t last) { return strings_[key_of(view, first, last)]; }
  void add(const TextView& view, const NameClasses& classes, const Annotation& name);
  void note_initials(const TextView& view, const Annotation& name);
  void add_person_parts(const TextView& view, const NameClasses& classes, const Annotation& name);
  void add_org_parts(const TextView& view, const NameClasses& classes, const Annotation& name);

  std::unordered_map<std::uint64_t, Known> strings_;
  std::unordered_map<std::string, Seen> initials_;
  std::unordered_map<std::uint32_t, Seen> entities_;  // of the gazetteers
  std::vector<std::uint8_t> starting_, ending_;       // for each token: 1 + the type of a name there
};

template <class Each>
void DocumentNames::evidence(const TextView& view, std::uint32_t first, std::uint32_t last, const Each& each) const {
  if (auto at = strings_.find(key_of(view, first, last)); at != strings_.end())
    for (std::uint16_t type = 0; type < kNameTypeCount; ++type) {
      std::uint16_t again = level(at->second.whole[type].elsewhere(first, last));
      std::uint16_t part = level(at->second.part[type].elsewhere(first, last));
      if (again) each(DocumentEvidence::again, type, again);
      if (part) each(DocumentEvidence::part, type, part);
    }
  if (last - first != 1) return;
  if (const Seen* seen = acronym(view, first))
    if (std::uint16_t found = level(seen->elsewhere(first, last)))
      each(DocumentEvidence::acronym, static_cast<std::uint16_t>(name_type_index(symbols::org)), found);
}

template <class Each>
void DocumentNames::beside(const TextView& view, const NameClasses& classes, std::uint32_t first, std::uint32_t last,
                           const Each& each) const {
  auto joins = [&](std::uint32_t token) { return view.classes(token).has(classes.list_mark); };
  auto tell = [&](std::uint8_t type) {
    if (type > 0) each(DocumentEvidence::beside, static_cast<std::uint16_t>(type - 1), std::uint16_t{1});
  };
  std::uint32_t next = last;
  while (next < view.tokens.size() && next < last + 2 && joins(next)) ++next;
  if (next > last && next < view.tokens.size()) tell(starting_[next]);
  std::uint32_t before = first;
  while (before > 0 && before + 2 > first && joins(before - 1)) --before;
  if (before < first && before > 0) tell(ending_[before - 1]);
}

}  // namespace liaison
