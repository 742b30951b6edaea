#include "relations/unheld_roles.h"

#include <doctest/doctest.h>

#include "relations/sentence_table.h"

namespace liaison::sentence_table {
namespace {

TEST_CASE("the body of a role is told with the role elsewhere") {
  struct Case {
    std::string text, body;  // of the first hold; empty: none
  };
  const Case cases[] = {
      {"Prime Minister Paul Martin won. The Kenyan prime minister left Kenya.", "Kenya"},
      {"Sen. Paul Martin voted no. The senator from Ohio laughed.", "Ohio"},
      {"The Ohio senator laughed. Sen. Paul Martin voted no.", "Ohio"},
      {"Sen. Paul Martin voted no. An Ohio senator laughed.", ""},
      {"Sen. Paul Martin voted no. The Ohio governor laughed.", ""},
      {"Sen. Paul Martin and Sen. Ann Harper voted no. The Ohio senator laughed.", ""},
      {"Sen. Paul Martin voted no. The Ohio senator and the Texas senator laughed.", ""},
      {"Prime Minister Paul Martin called the Kenyan prime minister from Kenya.", ""},
      {"French President Paul Martin won. The president of Kenya laughed.", ""},
      {"President Paul Martin won. The president of Kenya's parliament laughed.", ""},
  };
  Analyzer analyzer(pack_with_names());
  Scratch scratch;
  for (const Case& c : cases) {
    CAPTURE(c.text);
    Analysis analysis = analyzer.analyze({.id = "s", .text = c.text}, scratch);
    REQUIRE(!analysis.holds.empty());
    EntityId body = analysis.holds[0].org;
    CHECK((body == EntityId::none ? "" : analysis.entities[std::size_t(body)].name) == c.body);
    CHECK((analysis.holds[0].evidence.size() > 1) == !c.body.empty());
  }
}

}  // namespace
}  // namespace liaison::sentence_table
