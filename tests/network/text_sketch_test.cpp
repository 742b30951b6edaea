#include "network/text_sketch.h"

#include <doctest/doctest.h>

#include "network/reprints.h"

using namespace liaison;

namespace {

/// So many words that come in no other order: "w7 w8 w9".
std::string words(int first, int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += (i == 0 ? "w" : " w") + std::to_string(first + i);
  return out;
}

DocumentFacts document(std::string id, std::string date, const std::string& text) {
  DocumentFacts facts;
  facts.id = std::move(id);
  facts.date = std::move(date);
  facts.made.text = "hash of " + text;
  facts.made.sketch = text_sketch(text);
  return facts;
}

}  // namespace

TEST_CASE("texts that share their runs of words have sketches that agree") {
  struct Case {
    const char* name;
    std::string a, b;
    std::size_t least, most;
  };
  const std::string text = words(0, 400);
  const Case cases[] = {
      {"the same", text, text, 64, 64},
      {"other case, blanks and punctuation", "One, two. " + text, "one TWO\n\n" + text, 64, 64},
      {"a changed headline", words(1000, 8) + ' ' + text, words(2000, 6) + ' ' + text, 56, 64},
      {"the last fifth cut", text, words(0, 320), 40, 60},
      {"half of it", text, words(0, 200) + ' ' + words(900, 200), 10, 34},
      {"nothing", text, words(5000, 400), 0, 3},
  };
  for (const Case& one : cases) {
    CAPTURE(one.name);
    const std::size_t common = common_bins(text_sketch(one.a), text_sketch(one.b));
    CHECK(common >= one.least);
    CHECK(common <= one.most);
  }
}

TEST_CASE("a short text has no sketch") {
  CHECK(text_sketch("").empty());
  CHECK(text_sketch(words(0, 19)).empty());
  CHECK(text_sketch(words(0, 20)).size() == kSketchDigits);
  CHECK(common_bins("", "") == 0);
  CHECK(common_bins(text_sketch(words(0, 40)), "nonsense") == 0);
}

TEST_CASE("copies have the earliest as their original") {
  const std::string story = words(0, 300);
  const std::vector<DocumentFacts> all = {
      document("a", "2024-06-12", story + " for the late edition"), document("b", "2024-06-11", story),
      document("c", "", story), document("d", "2024-06-10", words(4000, 300)),
      document("e", "2024-06-14", "Post says " + story), document("f", "2024-06-13", "short"),
      document("g", "2024-06-12", "short")};
  Digests digests;
  std::vector<Digested> documents;
  for (const DocumentFacts& facts : all) documents.push_back({&facts, digests.add(facts)});
  CHECK(find_originals(documents, digests) == std::vector<std::uint32_t>{1, 1, 1, 3, 1, 6, 6});
  CHECK(find_originals({}, digests).empty());
}
