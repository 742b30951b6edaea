#include "relations/bearers.h"

#include <doctest/doctest.h>

#include "relations/sentence_table.h"

namespace liaison::sentence_table {
namespace {

TEST_CASE("who he or she is that holds a role") {
  struct Case {
    std::string text, person;  // empty: nobody
  };
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
  Analyzer analyzer(pack_with_names());
  Scratch scratch;
  for (const Case& c : cases) {
    CAPTURE(c.text);
    Analysis analysis = analyzer.analyze({.id = "s", .text = c.text}, scratch);
    REQUIRE(analysis.holds.size() == (c.person.empty() ? 0 : 1));
    if (!c.person.empty()) CHECK(analysis.entities[std::size_t(analysis.holds[0].person)].name == c.person);
  }
}

TEST_CASE("who was described in the sentence before he is named") {
  struct Case {
    std::string text, person;  // empty: nobody
  };
  const Case cases[] = {
      {"A former treasurer of Toyota was jailed. Paul Martin, 52, had lied.", "Paul Martin"},
      {"A former treasurer of Toyota was jailed. Martin, 52, had lied.", ""},
      {"A former treasurer of Toyota was jailed. Paul Martin's son had lied.", ""},
      {"A former treasurer of Toyota was jailed. Paul Martin and Ann Harper had lied.", ""},
      {"Paul Martin slept. A former treasurer of Toyota was jailed. Paul Martin had lied.", ""},
      {"A former treasurer of Toyota was jailed for Ann Harper. Paul Martin had lied.", ""},
  };
  Analyzer analyzer(pack_with_names());
  Scratch scratch;
  for (const Case& c : cases) {
    CAPTURE(c.text);
    Analysis analysis = analyzer.analyze({.id = "s", .text = c.text}, scratch);
    REQUIRE(analysis.holds.size() == (c.person.empty() ? 0 : 1));
    if (!c.person.empty()) CHECK(analysis.entities[std::size_t(analysis.holds[0].person)].name == c.person);
  }
}

}  // namespace
}  // namespace liaison::sentence_table
