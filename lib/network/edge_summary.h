// The columns of an edge, from the events and holds that it stands for.
#pragma once

#include <vector>

#include "liaison/graph.h"

namespace liaison {

/// Fills all columns of `edge` but its id and ends. Requires `edge.events` or `edge.holds`; puts them in order of
/// their dates. `is_role` makes it an edge of kind "role", whatever else there is.
void summarise(GraphEdge& edge, bool is_role, const std::vector<GraphEvent>& events,
               const std::vector<GraphHold>& holds);

}  // namespace liaison
