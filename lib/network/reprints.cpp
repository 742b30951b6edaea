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

constexpr std::size_t kBandDigits = 16;   // four bins
using Band = std::uint64_t;
/// So many documents with the same band are compared with its first alone.
constexpr std::size_t kManyAlike = 64;

/// Documents that are copies of each other, as sets.
class CopySets {
 public:
  explicit CopySets(const std::vector<const DocumentFacts*>& documents) : documents_(documents) {
    parent_.resize(documents.size());
    std::iota(parent_.begin(), parent_.end(), 0u);
  }

  void join_same_texts() {
    KeyTable texts;
    std::vector<std::uint32_t> first;   // of each text
    for (std::uint32_t i = 0; i < parent_.size(); ++i) {
      const std::string& text = documents_[i]->made.text;
      if (text.empty()) continue;
      const std::uint32_t number = texts.add_lasting(text, KeyTable::hash(text));
      if (number == first.size()) first.push_back(i);
      else join(i, first[number]);
    }
  }

  /// Copies differ in so few bins that of a few bands more one is whole: the others need not be looked at.
  void join_like_texts() {
    constexpr std::size_t kBands = kSketchBins - kCopyBins + 1;
    static_assert(kBands * kBandDigits <= kSketchDigits);
    std::vector<Band> all(parent_.size() * kBands);
    std::vector<std::uint32_t> whole;
    for (std::uint32_t i = 0; i < parent_.size(); ++i) {
      const std::string& sketch = documents_[i]->made.sketch;
      if (sketch.size() != kSketchDigits) continue;
      for (std::size_t band = 0; band < kBands; ++band) {
        all[band * parent_.size() + whole.size()] = band_of(sketch.data() + band * kBandDigits);
      }
      whole.push_back(i);
    }
    for (std::size_t band = 0; band < kBands; ++band) join_alike(std::span(all).subspan(band * parent_.size(), whole.size()), whole);
  }

  std::vector<std::uint32_t> originals() {
    std::vector<std::uint32_t> original(parent_.size());
    std::iota(original.begin(), original.end(), 0u);
    std::vector<std::uint32_t> best(original);
    for (std::uint32_t i = 0; i < parent_.size(); ++i) {
      std::uint32_t& first = best[root(i)];
      if (is_before(i, first)) first = i;
    }
    for (std::uint32_t i = 0; i < parent_.size(); ++i) original[i] = best[root(i)];
    return original;
  }

 private:
  /// Sixteen digits as a number; what is no digit counts as some digit.
  static Band band_of(const char* digits) {
    Band band = 0;
    for (std::size_t i = 0; i < kBandDigits; ++i) {
      const auto c = static_cast<unsigned char>(digits[i]);
      band = band << 4 | ((c & 0xf) + (c >> 6) * 9u);
    }
    return band;
  }

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
        if (root(a) != root(b) && common_bins(documents_[a]->made.sketch, documents_[b]->made.sketch) >= kCopyBins) {
          join(a, b);
        }
        if (j == 0) break;
      }
    }
  }

  bool is_before(std::uint32_t a, std::uint32_t b) const {
    const std::string &first = documents_[a]->date, &second = documents_[b]->date;
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

  const std::vector<const DocumentFacts*>& documents_;
  std::vector<std::uint32_t> parent_;
};

}  // namespace

std::vector<std::uint32_t> find_originals(const std::vector<const DocumentFacts*>& documents) {
  CopySets sets(documents);
  sets.join_same_texts();
  sets.join_like_texts();
  return sets.originals();
}

}  // namespace liaison
