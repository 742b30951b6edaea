#include "rules/program.h"

#include <doctest/doctest.h>

#include "small_language.h"

namespace liaison {
namespace {

constexpr const char* kRules = R"(
rule greeting -> make ROLE over tokens priority 2
  "hello" verb

rule anything -> make DATE over tokens
  _

link told -> holds(person, role, -) when=former over names
  person:PERSON "," role:ROLE
  where different(person, role)
)";

TEST_CASE("a book has the rules of a pack, with what they do, by phase") {
  SmallLanguage language(kRules);
  REQUIRE(language.complaints().empty());
  language.open();
  const RuleBook& book = language.book;
  REQUIRE(book.rules().size() == 3);
  CHECK(book.string(book.rules()[0].name) == "greeting");
  CHECK(book.rules()[0].priority == 2);
  CHECK(book.string(book.rules()[2].file) == "small.rules");
  CHECK(book.rules()[2].line == 8);
  CHECK(book.phase(kTokensPhase).rules == std::vector<std::uint32_t>{0, 1});
  CHECK(book.phase(kNamesPhase).rules == std::vector<std::uint32_t>{2});
  CHECK(book.phase(kAliasesPhase).rules.empty());
  REQUIRE(book.actions(book.rules()[2]).size() == 1);
  const Action& action = book.actions(book.rules()[2])[0];
  CHECK(book.string(action.name) == "holds");
  CHECK(book.string(action.attributes) == "when=former");
  CHECK(std::vector<int>(action.captures, action.captures + action.capture_count) == std::vector<int>{1, 2, 0});
  REQUIRE(book.conditions(book.rules()[2]).size() == 1);
  CHECK((book.conditions(book.rules()[2])[0].kind == Condition::Kind::different));
}

TEST_CASE("a phase has a gate of the words that anchor its rules") {
  SmallLanguage language(kRules);
  language.open();
  const RuleBook& book = language.book;
  auto classes_of = [&](const char* word) { return language.lexicon.classes(language.lexicon.find(word)); };
  CHECK(book.phase(kTokensPhase).gate.meets(classes_of("hello")));
  CHECK_FALSE(book.phase(kTokensPhase).gate.meets(classes_of("met")));
  CHECK(book.phase(kNamesPhase).needs_with_word == std::vector<std::uint64_t>{std::uint64_t{1} << symbols::person.id | std::uint64_t{1} << symbols::role.id});
}

TEST_CASE("a book of nothing has no rules") {
  SmallLanguage language("");
  language.open();
  CHECK(language.book.rules().size() == 0);
  for (std::size_t phase = 0; phase < std::size(kPhases); ++phase) CHECK(language.book.phase(phase).rules.empty());
  CHECK(RuleBook().rules().size() == 0);
}

}  // namespace
}  // namespace liaison
