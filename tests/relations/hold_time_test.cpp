#include "relations/hold_time.h"

#include <doctest/doctest.h>

#include "printed.h"

namespace liaison {
namespace {

TEST_CASE("the words of time around a role tell when it is held") {
  struct Case {
    std::string text, expected;
  };
  const Case cases[] = {
      {"Samsung chairman Jay Lee left.", "Lee | chairman | Samsung | current"},
      {"Former Samsung chairman Jay Lee left.", "Lee | chairman | Samsung | former"},
      {"Lee, then chairman of Samsung, left.", "Lee | chairman | Samsung | former"},
      {"Lee, the president-elect, left.", "Lee | president | - | incoming"},
      {"Jay Lee, chairman of Samsung, resigned.", "Lee | chairman | Samsung | former"},
      {"Jay Lee, chairman of Samsung, resigned himself to it.", "Lee | chairman | Samsung | current"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(PrintedText(c.text).holds() == c.expected);
  }
}

}  // namespace
}  // namespace liaison
