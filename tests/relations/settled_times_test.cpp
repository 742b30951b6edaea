#include "relations/settled_times.h"

#include <doctest/doctest.h>

#include "printed.h"

namespace liaison {
namespace {

TEST_CASE("what tells of a death puts the roles of who died into the past") {
  struct Case {
    std::string text, when;
  };
  const Case cases[] = {
      {"The murder of Samsung chairman Jay Lee was a shock.", "former"},
      {"They came to the funeral of the Samsung chairman Jay Lee.", "former"},
      {"Samsung chairman Jay Lee was rich. Lee's death was a shock.", "former"},
      {"Samsung chairman Jay Lee, 61, was shot and killed.", "former"},
      {"The remains of Samsung chairman Jay Lee were found.", "former"},
      {"Samsung chairman Jay Lee was rich. Lee, an old man who died in May, had a dog.", "former"},
      {"Samsung chairman Jay Lee was rich. Lee, father of the boy who died in May, had a dog.", "current"},
      {"The attempted murder of Samsung chairman Jay Lee was a shock.", "current"},
      {"The murder of a friend of Samsung chairman Jay Lee was a shock.", "current"},
      {"The murder of Samsung chairman Jay Lee's son was a shock.", "current"},
      {"Samsung chairman Jay Lee saw it. Lee's murder trial begins.", "current"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(PrintedText(c.text).holds() == "Lee | chairman | Samsung | " + c.when);
  }
}

}  // namespace
}  // namespace liaison
