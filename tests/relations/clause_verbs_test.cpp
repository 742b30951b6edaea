// Where ClauseParser hangs verbs.
#include <doctest/doctest.h>

#include "printed.h"

namespace liaison {
namespace {

TEST_CASE("verbs are conjuncts, complements, participles and relative clauses") {
  struct Case {
    std::string sentence, expected;
  };
  const Case cases[] = {
      {"Lee asked Musk to leave, writing to Cook.", "asked{subject: Lee, object: Musk, complement: to leave, adverbial: writing{to{Cook}}}"},
      {"Musk will visit Cook and meet Lee.", "will visit{subject: Musk, object: Cook, conjunct: meet{object: Lee}}"},
      {"Lee plans to meet Musk and Cook.", "plans{subject: Lee, complement: to meet{object: Musk{conjunct: Cook}}}"},
      {"Lee denied meeting Musk.", "denied{subject: Lee, complement: meeting{object: Musk}}"},
      {"Lee asked Musk to meet Cook.", "asked{subject: Lee, object: Musk, complement: to meet{object: Cook}}"},
      {"Musk, who had met Lee in Tokyo, left Japan.",
       "left{subject: Musk{relative: had met{object: Lee, in{Tokyo}}}, object: Japan}"},
      {"Lee, whom Musk met in Tokyo, smiled.", "smiled{subject: Lee{relative: met{subject: Musk, in{Tokyo}}}}"},
      {"The man who met Lee was Musk.", "was{subject: The man{relative: met{object: Lee}}, complement: Musk}"},
      {"Lee and Musk, speaking in Tokyo, agreed to work together.",
       "agreed{subject: Lee{conjunct: Musk, participle: speaking{in{Tokyo}}}, complement: to work}"},
      {"The talks, held in Tokyo on Monday, failed.", "failed{subject: The talks{participle: held{in{Tokyo}}}}"},
      {"Lee left Tokyo without meeting Musk.", "left{subject: Lee, object: Tokyo, without{meeting{object: Musk}}}"},
      {"Cook spoke after Lee and Musk met.", "spoke{subject: Cook, adverbial: met{subject: Lee{conjunct: Musk}}}"},
      {"Cook spoke after officials from Japan and France met in Tokyo.",
       "spoke{subject: Cook, adverbial: met{subject: officials{from{Japan{conjunct: France}}}, in{Tokyo}}}"},
      {"In a letter to Musk, Lee asked for help, Cook said.",
       "said{content: asked{In{a letter{to{Musk}}}, subject: Lee, for{help}}, subject: Cook}"},
      {"A pact between Lee and Musk, intended to help Cook, was rejected.",
       "was rejected{subject: A pact{between{Lee{conjunct: Musk}}, participle: intended{complement: to help{object: Cook}}}}"},
      {"Samsung rejected a request by Musk to meet Lee.",
       "rejected{subject: Samsung, object: a request{by{Musk}, complement: to meet{object: Lee}}}"},
      {"Lee denied having met or spoken with Musk.",
       "denied{subject: Lee, complement: having met{conjunct: spoken{with{Musk}}}}"},
      {"The pact Japan and France signed in Paris failed.",
       "failed{subject: The pact{relative: signed{subject: Japan{conjunct: France}, in{Paris}}}}"},
      {"A group made up of Lee, Musk and Cook won.", "won{subject: A group{participle: made{up}, of{Lee{conjunct: Musk, conjunct: Cook}}}}"},
      {"The report describes an effort by Lee to meet Musk.",
       "describes{subject: The report, object: an effort{by{Lee}, complement: to meet{object: Musk}}}"},
      {"Lee told lawmakers that Musk met Cook.", "told{subject: Lee, object: lawmakers, content: met{subject: Musk, object: Cook}}"},
      {"Lee told a story that Musk wrote.", "told{subject: Lee, object: a story{relative: wrote{subject: Musk}}}"},
      {"Lee testified before the committee that Musk met Cook.",
       "testified{subject: Lee, before{the committee}, content: met{subject: Musk, object: Cook}}"},
      {"Lee, founder of Samsung, a group promoting democracy, who met Musk, left.",
       "left{subject: Lee{apposition: founder{of{Samsung{apposition: a group{participle: promoting{object: democracy}}}}, relative: met{object: Musk}}}}"},
      {"Lee was told of the plan, met with Musk and left.",
       "was told{subject: Lee, of{the plan}, conjunct: met{with{Musk}, conjunct: left}}"},
      {"A bill written by Lee, a senator, and Cook passed.",
       "passed{subject: A bill{participle: written{by{Lee{apposition: a senator, conjunct: Cook}}}}}"},
      {"\"We agree,\" Lee said in a paper released by Samsung.",
       "said{content: agree{subject: We}, subject: Lee, in{a paper{participle: released{by{Samsung}}}}}"},
      {"While he was chairman, Lee met Musk.", "met{adverbial: was{subject: he, complement: chairman}, subject: Lee, object: Musk}"},
      {"Lee was met by Musk at the airport.", "was met{subject: Lee, by{Musk}, at{the airport}}"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.sentence);
    CHECK(PrintedText(c.sentence).tree() == c.expected);
  }
}

}  // namespace
}  // namespace liaison
