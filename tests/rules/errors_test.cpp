// What is said of files that are wrong: tests/rules/errors.txt is the table, with the exact text of each message.
#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "liaison/pack.h"

namespace liaison {
namespace {

constexpr const char* kTable = LIAISON_SOURCE_DIR "/tests/rules/errors.txt";

/// `=== PATH: what is wrong`, the file, a line `---`, and what is said about it.
struct Case {
  std::string title, text, expected;
};

std::vector<Case> read_cases() {
  std::ifstream in(kTable, std::ios::binary);
  std::vector<Case> out;
  bool in_expected = false;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("=== ")) {
      out.push_back({line.substr(4), {}, {}});
      in_expected = false;
    } else if (out.empty()) continue;  // the head of the table
    else if (line == "---") in_expected = true;
    else (in_expected ? out.back().expected : out.back().text) += line + '\n';
  }
  return out;
}

/// A language of a few words, to which the file of a case is added.
PackBuilder small_language() {
  PackBuilder builder("small", "1");
  builder.add({"words/determiner.txt", "the\na\n"})
      .add({"words/preposition.txt", "with\nbetween\nto\n"})
      .add({"words/role_head.txt", "chairman ; kind=office\npresident ; kind=title,office\nvice president ; kind=office\n"})
      .add({"morphology/inflection.txt", "verb past e$ +d\nverb past . +ed\nverb gerund . +ing\nverb 3sg . +s\nnoun plural . +s\n"})
      .add({"names/bodies.txt", "%type ORG\nNorvane Motors | Norvane\n"})
      .add({"rules/shared.rules", "list GREETING = \"hello\"\n"
                                    "template greeted(WORD) -> make FOUND\n  GREETING WORD\n"
                                    "rule shared_role -> make ROLE\n  role_head\n"});
  return builder;
}

std::string complaints_about(const Case& c) {
  PackBuilder::Result built = small_language().add({c.title.substr(0, c.title.find(": ")), c.text}).build();
  std::string out;
  for (const Diagnostic& d : built.diagnostics) out += to_string(d) + '\n';
  return out;
}

TEST_CASE("what is wrong with a file is told with its place, and what to do about it") {
  std::vector<Case> cases = read_cases();
  CHECK(cases.size() >= 120);
  for (const Case& c : cases) {
    CAPTURE(c.title);
    CHECK(complaints_about(c) == c.expected);
  }
}

/// Writes the table anew, to be read over before it is committed: LIAISON_UPDATE_TABLES=1 rules_tests.
TEST_CASE("the table can be written anew") {
  if (!std::getenv("LIAISON_UPDATE_TABLES")) return;
  std::ifstream in(kTable, std::ios::binary);
  std::ostringstream out;
  for (std::string line; std::getline(in, line) && !line.starts_with("=== ");) out << line << '\n';
  for (const Case& c : read_cases()) out << "=== " << c.title << '\n' << c.text << "---\n" << complaints_about(c);
  std::ofstream(kTable, std::ios::binary) << out.str();
}

}  // namespace
}  // namespace liaison
