#include <doctest/doctest.h>
#include <simdjson.h>

#include "liaison/export.h"
#include "network/nasty_facts.h"
#include "network/written_graph.h"

using namespace liaison;
using namespace liaison::sample;

TEST_CASE("node-link JSON has each node and pair once, a line each") {
  const std::string text = written(articles(), write_node_link);
  CHECK(has(text, "{\"directed\": false, \"multigraph\": false, \"graph\": {}, \"nodes\": [\n{\"id\": \"n1\", \"label\": \"Andy Jassy\""));
  CHECK(has(text, "\"kind\": \"cooperation\", \"status\": \"occurred\", \"weight\": 1, \"meetings\": 0"));
  CHECK(count(text, "\"source\": ") == articles().edges().size());
  CHECK(has(written(articles(), write_d3), "\"links\": ["));
}

TEST_CASE("node-link JSON is JSON, whatever the names") {
  const Graph graph = resolve(nasty_network());
  for (const auto& write : {write_node_link, write_d3}) {
    simdjson::dom::parser parser;
    const std::string text = written(graph, write);
    simdjson::dom::element root;
    REQUIRE(parser.parse(text).get(root) == simdjson::SUCCESS);
    CHECK(root["nodes"].get_array().size() == graph.nodes().size());
    CHECK(root["nodes"].at(0)["label"].get_string().value() == graph.nodes()[0].label);
  }
  std::string nothing = written(Graph(), write_node_link);
  CHECK(nothing == "{\"directed\": false, \"multigraph\": false, \"graph\": {}, \"nodes\": [\n], \"edges\": [\n]}\n");
}
