// Acronyms, and the words that a text spells them out with: "visual flight rules (VFR)".
#pragma once

#include <cstdint>
#include <string>

#include "recognition/name_classes.h"
#include "rules/annotation.h"

namespace liaison {

/// The letters of an acronym, small and without its stops: "sec" of "S.E.C.".
std::string letters_of(const TextView& view, std::uint32_t acronym);

/// The first of the words before an acronym in brackets that its letters stand for, each for the first letter of a word,
/// from the last one backwards, with connecting words passed over; `acronym` where there are none, or no bracket. A
/// strict form of Schwartz and Hearst, A simple algorithm for identifying abbreviation definitions in biomedical text
/// (2003), whose letters may stand within words too. Linear in the letters.
std::uint32_t spelled_out_from(const TextView& view, const NameClasses& classes, std::uint32_t acronym);

}  // namespace liaison
