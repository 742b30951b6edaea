#include "outputs.h"

#include <algorithm>
#include <functional>
#include <ostream>

#include "commands.h"
#include "liaison/export.h"
#include "liaison/graphml.h"
#include "liaison/report.h"

namespace command {
namespace {

using Write = std::function<void(const OutputOptions&, const liaison::Network&, const liaison::Graph&, std::ostream&)>;

struct Format {
  std::string ending;
  Write write;
};

/// The longer endings stand before those that they end with.
const std::vector<Format>& formats() {
  static const std::vector<Format> all = {
      {".graphml",
       [](const auto& options, const auto&, const auto& graph, auto& out) {
         liaison::GraphmlOptions wanted;
         wanted.as_events = options.as == "events";
         wanted.least_weight = options.least_weight;
         if (options.reader == "yed") liaison::write_yed(graph, out);
         else liaison::write_graphml(graph, out, wanted);
       }},
      {".nodes.csv", [](const auto&, const auto&, const auto& graph, auto& out) { liaison::write_gephi_nodes(graph, out); }},
      {".edges.csv", [](const auto&, const auto&, const auto& graph, auto& out) { liaison::write_gephi_edges(graph, out); }},
      {".csv", [](const auto&, const auto&, const auto& graph, auto& out) { liaison::write_csv(graph, out); }},
      {".gexf", [](const auto&, const auto&, const auto& graph, auto& out) { liaison::write_gexf(graph, out); }},
      {".ftm.json", [](const auto&, const auto&, const auto& graph, auto& out) { liaison::write_ftm(graph, out); }},
      {".d3.json", [](const auto&, const auto&, const auto& graph, auto& out) { liaison::write_d3(graph, out); }},
      {".json", [](const auto&, const auto&, const auto& graph, auto& out) { liaison::write_node_link(graph, out); }},
      {".html",
       [](const auto& options, const auto&, const auto& graph, auto& out) {
         liaison::PageOptions page;
         if (!options.title.empty()) page.title = options.title;
         liaison::write_html(graph, out, page);
       }},
      {".svg", [](const auto&, const auto&, const auto& graph, auto& out) { liaison::write_svg(graph, out); }},
      {".facts", [](const auto&, const auto& network, const auto&, auto& out) { network.write(out); }},
      {".jsonl", [](const auto&, const auto& network, const auto&, auto& out) { network.write(out); }},
  };
  return all;
}

const Format* format_of(const std::string& path) {
  const auto found = std::find_if(formats().begin(), formats().end(),
                                  [&](const Format& format) { return path.ends_with(format.ending); });
  return found == formats().end() ? nullptr : &*found;
}

}  // namespace

std::string known_endings() {
  std::string out;
  for (const Format& format : formats()) {
    if (!out.empty()) out += &format == &formats().back() ? " or " : ", ";
    out += format.ending;
  }
  return out;
}

void OutputOptions::add_to(CLI::App& app, bool required) {
  auto* option = app.add_option("-o,--output", outputs, "Write to FILE, whole or not at all; may be given several times. It ends with " + known_endings());
  option->type_name("FILE")->allow_extra_args(false);
  if (required) option->required();
  app.add_option("--as", as, "What a GraphML file holds: pairs (one edge for each) or events (as nodes)")
      ->check(CLI::IsMember({"pairs", "events"}))
      ->type_name("WHAT");
  app.add_option("--for", reader, "Who reads a GraphML file: any, or yed (laid out and labelled)")
      ->check(CLI::IsMember({"any", "yed"}))
      ->type_name("READER");
  app.add_option("--least-weight", least_weight, "The least weight that is written to GraphML")
      ->check(CLI::NonNegativeNumber)
      ->type_name("W");
  app.add_option("--title", title, "The heading of a page")->type_name("TEXT");
}

void OutputOptions::check() const {
  for (const auto& path : outputs) {
    if (!format_of(path)) throw UsageError(path + ": an output ends with " + known_endings());
  }
}

void OutputOptions::write(const liaison::Network& network, const liaison::Graph& graph) const {
  for (const auto& path : outputs) {
    liaison::write_whole(path, [&](std::ostream& out) { format_of(path)->write(*this, network, graph, out); });
  }
}

}  // namespace command
