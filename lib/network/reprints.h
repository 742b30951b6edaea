// Which documents of a network are copies of one text.
#pragma once

#include <cstdint>
#include <vector>

#include "network/digests.h"

namespace liaison {

/// For each document the original that it repeats, itself where it repeats none. Documents are copies if their texts
/// have the same hash or sketches that agree in `kCopyBins`; copies of copies are copies. The original is the
/// earliest by date (those without one last), then by place. Documents that agree in four neighbouring bins at least
/// are compared, so that the cost is near linear.
std::vector<std::uint32_t> find_originals(const std::vector<Digested>& documents, const Digests& digests);

}  // namespace liaison
