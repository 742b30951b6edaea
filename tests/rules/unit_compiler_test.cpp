#include "rules/unit_compiler.h"

#include <doctest/doctest.h>

#include "small_language.h"

namespace liaison {
namespace {

CompiledUnit compile(SmallLanguage& language, std::vector<UnitTest> tests) {
  Complaints complaints(language.source, language.diagnostics);
  return language.compiler.units().compile({.kind = PatternNode::Kind::unit, .tests = std::move(tests)}, complaints);
}

TEST_CASE("a unit asks for words, for a phrase, or for one unit with tests") {
  using Kind = UnitTest::Kind;
  SmallLanguage language("");
  CompiledUnit words = compile(language, {{Kind::word, false, "Sat Down"}});
  REQUIRE(words.units.size() == 2);
  CHECK(words.units[1][0].value == language.lexicon_builder.find_word("down"));
  CHECK(words.max == 2);

  CompiledUnit phrase = compile(language, {{Kind::named, false, "role_head"}});
  CHECK(phrase.phrases == language.lexicon_builder.find_class("role_head"));
  CHECK(phrase.units.empty());
  CHECK(phrase.min == 1);
  CHECK(phrase.max == 2);
  CHECK(compile(language, {{Kind::named, false, "long"}}).max == 10);
  CHECK(compile(language, {{Kind::named, false, "determiner"}}).max == 1);

  CompiledUnit tests = compile(language, {{Kind::named, true, "role_head"}, {Kind::shape, false, "capital"}});
  CHECK(tests.phrases == ClassId::none);
  REQUIRE(tests.units.size() == 1);
  REQUIRE(tests.units[0].size() == 2);
  CHECK(tests.units[0][0].kind == Test::Kind::word_class);
  CHECK(tests.units[0][0].negated == 1);
  CHECK(tests.units[0][1].kind == Test::Kind::shape);
  CHECK(compile(language, {{Kind::named, false, "PERSON"}}).units[0][0].kind == Test::Kind::type);
  CHECK(language.complaints() == "");
}

TEST_CASE("an expression is a class, made once") {
  SmallLanguage language("");
  UnitTest test{UnitTest::Kind::pattern, false, "ed$"};
  CompiledUnit first = compile(language, {test}), second = compile(language, {test});
  CHECK(first.units[0][0].value == second.units[0][0].value);
  CHECK(language.lexicon_builder.class_names().back() == "/ed$/");
  language.open();
  CHECK(language.lexicon.patterns().size() == 2);  // with that of the class gerund
}

TEST_CASE("types are known names") {
  SmallLanguage language("");
  UnitCompiler& units = language.compiler.units();
  CHECK(units.is_type("PERSON"));
  CHECK_FALSE(units.is_type("PRODUCT"));
  units.add_type("PRODUCT");
  CHECK(units.is_type("PRODUCT"));
}

}  // namespace
}  // namespace liaison
