// GraphML that Gephi, Cytoscape, NetworkX, igraph, Boost and graphology read alike.
#pragma once

#include <iosfwd>

#include "liaison/graph.h"

namespace [[gnu::visibility("default")]] liaison {

struct GraphmlOptions {
  /// False: one undirected edge for each pair. True: events are nodes of type EVENT, joined to those who take part
  /// by edges of kind "participant", and people to their bodies by edges of kind "role".
  bool as_events = false;
  /// The least weight that is written. Gephi drops edges of weight 0, which are those that nobody tells as
  /// occurred; with 0.1 it shows them.
  double least_weight = 0;
};

/// Writes UTF-8 with all edges undirected. Figures are doubles, an absent value has no element, and what XML 1.0
/// forbids (control characters, U+FFFE, U+FFFF) is written as U+FFFD.
///
/// Nodes: label, name, type, forms and roles (joined by "; "), documents; of events also kind, status, date,
/// sentence, document, outlet, url, rule, event.
/// Edges: kind, interaction (the same, for Cytoscape), status, weight, meetings, contacts, cooperations, planned,
/// possible, denied, first, last, sentence, document, url, rule, event; of participants the place and the side.
void write_graphml(const Graph& graph, std::ostream& out, const GraphmlOptions& options = {});

}  // namespace liaison
