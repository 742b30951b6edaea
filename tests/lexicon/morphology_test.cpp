#include "lexicon/morphology.h"
#include "source_path.h"

#include <fstream>
#include <iterator>
#include <sstream>

#include <doctest/doctest.h>

namespace liaison {
namespace {

/// The regular inflection of English.
Inflection english() {
  std::ifstream in(source_path("data/en/morphology/inflection.txt"));
  std::ostringstream text;
  text << in.rdbuf();
  std::vector<Diagnostic> diagnostics;
  Inflection out;
  out.read(text.str(), "inflection.txt", diagnostics);
  REQUIRE(diagnostics.empty());
  return out;
}

std::vector<std::string> split(const std::string& text) {
  std::istringstream in(text);
  return {std::istream_iterator<std::string>(in), {}};
}

/// `past met, participle met, …`, the base form left out.
std::string print(const std::vector<InflectedForm>& forms) {
  std::string out;
  for (const InflectedForm& form : forms) {
    CHECK(form.lemma == forms.front().text);
    if (&form == &forms.front()) continue;
    out += (out.empty() ? "" : ", ") + form.feature.substr(form.feature.find('_') + 1) + " " + form.text;
  }
  return out;
}

TEST_CASE("verbs are inflected by rule, and by their line where it says more") {
  Inflection inflection = english();
  struct Case {
    std::string line, expected;
  };
  const Case cases[] = {
      {"talk", "past talked, participle talked, gerund talking, 3sg talks"},
      {"agree", "past agreed, participle agreed, gerund agreeing, 3sg agrees"},
      {"praise", "past praised, participle praised, gerund praising, 3sg praises"},
      {"deny", "past denied, participle denied, gerund denying, 3sg denies"},
      {"stay", "past stayed, participle stayed, gerund staying, 3sg stays"},
      {"die", "past died, participle died, gerund dying, 3sg dies"},
      {"veto", "past vetoed, participle vetoed, gerund vetoing, 3sg vetoes"},
      {"reach", "past reached, participle reached, gerund reaching, 3sg reaches"},
      {"mimic", "past mimicked, participle mimicked, gerund mimicking, 3sg mimics"},
      {"meet met", "past met, participle met, gerund meeting, 3sg meets"},
      {"speak spoke spoken", "past spoke, participle spoken, gerund speaking, 3sg speaks"},
      {"sit sat sat sitting", "past sat, participle sat, gerund sitting, 3sg sits"},
      {"have had had having has", "past had, participle had, gerund having, 3sg has"},
      {"get got got,gotten getting", "past got, participle got, participle gotten, gerund getting, 3sg gets"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.line);
    std::vector<InflectedForm> forms = inflection.verb(split(c.line));
    CHECK(forms.front().feature == "verb_base");
    CHECK(print(forms) == c.expected);
  }
}

TEST_CASE("nouns have a plural") {
  Inflection inflection = english();
  struct Case {
    std::string line, expected;
  };
  const Case cases[] = {
      {"meeting", "plural meetings"}, {"company", "plural companies"}, {"key", "plural keys"},
      {"boss", "plural bosses"},      {"spokesman", "plural spokesmen"}, {"human", "plural humans"},
      {"crisis", "plural crises"},    {"talk talks", "plural talks"},  {"forum forums,fora", "plural forums, plural fora"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.line);
    std::vector<InflectedForm> forms = inflection.noun(split(c.line));
    CHECK(forms.front().feature == "noun_singular");
    CHECK(print(forms) == c.expected);
  }
}

TEST_CASE("without a rule there is only what the line says") {
  Inflection none;
  CHECK(print(none.verb({"meet", "met"})) == "past met, participle met");
  CHECK(print(none.noun({"talk"})).empty());
}

TEST_CASE("the first rule that fits counts, and one whose ending does not stand there is passed over") {
  std::vector<Diagnostic> diagnostics;
  Inflection inflection;
  inflection.read("# plurals\r\n\nnoun plural x -y+ies\r\nnoun plural ax$ -x+ces\nnoun plural $ +s\n", "i.txt", diagnostics);
  CHECK(diagnostics.empty());
  CHECK(print(inflection.noun({"fax"})) == "plural faces");
  CHECK(print(inflection.noun({"box"})) == "plural boxs");
}

TEST_CASE("all lines that are no rule are told, and the others hold") {
  std::vector<Diagnostic> diagnostics;
  Inflection inflection;
  inflection.read("noun past $ +s\nverb plural $ +s\nadverb past $ +s\nnoun plural ( +s\nnoun plural $ s\n"
                  "noun plural $ y+s\nnoun plural\nnoun plural $ +s\n",
                  "i.txt", diagnostics);
  REQUIRE(diagnostics.size() == 7);
  for (std::uint32_t i = 0; i < 7; ++i) CHECK(diagnostics[i].line == i + 1);
  CHECK(to_string(diagnostics[3]) ==
        "i.txt:4:13: error: not a regular expression: missing ): ( [bad-inflection]\n"
        "noun plural ( +s\n            ^\n"
        "the syntax is that of RE2, which has neither looks nor back-references");
  CHECK(print(inflection.noun({"talk"})) == "plural talks");
}

}  // namespace
}  // namespace liaison
