#include "relations/shared_pairs.h"

#include <doctest/doctest.h>

namespace liaison {
namespace {

using Numbers = std::vector<std::uint32_t>;

/// An event of those who are told by their numbers: `sides` has one list for each side.
Event event(const std::vector<Numbers>& sides) {
  Event out;
  for (std::size_t side = 0; side < sides.size(); ++side)
    for (std::uint32_t who : sides[side]) out.participants.push_back({EntityId{who}, MentionId::none, symbols::subj, std::uint8_t(side)});
  return out;
}

Pairs pairs(std::vector<std::pair<std::uint32_t, std::uint32_t>> numbers) {
  Pairs out;
  for (const auto& [a, b] : numbers) out.emplace_back(EntityId{a}, EntityId{b});
  return out;
}

TEST_CASE("the pairs of an event") {
  struct Case {
    const char* name;
    std::vector<Numbers> sides;
    Pairs expected;
  };
  const Case cases[] = {
      {"nobody", {}, {}},
      {"one alone", {{1}}, {}},
      {"two sides", {{2}, {1}}, pairs({{1, 2}})},
      {"across sides only", {{1}, {2, 3}}, pairs({{1, 2}, {1, 3}})},
      {"all with all", {{3, 1, 2}}, pairs({{1, 2}, {1, 3}, {2, 3}})},
      {"who is told twice is one", {{1}, {2, 2}}, pairs({{1, 2}})},
      {"nobody meets himself", {{1}, {1, 2}}, pairs({{1, 2}})},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(pairs_of(event(c.sides)) == c.expected);
  }
}

TEST_CASE("one set of pairs holds another one, or the other way round") {
  CHECK(one_holds_other(pairs({{1, 2}, {1, 3}}), pairs({{1, 3}})));
  CHECK(one_holds_other(pairs({{1, 3}}), pairs({{1, 2}, {1, 3}})));
  CHECK(one_holds_other(pairs({{1, 3}}), pairs({{1, 3}})));
  CHECK_FALSE(one_holds_other(pairs({{1, 2}}), pairs({{1, 3}})));
  CHECK_FALSE(one_holds_other(pairs({{1, 2}, {1, 3}}), pairs({{1, 2}, {1, 4}})));
}

TEST_CASE("events are found by a pair, of their kind and status, the first one first") {
  using namespace symbols;
  SharedPairs shared;
  shared.add(meeting, occurred, pairs({{1, 2}, {1, 3}}), 0);
  shared.add(meeting, planned, pairs({{1, 2}}), 1);
  shared.add(contact, occurred, pairs({{1, 2}}), 2);
  shared.add(meeting, occurred, pairs({{1, 3}, {2, 3}}), 3);
  const auto found = [&](Symbol kind, Symbol status, const Pairs& wanted) {
    Numbers out{99};
    shared.find(kind, status, wanted, out);
    return out;
  };
  CHECK(found(meeting, occurred, pairs({{1, 2}})) == Numbers{0});
  CHECK(found(meeting, occurred, pairs({{1, 3}, {1, 2}})) == Numbers{0, 3});
  CHECK(found(meeting, planned, pairs({{1, 3}})).empty());
  CHECK(found(contact, occurred, pairs({{1, 2}, {5, 6}})) == Numbers{2});
  shared.add(contact, occurred, pairs({{1, 2}, {5, 6}}), 2);  // it has won a pair
  CHECK(found(contact, occurred, pairs({{5, 6}})) == Numbers{2});
  CHECK(found(contact, occurred, pairs({{1, 2}})) == Numbers{2});
}

TEST_CASE("of very many events of one pair the first ones are found") {
  SharedPairs shared;
  for (std::uint32_t i = 0; i < 1000; ++i) shared.add(symbols::meeting, symbols::occurred, pairs({{1, 2}, {3, i + 4}}), i);
  Numbers found;
  shared.find(symbols::meeting, symbols::occurred, pairs({{1, 2}}), found);
  CHECK(found.size() == SharedPairs::kMostEvents);
  shared.find(symbols::meeting, symbols::occurred, pairs({{3, 900}}), found);
  CHECK(found == Numbers{896});
}

}  // namespace
}  // namespace liaison
