// liaison graph: one network of many articles, as GraphML, a table, a page or a picture.
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "commands.h"
#include "filter_options.h"
#include "liaison/query.h"
#include "network_input.h"
#include "outputs.h"

namespace command {
namespace {

struct Options {
  NetworkOptions network;
  FilterOptions filter;
  OutputOptions output;
  std::vector<std::string> added, around;
  std::size_t depth = 1;
};

constexpr const char* kExamples = R"(Examples:
  liaison graph articles -o met.graphml                       for Gephi, yEd, Cytoscape, NetworkX
  liaison graph articles -o met.graphml -o met.csv -o met.html
  liaison graph facts.jsonl more.jsonl -o met.svg             facts that `liaison extract` printed, in any order
  liaison extract news/*.txt | liaison graph - -o met.graphml
  liaison graph met.facts --add day.jsonl                     a network that grows: day.jsonl is added to met.facts
  liaison graph met.facts --since 2024-05 --until 2024-06 -o may.html
  liaison graph met.facts --around "Jay Y. Lee" --depth 2 --min-sources 2 --status occurred -o lee.graphml
  liaison graph met.facts --for yed -o met.graphml            laid out and labelled for yEd
  liaison graph articles --as events -o events.graphml        events are nodes, joined to those who took part

The ending of each output tells what it is: .graphml; .csv, a row for each pair and event; .nodes.csv and .edges.csv,
Gephi's tables; .gexf with dates, for Gephi; .ftm.json, FollowTheMoney; .json, nodes and edges for NetworkX, and
.d3.json, nodes and links for D3; .html, a page; .svg, a picture; .facts, the network itself. An edge counts as weight
the independent sources that tell the two met, were in contact or cooperated; planned, possible and denied events have
columns of their own and never add to it. Gephi drops edges of weight 0: with --least-weight 0.1 it shows them.
)";

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

/// The edges that were asked for; all of them where nothing was.
liaison::Graph asked_for(const Options& options, const liaison::Graph& graph) {
  const auto& filter = options.filter.filter;
  if (options.around.empty()) return filter.empty() ? graph : subgraph(graph, fitting_edges(graph, filter));
  std::vector<liaison::NodeId> nodes;
  for (const auto& name : options.around) {
    const auto found = nodes_called(graph, name);
    nodes.insert(nodes.end(), found.begin(), found.end());
  }
  return subgraph(graph, edges_around(graph, nodes, options.depth, filter));
}

/// Adds facts to the one network that is given, in its place.
Tally add_facts(const Options& options, liaison::Network& network) {
  const auto& paths = options.network.input.paths;
  if (paths.size() != 1 || !(paths[0].ends_with(".facts") || paths[0].ends_with(".jsonl"))) {
    throw UsageError("--add adds to one network: liaison graph met.facts --add day.jsonl");
  }
  auto more = options.network;
  more.input.paths = options.added;
  Tally tally;
  if (std::filesystem::exists(paths[0])) tally = read_facts(options.network, network);
  const auto before = network.size();
  const auto added = read_facts(more, network);
  tally.read += added.read;
  tally.failed += added.failed;
  for (const auto& id : options.network.without) network.remove_document(id);
  network.save(paths[0]);
  std::cerr << "liaison: " << count_of(network.size() - std::min(before, network.size()), "new article") << " in " << paths[0] << '\n';
  return tally;
}

int make_graph(const Options& options) {
  options.output.check();
  if (options.output.outputs.empty() && options.added.empty()) throw UsageError("-o FILE is wanted, or --add; see liaison graph --help");
  liaison::Network network;
  const auto tally = options.added.empty() ? read_network(options.network, network) : add_facts(options, network);
  if (nothing_was_read(tally)) return kSomeUnread;
  if (options.output.outputs.empty()) return tally.exit_code(options.network.input);
  const auto graph = asked_for(options, options.network.resolve.resolve(network));
  options.output.write(network, graph);
  tell_counts(tally, graph);
  return tally.exit_code(options.network.input);
}

}  // namespace

void add_graph(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("graph", "Merge articles and facts into one graph");
  command->add_option("files", options->network.input.paths, "Facts (*.jsonl), texts, folders of *.txt, or -");
  options->output.add_to(*command, false);
  command->add_option("--add", options->added, "Add these facts, texts or folders to the network that is given, and save it")
      ->type_name("FILE")
      ->allow_extra_args(false);
  command->add_option("--around", options->around, "Only what is near NAME, see --depth; may be given several times")
      ->type_name("NAME")
      ->allow_extra_args(false);
  command->add_option("--depth", options->depth, "How many steps --around goes; 1 is the default")->type_name("N");
  options->filter.add_to(*command);
  options->network.add_to(*command);
  command->footer(kExamples);
  command->callback([options, &exit_code] { exit_code = make_graph(*options); });
}

}  // namespace command
