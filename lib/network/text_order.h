// Sorting by texts that lie far apart in memory.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

namespace liaison {

/// Sorts numbers by their texts, byte by byte, and equal texts by number. Eight bytes of each text at a time are
/// fetched once and sorted beside its number, instead of fetching both texts for each comparison.
template <class TextOf>
class TextOrder {
 public:
  explicit TextOrder(const TextOf& text_of) : text_of_(text_of) {}

  void sort(std::vector<std::uint32_t>& numbers) {
    items_.clear();
    for (const std::uint32_t number : numbers) items_.push_back({0, number});
    sort(items_.begin(), items_.end(), 0);
    std::transform(items_.begin(), items_.end(), numbers.begin(), [](const Item& item) { return item.number; });
  }

 private:
  struct Item {
    std::uint64_t part = 0;
    std::uint32_t number = 0;
  };
  using Place = typename std::vector<Item>::iterator;
  static constexpr std::size_t kPart = 8;

  void sort(Place begin, Place end, std::size_t depth) {
    std::size_t longest = 0;
    for (Place at = begin; at != end; ++at) {
      const std::string_view text = text_of_(at->number);
      longest = std::max(longest, text.size());
      at->part = 0;
      for (std::size_t i = depth; i < depth + kPart; ++i) {
        at->part = at->part << 8 | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0);
      }
    }
    std::sort(begin, end, [](const Item& a, const Item& b) { return a.part != b.part ? a.part < b.part : a.number < b.number; });
    for (Place run = begin; run != end;) {
      Place next = run + 1;
      while (next != end && next->part == run->part) ++next;
      if (next - run > 1) sort_equal(run, next, depth + kPart, longest);
      run = next;
    }
  }

  void sort_equal(Place begin, Place end, std::size_t depth, std::size_t longest) {
    if (longest > depth) return sort(begin, end, depth);
    // What differs still can but be bytes of zero.
    std::sort(begin, end, [&](const Item& a, const Item& b) {
      const std::size_t first = text_of_(a.number).size(), second = text_of_(b.number).size();
      return first != second ? first < second : a.number < b.number;
    });
  }

  const TextOf& text_of_;
  std::vector<Item> items_;
};

}  // namespace liaison
