// The articles that the benchmarks read, and how a run is timed.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <limits>
#include <string>
#include <vector>

#include "liaison/document.h"

namespace bench {

struct Corpus {
  std::vector<liaison::Document> articles;
  std::size_t bytes = 0;  ///< of their texts

  double megabytes() const { return static_cast<double>(bytes) / 1e6; }
};

/// Reads JSON Lines as `liaison extract --input jsonl` does. Throws liaison::Error.
Corpus read_corpus(const std::string& path);

/// The seconds of the fastest of `times` runs.
template <class Run>
double fastest(int times, const Run& run) {
  double best = std::numeric_limits<double>::max();
  for (int i = 0; i < times; ++i) {
    const auto start = std::chrono::steady_clock::now();
    run();
    best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
  }
  return best;
}

}  // namespace bench
