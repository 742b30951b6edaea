// Reads a word to its end: how far it goes on, and what of its full stops, apostrophes and marks belongs to it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "text/orthography.h"
#include "text/word_shape.h"

namespace liaison {

/// A word, also while it is being read.
struct SurfaceWord {
  std::size_t start = 0;
  std::size_t end = 0;         // set when it is complete
  std::size_t segment = 0;     // after its last inner full stop
  std::size_t clitic_end = 0;  // of the clitic that begins at `end`, or 0
  std::uint32_t flags = 0;     // beyond those of its shape
  bool initials = false;       // single letters with stops so far: U.S
  WordShape shape;
};

/// Reads a word on from `at`. Requires: its start and segment are set, and its shape has what of it stands before `at`.
/// `after_capital`: the token before the word begins with a capital.
void read_word(std::string_view text, std::size_t at, const Orthography& orthography, bool after_capital, SurfaceWord& word);

}  // namespace liaison
