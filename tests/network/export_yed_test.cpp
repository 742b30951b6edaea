#include <doctest/doctest.h>

#include "liaison/export.h"
#include "network/written_graph.h"

using namespace liaison;
using namespace liaison::sample;

TEST_CASE("yEd finds a box and a label for each node, and lines that tell the status") {
  const Graph graph = articles();
  const std::string text = written(graph, write_yed);
  CHECK(count(text, "<y:ShapeNode>") == graph.nodes().size());
  CHECK(count(text, "<y:NodeLabel ") == graph.nodes().size());
  CHECK(count(text, "<y:PolyLineEdge>") == graph.edges().size());
  CHECK(has(text, "<y:EdgeLabel>meeting, planned</y:EdgeLabel>"));
  CHECK(has(text, "<y:EdgeLabel>meeting, denied</y:EdgeLabel>"));
  CHECK(has(text, "type=\"dashed\""));
}
