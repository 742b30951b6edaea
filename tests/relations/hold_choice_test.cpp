#include "relations/hold_choice.h"

#include <memory>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "liaison/pack.h"
#include "pack_contents.h"

namespace liaison {
namespace {

FoundHold reading(std::uint32_t person, std::uint32_t role, std::uint32_t rule, std::uint32_t length, int priority) {
  return {person, role, role + 1, EntityId::none, symbols::current, {}, rule, 0, length, priority, false, {}};
}

TEST_CASE("of the readings of one role word the best is kept") {
  std::shared_ptr<const Pack> pack = Pack::english();
  const RuleBook& rules = pack->contents().rules;
  struct Case {
    std::string name;
    std::vector<FoundHold> found;
    std::vector<std::uint32_t> people;
  };
  FoundHold shared = reading(2, 5, 1, 3, 0);
  shared.shared = true;
  const Case cases[] = {
      {"by priority", {reading(1, 5, 0, 9, 0), reading(2, 5, 1, 3, 1)}, {2}},
      {"then the longest", {reading(1, 5, 0, 3, 0), reading(2, 5, 1, 9, 0)}, {2}},
      {"then the first", {reading(1, 5, 0, 3, 0), reading(2, 5, 1, 3, 0)}, {1}},
      {"each role word for itself", {reading(2, 7, 0, 9, 1), reading(1, 5, 1, 3, 0)}, {1, 2}},
      {"one match gives it to several", {reading(2, 5, 0, 3, 0), reading(1, 5, 0, 3, 0)}, {1, 2}},
      {"one match gives it once", {reading(1, 5, 0, 3, 0), reading(1, 5, 0, 3, 0)}, {1}},
      {"his counterpart", {reading(1, 5, 0, 9, 0), shared}, {1, 2}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    std::vector<FoundHold> found = c.found;
    keep_best(rules, {}, nullptr, found);
    std::vector<std::uint32_t> people;
    for (const FoundHold& f : found) people.push_back(f.person);
    CHECK(people == c.people);
  }
}

TEST_CASE("the text of a role is one line, or the noun for a verb") {
  const std::string text = "vice\npresident";
  const std::vector<Token> tokens{{.start = 0, .end = 4}, {.start = 5, .end = 14}};
  TextView view;
  view.text = text;
  view.tokens = tokens;
  FoundHold found = reading(0, 0, 0, 2, 0);
  found.role_last = 2;
  CHECK(role_text(view, found) == "vice president");
  found.verb = "founder";
  CHECK(role_text(view, found) == "founder");
}

}  // namespace
}  // namespace liaison
