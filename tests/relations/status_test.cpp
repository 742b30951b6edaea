#include "relations/status.h"

#include <doctest/doctest.h>

#include "printed.h"

namespace liaison {
namespace {

TEST_CASE("the status of a meeting is that of the chain of predicates above it") {
  struct Case {
    std::string sentence, expected;
  };
  const Case cases[] = {
      // Tense, modality and polarity of its own verb.
      {"Lee met Musk.", "occurred"},
      {"Lee had met Musk.", "occurred"},
      {"Lee will meet Musk.", "planned"},
      {"Lee may meet Musk on Friday.", "possible"},
      {"Lee could have met Musk.", "possible"},
      {"Lee did not meet Musk.", "denied"},
      {"Lee cannot meet Musk.", "denied"},
      {"Lee says he never met Musk.", "denied"},
      {"Neither Lee nor Musk met Cook.", "denied"},
      // Verbs above it.
      {"Lee plans to meet Musk.", "planned"},
      {"Lee was to meet Musk but stayed at home.", "planned"},
      {"Lee and Musk agreed to meet in Tokyo.", "planned"},
      {"Lee hopes to be met by Musk.", "possible"},
      {"Lee asked Musk to meet Cook.", "possible"},
      {"Lee refused to meet Musk.", "denied"},
      {"Lee failed to meet Musk.", "denied"},
      {"Lee denied meeting Musk.", "denied"},
      {"Lee denied that he had met Musk.", "denied"},
      {"Lee left Tokyo without meeting Musk.", "denied"},
      {"If Lee meets Musk, Cook will leave.", "possible"},
      {"It was the first time that Lee had met Musk.", "occurred"},
      // Nouns that tell of it, and what is said of them.
      {"Lee held talks with Musk.", "occurred"},
      {"Talks between Lee and Musk took place.", "occurred"},
      {"No meeting between Lee and Musk took place.", "denied"},
      {"A meeting between Lee and Musk is planned.", "planned"},
      {"Lee called for a meeting with Musk.", "possible"},
      {"Lee cancelled a meeting with Musk.", "denied"},
      {"Lee's meeting with Musk was called off.", "denied"},
      {"Talks between Lee and Musk were postponed.", "planned"},
      // From outsiders it is speculation.
      {"Analysts say Lee could meet Musk.", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.sentence);
    CHECK(PrintedText(c.sentence).last_status() == c.expected);
  }
}

TEST_CASE("a trace tells the chain, inside out") {
  TraceList trace;
  PrintedText("Lee refused to meet Musk.").events(&trace);
  std::string chain;
  for (const TraceRecord& record : trace.records)
    for (const TraceDetail& detail : record.details)
      if (detail.kind == TraceDetail::Kind::status) chain += (chain.empty() ? "" : " < ") + detail.what + " " + detail.value;
  CHECK(chain == "to meet occurred < refused denied");
}

}  // namespace
}  // namespace liaison
