// All that stands behind an edge: tellings, merges that led to its ends, packs, and what would remove it.
#pragma once

#include <iosfwd>
#include <vector>

#include "liaison/graph.h"

namespace command {

void write_answer(const liaison::Graph& graph, const std::vector<liaison::EdgeId>& edges, std::ostream& out);
/// One JSON object a line for each edge.
void write_answer_json(const liaison::Graph& graph, const std::vector<liaison::EdgeId>& edges, std::ostream& out);
/// A plain page, to be sent as it is.
void write_answer_html(const liaison::Graph& graph, const std::vector<liaison::EdgeId>& edges, std::ostream& out);

}  // namespace command
