#include "text/orthography.h"

#include <doctest/doctest.h>

#include <cstring>
#include <memory>
#include <random>

namespace liaison {
namespace {

std::string sample_image() {
  OrthographyBuilder builder;
  builder.add("titles", {"# comment", "mr.", "  Dr.  # with a name"});
  builder.add("abbreviations", {"corp.", "no. ; before=number", "Sun. ; case=capital"});
  builder.add("contractions", {"can|not", "du|n|no"});
  builder.add("clitics", {"'s", "n't"});
  REQUIRE(builder.problems().empty());
  return builder.bytes();
}

TEST_CASE("entries are found whatever their case") {
  const auto image = sample_image();
  const auto orthography = Orthography::open(image);
  REQUIRE(orthography);
  CHECK(orthography->classes("MR.") == kTitleAbbreviation);
  CHECK(orthography->classes("dr.") == kTitleAbbreviation);
  CHECK(orthography->classes("No.") == (kPlainAbbreviation | kBeforeNumber));
  CHECK(orthography->classes("sun.") == (kPlainAbbreviation | kCapitalOnly));
  CHECK(orthography->classes("’s") == kClitic);
  CHECK(orthography->classes("N’T") == kClitic);
  CHECK(orthography->classes("mr") == 0);
  CHECK(orthography->classes(std::string(1000, 'x')) == 0);
}

TEST_CASE("contractions know where they are cut") {
  const auto image = sample_image();
  const auto orthography = *Orthography::open(image);
  CHECK(orthography.cuts("Cannot") == 3);
  CHECK(orthography.cuts("dunno") == (2 | 3 << 8));
  CHECK(orthography.cuts("corp.") == 0);
  CHECK(orthography.may_contract('c', 't', 6));
  CHECK_FALSE(orthography.may_contract('c', 's', 6));
  CHECK_FALSE(orthography.may_contract('c', 't', 5));
  CHECK_FALSE(orthography.may_contract('c', 't', 4000));
}

TEST_CASE("the empty orthography knows nothing") {
  CHECK(Orthography().classes("mr.") == 0);
  CHECK(Orthography().cuts("cannot") == 0);
  CHECK_FALSE(Orthography().may_contract('c', 't', 6));
}

TEST_CASE("what is wrong in a list is told with its line") {
  struct Case {
    const char* list;
    const char* line;
    const char* what;
  };
  const Case cases[] = {
      {"tittles", "mr.", "unknown list `tittles`"},
      {"abbreviations", "no. ; befor=number", "unknown attribute `befor=number`"},
      {"contractions", "|not", "a cut is out of place"},
      {"contractions", "can|not|", "a cut is out of place"},
      {"contractions", "a|b|c|d|e|f", "a cut is out of place"},
      {"contractions", "cannot", "a contraction has no cut"},
      {"titles", " ; case=capital", "the entry is empty or too long"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.line);
    OrthographyBuilder builder;
    builder.add(c.list, {"", c.line});
    REQUIRE(builder.problems().size() == 1);
    CHECK(builder.problems()[0].list == c.list);
    CHECK(builder.problems()[0].what == c.what);
    CHECK(builder.problems()[0].line == (std::strcmp(c.list, "tittles") == 0 ? 0 : 2));
  }
}

TEST_CASE("the same lists give the same bytes") { CHECK(sample_image() == sample_image()); }

TEST_CASE("a corrupted image reads nothing outside of itself") {
  const auto image = sample_image();
  std::mt19937 random(5);
  for (int round = 0; round < 5000; ++round) {
    const auto size = round % 4 == 0 ? random() % image.size() : image.size();
    const std::unique_ptr<char[]> bytes(new char[size]);
    std::memcpy(bytes.get(), image.data(), size);
    for (auto n = random() % 8; n > 0 && size > 0; --n) {
      bytes[random() % size] = static_cast<char>(random());
    }
    const auto orthography = Orthography::open({bytes.get(), size});
    if (!orthography) continue;
    (void)orthography->classes("corp.");
    (void)orthography->cuts("dunno");
    (void)orthography->may_contract(255, 255, 6);
  }
}

}  // namespace
}  // namespace liaison
