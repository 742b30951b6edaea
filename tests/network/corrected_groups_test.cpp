#include "network/corrected_groups.h"

#include <doctest/doctest.h>

#include "network/printed_groups.h"

using namespace liaison;

namespace {

std::string joined(const Network& network, const Corrections& corrections) {
  return sample::printed(sample::grouped(network, corrections));
}

}  // namespace

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
