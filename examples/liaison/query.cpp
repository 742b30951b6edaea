// liaison query: questions to a graph, answered as a table.
#include <algorithm>
#include <fstream>
#include <iostream>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "commands.h"
#include "filter_options.h"
#include "liaison/query.h"
#include "network_input.h"
#include "outputs.h"
#include "query_table.h"
#include "words.h"

namespace command {
namespace {

constexpr const char* kExamples = R"(Examples:
  liaison query met.facts --card "Jay Y. Lee"              roles, whom he met and when, with the sentences
  liaison query met.facts --neighbours Lee --depth 2       all that is joined within two steps
  liaison query met.facts --chain Lee "Angela Merkel"      the shortest chain between two, with its sentences
  liaison query met.facts --most-connected --kind meeting --top 10
  liaison query met.facts --new-since 2024-06-01           pairs that no article before that day joins
  liaison query met.facts --watch names.txt --since 2024-06-01
  liaison query met.facts --neighbours Lee -o lee.graphml  the answer as a graph as well

Names may be any that the articles use, whatever the case and accents, or the end of one that is the only one.
)";

struct Options {
  NetworkOptions network;
  FilterOptions filter;
  OutputOptions output;
  std::string card, neighbours, new_since, watch;
  std::vector<std::string> chain;
  bool connected = false, json = false, csv = false;
  std::size_t depth = 1, top = 20;
};

/// What an article tells of a person, a line for each telling.
class Card {
 public:
  Card(const liaison::Graph& graph, liaison::NodeId node, const liaison::EdgeFilter& filter)
      : graph_(graph), node_(node), filter_(filter) {
    table_.columns = {"what", "of", "status", "date", "source", "event", "document", "sentence"};
  }

  Table make() {
    const auto& node = graph_.at(node_);
    add("name", node.label, node.type);
    for (const auto& form : graph_.forms(node_)) {
      if (form != node.label) add("also called", form, "");
    }
    for (const auto& hold : graph_.holds()) {
      if (hold.person == node_) add_role(hold);
    }
    for (const auto id : graph_.edges_of(node_)) {
      const auto edge = graph_.at(id);
      if (!fits(graph_, edge, filter_)) continue;
      table_.edges.push_back(id);
      add_edge(edge);
    }
    for (const auto& maybe : graph_.maybe_same()) {
      if (maybe.a != node_ && maybe.b != node_) continue;
      add("may be the same as", graph_.at(maybe.a == node_ ? maybe.b : maybe.a).label, "", maybe.text);
    }
    return std::move(table_);
  }

 private:
  void add(std::string what, std::string of, std::string status, std::string text = {}) {
    table_.rows.push_back({std::move(what), std::move(of), std::move(status), "", "", "", "", std::move(text)});
  }

  void add(std::string what, std::string of, const liaison::Telling& telling) {
    const auto& facts = *telling.document;
    const std::string sentence = telling.evidence.empty() ? std::string() : on_one_line(telling.evidence.front().quote);
    table_.rows.push_back({std::move(what), std::move(of), std::string(telling.status), facts.date, facts.source,
                           std::string(telling.id), facts.id, sentence});
  }

  void add_role(const liaison::GraphHold& hold) {
    std::string of(hold.role);
    if (hold.body != liaison::NodeId::none) of += ", " + graph_.at(hold.body).label;
    add("role", std::move(of), hold.telling);
  }

  void add_edge(const liaison::GraphEdge& edge) {
    const std::string other = graph_.at(edge.a == node_ ? edge.b : edge.a).label;
    for (const auto id : edge.events) {
      const auto event = graph_.at(id);
      for (const auto& telling : event.tellings) add(std::string(event.kind) + (event.disputed ? ", disputed" : ""), other, telling);
    }
    if (graph_.at(node_).type == "PERSON") return;   // whose roles stand above
    for (const auto id : edge.holds) {
      const auto hold = graph_.at(id);
      add("role of " + other, std::string(hold.role), hold.telling);
    }
  }

  const liaison::Graph& graph_;
  liaison::NodeId node_;
  const liaison::EdgeFilter& filter_;
  Table table_;
};

Table connected_table(const liaison::Graph& graph, const Options& options) {
  Table table{{"name", "type", "edges", "sources", "roles"}, {}, {}};
  std::vector<liaison::NodeId> nodes;
  for (const auto& one : most_connected(graph, options.filter.filter)) {
    if (table.rows.size() == options.top) break;
    const auto& node = graph.at(one.node);
    const auto roles = graph.roles(one.node);
    table.rows.push_back({node.label, node.type, std::to_string(one.edges),
                          std::to_string(static_cast<unsigned long>(one.weight)), roles.empty() ? "" : roles[0]});
    nodes.push_back(one.node);
  }
  table.edges = edges_around(graph, nodes, 0, options.filter.filter);
  return table;
}

/// The edges of which no article before the day tells.
Table new_since(const liaison::Graph& graph, const Options& options) {
  std::vector<liaison::EdgeId> edges;
  for (const auto id : fitting_edges(graph, options.filter.filter)) {
    const auto edge = graph.at(id);
    if (!edge.first.empty() && edge.first >= options.new_since) edges.push_back(id);
  }
  return edge_table(graph, std::move(edges));
}

Table watched(const liaison::Graph& graph, const Options& options) {
  std::ifstream in(options.watch);
  if (!in) throw UsageError(options.watch + ": cannot be read");
  std::set<liaison::EdgeId> edges;
  std::size_t missing = 0;
  for (std::string line; std::getline(in, line);) {
    line = on_one_line(line.substr(0, line.find('#')));
    if (line.find_first_not_of(' ') == std::string::npos) continue;
    const auto found = liaison::find_node(graph, line).found;
    missing += found.empty();
    for (const auto node : found) {
      for (const auto id : graph.edges_of(node)) {
        if (fits(graph, graph.at(id), options.filter.filter)) edges.insert(id);
      }
    }
  }
  if (missing > 0) std::cerr << "liaison: " << count_of(missing, "name") << " of " << options.watch << " in no article\n";
  return edge_table(graph, {edges.begin(), edges.end()});
}

Table chain(const liaison::Graph& graph, const Options& options) {
  const auto from = node_called(graph, options.chain[0]), to = node_called(graph, options.chain[1]);
  auto table = edge_table(graph, shortest_chain(graph, from, to, options.filter.filter));
  auto at = from;
  for (std::size_t i = 0; i < table.edges.size(); ++i) {   // in the direction in which it is walked
    const auto [a, b] = graph.ends(table.edges[i]);
    if (a != at) std::swap(table.rows[i][0], table.rows[i][1]);
    at = a == at ? b : a;
  }
  return table;
}

Table answer(const liaison::Graph& graph, const Options& options) {
  if (!options.card.empty()) return Card(graph, node_called(graph, options.card), options.filter.filter).make();
  if (!options.chain.empty()) return chain(graph, options);
  if (options.connected) return connected_table(graph, options);
  if (!options.watch.empty()) return watched(graph, options);
  if (!options.neighbours.empty()) {
    const auto nodes = nodes_called(graph, options.neighbours);
    return edge_table(graph, edges_around(graph, nodes, options.depth, options.filter.filter));
  }
  if (!options.new_since.empty()) return new_since(graph, options);
  return edge_table(graph, fitting_edges(graph, options.filter.filter));
}

int query(Options options) {
  options.output.check();
  options.filter.filter.since = std::exchange(options.network.since, {});   // of edges, not of what is read
  options.filter.filter.until = std::exchange(options.network.until, {});
  liaison::Network network;
  const auto tally = read_network(options.network, network);
  if (nothing_was_read(tally)) return kSomeUnread;
  const auto graph = options.network.resolve.resolve(network);
  const auto table = answer(graph, options);
  if (!options.output.outputs.empty()) options.output.write(network, subgraph(graph, table.edges));
  if (options.json) write_json(table, std::cout);
  else if (options.csv) write_csv(table, std::cout);
  else if (!table.rows.empty()) write_text(table, std::cout);
  std::cout << std::flush;
  if (table.rows.empty()) std::cerr << "liaison: nothing in the graph answers that\n";
  return tally.exit_code(options.network.input);
}

}  // namespace

void add_query(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("query", "Ask a network who is near whom, by which chain, and what is new");
  command->add_option("files", options->network.input.paths, "Networks, facts (*.jsonl), texts, folders of *.txt, or -");
  auto* what = command->add_option_group("questions", "One question; without one, all edges that fit");
  what->add_option("--card", options->card, "All that is told of NAME")->type_name("NAME");
  what->add_option("--neighbours,--neighbors", options->neighbours, "Who is joined with NAME, see --depth")->type_name("NAME");
  what->add_option("--chain", options->chain, "The shortest chain between two")->expected(2)->type_name("A B");
  what->add_flag("--most-connected", options->connected, "Who has most edges, see --top");
  what->add_option("--new-since", options->new_since, "Pairs that no article before DATE joins")->type_name("DATE");
  what->add_option("--watch", options->watch, "Edges of the names of a list, one a line")->type_name("FILE");
  what->require_option(0, 1);
  command->add_option("--depth", options->depth, "How many steps --neighbours goes; 1 is the default")->type_name("N");
  command->add_option("--top", options->top, "How many --most-connected shows; 20 is the default")->type_name("N");
  options->filter.add_to(*command);
  command->add_flag("--json", options->json, "An array of JSON objects");
  command->add_flag("--csv", options->csv, "A table for spreadsheets");
  options->output.add_to(*command, false);
  options->network.add_to(*command);
  command->footer(kExamples);
  command->callback([options, &exit_code] { exit_code = query(*options); });
}

}  // namespace command
