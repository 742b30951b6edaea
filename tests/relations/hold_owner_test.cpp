// hold_owner: whose a role is that "its" and "whose" tell of.
#include "relations/hold_owner.h"

#include <string>

#include <doctest/doctest.h>

#include "printed.h"

namespace liaison {
namespace {

TEST_CASE("whose a role is that a possessive tells of follows from the text before it") {
  struct Case {
    std::string name, text, expected;
  };
  const Case cases[] = {
      {"head of the sentence before", "Toyota sued Samsung. Its chairman, Lee, left.", "Lee | chairman | Toyota | current"},
      {"owner of the subject", "Toyota's lawyers met Samsung. Its chairman, Lee, left.", "Lee | chairman | - | current"},
      {"only one", "Musk praised Toyota. Its chairman, Lee, left.", "Lee | chairman | Toyota | current"},
      {"behind a semicolon", "Samsung grew; Toyota shrank; its chairman, Lee, left.", "Lee | chairman | Toyota | current"},
      {"whose", "Samsung, whose chairman is Lee, sued Toyota.", "Lee | chairman | Samsung | current"},
      {"whose behind a description", "Toyota sued Samsung, a rich firm whose chairman is Lee.", "Lee | chairman | Samsung | current"},
      {"told on and whose", "Samsung, which grew and whose chairman is Lee, sued Toyota.", "Lee | chairman | Samsung | current"},
      {"a description before", "Samsung grew. The carmaker, which sued Toyota, and its chairman, Lee, left.",
       "Lee | chairman | Samsung | current"},
      {"nobody's", "It rained. Its chairman, Lee, left.", "Lee | chairman | - | current"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(PrintedText(c.text).holds() == c.expected);
  }
}

}  // namespace
}  // namespace liaison
