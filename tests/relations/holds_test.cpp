#include "relations/holds.h"

#include <doctest/doctest.h>

#include "liaison/analyzer.h"
#include "printed.h"

namespace liaison {
namespace {

TEST_CASE("who holds which role, where and when") {
  struct Case {
    std::string text, expected;
  };
  const Case cases[] = {
      {"Samsung chairman Jay Lee arrived.", "Lee | chairman | Samsung | current"},
      {"Lee, the chairman of Samsung, arrived.", "Lee | chairman | Samsung | current"},
      {"Musk, the former chairman of Toyota, left.", "Musk | chairman | Toyota | former"},
      {"Tim Cook was named chief executive of Samsung.", "Cook | chief executive | Samsung | incoming"},
      {"Samsung chairman Jay Lee met Toyota chief executive Elon Musk.",
       "Lee | chairman | Samsung | current ; Musk | chief executive | Toyota | current"},
      {"Samsung chairman Jay Lee arrived. Samsung chairman Jay Lee left.", "Lee | chairman | Samsung | current"},
      {"Lee met the chairman of Samsung.", ""},
      {"Lee arrived.", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(PrintedText(c.text).holds() == c.expected);
  }
}

TEST_CASE("who is the president is told by all who call him so") {
  Analyzer analyzer;
  Scratch scratch;
  const Analysis analysis = analyzer.analyze({.id = "s", .text = "Barack Obama slept. The president left. The president of a club came. Then the president came back."}, scratch);
  REQUIRE(analysis.holds.size() == 1);
  CHECK(analysis.entities[std::size_t(analysis.holds[0].person)].name == "Barack Obama");
  CHECK(analysis.holds[0].evidence.size() == 2);
}

}  // namespace
}  // namespace liaison
