#include "relations/holds.h"

#include <doctest/doctest.h>

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

}  // namespace
}  // namespace liaison
