#include <doctest/doctest.h>

#include "liaison/export.h"
#include "network/written_graph.h"

using namespace liaison;
using namespace liaison::sample;

TEST_CASE("FollowTheMoney has people, bodies, events and employments, one a line") {
  const std::string text = written(articles(), write_ftm);
  CHECK(count(text, "\"schema\": \"Person\"") == 4);
  CHECK(count(text, "\"schema\": \"Organization\"") == 2);
  CHECK(count(text, "\"schema\": \"Employment\"") == 2);
  CHECK(has(text, "\"employee\": [\"liaison-"));
  CHECK(has(text, "\"involved\": [\"liaison-"));
  CHECK(has(text, "\"role\": [\"CEO\"]"));
  CHECK(has(text, "\"status\": [\"current\"]"));
  CHECK(has(text, "\"date\": [\"2024-06-12\"]"));
  CHECK(has(text, "\"description\": [\"Lee met Mark Zuckerberg and Andy Jassy on Tuesday.\"]"));
  CHECK(has(text, "(denied)\"]"));
  CHECK(count(text, "\"schema\": \"Article\"") == 3);
  CHECK(has(text, "\"fileName\": [\"1.txt\"]"));
  CHECK(has(text, "\"proof\": [\"liaison-"));
}

TEST_CASE("FollowTheMoney is told one job once, with all that tells of it, and where an event was") {
  std::vector<DocumentFacts> all = sample::facts(
      "document 1 | AP | 2024-05-01\n PERSON Jay Lee\n ORG A\n GPE Rome\n role current: Jay Lee | Boss | A\n meeting planned: Jay Lee / Rome\n"
      "document 2 | AP | 2024-00-01\n PERSON Jay Lee\n ORG A\n role current: Jay Lee | boss | A\n");
  all[0].events[0].evidence[0].where = "e3";
  Network network;
  for (DocumentFacts& facts : all) network.add(std::move(facts));
  const std::string text = written(resolve(network), write_ftm);
  CHECK(count(text, "\"schema\": \"Employment\"") == 1);
  CHECK(has(text, "\"date\": [\"2024-05-01\"]"));   // there is no month 0
  CHECK(has(text, "\"location\": [\"Rome\"]"));
  CHECK(count(text, "\"schema\": \"Article\"") == 2);
}

TEST_CASE("FollowTheMoney is told who may be the same, and why") {
  const std::string text = written(resolve(sample::network(
      "document 1\n PERSON Ruth Ann Berg\n ORG A\n meeting occurred: Ruth Ann Berg / A\n"
      "document 2\n PERSON Ruth Berg\n ORG B\n meeting occurred: Ruth Berg / B")), write_ftm);
  CHECK(count(text, "\"schema\": \"Similar\"") == 1);
  CHECK(has(text, "one has a middle name more"));
}
