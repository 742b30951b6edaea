// Edges of a graph and what tells of them, as lines of text for a terminal.
#pragma once

#include <ostream>
#include <string>

#include "liaison/graph.h"

namespace command {

/// "Jay Y. Lee — Elon Musk: meeting, occurred (2024-03-02)".
std::string heading(const liaison::Graph& graph, const liaison::GraphEdge& edge);

/// Every event and hold behind the edge: what, where, each sentence, and the rule that found it.
void write_tellings(const liaison::Graph& graph, const liaison::GraphEdge& edge, std::ostream& out);

}  // namespace command
