#include "relations/doubts.h"

#include <doctest/doctest.h>

#include "printed.h"

namespace liaison {
namespace {

TEST_CASE("a question, an opinion and what there is no proof of tell of nothing that occurred") {
  struct Case {
    std::string sentence, expected;
  };
  const Case cases[] = {
      {"Will Lee meet Musk?", "possible"},
      {"Why didn't Lee meet Musk?", "denied"},
      {"Lee should meet Musk.", ""},
      {"Lee said he should meet Musk.", "possible"},
      {"No evidence has emerged that Lee met Musk.", ""},
      {"Lee did not find evidence that Cook met Musk.", ""},
      {"Lee denied reports that he had met Musk.", "denied"},
      {"Analysts say Lee may meet Musk.", ""},
      {"Cook says Lee may meet Musk.", "possible"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.sentence);
    CHECK(PrintedText(c.sentence).last_status() == c.expected);
  }
}

}  // namespace
}  // namespace liaison
