// Tables of sentences with the facts beside them, through the whole of the English pack.
#include "relations/sentence_table.h"

#include <cstdlib>
#include <sstream>

namespace liaison::sentence_table {
namespace {

/// The share of each kind of line that must come out exactly, in per cent: what was reached, less a little. It only
/// ever goes up.
const std::map<std::string, int> kFloors{{"yes", 95}, {"no", 100}, {"holds", 98}, {"holdsno", 100}};

TEST_CASE("the sentences of the table say what stands beside them") {
  Analyzer analyzer(pack_with_names());
  Scratch scratch;
  std::map<std::string, std::pair<int, int>> right;  // of all
  bool print = std::getenv("LIAISON_PRINT_FAILURES") != nullptr;
  std::vector<Line> lines = read_table("sentences.txt");
  for (Line& line : read_table("holds.txt")) lines.push_back(std::move(line));
  for (const Line& line : lines) {
    Analysis analysis = analyzer.analyze({.id = "s", .text = line.sentence}, scratch);
    std::set<std::string> want = wanted(line), got = found(line, analysis);
    auto& [passed, all] = right[line.kind];
    ++all;
    passed += want == got;
    if (!print || want == got) continue;
    print_difference(std::cout, line, want, got);
  }
  REQUIRE(right.size() == kFloors.size());
  for (const auto& [kind, floor] : kFloors) {
    CAPTURE(kind);
    auto [passed, all] = right[kind];
    MESSAGE(kind << ": " << passed << " of " << all);
    CHECK(all >= (kind == "yes" ? 390 : kind == "no" ? 140 : kind == "holds" ? 430 : 50));
    CHECK(100 * passed >= floor * all);
  }
}

/// Tables of which every line comes out exactly.
void check_all(const std::string& file, std::size_t at_least) {
  Analyzer analyzer(pack_with_names());
  Scratch scratch;
  std::vector<Line> table = read_table(file);
  CHECK(table.size() >= at_least);
  for (const Line& line : table) {
    Analysis analysis = analyzer.analyze({.id = "s", .text = line.sentence}, scratch);
    std::set<std::string> want = wanted(line), got = found(line, analysis);
    std::ostringstream difference;
    if (want != got) print_difference(difference, line, want, got);
    INFO(file << ":" << difference.str());
    CHECK(want == got);
  }
}

TEST_CASE("compositions of status cues come out as the table says") { check_all("status.txt", 60); }

TEST_CASE("slots are filled as the table says") { check_all("slots.txt", 100); }

}  // namespace
}  // namespace liaison::sentence_table
