#include <doctest/doctest.h>

#include "liaison/graphml.h"
#include "liaison/query.h"
#include "network/written_graph.h"

using namespace liaison;
using namespace liaison::sample;

namespace {

std::vector<EdgeId> edges_of(const Graph& graph, const std::string& name) {
  return graph.edges_of(find_node(graph, name).found.at(0));
}

}  // namespace

TEST_CASE("a part of a graph keeps what its edges and nodes say") {
  const Graph whole = articles();
  const Graph part = subgraph(whole, edges_of(whole, "Elon Musk"));
  CHECK(part.edges().size() == edges_of(whole, "Elon Musk").size());
  CHECK(part.nodes().size() == part.edges().size() + 1);
  for (const GraphEdge& edge : part.edges()) {
    const auto search = find_edges(whole, part.at(edge.a).label, part.at(edge.b).label);
    REQUIRE(search.found.size() == 1);
    const GraphEdge before = whole.at(search.found[0]);
    CHECK(edge.sentence == before.sentence);
    CHECK(edge.weight == before.weight);
    CHECK(edge.kind == before.kind);
    CHECK(edge.status == before.status);
    CHECK(edge.events.size() == before.events.size());
    CHECK(part.edge_between(edge.b, edge.a) != EdgeId::none);
  }
  for (std::size_t i = 0; i < part.nodes().size(); ++i) {
    const auto id = static_cast<NodeId>(i);
    const NodeId before = find_node(whole, part.at(id).label).found.at(0);
    CHECK(part.at(id).id == "n" + std::to_string(i + 1));
    CHECK(part.forms(id) == whole.forms(before));
    CHECK(part.roles(id).size() == whole.roles(before).size());
  }
}

TEST_CASE("all edges are the whole graph, and a part of a part is that part") {
  const Graph whole = articles();
  std::vector<EdgeId> all;
  for (std::size_t i = 0; i < whole.edges().size(); ++i) all.push_back(static_cast<EdgeId>(i));
  const auto graphml = [](const Graph& graph) {
    return written(graph, [](const Graph& one, std::ostream& out) { write_graphml(one, out); });
  };
  CHECK(graphml(subgraph(whole, all)) == graphml(whole));
  const Graph part = subgraph(whole, edges_of(whole, "Elon Musk"));
  std::vector<EdgeId> again;
  for (std::size_t i = 0; i < part.edges().size(); ++i) again.push_back(static_cast<EdgeId>(i));
  again.insert(again.end(), again.begin(), again.end());   // each counts once
  CHECK(graphml(subgraph(part, again)) == graphml(part));
  CHECK(subgraph(part, again).merges().size() == part.merges().size());
}
