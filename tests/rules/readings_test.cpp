#include "rules/readings.h"

#include <doctest/doctest.h>

#include <sstream>

#include "small_language.h"

namespace liaison {
namespace {

/// The classes that stand between blanks.
ClassSet set_of(SmallLanguage& language, const std::string& names) {
  ClassSet out;
  std::istringstream in(names);
  for (std::string name; in >> name;) out.add(language.lexicon.find_class(name));
  return out;
}

TEST_CASE("readings are narrowed, with all that goes with them, and the last one stays") {
  SmallLanguage language(
      "list noun = role_head\nlist act = verb | gerund\nreadings part = noun | act | letter\nreadings form = verb | gerund\n"
      "rule x -> make X\n  letter[of=x]\n");
  REQUIRE(language.complaints().empty());
  language.open();
  const Readings& readings = language.book.readings();
  struct Case {
    const char *what, *before, *action, *reading, *after;
    bool taken;
  };
  const Case cases[] = {
      {"a choice of one", "noun act verb determiner", "select", "noun", "noun determiner", true},
      {"what a list includes goes with it", "noun role_head act verb", "select", "act", "act verb", true},
      {"so do the parts of a class", "letter letter[of=x] act gerund", "remove", "letter", "act gerund", true},
      {"one of three", "noun act verb letter", "remove", "letter", "noun act verb", true},
      {"the last one stays", "act gerund", "remove", "act", "act gerund", false},
      {"what the word is not cannot be chosen", "act gerund", "select", "noun", "act gerund", false},
      {"nor taken away", "act letter", "remove", "noun", "act letter", false},
      {"systems do not touch one another", "noun act verb gerund", "select", "gerund", "noun act gerund", true},
      {"what goes with both stays", "act verb gerund letter", "remove", "gerund", "act verb letter", true},
      {"no reading, no change", "noun act", "select", "determiner", "noun act", false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    ClassSet classes = set_of(language, c.before);
    ClassId reading = language.lexicon.find_class(c.reading);
    bool taken = std::string(c.action) == "select" ? readings.select(classes, reading) : readings.remove(classes, reading);
    CHECK(taken == c.taken);
    CHECK(classes == set_of(language, c.after));
  }
  std::vector<ClassId> parts = readings.system_of(language.lexicon.find_class("letter"));
  REQUIRE(parts.size() == 3);
  CHECK(parts[1] == language.lexicon.find_class("act"));
}

}  // namespace
}  // namespace liaison
