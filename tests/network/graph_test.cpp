#include "liaison/graph.h"

#include <doctest/doctest.h>

#include "network/sample_facts.h"

using namespace liaison;

namespace {

std::vector<std::string> labels(const Graph& graph, const NodeSearch& search) {
  std::vector<std::string> out;
  for (const NodeId id : search.found) out.push_back(graph.at(id).label);
  return out;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("nodes are found by any name, whatever the case and accents") {
  const Graph graph = resolve(sample::network(sample::kArticles));
  for (const char* name : {"Jay Y. Lee", "JAY Y LEE", "lee", "n3", "J\xC3\xA4y Y. L\xC3\xA9" "e"}) {
    CAPTURE(name);
    CHECK(labels(graph, find_node(graph, name)) == Names{"Jay Y. Lee"});
  }
}

TEST_CASE("a miss has suggestions") {
  const Graph graph = resolve(sample::network(sample::kArticles));
  CHECK(find_node(graph, "Zukerberg").suggestions == Names{"Mark Zuckerberg"});
  CHECK(find_node(graph, "Jay").suggestions == Names{"Jay Y. Lee"});
  CHECK(find_node(graph, "Samsnug").suggestions == Names{"Samsung"});
  CHECK(find_node(graph, "Wittgenstein").suggestions.empty());
  CHECK(find_node(graph, "").found.empty());
}

TEST_CASE("edges are found between names") {
  const Graph graph = resolve(sample::network(sample::kArticles));
  const EdgeSearch search = find_edges(graph, "zuckerberg", "lee");
  REQUIRE(search.found.size() == 1);
  const GraphEdge edge = graph.at(search.found[0]);
  REQUIRE(edge.events.size() == 2);
  const GraphEvent event = graph.at(edge.events[1]);
  CHECK(event.tellings.at(0).document->source == "Kyodo");
  CHECK(event.tellings.at(0).evidence[0].quote == "Samsung chairman Lee visited Mark Zuckerberg.");
  CHECK(event.tellings.at(0).evidence[0].rule_place == "rules/sample.rules:7");
  CHECK(find_edges(graph, "Musk", "Amazon").found.empty());
  CHECK(find_edges(graph, "Muks", "Amazon").a.suggestions == Names{"Elon Musk"});
}

TEST_CASE("neighbours") {
  const Graph graph = resolve(sample::network(sample::kArticles));
  const NodeId lee = find_node(graph, "lee").found.at(0);
  Names others;
  for (const EdgeId id : graph.edges_of(lee)) {
    const GraphEdge edge = graph.at(id);
    others.push_back(graph.at(edge.a == lee ? edge.b : edge.a).label);
    CHECK(graph.edge_between(edge.b, edge.a) == id);
  }
  CHECK(others == Names{"Andy Jassy", "Elon Musk", "Mark Zuckerberg", "Samsung"});
  CHECK(graph.edge_between(lee, lee) == EdgeId::none);
}
