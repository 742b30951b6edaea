// liaison why: the sentences, sources and rules behind one edge of the graph.
#include <algorithm>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "commands.h"
#include "network_input.h"
#include "tellings.h"

namespace command {
namespace {

struct Options {
  NetworkOptions network;
  std::vector<std::string> files_and_names;
};

constexpr const char* kExamples = R"(Examples:
  liaison why facts.jsonl "Jay Y. Lee" "Elon Musk"
  liaison why articles Lee Musk           any name that the articles use for them, whatever the case
  liaison why met.facts Samsung n12       or the id of a node of the graph)";

void tell_search(const liaison::Graph& graph, const std::string& name, const liaison::NodeSearch& search) {
  if (search.found.empty()) {
    std::cout << "Nobody is called " << json_string(on_one_line(name)) << " in the graph.";
    for (std::size_t i = 0; i < search.suggestions.size(); ++i) {
      std::cout << (i == 0 ? " Did you mean " : " or ") << json_string(on_one_line(search.suggestions[i]));
    }
    std::cout << (search.suggestions.empty() ? "\n" : "?\n");
  } else if (search.found.size() > 1) {
    std::cout << json_string(on_one_line(name)) << " may be";
    for (const auto id : search.found) {
      const auto& node = graph.at(id);
      std::cout << (id == search.found.front() ? " " : ", ") << on_one_line(node.label) << " (" << node.type << ' '
                << node.id << ')';
    }
    std::cout << '\n';
  }
}

/// Why the names that different documents use for a node were taken for one.
void tell_merges(const liaison::Graph& graph, const liaison::GraphEdge& edge) {
  for (const auto end : {edge.a, edge.b}) {
    const auto& node = graph.at(end);
    std::vector<std::string> told;
    for (const auto& merge : graph.merges()) {
      if (merge.node == end && std::find(told.begin(), told.end(), merge.text) == told.end()) told.push_back(merge.text);
    }
    for (const auto& text : told) std::cout << "    " << on_one_line(node.label) << ": " << on_one_line(text) << '\n';
  }
}

void answer(const liaison::Graph& graph, const std::string& a, const std::string& b) {
  const auto search = liaison::find_edges(graph, a, b);
  tell_search(graph, a, search.a);
  tell_search(graph, b, search.b);
  if (search.found.empty() && !search.a.found.empty() && !search.b.found.empty()) {
    std::cout << "Nothing joins " << on_one_line(a) << " and " << on_one_line(b) << " in the graph.\n";
  }
  for (const auto id : search.found) {
    const auto edge = graph.at(id);
    std::cout << heading(graph, edge) << "; told by "
              << count_of(static_cast<std::size_t>(edge.weight), "independent source") << " as occurred\n";
    write_tellings(graph, edge, std::cout);
    tell_merges(graph, edge);
  }
  std::cout << std::flush;
}

int why(Options options) {
  auto& words = options.files_and_names;
  const auto b = words.back();
  words.pop_back();
  const auto a = words.back();
  words.pop_back();
  options.network.input.paths = std::move(words);
  liaison::Network network;
  const auto tally = read_network(options.network, network);
  if (nothing_was_read(tally)) return kSomeUnread;
  answer(options.network.resolve.resolve(network), a, b);
  return tally.exit_code(options.network.input);
}

}  // namespace

void add_why(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("why", "Show the sentences, sources and rules behind one edge of the graph");
  command->add_option("files", options->files_and_names, "Facts (*.jsonl), texts or folders, and then the two names")
      ->required()
      ->expected(2, -1)
      ->type_name("FILE... A B");
  options->network.add_to(*command);
  command->footer(kExamples);
  command->callback([options, &exit_code] { exit_code = why(*options); });
}

}  // namespace command
