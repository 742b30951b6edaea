// The graph for people: a table for spreadsheets, a page, and a picture.
#pragma once

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <string>

#include "liaison/graph.h"

namespace [[gnu::visibility("default")]] liaison {

/// One row for each pair and event: `a,b,kind,status,date,sentence,document,url,rule`, by pair, then by date; roles
/// are rows of kind "role". RFC 4180, UTF-8. A cell that a spreadsheet would take for a formula (it begins with
/// = + - @ or a tab) begins with an apostrophe.
void write_csv(const Graph& graph, std::ostream& out);

struct PictureOptions {
  std::size_t nodes = 60;   ///< at most so many, those with the most support; the picture says what it leaves out
};

/// A picture of the graph: SVG, laid out by springs, the same bytes for the same graph. Colour and shape tell the
/// type of a node, colour the kind of an edge, its stroke the status, its width the weight. A tooltip of each edge
/// cites its sentence. Costs O(n³) in the nodes shown.
void write_svg(const Graph& graph, std::ostream& out, const PictureOptions& options = {});

struct PageOptions {
  std::string title = "Who met whom";
  PictureOptions picture;
};

/// A page that needs nothing beside it, neither scripts nor network: counts, the picture, who met whom with every
/// sentence, and who is who.
void write_html(const Graph& graph, std::ostream& out, const PageOptions& options = {});

/// Writes a file whole or not at all: `write` fills a temporary file beside `path`, which then takes its place; on
/// failure, or if `write` throws, the old file stays as it was and no temporary is left.
/// Throws Error{unwritable}, and what `write` throws.
void write_whole(const std::string& path, const std::function<void(std::ostream&)>& write);

}  // namespace liaison
