#include "filter_options.h"

#include "commands.h"
#include "words.h"

namespace command {

void FilterOptions::add_to(CLI::App& app) {
  app.add_option("--kind", filter.kinds, "Only edges of this kind: meeting, contact, cooperation, role; may be given several times")
      ->type_name("KIND")
      ->allow_extra_args(false);
  app.add_option("--status", filter.statuses, "Only edges of this status: occurred, planned, possible, denied")
      ->type_name("STATUS")
      ->allow_extra_args(false);
  app.add_option("--min-sources", filter.min_sources, "Only edges that so many independent sources tell as occurred")
      ->type_name("N");
}

std::vector<liaison::NodeId> nodes_called(const liaison::Graph& graph, const std::string& name) {
  const auto search = liaison::find_node(graph, name);
  if (!search.found.empty()) return search.found;
  std::string message = "nobody is called " + json_string(on_one_line(name)) + " in the graph";
  for (std::size_t i = 0; i < search.suggestions.size(); ++i) {
    message += (i == 0 ? "; did you mean " : " or ") + json_string(on_one_line(search.suggestions[i]));
  }
  throw UsageError(message + (search.suggestions.empty() ? "" : "?"));
}

liaison::NodeId node_called(const liaison::Graph& graph, const std::string& name) {
  const auto found = nodes_called(graph, name);
  if (found.size() == 1) return found.front();
  std::string message = json_string(on_one_line(name)) + " may be";
  for (const auto id : found) {
    const auto& node = graph.at(id);
    message += (id == found.front() ? " " : ", ") + on_one_line(node.label) + " (" + node.type + ' ' + node.id + ')';
  }
  throw UsageError(message + "; say which, by a longer name or its id");
}

}  // namespace command
