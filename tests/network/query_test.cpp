#include "liaison/query.h"

#include <doctest/doctest.h>

#include "liaison/network.h"
#include "network/sample_facts.h"

using namespace liaison;

namespace {

/// A – B – C – D, and A – D planned; E stands apart.
Graph chain() {
  return resolve(sample::network(
      "document 1 | AP | 2024-06-01\n ORG A\n ORG B\n meeting occurred: A / B\n"
      "document 2 | UPI | 2024-06-02\n ORG A\n ORG B\n meeting occurred: A / B\n"
      "document 3 | AP | 2024-07-01\n ORG B\n ORG C\n contact occurred: B / C\n"
      "document 4 | AP | 2024-08-01\n ORG C\n ORG D\n ORG A\n cooperation occurred: C / D\n meeting planned: A / D\n"
      "document 5 | AP\n ORG E\n ORG F\n meeting denied: E / F"));
}

NodeId node(const Graph& graph, const char* name) { return find_node(graph, name).found.at(0); }

std::string printed(const Graph& graph, const std::vector<EdgeId>& edges) {
  std::string out;
  for (const EdgeId id : edges) {
    const auto [a, b] = graph.ends(id);
    out += (out.empty() ? "" : " ") + graph.at(a).label + graph.at(b).label;
  }
  return out;
}

}  // namespace

TEST_CASE("edges that fit") {
  const Graph graph = chain();
  struct Case {
    const char* name;
    EdgeFilter filter;
    const char* edges;
  };
  const Case cases[] = {
      {"all", {}, "AB AD BC CD EF"},
      {"kind", {.kinds = {"meeting"}}, "AB AD EF"},
      {"status", {.statuses = {"occurred", "denied"}}, "AB BC CD EF"},
      {"sources", {.min_sources = 2}, "AB"},
      {"since", {.since = "2024-07"}, "AD BC CD"},
      {"until the end of a month", {.until = "2024-07"}, "AB BC"},
      {"between", {.since = "2024-06-02", .until = "2024-06-02"}, "AB"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.name);
    CHECK(printed(graph, fitting_edges(graph, one.filter)) == one.edges);
  }
}

TEST_CASE("who is around somebody") {
  const Graph graph = chain();
  CHECK(printed(graph, edges_around(graph, {node(graph, "A")}, 0)) == "");
  CHECK(printed(graph, edges_around(graph, {node(graph, "A")}, 1)) == "AB AD");
  CHECK(printed(graph, edges_around(graph, {node(graph, "A")}, 2)) == "AB AD BC CD");
  CHECK(printed(graph, edges_around(graph, {node(graph, "A")}, 9, {.statuses = {"occurred"}})) == "AB BC CD");
  CHECK(printed(graph, edges_around(graph, {node(graph, "B"), node(graph, "E")}, 1)) == "AB BC EF");
}

TEST_CASE("the shortest chain") {
  const Graph graph = chain();
  CHECK(printed(graph, shortest_chain(graph, node(graph, "B"), node(graph, "D"))) == "AB AD");
  CHECK(printed(graph, shortest_chain(graph, node(graph, "B"), node(graph, "D"), {.statuses = {"occurred"}})) == "BC CD");
  CHECK(shortest_chain(graph, node(graph, "A"), node(graph, "E")).empty());
  CHECK(shortest_chain(graph, node(graph, "A"), node(graph, "A")).empty());
}

TEST_CASE("the most connected") {
  const Graph graph = chain();
  std::string told;
  for (const Connected& one : most_connected(graph)) told += graph.at(one.node).label + std::to_string(one.edges) + ' ';
  CHECK(told == "B2 A2 C2 D2 E1 F1 ");
}

TEST_CASE("a part of a graph is a graph") {
  const Graph graph = chain();
  const Graph part = subgraph(graph, edges_around(graph, {node(graph, "C")}, 1));
  CHECK(part.nodes().size() == 3);
  CHECK(part.nodes()[0].label == "B");
  CHECK(part.nodes()[0].id == "n1");
  REQUIRE(part.edges().size() == 2);
  CHECK(part.edges()[0].kind == "contact");
  CHECK(part.edges()[0].document == "3");
  CHECK(part.events().size() == 2);
  CHECK(part.edges_of(NodeId{1}).size() == 2);
  CHECK(subgraph(graph, {}).nodes().empty());
  CHECK(subgraph(Graph(), {}).edges().empty());
}
