#include "network/markup.h"

#include <doctest/doctest.h>

using namespace liaison;

TEST_CASE("text is escaped for content and for attributes") {
  struct Case {
    std::string name;
    std::string text;
    std::string expected;
  };
  const Case cases[] = {
      {"nothing", "", ""},
      {"plain", "Lee met Müller 😀", "Lee met Müller 😀"},
      {"markup", "<a href=\"x\" id='y'>&amp;", "&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;amp;"},
      {"tab and line end stay", "a\tb\nc", "a\tb\nc"},
      {"a carriage return survives reading", "a\r\nb", "a&#13;\nb"},
      {"controls", std::string("\0\x08\x1B\x7F", 4), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
      {"controls beyond ASCII", "a\xC2\x80\xC2\x9F\xC2\xA0", "a\xEF\xBF\xBD\xEF\xBF\xBD\xC2\xA0"},
      {"what XML has no place for", "\xEF\xBF\xBE\xEF\xBF\xBF", "\xEF\xBF\xBD\xEF\xBF\xBD"},
      {"bytes that are no text", "a\xFF" "b\xE2\x82", "a\xEF\xBF\xBD" "b\xEF\xBF\xBD\xEF\xBF\xBD"},
      {"the end of a CDATA section", "]]>", "]]&gt;"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.name);
    CHECK(escaped(one.text) == one.expected);
  }
}

TEST_CASE("figures are as short as they can be") {
  struct Case {
    double number;
    std::string figure, tenths;
  };
  const Case cases[] = {{0, "0", "0"},        {3, "3", "3"},           {0.1, "0.1", "0.1"}, {-2.5, "-2.5", "-2.5"},
                        {2.26, "2.26", "2.3"}, {-0.04, "-0.04", "0"},   {1e6, "1000000", "1000000"}};
  for (const Case& one : cases) {
    CHECK(figure(one.number) == one.figure);
    CHECK(tenths(one.number) == one.tenths);
  }
}
