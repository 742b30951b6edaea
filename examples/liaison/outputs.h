// The files that a graph is written to, by their endings.
#pragma once

#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "liaison/graph.h"
#include "liaison/network.h"

namespace command {

/// What `-o` takes: each file is written whole or not at all.
struct OutputOptions {
  std::vector<std::string> outputs;
  std::string as = "pairs", reader = "any", title;
  double least_weight = 0;

  void add_to(CLI::App& app, bool required);
  /// Throws UsageError for an ending that nothing is known of.
  void check() const;
  void write(const liaison::Network& network, const liaison::Graph& graph) const;
};

/// All endings, for messages and helps: ".graphml, .csv …".
std::string known_endings();

}  // namespace command
