#include "relations/parties.h"

#include <doctest/doctest.h>

#include "printed.h"

namespace liaison {
namespace {

TEST_CASE("a noun stands for who is named in it, by it or with it") {
  struct Case {
    std::string name, text, expected;
  };
  const Case cases[] = {
      {"a name", "Lee met Musk.", "Lee / Musk | meeting | occurred"},
      {"a name behind its role", "Samsung chairman Jay Lee met Toyota chief executive Elon Musk.",
       "Lee / Musk | meeting | occurred"},
      {"all of a coordination", "Lee met Musk, Cook and Barra.", "Lee / Musk, Cook, Barra | meeting | occurred"},
      {"a minister for the country", "Japan's foreign minister met Musk.", "Japan / Musk | meeting | occurred"},
      {"a president for the country", "The president of France met Lee.", "France / Lee | meeting | occurred"},
      {"officials for their countries", "Officials from Japan and France met in Tokyo.", "Japan, France | meeting | occurred"},
      {"executives for their body", "Samsung executives met Cook.", "Samsung / Cook | meeting | occurred"},
      {"a capital for the country that is named", "Tokyo and France signed a pact. Japan was glad.",
       "Japan, France | cooperation | occurred"},
      {"who owns a lawyer has not met", "Lee met Musk's lawyer.", ""},
      {"a place where they met is no party", "Lee met in Tokyo.", ""},
      {"nobody met himself", "Lee met Lee.", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(PrintedText(c.text).events() == c.expected);
  }
}

}  // namespace
}  // namespace liaison
