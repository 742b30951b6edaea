// data/RULES.md, the reference of the language: every example in it compiles, and comes out as it says.
#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <string>

#include "liaison/pack.h"
#include "source_path.h"

namespace liaison {
namespace {

/// Adds the code blocks of the reference to a pack: ```rules, ```words, ```names, ```table and ```weights are files, and
/// ```grammar is none. Gives how many blocks there are of each kind.
std::map<std::string, int> add_blocks(PackBuilder& builder) {
  const std::map<std::string, std::string> endings{{"rules", ".rules"}, {"words", ".txt"}, {"names", ".txt"},
                                                   {"table", ".tsv"},   {"weights", ".txt"}, {"tellings", ".txt"}};
  std::map<std::string, int> kinds;
  std::ifstream in(source_path("data/RULES.md"));
  std::string kind, text;
  int number = 0;
  for (std::string line; std::getline(in, line); ++number) {
    if (!line.starts_with("```")) text += line + '\n';
    else if (kind.empty()) {
      kind = line.substr(3);
      text.clear();
      CHECK_MESSAGE((kind == "grammar" || endings.contains(kind)), "RULES.md:", number + 1, ": the kind of this block is missing");
      ++kinds[kind];
    } else {
      if (kind == "tellings") builder.add({"weights/tellings.txt", text});
      else if (auto ending = endings.find(kind); ending != endings.end())
        builder.add({(kind == "table" ? "names" : kind) + "/added/reference_" + std::to_string(number) + ending->second, text});
      kind.clear();
    }
  }
  return kinds;
}

TEST_CASE("the examples of the reference compile and hold") {
  PackBuilder builder(Pack::english());
  std::map<std::string, int> kinds = add_blocks(builder);
  CHECK(kinds["rules"] >= 5);
  CHECK(kinds["words"] >= 1);
  CHECK(kinds["names"] >= 1);
  CHECK(kinds["weights"] >= 1);
  CHECK(kinds["tellings"] >= 1);
  auto built = builder.build();
  for (const Diagnostic& d : built.diagnostics) CHECK_MESSAGE(d.severity != Severity::error, to_string(d));
  REQUIRE(built.pack);
  ExampleReport report = run_examples(built.pack);
  for (const ExampleFailure& f : report.failures)
    if (f.place.starts_with("rules/added/"))
      FAIL_CHECK(f.place << " (" << f.rule << "): " << f.sentence << "\n  expected " << f.expected << "\n  found    " << f.found);
}

}  // namespace
}  // namespace liaison
