// Word classes as bits.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace liaison {

/// A word class of the pack: a list, an inflected form, or a pattern over single words.
enum class ClassId : std::uint16_t { none = 0xffff };

/// How many word classes a pack may have: those of a word fill a line of the cache.
inline constexpr std::size_t kMaxClasses = 512;

/// The classes of one word. A few machine words, copied freely.
class ClassSet {
 public:
  bool has(ClassId id) const {
    auto i = static_cast<std::size_t>(id);
    return i < kMaxClasses && (bits_[i / 64] >> (i % 64) & 1) != 0;
  }
  void add(ClassId id) {
    auto i = static_cast<std::size_t>(id);
    if (i < kMaxClasses) bits_[i / 64] |= std::uint64_t{1} << (i % 64);
  }
  void remove(ClassId id) {
    auto i = static_cast<std::size_t>(id);
    if (i < kMaxClasses) bits_[i / 64] &= ~(std::uint64_t{1} << (i % 64));
  }
  bool meets(const ClassSet& other) const {
    std::uint64_t any = 0;
    for (std::size_t i = 0; i < bits_.size(); ++i) any |= bits_[i] & other.bits_[i];
    return any != 0;
  }
  /// Calls `each(ClassId)` for all of them, in the order of their ids.
  template <class Each>
  void each(const Each& each) const {
    each_of_both(*this, each);
  }
  /// The same for those that another set has as well.
  template <class Each>
  void each_of_both(const ClassSet& other, const Each& each) const {
    for (std::size_t i = 0; i < bits_.size(); ++i)
      for (std::uint64_t rest = bits_[i] & other.bits_[i]; rest != 0; rest &= rest - 1)
        each(static_cast<ClassId>(64 * i + static_cast<std::size_t>(std::countr_zero(rest))));
  }
  bool empty() const {
    std::uint64_t any = 0;
    for (std::uint64_t word : bits_) any |= word;
    return any == 0;
  }
  ClassSet& operator|=(const ClassSet& other) {
    for (std::size_t i = 0; i < bits_.size(); ++i) bits_[i] |= other.bits_[i];
    return *this;
  }
  ClassSet& operator&=(const ClassSet& other) {
    for (std::size_t i = 0; i < bits_.size(); ++i) bits_[i] &= other.bits_[i];
    return *this;
  }
  friend bool operator==(const ClassSet&, const ClassSet&) = default;
  friend auto operator<=>(const ClassSet&, const ClassSet&) = default;

 private:
  std::array<std::uint64_t, kMaxClasses / 64> bits_{};
};

}  // namespace liaison
