// The graph for other programs: Gephi's tables, GEXF with dates, yEd, FollowTheMoney, and node-link JSON.
#pragma once

#include <iosfwd>

#include "liaison/graph.h"

namespace [[gnu::visibility("default")]] liaison {

/// Gephi's table of nodes: `Id,Label,Type,Roles,Documents`. UTF-8, RFC 4180; no cell is run by a spreadsheet.
void write_gephi_nodes(const Graph& graph, std::ostream& out);
/// Gephi's table of edges: `Source,Target,Type,Id,Label,Weight,Kind,Status,First,Last,Sentence,Document,Url`. All are
/// undirected; what nobody tells as occurred has the weight 0.1, for Gephi drops edges of weight 0.
void write_gephi_edges(const Graph& graph, std::ostream& out);

/// GEXF 1.3 with dates: `timeformat="date"`, each event of an edge a spell from the first to the last day of the
/// documents that tell of it; a month or year is widened to its first and last day, what has no date has no spell.
void write_gexf(const Graph& graph, std::ostream& out);

/// GraphML for yEd: laid out (see layout.h), labelled, coloured by type and kind, dashed by status.
void write_yed(const Graph& graph, std::ostream& out);

/// FollowTheMoney entities, one JSON object a line: Person, Organization (PublicBody for countries and their like),
/// Event (involved, date, location, description, and the outlets as publisher), Employment for a role in a body, each
/// with the articles that tell of it as proof (Article), Similar for who may be the same. Ids are hashes of type, name
/// and place in the graph, and of documents.
void write_ftm(const Graph& graph, std::ostream& out);

/// Node-link JSON: `nodes` and undirected `edges` with the columns of GraphML, as NetworkX reads it
/// (`networkx.node_link_graph`); forms and roles are arrays, what there is none of is left out.
void write_node_link(const Graph& graph, std::ostream& out);
/// The same with `links` in place of `edges`, as D3's examples want it.
void write_d3(const Graph& graph, std::ostream& out);

}  // namespace liaison
