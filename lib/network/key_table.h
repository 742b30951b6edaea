// Numbers for texts that come again and again.
#pragma once

#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

#include <xxhash.h>

namespace liaison {

/// Gives each different text a number, 0, 1, 2 … in the order in which they come. Views live as long as the table.
class KeyTable {
 public:
  static constexpr std::uint32_t kNone = 0xffffffff;

  std::uint32_t add(std::string_view text) {
    if (slots_.size() < 2 * (texts_.size() + 1)) grow();
    const std::uint64_t hash = XXH3_64bits(text.data(), text.size());
    std::uint32_t& slot = find_slot(text, hash);
    if (slot == kNone) {
      slot = static_cast<std::uint32_t>(texts_.size());
      texts_.push_back(store(text));
      hashes_.push_back(hash);
    }
    return slot;
  }
  /// `kNone` for a text that was never added.
  std::uint32_t find(std::string_view text) {
    return slots_.empty() ? kNone : find_slot(text, XXH3_64bits(text.data(), text.size()));
  }
  std::string_view operator[](std::uint32_t number) const { return texts_[number]; }
  std::size_t size() const { return texts_.size(); }

 private:
  static constexpr std::size_t kBlock = 1 << 16;

  std::uint32_t& find_slot(std::string_view text, std::uint64_t hash) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    while (slots_[at] != kNone && (hashes_[slots_[at]] != hash || texts_[slots_[at]] != text)) at = (at + 1) & mask;
    return slots_[at];
  }

  void grow() {
    slots_.assign(slots_.empty() ? 1024 : 2 * slots_.size(), kNone);
    const std::size_t mask = slots_.size() - 1;
    for (std::uint32_t i = 0; i < texts_.size(); ++i) {
      std::size_t at = hashes_[i] & mask;
      while (slots_[at] != kNone) at = (at + 1) & mask;
      slots_[at] = i;
    }
  }

  std::string_view store(std::string_view text) {
    if (blocks_.empty() || left_ < text.size()) {
      left_ = text.size() > kBlock ? text.size() : kBlock;
      blocks_.push_back(std::make_unique<char[]>(left_));
      at_ = blocks_.back().get();
    }
    if (!text.empty()) std::memcpy(at_, text.data(), text.size());
    const std::string_view out(at_, text.size());
    at_ += text.size();
    left_ -= text.size();
    return out;
  }

  std::vector<std::uint32_t> slots_;
  std::vector<std::string_view> texts_;
  std::vector<std::uint64_t> hashes_;
  std::vector<std::unique_ptr<char[]>> blocks_;
  char* at_ = nullptr;
  std::size_t left_ = 0;
};

}  // namespace liaison
