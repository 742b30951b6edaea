// joiners: who else was at what the sentence before tells.
#include "relations/joiners.h"

#include <doctest/doctest.h>

#include "printed.h"

namespace liaison {
namespace {

TEST_CASE("who joins the meeting that the sentence before tells takes part in it") {
  struct Case {
    std::string name, text, expected;
  };
  const std::string alone = "Lee / Musk | meeting | occurred", joined = "Lee / Musk / Cook | meeting | occurred";
  const Case cases[] = {
      {"who attended", "Lee met Musk in Tokyo. Cook also attended.", joined},
      {"by whom it was attended", "Lee met Musk in Tokyo. It was also attended by Cook.", joined},
      {"who was present", "Lee met Musk in Tokyo. Also present was Cook.", joined},
      {"who was in the room", "Lee met Musk in Tokyo. Cook was also in the room.", joined},
      {"who joined it", "Lee met Musk in Tokyo. Cook joined the meeting.", joined},
      {"who joined something else", "Lee met Musk in Tokyo. Cook joined the army.", alone},
      {"who did not", "Lee met Musk in Tokyo. Cook did not attend.", alone},
      {"who may", "Lee met Musk in Tokyo. Cook might also attend.", alone},
      {"who was at another one", "Lee met Musk in Tokyo. Cook attended a dinner.", alone},
      {"a body", "Lee met Musk in Tokyo. Samsung also attended.", alone},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(PrintedText(c.text).events() == c.expected);
  }
}

}  // namespace
}  // namespace liaison
