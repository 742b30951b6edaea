#include "query_table.h"

#include <algorithm>
#include <ostream>

#include "network/csv_cell.h"
#include "network/json_writer.h"
#include "words.h"

namespace command {
namespace {

std::string number(double value) { return std::to_string(static_cast<unsigned long>(value)); }

/// The first so many code points, and an ellipsis where there are more.
std::string cut(const std::string& text, std::size_t columns) {
  if (columns_of(text) <= columns) return text;
  std::size_t end = 0;
  for (std::size_t count = 0; end < text.size() && count + 1 < columns; ++count) {
    do ++end;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80);
  }
  return text.substr(0, end) + "…";
}

}  // namespace

void write_text(const Table& table, std::ostream& out) {
  constexpr std::size_t kWidest = 44;
  std::vector<std::size_t> widths;
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    std::size_t width = columns_of(table.columns[column]);
    for (const auto& row : table.rows) width = std::max(width, columns_of(on_one_line(row[column])));
    widths.push_back(std::min(width, kWidest));
  }
  const auto write = [&](const std::vector<std::string>& cells) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const bool last = i + 1 == cells.size();
      const std::string text = cut(on_one_line(cells[i]), last ? 2 * kWidest : widths[i]);
      line += last ? text : padded(text, widths[i]) + "  ";
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out << line << '\n';
  };
  write(table.columns);
  for (const auto& row : table.rows) write(row);
}

void write_json(const Table& table, std::ostream& out) {
  std::string text;
  liaison::JsonWriter json(text);
  json.begin_array();
  for (const auto& row : table.rows) {
    json.begin_object();
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (!row[i].empty()) json.field(table.columns[i], std::string_view(row[i]));
    }
    json.end_object();
  }
  json.end_array();
  out << text << '\n';
}

void write_csv(const Table& table, std::ostream& out) {
  const auto write = [&](const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) out << (i == 0 ? "" : ",") << liaison::cell(cells[i]);
    out << "\r\n";
  };
  write(table.columns);
  for (const auto& row : table.rows) write(row);
}

std::vector<std::string> edge_columns() {
  return {"a", "b", "kind", "status", "sources", "first", "last", "event", "document", "sentence"};
}

std::vector<std::string> edge_row(const liaison::Graph& graph, const liaison::GraphEdge& edge) {
  return {graph.at(edge.a).label,  graph.at(edge.b).label, std::string(edge.kind),  std::string(edge.status),
          number(edge.weight),     std::string(edge.first), std::string(edge.last), std::string(edge.event),
          std::string(edge.document), edge.sentence};
}

Table edge_table(const liaison::Graph& graph, std::vector<liaison::EdgeId> edges) {
  Table table{edge_columns(), {}, std::move(edges)};
  for (const auto id : table.edges) table.rows.push_back(edge_row(graph, graph.at(id)));
  return table;
}

}  // namespace command
