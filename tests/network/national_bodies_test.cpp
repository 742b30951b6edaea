#include "network/national_bodies.h"

#include <doctest/doctest.h>

#include "liaison/pack.h"

using namespace liaison;

namespace {

const NationalBodies& bodies() { return NationalBodies::of(*Pack::english()); }

}  // namespace

TEST_CASE("places and adjectives tell a country or a state") {
  struct Case {
    const char *text, *name, *country;
  };
  const Case cases[] = {{"Russia", "Russia", "Russia"},          {"Russian", "Russia", "Russia"},
                        {"Moscow", "Russia", "Russia"},          {"North Korean", "North Korea", "North Korea"},
                        {"U.S.", "United States", "United States"}, {"Ohio", "Ohio", "United States"},
                        {"Georgia", "", ""},                     {"Norvane", "", ""}, {"", "", ""}};
  for (const Case& one : cases) {
    CAPTURE(one.text);
    const Realm* const realm = bodies().realm_of(one.text);
    CHECK((realm ? realm->name : "") == one.name);
    CHECK((realm ? realm->country : "") == one.country);
  }
  REQUIRE(bodies().realm_of_body("White House"));
  CHECK(bodies().realm_of_body("White House")->country == "United States");
  CHECK(!bodies().realm_of_body("Moscow"));
}

TEST_CASE("names of bodies that each country has tell the body, and maybe the country") {
  struct Case {
    const char *name, *body, *realm;
  };
  const Case cases[] = {{"Foreign Ministry", "foreign ministry", ""},
                        {"The Foreign Ministry", "foreign ministry", ""},
                        {"Russian Foreign Ministry", "foreign ministry", "Russia"},
                        {"North Korean Foreign Ministry", "foreign ministry", "North Korea"},
                        {"Ministry of Foreign Affairs", "foreign ministry", ""},
                        {"Defense Ministry of Japan", "defense ministry", "Japan"},
                        {"Ohio Supreme Court", "supreme court", "Ohio"},
                        {"Ohio Senate", "", ""},          // a body of its own
                        {"U.S. Senate", "senate", "United States"},
                        {"Youth Parliament", "", ""},
                        {"Georgia Supreme Court", "", ""},   // of which of the two?
                        {"Acme", "", ""},
                        {"", "", ""}};
  for (const Case& one : cases) {
    CAPTURE(one.name);
    const NationalBodies::Reading read = bodies().read(one.name);
    CHECK((read.body ? read.body->key : "") == one.body);
    CHECK((read.realm ? read.realm->name : "") == one.realm);
  }
}
