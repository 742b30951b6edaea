// The case of a word, from its letters.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/characters.h"
#include "text/token.h"

namespace liaison {

/// What is known of the letters of a word: enough to tell its case.
struct WordShape {
  std::uint32_t letters = 0;  // with case
  std::uint32_t capitals = 0;
  std::uint32_t flags = 0;    // kHasDigit, kNonAscii, kFirstCapital
  bool any_letter = false;

  void add(LetterRun run, unsigned char first) {
    if (run.letters == 0) return;
    if (!any_letter && (first & 0x20) == 0) flags |= kFirstCapital;
    any_letter = true;
    letters += run.letters;
    capitals += run.capitals;
  }

  void add(CharacterKind kind) {
    flags |= kNonAscii;
    if (kind == CharacterKind::digit) flags |= kHasDigit;
    if (!is_letter(kind)) return;
    const bool capital = kind == CharacterKind::upper;
    if (!any_letter && capital) flags |= kFirstCapital;
    any_letter = true;
    letters += kind != CharacterKind::letter;
    capitals += capital;
  }

  std::uint32_t case_flag() const {
    if (letters == 0) return 0;
    if (capitals == 0) return kLower;
    if (letters == 1) return kOneCapital;
    if (capitals == letters) return kAllCaps;
    return capitals == 1 && (flags & kFirstCapital) ? kCapitalised : kMixedCase;
  }

  std::uint32_t token_flags() const {
    return flags | (any_letter ? kIsWord | case_flag() : kIsNumber);
  }
};

/// The shape of a word of any letters and digits.
WordShape shape_of(std::string_view word);

}  // namespace liaison
