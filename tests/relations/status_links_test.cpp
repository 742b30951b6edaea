// status_links: what leads from an event to what is said of it.
#include "relations/status_links.h"

#include <doctest/doctest.h>

#include "printed.h"

namespace liaison {
namespace {

TEST_CASE("the status of an event comes over what it is done with, and not over phrases that only tell how or where") {
  struct Case {
    std::string name, text, expected;
  };
  const Case cases[] = {
      {"the verb that governs the noun", "Lee hopes to raise the matter at a meeting with Musk.", "planned"},
      {"a gerund with its own subject", "The board ruled out Lee meeting Musk.", "denied"},
      {"what somebody is named as", "Lee may name Musk as his running mate.", "possible"},
      {"how it is done", "Toyota will build it in partnership with Samsung.", "planned"},
      {"where something is demanded", "Lee repeated his demand in talks with Musk.", "occurred"},
      {"what a letter is about", "Lee sent Musk a letter that he should join a club.", "occurred"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(PrintedText(c.text).last_status() == c.expected);
  }
}

}  // namespace
}  // namespace liaison
