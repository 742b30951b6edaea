#include "network/name_variants.h"

#include <algorithm>
#include <string>

#include <doctest/doctest.h>

using namespace liaison;

namespace {

NameVariants& variants() {
  static NameVariants all(*Pack::english());
  return all;
}

struct Case {
  std::string a, b;
  int weight;
  std::string text;
};

template <class Match>
void check(const Case& one, const Match& match) {
  for (const auto& [a, b] : {std::pair(one.a, one.b), std::pair(one.b, one.a)}) {   // in either order
    CAPTURE(a);
    CAPTURE(b);
    const NameMatch found = match(a, b);
    CHECK(found.weight == one.weight);
    CHECK(found.text == one.text);
  }
}

}  // namespace

TEST_CASE("what two names of people say for one bearer") {
  const Case cases[] = {
      {"jay lee", "jaylee", 95, "the same name, written together or apart"},
      {"jay y lee", "jay lee", 70, "one has an initial more"},
      {"jay yong lee", "jay lee", 55, "one has a middle name more"},
      {"jay yong lee", "jay y lee", 85, "initials for middle names"},
      {"jay yong lee", "jay kim lee", -100, "other middle names"},
      {"j lee", "jay lee", 35, "initials for the given names"},
      {"j yong lee", "jay yong lee", 65, "an initial for the given name"},
      {"kt lee", "kim tae lee", 60, "initials for the given names"},
      {"bill kato", "william kato", 65, "a short form of the given name"},
      {"bill kato", "william h kato", 60, "a short form of the given name"},
      {"bill kato", "william henry kato", 50, "a short form of the given name, and one has a middle name more"},
      {"yong lee", "jay yong lee", 35, "the middle name of the other for a given name"},
      {"lee jay", "jay lee", 85, "the same name in another order"},
      {"jay lee kato", "jay lee", 50, "one has a surname more"},
      {"jay lee jr", "jay lee", 15, "one has a suffix that the other lacks"},
      {"tina kato", "christine kato", 65, "a short form of the given name"},
      {"tina kato", "chris kato", 45, "two short forms of one given name"},
      {"soraya dalil", "suraya dalil", 40, "nearly the same sound"},
      {"kellyanne kato", "kelly ann kato", 40, "nearly the same sound"},
      {"maria comella", "marc omella", 0, ""},
      {"jay lee jr", "jay lee sr", -100, "other suffixes of the name"},
      {"jay lee", "kim lee", 0, ""},
      {"jay lee", "jay kato", 0, ""},
      {"lee", "jay lee", 0, ""},
      {"", "jay lee", 0, ""},
  };
  for (const Case& one : cases) check(one, [](auto& a, auto& b) { return variants().people(a, b); });
  // Two differences at once are less than one.
  CHECK(variants().people("lisa rian", "ryan lissa").weight < 60);
  CHECK(variants().people("mohammed kato", "muhammad kato").weight >= 60);
}

TEST_CASE("what two names of bodies say for one") {
  const Case cases[] = {
      {"acme rocket co", "acme rocket", 90, "one has a legal form more"},
      {"acme rocket", "acmerocket", 90, "the same name, written together or apart"},
      {"acme rocket co", "acme rocket company", 90, "the same name and legal form, written otherwise"},
      {"acme rocket ltd", "acme rocket gmbh", 50, "other legal forms"},
      {"acme rocket", "acme pocket", 0, ""},
      {"", "acme", 0, ""},
  };
  for (const Case& one : cases) check(one, [](auto& a, auto& b) { return variants().bodies(a, b); });
}

TEST_CASE("a role turns on the word before its prepositions") {
  const std::pair<std::string, std::string> heads[] = {{"secretary of state", "secretary"}, {"vice chairman", "chairman"},
                                                       {"chief of staff", "chief"},        {"director for research", "director"},
                                                       {"of counsel", "counsel"},          {"", ""}};
  for (const auto& [role, head] : heads) CHECK(variants().head_word(role) == head);
}

TEST_CASE("names that may be one have a key in common") {
  const auto share = [](const std::string& a, const std::string& b) {
    const auto first = variants().people_keys(variants().person(a)), second = variants().people_keys(variants().person(b));
    return std::any_of(first.begin(), first.end(), [&](std::uint64_t key) {
      return key != 0 && std::find(second.begin(), second.end(), key) != second.end();
    });
  };
  const std::string names[] = {"jay lee", "lee jay", "jaylee", "jay y lee", "jay yong lee", "jy lee", "bill kato", "william henry kato",
                               "jay lee kato", "jay lee jr", "soraya dalil", "suraya dalil", "kato", "mohammed kato", "muhammad kato"};
  std::size_t found = 0;
  for (const std::string& a : names) {
    for (const std::string& b : names) {
      if (a == b || variants().people(a, b).weight <= 0) continue;
      CAPTURE(a);
      CAPTURE(b);
      CHECK(share(a, b));
      ++found;
    }
  }
  CHECK(found > 20);
  CHECK(!share("jay lee", "ann smith"));
  CHECK(variants().body_key(variants().body("acme rocket co")) == variants().body_key(variants().body("acmerocket")));
  CHECK(variants().body_key(variants().body("")) == 0);
}
