#include "liaison/graphml.h"

#include <map>
#include <memory>
#include <sstream>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/graphml.hpp>
#include <boost/property_map/dynamic_property_map.hpp>
#include <doctest/doctest.h>

#include "network/nasty_facts.h"

using namespace liaison;

namespace {

using Read = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;

std::string written(const Graph& graph, const GraphmlOptions& options = {}) {
  std::ostringstream out;
  write_graphml(graph, out, options);
  return out.str();
}

/// What Boost's reader makes of a file: the graph, and every attribute as text.
struct ReadBack {
  Read graph;
  boost::dynamic_properties properties{[](const std::string&, const boost::any& key, const boost::any& value) {
    boost::shared_ptr<boost::dynamic_property_map> map;
    if (key.type() == typeid(Read::vertex_descriptor)) map = make_map<Read::vertex_descriptor>(value);
    else map = make_map<Read::edge_descriptor>(value);
    return map;
  }};

  explicit ReadBack(const std::string& text) {
    std::istringstream in(text);
    boost::read_graphml(in, graph, properties);
  }

  template <class Key>
  static boost::shared_ptr<boost::dynamic_property_map> make_map(const boost::any& value) {
    if (value.type() == typeid(double)) return map_of<Key, double>();
    return map_of<Key, std::string>();
  }
  template <class Key, class Value>
  static boost::shared_ptr<boost::dynamic_property_map> map_of() {
    using Map = std::map<Key, Value>;
    using Property = boost::associative_property_map<Map>;
    static std::vector<std::shared_ptr<Map>> kept;
    kept.push_back(std::make_shared<Map>());
    return boost::make_shared<boost::detail::dynamic_property_map_adaptor<Property>>(Property(*kept.back()));
  }
};

}  // namespace

TEST_CASE("Boost reads back every node and edge") {
  const Graph graph = resolve(sample::nasty_network());
  ReadBack back(written(graph));
  REQUIRE(boost::num_vertices(back.graph) == graph.nodes().size());
  REQUIRE(boost::num_edges(back.graph) == graph.edges().size());
  for (std::size_t i = 0; i < graph.nodes().size(); ++i) {
    std::string label = graph.nodes()[i].label;
    if (label.rfind("Bell", 0) == 0) label = "Bell\xEF\xBF\xBD\xEF\xBF\xBD Labs";
    if (label.rfind("Bad", 0) == 0) label = "Bad\xEF\xBF\xBD" "End";
    CHECK(boost::get("label", back.properties, i) == label);
    CHECK(std::stod(boost::get("documents", back.properties, i)) == 1);
  }
  const auto [first, end] = boost::edges(back.graph);
  std::size_t number = 0;
  for (auto edge = first; edge != end; ++edge, ++number) {
    CHECK(boost::source(*edge, back.graph) == static_cast<std::size_t>(graph.edges()[number].a));
    CHECK(std::stod(boost::get("weight", back.properties, *edge)) == graph.edges()[number].weight);
    CHECK(boost::get("kind", back.properties, *edge) == graph.edges()[number].kind);
  }
}

TEST_CASE("events as nodes") {
  const Graph graph = resolve(sample::network(sample::kArticles));
  GraphmlOptions options;
  options.as_events = true;
  const std::string text = written(graph, options);
  ReadBack back(text);
  CHECK(boost::num_vertices(back.graph) == graph.nodes().size() + graph.events().size());
  CHECK(text.find("<data key=\"n_type\">EVENT</data>") != std::string::npos);
  CHECK(text.find("<data key=\"e_kind\">participant</data>") != std::string::npos);
  CHECK(text.find("<data key=\"e_kind\">meeting</data>") == std::string::npos);
}

TEST_CASE("the file keeps to what all readers take") {
  const std::string text = written(resolve(sample::network(sample::kArticles)));
  CHECK(text.find("<default") == std::string::npos);
  CHECK(text.find("for=\"all\"") == std::string::npos);
  CHECK(text.find("\"int\"") == std::string::npos);
  CHECK(text.find("></data>") == std::string::npos);
  for (const char* forbidden : {"attr.name=\"id\"", "attr.name=\"source\"", "attr.name=\"target\""}) {
    CHECK(text.find(forbidden) == std::string::npos);
  }
  CHECK(text.find("edgedefault=\"undirected\"") != std::string::npos);
}

TEST_CASE("a least weight for readers that drop edges of none") {
  GraphmlOptions options;
  options.least_weight = 0.1;
  const std::string text = written(resolve(sample::network(sample::kArticles)), options);
  CHECK(text.find("<data key=\"e_weight\">0.1</data>") != std::string::npos);
  CHECK(text.find("<data key=\"e_weight\">0</data>") == std::string::npos);
}
