#include "liaison/facts.h"

#include <doctest/doctest.h>

#include "network/sample_analysis.h"

using namespace liaison;

TEST_CASE("offsets count what they are asked to count") {
  const sample::SampleAnalysis sample;
  struct Case {
    OffsetUnit unit;
    const char* name;
    std::uint32_t start, end;   // of "Acme"
  };
  for (const Case& one : {Case{OffsetUnit::byte, "byte", 18, 22}, Case{OffsetUnit::utf16, "utf16", 15, 19},
                          Case{OffsetUnit::codepoint, "codepoint", 14, 18}}) {
    const DocumentFacts facts = facts_of(sample.document, sample.analysis, one.unit);
    CHECK(facts.made.offsets == one.name);
    CHECK(facts.mentions[2].start == one.start);
    CHECK(facts.mentions[2].end == one.end);
  }
}

TEST_CASE("ids are the same whatever the unit, and differ within and between documents") {
  sample::SampleAnalysis sample;
  const DocumentFacts bytes = facts_of(sample.document, sample.analysis);
  const DocumentFacts points = facts_of(sample.document, sample.analysis, OffsetUnit::codepoint);
  CHECK(bytes.events[0].id == points.events[0].id);
  CHECK(bytes.events[0].id.size() == 13);
  CHECK(bytes.events[0].id[0] == 'v');
  CHECK(bytes.holds[0].id != bytes.holds[1].id);
  CHECK(bytes.holds[0].id[0] == 'h');
  sample.analysis.events.push_back(sample.analysis.events[0]);
  const DocumentFacts twice = facts_of(sample.document, sample.analysis);
  CHECK(twice.events[0].id == bytes.events[0].id);
  CHECK(twice.events[1].id != twice.events[0].id);
  sample.document.id = "news/other.txt";
  CHECK(facts_of(sample.document, sample.analysis).events[0].id != bytes.events[0].id);
}

TEST_CASE("strings are valid UTF-8, whatever the bytes; offsets stay") {
  Document document{"\xFFid", "", "", "", "", "A\xFF" "B met C\xE2\x82."};
  Analysis analysis;
  analysis.entities = {{symbols::person, "A\xFF" "B", {"A\xFF" "B"}, {}, {}}};
  analysis.mentions = {{{{0, 3}, false}, symbols::person, EntityId{0}, RuleId::none, Form::name, 0}};
  const DocumentFacts facts = facts_of(document, analysis);
  CHECK(facts.id == "\xEF\xBF\xBDid");
  CHECK(facts.entities[0].name == "A\xEF\xBF\xBD" "B");
  CHECK(facts.mentions[0].end == 3);
  const std::string line = to_json(facts);
  CHECK(to_json(facts_from_json(line, "test")) == line);
}
