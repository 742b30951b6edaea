// mere_trades: whose a role is beside a person, and what is no office.
#include "relations/mere_trades.h"

#include <string>

#include <doctest/doctest.h>

#include "printed.h"

namespace liaison {
namespace {

TEST_CASE("what somebody is by trade is told of whom the text names") {
  struct Case {
    std::string name, text, expected;
  };
  const Case cases[] = {
      {"of nobody", "Lee, a doctor, left.", ""},
      {"of a place", "Lee, a doctor from Tokyo, left.", ""},
      {"owner before", "Musk's lawyer, Lee, left.", "Lee | lawyer | - | current"},
      {"owner by name alone", "Another Musk lawyer, Lee, left.", "Lee | lawyer | - | current"},
      {"owner behind", "Lee, doctor of the family, left.", "Lee | doctor | - | current"},
      {"in a body", "Lee, a doctor at Samsung, left.", "Lee | doctor | Samsung | current"},
      {"an office of several words", "Lee, the chief strategist, left.", "Lee | chief strategist | - | current"},
      {"no office at all", "Musk's teacher, Lee, left.", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(PrintedText(c.text).holds() == c.expected);
  }
}

}  // namespace
}  // namespace liaison
