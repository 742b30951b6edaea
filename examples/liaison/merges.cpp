// liaison merges: why entities of different articles are one, which may be one, and which articles are copies.
#include <iostream>
#include <memory>
#include <string>

#include "commands.h"
#include "network/json_writer.h"
#include "network_input.h"
#include "words.h"

namespace command {
namespace {

constexpr const char* kExamples = R"(Examples:
  liaison merges met.facts                      every merge with its reason, then who may be the same, then copies
  liaison merges met.facts --only maybe         what is left for you to decide
  liaison merges met.facts --json | head        one JSON object a line

To undo a merge, write into a file of corrections what stands behind it: different A#e1 | B#e2. To join two that may
be the same: same A | B. `liaison graph --corrections FILE` heeds them.
)";

struct Options {
  NetworkOptions network;
  std::string only = "all";
  bool json = false, all_nodes = false;
};

std::string place(const std::string& document, const std::string& entity) { return document + '#' + entity; }

void tell_merge(const liaison::Graph& graph, const liaison::MergeReason& merge) {
  std::cout << on_one_line(graph.at(merge.node).label) << ": " << on_one_line(merge.text) << "\n    different "
            << on_one_line(place(merge.a_document, merge.a_entity)) << " | "
            << on_one_line(place(merge.b_document, merge.b_entity)) << '\n';
}

void tell_maybe(const liaison::Graph& graph, const liaison::MaybeSame& maybe) {
  std::cout << on_one_line(graph.at(maybe.a).label) << " and " << on_one_line(graph.at(maybe.b).label)
            << " may be the same: " << on_one_line(maybe.text) << "\n    same " << on_one_line(graph.at(maybe.b).label)
            << " | " << on_one_line(graph.at(maybe.a).label) << '\n';
}

void tell_reprints(const liaison::Reprints& reprints) {
  std::cout << on_one_line(reprints.original->id) << " has " << count_of(reprints.copies.size(), "copy", "copies") << ":";
  for (const auto* copy : reprints.copies) std::cout << ' ' << on_one_line(copy->id);
  std::cout << '\n';
}

void print_merge(const liaison::Graph& graph, const liaison::MergeReason& merge) {
  std::string line;
  liaison::JsonWriter json(line);
  const auto& node = graph.at(merge.node);
  json.begin_object().field("what", "merge").field("node", std::string_view(node.id)).field("label", std::string_view(node.label));
  json.field("type", std::string_view(node.type)).field("a", std::string_view(place(merge.a_document, merge.a_entity)));
  json.field("b", std::string_view(place(merge.b_document, merge.b_entity)));
  json.field("a_name", std::string_view(merge.a_name)).field("b_name", std::string_view(merge.b_name));
  json.field("reason", std::string_view(merge.text)).end_object();
  std::cout << line << '\n';
}

void print_maybe(const liaison::Graph& graph, const liaison::MaybeSame& maybe) {
  std::string line;
  liaison::JsonWriter json(line);
  json.begin_object().field("what", "maybe").field("a", std::string_view(graph.at(maybe.a).label));
  json.field("b", std::string_view(graph.at(maybe.b).label)).field("reason", std::string_view(maybe.text)).end_object();
  std::cout << line << '\n';
}

void print_reprints(const liaison::Reprints& reprints) {
  std::string line;
  liaison::JsonWriter json(line);
  json.begin_object().field("what", "copies").field("original", std::string_view(reprints.original->id));
  json.key("copies").begin_array();
  for (const auto* copy : reprints.copies) json.value(std::string_view(copy->id));
  json.end_array().end_object();
  std::cout << line << '\n';
}

int list_merges(const Options& options) {
  liaison::Network network;
  const auto tally = read_network(options.network, network);
  if (nothing_was_read(tally)) return kSomeUnread;
  const auto graph = options.network.resolve.resolve(network, options.all_nodes);
  const auto wanted = [&](const char* what) { return options.only == "all" || options.only == what; };
  const auto merges = graph.merges();
  if (wanted("merges")) {
    for (const auto& merge : merges) options.json ? print_merge(graph, merge) : tell_merge(graph, merge);
  }
  if (wanted("maybe")) {
    for (const auto& maybe : graph.maybe_same()) options.json ? print_maybe(graph, maybe) : tell_maybe(graph, maybe);
  }
  if (wanted("copies")) {
    for (const auto& reprints : graph.reprints()) options.json ? print_reprints(reprints) : tell_reprints(reprints);
  }
  std::cout << std::flush;
  std::cerr << "liaison: " << count_of(merges.size(), "merge") << ", "
            << count_of(graph.maybe_same().size(), "pair") << " that may be the same, "
            << count_of(graph.reprints().size(), "article") << " with copies\n";
  return tally.exit_code(options.network.input);
}

}  // namespace

void add_merges(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("merges", "List why names of different articles are one, or may be");
  command->add_option("files", options->network.input.paths, "Networks, facts (*.jsonl), texts, folders of *.txt, or -");
  command->add_option("--only", options->only, "merges, maybe or copies; all is the default")
      ->check(CLI::IsMember({"all", "merges", "maybe", "copies"}))
      ->type_name("WHAT");
  command->add_flag("--json", options->json, "One JSON object a line");
  command->add_flag("--all", options->all_nodes, "Also people, bodies and places that nothing joins");
  options->network.add_to(*command);
  command->footer(kExamples);
  command->callback([options, &exit_code] { exit_code = list_merges(*options); });
}

}  // namespace command
