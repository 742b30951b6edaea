#include "lexicon/did_you_mean.h"

#include <doctest/doctest.h>

namespace liaison {
namespace {

TEST_CASE("a misspelt name has a suggestion") {
  const std::vector<std::string> names{"PERSON", "ORG", "GPE", "role_head"};
  struct Case {
    const char* name;
    const char* expected;
  };
  const Case cases[] = {{"PERSN", "did you mean `PERSON`?"},   {"OGR", "did you mean `ORG`?"},
                        {"ORGG", "did you mean `ORG`?"},       {"rolehead", "did you mean `role_head`?"},
                        {"something", "there is `PERSON`, `ORG`, `GPE`, `role_head`"},
                        {"roel_haed", "did you mean `role_head`?"},  {"PER", "did you mean `PERSON`?"},
                        {"ORGANISATION", "did you mean `ORG`?"},
                        {"XY", "there is `PERSON`, `ORG`, `GPE`, `role_head`"}};
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(did_you_mean(c.name, names) == c.expected);
  }
  CHECK(did_you_mean("something", std::vector<std::string>(17, "PERSON")) == "");
  CHECK(did_you_mean(std::string(5000, 'x'), std::vector<std::string>(17, "PERSON")) == "");
}

}  // namespace
}  // namespace liaison
