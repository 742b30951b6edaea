#include "relations/compose_status.h"

#include <string>

#include <doctest/doctest.h>

namespace liaison {
namespace {

std::string name_of(Symbol status) { return std::string(symbols::kNames[status.id]); }

TEST_CASE("what governs an event makes of its status") {
  using namespace symbols;
  struct Case {
    Symbol outer, inner;
    bool negated;
    Symbol expected;
  };
  const Case cases[] = {
      {none, occurred, false, occurred},  {none, occurred, true, denied},    {none, planned, true, denied},
      {none, possible, true, denied},     {none, denied, true, possible},    {planned, occurred, false, planned},
      {possible, planned, false, possible}, {denied, occurred, false, denied}, {none, denied, false, denied},
      {denied, occurred, true, possible},  // did not refuse to meet
  };
  for (const Case& c : cases) {
    CAPTURE(name_of(c.outer));
    CAPTURE(name_of(c.inner));
    CAPTURE(c.negated);
    CHECK(name_of(compose(c.outer, c.negated, c.inner)) == name_of(c.expected));
  }
}

}  // namespace
}  // namespace liaison
