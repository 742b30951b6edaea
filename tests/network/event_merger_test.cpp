#include "network/event_merger.h"

#include <doctest/doctest.h>

#include "liaison/network.h"
#include "network/sample_facts.h"

using namespace liaison;

namespace {

/// "meeting occurred 2: d1 planned, d2 occurred": kind, status and sources of each event, and its tellings.
std::string events(const std::string& text) {
  const Graph graph = resolve(sample::network(text));
  std::string out;
  for (const GraphEvent& event : graph.events()) {
    out += std::string(event.kind) + ' ' + std::string(event.status) + ' ' + std::to_string(event.sources) + ':';
    for (const Telling& telling : event.tellings) out += ' ' + telling.document->id + ' ' + std::string(telling.status);
    out += event.disputed ? " (disputed)\n" : "\n";
  }
  return out;
}

std::string document(const std::string& id, const std::string& date, const std::string& told) {
  return "document " + id + " | source of " + id + " | " + date + "\n ORG A\n ORG B\n ORG C\n " + told + '\n';
}

}  // namespace

TEST_CASE("days between dates") {
  CHECK(days_between("2024-02-28", "2024-03-01") == 2);
  CHECK(days_between("2024-03-01", "2024-02-28") == 2);
  CHECK(days_between("2024-12-31T23:00:00Z", "2025-01-01") == 1);
  CHECK(days_between("2024-02", "2024-02-01") > 1000);
  CHECK(days_between("", "") > 1000);
  CHECK(days_between("2024-02-31", "2024-02-01") > 1000);
}

TEST_CASE("tellings are of one event when who, kind and time agree") {
  struct Case {
    const char* name;
    std::string facts, events;
  };
  const Case cases[] = {
      {"within a week", document("1", "2024-06-10", "meeting occurred: A / B") + document("2", "2024-06-17", "meeting occurred: B / A"),
       "meeting occurred 2: 1 occurred 2 occurred\n"},
      {"a week after the one before", document("1", "2024-06-01", "meeting occurred: A / B") +
       document("2", "2024-06-07", "meeting occurred: A / B") + document("3", "2024-06-13", "meeting occurred: A / B"),
       "meeting occurred 3: 1 occurred 2 occurred 3 occurred\n"},
      {"later", document("1", "2024-06-10", "meeting occurred: A / B") + document("2", "2024-06-18", "meeting occurred: A / B"),
       "meeting occurred 1: 1 occurred\nmeeting occurred 1: 2 occurred\n"},
      {"another kind", document("1", "2024-06-10", "meeting occurred: A / B") + document("2", "2024-06-10", "contact occurred: A / B"),
       "meeting occurred 1: 1 occurred\ncontact occurred 1: 2 occurred\n"},
      {"with others", document("1", "2024-06-10", "meeting occurred: A / B") + document("2", "2024-06-10", "meeting occurred: A / B | C"),
       "meeting occurred 1: 1 occurred\nmeeting occurred 1: 2 occurred\n"},
      {"without a date", document("1", "", "meeting occurred: A / B") + document("2", "", "meeting occurred: A / B"),
       "meeting occurred 1: 1 occurred\nmeeting occurred 1: 2 occurred\n"},
      {"planned, then occurred", document("1", "2024-06-10", "meeting planned: A / B") + document("2", "2024-06-12", "meeting occurred: A / B"),
       "meeting occurred 2: 1 planned 2 occurred\n"},
      {"possible, then planned, then called off", document("1", "2024-06-10", "meeting possible: A / B") +
       document("2", "2024-06-11", "meeting planned: A / B") + document("3", "2024-06-12", "meeting denied: A / B"),
       "meeting denied 3: 1 possible 2 planned 3 denied\n"},
      {"denied by one", document("1", "2024-06-10", "meeting occurred: A / B") + document("2", "2024-06-11", "meeting denied: A / B"),
       "meeting occurred 2: 1 occurred 2 denied (disputed)\n"},
      {"what one document calls two is two", document("1", "2024-06-10", "meeting occurred: A / B\n meeting planned: A / B") +
       document("2", "2024-06-11", "meeting planned: A / B"),
       "meeting occurred 1: 1 occurred\nmeeting planned 2: 1 planned 2 planned\n"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.name);
    CHECK(events(one.facts) == one.events);
  }
}

TEST_CASE("what is disputed within a document is disputed") {
  std::vector<DocumentFacts> all = sample::facts(document("1", "2024-06-10", "meeting occurred: A / B\n meeting denied: A / B"));
  for (FactEvent& event : all[0].events) event.disputed = true;
  Network network;
  network.add(all[0]);
  const Graph graph = resolve(network);
  REQUIRE(graph.events().size() == 2);
  CHECK(graph.events()[0].disputed);
  CHECK(graph.events()[1].disputed);
}

TEST_CASE("what was rejected is left out, what was accepted is marked, and what hits nothing is told") {
  const Network network = sample::network(document("1", "2024-06-10", "meeting occurred: A / B") +
                                          document("2", "2024-06-20", "meeting occurred: A / B"));
  Corrections corrections;
  corrections.reject = {{"v12", "they only wrote", 1}, {"v99", "", 2}};
  corrections.accept = {{"v11", "", 3}};
  corrections.same = {{"A", "Nobody", 4}};
  const Graph graph = resolve(network, corrections);
  REQUIRE(graph.events().size() == 1);
  CHECK(graph.events()[0].tellings[0].accepted);
  REQUIRE(graph.idle_corrections().size() == 2);
  CHECK(graph.idle_corrections()[0].text == "reject v99");
  CHECK(graph.idle_corrections()[1].text == "same A | Nobody");
  CHECK(graph.idle_corrections()[1].why == "nobody is called \"Nobody\"");
}
