// One row for each pair and event, for spreadsheets.
#include <ostream>
#include <string>
#include <string_view>

#include "liaison/report.h"
#include "network/json_writer.h"

namespace liaison {
namespace {

constexpr std::string_view kFormulaStarts = "=+-@\t\r";

/// A cell that no spreadsheet runs, quoted where it has to be.
std::string cell(std::string_view text) {
  std::string content = valid_utf8(text);
  if (!content.empty() && kFormulaStarts.find(content.front()) != std::string_view::npos) content.insert(0, 1, '\'');
  if (content.find_first_of(",\"\r\n") == std::string::npos) return content;
  std::string out = "\"";
  for (const char c : content) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

template <class Fact>
void write_row(std::ostream& out, const Graph& graph, const GraphEdge& edge, std::string_view kind,
               std::string_view status, const Fact& fact) {
  const Telling none;
  const Telling& telling = fact.tellings.empty() ? none : fact.tellings.front();
  out << cell(graph.at(edge.a).label) << ',' << cell(graph.at(edge.b).label) << ',' << cell(kind) << ','
      << cell(status) << ',' << cell(fact.where.date) << ',' << cell(telling.sentence) << ','
      << cell(fact.where.document) << ',' << cell(fact.where.url) << ',' << cell(telling.rule) << "\r\n";
}

}  // namespace

void write_csv(const Graph& graph, std::ostream& out) {
  out << "a,b,kind,status,date,sentence,document,url,rule\r\n";
  for (const GraphEdge& edge : graph.edges()) {
    for (const EventId id : edge.events) {
      const GraphEvent& event = graph.at(id);
      write_row(out, graph, edge, event.kind, event.status, event);
    }
    for (const HoldId id : edge.holds) {
      const GraphHold& hold = graph.at(id);
      write_row(out, graph, edge, "role", hold.when, hold);
    }
  }
}

}  // namespace liaison
