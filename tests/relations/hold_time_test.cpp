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
      {"Lee, the president-elect, left.", "Lee | president-elect | - | incoming"},
      {"Jay Lee, chairman of Samsung, resigned.", "Lee | chairman | Samsung | former"},
      {"Samsung chairman Jay Lee, 61, died.", "Lee | chairman | Samsung | former"},
      {"Jay Lee, who once taught, is chairman of Samsung.", "Lee | chairman | Samsung | current"},
      {"On May 3, 1951, chairman Jay Lee left.", "Lee | chairman | - | former"},
      {"Since May 3, 1951, chairman Jay Lee has slept.", "Lee | chairman | - | current"},
      {"In the autumn of 1951, chairman Jay Lee left.", "Lee | chairman | - | former"},
      {"In talks in 1951 on steel, chairman Jay Lee left.", "Lee | chairman | - | former"},
      {"With 1951 soldiers in the field, chairman Jay Lee left.", "Lee | chairman | - | current"},
      {"Jay Lee, a former judge and the chairman of Samsung, left.", "Lee | judge | Samsung | former ; Lee | chairman | Samsung | current"},
      {"Jay Lee, chairman of Samsung, resigned himself to it.", "Lee | chairman | Samsung | current"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(PrintedText(c.text).holds() == c.expected);
  }
}

TEST_CASE("the year of a document is that of its date, or the latest that its text tells twice") {
  auto year = [](std::string_view date, std::string text) { return year_of(date, PrintedText(std::move(text)).view()); };
  CHECK(year("2016-05-01", "It was so in 2018 and 2019.") == 2016);
  CHECK(year("", "It was so in 1994, and by 2030 it will be so again.") == 1994);
  CHECK(year("", "It was so in 1994.") == 0);
}

}  // namespace
}  // namespace liaison
