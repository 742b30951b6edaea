#include "relations/bearers.h"

#include <doctest/doctest.h>

#include <span>
#include <string>

#include "relations/sentence_table.h"

namespace liaison::sentence_table {
namespace {

struct Case {
  std::string text, person;  // empty: nobody
};

/// Checks who holds the only role of each text.
void check_holders(std::span<const Case> cases) {
  Analyzer analyzer(pack_with_names());
  Scratch scratch;
  for (const Case& c : cases) {
    CAPTURE(c.text);
    Analysis analysis = analyzer.analyze({.id = "s", .text = c.text}, scratch);
    REQUIRE(analysis.holds.size() == (c.person.empty() ? 0 : 1));
    if (!c.person.empty()) CHECK(analysis.entities[std::size_t(analysis.holds[0].person)].name == c.person);
  }
}

TEST_CASE("who he or she is that holds a role") {
  const Case cases[] = {
      {"Ann Harper won. She is chairman of Toyota.", "Ann Harper"},
      {"Ann Harper met Paul Martin. She is chairman of Toyota.", "Ann Harper"},
      {"Ann Harper met Mary Barra. She is chairman of Toyota.", "Ann Harper"},
      {"Ann Harper met Mary Barra. On Monday, said the paper, she became chairman of Toyota.", ""},
      {"Ann Harper met Paul Martin while he was chairman of Toyota.", "Paul Martin"},
      {"Ann Harper saw Mary Barra when she was chairman of Toyota.", ""},
      {"Ann Harper won. Before she became chairman of Toyota, all was well.", ""},
      {"Ann Harper won. \"She is chairman of Toyota.\"", ""},
      {"Paul Martin won. She is chairman of Toyota.", ""},
      {"She is chairman of Toyota.", ""},
      {"Ann Harper won. It rained. It poured. It stormed. She is chairman of Toyota.", ""},
  };
  check_holders(cases);
}

TEST_CASE("who was described in the sentence before he is named") {
  const Case cases[] = {
      {"A former treasurer of Toyota was jailed. Paul Martin, 52, had lied.", "Paul Martin"},
      {"A former treasurer of Toyota was jailed. Martin, 52, had lied.", ""},
      {"A former treasurer of Toyota was jailed. Paul Martin's son had lied.", ""},
      {"A former treasurer of Toyota was jailed. Paul Martin and Ann Harper had lied.", ""},
      {"Paul Martin slept. A former treasurer of Toyota was jailed. Paul Martin had lied.", ""},
      {"A former treasurer of Toyota was jailed for Ann Harper. Paul Martin had lied.", ""},
  };
  check_holders(cases);
}

}  // namespace
}  // namespace liaison::sentence_table
