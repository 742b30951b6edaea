#include "lexicon/spelling.h"

#include <doctest/doctest.h>

namespace liaison {
namespace {

Spelling spelling_of(const std::string& text, std::string* said = nullptr) {
  Spelling out;
  std::vector<Diagnostic> diagnostics;
  out.read(text, "spelling.txt", diagnostics);
  for (const Diagnostic& d : diagnostics)
    if (said) *said += to_string(d) + "\n";
  if (!said) CHECK(diagnostics.empty());
  return out;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : ", ") + part;
  return out;
}

TEST_CASE("a phrase is spelled in all ways of its words") {
  Spelling spelling = spelling_of("# British, American\ncentre center\n-isation -ization\n-our -or\n");
  struct Case {
    const char *phrase, *expected;
  };
  const Case cases[] = {
      {"centre", "centre, center"},
      {"center", "center, centre"},
      {"centres", "centres"},                       // only the word itself
      {"organisation", "organisation, organization"},
      {"four", "four"},                             // too short before the ending
      {"labour", "labour, labor"},
      {"labour centre", "labour centre, labor centre, labour center, labor center"},
      {"trade-centre of tokyo", "trade-centre of tokyo, trade-center of tokyo"},
      {"talks", "talks"},
      {"", ""},
  };
  for (const Case& c : cases) CHECK(joined(spelling.variants(c.phrase)) == c.expected);
  CHECK(spelling.variants("centre centre centre centre centre centre centre").size() == 16);
}

TEST_CASE("what is wrong with a table of spellings is told") {
  std::string said;
  Spelling spelling = spelling_of("centre\n-our or\na b c\nsame same\ngrey gray\n", &said);
  CHECK(said ==
        "spelling.txt:1:1: error: two spellings of one word, or of one ending, belong here [bad-spelling]\ncentre\n^\n"
        "for example `centre center` or `-isation -ization`\n"
        "spelling.txt:2:1: error: two spellings of one word, or of one ending, belong here [bad-spelling]\n-our or\n^\n"
        "for example `centre center` or `-isation -ization`\n"
        "spelling.txt:3:1: error: two spellings of one word, or of one ending, belong here [bad-spelling]\na b c\n^\n"
        "for example `centre center` or `-isation -ization`\n"
        "spelling.txt:4:1: error: two spellings of one word, or of one ending, belong here [bad-spelling]\nsame same\n^\n"
        "for example `centre center` or `-isation -ization`\n");
  CHECK(joined(spelling.variants("gray")) == "gray, grey");
}

TEST_CASE("hyphens and blanks stand for one another") {
  CHECK(joined(hyphenated("sit down")) == "sit-down");
  CHECK(joined(hyphenated("sit-down")) == "sit down");
  CHECK(joined(hyphenated("face-to-face talks")) == "face-to-face-talks, face to face talks");
  CHECK(hyphenated("talks").empty());
}

}  // namespace
}  // namespace liaison
