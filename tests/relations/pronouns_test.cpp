// pronouns: the part of the references that finds whom a pronoun stands for.
#include "relations/references.h"

#include <doctest/doctest.h>

#include "printed.h"

namespace liaison {
namespace {

TEST_CASE("a pronoun stands for whom the text tells of there, or for nobody") {
  struct Case {
    std::string name, text, expected;
  };
  const Case cases[] = {
      {"who leads the sentence before", "Lee came early. He met Musk.", "Lee / Musk | meeting | occurred"},
      {"a woman", "Mary Barra came early. She met Musk.", "Barra / Musk | meeting | occurred"},
      {"nobody of the other gender", "Mary Barra came early. He met Musk.", ""},
      {"whom the clause above tells of", "Lee said he had met Musk.", "Lee / Musk | meeting | occurred"},
      {"the subject behind a fronted clause", "Before he met Musk, Lee left Tokyo.", "Lee / Musk | meeting | occurred"},
      {"a body", "Samsung grew. It signed a deal with Toyota.", "Toyota / Samsung | cooperation | occurred"},
      {"nobody: what is told behind it", "It was expected that Lee would leave.", ""},
      {"nobody where none is named", "Prices rose. He met Musk.", ""},
      {"those who are told together", "Lee and Cook came. They met Musk.", "Lee, Cook / Musk | meeting | occurred"},
      {"who speaks in the quotation", "\"I met Musk,\" Lee said.", "Lee / Musk | meeting | occurred"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(PrintedText(c.text).events() == c.expected);
  }
}

}  // namespace
}  // namespace liaison
