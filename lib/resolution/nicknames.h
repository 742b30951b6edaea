// Which given names stand for one another: Robert, Bob, Bobby.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "lexicon/image.h"
#include "lexicon/lexicon.h"

namespace liaison {

/// The groups of given names that a pack lists (`variants/nicknames.txt`), as words. Immutable and safe to share.
class Nicknames {
 public:
  Nicknames() = default;
  Nicknames(const Image& image, const Lexicon& lexicon);

  /// True if some group holds both names. O(log n).
  bool are_one(WordId a, WordId b) const;

 private:
  std::vector<std::pair<WordId, std::uint32_t>> groups_;  // of each word, sorted
};

}  // namespace liaison
