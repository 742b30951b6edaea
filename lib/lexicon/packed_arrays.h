// Several arrays of plain records in one section of an image.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace liaison {

/// Records that may stand in a pack: no byte of theirs is left to chance, and none can have a value that it must not have.
template <class T>
concept PlainRecord = std::is_trivially_copyable_v<T> && std::has_unique_object_representations_v<T>;

/// Writes arrays one behind the other, each behind its length, and all aligned to eight bytes.
class ArraysWriter {
 public:
  /// Adds an array. Always true, so that one list of tables serves an ArraysReader too.
  template <PlainRecord T>
  bool operator()(const std::vector<T>& records) {
    const std::uint64_t count = records.size();
    bytes_.append(reinterpret_cast<const char*>(&count), sizeof count);
    if (count > 0) bytes_.append(reinterpret_cast<const char*>(records.data()), count * sizeof(T));
    bytes_.resize((bytes_.size() + 7) / 8 * 8);
    return true;
  }
  /// All that was added so far.
  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

/// Reads what an ArraysWriter wrote, in the same order. What the records say is for their owner to check.
class ArraysReader {
 public:
  /// A view: the bytes outlive it. Requires: they are aligned to eight, as sections are.
  explicit ArraysReader(std::string_view bytes) : rest_(bytes) {}

  /// Replaces `records` by the next array. False, and nothing is read, if it does not stand there whole.
  template <PlainRecord T>
  [[nodiscard]] bool operator()(std::vector<T>& records) {
    std::uint64_t count = 0;
    if (rest_.size() < sizeof count) return false;
    std::memcpy(&count, rest_.data(), sizeof count);
    if (count > (rest_.size() - sizeof count) / sizeof(T)) return false;
    static_assert(alignof(T) <= sizeof count);
    const T* first = reinterpret_cast<const T*>(rest_.data() + sizeof count);
    records.assign(first, first + count);
    rest_.remove_prefix(std::min(sizeof count + (count * sizeof(T) + 7) / 8 * 8, rest_.size()));
    return true;
  }
  /// True behind the last array.
  bool at_end() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

}  // namespace liaison
