#include "network/reprints.h"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <unordered_map>

#include "network/text_sketch.h"

namespace liaison {
namespace {

constexpr std::size_t kBandDigits = 16;   // four bins
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
    std::unordered_map<std::string_view, std::uint32_t> first;
    for (std::uint32_t i = 0; i < parent_.size(); ++i) {
      const std::string& text = documents_[i]->made.text;
      if (!text.empty()) join(i, first.try_emplace(text, i).first->second);
    }
  }

  void join_like_texts() {
    std::vector<std::pair<std::string_view, std::uint32_t>> bands;
    for (std::size_t at = 0; at < kSketchDigits; at += kBandDigits) {
      bands.clear();
      for (std::uint32_t i = 0; i < parent_.size(); ++i) {
        const std::string& sketch = documents_[i]->made.sketch;
        if (sketch.size() == kSketchDigits) bands.emplace_back(std::string_view(sketch).substr(at, kBandDigits), i);
      }
      std::sort(bands.begin(), bands.end());
      for (std::size_t begin = 0, end = 0; begin < bands.size(); begin = end) {
        while (end < bands.size() && bands[end].first == bands[begin].first) ++end;
        compare(bands, begin, end);
      }
    }
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
  void compare(const std::vector<std::pair<std::string_view, std::uint32_t>>& bands, std::size_t begin,
               std::size_t end) {
    for (std::size_t i = begin + 1; i < end; ++i) {
      for (std::size_t j = end - begin > kManyAlike ? begin : i - 1;; --j) {
        const std::uint32_t a = bands[i].second, b = bands[j].second;
        if (root(a) != root(b) && common_bins(documents_[a]->made.sketch, documents_[b]->made.sketch) >= kCopyBins) {
          join(a, b);
        }
        if (j == begin) break;
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
