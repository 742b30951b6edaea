#include "logistic.h"

#include <cmath>

namespace liaison::fit {
namespace {

/// How likely something is to be right by the weights.
double chance(const Judged& one, const std::vector<double>& weights, double shift = 0) {
  double sum = shift;
  for (std::uint32_t f : one.features) sum += weights[f];
  return 1 / (1 + std::exp(-sum));
}

}  // namespace

std::vector<double> fit_logistic(const std::vector<Judged>& judged, std::size_t feature_count, double l2, std::size_t free, std::size_t rounds) {
  std::vector<double> weights(feature_count), gradient(feature_count), squares(feature_count, 1e-8);
  constexpr double kRate = 0.3;
  for (std::size_t round = 0; round < rounds; ++round) {
    for (std::size_t f = 0; f < feature_count; ++f) gradient[f] = f < free ? 0 : -l2 * weights[f];
    for (const Judged& one : judged) {
      const double off = (one.right ? 1.0 : 0.0) - chance(one, weights);
      for (std::uint32_t f : one.features) gradient[f] += off;
    }
    for (std::size_t f = 0; f < feature_count; ++f) {  // AdaGrad
      squares[f] += gradient[f] * gradient[f];
      weights[f] += kRate * gradient[f] / std::sqrt(squares[f]);
    }
  }
  return weights;
}

double shift_to(double mean, const std::vector<Judged>& judged, const std::vector<double>& weights) {
  double low = -20, high = 20;
  for (int step = 0; step < 60; ++step) {
    const double shift = (low + high) / 2;
    double expected = 0;
    for (const Judged& one : judged) expected += chance(one, weights, shift);
    (expected / static_cast<double>(judged.size()) < mean ? low : high) = shift;
  }
  return (low + high) / 2;
}

}  // namespace liaison::fit
