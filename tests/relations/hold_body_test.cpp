#include "relations/hold_body.h"

#include <doctest/doctest.h>

#include "relations/sentence_table.h"

namespace liaison::sentence_table {
namespace {

TEST_CASE("the body of a role is named in its phrase or told elsewhere") {
  struct Case {
    std::string text, body;  // empty: none
  };
  const Case cases[] = {
      {"Ann Harper, the chairman of Toyota, left.", "Toyota"},
      {"France grew. French President Paul Martin left.", "France"},
      {"Kenya grew. Kenyan media say that the country's president, Ann Harper, left.", "Kenya"},
      {"France grew. In Nairobi, the country's president, Ann Harper, left.", "France"},
      {"France met Kenya. The country's president, Ann Harper, left.", ""},
      {"Toyota grew. Ann Harper, its chairman, left.", "Toyota"},
      {"Toyota grew. It rained. Ann Harper, its chairman, left.", "Toyota"},
      {"Toyota and Samsung grew. Ann Harper, its chairman, left.", ""},
      {"Toyota grew. It rained. It poured. It stormed. It froze. Ann Harper, its chairman, left.", ""},
      {"They praised the Norvane Water Commission. It rained. Then commission chairwoman Ann Harper left.", "Norvane Water Commission"},
      {"They praised the Norvane Water Commission. The commission's chairwoman, Ann Harper, left.", "Norvane Water Commission"},
      {"They praised the Norvane Water Commission. Ann Harper, a commission lawyer, left.", "Norvane Water Commission"},
      {"They praised the Norvane Water Commission. As a commission chairwoman, Ann Harper left.", ""},
      {"The Norvane Water Commission met the Kent Oil Commission. The commission's chairwoman, Ann Harper, left.", ""},
      {"They praised the Norvane Water Commission. The hotel's chief executive, Ann Harper, left.", ""},
      {"The gates were shut, the World Bank said. Spokeswoman Ann Harper left.", "World Bank"},
      {"The gates were shut, the World Bank said. A spokeswoman, Ann Harper, left.", "World Bank"},
      {"The gates of the World Bank were shut. Spokeswoman Ann Harper left.", ""},
      {"Toyota sued Samsung. Its treasurer, Ann Harper, left.", "Toyota"},
      {"Toyota's lawyers met Samsung. Its treasurer, Ann Harper, left.", ""},
      {"Toyota grew. Toyota shrank. Toyota paid. It rained. It poured. It stormed. It froze. The chief executive, Ann Harper, left.",
       "Toyota"},
      {"Milan is cold. Ann Harper, its managing director, left.", ""},
  };
  Analyzer analyzer(pack_with_names());
  Scratch scratch;
  for (const Case& c : cases) {
    CAPTURE(c.text);
    Analysis analysis = analyzer.analyze({.id = "s", .text = c.text}, scratch);
    REQUIRE(analysis.holds.size() == 1);
    const EntityId org = analysis.holds[0].org;
    CHECK((org == EntityId::none ? "" : analysis.entities[std::size_t(org)].name) == c.body);
  }
}

}  // namespace
}  // namespace liaison::sentence_table
