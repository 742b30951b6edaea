// body_kinds: what kind of body something is, and which roles it can have.
#include "relations/body_kinds.h"

#include <string>

#include <doctest/doctest.h>

#include "printed.h"

namespace liaison {
namespace {

TEST_CASE("a body has the roles that its kind can have") {
  struct Case {
    std::string name, text, expected;
  };
  const Case cases[] = {
      {"a firm has an analyst", "Samsung analyst Lee left.", "Lee | analyst | Samsung | current"},
      {"a town has none", "Tokyo analyst Lee left.", "Lee | analyst | - | current"},
      {"a town has a mayor", "Tokyo mayor Lee left.", "Lee | mayor | Tokyo | current"},
      {"a lawyer practises in a town", "Lee, a Tokyo lawyer, left.", "Lee | lawyer | - | current"},
      {"but for a firm", "Lee, a Samsung lawyer, left.", "Lee | lawyer | Samsung | current"},
      {"a country has a minister", "Lee, minister of France, left.", "Lee | minister | France | current"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(PrintedText(c.text).holds() == c.expected);
  }
}

}  // namespace
}  // namespace liaison
