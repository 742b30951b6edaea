#include "network/highlight.h"

#include <doctest/doctest.h>

using namespace liaison;

namespace {

/// The sentence with `[a:…]` in place of the marks.
std::string marked(const std::string& sentence, const std::vector<std::vector<std::string>>& lists) {
  std::vector<const std::vector<std::string>*> forms;
  for (const auto& list : lists) forms.push_back(&list);
  std::string out = highlighted(sentence, forms);
  const auto replace = [&](const std::string& what, const std::string& by) {
    for (std::size_t at; (at = out.find(what)) != std::string::npos;) out.replace(at, what.size(), by);
  };
  for (const char name : {'a', 'b', 'c'}) replace(std::string("<mark class=\"") + name + "\">", std::string("[") + name + ':');
  replace("</mark>", "]");
  return out;
}

}  // namespace

TEST_CASE("names are marked where they stand as whole words") {
  struct Case {
    std::string name, sentence, expected;
  };
  const Case cases[] = {
      {"both sides", "Lee met Ma.", "[a:Lee] met [b:Ma]."},
      {"the longest form", "Jay Y. Lee met Jack Ma.", "[a:Jay Y. Lee] met [b:Jack Ma]."},
      {"every time", "Lee, Lee and Lee", "[a:Lee], [a:Lee] and [a:Lee]"},
      {"not inside of words", "Leeds and Malee met Mali", "Leeds and Malee met Mali"},
      {"not before a letter beyond ASCII", "Leeé met Maß", "Leeé met Maß"},
      {"not behind one", "éLee met ßMa", "éLee met ßMa"},
      {"possessive", "Lee's and Ma’s", "[a:Lee]&#39;s and [b:Ma]’s"},
      {"quotation marks", "\"Lee\" “Lee” ‘Ma’ «Ma»", "&quot;[a:Lee]&quot; “[a:Lee]” ‘[b:Ma]’ «[b:Ma]»"},
      {"dashes", "Lee—Ma–Lee-Ma", "[a:Lee]—[b:Ma]–[a:Lee]-[b:Ma]"},
      {"no-break space", "Lee\u00A0met\u00A0Ma", "[a:Lee]\u00A0met\u00A0[b:Ma]"},
      {"combining mark", "Ma\u0301 met", "Ma\u0301 met"},
      {"a name in its letters", "Müller met 北京.", "[c:Müller] met [c:北京]."},
      {"a form that ends with a mark", "at Yahoo!? No", "at [c:Yahoo!]? No"},
      {"other case", "LEE met ma", "LEE met ma"},
      {"markup around it", "<b>Lee</b> & Ma", "&lt;b&gt;[a:Lee]&lt;/b&gt; &amp; [b:Ma]"},
      {"bytes that are no text", "\xFFLee\xFF", "\xEF\xBF\xBD[a:Lee]\xEF\xBF\xBD"},
      {"nothing", "", ""},
  };
  for (const Case& one : cases) {
    CAPTURE(one.name);
    CHECK(marked(one.sentence, {{"Jay Y. Lee", "Lee"}, {"Jack Ma", "Ma"}, {"Müller", "北京", "Yahoo!"}}) == one.expected);
  }
}

TEST_CASE("of forms that overlap the earliest, then the longest, then that of the first list is marked") {
  CHECK(marked("New York Times", {{"York Times"}, {"New York"}}) == "[b:New York] Times");
  CHECK(marked("New York Times", {{"New York"}, {"New York Times"}}) == "[b:New York Times]");
  CHECK(marked("New York", {{"New York"}, {"New York"}}) == "[a:New York]");
  CHECK(marked("New York", {{""}, {}}) == "New York");
  CHECK(marked("New York", {}) == "New York");
}
