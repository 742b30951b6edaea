// Numbers that tell apart what is made at run time.
#pragma once

#include <atomic>
#include <cstdint>

namespace liaison {

/// A number from 1 on that no other call in this process gives, so that what is remembered of one pack or model is not
/// taken for that of another one in the same place. Any number of threads may ask.
inline std::uint64_t unique_number() {
  static std::atomic<std::uint64_t> last = 0;
  return ++last;
}

}  // namespace liaison
