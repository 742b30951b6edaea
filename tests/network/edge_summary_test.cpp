#include "network/edge_summary.h"

#include <sstream>

#include <doctest/doctest.h>

#include "network/sample_facts.h"

using namespace liaison;

namespace {

/// The facts of documents from lines: `AP 2024-06-12 meeting occurred`, `- 2024 role former`; `reprint` behind it has
/// the text of the first document. The source or date that is none is `-`; the document of the third line is d3.
Network network_of(const std::string& text) {
  std::istringstream in(text);
  Network network;
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    const std::vector<std::string> words = sample::split(line, " ");
    const auto given = [](const std::string& word) { return word == "-" ? std::string() : word; };
    const std::string document = 'd' + std::to_string(++number);
    const std::string head = "document " + document + " | " + given(words[0]) + " | " + given(words[1]) +
                             " | https://example.org/" + document + "\n PERSON Jo Doe\n ORG Acme\n";
    const std::string told = words[2] == "role" ? "role " + words[3] + ": Jo Doe | boss | Acme\n"
                                                : words[2] + ' ' + words[3] + ": Jo Doe / Acme\n";
    DocumentFacts facts = sample::facts(head + told + "says Sentence of " + document + ".\n").front();
    if (words.size() > 4) facts.made.text = "text of d1";
    network.add(std::move(facts));
  }
  return network;
}

std::string summary(const std::string& text) {
  const Graph graph = resolve(network_of(text));
  REQUIRE(graph.edges().size() == 1);
  const GraphEdge edge = graph.edges()[0];
  std::ostringstream out;
  out << edge.kind << ' ' << edge.status << ' ' << edge.weight << " |";
  const std::pair<const char*, std::uint32_t> counts[] = {
      {"meetings", edge.meetings}, {"contacts", edge.contacts}, {"cooperations", edge.cooperations},
      {"planned", edge.planned},   {"possible", edge.possible}, {"denied", edge.denied},
      {"disputed", edge.disputed}};
  for (const auto& [name, count] : counts) {
    if (count > 0) out << ' ' << name << ' ' << count;
  }
  out << " | " << edge.first << ".." << edge.last << " | " << edge.document;
  return out.str();
}

}  // namespace

TEST_CASE("an edge sums up its events") {
  struct Case {
    std::string name, told, expected;
  };
  const Case cases[] = {
      {"one", "AP 2024-06-12 meeting occurred", "meeting occurred 1 | meetings 1 | 2024-06-12..2024-06-12 | d1"},
      {"the earliest is cited", "AP 2024-06-12 meeting occurred\nUPI 2024-06-10 meeting occurred",
       "meeting occurred 2 | meetings 1 | 2024-06-10..2024-06-12 | d2"},
      {"more than a week later it is another event", "AP 2024-06-12 meeting occurred\nUPI 2024-06-20 meeting occurred",
       "meeting occurred 2 | meetings 2 | 2024-06-12..2024-06-20 | d1"},
      {"planned, then occurred", "AP 2024-06-12 meeting planned\nUPI 2024-06-14 meeting occurred",
       "meeting occurred 1 | meetings 1 | 2024-06-12..2024-06-14 | d2"},
      {"planned, then called off", "AP 2024-06-12 meeting planned\nAP 2024-06-14 meeting denied",
       "meeting denied 0 | denied 1 | 2024-06-12..2024-06-14 | d2"},
      {"denied by one side", "AP 2024-06-12 meeting occurred\nUPI 2024-06-14 meeting denied",
       "meeting occurred 1 | meetings 1 disputed 1 | 2024-06-12..2024-06-14 | d1"},
      {"denied by more", "AP 2024-06-12 meeting occurred\nUPI 2024-06-14 meeting denied\nDPA 2024-06-14 meeting denied",
       "meeting denied 0 | denied 1 disputed 1 | 2024-06-12..2024-06-14 | d2"},
      {"one without a date comes last", "AP - meeting occurred\nUPI 2024 meeting occurred",
       "meeting occurred 2 | meetings 2 | 2024..2024 | d2"},
      {"what is no date is none", "AP yesterday meeting occurred\nUPI 20240612 meeting occurred",
       "meeting occurred 2 | meetings 2 | .. | d2"},
      {"one source counts once", "AP - meeting occurred\nAP - meeting occurred", "meeting occurred 1 | meetings 2 | .. | d1"},
      {"without a source the document is one", "- - meeting occurred\n- - meeting occurred",
       "meeting occurred 2 | meetings 2 | .. | d1"},
      {"what most sources tell", "AP - meeting occurred\nUPI - contact planned\nDPA - contact planned",
       "contact planned 1 | meetings 1 planned 2 | .. | d2"},
      {"of equals the surer", "AP - meeting denied\nAP - meeting possible\nAP - meeting planned\nAP - contact occurred",
       "contact occurred 1 | contacts 1 planned 1 possible 1 denied 1 | .. | d4"},
      {"of equals the nearer", "AP - cooperation occurred\nAP - contact occurred\nAP - meeting occurred",
       "meeting occurred 1 | meetings 1 contacts 1 cooperations 1 | .. | d3"},
      {"only planned weighs nothing", "AP 2024 meeting planned", "meeting planned 0 | planned 1 | 2024..2024 | d1"},
      {"a kind of one's own", "AP - lawsuit occurred\nUPI - lawsuit occurred\nDPA - meeting occurred",
       "lawsuit occurred 3 | meetings 1 | .. | d1"},
      {"a reprint is dated but not counted", "AP 2024-06-12 meeting occurred\nPost 2024-06-14 meeting occurred reprint",
       "meeting occurred 1 | meetings 1 | 2024-06-12..2024-06-14 | d1"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.name);
    CHECK(summary(one.told) == one.expected);
  }
}

TEST_CASE("a role edge is of the role, whatever else there is") {
  CHECK(summary("AP 2024 role current\nUPI 2023 role former\nDPA 2022 role current") == "role current 3 | | 2022..2024 | d3");
  CHECK(summary("AP - role incoming\nUPI - role former") == "role former 2 | | .. | d2");
  CHECK(summary("AP - meeting occurred\nAP - role former\nAP - role current") == "role current 1 | | .. | d3");
}

TEST_CASE("sentence, rule, url and event are those of the document that is cited") {
  const Graph graph = resolve(network_of("AP 2024-06-12 meeting occurred\nUPI 2024-05-10 meeting occurred"));
  const GraphEdge edge = graph.edges()[0];
  CHECK(edge.sentence == "Sentence of d2.");
  CHECK(edge.rule == "meeting/rule");
  CHECK(edge.url == "https://example.org/d2");
  CHECK(edge.event == "v1d2");
  CHECK(std::vector<EventId>(edge.events.begin(), edge.events.end()) == std::vector<EventId>{EventId{1}, EventId{0}});
}

TEST_CASE("an event that no sentence tells leaves its columns empty") {
  DocumentFacts facts = sample::facts("document 1\n ORG A\n ORG B\n meeting occurred: A / B").front();
  facts.events[0].evidence.clear();
  Network network;
  network.add(facts);
  const Graph graph = resolve(network);
  CHECK(graph.edges()[0].document == "1");
  CHECK(graph.edges()[0].sentence.empty());
}
