#include "relations/held_roles.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace liaison {
namespace {

constexpr EntityId kAnn{0}, kBob{1}, kTom{2}, kAcme{3}, kPeru{4};

/// Ann is named three times, Bob twice, Tom once.
std::vector<Entity> people_and_bodies() {
  std::vector<Entity> out(5);
  for (std::size_t e = 0; e < 3; ++e) {
    out[e].type = symbols::person;
    out[e].mentions.resize(3 - e);
  }
  out[3].type = symbols::org;
  out[4].type = symbols::gpe;
  return out;
}

Hold hold(EntityId person, std::string role, EntityId body = EntityId::none, Symbol when = symbols::current) {
  return {person, std::move(role), body, when, {}};
}

std::vector<HeldRole> roles_of(const std::vector<Hold>& holds) {
  std::vector<HeldRole> out;
  find_held_roles(holds, people_and_bodies(), out);
  return out;
}

TEST_CASE("roles are told each once, in order of the letters") {
  const std::vector<Hold> holds{hold(kAnn, "president"), hold(kBob, "chairman"), hold(kTom, "president")};
  const auto roles = roles_of(holds);
  REQUIRE(roles.size() == 2);
  CHECK(roles[0].role == "chairman");
  CHECK(roles[1].role == "president");
}

TEST_CASE("who holds a role in a firm, elsewhere, and who does not hold it any more") {
  const std::vector<Hold> holds{hold(kAnn, "president", kAcme), hold(kBob, "president", kPeru), hold(kTom, "president", kPeru, symbols::former)};
  const auto roles = roles_of(holds);
  REQUIRE(roles.size() == 1);
  CHECK(roles[0].firms.only() == kAnn);
  CHECK(roles[0].states.only() == kBob);
  CHECK(roles[0].former.only() == kTom);
  CHECK(roles[0].now().only() == EntityId::none);
  CHECK(roles[0].now().most == kAnn);
  CHECK(roles[0].now().other_times == 2);
}

TEST_CASE("who holds a role for the first time will hold it") {
  CHECK(roles_of({hold(kAnn, "mayor", kPeru, symbols::incoming)})[0].now().only() == kAnn);
  CHECK(roles_of({hold(kAnn, "mayor", kPeru, symbols::former)})[0].now().only() == EntityId::none);
  CHECK(roles_of({hold(kAnn, "mayor", kPeru, symbols::former)})[0].ever().only() == kAnn);
}

TEST_CASE("one person who holds a role twice is the only one") {
  CHECK(roles_of({hold(kAnn, "director", kAcme), hold(kAnn, "director", kPeru)})[0].now().only() == kAnn);
}

TEST_CASE("holders may be added in any order, and more than once") {
  struct Named {
    EntityId person;
    std::size_t times;
    std::uint32_t last;
  };
  std::vector<Named> named{{kAnn, 3, 10}, {kBob, 2, 40}, {kTom, 1, 0}, {kBob, 2, 40}};
  const auto by_person = [](const Named& a, const Named& b) { return std::pair(a.person, a.last) < std::pair(b.person, b.last); };
  std::sort(named.begin(), named.end(), by_person);
  do {
    Holders all, parts;
    for (const Named& n : named) {
      all.add(n.person, n.times, n.last);
      Holders one;
      one.add(n.person, n.times, n.last);
      parts.add(one);
    }
    for (const Holders& holders : {all, parts}) {
      CHECK(holders.most == kAnn);
      CHECK(holders.several);
      CHECK(holders.times == 3);
      CHECK(holders.last == 10);
      CHECK(holders.other_times == 2);
      CHECK(holders.other_last == 40);
    }
  } while (std::next_permutation(named.begin(), named.end(), by_person));
}

TEST_CASE("of very many roles the first ones are told") {
  std::vector<Hold> holds;
  for (std::size_t i = 0; i < 2 * kMostRoles; ++i) holds.push_back(hold(kAnn, "role " + std::to_string(i)));
  CHECK(roles_of(holds).size() == kMostRoles);
}

}  // namespace
}  // namespace liaison
