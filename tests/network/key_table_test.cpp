#include "network/key_table.h"

#include <string>

#include <doctest/doctest.h>

using namespace liaison;

TEST_CASE("texts have numbers in the order in which they come") {
  KeyTable table;
  CHECK(table.find("lee") == KeyTable::kNone);
  CHECK(table.add("lee") == 0);
  CHECK(table.add("") == 1);
  CHECK(table.add("lee") == 0);
  CHECK(table.find("lee") == 0);
  CHECK(table.find("kim") == KeyTable::kNone);
  CHECK(table[0] == "lee");
  CHECK(table[1].empty());
  CHECK(table.size() == 2);
}

TEST_CASE("the numbers stay as a table grows") {
  std::vector<std::string> texts;
  for (int i = 0; i < 5000; ++i) texts.push_back("name " + std::to_string(i) + std::string(i == 77 ? 100'000 : 0, 'x'));
  KeyTable keys;
  NameTable names;
  for (const std::string& text : texts) {
    keys.add(std::string(text));   // kept, though this one goes
    names.add(text, KeyTable::hash(text));
  }
  REQUIRE(keys.size() == texts.size());
  REQUIRE(names.size() == texts.size());
  for (std::uint32_t i = 0; i < texts.size(); ++i) {
    REQUIRE(keys.find(texts[i]) == i);
    REQUIRE(keys[i] == texts[i]);
    REQUIRE(names.add(texts[i], KeyTable::hash(texts[i])) == i);
    REQUIRE(names[i] == texts[i]);
  }
}

TEST_CASE("a copy and what it was copied from go ways of their own") {
  KeyTable table;
  table.add("lee");
  KeyTable copy = table;
  CHECK(table.add("kim") == 1);
  CHECK(copy.add("moon") == 1);
  CHECK(table.add("park") == 2);
  CHECK(copy[0] == "lee");
  CHECK(copy[1] == "moon");
  CHECK(table[1] == "kim");
  CHECK(copy.find("kim") == KeyTable::kNone);
}
