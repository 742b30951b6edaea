// How a person is addressed where a name stands: by title, as a relative, with a suffix.
#pragma once

#include <cstdint>
#include <span>

#include "recognition/name_classes.h"
#include "rules/annotation.h"

namespace liaison {

enum class Gender : std::uint8_t { unknown, male, female };

/// What an attribute `gender` says.
Gender gender_of(std::string_view value);
/// The gender of a person by what the gazetteers know of a name, else by the given name that it begins with. Constant time.
Gender gender_of_name(const TextView& view, const Annotation& name, ClassId given_male, ClassId given_female);
/// True unless both are known and differ.
inline bool genders_fit(Gender a, Gender b) { return a == Gender::unknown || b == Gender::unknown || a == b; }

/// What stands beside the name of a person.
struct Address {
  Gender gender = Gender::unknown;  ///< of an honorific: "Mrs. Clinton"
  std::uint64_t title = 0;          ///< of the words of the role before it, or in apposition behind it; 0: none
  const Annotation* role = nullptr; ///< that role, among the annotations
  bool before = false;              ///< the role stands before the name: "President Obama"
  bool kin = false;                 ///< told as somebody's relative: "his wife Ann"
  bool suffix = false;              ///< ends with "Jr." or the like, inside of the name or right behind it
};

/// Reads what stands beside the name with an index among the annotations, which are sorted. Constant time.
Address address_of(const TextView& view, const NameClasses& classes, std::span<const Annotation> annotations, std::uint32_t name);

}  // namespace liaison
