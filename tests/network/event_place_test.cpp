#include <algorithm>

#include <doctest/doctest.h>

#include "liaison/analyzer.h"
#include "liaison/facts.h"

using namespace liaison;

TEST_CASE("a sentence says where they met") {
  const std::pair<std::string, std::string> cases[] = {
      {"Nora Kessler met Omar Haddad in Vienna on Tuesday.", "Vienna"},
      {"Nora Kessler met Omar Haddad on Tuesday in Vienna.", "Vienna"},
      {"Nora Kessler held talks with Omar Haddad in Vienna.", "Vienna"},
      {"Nora Kessler met Omar Haddad.", ""},
      {"Nora Kessler met Omar Haddad, who was born in Vienna.", ""},
      {"In Vienna, Nora Kessler met Omar Haddad.", ""},
      {"Nora Kessler met Omar Haddad from Vienna.", ""},
  };
  const Analyzer analyzer;
  for (const auto& [text, place] : cases) {
    CAPTURE(text);
    const Document document{"1", "", "", "", "", text};
    const DocumentFacts facts = facts_of(document, analyzer.analyze(document));
    REQUIRE(facts.events.size() == 1);
    const std::string where = facts.events[0].evidence[0].where;
    const auto found = std::find_if(facts.entities.begin(), facts.entities.end(), [&](const auto& one) { return one.id == where; });
    CHECK((found == facts.entities.end() ? "" : found->name) == place);
    CHECK(facts_from_json(to_json(facts), "test").events[0].evidence[0].where == where);
  }
}
