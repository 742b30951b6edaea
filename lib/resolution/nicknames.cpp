#include "resolution/nicknames.h"

#include <algorithm>
#include <string_view>

#include "lexicon/stored_lines.h"

namespace liaison {

Nicknames::Nicknames(const Image& image, const Lexicon& lexicon) {
  std::uint32_t group = 0;
  each_stored_line(image, lexicon, "variants/nicknames.txt", [&](std::string_view line) {
    for (std::size_t at = 0; at < line.size();) {
      const std::size_t end = std::min(line.find(' ', at), line.size());
      if (const WordId word = lexicon.find(line.substr(at, end - at)); end > at && word != kNoWord) groups_.emplace_back(word, group);
      at = end + 1;
    }
    ++group;
  });
  std::sort(groups_.begin(), groups_.end());
}

bool Nicknames::are_one(WordId a, WordId b) const {
  auto x = std::lower_bound(groups_.begin(), groups_.end(), std::pair(a, 0u));
  auto y = std::lower_bound(groups_.begin(), groups_.end(), std::pair(b, 0u));
  while (x != groups_.end() && y != groups_.end() && x->first == a && y->first == b) {
    if (x->second == y->second) return true;
    ++(x->second < y->second ? x : y);
  }
  return false;
}

}  // namespace liaison
