#include "relations/events.h"

#include <doctest/doctest.h>

#include "printed.h"

namespace liaison {
namespace {

TEST_CASE("what tells of one event is one, in the order of the first telling") {
  CHECK(PrintedText("Lee met Musk. Cook met Barra. Later Lee met Musk in Tokyo.").events() ==
        "Lee / Musk | meeting | occurred ; Cook / Barra | meeting | occurred");
  CHECK(PrintedText("Lee met Musk. Lee did not meet Cook.").events() ==
        "Lee / Musk | meeting | occurred ; Lee / Cook | meeting | denied");
  CHECK(PrintedText("").events().empty());
  CHECK(PrintedText("Nothing happened.").events().empty());
}

}  // namespace
}  // namespace liaison
