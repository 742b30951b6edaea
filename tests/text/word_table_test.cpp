#include "text/word_table.h"

#include <doctest/doctest.h>

#include <cstring>
#include <memory>
#include <random>
#include <set>
#include <unordered_map>

namespace liaison {
namespace {

std::string random_word(std::mt19937& random) {
  std::string word(random() % 24, ' ');
  for (auto& c : word) c = static_cast<char>(random() % 7 == 0 ? random() : 'a' + random() % 26);
  return word;
}

std::string image_of(const std::vector<std::string>& words) {
  WordTableBuilder builder;
  for (const auto& word : words) builder.add(word);
  return builder.bytes();
}

TEST_CASE("ids are dense, in the order of adding, and stable") {
  WordTableBuilder builder;
  CHECK(builder.add("summit") == 0);
  CHECK(builder.add("") == 1);
  CHECK(builder.add("talks") == 2);
  CHECK(builder.add("summit") == 0);
  CHECK(builder.find("talks") == 2);
  CHECK(builder.find("pact") == kUnknownWord);
  CHECK(builder.size() == 3);

  const auto image = builder.bytes();
  CHECK(image.size() % 8 == 0);
  CHECK(image == image_of({"summit", "", "talks"}));
  const auto table = WordTable::open(image);
  REQUIRE(table);
  CHECK(table->size() == 3);
  CHECK(table->image_size() == image.size());
  CHECK(table->find("summit") == 0);
  CHECK(table->find("") == 1);
  CHECK(table->word(2) == "talks");
  CHECK(table->word(3) == "");
  CHECK(table->find("Summit") == kUnknownWord);
}

TEST_CASE("a table without words finds none") {
  CHECK(WordTable().find("x") == kUnknownWord);
  CHECK(WordTable().word(0).empty());
  const auto image = image_of({});
  const auto table = WordTable::open(image);
  REQUIRE(table);
  CHECK(table->find("") == kUnknownWord);
}

TEST_CASE("a table agrees with std::unordered_map") {
  std::mt19937 random(11);
  std::unordered_map<std::string, std::uint32_t> expected;
  WordTableBuilder builder;
  for (int i = 0; i < 20000; ++i) {
    const auto word = random_word(random);
    const auto id = builder.add(word);
    CHECK(expected.emplace(word, id).first->second == id);
  }
  const auto image = "12345" + builder.bytes();  // not aligned
  const auto table = WordTable::open(std::string_view(image).substr(5));
  REQUIRE(table);
  REQUIRE(table->size() == expected.size());
  for (const auto& [word, id] : expected) {
    REQUIRE(table->find(word) == id);
    REQUIRE(table->find(word, WordTable::hash(word)) == id);
    REQUIRE(table->word(id) == word);
  }
  for (int i = 0; i < 20000; ++i) {
    const auto word = random_word(random);
    const auto known = expected.find(word);
    REQUIRE(table->find(word) == (known == expected.end() ? kUnknownWord : known->second));
  }
}

TEST_CASE("words of any length stand beside one another") {
  for (const std::size_t longest : {254, 255, 256, 5000}) {
    std::vector<std::string> words;
    for (std::size_t i = 0; i < 40; ++i) words.push_back(std::string(i % 3 == 0 ? longest : i % 7, 'x') + std::to_string(i));
    const auto image = image_of(words);
    const auto table = WordTable::open(image);
    REQUIRE(table);
    for (std::uint32_t id = 0; id < words.size(); ++id) {
      CAPTURE(longest);
      CHECK(table->word(id) == words[id]);
      CHECK(table->find(words[id]) == id);
    }
  }
}

TEST_CASE("the hash of a word depends on all of its bytes") {
  for (std::size_t length = 1; length < 40; ++length) {
    const std::string word(length, 'x');
    std::set<std::uint64_t> seen{WordTable::hash(word)};
    for (std::size_t i = 0; i < length; ++i) {
      auto other = word;
      other[i] = 'y';
      seen.insert(WordTable::hash(other));
    }
    CHECK(seen.size() == length + 1);
  }
}

TEST_CASE("a corrupted image reads nothing outside of itself and ends") {
  const auto image = image_of({"Lee", "Ma", "Musk", "Seoul", "a longer word than the others"});
  std::mt19937 random(3);
  for (int round = 0; round < 20000; ++round) {
    // An exact copy on the heap, so that the sanitizer sees one byte too far.
    const auto size = round % 4 == 0 ? random() % image.size() : image.size();
    const std::unique_ptr<char[]> bytes(new char[size]);
    std::memcpy(bytes.get(), image.data(), size);
    for (auto n = random() % 8; n > 0 && size > 0; --n) {
      bytes[random() % size] = static_cast<char>(random() % 3 == 0 ? 0xFF : random());
    }
    const auto table = WordTable::open({bytes.get(), size});
    if (!table) continue;
    for (const auto* word : {"Lee", "Seoul", "nobody"}) {
      const auto id = table->find(word);
      CHECK((id == kUnknownWord || table->word(id) == word));
    }
    for (std::uint32_t id = 0; id < 8; ++id) CHECK(table->word(id).size() <= size);
  }
}

TEST_CASE("what is no image is not opened") {
  CHECK_FALSE(WordTable::open(""));
  CHECK_FALSE(WordTable::open("not a table"));
  const auto image = image_of({"Lee"});
  CHECK_FALSE(WordTable::open(std::string_view(image).substr(0, image.size() - 1)));
}

}  // namespace
}  // namespace liaison
