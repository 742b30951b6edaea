// The files of a pack that say which names may be one.
#pragma once

#include <algorithm>
#include <string_view>

#include "lexicon/lexicon.h"
#include "pack_contents.h"

namespace liaison {

/// Calls `use` with each line of a file that is neither empty nor a comment; a pack may lack it. Views of the pack.
template <class Use>
void each_variant_line(const Pack& pack, std::string_view path, const Use& use) {
  const Pack::Contents& contents = pack.contents();
  for (const StoredSource& stored : contents.image.table<StoredSource>(SectionId::sources)) {
    if (contents.lexicon.string(stored.path) != path) continue;
    const std::string_view text = contents.lexicon.string(stored.text);
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      const std::string_view line = text.substr(at, end - at);
      if (!line.empty() && line.front() != '#') use(line);
      at = end + 1;
    }
  }
}

}  // namespace liaison
