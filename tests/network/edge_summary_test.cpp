#include "network/edge_summary.h"

#include <sstream>

#include <doctest/doctest.h>

#include "network/sample_facts.h"

using namespace liaison;

namespace {

/// Events and holds from lines: `AP 2024-06-12 meeting occurred`, `- 2024 role former`, `AP - contact planned reprint`.
/// The source or date that is none is `-`; the document of the third line is d3.
struct Told {
  std::vector<GraphEvent> events;
  std::vector<GraphHold> holds;
  GraphEdge edge;

  explicit Told(const std::string& text) {
    std::istringstream in(text);
    int number = 0;
    for (std::string line; std::getline(in, line); ) {
      const std::vector<std::string> words = sample::split(line, " ");
      const std::string document = 'd' + std::to_string(++number), reprint = words.size() > 4 ? "d1" : "";
      const auto given = [](const std::string& word) { return word == "-" ? std::string() : word; };
      const Citation where{document, given(words[1]), given(words[0]), "https://example.org/" + document, {}};
      const std::vector<Telling> tellings{{"Sentence of " + document + '.', words[3], "rule of " + document, {}}};
      if (words[2] == "role") {
        edge.holds.push_back(static_cast<HoldId>(holds.size()));
        holds.push_back({'h' + document, "boss", words[3], NodeId{0}, NodeId{1}, where, tellings, reprint});
      } else {
        edge.events.push_back(static_cast<EventId>(events.size()));
        events.push_back({'v' + document, words[2], words[3], {}, where, tellings, reprint});
      }
    }
  }

  std::string summary(bool is_role = false) {
    summarise(edge, is_role, events, holds);
    std::ostringstream out;
    out << edge.kind << ' ' << edge.status << ' ' << edge.weight << " |";
    const std::pair<const char*, std::uint32_t> counts[] = {
        {"meetings", edge.meetings}, {"contacts", edge.contacts}, {"cooperations", edge.cooperations},
        {"planned", edge.planned},   {"possible", edge.possible}, {"denied", edge.denied}};
    for (const auto& [name, count] : counts) {
      if (count > 0) out << ' ' << name << ' ' << count;
    }
    out << " | " << edge.first << ".." << edge.last << " | " << edge.document;
    return out.str();
  }
};

}  // namespace

TEST_CASE("an edge sums up its events") {
  struct Case {
    std::string name, told, expected;
  };
  const Case cases[] = {
      {"one", "AP 2024-06-12 meeting occurred", "meeting occurred 1 | meetings 1 | 2024-06-12..2024-06-12 | d1"},
      {"the earliest is cited", "AP 2024-06-12 meeting occurred\nUPI 2024-06-10 meeting occurred",
       "meeting occurred 2 | meetings 2 | 2024-06-10..2024-06-12 | d2"},
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
      {"unless there is nothing else", "Post 2024-06-14 meeting occurred reprint",
       "meeting occurred 1 | meetings 1 | 2024-06-14..2024-06-14 | d1"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.name);
    CHECK(Told(one.told).summary() == one.expected);
  }
}

TEST_CASE("a role edge is of the role, whatever else there is") {
  CHECK(Told("AP 2024 role current\nUPI 2023 role former\nDPA 2022 role current").summary(true) ==
        "role current 3 | | 2022..2024 | d3");
  CHECK(Told("AP - role incoming\nUPI - role former").summary(true) == "role former 2 | | .. | d2");
  CHECK(Told("AP - meeting occurred\nAP - role former\nAP - role current").summary(true) == "role current 1 | | .. | d3");
}

TEST_CASE("sentence, rule, url and event are those of the document that is cited") {
  Told told("AP 2024-06-12 meeting occurred\nUPI 2024-06-10 meeting occurred");
  told.summary();
  CHECK(told.edge.sentence == "Sentence of d2.");
  CHECK(told.edge.rule == "rule of d2");
  CHECK(told.edge.url == "https://example.org/d2");
  CHECK(told.edge.event == "vd2");
  CHECK(told.edge.events == std::vector<EventId>{EventId{1}, EventId{0}});
}

TEST_CASE("an event that no sentence tells leaves its columns empty") {
  Told told("AP - meeting occurred");
  told.events[0].tellings.clear();
  CHECK(told.summary() == "meeting occurred 1 | meetings 1 | .. | d1");
  CHECK(told.edge.sentence.empty());
}
