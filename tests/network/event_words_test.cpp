#include "network/event_words.h"

#include <doctest/doctest.h>

#include "liaison/analyzer.h"

namespace liaison {
namespace {

TEST_CASE("what evidence tells of an event is read back, and told by names") {
  const Document document{"1", "", "", "", "", "Nora Kessler hosted Omar Haddad, Intel said. Omar Haddad denied that he had met Nora Kessler. Nokia reportedly signed a pact with Intel on modems."};
  const DocumentFacts facts = facts_of(document, Analyzer().analyze(document));
  const DocumentFacts again = facts_from_json(to_json(facts), "test");
  CHECK(to_json(again) == to_json(facts));
  std::string told;
  for (const FactEvent& event : again.events)
    for (const FactEvidence& one : event.evidence)
      told += source_of(again, one.attribution) + " | " + one.attribution.certainty + " | " + one.topic.text + " | " + names_of(again, one.host) + " < " +
              names_of(again, one.guest) + (event.disputed ? " | disputed" : "") + '\n';
  CHECK(told ==
        "Intel | stated |  | Nora Kessler < Omar Haddad | disputed\n"
        "Omar Haddad | denied |  |  <  | disputed\n"
        "reportedly | hearsay | modems |  < \n");
}

TEST_CASE("entities that a document lacks have no name") { CHECK(names_of({}, {"e1"}).empty()); }

}  // namespace
}  // namespace liaison
