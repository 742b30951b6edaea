// handed_offices: who is told by another's office.
#include "relations/handed_offices.h"

#include <doctest/doctest.h>

#include "printed.h"

namespace liaison {
namespace {

TEST_CASE("who is told by another's office has it too, at its time") {
  struct Case {
    std::string name, text, expected;
  };
  const Case cases[] = {
      {"predecessor", "Samsung chairman Lee praised his predecessor, Musk.",
       "Lee | chairman | Samsung | current ; Musk | chairman | Samsung | former"},
      {"successor of a former one", "Former Samsung chairman Lee praised his successor, Musk.",
       "Lee | chairman | Samsung | former ; Musk | chairman | Samsung | current"},
      {"owner by name", "Samsung chairman Lee left. Lee's predecessor, Musk, laughed.",
       "Lee | chairman | Samsung | current ; Musk | chairman | Samsung | former"},
      {"nobody named", "Samsung chairman Lee praised his predecessor.", "Lee | chairman | Samsung | current"},
      {"only a possible one", "Samsung chairman Lee praised his possible successor, Musk.", "Lee | chairman | Samsung | current"},
      {"place at the end of the text", "Samsung chairman Lee left. Musk met Lee's predecessor at the bank",
       "Lee | chairman | Samsung | current"},
      {"told twice", "Samsung chairman Lee left. Lee's predecessor, Musk, laughed. Lee's predecessor, Musk, slept.",
       "Lee | chairman | Samsung | current ; Musk | chairman | Samsung | former"},
      {"no office told", "Lee praised his predecessor, Musk.", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(PrintedText(c.text).holds() == c.expected);
  }
}

}  // namespace
}  // namespace liaison
