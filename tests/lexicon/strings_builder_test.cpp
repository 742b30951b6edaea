#include "lexicon/strings_builder.h"

#include <doctest/doctest.h>

namespace liaison {
namespace {

TEST_CASE("strings are stored once, and keep their offsets when they are taken over") {
  StringsBuilder strings;
  std::uint32_t acme = strings.add("Acme"), other = strings.add(std::string_view("a\0b", 3));
  CHECK(strings.add("Acme") == acme);
  CHECK(strings.add("") == 0);
  CHECK(StringsView(strings.bytes()).at(other) == std::string_view("a\0b", 3));
  StringsBuilder over;
  over.import(StringsView(strings.bytes()));
  CHECK(over.bytes() == strings.bytes());
  CHECK(over.add("Acme") == acme);
}

TEST_CASE("the symbols of the contract come first") {
  SymbolsBuilder builder;
  CHECK(builder.find("PERSON") == symbols::person);
  CHECK(builder.find("") == symbols::none);
  CHECK(builder.find("lawsuit") == symbols::none);
  Symbol lawsuit = builder.add("lawsuit");
  CHECK(lawsuit.id == std::size(symbols::kNames));
  CHECK(builder.add("lawsuit") == lawsuit);
  CHECK(builder.find("lawsuit") == lawsuit);
}

TEST_CASE("thousands of strings keep their offsets") {
  StringsBuilder strings;
  std::vector<std::uint32_t> at;
  for (int i = 0; i < 5000; ++i) at.push_back(strings.add("name " + std::to_string(i)));
  for (int i = 0; i < 5000; ++i) {
    CHECK(strings.add("name " + std::to_string(i)) == at[static_cast<std::size_t>(i)]);
    CHECK(StringsView(strings.bytes()).at(at[static_cast<std::size_t>(i)]) == "name " + std::to_string(i));
  }
}

}  // namespace
}  // namespace liaison
