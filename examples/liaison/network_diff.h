// What changed from one network to another.
#pragma once

#include "liaison/graph.h"
#include "query_table.h"

namespace command {

/// A row for each edge that only one graph has, and for each whose kind, status or sources differ; ends are known by
/// their type and label. Columns: change (new, gone, changed), a, b, before, after, sentence.
Table diff_graphs(const liaison::Graph& before, const liaison::Graph& after);

}  // namespace command
