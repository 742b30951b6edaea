// The word classes that names are found by.
#pragma once

#include <cstddef>
#include <cstdint>

#include "lexicon/class_gates.h"
#include "lexicon/lexicon.h"
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
  ClassId honorific = ClassId::none;       ///< with the gender of who is addressed
  ClassId head = ClassId::none, head_first = ClassId::none;  ///< kinds of bodies: "X Bank", "Bank of X"
  ClassId legal_suffix = ClassId::none, name_suffix = ClassId::none, particle = ClassId::none;
  ClassId leading = ClassId::none;         ///< particles that a surname may begin with: "von Bothmer"
  ClassId syllable = ClassId::none;        ///< what a given name ends with behind its hyphen: "Lee Nak-yeon"
  ClassId kin = ClassId::none;             ///< a relative
  ClassId role_head = ClassId::none;       ///< with what an abbreviation means: "Sen."
  ClassId bracket = ClassId::none, possessive = ClassId::none;

  NameClasses() = default;
  explicit NameClasses(const Lexicon& lexicon);

  /// Those of the classes that are asked of each token, as bits.
  enum Bit : GateBits { kConnector = 1, kListMark = 2, kUncapitalised = 4, kLegalSuffix = 8, kLeading = 16, kSyllable = 32 };
  GateBits bits(const TextView& view, std::uint32_t token) const {
    std::uint32_t set = view.words->class_set(token);
    return set < set_count_ ? gates_.of_set(set) : gates_.of(view.classes(token));
  }

 private:
  ClassGates gates_;
  std::size_t set_count_ = 0;
};

}  // namespace liaison
