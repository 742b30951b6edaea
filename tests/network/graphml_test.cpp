#include "liaison/graphml.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

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

TEST_CASE("events as nodes have what evidence tells of them") {
  GraphmlOptions options;
  options.as_events = true;
  const std::string text = written(resolve(sample::network(sample::kVisit)), options);
  for (const char* part : {"n_topic\">chip supplies<", "n_told_by\">Samsung<", "n_certainty\">stated<", "n_host\">Jay Y. Lee<", "n_guest\">Elon Musk<"}) {
    CAPTURE(part);
    CHECK(text.find(part) != std::string::npos);
  }
}

namespace {

/// The values of an attribute of the elements of a name: `values(text, "edge", "source")`.
std::vector<std::string> values(const std::string& text, const std::string& element, const std::string& attribute) {
  std::vector<std::string> out;
  for (std::size_t at = text.find('<' + element + ' '); at != std::string::npos; at = text.find('<' + element + ' ', at + 1)) {
    const std::size_t end = text.find('>', at), begin = text.find(' ' + attribute + "=\"", at);
    if (begin > end) continue;
    const std::size_t value = begin + attribute.size() + 3;
    out.push_back(text.substr(value, text.find('"', value) - value));
  }
  return out;
}

bool are_different(std::vector<std::string> all) {
  std::sort(all.begin(), all.end());
  return std::adjacent_find(all.begin(), all.end()) == all.end();
}

bool are_all(const std::vector<std::string>& all, const std::vector<std::string>& allowed) {
  return !all.empty() && std::all_of(all.begin(), all.end(), [&](const std::string& one) {
    return std::find(allowed.begin(), allowed.end(), one) != allowed.end();
  });
}

bool are_none(const std::vector<std::string>& all, const std::vector<std::string>& forbidden) {
  return std::none_of(all.begin(), all.end(), [&](const std::string& one) {
    return std::find(forbidden.begin(), forbidden.end(), one) != forbidden.end();
  });
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

bool stand_in_order(const std::string& text) {
  const std::size_t root = text.find("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"");
  const std::size_t first[] = {root, text.find("<key "), text.find("<graph "), text.find("<node "), text.find("<edge ")};
  const std::size_t last[] = {root, text.rfind("<key "), text.rfind("<graph "), text.rfind("<node "), text.rfind("<edge ")};
  for (std::size_t i = 1; i < std::size(first); ++i) {
    if (first[i] == std::string::npos || last[i - 1] > first[i]) return false;
  }
  return root != std::string::npos;
}

std::vector<std::string> pairs(const std::string& text) {
  std::vector<std::string> out = values(text, "edge", "source");
  const std::vector<std::string> targets = values(text, "edge", "target");
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = std::min(out[i], targets[i]) + ' ' + std::max(out[i], targets[i]);
  return out;
}

}  // namespace

TEST_CASE("the file keeps to what all readers take") {
  // Two versions of a document with the same ids, and three events of one pair.
  const std::string thrice =
      "document 1 | AP | 2024-06-12\n ORG A\n ORG B\n meeting occurred: A / B\n cooperation planned: A / B\n"
      " meeting denied: A / B\n contact occurred: A / B\n";
  std::vector<DocumentFacts> versions = sample::facts(thrice + thrice);
  versions[1].made.text = "another version";
  Network several;
  for (const DocumentFacts& facts : versions) several.add(facts);
  GraphmlOptions as_events;
  as_events.as_events = true;
  struct Written {
    std::string name, text;
    bool are_pairs = true;
  };
  const Written files[] = {
      {"articles", written(resolve(sample::network(sample::kArticles)))},
      {"nasty names", written(resolve(sample::nasty_network()))},
      {"several events of a pair", written(resolve(several))},
      {"events as nodes", written(resolve(several), as_events), false},
      {"nasty events", written(resolve(sample::nasty_network()), as_events), false},
  };
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' && c != '\r'; };
  for (const Written& file : files) {
    CAPTURE(file.name);
    const std::string& text = file.text;
    const std::vector<std::string> keys = values(text, "key", "id"), names = values(text, "key", "attr.name");
    const struct {
      const char* what;
      bool holds;
    } rules[] = {
        {"one edge for each pair", !file.are_pairs || are_different(pairs(text))},
        {"text and doubles only", are_all(values(text, "key", "attr.type"), {"string", "double"})},
        {"no edges of more than two", count(text, "hyperedge") == 0},
        {"all undirected", count(text, "edgedefault=\"undirected\"") == 1 && count(text, " directed=") == 0},
        {"keys are of nodes or edges", are_all(values(text, "key", "for"), {"node", "edge"})},
        {"no key twice", are_different(keys)},
        {"prefixed keys", std::all_of(keys.begin(), keys.end(), [](const auto& key) { return key.starts_with("n_") || key.starts_with("e_"); })},
        {"keys that are no looks of Gephi", are_none(names, {"x", "y", "z", "xpos", "ypos", "size", "r", "g", "b", "edgelabel"})},
        {"no names that readers need themselves", are_none(names, {"id", "source", "target"})},
        {"a label and a name for each node", count(text, "<data key=\"n_label\">") == count(text, "<node ") &&
                                                count(text, "<data key=\"n_name\">") == count(text, "<node ")},
        {"an interaction for each edge", count(text, "<data key=\"e_interaction\">") == count(text, "<edge ")},
        {"no id of a node twice", are_different(values(text, "node", "id"))},
        {"no id of an edge twice", are_different(values(text, "edge", "id"))},
        {"no control characters", std::none_of(text.begin(), text.end(), is_control)},
        {"no characters that are none", count(text, "\xEF\xBF\xBE") == 0 && count(text, "\xEF\xBF\xBF") == 0},
        {"root, keys, graph, nodes, edges", stand_in_order(text)},
        {"no defaults", count(text, "<default") == 0},
        {"no data without a value", count(text, "></data>") == 0},
        {"no intervals", count(text, "\"start\"") == 0 && count(text, "timeset") == 0},
    };
    for (const auto& rule : rules) {
      CAPTURE(rule.what);
      CHECK(rule.holds);
    }
  }
  CHECK(count(files[2].text, "<edge ") == 1);
  for (const char* column : {"e_meetings\">1", "e_contacts\">1", "e_planned\">1"}) CHECK(count(files[2].text, column) == 1);
}

TEST_CASE("a least weight for readers that drop edges of none") {
  GraphmlOptions options;
  options.least_weight = 0.1;
  const std::string text = written(resolve(sample::network(sample::kArticles)), options);
  CHECK(text.find("<data key=\"e_weight\">0.1</data>") != std::string::npos);
  CHECK(text.find("<data key=\"e_weight\">0</data>") == std::string::npos);
}
