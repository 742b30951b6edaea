// What holds of all writers of other tools' formats; each has a test of its own beside this.
#include "liaison/export.h"

#include <algorithm>

#include <doctest/doctest.h>

#include "network/nasty_facts.h"
#include "network/written_graph.h"

using namespace liaison;
using namespace liaison::sample;

TEST_CASE("no writer lets through what its readers refuse") {
  const Graph graph = resolve(sample::nasty_network());
  for (const auto& write : {write_gexf, write_yed, write_ftm, write_node_link, write_d3, write_gephi_nodes, write_gephi_edges}) {
    const std::string text = written(graph, write);
    if (text.rfind("<?xml", 0) == 0) {
      CHECK_FALSE(has(text, "\xEF\xBF\xBE"));
      const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' && c != '\r'; };
      CHECK(std::none_of(text.begin(), text.end(), is_control));
    }
    CHECK(text == written(graph, write));
  }
}
