// Folding: the form under which a word is looked up.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace liaison {

/// Replaces `out` by the folded form of a token: small letters, diacritics taken off, typographic apostrophes and
/// quotation marks plain. Invalid bytes are kept. ASCII takes a fast path; the rest is ICU's (NFKD, no marks,
/// case folded). Linear; allocates only as `out` grows.
void fold(std::string_view token, std::string& out);

/// The same as a value.
std::string folded(std::string_view token);

/// Eight bytes with their ASCII letters small.
inline std::uint64_t small_letters(std::uint64_t bytes) {
  constexpr std::uint64_t kEach = 0x0101010101010101, kHigh = 0x80 * kEach;
  const std::uint64_t low = bytes & ~kHigh;
  const std::uint64_t from_a = low + (0x80 - 'A') * kEach, past_z = low + (0x80 - 'Z' - 1) * kEach;
  return bytes | (from_a & ~past_z & ~bytes & kHigh) >> 2;
}

}  // namespace liaison
