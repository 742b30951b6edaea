#include <sstream>

#include <doctest/doctest.h>

#include "liaison/network.h"

using namespace liaison;

TEST_CASE("corrections are read, one a line") {
  std::istringstream in(
      "# ours\nsame Lee Jae-yong | Jay Y. Lee   # one man\n\ndifferent news/1.txt#e3 | Lee\r\nname IBM | Big Blue\n"
      "type Paris | ORG\ndrop Reuters\nreject v0123456789ab they only wrote\naccept h5\n");
  std::vector<Diagnostic> diagnostics;
  const Corrections corrections = read_corrections(in, "f", diagnostics);
  CHECK(diagnostics.empty());
  REQUIRE(corrections.same.size() == 1);
  CHECK(corrections.same[0].a == "Lee Jae-yong");
  CHECK(corrections.same[0].b == "Jay Y. Lee");
  REQUIRE(corrections.different.size() == 1);
  CHECK(corrections.different[0].a == "news/1.txt#e3");
  CHECK(corrections.name.at(0).b == "Big Blue");
  CHECK(corrections.type.at(0).b == "ORG");
  REQUIRE(corrections.drop.size() == 1);
  CHECK(corrections.drop[0].a == "Reuters");
  CHECK(corrections.drop[0].line == 7);
  CHECK(corrections.reject.at(0).a == "v0123456789ab");
  CHECK(corrections.reject.at(0).b == "they only wrote");
  CHECK(corrections.accept.at(0).a == "h5");
}

TEST_CASE("all errors are told, with their places") {
  std::istringstream in("sam A | B\nsame A\ndrop\n type A | PERS\nreject\n");
  std::vector<Diagnostic> diagnostics;
  CHECK(read_corrections(in, "f", diagnostics).empty());
  REQUIRE(diagnostics.size() == 5);
  CHECK(to_string(diagnostics[0]) ==
        "f:1:1: error: no correction \"sam\" [unknown-correction]\nsam A | B\n^\n"
        "there are same, different, name, type, drop, reject and accept");
  CHECK(to_string(diagnostics[1]) ==
        "f:2:6: error: two names are wanted, with | between them [no-pair]\nsame A\n     ^\n"
        "as in: same Jay Y. Lee | Lee Jae-yong");
  CHECK(to_string(diagnostics[2]) == "f:3:5: error: a name is wanted [no-name]\ndrop\n    ^");
  CHECK(to_string(diagnostics[3]) ==
        "f:4:11: error: no type \"PERS\" [unknown-type]\n type A | PERS\n          ^\n"
        "there are PERSON, ORG, GPE, LOC and MISC");
}
