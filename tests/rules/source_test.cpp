#include "rules/source.h"

#include <doctest/doctest.h>

namespace liaison {
namespace {

TEST_CASE("a place has a line and a column") {
  SourceText source("a.rules", "one\n\nthree\r\n");
  struct Case {
    const char* name;
    std::size_t offset;
    std::uint32_t line, column;
    const char* source_line;
  };
  const Case cases[] = {{"start", 0, 1, 1, "one"},          {"end of a line", 3, 1, 4, "one"},
                        {"empty line", 4, 2, 1, ""},        {"last line", 6, 3, 2, "three"},
                        {"carriage return", 10, 3, 6, "three"}, {"end of the file", 12, 4, 1, ""},
                        {"behind it", 99, 4, 1, ""}};
  for (const Case& c : cases) {
    CAPTURE(c.name);
    Diagnostic d = source.complain(c.offset, "code", "message", "hint");
    CHECK(d.line == c.line);
    CHECK(d.column == c.column);
    CHECK(d.source_line == c.source_line);
    CHECK(d.file == "a.rules");
  }
}

TEST_CASE("items begin in the first column, their lines are indented") {
  SourceText source("a.rules", "\xEF\xBB\xBF# comment\nfirst x\n  second\n\n# comment\n  \t# comment\n\tthird\nfourth");
  std::vector<Diagnostic> diagnostics;
  Cursor in(source, diagnostics);
  REQUIRE(in.next_item());
  CHECK(in.name() == "first");
  CHECK(in.line_begins_with("second"));
  CHECK_FALSE(in.line_begins_with("sec"));
  REQUIRE(in.next_line());
  CHECK(in.name() == "second");
  CHECK(in.at_line_end());
  REQUIRE(in.next_line());
  CHECK(in.line() == 7);
  CHECK(in.name() == "third");
  CHECK_FALSE(in.next_line());
  REQUIRE(in.next_item());
  CHECK(in.name() == "fourth");
  CHECK_FALSE(in.next_line());
  CHECK_FALSE(in.next_item());
  CHECK(diagnostics.empty());
}

TEST_CASE("what a cursor reads") {
  struct Case {
    const char* name;
    const char* text;
    const char* expected;
  };
  const Case names[] = {{"plain", "role_head]", "role_head"}, {"dash and dot inside", "a-b.c-", "a-b.c"},
                        {"no digit first", "3sg", ""},        {"gap", "VERB..5", "VERB"},
                        {"arrow", "a->b", "a"},               {"letters beyond ASCII", "\xC3\xA9t\xC3\xA9", ""}};
  std::vector<Diagnostic> diagnostics;
  for (const Case& c : names) {
    CAPTURE(c.name);
    SourceText source("a.rules", c.text);
    CHECK(Cursor(source, diagnostics).name() == c.expected);
  }
  const Case strings[] = {{"plain", "\"a b\" c", "a b"},       {"escaped", R"("a \"b\" \\ \n")", R"(a "b" \ \n)"},
                          {"comment sign", "\"a # b\"", "a # b"}, {"expression", R"(/a\/b\.c/)", R"(a/b\.c)"},
                          {"apostrophe", R"('it\'s')", "it's"}};
  for (const Case& c : strings) {
    CAPTURE(c.name);
    SourceText source("a.rules", c.text);
    CHECK(Cursor(source, diagnostics).quoted(c.text[0]) == c.expected);
  }
  CHECK(diagnostics.empty());
  SourceText numbers("a.rules", "12 99999999999 x");
  Cursor in(numbers, diagnostics);
  CHECK(in.number(-1) == 12);
  CHECK(in.number(-1) == 1'000'000);
  CHECK(in.number(-1) == -1);
  SourceText rest("a.rules", "  a \"#1\" b  # c\nd");
  CHECK(Cursor(rest, diagnostics).rest_of_line() == "a \"#1\" b");
}

}  // namespace
}  // namespace liaison
