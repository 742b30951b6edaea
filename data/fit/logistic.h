// Logistic regression over features that are there or not.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace liaison::fit {

/// Something judged, with the features that it has.
struct Judged {
  std::vector<std::uint32_t> features;
  bool right = false;
};

/// The weights under which the verdicts are likeliest, with an L2 penalty on all but the first `free` of them: gradient
/// descent on the whole, so that the same input gives the same weights on one machine. Costs O(rounds * features that are there).
std::vector<double> fit_logistic(const std::vector<Judged>& judged, std::size_t feature_count, double l2, std::size_t free = 1,
                                 std::size_t rounds = 4000);

/// What is to be added to the first weight, which all that is judged has, so that the mean of what the weights expect becomes
/// `mean`, between 0 and 1.
double shift_to(double mean, const std::vector<Judged>& judged, const std::vector<double>& weights);

}  // namespace liaison::fit
