#include "liaison/export.h"

#include <algorithm>
#include <sstream>

#include <doctest/doctest.h>

#include "liaison/network.h"
#include "network/nasty_facts.h"

using namespace liaison;

namespace {

template <class Write>
std::string written(const Graph& graph, const Write& write) {
  std::ostringstream out;
  write(graph, out);
  return out.str();
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++found;
  return found;
}

Graph articles() { return resolve(sample::network(sample::kArticles)); }

}  // namespace

TEST_CASE("Gephi's tables have its columns, and no edge of weight 0") {
  const Graph graph = articles();
  const std::string nodes = written(graph, write_gephi_nodes), edges = written(graph, write_gephi_edges);
  CHECK(nodes.rfind("Id,Label,Type,Roles,Documents\r\nn1,Andy Jassy,PERSON,\"CEO, Amazon\",1\r\n", 0) == 0);
  CHECK(edges.rfind("Source,Target,Type,Id,Label,Weight,Kind,Status,First,Last,Sentence,Document,Url\r\n", 0) == 0);
  CHECK(count(nodes, "\r\n") == graph.nodes().size() + 1);
  CHECK(count(edges, ",Undirected,") == graph.edges().size());
  CHECK(has(edges, "\"meeting, planned\",0.1,meeting,planned"));
}

TEST_CASE("GEXF has full dates, and a spell for each event") {
  struct Case {
    const char *name, *first, *second, *spells;
  };
  const Case cases[] = {
      {"days", "2024-06-12", "2024-07-20", "start=\"2024-06-12\" end=\"2024-06-12\"|start=\"2024-07-20\" end=\"2024-07-20\""},
      {"one event of two days", "2024-06-12", "2024-06-14", "start=\"2024-06-12\" end=\"2024-06-14\""},
      {"a month and a year", "2023-02", "2024", "start=\"2023-02-01\" end=\"2023-02-28\"|start=\"2024-01-01\" end=\"2024-12-31\""},
      {"a leap year", "2024-02", "", "start=\"2024-02-01\" end=\"2024-02-29\""},
      {"what is no date", "yesterday", "2024-13", ""},
  };
  for (const Case& one : cases) {
    CAPTURE(one.name);
    const std::string text = written(
        resolve(sample::network("document 1 | AP | " + std::string(one.first) + "\n ORG A\n ORG B\n meeting occurred: A / B\n"
                                "document 2 | UPI | " + std::string(one.second) + "\n ORG A\n ORG B\n meeting occurred: A / B")),
        write_gexf);
    CHECK(has(text, "timeformat=\"date\""));
    std::string spells;
    for (std::size_t at = text.find("<spell "); at != std::string::npos; at = text.find("<spell ", at + 1)) {
      spells += (spells.empty() ? "" : "|") + text.substr(at + 7, text.find("/>", at) - at - 7);
    }
    CHECK(spells == one.spells);
  }
}

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

TEST_CASE("FollowTheMoney has people, bodies, events and employments, one a line") {
  const std::string text = written(articles(), write_ftm);
  CHECK(count(text, "\"schema\": \"Person\"") == 4);
  CHECK(count(text, "\"schema\": \"Organization\"") == 2);
  CHECK(count(text, "\"schema\": \"Employment\"") == 3);
  CHECK(has(text, "\"employee\": [\"liaison-"));
  CHECK(has(text, "\"involved\": [\"liaison-"));
  CHECK(has(text, "\"role\": [\"CEO\"]"));
  CHECK(has(text, "(denied)\"]"));
}

TEST_CASE("no writer lets through what its readers refuse") {
  const Graph graph = resolve(sample::nasty_network());
  for (const auto& write : {write_gexf, write_yed, write_ftm, write_gephi_nodes, write_gephi_edges}) {
    const std::string text = written(graph, write);
    if (text.rfind("<?xml", 0) == 0) {
      CHECK_FALSE(has(text, "\xEF\xBF\xBE"));
      const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' && c != '\r'; };
      CHECK(std::none_of(text.begin(), text.end(), is_control));
    }
    CHECK(text == written(graph, write));
  }
}
