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

TEST_CASE("what corrections say goes before everything") {
  const Network network = sample::network(
      "document 1\n ORG Acme Rocket Co | Acme Rocket\n ORG Globex\n document 2\n ORG Acme Rocket\n document 3\n ORG Initech");
  Corrections corrections;
  corrections.same = {{"Initech", "Globex"}, {"Nobody", "Initech"}};
  CHECK(joined(network, corrections) ==
        "ORG acme rocket co 1#e1 + ORG acme rocket 2#e1\nORG globex 1#e2 + ORG initech 3#e1\n");
  corrections.different = {{"globex", "initech"}, {"Acme Rocket Co", "2#e1"}};
  CHECK(joined(network, corrections) ==
        "ORG acme rocket 2#e1\nORG acme rocket co 1#e1\nORG globex 1#e2\nORG initech 3#e1\n");
  corrections = {};
  corrections.name = {{"Globex", "Globex AG"}};
  corrections.drop = {{"Initech", {}}};
  CHECK(joined(network, corrections) ==
        "ORG acme rocket co 1#e1 + ORG acme rocket 2#e1\nORG globex 1#e2 as Globex AG\nORG initech 3#e1 dropped\n");
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

TEST_CASE("a correction joins what it names for certain") {
  const std::string facts = "document 1\n PERSON Jay Lee | Lee\n ORG Kato\n document 2\n PERSON Kim Lee | Lee\n PERSON Bill Kato | Kato\n"
                            " document 3\n PERSON William Kato\n";
  struct Line {
    std::string a, b, why;
  };
  const Line lines[] = {
      {"Jay Lee", "Kim Lee", ""},
      {"Lee", "Bill Kato", "\"Lee\" may be \"Jay Lee\" or \"Kim Lee\""},
      {"William Kato", "Nobody", "nobody is called \"Nobody\""},
      {"jay lee", "Jay Lee", "\"jay lee\" and \"Jay Lee\" are one already"},
      {"1#e1", "2#e1", ""},
  };
  for (const Line& line : lines) {
    CAPTURE(line.a);
    Corrections corrections;
    corrections.same = {{line.a, line.b, 1}};
    const Network network = sample::network(facts);
    const Grouping grouping = sample::grouped(network, corrections);
    CHECK(grouping.idle.size() == (line.why.empty() ? 0 : 1));
    if (!grouping.idle.empty()) CHECK(grouping.idle[0].why == line.why);
  }
}
