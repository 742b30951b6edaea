// What ClauseParser takes out between brackets, and where it hangs that.
#include <doctest/doctest.h>

#include "printed.h"

namespace liaison {
namespace {

TEST_CASE("a sentence goes on behind what is inserted as if it were not there") {
  struct Case {
    std::string sentence, expected;
  };
  const Case cases[] = {
      {"Lee (who left) met Musk.", "met{subject: Lee{relative: left}, object: Musk}"},
      {"Lee (a friend) met Musk.", "met{subject: Lee{apposition: a friend}, object: Musk}"},
      {"Lee (backed by Cook) met Musk.", "met{subject: Lee{participle: backed{by{Cook}}}, object: Musk}"},
      {"Musk met Lee (the head of Toyota), Cook and Barra.",
       "met{subject: Musk, object: Lee{apposition: the head{of{Toyota}}, conjunct: Cook, conjunct: Barra}}"},
      {"Lee, (D-Ohio), quietly met Musk.", "met{subject: Lee{apposition: D-Ohio}, object: Musk}"},
      {"Lee met (it turned out) Musk.", "met{subject: Lee, object: Musk} | turned{subject: it, out}"},
      {"Talks with Samsung (Lee, Musk and Cook) failed.", "failed{subject: Talks{with{Samsung{conjunct: Lee, conjunct: Musk, conjunct: Cook}}}}"},
      {"Lee (a friend) (the head of Toyota) met Musk (a guest) and Cook.",
       "met{subject: Lee{apposition: a friend, apposition: the head{of{Toyota}}}, object: Musk{apposition: a guest, conjunct: Cook}}"},
      // Ages.
      {"Lee, 54, met Musk.", "met{subject: Lee, object: Musk}"},
      {"Lee, 54 (D-Ohio), met Musk (a guest).", "met{subject: Lee{apposition: D-Ohio}, object: Musk{apposition: a guest}}"},
      {"Lee, 54, who met Musk, left.", "left{subject: Lee{relative: met{object: Musk}}}"},
      // Square brackets say who a neighbour is, or stand around what is put for another word.
      {"Lee met the chairman [Musk] and Cook.", "met{subject: Lee, object: the chairman{apposition: Musk, conjunct: Cook}}"},
      {"Lee spoke to [chairman] Musk.", "spoke{subject: Lee, to{Musk}}"},
      {"[Lee] met Musk.", "met{subject: Lee, object: Musk}"},
      // What is not closed is no insertion.
      {"Lee ( met Musk.", "met{subject: Lee, object: Musk}"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.sentence);
    CHECK(PrintedText(c.sentence).tree() == c.expected);
  }
}

}  // namespace
}  // namespace liaison
