#include "lexicon/attribute_rows.h"

#include <doctest/doctest.h>

namespace liaison {
namespace {

/// Rows with the strings and symbols that they need.
struct Rows {
  StringsBuilder strings;
  SymbolsBuilder symbols;
  AttributeRows rows{strings, symbols};

  bool has(AttributeRows::Row row, std::string_view key, std::string_view value) {
    return rows.has(row, symbols.find(key), value);
  }
};

TEST_CASE("equal rows are stored once") {
  Rows r;
  const auto a = r.rows.add({{"kind", "title"}, {"sort", "x"}}), b = r.rows.add({{"kind", "title"}});
  CHECK(a != b);
  CHECK(r.rows.add({{"kind", "title"}, {"sort", "x"}}) == a);
  CHECK(r.rows.add({{"kind", "title"}}) == b);
  CHECK(r.rows.add({}) == kNoAttributes);
  REQUIRE(r.rows.all().size() == 3);
  CHECK(r.rows.all()[0].is_last == 0);
  CHECK(r.rows.all()[1].is_last == 1);
  CHECK(r.rows.all()[2].is_last == 1);
}

TEST_CASE("a row has each of the values between commas") {
  Rows r;
  const auto row = r.rows.add({{"kind", "title,office"}, {"sort", "x"}});
  CHECK(r.has(row, "kind", "title"));
  CHECK(r.has(row, "kind", "office"));
  CHECK(r.has(row, "sort", "x"));
  CHECK_FALSE(r.has(row, "kind", "off"));
  CHECK_FALSE(r.has(row, "kind", "x"));
  CHECK_FALSE(r.has(row, "sort", "title"));
  CHECK_FALSE(r.has(kNoAttributes, "kind", "title"));
}

TEST_CASE("united rows have the attributes of both") {
  Rows r;
  const auto a = r.rows.add({{"kind", "title"}, {"sort", "x"}}), b = r.rows.add({{"kind", "office"}, {"size", "7"}});
  const auto both = r.rows.unite(a, b);
  CHECK(both == r.rows.add({{"kind", "title,office"}, {"sort", "x"}, {"size", "7"}}));
  CHECK(r.rows.unite(both, b) == both);
  CHECK(r.rows.unite(a, a) == a);
  CHECK(r.rows.unite(a, kNoAttributes) == a);
  CHECK(r.rows.unite(kNoAttributes, a) == a);
}

}  // namespace
}  // namespace liaison
