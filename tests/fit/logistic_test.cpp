#include "logistic.h"

#include <cmath>

#include <doctest/doctest.h>

namespace liaison::fit {
namespace {

/// `right` of `all` with these features are right.
void add(std::vector<Judged>& judged, std::vector<std::uint32_t> features, int right, int all) {
  for (int i = 0; i < all; ++i) judged.push_back({features, i < right});
}

TEST_CASE("a feature that all have gets the odds of all") {
  std::vector<Judged> judged;
  add(judged, {0}, 80, 100);
  CHECK(fit_logistic(judged, 1, 1)[0] == doctest::Approx(std::log(4)).epsilon(0.01));
}

TEST_CASE("features that some have get what they add to the odds") {
  std::vector<Judged> judged;
  add(judged, {0}, 500, 1000);
  add(judged, {0, 1}, 900, 1000);
  add(judged, {0, 2}, 100, 1000);
  const std::vector<double> weights = fit_logistic(judged, 3, 0.01);
  CHECK(weights[0] == doctest::Approx(0).epsilon(0.05));
  CHECK(weights[1] == doctest::Approx(std::log(9)).epsilon(0.05));
  CHECK(weights[2] == doctest::Approx(-std::log(9)).epsilon(0.05));
}

TEST_CASE("what was seldom seen is little believed") {
  std::vector<Judged> judged;
  add(judged, {0}, 500, 1000);
  add(judged, {0, 1}, 3, 3);
  const double weight = fit_logistic(judged, 2, 10)[1];
  CHECK(weight > 0);
  CHECK(weight < 0.3);
}

TEST_CASE("the first weight is moved so that as many are right as they are elsewhere") {
  std::vector<Judged> judged;
  add(judged, {0}, 90, 100);
  add(judged, {0, 1}, 70, 100);
  std::vector<double> weights = fit_logistic(judged, 2, 0.01);
  CHECK(shift_to(0.8, judged, weights) == doctest::Approx(0).epsilon(0.02));
  weights[0] += shift_to(0.6, judged, weights);
  double mean = 0;
  for (const Judged& one : judged) mean += 1 / (1 + std::exp(-weights[0] - (one.features.size() > 1 ? weights[1] : 0)));
  CHECK(mean / 200 == doctest::Approx(0.6).epsilon(0.001));
}

TEST_CASE("the same verdicts give the same weights") {
  std::vector<Judged> judged;
  add(judged, {0, 1}, 7, 9);
  add(judged, {0, 2}, 2, 5);
  CHECK(fit_logistic(judged, 3, 1) == fit_logistic(judged, 3, 1));
}

}  // namespace
}  // namespace liaison::fit
