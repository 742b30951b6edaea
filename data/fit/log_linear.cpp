#include "log_linear.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace liaison::fit {
namespace {

constexpr double kNever = -1e30;

double log_sum(double a, double b) {
  if (a < b) std::swap(a, b);
  return b <= kNever ? a : a + std::log1p(std::exp(b - a));
}

/// All segmentations of one run, or those that the annotation allows.
class Paths {
 public:
  using Scores = std::vector<std::array<double, kNameTypeCount>>;

  void run(std::span<const Candidate> candidates, const Scores& scores, const Example& run, bool only_right) {
    forward_.assign(run.length + 1u, kNever);
    backward_.assign(run.length + 1u, kNever);
    forward_[0] = backward_[run.length] = 0;
    auto skips = [&](std::size_t token) { return !only_right || !(run.named >> token & 1); };
    // Candidates lie by first token, then by last.
    std::size_t next = 0;
    for (std::size_t at = 0; at < run.length; ++at) {
      if (skips(at)) forward_[at + 1] = log_sum(forward_[at + 1], forward_[at]);
      for (; next < candidates.size() && candidates[next].first == at; ++next)
        for (std::size_t type = 0; type < kNameTypeCount; ++type)
          if (!only_right || candidates[next].right >> type & 1)
            forward_[candidates[next].last] = log_sum(forward_[candidates[next].last], forward_[at] + scores[next][type]);
    }
    std::size_t before = candidates.size();
    for (std::size_t at = run.length; at-- > 0;) {
      if (skips(at)) backward_[at] = log_sum(backward_[at], backward_[at + 1]);
      for (; before > 0 && candidates[before - 1].first == at; --before)
        for (std::size_t type = 0; type < kNameTypeCount; ++type)
          if (!only_right || candidates[before - 1].right >> type & 1)
            backward_[at] = log_sum(backward_[at], backward_[candidates[before - 1].last] + scores[before - 1][type]);
    }
  }

  double total() const { return forward_.back(); }
  double probability(const Candidate& c, double score) const {
    return std::exp(forward_[c.first] + score + backward_[c.last] - total());
  }

 private:
  std::vector<double> forward_, backward_;
};

/// The order of an epoch: a fixed shuffle.
void shuffle(std::vector<std::uint32_t>& runs, std::uint64_t seed) {
  std::uint64_t state = seed * 0x9E3779B97F4A7C15u + 1;
  for (std::size_t i = runs.size(); i > 1; --i) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    std::swap(runs[i - 1], runs[(state >> 33) % i]);
  }
}

}  // namespace

std::array<double, kNameTypeCount> score(const Examples& examples, const Candidate& candidate, const Weights& weights) {
  std::array<double, kNameTypeCount> sum;
  for (std::size_t type = 0; type < kNameTypeCount; ++type) sum[type] = candidate.offset[type];
  for (std::uint32_t i = 0; i < candidate.feature_count; ++i) {
    FeatureId f = examples.features[candidate.feature + i];
    for (std::size_t type = 0; type < kNameTypeCount; ++type) sum[type] += examples.scales[f] * weights[f][type];
  }
  return sum;
}

void fit(const Examples& examples, std::span<const std::uint32_t> chosen, const FitOptions& options, Weights& weights) {
  constexpr double kBeginning = 0.05;  // of the sums of squares, so that what is rare moves slowly
  constexpr double kSmallest = 1e-5;  // gradients below it are passed over
  std::vector<std::uint32_t> order(chosen.begin(), chosen.end());
  std::vector<double> count(weights.size());
  for (std::uint32_t r : order) {
    const Example& run = examples.runs[r];
    for (std::uint32_t c = run.candidate; c < run.candidate + run.candidate_count; ++c)
      for (std::uint32_t i = 0; i < examples.candidates[c].feature_count; ++i)
        ++count[examples.features[examples.candidates[c].feature + i]];
  }
  Weights squares(weights.size());
  for (auto& row : squares) row.fill(kBeginning);
  Paths all, right;
  Paths::Scores scores;
  for (int epoch = 0; epoch < options.epochs; ++epoch) {
    shuffle(order, static_cast<std::uint64_t>(epoch) + 1);
    for (std::uint32_t r : order) {
      const Example& run = examples.runs[r];
      auto candidates = std::span(examples.candidates).subspan(run.candidate, run.candidate_count);
      scores.clear();
      for (const Candidate& c : candidates) scores.push_back(score(examples, c, weights));
      all.run(candidates, scores, run, false);
      right.run(candidates, scores, run, true);
      if (right.total() <= kNever / 2) continue;
      for (std::size_t c = 0; c < candidates.size(); ++c) {
        std::array<double, kNameTypeCount> gradient{};
        double largest = 0;
        for (std::size_t type = 0; type < kNameTypeCount; ++type) {
          double wanted = candidates[c].right >> type & 1 ? right.probability(candidates[c], scores[c][type]) : 0;
          gradient[type] = run.weight * (wanted - all.probability(candidates[c], scores[c][type]));
          largest = std::max(largest, std::abs(gradient[type]));
        }
        if (largest < kSmallest) continue;
        for (std::uint32_t i = 0; i < candidates[c].feature_count; ++i) {
          FeatureId f = examples.features[candidates[c].feature + i];
          auto &row = weights[f], &square = squares[f];
          double decay = options.l2 / count[f];
          for (std::size_t type = 0; type < kNameTypeCount; ++type) {
            double g = examples.scales[f] * gradient[type] - decay * row[type];
            square[type] += g * g;
            row[type] += options.rate * g / std::sqrt(square[type]);
          }
        }
      }
    }
  }
}

}  // namespace liaison::fit
