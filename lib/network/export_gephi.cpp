// Gephi's tables of nodes and edges.
#include <algorithm>
#include <ostream>
#include <string>
#include <string_view>

#include "liaison/export.h"
#include "network/csv_cell.h"
#include "network/markup.h"

namespace liaison {
namespace {

constexpr double kLeastWeight = 0.1;   // Gephi drops an edge of weight 0

void write_row(std::ostream& out, std::initializer_list<std::string_view> cells) {
  bool first = true;
  for (const std::string_view text : cells) {
    if (!first) out << ',';
    out << cell(text);
    first = false;
  }
  out << "\r\n";
}

std::string joined(const std::vector<std::string>& all) {
  std::string out;
  for (const std::string& one : all) out += (out.empty() ? "" : "; ") + one;
  return out;
}

}  // namespace

void write_gephi_nodes(const Graph& graph, std::ostream& out) {
  write_row(out, {"Id", "Label", "Type", "Roles", "Documents"});
  for (std::size_t i = 0; i < graph.nodes().size(); ++i) {
    const GraphNode& node = graph.nodes()[i];
    write_row(out, {node.id, node.label, node.type, joined(graph.roles(static_cast<NodeId>(i))), std::to_string(node.documents)});
  }
}

void write_gephi_edges(const Graph& graph, std::ostream& out) {
  write_row(out, {"Source", "Target", "Type", "Id", "Label", "Weight", "Kind", "Status", "First", "Last", "Sentence",
                  "Document", "Url"});
  for (const GraphEdge& edge : graph.edges()) {
    const std::string label = std::string(edge.kind) + ", " + std::string(edge.status);
    write_row(out, {graph.at(edge.a).id, graph.at(edge.b).id, "Undirected", edge.id, label,
                    figure(std::max(edge.weight, kLeastWeight)), edge.kind, edge.status, edge.first, edge.last,
                    edge.sentence, edge.document, edge.url});
  }
}

}  // namespace liaison
