// liaison why: the sentences, sources and rules behind one edge or event of the graph, and what would remove it.
#include <algorithm>
#include <iostream>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "answer.h"
#include "commands.h"
#include "liaison/report.h"
#include "network_input.h"
#include "words.h"

namespace command {
namespace {

struct Options {
  NetworkOptions network;
  std::vector<std::string> files_and_names;
  std::string page;
  bool json = false;
};

constexpr const char* kExamples = R"(Examples:
  liaison why facts.jsonl "Jay Y. Lee" "Elon Musk"
  liaison why articles Lee Musk           any name that the articles use for them, whatever the case
  liaison why met.facts Samsung n12       or the id of a node of the graph
  liaison why met.facts e17               an edge, by its id in the graph
  liaison why met.facts v0123456789ab     an event or a hold, by its id in the facts
  liaison why met.facts Lee Musk --json
  liaison why met.facts Lee Musk --html reply.html     a page for a letter of reply
)";

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

/// The edges that an id means: of an edge itself, or of an event or hold that one tells of.
std::vector<liaison::EdgeId> edges_of_id(const liaison::Graph& graph, const std::string& id) {
  std::vector<liaison::EdgeId> out;
  for (std::size_t i = 0; i < graph.edges().size(); ++i) {
    const auto edge = graph.edges()[i];
    bool meant = edge.id == id;
    for (const auto one : edge.events) {
      const auto event = graph.at(one);
      meant |= std::any_of(event.tellings.begin(), event.tellings.end(), [&](const auto& telling) { return telling.id == id; });
    }
    for (const auto one : edge.holds) meant |= graph.at(one).id == id;
    if (meant) out.push_back(static_cast<liaison::EdgeId>(i));
  }
  return out;
}

/// True of what `liaison` gives as ids of edges, events and holds.
bool looks_like_id(const std::string& word) {
  if (word.size() < 2 || (word[0] != 'e' && word[0] != 'v' && word[0] != 'h')) return false;
  const std::string_view digits = word[0] == 'e' ? "0123456789" : "0123456789abcdef";
  return word.find_first_not_of(digits, 1) == std::string::npos;
}

std::vector<liaison::EdgeId> find(const liaison::Graph& graph, const std::vector<std::string>& asked) {
  if (asked.size() == 1) {
    auto edges = edges_of_id(graph, asked[0]);
    if (edges.empty()) std::cout << "Nothing in the graph has the id " << json_string(asked[0]) << ".\n";
    return edges;
  }
  const auto search = liaison::find_edges(graph, asked[0], asked[1]);
  tell_search(graph, asked[0], search.a);
  tell_search(graph, asked[1], search.b);
  if (search.found.empty() && !search.a.found.empty() && !search.b.found.empty()) {
    std::cout << "Nothing joins " << on_one_line(asked[0]) << " and " << on_one_line(asked[1]) << " in the graph.\n";
  }
  return search.found;
}

int why(Options options) {
  auto& words = options.files_and_names;
  const std::size_t count = looks_like_id(words.back()) ? 1 : 2;
  if (words.size() < count) throw UsageError("two names are wanted, or the id of an edge or event");
  const std::vector<std::string> asked(words.end() - static_cast<std::ptrdiff_t>(count), words.end());
  words.resize(words.size() - count);
  options.network.input.paths = std::move(words);
  liaison::Network network;
  const auto tally = read_network(options.network, network);
  if (nothing_was_read(tally)) return kSomeUnread;
  const auto graph = options.network.resolve.resolve(network);
  const auto edges = find(graph, asked);
  if (!options.page.empty()) {
    liaison::write_whole(options.page, [&](std::ostream& out) { write_answer_html(graph, edges, out); });
  } else if (options.json) {
    write_answer_json(graph, edges, std::cout);
  } else {
    write_answer(graph, edges, std::cout);
  }
  std::cout << std::flush;
  return tally.exit_code(options.network.input);
}

}  // namespace

void add_why(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("why", "Show the sentences, sources and rules behind one edge of the graph");
  command->add_option("files", options->files_and_names, "Facts (*.jsonl), texts or folders, and then two names or an id")
      ->required()
      ->expected(1, -1)
      ->type_name("FILE... A B");
  command->add_flag("--json", options->json, "As JSON, one object for each edge");
  command->add_option("--html", options->page, "Write a page instead")->type_name("FILE");
  options->network.add_to(*command);
  command->footer(kExamples);
  command->callback([options, &exit_code] { exit_code = why(*options); });
}

}  // namespace command
