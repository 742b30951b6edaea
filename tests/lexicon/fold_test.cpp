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
      {"soft hyphens and joiners", "Ari\u00ADzona\u200D", "arizona"},
      {"a soft hyphen alone", "\u00AD", "\u00AD"},
      {"nothing", "", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(folded(c.token) == c.expected);
  }
}

TEST_CASE("eight bytes are made small at once, and other bytes left") {
  for (int byte = 0; byte < 256; ++byte) {
    CAPTURE(byte);
    const bool capital = byte >= 'A' && byte <= 'Z';
    const std::uint64_t expected = static_cast<std::uint64_t>(capital ? byte + ('a' - 'A') : byte);
    for (int at = 0; at < 64; at += 8) CHECK(small_letters(std::uint64_t(byte) << at) == expected << at);
  }
}

}  // namespace
}  // namespace liaison
