// One row for each pair and event, for spreadsheets.
#include <ostream>
#include <string>
#include <string_view>

#include "liaison/report.h"
#include "network/csv_cell.h"
#include "network/name_key.h"

namespace liaison {
namespace {

void write_row(std::ostream& out, const Graph& graph, const GraphEdge& edge, std::string_view kind,
               const Telling& telling) {
  const FactEvidence none;
  const FactEvidence& evidence = telling.evidence.empty() ? none : telling.evidence.front();
  out << cell(graph.at(edge.a).label) << ',' << cell(graph.at(edge.b).label) << ',' << cell(kind) << ','
      << cell(telling.status) << ',' << cell(telling.document->date) << ',' << cell(on_one_line(evidence.quote)) << ','
      << cell(telling.document->id) << ',' << cell(telling.document->url) << ',' << cell(evidence.rule) << "\r\n";
}

}  // namespace

void write_csv(const Graph& graph, std::ostream& out) {
  out << "a,b,kind,status,date,sentence,document,url,rule\r\n";
  for (const GraphEdge& edge : graph.edges()) {
    for (const EventId id : edge.events) {
      const GraphEvent event = graph.at(id);
      for (const Telling& telling : event.tellings) write_row(out, graph, edge, event.kind, telling);
    }
    for (const HoldId id : edge.holds) write_row(out, graph, edge, "role", graph.at(id).telling);
  }
}

}  // namespace liaison
