#include "network/places_of_one_name.h"

#include <doctest/doctest.h>

#include "network/printed_groups.h"

using namespace liaison;

TEST_CASE("a state that is called as a city is told by the roles that are held in it") {
  const PlacesOfOneName places(*Pack::english());
  CHECK(places.state_of("new york") == "New York State");
  CHECK(places.state_of("ohio").empty());
  CHECK(places.is_of_states("Lt. Gov."));
  CHECK(!places.is_of_states("mayor"));
}

TEST_CASE("the state and the city are two nodes") {
  const char* const facts =
      "document 1\n PERSON Jay Lee\n GPE New York = New York\n role current: Jay Lee | governor | New York\n"
      "document 2\n PERSON Kim Kato\n GPE New York = New York\n role current: Kim Kato | mayor | New York\n"
      "document 3\n PERSON Ann Owens\n GPE N.Y. = New York State\n role current: Ann Owens | Sen. | N.Y.\n"
      "document 4\n PERSON Lou Owens\n GPE New York = New York\n role current: Lou Owens | governor | New York\n role current: Lou Owens | mayor | New York\n";
  std::string out;
  const Graph graph = resolve(sample::network(facts));
  for (const GraphEdge& edge : graph.edges()) out += graph.at(edge.a).label + " - " + graph.at(edge.b).label + '\n';
  CHECK(out == "Ann Owens - New York State\nJay Lee - New York State\nKim Kato - New York\nLou Owens - New York\n");
}
