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
  CHECK(lists.add_list(std::vector{kNoClass}) != both);
  CHECK(lists.add_list(std::vector{kWord, kNoClass}) == both);
  CHECK(lists.size() == 2);
  REQUIRE(lists.terms(both).size() == 2);
  CHECK(lists.terms(both)[1].negated);
}

TEST_CASE("the list of one atom is that atom") {
  TestLists lists;
  const std::uint32_t list = lists.add_list(std::vector{kWord});
  REQUIRE(TestLists::is_atom(list));
  CHECK(TestLists::atom_of(list) == lists.add_atom(kWord));
  CHECK(!TestLists::is_atom(lists.add_list(std::vector{kNoClass})));
}

TEST_CASE("the atoms that are told of units are parted from the others") {
  TestLists lists;
  for (std::uint32_t i = 0; i < 70; ++i) lists.add_atom({Test::Kind::word, 0, 100 + i});
  const std::uint32_t word = lists.add_list(std::vector{kWord}), exact = lists.add_list(std::vector<Test>{{Test::Kind::exact, 0, 1}});
  const std::uint32_t early = lists.add_list(std::vector<Test>{{Test::Kind::word, 0, 103}});
  const std::uint32_t list = lists.add_either(lists.add_either(word, exact), early);
  REQUIRE(lists.either_told(list).size() == 2);
  CHECK(lists.either_told(list)[0].word == 0);
  CHECK(lists.either_told(list)[0].bits == 1u << 3);
  CHECK(lists.either_told(list)[1].word == 1);
  CHECK(lists.either_told(list)[1].bits == 1u << 6);
  REQUIRE(lists.either_untold(list).size() == 1);
  CHECK(lists.atoms()[lists.either_untold(list)[0]].kind == Test::Kind::exact);
}

TEST_CASE("one of several lists is a list, whatever their order") {
  TestLists lists;
  const std::uint32_t a = lists.add_list(std::vector{kWord}), b = lists.add_list(std::vector{kOther}), c = lists.add_list(std::vector{kNoClass});
  const std::uint32_t all = lists.add_either(lists.add_either(a, b), c);
  CHECK(lists.add_either(lists.add_either(c, b), a) == all);
  CHECK(lists.add_either(all, b) == all);
  CHECK(lists.is_either(all));
  CHECK(!lists.is_either(c));
  CHECK(lists.either_atoms(all).size() == 2);
  CHECK(std::vector<std::uint32_t>(lists.either_lists(all).begin(), lists.either_lists(all).end()) == std::vector<std::uint32_t>{c});
}

}  // namespace
}  // namespace liaison
