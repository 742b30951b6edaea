// liaison report: one page to look at a network, offline.
#include <iostream>
#include <memory>
#include <string>

#include "commands.h"
#include "liaison/report.h"
#include "network_input.h"
#include "words.h"

namespace command {
namespace {

constexpr const char* kExamples = R"(Examples:
  liaison report met.facts -o met.html
  liaison report articles --corrections ours.txt --title "Who met whom in May" -o may.html

The page is one file: graph, filters, search, a card for everybody, each edge with its sentences, a timeline and
tables. It asks nothing of the network. What you correct in it can be saved as lines for --corrections.
)";

struct Options {
  NetworkOptions network;
  std::string output, title;
};

int report(const Options& options) {
  liaison::Network network;
  const auto tally = read_network(options.network, network);
  if (nothing_was_read(tally)) return kSomeUnread;
  const auto graph = options.network.resolve.resolve(network);
  liaison::PageOptions page;
  if (!options.title.empty()) page.title = options.title;
  liaison::write_whole(options.output, [&](std::ostream& out) { liaison::write_html(graph, out, page); });
  std::cerr << "liaison: " << options.output << ": " << count_of(graph.nodes().size(), "person, body or place", "people, bodies and places")
            << ", " << count_of(graph.edges().size(), "edge") << '\n';
  if (graph.edges().empty()) std::cerr << "liaison: nothing was found: nobody met anybody in what was read; the page is empty\n";
  return tally.exit_code(options.network.input);
}

}  // namespace

void add_report(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("report", "Write one page to look at a network in a browser, offline");
  command->add_option("files", options->network.input.paths, "Networks, facts (*.jsonl), texts, folders of *.txt, or -");
  command->add_option("-o,--output", options->output, "The page, written whole or not at all")->required()->type_name("FILE.html");
  command->add_option("--title", options->title, "The heading of the page")->type_name("TEXT");
  options->network.add_to(*command);
  command->footer(kExamples);
  command->callback([options, &exit_code] { exit_code = report(*options); });
}

}  // namespace command
