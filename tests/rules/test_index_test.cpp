#include "rules/test_index.h"

#include <doctest/doctest.h>

#include "small_language.h"

namespace liaison {
namespace {

TEST_CASE("rules are indexed by their anchors") {
  SmallLanguage language("rule r -> make FOUND\n  \"summit\" _\nrule s -> make FOUND\n  ( \"summit\" | \"lunch\" )\n"
                         "rule t -> make FOUND\n  @caps _\nrule u -> make FOUND\n  \"dinner\" \"a\"\n"
                         "rule v -> make FOUND\n  \"dinner\" ( \"b\" | verb & @caps | 'C' )\n");
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
  CHECK(rules({"dinner", "b"}) == std::vector<std::uint32_t>{2, 4});
  CHECK(rules({"dinner", "c"}) == std::vector<std::uint32_t>{2, 4});
  CHECK(index.atom_of_word(language.lexicon.find("the")) == TestIndex::kNone);
  CHECK(index.atom_of_word(kFirstUnknownWord + 1) == TestIndex::kNone);
}

/// The language, opened once more with what a pack lays out of its rules.
RuleBook laid_out(const SmallLanguage& language, const std::string& section, std::string& bytes) {
  ImageBuilder builder;
  builder.add(SectionId::test_indices, section);
  builder.add_missing(language.image, SectionId::test_indices);
  bytes = builder.build();
  return RuleBook(Image(bytes, "small"), language.lexicon);
}

TEST_CASE("what a pack lays out of the rules is what would be worked out, and is refused where it is damaged") {
  SmallLanguage language(
      "rule r -> make FOUND\n  ( \"summit\" | role_head ){1,3} !( \"a\" @caps & !verb ) <( letter \"the\"? ) verb* 'A'\n"
      "link s -> holds(p, r, o) over names\n  o:ORG r:ROLE &( PERSON \",\" ) p:PERSON $\n");
  language.open();
  REQUIRE(language.complaints() == "");
  const std::string section = language.book.test_indices();
  std::string bytes;
  const RuleBook whole = laid_out(language, section, bytes);
  REQUIRE(whole.is_whole());
  CHECK(whole.test_indices() == section);
  CHECK(whole.tests_of(kTokensPhase).class_words() == language.book.tests_of(kTokensPhase).class_words());

  // Whatever word of it is another one: it is refused, or leads to no place that there is not, which the checkers of
  // memory would tell.
  std::size_t refused = 0;
  SmallText text(language, "the summit chairman sat down b c a summit A");
  for (std::size_t at = 0; at + 4 <= section.size(); at += 4)
    for (const std::uint32_t value : {0u, 1u, 77u, 0xffffu, 0x80000003u, 0xffffffffu}) {
      std::string broken = section;
      std::memcpy(broken.data() + at, &value, sizeof value);
      const RuleBook book = laid_out(language, broken, bytes);
      refused += !book.is_whole();
      if (!book.is_whole()) continue;
      std::vector<Match> matches;
      Matcher().run(book, kTokensPhase, text.sequence(), text.same_entity(), matches);
    }
  CHECK(refused > section.size() / 4);
  CHECK(!laid_out(language, section.substr(0, section.size() / 16 * 8), bytes).is_whole());
}

}  // namespace
}  // namespace liaison
