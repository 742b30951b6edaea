// liaison graph: one network of many articles, as GraphML, a table, a page or a picture.
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "commands.h"
#include "liaison/graphml.h"
#include "liaison/report.h"
#include "network_input.h"

namespace command {
namespace {

struct Options {
  NetworkOptions network;
  std::vector<std::string> outputs;
  std::string as = "pairs";
  double least_weight = 0;
};

constexpr const char* kExamples = R"(Examples:
  liaison graph articles -o met.graphml                       for Gephi, yEd, Cytoscape, NetworkX
  liaison graph articles -o met.graphml -o met.csv -o met.html
  liaison graph facts.jsonl more.jsonl -o met.svg             facts that `liaison extract` printed, in any order
  liaison extract news/*.txt | liaison graph - -o met.graphml
  liaison graph met.facts new.txt -o met.facts                a network that grows, saved as JSON lines
  liaison graph articles --as events -o events.graphml        events are nodes, joined to those who took part

The ending of each output tells what it is: .graphml, .csv, .html, .svg, .facts (or .jsonl). An edge counts as weight
the independent sources that tell the two met, were in contact or cooperated; planned, possible and denied events have
columns of their own and never add to it. Gephi drops edges of weight 0: with --least-weight 0.1 it shows them.)";

void write_output(const std::string& path, const Options& options, const liaison::Network& network,
                  const liaison::Graph& graph) {
  const auto ending = std::filesystem::path(path).extension();
  liaison::write_whole(path, [&](std::ostream& out) {
    if (ending == ".csv") {
      write_csv(graph, out);
    } else if (ending == ".html") {
      write_html(graph, out);
    } else if (ending == ".svg") {
      write_svg(graph, out);
    } else if (ending == ".graphml") {
      write_graphml(graph, out, {.as_events = options.as == "events", .least_weight = options.least_weight});
    } else {
      network.write(out);
    }
  });
}

void check_outputs(const std::vector<std::string>& outputs) {
  const std::vector<std::string> known = {".graphml", ".csv", ".html", ".svg", ".facts", ".jsonl"};
  for (const auto& path : outputs) {
    const auto ending = std::filesystem::path(path).extension().string();
    if (std::find(known.begin(), known.end(), ending) == known.end()) {
      throw UsageError(path + ": an output ends with .graphml, .csv, .html, .svg, .facts or .jsonl");
    }
  }
}

void tell_counts(const Tally& tally, const liaison::Graph& graph) {
  const auto& edges = graph.edges();
  const auto roles = static_cast<std::size_t>(
      std::count_if(edges.begin(), edges.end(), [](const auto& edge) { return edge.kind == "role"; }));
  std::cerr << "liaison: " << count_of(tally.read, "article") << " read";
  if (tally.failed > 0) std::cerr << ", " << tally.failed << " could not be";
  std::cerr << "; " << count_of(graph.nodes().size(), "person, body or place", "people, bodies and places") << ", "
            << count_of(edges.size() - roles, "pair that met, was in contact or cooperated",
                        "pairs that met, were in contact or cooperated")
            << ", " << count_of(roles, "role") << '\n';
  if (edges.empty()) std::cerr << "liaison: nothing was found: nobody met anybody in what was read; the graph is empty\n";
}

int make_graph(const Options& options) {
  check_outputs(options.outputs);
  liaison::Network network;
  const auto tally = read_network(options.network, network);
  if (nothing_was_read(tally)) return kSomeUnread;
  const auto graph = options.network.resolve.resolve(network);
  for (const auto& path : options.outputs) write_output(path, options, network, graph);
  tell_counts(tally, graph);
  return tally.exit_code(options.network.input);
}

}  // namespace

void add_graph(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("graph", "Merge articles and facts into one graph");
  command->add_option("files", options->network.input.paths, "Facts (*.jsonl), texts, folders of *.txt, or -");
  command->add_option("-o,--output", options->outputs, "Write to FILE, whole or not at all; may be given several times")
      ->required()
      ->type_name("FILE")
      ->allow_extra_args(false);
  command->add_option("--as", options->as, "What a GraphML file holds: pairs (one edge for each) or events (as nodes)")
      ->check(CLI::IsMember({"pairs", "events"}))
      ->type_name("WHAT");
  command->add_option("--least-weight", options->least_weight, "The least weight that is written to GraphML")
      ->check(CLI::NonNegativeNumber)
      ->type_name("W");
  options->network.add_to(*command);
  command->footer(kExamples);
  command->callback([options, &exit_code] { exit_code = make_graph(*options); });
}

}  // namespace command
