#include "network/node_names.h"

#include <doctest/doctest.h>

#include "network/printed_groups.h"

using namespace liaison;

namespace {

/// `Jay Y. Lee, PERSON of 2: Jay Y. Lee | Lee`: the first node of a network.
std::string node(const std::string& facts, const Corrections& corrections = {}) {
  const Graph graph = resolve(sample::network(facts), corrections, sample::all_nodes());
  const GraphNode& first = graph.nodes().front();
  std::string out = first.label + ", " + first.type + " of " + std::to_string(first.documents) + ':';
  const std::vector<std::string> forms = graph.forms(NodeId{0});
  for (const std::string& form : forms) out += (&form == &forms.front() ? " " : " | ") + form;
  return out;
}

}  // namespace

TEST_CASE("of each key the commonest text, the commonest key first") {
  const auto small = [](std::string_view text) { return std::string(1, static_cast<char>(text[0] | 0x20)); };
  CHECK(commonest({}, small).empty());
  CHECK(commonest({{"Xhairman", 2}, {"xhairman", 1}, {"CEO", 1}, {"ceo", 3}, {"boss", 1}}, small) ==
        std::vector<std::string>{"ceo", "Xhairman", "boss"});
  CHECK(commonest({{"b", 1}, {"a", 1}, {"A", 1}}, small) == std::vector<std::string>{"A", "b"});
}

TEST_CASE("a node is called by its canonical name, or as most documents call it") {
  struct Case {
    std::string name, facts, expected;
  };
  const Case cases[] = {
      {"one document", "document 1\n ORG Acme", "Acme, ORG of 1: Acme"},
      {"as most do", "document 1\n ORG ACME CO\n document 2\n ORG Acme Co\n document 3\n ORG Acme Co",
       "Acme Co, ORG of 3: Acme Co | ACME CO"},
      {"of equals the first by its letters", "document 1\n ORG Acme co\n document 2\n ORG Acme Co",
       "Acme Co, ORG of 2: Acme Co | Acme co"},
      {"canonical", "document 1\n ORG Big Blue = IBM\n document 2\n ORG Big Blue = IBM\n document 3\n ORG I.B.M. | Big Blue",
       "IBM, ORG of 3: Big Blue | I.B.M."},
      {"of two groups the one of more documents names it",
       "document 1\n ORG Acme Co\n document 2\n ORG Acme\n document 3\n ORG Acme", "Acme, ORG of 3: Acme | Acme Co"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.name);
    CHECK(node(one.facts) == one.expected);
  }
  Corrections corrections;
  corrections.name = {{"IBM", "Blue AG"}};
  CHECK(node("document 1\n ORG Big Blue = IBM", corrections) == "Blue AG, ORG of 1: Big Blue");
}

TEST_CASE("a role without its body is told where no document tells it with one") {
  const auto roles = [](const std::string& facts) {
    return resolve(sample::network(facts), {}, sample::all_nodes()).roles(NodeId{0});
  };
  const std::string with_body = "document 1\n PERSON Jay Lee\n ORG Acme\n role current: Jay Lee | Boss | Acme\n";
  CHECK(roles(with_body + "document 2\n PERSON Jay Lee\n role current: Jay Lee | boss") ==
        std::vector<std::string>{"Boss, Acme"});
  CHECK(roles(with_body + "document 2\n PERSON Jay Lee\n role former: Jay Lee | boss") ==
        std::vector<std::string>{"Boss, Acme", "boss (former)"});
  CHECK(roles("document 1\n PERSON Jay Lee\n role current: Jay Lee | boss") == std::vector<std::string>{"boss"});
}

TEST_CASE("names are on one line") {
  DocumentFacts facts;
  facts.id = "1";
  facts.entities.push_back({"e1", "PERSON", "Jay\n Lee", {"Jay\n Lee", "Jay Lee"}, {}});
  Network network;
  network.add(facts);
  const Graph graph = resolve(network, {}, sample::all_nodes());
  const GraphNode& node = graph.nodes().at(0);
  CHECK(node.label == "Jay Lee");
  CHECK(graph.forms(NodeId{0}) == std::vector<std::string>{"Jay Lee"});
}

TEST_CASE("a reason for each member but the first, and for each join, in order of the nodes") {
  const Network network = sample::network(
      "document 1\n PERSON Jay Lee\n ORG Big Blue = IBM\n role current: Jay Lee | boss | Big Blue\n"
      "document 2\n PERSON JAY LEE\n ORG IBM\n role current: JAY LEE | boss | IBM\n"
      "document 3\n PERSON Jay Lee\n ORG City Hall\n ORG I.B.M. = IBM\n role current: Jay Lee | mayor | City Hall\n"
      "document 4\n ORG City\n PERSON Jo Doe");
  Corrections corrections;
  corrections.same = {{"City", "City Hall"}};
  const Grouping grouping = sample::grouped(network, corrections);
  std::vector<NodeId> nodes(grouping.groups.size(), NodeId::none);
  const auto node_of = [&](const std::string& key, std::uint32_t id) {
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      if (grouping.key(grouping.groups[grouping.root[i]]) == key) nodes[i] = NodeId{id};
    }
  };
  node_of("city hall", 0);
  node_of("jay lee", 1);
  node_of("ibm", 2);   // and Jo Doe has none
  std::string told;
  for (const MergeReason& one : merge_reasons(grouping, nodes)) {
    told += std::to_string(static_cast<unsigned>(one.node)) + ": " + one.a_document + '#' + one.a_entity + " = " +
            one.b_document + '#' + one.b_entity + ", " + one.text + '\n';
  }
  CHECK(told ==
        "0: 3#e2 = 4#e1, a correction says that they are the same\n"
        "1: 1#e1 = 2#e1, \"Jay Lee\" and \"JAY LEE\" are one name\n"
        "2: 1#e2 = 2#e2, \"Big Blue\" and \"IBM\" are one name\n"
        "2: 1#e2 = 3#e3, \"Big Blue\" and \"I.B.M.\" are both known as \"IBM\"\n");
}
