// owners: the part of the references that finds whose something is.
#include "relations/references.h"

#include <doctest/doctest.h>

#include "printed.h"

namespace liaison {
namespace {

TEST_CASE("what is his belongs to whom its clause tells of, or to nobody") {
  struct Case {
    std::string name, text, expected;
  };
  const Case cases[] = {
      {"who says it", "Lee said his talks with Musk were good.", "Lee / Musk | meeting | occurred"},
      {"whom the clause tells of, and not who says so", "Cook said Lee had spoken about his talks with Musk.",
       "Lee / Musk | meeting | occurred"},
      {"the subject of the verb, and not its object", "Lee informed Cook about his talks with Musk.",
       "Lee / Musk | meeting | occurred"},
      {"nobody of the other gender", "Mary Barra said his talks with Musk were good.", ""},
      {"those who act together", "Lee and Musk said their talks went well.", "Lee, Musk | meeting | occurred"},
      {"a body, of what is its own", "Samsung said its talks with Toyota were over.",
       "Samsung / Toyota | meeting | occurred"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(PrintedText(c.text).events() == c.expected);
  }
}

}  // namespace
}  // namespace liaison
