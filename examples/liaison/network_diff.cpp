#include "network_diff.h"

#include <map>
#include <string>
#include <tuple>

namespace command {
namespace {

using Ends = std::tuple<std::string, std::string, std::string, std::string>;   // types and labels

std::map<Ends, liaison::EdgeId> edges_by_ends(const liaison::Graph& graph) {
  std::map<Ends, liaison::EdgeId> out;
  for (std::size_t i = 0; i < graph.edges().size(); ++i) {
    const auto id = static_cast<liaison::EdgeId>(i);
    const auto [first, second] = graph.ends(id);
    const auto &a = graph.at(first), &b = graph.at(second);
    const bool in_order = std::tie(a.type, a.label) <= std::tie(b.type, b.label);
    const auto &one = in_order ? a : b, &other = in_order ? b : a;
    out.emplace(Ends(one.type, one.label, other.type, other.label), id);
  }
  return out;
}

std::string told(const liaison::GraphEdge& edge) {
  return std::string(edge.kind) + ", " + std::string(edge.status) + ", " + std::to_string(static_cast<unsigned long>(edge.weight)) +
         (edge.weight == 1 ? " source" : " sources") + (edge.disputed > 0 ? ", disputed" : "");
}

}  // namespace

Table diff_graphs(const liaison::Graph& before, const liaison::Graph& after) {
  Table table{{"change", "a", "b", "before", "after", "sentence"}, {}, {}};
  const auto old = edges_by_ends(before), now = edges_by_ends(after);
  const auto add = [&](const char* change, const Ends& ends, std::string was, std::string is, std::string sentence) {
    table.rows.push_back({change, std::get<1>(ends), std::get<3>(ends), std::move(was), std::move(is), std::move(sentence)});
  };
  for (const auto& [ends, id] : now) {
    const auto edge = after.at(id);
    const auto found = old.find(ends);
    if (found == old.end()) add("new", ends, "", told(edge), edge.sentence);
    else if (const std::string was = told(before.at(found->second)); was != told(edge)) add("changed", ends, was, told(edge), edge.sentence);
    else continue;
    table.edges.push_back(id);
  }
  for (const auto& [ends, id] : old) {
    if (now.count(ends) == 0) add("gone", ends, told(before.at(id)), "", before.at(id).sentence);
  }
  return table;
}

}  // namespace command
