#include "network/body_realms.h"

#include <doctest/doctest.h>

#include "network/printed_groups.h"

using namespace liaison;

namespace {

std::string realm_of_first(const std::string& facts, const std::string& of = "", std::size_t mentions = 0) {
  std::vector<DocumentFacts> all = sample::facts("document 1\n" + facts);
  all[0].entities[0].of = of;
  for (std::size_t i = 0; i < mentions; ++i) all[0].mentions.push_back({0, 1, "GPE", "e2", "", "", false});
  const NationalBodies& bodies = NationalBodies::of(*Pack::english());
  return std::string(BodyRealms(bodies).realm_of(all[0], 0, bodies.read(all[0].entities[0].name)));
}

}  // namespace

TEST_CASE("whose a body is that each country has is told by what stands nearest") {
  CHECK(realm_of_first(" ORG Russian Foreign Ministry\n GPE Japan = Japan") == "Russia");
  CHECK(realm_of_first(" ORG Foreign Ministry | Japanese Foreign Ministry\n") == "Japan");
  CHECK(realm_of_first(" ORG Foreign Ministry\n GPE Japan = Japan", "Moscow") == "Russia");
  CHECK(realm_of_first(" ORG Foreign Ministry\n PERSON Jay Lee\n GPE Japan = Japan\n role current: Jay Lee | spokesman | Foreign Ministry\n"
                       " role former: Jay Lee | consul | Japan") == "Japan");
  CHECK(realm_of_first(" ORG Foreign Ministry\n GPE Japan = Japan", "", 1) == "");
  CHECK(realm_of_first(" ORG Foreign Ministry\n GPE Japan = Japan", "", 3) == "Japan");
  CHECK(realm_of_first(" ORG Foreign Ministry\n GPE Japan = Japan\n GPE Moscow = Moscow", "", 5) == "Japan");
  CHECK(realm_of_first(" ORG Foreign Ministry\n GPE Japan = Japan\n GPE Moscow = Moscow", "", 4) == "");
  CHECK(realm_of_first(" ORG Foreign Ministry\n GPE United States = United States", "", 3) == "");   // it has a State Department
}

TEST_CASE("a body may be that of one country where nothing is told") {
  CHECK(realm_of_first(" ORG Senate") == "United States");
  CHECK(realm_of_first(" ORG Senate\n GPE Japan = Japan", "", 5) == "Japan");
  CHECK(realm_of_first(" ORG Senate\n GPE Japan = Japan\n ORG White House = White House", "", 5) == "United States");
  CHECK(realm_of_first(" ORG Senate", "Ohio") == "United States");
  CHECK(realm_of_first(" ORG Supreme Court", "Ohio") == "Ohio");
}

TEST_CASE("bodies of one name are groups of their countries, or stand alone") {
  const std::string facts =
      "document 1\n ORG Foreign Ministry | Russian Foreign Ministry\n document 2\n ORG Russian Foreign Ministry\n"
      "document 3\n ORG Foreign Ministry\n document 4\n ORG Japanese Foreign Ministry\n";
  const Network network = sample::network(facts);
  const Grouping grouping = sample::grouped(network);
  CHECK(sample::printed(grouping) ==
        "ORG foreign ministry 1#e1 2#e1\nORG foreign ministry 3#e1\nORG foreign ministry 4#e1\n");
  CHECK(grouping.maybes.size() == 2);
}

TEST_CASE("nodes of such bodies say whose they are, unless their names do") {
  const char* const facts =
      "document 1\n ORG Foreign Ministry | Russian Foreign Ministry\n PERSON Jay Lee\n role current: Jay Lee | spokesman | Foreign Ministry\n"
      "document 2\n ORG Japanese Foreign Ministry\n PERSON Kim Kato\n role current: Kim Kato | spokesman | Japanese Foreign Ministry\n"
      "document 3\n ORG Senate\n PERSON Ann Owens\n role current: Ann Owens | clerk | Senate\n";
  std::string labels;
  const Graph graph = resolve(sample::network(facts));
  for (const GraphNode& node : graph.nodes()) {
    if (node.type == "ORG") labels += node.label + '\n';
  }
  CHECK(labels == "Foreign Ministry (Russia)\nJapanese Foreign Ministry\nSenate\n");
}
