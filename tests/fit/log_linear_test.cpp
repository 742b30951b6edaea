// The fit of weights: on runs so small that what must come out is plain.
#include "log_linear.h"

#include <algorithm>
#include <numeric>

#include <doctest/doctest.h>

namespace liaison::fit {
namespace {

constexpr std::size_t kPerson = 0, kOrg = 1;

/// Adds a run of one token with one candidate that has some features. `right`: the types that it may be; 0: it is no name.
void add(Examples& examples, std::vector<FeatureId> features, std::uint8_t right) {
  Candidate c;
  c.last = 1;
  c.right = right;
  c.feature = static_cast<std::uint32_t>(examples.features.size());
  c.feature_count = static_cast<std::uint32_t>(features.size());
  examples.features.insert(examples.features.end(), features.begin(), features.end());
  Example run;
  run.candidate = static_cast<std::uint32_t>(examples.candidates.size());
  run.candidate_count = run.length = 1;
  run.named = right != 0;
  examples.candidates.push_back(c);
  examples.runs.push_back(run);
}

/// Feature 0 stands on persons, 1 on bodies, 2 on what is no name, and 3 on all of them.
Examples sample() {
  Examples examples;
  for (int i = 0; i < 20; ++i) {
    add(examples, {0, 3}, 1u << kPerson);
    add(examples, {1, 3}, 1u << kOrg);
    add(examples, {2, 3}, 0);
  }
  examples.scales.assign(4, 1);
  return examples;
}

Weights fitted(const Examples& examples, double l2) {
  std::vector<std::uint32_t> runs(examples.runs.size());
  std::iota(runs.begin(), runs.end(), 0u);
  Weights weights(examples.scales.size());
  fit(examples, runs, {.epochs = 20, .rate = 0.2, .l2 = l2}, weights);
  return weights;
}

TEST_CASE("each feature speaks for what it stands on") {
  const Examples examples = sample();
  const Weights weights = fitted(examples, 0.1);
  CHECK(weights[0][kPerson] > 1);
  CHECK(weights[1][kOrg] > 1);
  CHECK(weights[2][kPerson] < 0);
  CHECK(weights[2][kOrg] < 0);
  for (const Candidate& c : examples.candidates) {
    const auto points = score(examples, c, weights);
    const auto best = std::max_element(points.begin(), points.end());
    CHECK((*best > 0) == (c.right != 0));
    const bool fits = c.right >> (best - points.begin()) & 1;
    if (c.right) CHECK(fits);
  }
}

TEST_CASE("a penalty keeps weights small, and the same input gives the same weights") {
  const Examples examples = sample();
  CHECK(fitted(examples, 20)[0][kPerson] < fitted(examples, 0.1)[0][kPerson]);
  CHECK(fitted(examples, 1) == fitted(examples, 1));
}

TEST_CASE("what the annotation leaves open goes where other runs send it") {
  Examples examples = sample();
  for (int i = 0; i < 5; ++i) add(examples, {1, 3}, 1u << kPerson | 1u << kOrg);
  const Weights weights = fitted(examples, 0.1);
  CHECK(weights[1][kOrg] > weights[1][kPerson]);
}

}  // namespace
}  // namespace liaison::fit
