#include "relations/references.h"

#include <doctest/doctest.h>

#include "printed.h"

namespace liaison {
namespace {

TEST_CASE("pronouns and descriptions stand for the one candidate, or for nobody") {
  struct Case {
    std::string name, text, expected;
  };
  const Case cases[] = {
      {"the subject of the sentence before", "Lee met Musk. He then met Cook.",
       "Lee / Musk | meeting | occurred ; Lee / Cook | meeting | occurred"},
      {"a woman", "Mary Barra left early. She met Cook on Monday.", "Barra / Cook | meeting | occurred"},
      {"not one of the other gender", "Elon Musk left early. She met Cook on Monday.", ""},
      {"those who were told of together", "Lee and Musk spoke on Monday. They will meet Cook in France.",
       "Lee, Musk / Cook | meeting | planned"},
      {"the two of one kind", "Samsung and Toyota talked. The two companies signed a deal.",
       "Samsung, Toyota | cooperation | occurred"},
      {"those of the event before", "Lee met Musk. The two men will meet again in Tokyo.",
       "Lee / Musk | meeting | occurred ; Lee, Musk | meeting | planned"},
      {"who holds the role", "Samsung chairman Jay Lee arrived. The chairman met Musk.", "Lee / Musk | meeting | occurred"},
      {"a possessive", "Lee said his meeting with Musk was good.", "Lee / Musk | meeting | occurred"},
      {"a man hides behind no woman", "Mary Barra and Musk left. The two men met in Tokyo.", ""},
      {"not one named before a role that stands nearer", "Samsung chairman Jay Lee left. The minister said he had met Cook.", ""},
      {"whose it is, and not two", "Nokia grew. The group held its meeting in Tokyo.", ""},
      {"a description that speaks of itself", "Samsung grew. The government said it had signed a deal with Toyota.", ""},
      {"not whom a role told", "On Monday morning in France the chairman told Lee so. Later he met Cook.", ""},
      {"no two countries where a third one acts", "Norway and Sweden closed the road. A Danish ship passed. The two countries signed a deal.", ""},
      {"no one before", "He met Musk in Tokyo.", ""},
      {"no pair before", "Lee came. The two men met in Tokyo.", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(PrintedText(c.text).events() == c.expected);
  }
}

}  // namespace
}  // namespace liaison
