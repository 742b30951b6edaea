#include <doctest/doctest.h>

#include "network/printed_groups.h"

using namespace liaison;

TEST_CASE("people of one full name are taken apart by their bodies") {
  struct Case {
    std::string name, facts, people;
  };
  const auto works = [](int number, const std::string& body, const std::string& role = "boss") {
    const std::string at = std::to_string(number);
    return "document " + at + "\n PERSON Jo Doe\n" + (body.empty() ? "" : " ORG " + body + "\n role current: Jo Doe | " + role + " | " + body + '\n');
  };
  const Case cases[] = {
      {"of one body", works(1, "Acme") + works(2, "Acme"), "PERSON jo doe 1#e1 2#e1\n"},
      {"of two bodies", works(1, "Acme", "boss") + works(2, "Globex", "cook"), "PERSON jo doe 1#e1\nPERSON jo doe 2#e1\n"},
      {"of two bodies, in the same role", works(1, "Acme") + works(2, "Globex"), "PERSON jo doe 1#e1 2#e1\n"},
      {"one of whom no body is told goes with the only other", works(1, "Acme") + works(2, ""), "PERSON jo doe 1#e1 2#e1\n"},
      {"one of whom nothing is told stays apart from two", works(1, "Acme", "boss") + works(2, "Globex", "cook") + works(3, ""),
       "PERSON jo doe 1#e1\nPERSON jo doe 2#e1\nPERSON jo doe 3#e1\n"},
      {"two bodies that a third document joins", works(1, "Acme", "boss") + works(2, "Globex", "cook") +
       "document 3\n PERSON Jo Doe\n ORG Acme\n ORG Globex\n role current: Jo Doe | boss | Acme\n role former: Jo Doe | cook | Globex\n",
       "PERSON jo doe 1#e1 2#e1 3#e1\n"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.name);
    const Network network = sample::network(one.facts);
    const std::string all = sample::printed(sample::grouped(network));
    CHECK(all.substr(all.find("PERSON")) == one.people);
  }
}
