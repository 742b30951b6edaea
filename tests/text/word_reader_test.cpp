#include "text/word_reader.h"

#include <doctest/doctest.h>

#include <string>

#include "sample_orthography.h"

namespace liaison {
namespace {

SurfaceWord read(const std::string& text, bool after_capital = false) {
  SurfaceWord word;
  read_word(text, 0, sample_orthography(), after_capital, word);
  return word;
}

TEST_CASE("a word is read to its end") {
  struct Case {
    const char* name;
    std::string text;
    std::string word;    // what it is
    std::string clitic;  // what leans on it
    std::uint32_t flags = 0;
  };
  const Case cases[] = {
      {"up to a blank", "harbour wall", "harbour", ""},
      {"up to the end of the text", "harbour", "harbour", ""},
      {"digits belong to it", "A380s flew", "A380s", ""},
      {"so do letters beyond ASCII", "Malmö’s port", "Malmö", "’s"},
      {"a clitic is apart", "Lena's boat", "Lena", "'s"},
      {"a clitic takes a letter along", "don't go", "do", "n't"},
      {"other apostrophes belong to it", "O'Hara left", "O'Hara", ""},
      {"the stop of an abbreviation", "Corp. of", "Corp.", "", kAbbreviation},
      {"not the stop of a sentence", "harbour. It", "harbour", ""},
      {"initials", "U.S. ships", "U.S.", "", kAbbreviation},
      {"inner stops", "Ph.D. in", "Ph.D.", "", kAbbreviation},
      {"only before a number", "no. 7", "no.", "", kAbbreviation},
      {"not before a word", "no. Seven", "no", ""},
      {"a name with a mark", "Yahoo! said", "Yahoo!", "", kAbbreviation},
      {"other marks end it", "Stop! he", "Stop", ""},
      {"an ampersand between letters", "B&B here", "B&B", ""},
      {"a host", "tides.org said", "tides.org", "", kInUrl},
      {"a mailbox", "jo@tides.org said", "jo@tides.org", "", kInUrl},
      {"a URL", "http://a.b/c) said", "http://a.b/c", "", kInUrl},
      {"a currency", "US$5", "US$", "", kIsSymbol},
      {"no currency", "cost$5", "cost", ""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    const SurfaceWord word = read(c.text);
    CHECK(c.text.substr(word.start, word.end - word.start) == c.word);
    CHECK((word.clitic_end == 0 ? "" : c.text.substr(word.end, word.clitic_end - word.end)) == c.clitic);
    CHECK(word.flags == c.flags);
  }
}

TEST_CASE("a letter that is a word is an initial behind a name only") {
  CHECK(read("I. The", false).end == 1);
  CHECK(read("I. Novak", true).end == 2);
  CHECK(read("J. Novak", false).end == 2);
}

TEST_CASE("a word may begin before the place from which it is read") {
  const std::string text = "#tides rise";
  SurfaceWord word;
  read_word(text, 1, sample_orthography(), false, word);
  CHECK(text.substr(word.start, word.end) == "#tides");
}

}  // namespace
}  // namespace liaison
