#include "rules/test_lists.h"

#include <doctest/doctest.h>

namespace liaison {
namespace {

const Test kWord{Test::Kind::word, 0, 7}, kOther{Test::Kind::word, 0, 8}, kNoClass{Test::Kind::word_class, 1, 3};

TEST_CASE("a test has one number, negated or not") {
  TestLists lists;
  const std::uint32_t atom = lists.add_atom(kNoClass);
  CHECK(lists.add_atom({Test::Kind::word_class, 0, 3}) == atom);
  CHECK(lists.add_atom({Test::Kind::word, 0, 3}) != atom);
  CHECK(lists.atoms()[atom].negated == 0);
}

TEST_CASE("alike tests are one list") {
  TestLists lists;
  const std::uint32_t both = lists.add_list(std::vector{kWord, kNoClass});
  CHECK(lists.add_list(std::vector{kWord}) != both);
  CHECK(lists.add_list(std::vector{kWord, kNoClass}) == both);
  CHECK(lists.size() == 2);
  REQUIRE(lists.terms(both).size() == 2);
  CHECK(lists.terms(both)[1].negated);
}

TEST_CASE("one of several lists is a list, whatever their order") {
  TestLists lists;
  const std::uint32_t a = lists.add_list(std::vector{kWord}), b = lists.add_list(std::vector{kOther}), c = lists.add_list(std::vector{kNoClass});
  const std::uint32_t all = lists.add_either(lists.add_either(a, b), c);
  CHECK(lists.add_either(lists.add_either(c, b), a) == all);
  CHECK(lists.add_either(all, b) == all);
  CHECK(lists.is_either(all));
  CHECK(!lists.is_either(a));
  CHECK(lists.either_atoms(all).size() == 2);
  CHECK(std::vector<std::uint32_t>(lists.either_lists(all).begin(), lists.either_lists(all).end()) == std::vector<std::uint32_t>{c});
}

}  // namespace
}  // namespace liaison
