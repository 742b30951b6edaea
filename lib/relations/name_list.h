// People who are told one after another: "A of X, B (Texas) and C".
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "rules/unit.h"

namespace liaison {

/// The word classes that hold a list together. Looked up once for each pack.
struct NameListClasses {
  ClassId comma = ClassId::none, join = ClassId::none, of = ClassId::none, at = ClassId::none, article = ClassId::none;
  ClassId bracket = ClassId::none, hyphen = ClassId::none, possessive = ClassId::none, honorific = ClassId::none;

  NameListClasses() = default;
  explicit NameListClasses(const Lexicon& lexicon);
};

/// A person of a list, and the body that is told beside: "of X", "at X", "(Texas)", "X's". Both are units.
struct ListedPerson {
  static constexpr std::uint32_t kNone = 0xffffffff;

  std::uint32_t person = 0, body = kNone;

  friend bool operator==(const ListedPerson&, const ListedPerson&) = default;
};

/// Replaces `out` by the people of the list that begins with a person, in their order; nothing where "and" does not
/// close it. Time linear in the list.
void people_from(std::span<const Unit> units, const NameListClasses& classes, std::uint32_t first,
                 std::vector<ListedPerson>& out);

/// The same of the list that ends with a person.
void people_until(std::span<const Unit> units, const NameListClasses& classes, std::uint32_t last,
                  std::vector<ListedPerson>& out);

}  // namespace liaison
