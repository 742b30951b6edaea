// holders: the part of the references that finds who holds a role.
#include "relations/references.h"

#include <doctest/doctest.h>

#include "printed.h"

namespace liaison {
namespace {

TEST_CASE("a role stands for the one who holds it, or for nobody") {
  struct Case {
    std::string name, text, expected;
  };
  const Case cases[] = {
      {"the only one who holds it", "Samsung chairman Jay Lee came. The chairman met Musk.",
       "Lee / Musk | meeting | occurred"},
      {"nobody where several hold it", "Samsung chairman Jay Lee and Toyota chairman Tim Cook came. The chairman met Musk.",
       ""},
      {"nobody who is not told to hold it", "Samsung chairman Jay Lee came. The minister met Musk.", ""},
      {"a part of the role", "Japanese Foreign Minister Jay Lee came. The minister met Musk.",
       "Lee / Musk | meeting | occurred"},
      {"not who has a lower rank", "Samsung vice president Jay Lee came. The president met Musk.", ""},
      {"who leads a nation", "French President Jay Lee came. The French president met Musk.",
       "Lee / Musk | meeting | occurred"},
      {"and not another nation", "French President Jay Lee came. The Japanese president met Musk.", ""},
      {"who leads it, by another title", "French President Jay Lee came. The French leader met Musk.",
       "Lee / Musk | meeting | occurred"},
      {"not one of two of a nation", "French Minister Jay Lee came. French Minister Tim Cook left. The French minister met Musk.",
       ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(PrintedText(c.text).events() == c.expected);
  }
}

}  // namespace
}  // namespace liaison
