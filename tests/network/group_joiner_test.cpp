#include "network/group_joiner.h"

#include <doctest/doctest.h>

#include "network/printed_groups.h"

using namespace liaison;

namespace {

struct Case {
  std::string name, facts, groups;   // the groups of one another, printed
};

std::string joined(const Network& network, const Corrections& corrections = {}) {
  return sample::printed(sample::grouped(network, corrections));
}

}  // namespace

TEST_CASE("bodies are joined by variants and short forms of their names") {
  const Case cases[] = {
      {"of several words", "document 1\n ORG Acme Rocket Co | Acme Rocket\n document 2\n ORG Acme Rocket",
       "ORG acme rocket co 1#e1 + ORG acme rocket 2#e1\n"},
      {"with a legal form and without", "document 1\n ORG Acme Co\n document 2\n ORG Acme",
       "ORG acme co 1#e1 + ORG acme 2#e1\n"},
      {"of a single word with nothing shared", "document 1\n ORG Acme Rocket | Acme\n document 2\n ORG Acme",
       "ORG acme 2#e1\nORG acme rocket 1#e1\n"},
      {"of a single word with a body they both met",
       "document 1\n ORG Acme Co | Acme\n ORG Globex\n meeting occurred: Acme Co / Globex\n"
       "document 2\n ORG Acme\n ORG Globex\n cooperation occurred: Acme / Globex",
       "ORG acme co 1#e1 + ORG acme 2#e1\nORG globex 1#e2 2#e2\n"},
      {"of two others", "document 1\n ORG Acme Rocket Co | Acme Rocket\n document 2\n ORG Acme Rocket Ltd | Acme Rocket\n"
       "document 3\n ORG Acme Rocket",
       "ORG acme rocket 3#e1\nORG acme rocket co 1#e1\nORG acme rocket ltd 2#e1\n"},
      {"written apart", "document 1\n ORG Acme Rocket\n document 2\n ORG AcmeRocket",
       "ORG acme rocket 1#e1 + ORG acmerocket 2#e1\n"},
      {"of another type", "document 1\n PERSON Acme Rocket Co | Acme Rocket\n document 2\n ORG Acme Rocket",
       "ORG acme rocket 2#e1\nPERSON acme rocket co 1#e1\n"},
      {"of one that the same document has too", "document 1\n ORG Acme Rocket Co | Acme Rocket\n ORG Acme Rocket",
       "ORG acme rocket 1#e2\nORG acme rocket co 1#e1\n"},
      {"the known one names it", "document 1\n ORG Acme Rocket Co | Acme Rocket\n document 2\n ORG Acme Rocket = Acme Rocket",
       "ORG acme rocket 2#e1 + ORG acme rocket co 1#e1\n"},
      {"a place's name is no short form", "document 1\n ORG Norvane Labour Party | Norvane\n document 2\n ORG Norvane\n document 3\n GPE Norvane = Norvane",
       "GPE norvane 3#e1\nORG norvane 2#e1\nORG norvane labour party 1#e1\n"},
      {"places are not joined", "document 1\n GPE West Norvane State | West Norvane\n document 2\n GPE West Norvane",
       "GPE west norvane 2#e1\nGPE west norvane state 1#e1\n"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.name);
    CHECK(joined(sample::network(one.facts)) == one.groups);
  }
}

TEST_CASE("a single name goes with what it has in common") {
  const Case cases[] = {
      {"a full name and a body",
       "document 1\n PERSON Jay Lee\n ORG Acme\n role current: Jay Lee | boss | Acme\n"
       "document 2\n PERSON Lee\n ORG Acme\n role current: Lee | boss | Acme",
       "ORG acme 1#e2 2#e2\nPERSON jay lee 1#e1 + PERSON lee 2#e1\n"},
      {"a given name that is a form",
       "document 1\n PERSON Jay Lee | Jay\n ORG Acme\n meeting occurred: Jay Lee / Acme\n"
       "document 2\n PERSON Jay\n ORG Acme\n contact planned: Jay / Acme",
       "ORG acme 1#e2 2#e2\nPERSON jay lee 1#e1 + PERSON jay 2#e1\n"},
      {"another single name that the full one has too", "document 1\n PERSON Jay Lee\n ORG Acme\n role current: Jay Lee | boss | Acme\n"
       "document 2\n PERSON Lee\n ORG Acme\n role current: Lee | boss | Acme\n"
       "document 3\n PERSON Lee\n ORG Acme\n role current: Lee | boss | Acme",
       "ORG acme 1#e2 2#e2 3#e2\nPERSON jay lee 1#e1 + PERSON lee 2#e1 + PERSON lee 3#e1\n"},
      {"only a country in common",
       "document 1\n PERSON Jay Lee\n GPE Japan\n meeting occurred: Jay Lee / Japan\n"
       "document 2\n PERSON Lee\n GPE Japan\n meeting occurred: Lee / Japan",
       "GPE japan 1#e2 2#e2\nPERSON jay lee 1#e1\nPERSON lee 2#e1\n"},
      {"two that know each other through one, but no full name",
       "document 1\n PERSON Lee\n ORG Acme\n meeting occurred: Lee / Acme\n"
       "document 2\n PERSON Lee\n ORG Acme\n meeting occurred: Lee / Acme\n document 3\n PERSON Lee",
       "ORG acme 1#e2 2#e2\nPERSON lee 1#e1 + PERSON lee 2#e1\nPERSON lee 3#e1\n"},
      {"joined with each other first, and then both with the full name",
       "document 1\n PERSON Jay Lee\n ORG Acme\n meeting occurred: Jay Lee / Acme\n"
       "document 2\n PERSON Lee\n ORG Acme\n ORG Globex\n meeting occurred: Lee / Acme | Globex\n"
       "document 3\n PERSON Lee\n ORG Globex\n meeting occurred: Lee / Globex",
       "ORG acme 1#e2 2#e2\nORG globex 2#e3 3#e2\nPERSON jay lee 1#e1 + PERSON lee 2#e1 + PERSON lee 3#e1\n"},
      {"two full names",
       "document 1\n PERSON Jay Lee\n ORG Acme\n meeting occurred: Jay Lee / Acme\n"
       "document 2\n PERSON Kim Lee\n ORG Acme\n meeting occurred: Kim Lee / Acme\n"
       "document 3\n PERSON Lee\n ORG Acme\n meeting occurred: Lee / Acme",
       "ORG acme 1#e2 2#e2 3#e2\nPERSON jay lee 1#e1\nPERSON kim lee 2#e1\nPERSON lee 3#e1\n"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.name);
    CHECK(joined(sample::network(one.facts)) == one.groups);
  }
}

TEST_CASE("the name of the father alone is not that of the son") {
  CHECK(joined(sample::network("document 1\n PERSON Omar bin Tariq\n ORG Acme\n meeting occurred: Omar bin Tariq / Acme\n"
                               "document 2\n PERSON Tariq\n ORG Acme\n meeting occurred: Tariq / Acme")) ==
        "ORG acme 1#e2 2#e2\nPERSON omar bin tariq 1#e1\nPERSON tariq 2#e1\n");
}

TEST_CASE("what was joined with one that is different from a third is so too") {
  // Lee of 2 is Jay Lee by Acme, and Lee of 3 by Globex; but the two are told apart.
  const Network network = sample::network(
      "document 1\n PERSON Jay Lee\n ORG Acme\n ORG Globex\n meeting occurred: Jay Lee / Acme | Globex\n"
      "document 2\n PERSON Lee\n ORG Acme\n meeting occurred: Lee / Acme\n"
      "document 3\n PERSON Lee\n ORG Globex\n meeting occurred: Lee / Globex");
  Corrections corrections;
  corrections.different = {{"2#e1", "3#e1"}};
  CHECK(joined(network, corrections) ==
        "ORG acme 1#e2 2#e2\nORG globex 1#e3 3#e2\nPERSON jay lee 1#e1 + PERSON lee 2#e1\nPERSON lee 3#e1\n");
}

TEST_CASE("every join says why") {
  const Network network = sample::network(
      "document 1\n PERSON Jay Lee\n ORG Acme Rocket Co | Acme Rocket\n ORG X\n meeting occurred: Jay Lee / X\n"
      "document 2\n PERSON Lee\n ORG X\n meeting occurred: Lee / X\n"
      "document 3\n ORG Acme Rocket\n ORG Globex\n document 4\n ORG Initech\n PERSON Lee\n ORG X\n meeting occurred: Lee / X");
  Corrections corrections;
  corrections.same = {{"Initech", "Globex"}};
  CHECK(sample::printed_joins(sample::grouped(network, corrections)) ==
        "initech 4#e1 > globex 3#e2: a correction says that they are the same\n"
        "acme rocket 3#e1 > acme rocket co 1#e2: \"Acme Rocket\" and \"Acme Rocket Co\": one has a legal form more\n"
        "lee 2#e1 > jay lee 1#e1: \"Jay Lee\" is the only full name for \"Lee\"; both go with X\n"
        "lee 4#e2 > jay lee 1#e1: \"Jay Lee\" is the only full name for \"Lee\"; both go with X\n");
}

TEST_CASE("people are joined by variants of their names, with what else is told of them") {
  const auto person = [](int number, const std::string& name, const std::string& role, const std::string& body) {
    const std::string at = std::to_string(number);
    return "document " + at + "\n PERSON " + name + "\n" + (body.empty() ? "" : " ORG " + body + "\n") +
           (role.empty() ? "" : " role current: " + name + " | " + role + " | " + body + "\n");
  };
  const std::string others = person(7, "Ann Owens", "", "") + person(8, "Kim Owens", "", "") + person(9, "Lou Owens", "", "");
  const Case cases[] = {
      {"a short form of the given name", person(1, "Bill Owens", "", "") + person(2, "William Owens", "", ""),
       "PERSON bill owens 1#e1 + PERSON william owens 2#e1\n"},
      {"of a surname that many have", person(1, "Bill Owens", "", "") + person(2, "William Owens", "", "") + others,
       "PERSON ann owens 7#e1\nPERSON bill owens 1#e1\nPERSON kim owens 8#e1\nPERSON lou owens 9#e1\nPERSON william owens 2#e1\n"},
      {"the same, in one body", person(1, "Bill Owens", "boss", "Acme") + person(2, "William Owens", "boss", "Acme") + others,
       "ORG acme 1#e2 2#e2\nPERSON ann owens 7#e1\nPERSON bill owens 1#e1 + PERSON william owens 2#e1\nPERSON kim owens 8#e1\nPERSON lou owens 9#e1\n"},
      {"father and son", person(1, "Jay Owens", "boss", "Acme") + person(2, "Jay Owens Jr.", "", ""),
       "ORG acme 1#e2\nPERSON jay owens 1#e1\nPERSON jay owens jr 2#e1\n"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.name);
    CHECK(joined(sample::network(one.facts)) == one.groups);
  }
}

TEST_CASE("a given name alone does not make one of two people") {
  // Each "Jay" is by Acme what the full name of its document is; but Jay Lee is not Jay Kato.
  const std::string groups = joined(sample::network(
      "document 1\n PERSON Jay Lee | Jay\n ORG Acme\n meeting occurred: Jay Lee / Acme\n"
      "document 2\n PERSON Jay\n ORG Acme\n ORG Globex\n meeting occurred: Jay / Acme | Globex\n"
      "document 3\n PERSON Jay Kato | Jay\n ORG Globex\n meeting occurred: Jay Kato / Globex\n"));
  CHECK(groups.find("jay lee 1#e1 + PERSON jay kato") == std::string::npos);
  CHECK(groups.find("jay kato 3#e1 + PERSON jay lee") == std::string::npos);
}
