#include "network/key_table.h"

#include <xxhash.h>

namespace liaison {

std::uint64_t KeyTable::hash(std::string_view text) { return XXH3_64bits(text.data(), text.size()); }

}  // namespace liaison
