#include "network/text_order.h"

#include <numeric>
#include <random>
#include <string>

#include <doctest/doctest.h>

using namespace liaison;

namespace {

std::vector<std::uint32_t> order(const std::vector<std::string>& texts) {
  std::vector<std::uint32_t> numbers(texts.size());
  std::iota(numbers.begin(), numbers.end(), 0u);
  const auto text_of = [&](std::uint32_t at) -> std::string_view { return texts[at]; };
  TextOrder<decltype(text_of)>(text_of).sort(numbers);
  return numbers;
}

}  // namespace

TEST_CASE("texts are sorted byte by byte, equal ones by number") {
  using Numbers = std::vector<std::uint32_t>;
  struct Case {
    std::string name;
    std::vector<std::string> texts;
    Numbers expected;
  };
  const Case cases[] = {
      {"none", {}, {}},
      {"short ones", {"b", "", "a", "ab"}, {1, 2, 3, 0}},
      {"equal ones", {"same", "same", "other", "same"}, {2, 0, 1, 3}},
      {"alike in the first eight bytes", {"document-10", "document-1", "document-", "document"}, {3, 2, 1, 0}},
      {"bytes beyond ASCII come last", {"\xC3\xA9", "z", "e"}, {2, 1, 0}},
      {"bytes of zero count", {std::string("a\0\0", 3), "a", std::string("a\0", 2)}, {1, 2, 0}},
  };
  for (const Case& one : cases) {
    CAPTURE(one.name);
    CHECK(order(one.texts) == one.expected);
  }
}

TEST_CASE("the order is that of a plain sort") {
  std::mt19937 random(3);
  for (int turn = 0; turn < 50; ++turn) {
    std::vector<std::string> texts(200);
    for (std::string& text : texts) {
      for (std::size_t left = random() % 30; left > 0; --left) text += static_cast<char>(random() % 3);
    }
    std::vector<std::uint32_t> expected(texts.size());
    std::iota(expected.begin(), expected.end(), 0u);
    std::stable_sort(expected.begin(), expected.end(), [&](auto a, auto b) { return texts[a] < texts[b]; });
    REQUIRE(order(texts) == expected);
  }
}
