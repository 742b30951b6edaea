#include "rules/test_index.h"

#include <doctest/doctest.h>

#include "small_language.h"

namespace liaison {
namespace {

TEST_CASE("rules are indexed by their anchors") {
  SmallLanguage language("rule r -> make FOUND\n  \"summit\" _\nrule s -> make FOUND\n  ( \"summit\" | \"lunch\" )\nrule t -> make FOUND\n  @caps _\nrule u -> make FOUND\n  \"dinner\" \"a\"\n");
  language.open();
  const TestIndex& index = language.book.tests_of(kTokensPhase);
  auto rules = [&](std::vector<const char*> words) {
    std::vector<TestIndex::Bits> present(index.words());
    for (const char* word : words) {
      const std::uint32_t atom = index.atom_of_word(language.lexicon.find(word));
      present[atom / 64] |= TestIndex::Bits{1} << atom % 64;
    }
    std::vector<std::uint32_t> out;
    index.each_rule(present, [&](std::uint32_t rule) { out.push_back(rule); });
    return out;
  };
  CHECK(rules({"summit"}) == std::vector<std::uint32_t>{2, 0, 1});
  CHECK(rules({"lunch"}) == std::vector<std::uint32_t>{2, 1});
  CHECK(rules({"dinner"}) == std::vector<std::uint32_t>{2});
  CHECK(rules({"dinner", "a"}) == std::vector<std::uint32_t>{2, 3});
  CHECK(index.atom_of_word(language.lexicon.find("the")) == TestIndex::kNone);
  CHECK(index.atom_of_word(kFirstUnknownWord + 1) == TestIndex::kNone);
}

}  // namespace
}  // namespace liaison
