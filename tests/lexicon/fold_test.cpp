#include <doctest/doctest.h>

#include "lexicon/fold.h"

namespace liaison {
namespace {

TEST_CASE("folding") {
  struct Case {
    const char *name, *token, *expected;
  };
  const Case cases[] = {
      {"ASCII", "Samsung", "samsung"},
      {"capitals and marks", "AT&T", "at&t"},
      {"accents", "Société", "societe"},
      {"decomposed accents", "Socie\xCC\x81te\xCC\x81", "societe"},
      {"dotted capital I", "İstanbul", "istanbul"},
      {"dotless i", "Erdoğan Işık", "erdogan isik"},
      {"sharp s", "Straße", "strasse"},
      {"letters of their own", "Łódź Øre Æsir", "lodz ore aesir"},
      {"ligature", "ﬁnance", "finance"},
      {"typographic marks", "O’Neill “x”", "o'neill \"x\""},
      {"Cyrillic", "Путин", "путин"},
      {"invalid bytes are kept", "A\xFF\xC3", "a\xFF\xC3"},
      {"nothing", "", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(folded(c.token) == c.expected);
  }
}

}  // namespace
}  // namespace liaison
