#include "lexicon/did_you_mean.h"

#include <algorithm>
#include <numeric>

namespace liaison {
namespace {

/// Of this many candidates or fewer, all are told where none is near.
constexpr std::size_t kFewCandidates = 16;

/// How many letters have to be added, dropped, changed, or exchanged with their neighbour.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> last, row(b.size() + 1), next(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    next[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      next[j + 1] = std::min({row[j] + (a[i] != b[j]), next[j] + 1, row[j + 1] + 1});
      bool exchanged = i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j];
      if (exchanged) next[j + 1] = std::min(next[j + 1], last[j - 1] + 1);
    }
    last = row;
    row = next;
  }
  return row.back();
}

/// The candidate that abbreviates a name, as `subj` does `subject`, or that the name abbreviates.
std::string_view abbreviated(std::string_view name, const std::vector<std::string>& candidates) {
  auto at = std::find_if(candidates.begin(), candidates.end(), [&](std::string_view candidate) {
    return std::min(name.size(), candidate.size()) > 2 && (name.starts_with(candidate) || candidate.starts_with(name));
  });
  return at == candidates.end() ? std::string_view() : std::string_view(*at);
}

std::string all_of(const std::vector<std::string>& candidates) {
  std::string out;
  for (const std::string& candidate : candidates) out += (out.empty() ? "there is `" : ", `") + candidate + "`";
  return out;
}

}  // namespace

std::string did_you_mean(std::string_view name, const std::vector<std::string>& candidates) {
  std::size_t best = std::max<std::size_t>(1, name.size() / 3) + 1;
  std::string_view nearest;
  for (const std::string& candidate : candidates) {
    auto [shorter, longer] = std::minmax({name.size(), candidate.size()});
    if (longer - shorter >= best) continue;
    std::size_t distance = edit_distance(name, candidate);
    if (distance < best) {
      best = distance;
      nearest = candidate;
    }
  }
  if (nearest.empty()) nearest = abbreviated(name, candidates);
  if (!nearest.empty()) return "did you mean `" + std::string(nearest) + "`?";
  return candidates.size() <= kFewCandidates ? all_of(candidates) : std::string();
}

}  // namespace liaison
