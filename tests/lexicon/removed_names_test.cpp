#include "lexicon/removed_names.h"

#include <doctest/doctest.h>

namespace liaison {
namespace {

TEST_CASE("a removal hits names of its words, of its type, of other files") {
  const std::string own = "own.txt", other = "other.txt";
  const std::vector<WordId> any_type{1, 2}, one_type{3};
  RemovedNames removed;
  CHECK(removed.empty());
  CHECK_FALSE(removed.hit(any_type, symbols::org, nullptr));
  removed.add(any_type, symbols::none, own);
  removed.add(one_type, symbols::org, own);
  CHECK_FALSE(removed.empty());

  struct Case {
    const char* name;
    std::vector<WordId> words;
    Symbol type;
    const std::string* file;
    bool expected;
  };
  const Case cases[] = {
      {"of another file", any_type, symbols::org, &other, true},
      {"of another type", any_type, symbols::person, &other, true},
      {"imported", any_type, symbols::org, nullptr, true},
      {"of its own file", any_type, symbols::org, &own, false},
      {"of its type", one_type, symbols::org, &other, true},
      {"of none of its types", one_type, symbols::person, &other, false},
      {"the beginning of its words", {1}, symbols::org, &other, false},
      {"more than its words", {1, 2, 3}, symbols::org, &other, false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(removed.hit(c.words, c.type, c.file) == c.expected);
  }
}

TEST_CASE("a removal that has hit nothing is known") {
  const std::string own = "own.txt", other = "other.txt";
  const std::vector<WordId> words{1};
  RemovedNames removed;
  removed.add(words, symbols::none, own);
  removed.add(words, symbols::person, other);
  CHECK_FALSE(removed.has_hit(words, symbols::none, own));
  removed.hit(words, symbols::org, nullptr);
  CHECK(removed.has_hit(words, symbols::none, own));
  CHECK_FALSE(removed.has_hit(words, symbols::person, other));
  CHECK_FALSE(removed.has_hit(words, symbols::person, own));
}

}  // namespace
}  // namespace liaison
