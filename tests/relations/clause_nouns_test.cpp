// Where ClauseParser hangs nouns.
#include <doctest/doctest.h>

#include "printed.h"

namespace liaison {
namespace {

TEST_CASE("nouns are subjects, objects, owners, conjuncts and appositions") {
  struct Case {
    std::string sentence, expected;
  };
  const Case cases[] = {
      {"Samsung chairman Jay Lee gave Musk a book.",
       "gave{subject: Samsung chairman Jay Lee, indirect object: Musk, object: a book}"},
      {"Lee met Musk, Cook and Barra.", "met{subject: Lee, object: Musk{conjunct: Cook, conjunct: Barra}}"},
      {"Lee met with Musk and with Cook.", "met{subject: Lee, with{Musk}, with{Cook}}"},
      {"Samsung and Toyota signed an agreement on chips.",
       "signed{subject: Samsung{conjunct: Toyota}, object: an agreement{on{chips}}}"},
      {"Lee did not meet Musk, the head of Toyota.",
       "did not meet{subject: Lee, object: Musk{apposition: the head{of{Toyota}}}}"},
      {"Lee, chairman of Samsung, and Mary Barra of Toyota met.",
       "met{subject: Lee{apposition: chairman{of{Samsung}}, conjunct: Mary Barra{of{Toyota}}}}"},
      {"Lee met Barra, sister of Musk and Cook.", "met{subject: Lee, object: Barra{apposition: sister{of{Musk{conjunct: Cook}}}}}"},
      {"Lee's car stopped.", "stopped{subject: car{owner: Lee's}}"},
      {"Musk's meeting with Lee failed.", "failed{subject: meeting{owner: Musk's, with{Lee}}}"},
      {"Talks between Lee and Musk were postponed.", "were postponed{subject: Talks{between{Lee{conjunct: Musk}}}}"},
      {"Officials from Japan and France met in Tokyo.",
       "met{subject: Officials{from{Japan{conjunct: France}}}, in{Tokyo}}"},
      {"Under a pact signed in Paris, Japan and France will share chips.",
       "will share{Under{a pact{participle: signed{in{Paris}}}}, subject: Japan{conjunct: France}, object: chips}"},
      {"After talks with Lee, Barra and others, Musk left.", "left{After{talks{with{Lee{conjunct: Barra, conjunct: others}}}}, subject: Musk}"},
      {"Lee met Musk, but Toyota and Samsung will leave Japan.",
       "met{subject: Lee, object: Musk, conjunct: will leave{subject: Toyota{conjunct: Samsung}, object: Japan}}"},
      {"Lee asked Musk for help, his office told Cook.", "asked{subject: Lee, object: Musk, for{help}, content: told{subject: his office, object: Cook}}"},
      // Lists.
      {"A pact between Samsung, Toyota and two other firms failed.",
       "failed{subject: A pact{between{Samsung{conjunct: Toyota, conjunct: two other firms}}}}"},
      {"Cook met Lee, Musk and their wives.", "met{subject: Cook, object: Lee{conjunct: Musk, conjunct: their wives}}"},
      {"Lee; Musk, the head of Toyota; and Cook met Barra.",
       "met{subject: Lee{conjunct: Musk{apposition: the head{of{Toyota}}}, conjunct: Cook}, object: Barra}"},
      {"Barra met with Lee, a friend; Musk, the head of Toyota; and Cook.",
       "met{subject: Barra, with{Lee{apposition: a friend, conjunct: Musk{apposition: the head{of{Toyota}}}, conjunct: Cook}}}"},
      {"Musk met Lee on a visit to Japan.", "met{subject: Musk, object: Lee, on{a visit{to{Japan}}}}"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.sentence);
    CHECK(PrintedText(c.sentence).tree() == c.expected);
  }
}

}  // namespace
}  // namespace liaison
