// The numbers that stand for the facts of a document.
#include "network/digests.h"

#include <doctest/doctest.h>

#include "network/sample_facts.h"

using namespace liaison;

namespace {

/// The digest in words: `ORG+ forms=1; 0 Chairman current @1; 0 1;`, a plus for what the gazetteers know.
std::string printed(const Digests& digests, std::uint32_t document) {
  std::string out;
  for (const Digests::Entity& entity : digests.entities(document)) {
    out += std::string(digests.types()[entity.type]) + (entity.is_known ? "+" : "") + (entity.is_named ? " " : "- ");
  }
  out += "forms=" + std::to_string(digests.forms(document).size()) + ';';
  for (const Digests::Hold& hold : digests.holds(document)) {
    out += ' ' + std::to_string(hold.person) + ' ' + std::string(digests.roles()[hold.role]);
    out += ' ' + std::string(digests.times()[hold.when]);
    out += (hold.body == Digests::kNone ? "" : " @" + std::to_string(hold.body)) + ';';
  }
  for (std::uint32_t event = 0; event < digests.events(document); ++event) {
    for (const std::uint32_t place : digests.parties(document, event)) out += ' ' + std::to_string(place);
    out += ';';
  }
  return out;
}

}  // namespace

TEST_CASE("a digest tells what the facts say") {
  struct Case {
    std::string name, facts, expected;
  };
  const Case cases[] = {
      {"entities", "document 1\n PERSON Jay Lee | Lee | J. Lee\n ORG Big Blue = IBM", "PERSON ORG+ forms=3;"},
      {"a hold", "document 1\n PERSON Jay Lee\n ORG Acme\n role current: Jay Lee | Chairman | Acme",
       "PERSON ORG forms=0; 0 Chairman current @1;"},
      {"a hold of no body", "document 1\n PERSON Jay Lee\n role former: Jay Lee | minister",
       "PERSON forms=0; 0 minister former;"},
      {"events", "document 1\n PERSON A\n PERSON B\n PERSON C\n meeting occurred: A / B | C\n meeting denied: C / A",
       "PERSON PERSON PERSON forms=0; 0 1 2; 2 0;"},
      {"nothing", "document 1", "forms=0;"},
  };
  Digests digests;
  std::uint32_t number = 0;
  for (const Case& one : cases) {
    CAPTURE(one.name);
    CHECK(digests.add(sample::facts(one.facts).front()) == number);
    CHECK(printed(digests, number++) == one.expected);
  }
  const Digests copy = digests;
  digests.add(sample::facts("document 2\n LOC Danube").front());
  CHECK(printed(copy, 1) == cases[1].expected);
  CHECK(printed(digests, number) == "LOC forms=0;");
}

TEST_CASE("equal texts have one hash, and equal sketches one digest") {
  DocumentFacts facts;
  facts.made.sketch = std::string(256, '0');
  facts.made.sketch[255] = 'f';
  Digests digests;
  digests.add(facts);
  digests.add(facts);
  facts.made.sketch[0] = 'a';
  facts.made.text = "other";
  digests.add(facts);
  facts.made.sketch = "short";
  digests.add(facts);
  CHECK(digests.sketch(0) == digests.sketch(1));
  CHECK(digests.sketch(0)[0] != digests.sketch(2)[0]);
  CHECK(digests.sketch(0)[15] == digests.sketch(2)[15]);
  CHECK(digests[0].text == digests[1].text);
  CHECK(digests[0].text != digests[2].text);
  CHECK(digests[2].has_sketch);
  CHECK_FALSE(digests[3].has_sketch);
}
