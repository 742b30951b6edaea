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
  CHECK(has(text, "(denied)\"]"));
}
