#include "lexicon/removed_names.h"

#include <utility>

namespace liaison {

void RemovedNames::add(std::vector<WordId> words, Symbol type, const std::string& file) {
  removed_.emplace(std::move(words), Removal{type, file});
}

bool RemovedNames::hit(std::span<const WordId> words, Symbol type, const std::string* file) {
  if (removed_.empty()) return false;
  auto [first, last] = removed_.equal_range(words);
  bool removed = false;
  for (auto at = first; at != last; ++at) {
    bool own = file && at->second.file == *file;
    bool hits = !own && (!at->second.type || at->second.type == type);
    at->second.used |= hits;
    removed |= hits;
  }
  return removed;
}

bool RemovedNames::has_hit(std::span<const WordId> words, Symbol type, const std::string& file) const {
  auto [first, last] = removed_.equal_range(words);
  return std::any_of(first, last, [&](const auto& removal) {
    return removal.second.used && removal.second.type == type && removal.second.file == file;
  });
}

}  // namespace liaison
