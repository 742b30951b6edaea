// liaison tell: who is who and who met whom, in words.
#include <algorithm>
#include <iostream>
#include <memory>
#include <string>

#include "commands.h"
#include "network_input.h"
#include "tellings.h"

namespace command {
namespace {

constexpr const char* kExamples = R"(Examples:
  liaison tell articles            all *.txt below the folder
  liaison tell facts.jsonl         facts that `liaison extract` printed
  liaison tell --no-roles lee.txt

Under each pair stands the sentence that tells of it first; `liaison why` shows all of them, and the rules.
)";

void tell_people(const liaison::Graph& graph, std::ostream& out) {
  std::size_t width = 0;
  std::vector<std::vector<std::string>> roles;
  for (const auto& node : graph.nodes()) {
    roles.push_back(graph.roles(static_cast<liaison::NodeId>(roles.size())));
    if (!roles.back().empty()) width = std::max(width, columns_of(on_one_line(node.label)));
  }
  if (width == 0) return;
  out << "Who is who\n\n";
  for (std::size_t i = 0; i < roles.size(); ++i) {
    std::string name = on_one_line(graph.nodes()[i].label);
    for (const auto& role : roles[i]) {
      out << "  " << padded(std::move(name), std::min<std::size_t>(width, 40)) << "  " << on_one_line(role) << '\n';
      name.clear();
    }
  }
  out << '\n';
}

void tell_pairs(const liaison::Graph& graph, std::ostream& out) {
  const auto is_role = [](const liaison::GraphEdge& edge) { return edge.kind == "role"; };
  if (std::all_of(graph.edges().begin(), graph.edges().end(), is_role)) {
    out << "Nobody is reported to have met anybody.\n";
    return;
  }
  out << "Who met whom\n\n";
  const auto columns = std::min<std::size_t>(terminal_columns(), 120);
  for (const auto& edge : graph.edges()) {
    if (is_role(edge)) continue;
    out << "  " << heading(graph, edge) << '\n'
        << wrapped("“" + on_one_line(edge.sentence) + "”", "      ", columns)
        << "      " << on_one_line(edge.document) << "\n\n";
  }
}

int tell(const NetworkOptions& options) {
  liaison::Network network;
  const auto tally = read_network(options, network);
  if (nothing_was_read(tally)) return kSomeUnread;
  // Also whoever holds a role and is joined with nobody.
  const auto graph = options.resolve.resolve(network, true);
  tell_people(graph, std::cout);
  tell_pairs(graph, std::cout);
  std::cout << std::flush;
  return tally.exit_code(options.input);
}

}  // namespace

void add_tell(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<NetworkOptions>();
  auto* command = app.add_subcommand("tell", "Say in words who is who and who met whom");
  command->add_option("files", options->input.paths, "Facts (*.jsonl), texts, folders of *.txt, or -");
  options->add_to(*command);
  command->footer(kExamples);
  command->callback([options, &exit_code] { exit_code = tell(*options); });
}

}  // namespace command
