#include <algorithm>
#include <sstream>

#include <doctest/doctest.h>

#include "liaison/graphml.h"
#include "liaison/network.h"
#include "network/sample_facts.h"

using namespace liaison;

namespace {

/// "PERSON Jay Y. Lee (2)": type, label and documents of each node.
std::string nodes(const Graph& graph) {
  std::string out;
  for (const GraphNode& node : graph.nodes()) {
    out += node.type + ' ' + node.label + " (" + std::to_string(node.documents) + ")\n";
  }
  return out;
}

/// "Jay Y. Lee - Samsung: role current 2": ends, kind, status and weight of each edge.
std::string edges(const Graph& graph) {
  std::ostringstream out;
  for (const GraphEdge& edge : graph.edges()) {
    out << graph.at(edge.a).label << " - " << graph.at(edge.b).label << ": " << edge.kind << ' ' << edge.status << ' '
        << edge.weight << '\n';
  }
  return out.str();
}

std::string graphml(const Graph& graph) {
  std::ostringstream out;
  write_graphml(graph, out);
  return out.str();
}

GraphEdge edge(const Graph& graph, const std::string& a, const std::string& b) {
  const EdgeSearch search = find_edges(graph, a, b);
  REQUIRE(search.found.size() == 1);
  return graph.at(search.found[0]);
}

}  // namespace

TEST_CASE("three articles make one graph") {
  const Graph graph = resolve(sample::network(sample::kArticles));
  CHECK(nodes(graph) ==
        "PERSON Andy Jassy (1)\nPERSON Elon Musk (1)\nPERSON Jay Y. Lee (3)\nPERSON Mark Zuckerberg (3)\n"
        "ORG Amazon (1)\nORG Samsung (2)\n");
  CHECK(edges(graph) ==
        "Andy Jassy - Jay Y. Lee: meeting occurred 1\n"
        "Andy Jassy - Amazon: role current 1\n"
        "Elon Musk - Jay Y. Lee: meeting planned 0\n"
        "Jay Y. Lee - Mark Zuckerberg: meeting occurred 2\n"
        "Jay Y. Lee - Samsung: role current 2\n"
        "Mark Zuckerberg - Samsung: meeting denied 0\n"
        "Amazon - Samsung: cooperation occurred 1\n");
  const GraphEdge met = edge(graph, "lee", "zuckerberg");
  CHECK(met.meetings == 2);
  CHECK(met.first == "2024-06-12");
  CHECK(met.last == "2024-06-20");
  CHECK(met.sentence == "Lee met Mark Zuckerberg and Andy Jassy on Tuesday.");
  CHECK(met.document == "1.txt");
  CHECK(met.url == "https://example.org/1");
  CHECK(met.rule == "meeting/rule");
  CHECK(met.events.size() == 2);   // two articles of one week tell of one
  CHECK(edge(graph, "Samsung", "Zuckerberg").denied == 1);
  CHECK(edge(graph, "Elon Musk", "Lee").planned == 1);
  const NodeId lee = find_node(graph, "Jay Y. Lee").found.at(0);
  CHECK(graph.forms(lee) == std::vector<std::string>{"Jay Y. Lee", "Lee"});
  CHECK(graph.roles(lee) == std::vector<std::string>{"Chairman, Samsung"});
}

TEST_CASE("the order of the documents does not matter") {
  std::vector<DocumentFacts> all = sample::facts(sample::kArticles);
  const std::string expected = graphml(resolve(sample::network(sample::kArticles)));
  for (int turn = 0; turn < 3; ++turn) {
    std::rotate(all.begin(), all.begin() + 1, all.end());
    Network network;
    for (const DocumentFacts& one : all) network.add(one);
    CHECK(graphml(resolve(network)) == expected);
  }
}

TEST_CASE("which entities are one") {
  struct Case {
    const char *name, *facts, *nodes;
  };
  const Case cases[] = {
      {"spelling",
       "document 1\n ORG Saint-Gobain S.A.\n ORG X\n meeting occurred: Saint-Gobain S.A. / X\n"
       "document 2\n ORG SAINT GOBAIN SA\n ORG X\n meeting occurred: SAINT GOBAIN SA / X",
       "ORG SAINT GOBAIN SA (2)\nORG X (2)\n"},
      {"canonical names",
       "document 1\n ORG Big Blue = IBM\n ORG X\n meeting occurred: Big Blue / X\n"
       "document 2\n ORG IBM\n ORG X\n meeting occurred: IBM / X",
       "ORG IBM (2)\nORG X (2)\n"},
      {"types stay apart",
       "document 1\n ORG Paris\n GPE Paris Town\n meeting occurred: Paris / Paris Town\n"
       "document 2\n GPE Paris\n GPE Rome\n meeting occurred: Paris / Rome",
       "ORG Paris (1)\nGPE Paris (1)\nGPE Paris Town (1)\nGPE Rome (1)\n"},
      {"a single name with a shared companion",
       "document 1\n PERSON Jay Lee | Lee\n PERSON Elon Musk\n meeting occurred: Jay Lee / Elon Musk\n"
       "document 2\n PERSON Lee\n PERSON Elon Musk\n meeting planned: Lee / Elon Musk",
       "PERSON Elon Musk (2)\nPERSON Jay Lee (2)\n"},
      {"a single name with nothing shared",
       "document 1\n PERSON Jay Lee | Lee\n PERSON Elon Musk\n meeting occurred: Jay Lee / Elon Musk\n"
       "document 2\n PERSON Lee\n PERSON Ma\n meeting occurred: Lee / Ma",
       "PERSON Elon Musk (1)\nPERSON Jay Lee (1)\nPERSON Lee (1)\nPERSON Ma (1)\n"},
      {"a single name that may be either of two",
       "document 1\n PERSON Jay Lee | Lee\n PERSON Elon Musk\n meeting occurred: Jay Lee / Elon Musk\n"
       "document 2\n PERSON Kim Lee | Lee\n PERSON Elon Musk\n meeting occurred: Kim Lee / Elon Musk\n"
       "document 3\n PERSON Lee\n PERSON Elon Musk\n meeting occurred: Lee / Elon Musk",
       "PERSON Elon Musk (3)\nPERSON Jay Lee (1)\nPERSON Kim Lee (1)\nPERSON Lee (1)\n"},
      {"what one document calls two is two",
       "document 1\n PERSON Jay Lee\n PERSON Elon Musk\n meeting occurred: Jay Lee / Elon Musk\n"
       "document 2\n PERSON Jay Lee\n PERSON Lee\n PERSON Elon Musk\n meeting occurred: Lee / Elon Musk",
       "PERSON Elon Musk (2)\nPERSON Jay Lee (2)\nPERSON Lee (1)\n"},
      {"single names with a shared companion",
       "document 1\n PERSON Lyng\n PERSON Kato\n meeting occurred: Lyng / Kato\n"
       "document 2\n PERSON Lyng\n PERSON Kato\n contact occurred: Lyng / Kato",
       "PERSON Kato (2)\nPERSON Lyng (2)\n"},
      {"a form of one other body",
       "document 1\n ORG Samsung Electronics Co | Samsung Electronics\n ORG X\n meeting occurred: X / Samsung Electronics Co\n"
       "document 2\n ORG Samsung Electronics\n ORG Y\n meeting occurred: Y / Samsung Electronics",
       "ORG Samsung Electronics Co (2)\nORG X (1)\nORG Y (1)\n"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.name);
    CHECK(nodes(resolve(sample::network(one.facts))) == one.nodes);
  }
}

TEST_CASE("every merge has its reason") {
  const Graph graph = resolve(sample::network(sample::kArticles));
  std::vector<std::string> told;
  for (const MergeReason& merge : graph.merges()) {
    told.push_back(graph.at(merge.node).label + ": " + merge.a_document + '#' + merge.a_entity + " = " +
                   merge.b_document + '#' + merge.b_entity + ", " + merge.text);
  }
  CHECK(told == std::vector<std::string>{
      "Jay Y. Lee: 1.txt#e1 = 3.txt#e1, the same name \"Jay Y. Lee\"",
      "Jay Y. Lee: 1.txt#e1 = 2.txt#e1, \"Jay Y. Lee\" is the only full name for \"Lee\"; both go with Samsung; both are chairman; named beside the same others",
      "Mark Zuckerberg: 1.txt#e2 = 2.txt#e2, the same name \"Mark Zuckerberg\"",
      "Mark Zuckerberg: 1.txt#e2 = 3.txt#e3, the same name \"Mark Zuckerberg\"",
      "Samsung: 1.txt#e4 = 2.txt#e3, the same name \"Samsung\""});
  const Graph doubtful = resolve(sample::network(
      "document 1\n PERSON Jo Smith\n ORG IBM\n role current: Jo Smith | boss | IBM\n"
      "document 2\n PERSON Jo Smith\n ORG City Hall\n role current: Jo Smith | mayor | City Hall"));
  CHECK(doubtful.merges().empty());
  REQUIRE(doubtful.maybe_same().size() == 1);
  CHECK(doubtful.maybe_same()[0].text == "the same name \"Jo Smith\", of different bodies");
}

TEST_CASE("pairs, weights and counts") {
  struct Case {
    const char *name, *facts, *edges;
  };
  const Case cases[] = {
      {"all with all where there are no sides",
       "document 1\n PERSON A B\n PERSON C D\n PERSON E F\n meeting occurred: A B | C D | E F",
       "A B - C D: meeting occurred 1\nA B - E F: meeting occurred 1\nC D - E F: meeting occurred 1\n"},
      {"one source, however many documents",
       "document 1 | AP\n ORG A\n ORG B\n meeting occurred: A / B\ndocument 2 | AP\n ORG A\n ORG B\n meeting occurred: A / B",
       "A - B: meeting occurred 1\n"},
      {"without a source, the document is the source",
       "document 1\n ORG A\n ORG B\n meeting occurred: A / B\ndocument 2\n ORG A\n ORG B\n meeting occurred: A / B",
       "A - B: meeting occurred 2\n"},
      {"the best supported reading",
       "document 1 | AP\n ORG A\n ORG B\n meeting planned: A / B\ndocument 2 | UPI\n ORG A\n ORG B\n meeting planned: A / B\n"
       "document 3 | DPA\n ORG A\n ORG B\n meeting occurred: A / B",
       "A - B: meeting planned 1\n"},
      {"of equals what occurred",
       "document 1 | AP\n ORG A\n ORG B\n meeting denied: A / B\n cooperation occurred: A / B\n contact occurred: A / B",
       "A - B: contact occurred 1\n"},
      {"nobody met his own body",
       "document 1\n PERSON Jo Lee\n ORG A\n ORG B\n role current: Jo Lee | boss | A\n meeting occurred: Jo Lee / A | B",
       "Jo Lee - A: role current 1\nJo Lee - B: meeting occurred 1\n"},
      {"a former body may be met",
       "document 1\n PERSON Jo Lee\n ORG A\n role former: Jo Lee | boss | A\n meeting occurred: Jo Lee / A",
       "Jo Lee - A: meeting occurred 1\n"},
      {"nobody met himself", "document 1\n ORG A\n ORG a\n meeting occurred: A / a", ""},
  };
  for (const Case& one : cases) {
    CAPTURE(one.name);
    CHECK(edges(resolve(sample::network(one.facts))) == one.edges);
  }
}

TEST_CASE("roles can be left out, and stay with their people") {
  ResolveOptions options;
  options.roles = false;
  const Graph graph = resolve(sample::network(sample::kArticles), {}, options);
  CHECK(edges(graph).find("role") == std::string::npos);
  CHECK(graph.roles(find_node(graph, "Andy Jassy").found.at(0)) == std::vector<std::string>{"CEO, Amazon"});
}

TEST_CASE("reprints count once") {
  std::vector<DocumentFacts> all = sample::facts(
      "document 1 | AP\n PERSON Lee\n PERSON Ma\n meeting occurred: Lee / Ma\n"
      "document 2 | Post\n PERSON Lee\n PERSON Ma\n meeting occurred: Lee / Ma");
  all[1].made.text = all[0].made.text;
  Network network;
  for (const DocumentFacts& one : all) network.add(one);
  const Graph graph = resolve(network);
  CHECK(edges(graph) == "Lee - Ma: meeting occurred 1\n");
  CHECK(graph.edges()[0].meetings == 1);
  CHECK(graph.at(graph.edges()[0].events[0]).tellings.size() == 2);
  CHECK(graph.at(graph.edges()[0].events[0]).tellings[1].reprint_of->id == "1");
  ResolveOptions options;
  options.reprints_once = false;
  CHECK(edges(resolve(network, {}, options)) == "Lee - Ma: meeting occurred 2\n");
}

TEST_CASE("corrections") {
  const Network network = sample::network(sample::kArticles);
  Corrections same;
  same.same = {{"Elon Musk", "Andy Jassy"}};
  CHECK(nodes(resolve(network, same)).find("Musk") == std::string::npos);
  Corrections different;
  different.different = {{"Lee", "Jay Y. Lee"}};
  CHECK(nodes(resolve(network, different)).find("PERSON Lee (1)") != std::string::npos);
  Corrections apart;
  apart.different = {{"1.txt#e2", "2.txt#e2"}};
  CHECK(nodes(resolve(network, apart)).find("PERSON Mark Zuckerberg (1)\nPERSON Mark Zuckerberg (1)\nPERSON Mark Zuckerberg (1)") !=
        std::string::npos);
  Corrections name;
  name.name = {{"jay y lee", "Lee Jae-yong"}};
  CHECK(nodes(resolve(network, name)).find("PERSON Lee Jae-yong (3)") != std::string::npos);
  Corrections type;
  type.type = {{"Samsung", "GPE"}};
  CHECK(nodes(resolve(network, type)).find("GPE Samsung (2)") != std::string::npos);
  Corrections drop;
  drop.drop = {{"Mark Zuckerberg", {}}};
  CHECK(edges(resolve(network, drop)).find("Zuckerberg") == std::string::npos);
}

TEST_CASE("nothing gives an empty graph") {
  const Graph graph = resolve(Network());
  CHECK(graph.nodes().empty());
  CHECK(graph.edges().empty());
}

TEST_CASE("events that no telling is sure enough of are left out where that is asked for") {
  const Network network = sample::network(R"(
    document a.txt | Reuters | 2024-06-12
    PERSON Jay Y. Lee
    PERSON Elon Musk
    PERSON Andy Jassy
    meeting occurred: Jay Y. Lee / Elon Musk
    sure 70
    meeting occurred: Jay Y. Lee / Andy Jassy
    sure 90
    contact occurred: Elon Musk / Andy Jassy
  )");
  const auto edges_at = [&](std::uint32_t least) {
    ResolveOptions options;
    options.least_sure = least;
    return edges(resolve(network, {}, options));
  };
  const std::string unknown = "Andy Jassy - Elon Musk: contact occurred 1\n";  // of which nothing says how sure it is
  CHECK(edges_at(70) == "Andy Jassy - Elon Musk: contact occurred 1\nAndy Jassy - Jay Y. Lee: meeting occurred 1\nElon Musk - Jay Y. Lee: meeting occurred 1\n");
  CHECK(edges_at(71) == unknown + "Andy Jassy - Jay Y. Lee: meeting occurred 1\n");
  CHECK(edges_at(91) == unknown);
}
