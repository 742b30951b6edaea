#include "relations/told_years.h"

#include <doctest/doctest.h>

#include "printed.h"

namespace liaison {
namespace {

TEST_CASE("a year long ago puts the office into the past in which something was done") {
  struct Case {
    std::string text, expected;
  };
  const Case cases[] = {
      {"Back in 1961, chairman Jay Lee left.", "Lee | chairman | - | former"},
      {"In the 1950s, Samsung chairman Jay Lee left.", "Lee | chairman | Samsung | former"},
      {"It was in 1961, when chairman Jay Lee left.", "Lee | chairman | - | former"},
      {"Samsung chairman Jay Lee built the plant in 1961.", "Lee | chairman | Samsung | former"},
      {"Elon Musk saw Jay Lee, the chairman of Samsung, in 1961.", "Lee | chairman | Samsung | former"},
      {"Samsung chairman Jay Lee, who built the plant in 1961, is ill.", "Lee | chairman | Samsung | current"},
      {"Samsung chairman Jay Lee was elected in 1961.", "Lee | chairman | Samsung | current"},
      {"Samsung chairman Jay Lee said that the plant was built in 1961.", "Lee | chairman | Samsung | current"},
      {"Samsung chairman Jay Lee has seen no loss since 1961.", "Lee | chairman | Samsung | current"},
      {"Jay Lee, the chairman of Samsung, built the plant in 1961.", "Lee | chairman | Samsung | current"},
      {"In 1961 the economist Jay Lee wrote it. Economist Jay Lee is ill.", "Lee | economist | - | current"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const std::string all = PrintedText(c.text).holds();
    CHECK(all.substr(0, all.find(" ; ")) == c.expected);
  }
}

}  // namespace
}  // namespace liaison
