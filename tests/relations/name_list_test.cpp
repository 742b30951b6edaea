#include "relations/name_list.h"

#include <doctest/doctest.h>

#include "printed.h"

namespace liaison {
namespace {

TEST_CASE("all of a list hold the role, each in the body beside") {
  struct Case {
    std::string text, expected;
  };
  const Case cases[] = {
      {"Presidents Lee and Musk met.", "Lee | Presidents | - | current ; Musk | Presidents | - | current"},
      {"Presidents Lee of Japan, Musk (France) and Cook met.",
       "Lee | Presidents | Japan | current ; Musk | Presidents | France | current ; Cook | Presidents | - | current"},
      {"Presidents Lee, Musk, Cook met.", "Lee | Presidents | - | current"},
      {"Presidents Lee and Musk's friends met.", "Lee | Presidents | - | current"},
      {"Lee, Musk and Cook, directors of Samsung, met.",
       "Lee | directors | Samsung | current ; Musk | directors | Samsung | current ; Cook | directors | Samsung | current"},
      {"Cook, directors of Samsung, met.", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(PrintedText(c.text).holds() == c.expected);
  }
}

}  // namespace
}  // namespace liaison
