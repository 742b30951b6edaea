#include "relations/outcomes.h"

#include <doctest/doctest.h>

#include "printed.h"

namespace liaison {
namespace {

TEST_CASE("what was to come came about, was called off, or something else was done") {
  struct Case {
    std::string sentence, expected;
  };
  const Case cases[] = {
      {"Lee was able to meet Musk.", "occurred"},
      {"Lee got the chance to meet Musk.", "occurred"},
      {"Lee wanted the chance to meet Musk.", "possible"},
      {"Lee and Musk held a long-awaited meeting.", "occurred"},
      {"Lee announced a long-awaited meeting with Musk.", "planned"},
      {"Lee was to meet Musk, but cancelled.", "denied"},
      {"Lee flew home rather than meet Musk.", "denied"},
      {"Lee arrived on Saturday before talks with Musk on Sunday.", "planned"},
      {"Lee arrived on Sunday before talks with Musk on Sunday.", "occurred"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.sentence);
    CHECK(PrintedText(c.sentence).last_status() == c.expected);
  }
}

}  // namespace
}  // namespace liaison
