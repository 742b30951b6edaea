// interviewers: who asks for the press in a document.
#include "relations/interviewers.h"

#include <doctest/doctest.h>

#include "printed.h"

namespace liaison {
namespace {

TEST_CASE("who asks for a medium is known by how he is told") {
  struct Case {
    std::string text, expected;
  };
  const Case cases[] = {
      {"Lee told the radio host Musk that he left.", "Musk"},
      {"Lee spoke to news anchor Barra and met Cook.", "Barra"},
      {"Musk will host Lee.", ""},
      {"Lee told Musk that he left.", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const PrintedText text(c.text);
    std::vector<EntityId> found;
    find_interviewers(text.view(), text.contents().frames.grammar(), text.annotations(), found);
    std::string out;
    for (EntityId one : found) out += (out.empty() ? "" : " ") + PrintedText::short_name(one);
    CHECK(out == c.expected);
  }
}

}  // namespace
}  // namespace liaison
