// The lists that a pack keeps as they stand in its sources, to be read line by line.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "lexicon/image.h"
#include "lexicon/lexicon.h"

namespace liaison {

/// The text of a file of the pack: a file of rules or weights, or a list of variants.
struct StoredSource {
  std::uint32_t path = 0, text = 0;  ///< in the strings
};

/// Calls `use` with each line of a file that is neither empty nor a comment; a pack may lack it. The lines are views of the
/// pack. Linear in the text.
template <class Use>
void each_stored_line(const Image& image, const Lexicon& lexicon, std::string_view path, const Use& use) {
  for (const StoredSource& stored : image.table<StoredSource>(SectionId::sources)) {
    if (lexicon.string(stored.path) != path) continue;
    const std::string_view text = lexicon.string(stored.text);
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      const std::string_view line = text.substr(at, end - at);
      if (!line.empty() && line.front() != '#') use(line);
      at = end + 1;
    }
  }
}

}  // namespace liaison
