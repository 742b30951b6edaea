// liaison merge: several networks as one.
#include <iostream>
#include <memory>
#include <string>

#include "commands.h"
#include "liaison/report.h"
#include "network_input.h"

namespace command {
namespace {

constexpr const char* kExamples = R"(Examples:
  liaison merge monday.facts tuesday.facts -o week.facts
  liaison merge parts/*.jsonl -o all.facts

Merging is set union: any order and any grouping of the parts gives the same bytes, and so does what is made of them.
)";

struct Options {
  NetworkOptions network;
  std::string output;
};

int merge(const Options& options) {
  liaison::Network network;
  const auto tally = read_network(options.network, network);
  if (nothing_was_read(tally)) return kSomeUnread;
  network.save(options.output);
  std::cerr << "liaison: " << count_of(tally.read, "article") << " read, " << count_of(network.size(), "article")
            << " in " << options.output << '\n';
  return tally.exit_code(options.network.input);
}

}  // namespace

void add_merge(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("merge", "Merge networks into one");
  command->add_option("files", options->network.input.paths, "Networks (*.facts), facts (*.jsonl), texts, folders, or -");
  command->add_option("-o,--output", options->output, "The network to write, whole or not at all")->required()->type_name("FILE.facts");
  options->network.add_input_to(*command);
  command->footer(kExamples);
  command->callback([options, &exit_code] { exit_code = merge(*options); });
}

}  // namespace command
