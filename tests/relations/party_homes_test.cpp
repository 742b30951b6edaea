// party_homes: for which country or body somebody stands.
#include "relations/parties.h"

#include <doctest/doctest.h>

#include "printed.h"

namespace liaison {
namespace {

TEST_CASE("a government, a people and a capital stand for their country, officials for the body they serve") {
  struct Case {
    std::string name, text, expected;
  };
  const Case cases[] = {
      {"officials by an adjective", "Japan waited. Japanese officials met Musk.", "Japan / Musk | meeting | occurred"},
      {"a capital that talks", "Tokyo held talks with France about Japan.", "France / Japan | meeting | occurred"},
      {"a country that is not named", "Kenyan officials met Musk.", ""},
      {"executives of a firm", "Samsung executives met Musk.", "Samsung / Musk | meeting | occurred"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(PrintedText(c.text).events() == c.expected);
  }
}

}  // namespace
}  // namespace liaison
