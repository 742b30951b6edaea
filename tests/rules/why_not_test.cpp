#include <doctest/doctest.h>

#include "rules/match_trace.h"
#include "rules/small_language.h"
#include "rules/why_not.h"

namespace liaison {
namespace {

/// The furthest attempt of the first rule in a sentence, printed: what it took and for what, `/`, what it wanted next.
std::string furthest(const std::string& rule, const std::string& marked, std::uint32_t near = Unit::kNoAnnotation) {
  SmallLanguage language("rule r -> make ROLE\n  " + rule + "\n");
  REQUIRE_MESSAGE(language.complaints().empty(), language.complaints());
  language.open();
  SmallText text(language, marked);
  Attempt best = furthest_attempt(language.book, language.book.rules()[0], text.sequence(), near, text.same_entity());
  std::string out;
  for (const Attempt::Step& step : best.taken) out += text.surface({step.first, step.last}) + "=" + step.wanted + " ";
  if (best.matches) return out + "matches";
  out += "/";
  for (const std::string& wanted : best.wanted) out += " " + wanted;
  return out;
}

TEST_CASE("how far a rule comes, and what it wants there") {
  struct Case {
    const char *name, *rule, *sentence, *expected;
  };
  const Case cases[] = {
      {"a word is missing", "\"the\" role_head \"of\"", "the chairman met", "the=\"the\" chairman=role_head / \"of\""},
      {"nothing begins it", "\"of\" role_head", "the chairman met", "/ \"of\""},
      {"two ways to go on", "\"the\" (\"old\" | \"new\") role_head", "the chairman", "the=\"the\" / \"old\" \"new\""},
      {"the longest way is told", "\"the\" \"big\"? role_head \"left\"", "the big chairman sat", "the=\"the\" big=\"big\" chairman=role_head / \"left\""},
      {"a phrase counts as one", "\"the\" role_head \"left\"", "the vice president sat", "the=\"the\" vice president=role_head / \"left\""},
      {"a type", "\"the\" who:PERSON", "the [ORG 1 Acme]", "the=\"the\" / PERSON"},
      {"several conditions on a unit", "\"the\" @lower & !role_head", "the chairman", "the=\"the\" / @lower & !role_head"},
      {"the edge of the sentence", "role_head $", "chairman left", "chairman=role_head / the end of the sentence (`$`)"},
      {"what must not stand ahead", "role_head !(\"of\") _", "chairman of", "chairman=role_head / nothing ahead of the form ( \"of\" )"},
      {"what must stand behind", "<(\"the\") role_head", "a chairman", "/ something behind of the form ( \"the\" )"},
      {"a condition on captures", "a:PERSON \"met\" b:PERSON\n  where different(a, b)", "[PERSON 1 Lee] met [PERSON 1 Lee]",
       "Lee=PERSON met=\"met\" Lee=PERSON / [Lee] and [Lee] to be different entities (`where`)"},
      {"it matches", "\"the\" role_head", "the chairman", "the=\"the\" chairman=role_head matches"}};
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(furthest(c.rule, c.sentence) == c.expected);
  }
}

TEST_CASE("the place that a question is about goes before the longest attempt") {
  const char* sentence = "the chairman met a president sat";
  CHECK(furthest("determiner role_head \"met\" \"the\"", sentence) == "the=determiner chairman=role_head met=\"met\" / \"the\"");
  CHECK(furthest("determiner role_head \"met\" \"the\"", sentence, 4) == "a=determiner president=role_head / \"met\"");
}

TEST_CASE("a trace hears what each match lost to, and by what") {
  SmallLanguage language("rule short -> make ROLE\n  role_head\nrule long -> make ROLE\n  \"the\" role_head\n"
                         "rule first -> make ROLE priority 2\n  \"the\"\n");
  language.open();
  SmallText text(language, "the chairman");
  Matcher matcher;
  std::vector<Match> all, standing;
  matcher.run(language.book, kTokensPhase, text.sequence(), text.same_entity(), all);
  standing = all;
  select_matches(language.book, standing);
  TraceList trace;
  trace_matches(language.book, text.sequence(), all, standing, trace);
  std::string out;
  for (const TraceRecord& r : trace.records)
    out += std::string(language.book.string(language.book.rules()[static_cast<std::uint32_t>(r.rule)].name)) + ": " +
           (r.stands ? "stands" : r.why) + "\n";
  CHECK(out == "long: lost to `first`: priority 2 against 0\nfirst: stands\nshort: stands\n");
}

}  // namespace
}  // namespace liaison
