#include "relations/cues.h"

#include <doctest/doctest.h>

#include "printed.h"

namespace liaison {
namespace {

TEST_CASE("a cue is of one table, and of some kinds of events or of all") {
  Cue cue;
  cue.table = Cue::kStatus;
  cue.kinds = 0;
  CHECK(is_cue_of(cue, Cue::kStatus, symbols::cooperation));
  CHECK_FALSE(is_cue_of(cue, Cue::kSupport, symbols::cooperation));
  cue.kinds = 1u << symbols::cooperation.id;
  CHECK(is_cue_of(cue, Cue::kStatus, symbols::cooperation));
  CHECK_FALSE(is_cue_of(cue, Cue::kStatus, symbols::meeting));
}

TEST_CASE("the particles of a cue stand behind it") {
  struct Case {
    std::string sentence, expected;
  };
  const Case cases[] = {
      {"Lee called for a meeting with Musk.", "possible"},
      {"Lee called off a meeting with Musk.", "denied"},
      {"Lee called a meeting with Musk off.", "denied"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.sentence);
    CHECK(PrintedText(c.sentence).last_status() == c.expected);
  }
}

}  // namespace
}  // namespace liaison
