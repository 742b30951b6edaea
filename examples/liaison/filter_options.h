// Which edges of a graph are wanted, on the command line.
#pragma once

#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "liaison/query.h"

namespace command {

struct FilterOptions {
  liaison::EdgeFilter filter;

  /// Adds --kind, --status and --min-sources.
  void add_to(CLI::App& app);
};

/// The nodes that a name may mean. Throws UsageError with suggestions where it means none.
std::vector<liaison::NodeId> nodes_called(const liaison::Graph& graph, const std::string& name);
/// The one node that a name means. Throws UsageError where it means none or several.
liaison::NodeId node_called(const liaison::Graph& graph, const std::string& name);

}  // namespace command
