#include "network/reprints.h"

#include <algorithm>
#include <bit>
#include <numeric>
#include <span>
#include <string_view>

#include "network/key_table.h"
#include "network/text_sketch.h"

namespace liaison {
namespace {

using Band = std::uint64_t;   // four bins
/// So many documents with the same band are compared with its first alone.
constexpr std::size_t kManyAlike = 64;

/// Documents that are copies of each other, as sets.
class CopySets {
 public:
  CopySets(const std::vector<Digested>& documents, const Digests& digests) : documents_(documents), digests_(digests) {
    parent_.resize(documents.size());
    std::iota(parent_.begin(), parent_.end(), 0u);
  }

  void join_same_texts() {
    NameTable texts;
    std::vector<std::uint32_t> first;   // of each text
    const std::uint64_t none = KeyTable::hash({});
    for (std::uint32_t i = 0; i < parent_.size(); ++i) {
      const std::uint64_t text = digests_[documents_[i].digest].text;
      if (text == none) continue;
      const std::uint32_t number = texts.add(std::string_view(), text);
      if (number == first.size()) first.push_back(i);
      else join(i, first[number]);
    }
  }

  /// Copies differ in so few bins that of a few bands more one is whole: the others need not be looked at.
  void join_like_texts() {
    constexpr std::size_t kBands = kSketchBins - kCopyBins + 1;
    static_assert(kBands <= std::tuple_size_v<Digests::Sketch>);
    std::vector<std::uint32_t> whole;
    for (std::uint32_t i = 0; i < parent_.size(); ++i) {
      if (digests_[documents_[i].digest].has_sketch) whole.push_back(i);
    }
    std::vector<Band> all(whole.size() * kBands);
    for (std::size_t i = 0; i < whole.size(); ++i) {
      const Digests::Sketch& sketch = digests_.sketch(documents_[whole[i]].digest);
      for (std::size_t band = 0; band < kBands; ++band) all[band * whole.size() + i] = sketch[band];
    }
    for (std::size_t band = 0; band < kBands; ++band) join_alike(std::span(all).subspan(band * whole.size(), whole.size()), whole);
  }

  std::vector<std::uint32_t> originals() {
    std::vector<std::uint32_t> original(parent_.size());
    std::iota(original.begin(), original.end(), 0u);
    std::vector<std::uint32_t> best(original);
    for (std::uint32_t i = 0; i < parent_.size(); ++i) {
      if (parent_[i] == i) continue;
      std::uint32_t& first = best[root(i)];
      if (is_before(i, first)) first = i;
    }
    for (std::uint32_t i = 0; i < parent_.size(); ++i) original[i] = best[root(i)];
    return original;
  }

 private:
  /// Compares the documents whose band is that of another.
  void join_alike(std::span<const Band> bands, const std::vector<std::uint32_t>& documents) {
    const std::vector<bool> is_common = mark_common(bands);
    std::vector<std::pair<Band, std::uint32_t>> alike;
    for (std::size_t i = 0; i < bands.size(); ++i) {
      if (is_common[i]) alike.emplace_back(bands[i], documents[i]);
    }
    std::sort(alike.begin(), alike.end());
    for (std::size_t begin = 0, end = 0; begin < alike.size(); begin = end) {
      while (end < alike.size() && alike[end].first == alike[begin].first) ++end;
      compare(std::span(alike).subspan(begin, end - begin));
    }
  }

  /// Marks those that may be alike: two of them, or more, fall into one of many boxes.
  static std::vector<bool> mark_common(std::span<const Band> bands) {
    const std::size_t boxes = std::bit_ceil(16 * bands.size() + 64);
    const auto box = [&](Band band) { return (band * 0x9E3779B185EBCA87u) >> (64 - std::countr_zero(boxes)); };
    std::vector<bool> once(boxes), twice(boxes), common(bands.size());
    for (const Band band : bands) {
      const std::size_t at = box(band);
      if (once[at]) twice[at] = true;
      else once[at] = true;
    }
    for (std::size_t i = 0; i < bands.size(); ++i) common[i] = twice[box(bands[i])];
    return common;
  }

  void compare(std::span<const std::pair<Band, std::uint32_t>> alike) {
    for (std::size_t i = 1; i < alike.size(); ++i) {
      for (std::size_t j = alike.size() > kManyAlike ? 0 : i - 1;; --j) {
        const std::uint32_t a = alike[i].second, b = alike[j].second;
        if (root(a) != root(b) && common_bins(documents_[a].facts->made.sketch, documents_[b].facts->made.sketch) >= kCopyBins) {
          join(a, b);
        }
        if (j == 0) break;
      }
    }
  }

  bool is_before(std::uint32_t a, std::uint32_t b) const {
    const std::string &first = documents_[a].facts->date, &second = documents_[b].facts->date;
    if (first.empty() != second.empty()) return second.empty();
    return first != second ? first < second : a < b;
  }

  std::uint32_t root(std::uint32_t at) {
    while (parent_[at] != at) at = parent_[at] = parent_[parent_[at]];
    return at;
  }

  void join(std::uint32_t a, std::uint32_t b) {
    a = root(a);
    b = root(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

  const std::vector<Digested>& documents_;
  const Digests& digests_;
  std::vector<std::uint32_t> parent_;
};

}  // namespace

std::vector<std::uint32_t> find_originals(const std::vector<Digested>& documents, const Digests& digests) {
  CopySets sets(documents, digests);
  sets.join_same_texts();
  sets.join_like_texts();
  return sets.originals();
}

}  // namespace liaison
