// Numbers for texts that come again and again.
#pragma once

#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace liaison {

/// Gives each different text a number, 0, 1, 2 … in the order in which they come. Views live as long as the table.
class KeyTable {
 public:
  static constexpr std::uint32_t kNone = 0xffffffff;

  KeyTable() = default;
  /// A copy shares the texts that there are, and begins a block of its own with the next.
  KeyTable(const KeyTable& other) : slots_(other.slots_), texts_(other.texts_), blocks_(other.blocks_) {}
  KeyTable(KeyTable&&) noexcept = default;
  KeyTable& operator=(const KeyTable& other) { return *this = KeyTable(other); }
  KeyTable& operator=(KeyTable&&) noexcept = default;

  static std::uint64_t hash(std::string_view text);

  std::uint32_t add(std::string_view text) { return add(text, hash(text)); }
  /// `kNone` for a text that was never added.
  std::uint32_t find(std::string_view text) const { return slots_.empty() ? kNone : find_slot(text, hash(text)).number; }
  std::string_view operator[](std::uint32_t number) const { return texts_[number]; }
  std::size_t size() const { return texts_.size(); }

 private:
  static constexpr std::size_t kBlock = 1 << 16;

  /// The upper half of a hash says where to look and, whole, whether it is worth to look at the text.
  struct Slot {
    std::uint32_t tag = 0, number = kNone;
  };

  std::size_t place(std::uint64_t hash) const { return (hash >> 32) & (slots_.size() - 1); }

  std::uint32_t add(std::string_view text, std::uint64_t hash) {
    if (slots_.size() < 2 * (texts_.size() + 1)) grow();
    Slot& slot = const_cast<Slot&>(find_slot(text, hash));
    if (slot.number == kNone) {
      slot = {static_cast<std::uint32_t>(hash >> 32), static_cast<std::uint32_t>(texts_.size())};
      texts_.push_back(store(text));
    }
    return slot.number;
  }

  const Slot& find_slot(std::string_view text, std::uint64_t hash) const {
    const auto tag = static_cast<std::uint32_t>(hash >> 32);
    std::size_t at = place(hash);
    while (slots_[at].number != kNone && (slots_[at].tag != tag || texts_[slots_[at].number] != text)) at = next(at);
    return slots_[at];
  }

  std::size_t next(std::size_t at) const { return (at + 1) & (slots_.size() - 1); }

  void grow() {
    std::vector<Slot> old(slots_.empty() ? 1024 : 2 * slots_.size());
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.number == kNone) continue;
      std::size_t at = slot.tag & (slots_.size() - 1);
      while (slots_[at].number != kNone) at = next(at);
      slots_[at] = slot;
    }
  }

  std::string_view store(std::string_view text) {
    if (blocks_.empty() || left_ < text.size()) {
      left_ = text.size() > kBlock ? text.size() : kBlock;
      const auto block = std::make_shared<char[]>(left_);
      at_ = block.get();
      blocks_.push_back(block);
    }
    if (!text.empty()) std::memcpy(at_, text.data(), text.size());
    const std::string_view out(at_, text.size());
    at_ += text.size();
    left_ -= text.size();
    return out;
  }

  std::vector<Slot> slots_;
  std::vector<std::string_view> texts_;
  std::vector<std::shared_ptr<const char[]>> blocks_;   // shared by copies
  char* at_ = nullptr;
  std::size_t left_ = 0;
};

/// The same for texts that outlive the table, which keeps but views of them and, for speed, tells them apart by their
/// hashes alone: of ten million texts the chance that two have one is 1 in 300,000.
class NameTable {
 public:
  /// So that the place of a text is at hand when it is asked for soon.
  void prefetch(std::uint64_t hash) const {
    if (!slots_.empty()) __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]);
  }
  std::uint32_t add(std::string_view text, std::uint64_t hash) {
    return add(hash, [&] { return text; });
  }
  /// The same, where `text` is asked for the text if it is new.
  template <class Text>
  std::uint32_t add(std::uint64_t hash, const Text& text) {
    if (slots_.size() < 2 * (texts_.size() + 1)) grow();
    Slot& slot = find(hash);
    if (slot.number == KeyTable::kNone) {
      slot = {hash, static_cast<std::uint32_t>(texts_.size())};
      texts_.push_back(text());
    }
    return slot.number;
  }
  std::string_view operator[](std::uint32_t number) const { return texts_[number]; }
  std::size_t size() const { return texts_.size(); }

 private:
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t number = KeyTable::kNone;
  };

  Slot& find(std::uint64_t hash) {
    std::size_t at = hash & (slots_.size() - 1);
    while (slots_[at].number != KeyTable::kNone && slots_[at].hash != hash) at = (at + 1) & (slots_.size() - 1);
    return slots_[at];
  }

  void grow() {
    std::vector<Slot> old(slots_.empty() ? 1024 : 2 * slots_.size());
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.number != KeyTable::kNone) find(slot.hash) = slot;
    }
  }

  std::vector<Slot> slots_;
  std::vector<std::string_view> texts_;
};

}  // namespace liaison
