#include "network/name_blocks.h"

#include <algorithm>
#include <string>

#include <doctest/doctest.h>

using namespace liaison;

TEST_CASE("groups of a common key stand together, in their order") {
  NameBlocks blocks(40);
  const std::pair<std::uint64_t, std::uint32_t> added[] = {{7, 1}, {0, 2}, {9, 3}, {7, 4}, {0, 5}, {8, 6}, {7, 9}, {9, 10}};
  for (const auto& [key, group] : added) blocks.add(key, group);
  const auto told = [&](std::size_t most) {
    std::string out;
    blocks.each(most, [&](const std::vector<std::uint32_t>& block) {
      for (const std::uint32_t group : block) out += std::to_string(group) + ' ';
      out += "| ";
    });
    return out;
  };
  CHECK(told(10) == "1 4 9 | 3 10 | ");   // a key of 0 is none, and one group alone is no block
  CHECK(told(2) == "3 10 | ");
}

TEST_CASE("keys that fall on one place are told apart") {
  NameBlocks blocks(64);
  for (std::uint64_t key = 1; key <= 32; ++key) {
    for (std::uint32_t group : {1u, 2u}) blocks.add(key << 40, static_cast<std::uint32_t>(key) * 2 + group);
  }
  std::size_t count = 0;
  blocks.each(10, [&](const std::vector<std::uint32_t>& block) {
    CHECK(block.size() == 2);
    CHECK(block[0] + 1 == block[1]);
    ++count;
  });
  CHECK(count == 32);
}
