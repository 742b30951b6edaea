#include <doctest/doctest.h>

#include "liaison/export.h"
#include "network/written_graph.h"

using namespace liaison;
using namespace liaison::sample;

TEST_CASE("Gephi's tables have its columns, and no edge of weight 0") {
  const Graph graph = articles();
  const std::string nodes = written(graph, write_gephi_nodes), edges = written(graph, write_gephi_edges);
  CHECK(nodes.rfind("Id,Label,Type,Roles,Documents\r\nn1,Andy Jassy,PERSON,\"CEO, Amazon\",1\r\n", 0) == 0);
  CHECK(edges.rfind("Source,Target,Type,Id,Label,Weight,Kind,Status,First,Last,Sentence,Document,Url\r\n", 0) == 0);
  CHECK(count(nodes, "\r\n") == graph.nodes().size() + 1);
  CHECK(count(edges, ",Undirected,") == graph.edges().size());
  CHECK(has(edges, "\"meeting, planned\",0.1,meeting,planned"));
}
