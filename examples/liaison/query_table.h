// What a question is answered with: a table, in one of three forms, and the edges that it is about.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "liaison/graph.h"

namespace command {

struct Table {
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;   ///< a cell for each column
  std::vector<liaison::EdgeId> edges;           ///< what `-o` writes
};

/// Columns under headings, cut to the terminal's width.
void write_text(const Table& table, std::ostream& out);
/// An array of objects, whose keys are the columns. Empty cells are left out.
void write_json(const Table& table, std::ostream& out);
/// RFC 4180; cells that a spreadsheet would run begin with an apostrophe.
void write_csv(const Table& table, std::ostream& out);

/// The columns of `edge_row`.
std::vector<std::string> edge_columns();
/// An edge as a row: its ends, kind, status, weight, dates, sentence, document and id of event.
std::vector<std::string> edge_row(const liaison::Graph& graph, const liaison::GraphEdge& edge);
/// All of some edges.
Table edge_table(const liaison::Graph& graph, std::vector<liaison::EdgeId> edges);

}  // namespace command
