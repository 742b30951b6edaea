#include "network/name_key.h"

#include <doctest/doctest.h>

using namespace liaison;

TEST_CASE("names that differ in spelling only have one key") {
  struct Case {
    const char *name, *key;
  };
  const Case cases[] = {
      {"Jay Y. Lee", "jay y lee"},   {"J.Y. Lee", "jy lee"},         {"J. Y. Lee", "jy lee"},
      {"U.S.", "us"},                {"Lee Jae-yong", "lee jae yong"}, {"J\xC3\xBCrgen", "jurgen"},
      {"O\xE2\x80\x99Neill", "oneill"}, {"  Al \n Bo ", "al bo"},         {"AT&T", "at t"},
      {"\xE6\x9D\x8E\xE5\x9C\xA8\xE9\x8E\x94", "\xE6\x9D\x8E\xE5\x9C\xA8\xE9\x8E\x94"}, {"...", ""}, {"", ""},
  };
  for (const Case& one : cases) {
    CAPTURE(one.name);
    CHECK(name_key(one.name) == one.key);
  }
}

TEST_CASE("words of a key") {
  CHECK(is_single("lee"));
  CHECK_FALSE(is_single("jay lee"));
  CHECK(last_word("jay y lee") == "lee");
  CHECK(last_word("lee") == "lee");
  CHECK(on_one_line(" Jay\r\n  Lee ") == "Jay Lee");
}

TEST_CASE("edit distance") {
  CHECK(edit_distance("lee", "lee") == 0);
  CHECK(edit_distance("", "lee") == 3);
  CHECK(edit_distance("zuckerberg", "zukerburg") == 2);
}
