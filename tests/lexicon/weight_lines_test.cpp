#include "lexicon/weight_lines.h"

#include <doctest/doctest.h>

namespace liaison {
namespace {

/// "2: a b": the number and the words of each line.
std::string printed(std::string_view text) {
  std::string out;
  for (const WeightLine& line : weight_lines(text)) {
    out += std::to_string(line.number) + ":";
    for (const std::string& word : line.words) out += " " + word;
    out += "\n";
  }
  return out;
}

TEST_CASE("lines are cut at their blanks, without comments and empty lines") {
  CHECK(printed("# a comment\n\n  form   past  3  # so\n\tkind \"#\" x\r\n") == "3: form past 3\n4: kind \"#\" x\n");
  CHECK(printed("") == "");
}

TEST_CASE("points are whole numbers with or without a sign") {
  const struct {
    const char* text;
    bool good;
    int points;
  } cases[] = {{"3", true, 3}, {"+3", true, 3}, {"-3", true, -3}, {"0", true, 0}, {"3.5", false, 0}, {"", false, 0}, {"+", false, 0}, {"x", false, 0}, {"99999999999", false, 0}};
  for (const auto& c : cases) {
    CAPTURE(c.text);
    int points = 0;
    CHECK(read_points(c.text, points) == c.good);
    if (c.good) CHECK(points == c.points);
  }
}

TEST_CASE("a complaint points at the word") {
  const WeightLine line = weight_lines("form passed 1").at(0);
  CHECK(to_string(complaint(line, "w.txt", "passed", "bad", {"`passed` is no form", "there is past"})).starts_with("w.txt:1:6: error: `passed` is no form"));
}

}  // namespace
}  // namespace liaison
