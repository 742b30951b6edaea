#include <doctest/doctest.h>

#include "liaison/export.h"
#include "network/written_graph.h"

using namespace liaison;
using namespace liaison::sample;

TEST_CASE("FollowTheMoney has people, bodies, events and employments, one a line") {
  const std::string text = written(articles(), write_ftm);
  CHECK(count(text, "\"schema\": \"Person\"") == 4);
  CHECK(count(text, "\"schema\": \"Organization\"") == 2);
  CHECK(count(text, "\"schema\": \"Employment\"") == 3);
  CHECK(has(text, "\"employee\": [\"liaison-"));
  CHECK(has(text, "\"involved\": [\"liaison-"));
  CHECK(has(text, "\"role\": [\"CEO\"]"));
  CHECK(has(text, "\"status\": [\"current\"]"));
  CHECK(has(text, "\"date\": [\"2024-06-12\"]"));
  CHECK(has(text, "\"description\": [\"Lee met Mark Zuckerberg and Andy Jassy on Tuesday.\"]"));
  CHECK(has(text, "(denied)\"]"));
}

TEST_CASE("FollowTheMoney is told who may be the same, and why") {
  const std::string text = written(resolve(sample::network(
      "document 1\n PERSON Ruth Ann Berg\n ORG A\n meeting occurred: Ruth Ann Berg / A\n"
      "document 2\n PERSON Ruth Berg\n ORG B\n meeting occurred: Ruth Berg / B")), write_ftm);
  CHECK(count(text, "\"schema\": \"Similar\"") == 1);
  CHECK(has(text, "one has a middle name more"));
}
