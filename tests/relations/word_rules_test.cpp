#include "relations/word_rules.h"

#include <doctest/doctest.h>

#include <map>

#include "printed.h"

namespace liaison {
namespace {

/// English with other rules over words.
std::shared_ptr<const Pack> pack_with(const std::string& rules) {
  auto built = PackBuilder(Pack::english()).add({"rules/words.rules", rules}).build();
  for (const Diagnostic& d : built.diagnostics) CHECK_MESSAGE(d.severity != Severity::error, to_string(d));
  REQUIRE(built.pack);
  return built.pack;
}

/// What the rules narrow in a text: `talks: verb (talking)`, several between semicolons.
std::string narrowed(const std::shared_ptr<const Pack>& pack, const std::string& text) {
  TraceList trace;
  Scratch scratch;
  Document document;
  document.text = text;
  Analyzer(pack).analyze(document, scratch, &trace);
  std::string out;
  for (const TraceRecord& record : trace.records)
    if (record.kind == TraceRecord::Kind::reading)
      out += (out.empty() ? "" : "; ") + std::string(text_of(document, record.place)) + ": " + record.what + " (" +
             std::string(pack->rule_name(record.rule)) + ")";
  return out;
}

const std::string kReadings =
    "list noun = noun_singular | noun_plural\nlist verb = verb_base | verb_3sg | verb_past | verb_participle | verb_gerund\n"
    "readings part_of_speech = noun | verb\n";

TEST_CASE("rules over words narrow from left to right, and see what was narrowed") {
  auto pack = pack_with(kReadings +
                        "rule first -> select noun(n)\n  \"the\" n:( noun & verb )\n  no \"x\"\n"
                        "rule second -> select verb(v)\n  ( noun & !verb ) v:( noun & verb )\n  no \"x\"\n"
                        "rule third -> select noun(n)\n  ( verb & !noun ) n:( noun & verb )\n  no \"x\"\n");
  CHECK(narrowed(pack, "The talks hopes plans failed.") == "talks: noun (first); hopes: verb (second); plans: noun (third)");
  CHECK(narrowed(pack, "Talks hopes plans.") == "");
}

TEST_CASE("the last reading of a word stays, and the first rule at a word wins") {
  auto pack = pack_with(kReadings +
                        "rule takes -> remove noun(n)\n  n:noun\n  no \"x\"\n"
                        "rule takes_more -> remove verb(n)\n  n:verb\n  no \"x\"\n");
  CHECK(narrowed(pack, "Talks ministries.") == "Talks: verb (takes)");
}

TEST_CASE("names have no readings, and rules may ask for them") {
  auto pack = pack_with(kReadings + "rule person_acts -> select verb(v)\n  PERSON v:( noun & verb )\n  no \"x\"\n");
  CHECK(narrowed(pack, "Angela Merkel plans the talks.") == "plans: verb (person_acts)");
  CHECK(narrowed(pack, "The ministers plan the talks.") == "");
}

TEST_CASE("what a rule has told is not decided again") {
  CHECK(PrintedText("They visit.").tags() == "They/pronoun visit/verb ./stop");
  CHECK(PrintedText("They met in order to support the plan.").tags() ==
        "They/pronoun met/verb in order to/subordinator support/verb the/determiner plan/noun ./stop");
  // A role that is a verb here.
  CHECK(PrintedText("They head the company.").tags() == "They/pronoun head/verb the/determiner company/noun ./stop");
}

}  // namespace
}  // namespace liaison
