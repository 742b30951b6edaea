#include "network/entity_groups.h"

#include <doctest/doctest.h>

#include "network/printed_groups.h"

using namespace liaison;

namespace {

Grouping begun(const Network& network, const Corrections& corrections = {}) {
  return sample::begun(network, corrections);
}

}  // namespace

TEST_CASE("entities of one type and key begin as one group, people of a single name do not") {
  const Network network = sample::network(R"(
    document 1
    PERSON Jay Lee
    PERSON Ma
    PERSON Pelé = Edson Nascimento
    ORG Big Blue = IBM
    GPE Paris
    LOC Alps
    MISC Nobel Prize
    document 2
    GPE Paris
    ORG I.B.M.
    PERSON JAY LEE
    PERSON Ma
    PERSON Edson Nascimento
    ORG Paris
    PERSON ...
  )");
  CHECK(sample::printed(begun(network)) ==
        "GPE paris 1#e5 2#e1\n"
        "LOC alps 1#e6\n"
        "MISC nobel prize 1#e7\n"
        "ORG ibm 1#e4 2#e2\n"
        "ORG paris 2#e6\n"
        "PERSON edson nascimento 1#e3 2#e5\n"
        "PERSON jay lee 1#e1 2#e3\n"
        "PERSON ma 1#e2\n"
        "PERSON ma 2#e4\n");
}

TEST_CASE("a single name of one text is one person, however often the text is printed") {
  Network network;
  for (DocumentFacts facts : sample::facts("document 1\n PERSON Ma\n document 2\n PERSON Ma\n document 3\n PERSON Ma")) {
    facts.made.text = facts.id == "2" ? "another" : "the same";
    network.add(std::move(facts));
  }
  CHECK(sample::printed(begun(network)) == "PERSON ma 1#e1 3#e1\nPERSON ma 2#e1\n");
}

TEST_CASE("corrections of types, and of what is not one, are heeded from the beginning") {
  const Network network = sample::network("document 1\n ORG Norvane\n PERSON Jo Doe\n document 2\n GPE Norvane\n PERSON Jo Doe");
  Corrections corrections;
  corrections.type = {{"norvane", "GPE"}};
  corrections.different = {{"1#e2", "2#e2"}};
  CHECK(sample::printed(begun(network, corrections)) ==
        "GPE norvane 1#e1 2#e1\nPERSON jo doe 1#e2\nPERSON jo doe 2#e2\n");
}

TEST_CASE("groups are found by the place of a member, by a key, or else by a form") {
  const Network network = sample::network(R"(
    document 1
    PERSON Jay Lee | Lee
    ORG Big Blue = IBM
    document 2
    PERSON Kim Lee | Lee
    PERSON Lee
    ORG Acme Corp | Acme
  )");
  const Grouping grouping = begun(network);
  const GroupIndex index(grouping);
  struct Case {
    std::string name, expected;
  };
  const Case cases[] = {
      {"jay lee", "PERSON jay lee 1#e1; "},
      {"2#e1", "PERSON kim lee 2#e1; "},
      {"2#e9", ""},
      {"Lee", "PERSON lee 2#e2; "},   // a key goes before forms
      {"IBM", "ORG ibm 1#e2; "},
      {"big blue", "ORG ibm 1#e2; "},
      {"Acme", "ORG acme corp 2#e3; "},
      {"nobody", ""},
      {"", ""},
  };
  for (const Case& one : cases) {
    CAPTURE(one.name);
    std::string found;
    for (const std::uint32_t group : index.find(one.name)) found += sample::printed(grouping, group) + "; ";
    CHECK(found == one.expected);
  }
  const Network two = sample::network("document 1\n PERSON Jay Lee | Lee\n PERSON Kim Lee | Lee");
  CHECK(GroupIndex(begun(two)).find("lee").size() == 2);
}

TEST_CASE("nothing gives no groups") {
  const Grouping grouping = sample::grouped({});
  CHECK(grouping.groups.empty());
  CHECK(grouping.root.empty());
  CHECK(grouping.joins.empty());
}
