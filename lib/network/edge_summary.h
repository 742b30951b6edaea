// The columns of an edge, from the events and holds that it stands for.
#pragma once

#include "network/graph_contents.h"

namespace liaison {

/// Chooses weight, kind and status of the last edge of the contents but the closing one, whose events and holds are
/// in their place. `is_role` makes it an edge of kind "role", whatever else there is.
void summarise(EdgeRecord& edge, bool is_role, std::span<const EventId> events, std::span<const HoldId> holds,
               Graph::Contents& contents);

/// Fills the columns of an edge whose ends, kind, status, events and holds are set.
void fill_columns(GraphEdge& edge, const Graph::Contents& contents);

}  // namespace liaison
