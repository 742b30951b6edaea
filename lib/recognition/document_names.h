// What the names that were found in a document say of the rest of it.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "recognition/name_classes.h"
#include "recognition/name_features.h"
#include "rules/annotation.h"

namespace liaison {

/// The names of a document, as evidence for others. Requires: used by one thread at a time; memory is reused.
class DocumentNames {
 public:
  /// Replaces what is known by the names that a round found, sorted, with how each may be repeated: surname, short form,
  /// first letters. `acronyms` are the tokens that may be acronyms in brackets.
  void learn(const TextView& view, const NameClasses& classes, std::span<const Annotation> names,
             std::span<const std::uint32_t> acronyms);

  /// Calls `each(DocumentEvidence, type, level)` for what the document says of the tokens first … last as a whole.
  /// What overlaps them is no evidence.
  template <class Each>
  void evidence(const TextView& view, std::uint32_t first, std::uint32_t last, const Each& each) const {
    evidence(key_of(view, first, last), view, first, last, each);
  }
  /// The same for tokens whose key is known: `extend` makes it, token by token, of that of none.
  template <class Each>
  void evidence(std::uint64_t key, const TextView& view, std::uint32_t first, std::uint32_t last, const Each& each) const;
  static constexpr std::uint64_t kNoTokens = 0x243F6A8885A308D3u;
  static std::uint64_t extend(std::uint64_t key, WordId word) {
    key = (key ^ word) * 0x9E3779B97F4A7C15u;
    return key ^ key >> 29;
  }
  /// The key of the tokens first … last.
  static std::uint64_t key_of(const TextView& view, std::uint32_t first, std::uint32_t last) {
    std::uint64_t key = kNoTokens;
    for (std::uint32_t i = first; i < last; ++i) key = extend(key, view.tokens[i].word);
    return key;
  }
  /// The end of a person's surname, before "Jr.".
  static std::uint32_t end_of_surname(const TextView& view, const NameClasses& classes, const Annotation& name);
  /// True if the tokens as a whole were found elsewhere as a person or body.
  bool was_found(const TextView& view, std::uint32_t first, std::uint32_t last) const;
  /// How surely an entity of the gazetteers was found elsewhere: 0, or a level.
  std::uint16_t level_of(std::uint32_t entity, std::uint32_t first, std::uint32_t last) const;
  /// The name in a list that a candidate would end before, or begin behind: 1 + the index of its type, or 0.
  std::uint8_t beside_end(const TextView& view, const NameClasses& classes, std::uint32_t last) const;
  std::uint8_t beside_start(const TextView& view, const NameClasses& classes, std::uint32_t first) const;

 private:
  /// Where something was found, and how surely. What overlaps a candidate is no evidence for it.
  struct Seen {
    std::int32_t best = 0, second = 0;     // scores of the best and the second-best occurrence
    std::uint32_t first = 0, last = 0;     // tokens of the best

    void note(const Annotation& name);
    std::int32_t elsewhere(std::uint32_t from, std::uint32_t to) const { return from < last && first < to ? second : best; }
  };
  /// What is known of one string: where it was found as a type (2 * type) or as a part of a name (2 * type + 1).
  struct Known {
    std::uint32_t found = 0;               // a bit for each of the following that is in use
    std::array<Seen, 2 * kNameTypeCount> seen;

    std::uint16_t level_elsewhere(std::size_t what, std::uint32_t first, std::uint32_t last) const {
      return level(seen[what].elsewhere(first, last));
    }
  };
  static constexpr std::size_t kPersonPart = 2 * 0 + 1, kOrgPart = 2 * 1 + 1;  // in Known
  /// Where the places of a key stand: strings in strings_, first letters and entities in others_.
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t index = kNothing;
  };
  static constexpr std::uint32_t kNothing = 0xffffffff;

  static std::uint64_t key_of_letters(std::string_view letters);
  static std::uint64_t key_of_entity(std::uint32_t entity) { return extend(0x452821E638D01377u, entity); }
  static std::uint16_t level(std::int32_t score);
  const Slot& slot(std::uint64_t key) const {
    std::size_t at = key & (slots_.size() - 1);
    while (slots_[at].index != kNothing && slots_[at].key != key) at = (at + 1) & (slots_.size() - 1);
    return slots_[at];
  }
  Slot& slot(std::uint64_t key) { return const_cast<Slot&>(std::as_const(*this).slot(key)); }
  void make_room();
  const Seen* acronym(const TextView& view, std::uint32_t token) const;
  bool is_term(const TextView& view, std::uint32_t token) const;
  std::uint16_t owner_level(const TextView& view, std::uint32_t first, std::uint32_t last) const;
  void note_terms(const TextView& view, const NameClasses& classes, std::span<const Annotation> names,
                  std::span<const std::uint32_t> acronyms);
  void note(const TextView& view, std::uint32_t first, std::uint32_t last, std::size_t what, const Annotation& name);
  void note(std::uint64_t key, const Annotation& name);
  void add(const TextView& view, const NameClasses& classes, const Annotation& name);
  void note_initials(const TextView& view, const Annotation& name);
  void add_person_parts(const TextView& view, const NameClasses& classes, const Annotation& name);
  void add_org_parts(const TextView& view, const NameClasses& classes, const Annotation& name);

  std::vector<Slot> slots_ = std::vector<Slot>(16);  // a hash table; a power of two, never more than half full
  std::vector<Known> strings_;
  std::vector<Seen> others_;                    // of first letters, and of entities of the gazetteers
  bool has_letters_ = false;
  std::vector<WordId> terms_;                   // acronyms of what is no body
  std::vector<std::uint8_t> starting_, ending_;  // for each token: 1 + the type of a name there
};

template <class Each>
void DocumentNames::evidence(std::uint64_t key, const TextView& view, std::uint32_t first, std::uint32_t last,
                             const Each& each) const {
  if (const Slot& at = slot(key); at.index != kNothing) {
    const Known& known = strings_[at.index];
    const bool shared = known.level_elsewhere(kPersonPart, first, last) && known.level_elsewhere(kOrgPart, first, last);
    const DocumentEvidence part = shared ? DocumentEvidence::shared : DocumentEvidence::part;
    for (std::uint32_t rest = known.found; rest != 0; rest &= rest - 1) {
      auto what = static_cast<std::uint16_t>(std::countr_zero(rest));
      if (std::uint16_t sure = known.level_elsewhere(what, first, last))
        each(what % 2 ? part : DocumentEvidence::again, static_cast<std::uint16_t>(what / 2), sure);
    }
  }
  if (last - first == 2)
    if (std::uint16_t sure = owner_level(view, first, last))
      each(DocumentEvidence::owner, static_cast<std::uint16_t>(name_type_index(symbols::person)), sure);
  if (last - first != 1) return;
  if (is_term(view, first))
    each(DocumentEvidence::term, static_cast<std::uint16_t>(name_type_index(symbols::misc)), static_cast<std::uint16_t>(kLevelCount));
  if (const Seen* seen = acronym(view, first))
    if (std::uint16_t found = level(seen->elsewhere(first, last)))
      each(DocumentEvidence::acronym, static_cast<std::uint16_t>(name_type_index(symbols::org)), found);
}

}  // namespace liaison
