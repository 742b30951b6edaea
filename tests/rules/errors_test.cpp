// What is said of files that are wrong, or hardly what their author meant: tests/rules/errors.txt and warnings.txt are
// the tables, with the exact text of each message.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "liaison/pack.h"
#include "rules/silence.h"
#include "source_path.h"

namespace liaison {
namespace {

struct Table {
  const char* path;
  Severity severity;
  std::size_t cases;  // at least
};
constexpr Table kTables[] = {{"tests/rules/errors.txt", Severity::error, 120},
                             {"tests/rules/warnings.txt", Severity::warning, 15}};

/// `=== PATH: what is wrong`, the file, a line `---`, and what is said about it.
struct Case {
  std::string title, text, expected;

  std::string path() const { return title.substr(0, title.find(": ")); }
};

std::vector<Case> read_cases(const Table& table) {
  std::ifstream in(source_path(table.path), std::ios::binary);
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
      .add({"words/ordinary_4.txt", "target\n"})
      .add({"words/preposition.txt", "with\nbetween\nto\n"})
      .add({"words/role_head.txt", "chairman ; kind=office\npresident ; kind=title,office\nvice president ; kind=office\n"})
      .add({"morphology/inflection.txt", "verb past e$ +d\nverb past . +ed\nverb gerund . +ing\nverb 3sg . +s\nnoun plural . +s\n"})
      .add({"names/bodies.txt", "%type ORG\nNorvane Motors | Norvane\n"})
      .add({"rules/shared.rules", "list GREETING = \"hello\"\n"
                                    "template greeted(WORD) -> make FOUND\n  GREETING WORD\n"
                                    "rule shared_role -> make ROLE\n  role_head\n"});
  return builder;
}

/// All errors, or what is said of the file.
std::string complaints_about(const Case& c, Severity severity) {
  PackBuilder::Result built = small_language().add({c.path(), c.text}).build();
  std::string out;
  for (const Diagnostic& d : built.diagnostics)
    if (d.severity == Severity::error || (severity == Severity::warning && d.file == c.path())) out += to_string(d) + '\n';
  return out;
}

TEST_CASE("what is wrong with a file is told with its place, and what to do about it") {
  for (const Table& table : kTables) {
    std::vector<Case> cases = read_cases(table);
    CHECK(cases.size() >= table.cases);
    for (const Case& c : cases) {
      CAPTURE(c.title);
      CHECK(complaints_about(c, table.severity) == c.expected);
    }
  }
}

TEST_CASE("every error says what to do") {
  for (const Case& c : read_cases(kTables[0]))
    for (const Diagnostic& d : small_language().add({c.path(), c.text}).build().diagnostics) {
      CAPTURE(to_string(d));
      CHECK(!d.hint.empty());
    }
}

/// What is said of a file with a comment above the line of its first warning with a code, as codes.
std::vector<std::string> codes_with(const Case& c, const std::string& code, const std::string& comment) {
  std::uint32_t line = 0;
  for (const Diagnostic& d : small_language().add({c.path(), c.text}).build().diagnostics)
    if (line == 0 && d.code == code && d.file == c.path()) line = d.line;
  std::istringstream in(c.text);
  std::string text;
  std::uint32_t number = 0;
  for (std::string one; std::getline(in, one);) text += (++number == line ? comment + '\n' : "") + one + '\n';
  std::vector<std::string> out;
  for (const Diagnostic& d : small_language().add({c.path(), text}).build().diagnostics)
    if (d.file == c.path() && (d.line == line || d.line == line + 1)) out.push_back(d.code);
  return out;
}

TEST_CASE("each warning is silenced by a comment with a reason, and by none without") {
  for (const std::string& code : warning_codes(WarningStage::compiled)) {
    CAPTURE(code);
    std::vector<Case> cases = read_cases(kTables[1]);
    auto about = std::find_if(cases.begin(), cases.end(), [&](const Case& c) { return c.expected.find("[" + code + "]") != c.expected.npos; });
    REQUIRE(about != cases.end());
    auto has = [&](const std::string& comment, const std::string& what) {
      std::vector<std::string> said = codes_with(*about, code, comment);
      return std::find(said.begin(), said.end(), what) != said.end();
    };
    CHECK_FALSE(has("# allow " + code + ": it shows how", code));
    CHECK(has("# allow " + code, code));
    CHECK(has("# allow " + code, "no-reason"));
    CHECK(has("# allow " + code + ":  ", "no-reason"));
  }
}

TEST_CASE("the reference names every warning") {
  std::ifstream in(source_path("data/RULES.md"), std::ios::binary);
  const std::string reference(std::istreambuf_iterator<char>(in), {});
  for (WarningStage stage : {WarningStage::compiled, WarningStage::run})
    for (const std::string& code : warning_codes(stage)) CHECK_MESSAGE(reference.find("`" + code + "`") != reference.npos, code);
}

/// Writes the tables anew, to be read over before they are committed: LIAISON_UPDATE_TABLES=1 rules_tests.
TEST_CASE("the tables can be written anew") {
  if (!std::getenv("LIAISON_UPDATE_TABLES")) return;
  for (const Table& table : kTables) {
    std::ifstream in(source_path(table.path), std::ios::binary);
    std::ostringstream out;
    for (std::string line; std::getline(in, line) && !line.starts_with("=== ");) out << line << '\n';
    for (const Case& c : read_cases(table))
      out << "=== " << c.title << '\n' << c.text << "---\n" << complaints_about(c, table.severity);
    std::ofstream(source_path(table.path), std::ios::binary) << out.str();
  }
}

}  // namespace
}  // namespace liaison
