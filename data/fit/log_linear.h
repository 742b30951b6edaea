// A log-linear model over the segmentations of runs of words.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "recognition/name_features.h"

namespace liaison::fit {

using FeatureId = std::uint32_t;
using Weights = std::vector<std::array<double, kNameTypeCount>>;  // by feature

/// A candidate of a run. Tokens count from the run's first.
struct Candidate {
  std::uint16_t first = 0, last = 0;
  std::uint8_t right = 0;                          ///< bit for each type that the annotation allows for it
  std::uint32_t feature = 0, feature_count = 0;    ///< in Examples::features
  std::array<float, kNameTypeCount> offset{};      ///< fixed part of its score
};

/// A run of words with all its candidates: one thing to learn from.
struct Example {
  std::uint32_t candidate = 0, candidate_count = 0;  ///< in Examples::candidates
  std::uint16_t length = 0;                          ///< in tokens
  std::uint64_t named = 0;                           ///< bit for each token that the annotation covers
  float weight = 1;
  std::uint32_t document = 0;
};

struct Examples {
  std::vector<Example> runs;
  std::vector<Candidate> candidates;
  std::vector<FeatureId> features;
  std::vector<float> scales;  ///< of each feature: the less, the less it is believed
};

struct FitOptions {
  int epochs = 16;
  double rate = 0.15;
  double l2 = 1;
};

/// Adapts the weights so that the right segmentations of the chosen runs become probable: AdaGrad on the log-likelihood
/// of what the annotation allows, with an L2 penalty. What it leaves open (types of places, names that are none of
/// ours) is summed over. The same input gives the same weights on one machine.
void fit(const Examples& examples, std::span<const std::uint32_t> runs, const FitOptions& options, Weights& weights);

/// The scores of a candidate.
std::array<double, kNameTypeCount> score(const Examples& examples, const Candidate& candidate, const Weights& weights);

}  // namespace liaison::fit
