#include <doctest/doctest.h>

#include <set>

#include "liaison/pack.h"
#include "pack_contents.h"
#include "rules/syntax.h"
#include "source_path.h"

namespace liaison {
namespace {

TEST_CASE("every example in the rules of English comes out as it says") {
  ExampleReport report = run_examples(Pack::english());
  for (const ExampleFailure& f : report.failures)
    FAIL_CHECK(f.place << " (" << f.rule << "): " << f.sentence << "\n  expected " << f.expected << "\n  found    " << f.found);
  for (const ExampleFailure& f : report.turned) FAIL_CHECK(f.place << ": this `todo` holds by now; make it a `yes`");
  for (const Diagnostic& d : report.warnings) FAIL_CHECK(to_string(d));
  CHECK(report.yes >= 60);
  CHECK(report.no >= 60);
}

TEST_CASE("every rule and frame of English has a `yes` and a `no`") {
  const auto pack = Pack::english();
  const RuleBook& book = pack->contents().rules;
  std::set<std::string> yes, no;
  for (const Example& e : book.examples()) {
    std::string rule(pack->rule_name(static_cast<RuleId>(e.rule)));
    (e.kind == static_cast<std::uint32_t>(ExampleKind::yes) ? yes : no).insert(rule.substr(0, rule.find('/')));
  }
  for (const Rule& rule : book.rules()) {
    std::string name(book.string(rule.name));
    CHECK_MESSAGE(yes.contains(name), name, " has no `yes`");
    CHECK_MESSAGE(no.contains(name), name, " has no `no`");
  }
  for (const std::string& name : pack->rule_names()) {
    const std::string kind = name.substr(0, name.find('/'));  // that of a frame, where there is a trigger behind it
    CHECK_MESSAGE((yes.contains(kind) && no.contains(kind)), kind, " has no `yes` or no `no`");
  }
}

TEST_CASE("English compiles without a warning") {
  auto built = PackBuilder("en", "0").add_folder(source_path("data/en")).build();
  for (const Diagnostic& d : built.diagnostics) FAIL_CHECK(to_string(d));
}

TEST_CASE("a rule that others satisfy in its own examples is warned of") {
  auto built = PackBuilder(Pack::english())
                   .add({"rules/ours.rules", "rule low -> make DATE priority -9\n  \"yesterday\"\n  yes \"He came yesterday.\" => yesterday\n"
                                             "rule some -> make DATE priority -9\n  \"yesterday\" | \"anon\"\n"
                                             "  yes \"He came anon.\" => anon\n  yes \"He came yesterday.\" => yesterday\n"
                                             "# allow never-wins: it shows how a comment silences\n"
                                             "rule quiet -> make DATE priority -9\n  \"yesterday\" | \"when\"\n  yes \"He came yesterday.\" => yesterday\n"})
                   .build();
  REQUIRE(built.pack);
  ExampleReport report = run_examples(built.pack);
  REQUIRE(report.warnings.size() == 2);
  CHECK(to_string(report.warnings[0]) ==
        "rules/ours.rules:1:1: warning: `low` loses on all its own `yes` lines, to `date_word` [never-wins]\n"
        "give it a higher priority or an example that only it finds, or leave it out");
  CHECK(to_string(report.warnings[1]) == "rules/ours.rules:7:1: warning: this example of `some` is satisfied by `date_word` [other-rule]\n"
                                         "write a sentence that only this rule reads");
}

/// The warnings of rules between which only their order decides, as they are printed.
std::string warnings_of_order(const std::string& rules) {
  auto built = PackBuilder(Pack::english()).add({"rules/ours.rules", rules}).build();
  REQUIRE(built.pack);
  std::string out;
  for (const Diagnostic& d : run_examples(built.pack).warnings)
    if (d.code == "equal-priority") out += to_string(d) + "\n";
  return out;
}

TEST_CASE("two rules between which only their order decides are warned of") {
  const std::string first = "rule barge -> make BARGE priority 3\n  \"the\" \"vasquelle\"\n  yes \"He saw the vasquelle.\" => the vasquelle\n";
  CHECK(warnings_of_order(first + "rule port -> make PORT priority 3\n  \"the\" \"vasquelle\"\n") ==
        "rules/ours.rules:3:1: warning: here `barge` and `port` find something else each, and only their order decides [equal-priority]\n"
        "give one of them a higher priority\n");
  CHECK(warnings_of_order(first + "rule port -> make PORT priority 2\n  \"the\" \"vasquelle\"\n") == "");
  CHECK(warnings_of_order(first + "rule port -> make PORT priority 3\n  \"vasquelle\"\n") == "");
  CHECK(warnings_of_order(first + "rule barge_too -> make BARGE priority 3\n  \"the\" \"vasquelle\"\n") == "");
}

TEST_CASE("two rules of holds between which only their order decides are warned of") {
  const std::string first = "link once -> holds(p, r, o) when=former priority 50\n  p:PERSON \"vasquelled as\" r:ROLE \"of\" o:ORG\n"
                            "  yes \"Ann Harper vasquelled as chairman of Samsung.\" => Ann Harper | chairman | Samsung | former\n";
  const std::string pattern = "\n  p:PERSON \"vasquelled as\" r:ROLE \"of\" o:ORG\n";
  CHECK(warnings_of_order(first + "link soon -> holds(p, r, o) when=incoming priority 50" + pattern) ==
        "rules/ours.rules:3:1: warning: here `once` and `soon` find something else each, and only their order decides [equal-priority]\n"
        "give one of them a higher priority\n");
  CHECK(warnings_of_order(first + "link soon -> holds(p, r, o) when=incoming priority 49" + pattern) == "");
  CHECK(warnings_of_order(first + "link again -> holds(p, r, o) when=former priority 50" + pattern) == "");
  CHECK(warnings_of_order("# allow equal-priority: none\n" + first).empty());
}

TEST_CASE("a comment on a warning of examples silences it, and is warned of where there is none") {
  auto said = [](const std::string& comment) {
    auto built = PackBuilder(Pack::english())
                     .add({"rules/ours.rules", comment + "rule low -> make DATE priority -9\n  \"yesterday\"\n"
                                                         "  yes \"He came yesterday.\" => yesterday\n"})
                     .build();
    std::string out;
    for (const Diagnostic& d : built.diagnostics)
      if (d.code != "subsumed") out += d.code + "\n";
    if (built.pack)
      for (const Diagnostic& d : run_examples(built.pack).warnings) out += d.code + "\n";
    return out;
  };
  CHECK(said("") == "never-wins\n");
  CHECK(said("# allow never-wins: it shows how a comment silences\n") == "");
  CHECK(said("# allow never-wins\n") == "no-reason\n");
  CHECK(said("# allow equal-priority: nothing of the kind\n") == "never-wins\nunused-allow\n");
}

TEST_CASE("an example that fails is reported with its place and what was found") {
  auto built = PackBuilder(Pack::english())
                   .add({"rules/ours.rules", "rule never -> make ROLE over tokens\n  \"grand\" \"vizier\"\n"
                                             "  yes \"He is the grand duke of somewhere.\" => grand vizier\n"
                                             "  no \"The grand vizier left.\"\n"
                                             "  todo \"The grand vizier left.\" => grand vizier\n"})
                   .build();
  REQUIRE(built.pack);
  ExampleReport report = run_examples(built.pack);
  REQUIRE(report.failures.size() == 2);
  CHECK(report.failures[0].place == "rules/ours.rules:3");
  CHECK(report.failures[1].place == "rules/ours.rules:4");
  CHECK(report.failures[1].found == "grand vizier");
  REQUIRE(report.turned.size() == 1);
  CHECK(report.turned[0].place == "rules/ours.rules:5");
}

}  // namespace
}  // namespace liaison
