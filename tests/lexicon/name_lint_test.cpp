#include "lexicon/name_lint.h"

#include <doctest/doctest.h>

#include "small_lexicon.h"

namespace liaison {
namespace {

/// What is said of two lists, each with what it is called: `a.txt:2:1 code`, a line each.
std::string remarks_on(const std::string& first, const std::string& second = {}, const std::string& second_path = "names/b.txt") {
  SmallLexicon small;
  small.words("ordinary_4", "target\nmé\n").words("ordinary_1", "aardvark\n");
  std::vector<Diagnostic> diagnostics;
  std::vector<ListText> texts{{"names/a.txt", first}, {second_path, second}};
  for (const ListText& text : texts) {
    NameList list = read_name_list(text.text, std::string(text.path), diagnostics);
    lint_list(list, std::string(text.path), diagnostics);
    small.builder.add_names(list, std::string(text.path));
  }
  small.open();
  lint_names(small.builder, texts, diagnostics);
  std::string out;
  for (const Diagnostic& d : diagnostics)
    out += d.file + ":" + std::to_string(d.line) + ":" + std::to_string(d.column) + " " + d.code + "\n";
  return out;
}

TEST_CASE("what one list tells by itself") {
  struct Case {
    const char *name, *list, *expected;
  };
  const Case cases[] = {
      {"a common word", "%type ORG\nAcme | Target\n", "names/a.txt:2:8 ordinary-word\n"},
      {"a common word that is weak", "%type ORG\n~Target\n", ""},
      {"a rare word", "%type ORG\nAardvark\n", ""},
      {"a common word among others", "%type ORG\nTarget Stores\n", ""},
      {"capitals only", "%type ORG\nME\n", ""},
      {"capitals inside", "%type ORG\nTarGet\n", "names/a.txt:2:1 ordinary-word\n"},
      {"two entities of a name", "%type ORG\nAcme Rocket | Acme\nAcme Records | Acme\n", "names/a.txt:3:16 other-entity\n"},
      {"twice in one entity is told by the reader", "%type ORG\nAcme | Acme\n", "names/a.txt:2:8 duplicate-entry\n"},
      {"encoded twice", "%type ORG\nCaf\u00C3\u00A9 Zorb\n", "names/a.txt:2:1 odd-character\n"},
      {"quotes encoded twice", "%type ORG\nZorb\u00E2\u20AC\u2122s\n", "names/a.txt:2:1 odd-character\n"},
      {"a lost character", "%type ORG\nAcme | Caf\uFFFD\n", "names/a.txt:2:8 odd-character\n"},
      {"a character that cannot be seen", "%type ORG\nAc\u200Bme\n", "names/a.txt:2:1 odd-character\n"},
      {"accents are not odd", "%type ORG\nCaf\u00E9 \u0141\u00F3d\u017A\n", ""},
      {"not UTF-8", "%type ORG\nCaf\xE9\nAcme\n", "names/a.txt:2:1 bad-encoding\n"},
      {"common, but no name", "%type MISC\nTarget\n", ""},
      {"two entities of a surname", "%type PERSON\nAnn Zorb | ~Zorb\nBob Zorb | ~Zorb\n", ""},
      {"dates in order", "%type ORG\nAcme ; from=1998 until=2004-05-31\nZorb ; from=2004 until=2004-05\n", ""},
      {"dates reversed", "%type ORG\nAcme ; from=2004-05 until=2004-04-30\n", "names/a.txt:2:1 reversed-dates\n"},
      {"no dates", "%type ORG\nAcme ; from=200405\nZorb ; until=2004-13\nNor ; from=soon\n",
       "names/a.txt:2:1 bad-date\nnames/a.txt:3:1 bad-date\nnames/a.txt:4:1 bad-date\n"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(remarks_on(c.list) == c.expected);
  }
}

TEST_CASE("what lists tell together") {
  struct Case {
    const char *name, *first, *second, *path, *expected;
  };
  const Case cases[] = {
      {"two types", "%type ORG\nVexley\n", "%type GPE\n# here\nVexley\n", "names/b.txt", "names/b.txt:3:1 other-type\n"},
      {"two types, one weak", "%type ORG\n~Vexley\n", "%type GPE\nVexley\n", "names/b.txt", ""},
      {"two types, one in capitals", "%type ORG\nABA\n", "%type GPE\nAba\n", "names/b.txt", ""},
      {"two types, made by a script", "%type ORG\nVexley\n", "%type GPE\nVexley\n", "names/made/b.txt", ""},
      {"two lists", "%type ORG\nAcme | Ac\n", "%type ORG\nAc | Acme\n", "names/b.txt",
       "names/b.txt:2:1 other-entity\nnames/b.txt:2:6 other-entity\n"},
      {"two lists, one made by a script", "%type ORG\nAcme\n", "%type ORG\nAcme\n", "names/made/b.txt", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    std::string found = remarks_on(c.first, c.second, c.path);
    // The order of two remarks on one line is that of the trie.
    if (std::string(c.name) == "two lists") CHECK(found.size() == std::string(c.expected).size());
    else CHECK(found == c.expected);
  }
}

}  // namespace
}  // namespace liaison
