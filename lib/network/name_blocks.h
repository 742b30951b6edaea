// Which groups have a key in common.
#pragma once

#include <bit>
#include <cstdint>
#include <utility>
#include <vector>

namespace liaison {

/// Groups by the hashes of what their names share. Most keys are those of one group alone, and cost one look.
class NameBlocks {
 public:
  /// At most so many groups and keys are added.
  explicit NameBlocks(std::size_t count) : slots_(std::bit_ceil(2 * count + 2)) { entries_.reserve(count); }

  /// So that the place of a key is at hand when it is added soon.
  void prefetch(std::uint64_t key) const { __builtin_prefetch(&slots_[(key >> 20) & (slots_.size() - 1)]); }

  /// Adds a group to the block of a key, 0 of which is none. Groups come in their order.
  void add(std::uint64_t key, std::uint32_t group) {
    if (key == 0) return;
    std::size_t at = (key >> 20) & (slots_.size() - 1);
    while (slots_[at].key != 0 && slots_[at].key != key) at = (at + 1) & (slots_.size() - 1);
    Slot& slot = slots_[at];
    const auto entry = static_cast<std::uint32_t>(entries_.size());
    if (slot.key == 0) slot = {key, entry, entry, 0};
    else entries_[slot.last].next = entry;
    entries_.push_back({group, entry});
    slot.last = entry;
    if (++slot.count == 2) common_.push_back(static_cast<std::uint32_t>(at));
  }

  /// Calls `use` with the groups of each block that has two of them, but not more than `most`.
  template <class Use>
  void each(std::size_t most, const Use& use) const {
    std::vector<std::uint32_t> block;
    for (const std::uint32_t at : common_) {
      const Slot& slot = slots_[at];
      if (slot.count > most) continue;
      block.clear();
      for (std::uint32_t entry = slot.first;; entry = entries_[entry].next) {
        block.push_back(entries_[entry].group);
        if (entry == slot.last) break;
      }
      use(block);
    }
  }

 private:
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t first = 0, last = 0, count = 0;
  };
  struct Entry {
    std::uint32_t group = 0, next = 0;
  };

  std::vector<Slot> slots_;
  std::vector<Entry> entries_;
  std::vector<std::uint32_t> common_;   // slots
};

}  // namespace liaison
