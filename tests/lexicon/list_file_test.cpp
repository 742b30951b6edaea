#include <doctest/doctest.h>

#include "lexicon/list_file.h"

namespace liaison {
namespace {

std::string complaints(const std::vector<Diagnostic>& diagnostics) {
  std::string out;
  for (const Diagnostic& d : diagnostics)
    out += std::to_string(d.line) + ":" + std::to_string(d.column) + " " + d.code + "\n";
  return out;
}

TEST_CASE("a word list") {
  std::vector<Diagnostic> diagnostics;
  auto lines = read_word_list("# words\r\n%inflect verb\nmeet ; kind=a,b note=\"two words\"\n\n/ing$/\nsit down\n", "w.txt", diagnostics);
  CHECK(complaints(diagnostics).empty());
  REQUIRE(lines.size() == 4);
  CHECK(lines[0].variants.verb);
  CHECK_FALSE(lines[0].variants.noun);
  CHECK(lines[1].text == "meet");
  CHECK(lines[1].attributes == AttributeList{{"kind", "a,b"}, {"note", "two words"}});
  CHECK(lines[2].is_pattern);
  CHECK(lines[2].text == "ing$");
  CHECK(lines[3].text == "sit down");
  CHECK(lines[3].line == 6);
}

TEST_CASE("a pattern that no token matches is warned of") {
  struct Case {
    const char *pattern, *expected;
  };
  const Case cases[] = {{"/ing$/", ""}, {"/^[A-Z]/", "1:2 never-matches\n"}, {"/sat down/", "1:2 never-matches\n"},
                        {"/^\\S+\\D$/", ""}, {"/\\p{Greek}x/", ""}, {"/\\pLX/", "1:2 never-matches\n"}, {"/(?P<A>x)/", ""}};
  for (const Case& c : cases) {
    CAPTURE(c.pattern);
    std::vector<Diagnostic> diagnostics;
    read_word_list(c.pattern, "w.txt", diagnostics);
    CHECK(complaints(diagnostics) == c.expected);
    CHECK(!has_errors(diagnostics));
  }
}

TEST_CASE("a comma where a bar is meant is warned of") {
  std::vector<Diagnostic> diagnostics;
  read_name_list("%type ORG\nVexley Group, Vexley\nFoo, Inc.\nUniversity of Zorb, Zorbia\nVexleyish, Vexley\n", "n.txt", diagnostics);
  CHECK(complaints(diagnostics) == "2:13 comma-in-name\n");
  CHECK(!has_errors(diagnostics));
}

TEST_CASE("a gazetteer takes names out") {
  std::vector<Diagnostic> diagnostics;
  NameList list = read_name_list("- Bank of Zorb\n- Target ORG\n%type GPE\n- ORG\nZorb\n- a | b\n", "n.txt", diagnostics);
  CHECK(complaints(diagnostics) == "6:1 bad-removal\n");
  REQUIRE(list.removals.size() == 3);
  CHECK(list.removals[0].name == "Bank of Zorb");
  CHECK(list.removals[0].type.empty());
  CHECK(list.removals[1].name == "Target");
  CHECK(list.removals[1].type == "ORG");
  CHECK(list.removals[2].name == "ORG");
  CHECK(list.lines.size() == 1);
}

TEST_CASE("a gazetteer") {
  std::vector<Diagnostic> diagnostics;
  NameList list = read_name_list("%type ORG\n%subtype company\n# here\n~Apple | Apple Inc ; country=US\n", "n.txt", diagnostics);
  CHECK(complaints(diagnostics).empty());
  CHECK(list.type == "ORG");
  CHECK(list.subtype == "company");
  REQUIRE(list.lines.size() == 1);
  std::span<const NameForm> forms = list.forms_of(list.lines[0]);
  REQUIRE(forms.size() == 2);
  CHECK(forms[0].weak);
  CHECK(forms[0].text == "Apple");
  CHECK(!forms[1].weak);
  CHECK(list.lines[0].attributes == AttributeList{{"country", "US"}});
}

TEST_CASE("all that is wrong with a list is told with its place") {
  struct Case {
    const char *name, *text, *expected;
  };
  const Case cases[] = {
      {"no type", "Acme\n", "1:1 no-type\n"},
      {"bad strength", "%type ORG\n%strength big\n", "2:11 bad-directive\n"},
      {"unknown directive", "%type ORG\n%colour red\n", "2:1 unknown-directive\n"},
      {"empty directive", "%type\n", "1:1 bad-directive\n"},
      {"empty form", "%type ORG\nAcme | | Ltd\n", "2:7 empty-name\n"},
      {"attribute without value", "%type ORG\nAcme ; country\n", "2:8 bad-attribute\n"},
      {"open quotation mark", "%type ORG\nAcme ; a=\"b\n", "2:10 not-closed\n"},
      {"two at once", "%type ORG\nA | \n~ ; x\n", "2:4 empty-name\n3:5 bad-attribute\n3:1 empty-name\n"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    std::vector<Diagnostic> diagnostics;
    read_name_list(c.text, "n.txt", diagnostics);
    CHECK(complaints(diagnostics) == c.expected);
  }
}

}  // namespace
}  // namespace liaison
