#include "network/reprints.h"

#include <string>

#include <doctest/doctest.h>

#include "network/text_sketch.h"

using namespace liaison;

namespace {

/// A text of so many words, of which some are others than usual, from one on.
std::string text(std::size_t words, std::size_t first_other = 0, std::size_t others = 0, const std::string& other = "other") {
  std::string out;
  for (std::size_t i = 0; i < words; ++i) {
    out += (i >= first_other && i < first_other + others ? other : "word") + std::to_string(i * i) + ' ';
  }
  return out;
}

DocumentFacts document(const std::string& date, const std::string& words) {
  DocumentFacts facts;
  facts.date = date;
  facts.made.text = std::to_string(std::hash<std::string>()(words));
  facts.made.sketch = text_sketch(words);
  return facts;
}

std::string originals(const std::vector<DocumentFacts>& documents) {
  Digests digests;
  std::vector<Digested> digested;
  for (const DocumentFacts& facts : documents) digested.push_back({&facts, digests.add(facts)});
  std::string out;
  for (const std::uint32_t original : find_originals(digested, digests)) out += std::to_string(original) + ' ';
  return out;
}

}  // namespace

TEST_CASE("of copies the earliest is the original") {
  struct Case {
    std::string name;
    std::vector<DocumentFacts> documents;
    std::string expected;
  };
  const std::string whole = text(600), cut = text(560), retold = text(600, 0, 400), short_text = "Two met.";
  const Case cases[] = {
      {"none", {}, ""},
      {"another text", {document("", whole), document("", retold)}, "0 1 "},
      {"by date", {document("2024-06-02", whole), document("2024-06-01", whole), document("", whole)}, "1 1 1 "},
      {"by place where there is no date", {document("", whole), document("", whole)}, "0 0 "},
      {"cut at the end", {document("", whole), document("", retold), document("", cut)}, "0 1 0 "},
      {"a few words put in the middle", {document("", whole), document("", text(600, 300, 12))}, "0 0 "},
      {"a short text has its hash alone", {document("", short_text), document("", short_text), document("", "Three met.")}, "0 0 2 "},
      {"copies of copies", {document("", whole), document("", text(600, 0, 60)), document("", text(600, 30, 60))}, "0 0 0 "},
  };
  for (const Case& one : cases) {
    CAPTURE(one.name);
    CHECK(originals(one.documents) == one.expected);
  }
}

TEST_CASE("many copies are found, and nothing else is taken for one") {
  std::vector<DocumentFacts> documents;
  std::string expected;
  for (std::size_t i = 0; i < 300; ++i) {
    const bool copy = i % 3 == 0;
    documents.push_back(document("", copy ? text(600, 10 * i / 3 % 590, 3) : text(600, 0, 600, "x" + std::to_string(i) + "y")));
    expected += std::to_string(copy ? 0 : i) + ' ';
  }
  CHECK(originals(documents) == expected);
}
