#include "liaison/document.h"

#include <bit>
#include <cstring>

#include "text/utf8.h"

namespace liaison {
namespace {

constexpr std::size_t kBlockBytes = 64;
constexpr std::uint64_t kHighBits = 0x8080808080808080;

/// True if eight bytes stand at `at` and all of them are ASCII.
bool ascii_eight(std::string_view text, std::size_t at) {
  if (at + 8 > text.size()) return false;
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, text.data() + at, 8);
  return (bytes & kHighBits) == 0;
}

}  // namespace

OffsetMap::OffsetMap(std::string_view text, OffsetUnit unit)
    : unit_(unit), size_(static_cast<std::uint32_t>(text.size())) {
  if (unit == OffsetUnit::byte) return;
  blocks_.resize(text.size() / kBlockBytes + 1);
  mark_units(text);
  sum_blocks();
}

void OffsetMap::mark_units(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (at % 8 == 0 && ascii_eight(text, at)) {
      blocks_[at / kBlockBytes].units |= std::uint64_t{0xFF} << at % kBlockBytes;
      at += 8;
      continue;
    }
    const auto length = decode_utf8(text, at).length;
    mark(at);
    // A character outside of the basic plane is a pair of surrogates.
    if (length == 4 && unit_ == OffsetUnit::utf16) mark(at + 1);
    at += length;
  }
}

void OffsetMap::sum_blocks() {
  std::uint32_t sum = 0;
  for (auto& block : blocks_) {
    block.units_before = sum;
    sum += static_cast<std::uint32_t>(std::popcount(block.units));
  }
}

std::uint32_t OffsetMap::convert(std::uint32_t byte_offset) const {
  const auto at = std::min(byte_offset, size_);
  if (unit_ == OffsetUnit::byte) return at;
  const auto& block = blocks_[at / kBlockBytes];
  const auto before = (std::uint64_t{1} << at % kBlockBytes) - 1;
  return block.units_before +
         static_cast<std::uint32_t>(std::popcount(block.units & before));
}

}  // namespace liaison
