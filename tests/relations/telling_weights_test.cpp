#include "relations/telling_weights.h"

#include <doctest/doctest.h>

#include "liaison/analysis.h"

namespace liaison {
namespace {

/// What is read of a file, a line for each weight or complaint.
std::string read(std::string_view text) {
  SymbolsBuilder symbols;
  for (const char* name : {"meeting", "contact"}) symbols.add(name);
  std::vector<Diagnostic> diagnostics;
  std::string out;
  for (const TellingWeight& weight : read_telling_weights(text, "w.txt", symbols, diagnostics)) {
    const auto name = [&](Symbol symbol) { return std::string_view(symbols.names()[symbol.id]); };
    out += telling_feature_text(weight.feature, name) + " " + std::to_string(weight.points) + "\n";
  }
  for (const Diagnostic& d : diagnostics) out += std::to_string(d.line) + ":" + std::to_string(d.column) + ": " + d.message + " (" + d.hint + ")\n";
  return out;
}

TEST_CASE("weights of tellings are read, sorted, and written as they were") {
  CHECK(read("# points\n"
             "status possible -4   # who knows\n"
             "types  meeting/PERSON+ORG  2\n"
             "\n"
             "base - 11\nleast - 5\nform past +3\nlisted no/ORG -1\nreading reference/PERSON 1\ndistance behind/7 -2\n") ==
        "base - 11\nleast - 5\nform past 3\nstatus possible -4\ntypes meeting/PERSON+ORG 2\nlisted no/ORG -1\n"
        "reading reference/PERSON 1\ndistance behind/7 -2\n");
}

TEST_CASE("of two weights of one feature the first one counts") { CHECK(read("form past 3\nform past 4\n") == "form past 3\n"); }

TEST_CASE("what is wrong with a weight is told with its place") {
  const struct {
    const char *line, *complaint;
  } cases[] = {
      {"stauts possible -4", "1:1: `stauts` is no kind of feature (there are base, least, form, status, types, listed, reading, distance)\n"},
      {"status maybe -4", "1:8: `maybe` is no status of this pack (it is written as in the rules and frames)\n"},
      {"form passed 1", "1:6: `passed` is no form of a trigger (there are past, present, infinitive, gerund, modal, future, noun, word)\n"},
      {"base x 1", "1:6: `base` has no value (write - for it)\n"},
      {"types meeting 1", "1:7: the types of the participants are wanted (write them as in `meeting/PERSON+ORG`)\n"},
      {"types meeting/PERSON+LOC 1", "1:7: `LOC` is no type of a participant (there are PERSON, ORG, GPE)\n"},
      {"listed maybe/ORG 1", "1:8: `maybe` is no answer (there are no, yes)\n"},
      {"distance before/8 1", "1:10: `8` is no distance (it is counted in pairs of groups, from 0 to 7)\n"},
      {"form past", "1:1: a weight is a kind of feature, its value and its points (as in `status possible -4`)\n"},
      {"form past many", "1:11: `many` is no number of points (a whole number from -1000 to 1000 is wanted)\n"},
      {"form past 1001", "1:11: `1001` is no number of points (a whole number from -1000 to 1000 is wanted)\n"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.line);
    CHECK(read(c.line).ends_with(c.complaint));
  }
}

TEST_CASE("a feature that no weight names has no points") {
  const TellingWeight weights[] = {{{TellingFeature::least}, 5}, {{TellingFeature::form, TellingFeature::past}, 3}};
  const TellingWeights view{Table<TellingWeight>(weights)};
  CHECK(view.least() == 5);
  CHECK(view.of({TellingFeature::form, TellingFeature::past}) == 3);
  CHECK(view.of({TellingFeature::form, TellingFeature::modal}) == 0);
  CHECK(TellingWeights().least() == 0);
}

TEST_CASE("points say how sure it is, in per cent") {
  CHECK(percent_sure(0) == 50);
  CHECK(percent_sure(8) == 73);  // e to 1
  CHECK(percent_sure(1000) == 99);
  CHECK(percent_sure(-1000) == 1);
  for (int points = -50; points < 50; ++points) {
    CHECK(percent_sure(points) <= percent_sure(points + 1));
    CHECK(percent_sure(points) + percent_sure(-points) == 100);
  }
}

}  // namespace
}  // namespace liaison
