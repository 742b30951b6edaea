#include "recognition/name_agreement.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace liaison {
namespace {

constexpr std::uint64_t kName = 7, kOther = 8;
constexpr std::size_t kPerson = 0, kOrg = 1;

TypeScores scores(std::int16_t person, std::int16_t org, std::int16_t country = -99) {
  return {{person, org, country, -99, -99}};
}

/// The changes as "occurrence:type", in text order of each name.
std::string changes(NameAgreement& agreement) {
  std::string out;
  for (auto [occurrence, type] : agreement.changes())
    out += (out.empty() ? "" : " ") + std::to_string(occurrence) + ":" + std::to_string(type);
  return out;
}

TEST_CASE("occurrences of a name take the type in which all lose least") {
  struct Case {
    std::string name;
    std::vector<TypeScores> occurrences;
    std::string expected;
  };
  const Case cases[] = {
      {"all alike", {scores(30, 10), scores(20, 0)}, ""},
      {"one alone", {scores(5, 4)}, ""},
      {"more of them", {scores(30, 20), scores(30, 20), scores(20, 30)}, "2:0"},
      {"fewer that are surer", {scores(21, 20), scores(21, 20), scores(0, 30)}, "0:1 1:1"},
      {"one that is too sure", {scores(30, 20), scores(30, 20), scores(30, 20), scores(30, 20), scores(30, 20), scores(0, 90)}, ""},
      {"no type that none has", {scores(30, 0, 29), scores(0, 30, 29)}, "1:0"},
      {"as sure of one as of another", {scores(20, 20), scores(20, 30)}, "0:1"},
      {"a city and its team", {scores(-99, 20, 30), scores(-99, 20, 30), scores(-99, 30, 20)}, ""},
      {"scores that no name has", {scores(-30000, 10), scores(30, 20)}, "1:1"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    NameAgreement agreement;
    for (std::uint32_t i = 0; i < c.occurrences.size(); ++i) agreement.add(kName, i, c.occurrences[i]);
    CHECK(changes(agreement) == c.expected);
  }
}

TEST_CASE("longer names speak for and against a type, but only of those that an occurrence has") {
  NameAgreement agreement;
  agreement.add(kName, 0, scores(20, 30));
  agreement.add(kName, 1, scores(30, 25));
  CHECK(changes(agreement) == "1:1");
  agreement.support(kName, kPerson);
  CHECK(changes(agreement) == "0:0");
  agreement.oppose(kName, kPerson);
  CHECK(changes(agreement) == "1:1");
  agreement.clear();
  agreement.add(kName, 0, scores(20, 30));
  agreement.support(kName, kPerson);
  CHECK(changes(agreement).empty());
}

TEST_CASE("each name is settled apart") {
  NameAgreement agreement;
  agreement.add(kName, 0, scores(30, 10));
  agreement.add(kOther, 1, scores(10, 20));
  agreement.add(kName, 2, scores(10, 20));
  agreement.add(kOther, 3, scores(30, 20));
  agreement.support(kOther, kOrg);
  CHECK(changes(agreement) == "2:0 3:1");
}

}  // namespace
}  // namespace liaison
