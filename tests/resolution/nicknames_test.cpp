#include "resolution/nicknames.h"

#include <doctest/doctest.h>

#include "liaison/pack.h"
#include "pack_contents.h"

namespace liaison {
namespace {

TEST_CASE("which given names stand for one another") {
  const Pack::Contents& pack = Pack::english()->contents();
  struct Case {
    const char *name, *a, *b;
    bool one;
  };
  const Case cases[] = {
      {"full and short", "robert", "bob", true},
      {"two short forms", "bob", "bobby", true},
      {"in one of several groups", "chris", "christine", true},
      {"of different groups", "christine", "christopher", false},
      {"different", "robert", "bill", false},
      {"no given names", "senate", "bob", false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const WordId a = pack.lexicon.find(c.a), b = pack.lexicon.find(c.b);
    CHECK(pack.nicknames.are_one(a, b) == c.one);
    CHECK(pack.nicknames.are_one(b, a) == c.one);
  }
}

}  // namespace
}  // namespace liaison
