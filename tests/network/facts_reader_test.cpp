// facts_from_json.
#include <random>

#include <doctest/doctest.h>

#include "liaison/facts.h"
#include "network/sample_analysis.h"

using namespace liaison;

TEST_CASE("facts that are read back print the same bytes") {
  const sample::SampleAnalysis sample;
  for (const OffsetUnit unit : {OffsetUnit::byte, OffsetUnit::utf16, OffsetUnit::codepoint}) {
    DocumentFacts facts = facts_of(sample.document, sample.analysis, unit);
    facts.extra = R"({"tags":["a","b"],"n":1.5,"deep":{"x":null}})";
    const std::string line = to_json(facts);
    CHECK(to_json(facts_from_json(line, "test")) == line);
  }
}

TEST_CASE("keys may be absent, null, unknown and in any order") {
  const DocumentFacts facts = facts_from_json(
      R"({"events": null, "later": [1], "id": 17, "title": null, "entities": [{"name": "Lee", "id": "e1"}], "schema": 1})", "f:3");
  CHECK(facts.id == "17");
  CHECK(facts.title.empty());
  CHECK(facts.events.empty());
  CHECK(facts.made.offsets == "byte");
  REQUIRE(facts.entities.size() == 1);
  CHECK(facts.entities[0].name == "Lee");
  CHECK(facts.entities[0].forms.empty());
}

TEST_CASE("lines that are no facts say what is wrong with them") {
  struct Case {
    const char *line, *message;
  };
  const Case cases[] = {
      {R"({"schema": 1, "id": "a")", "f:3: not JSON"},
      {R"([1])", "f:3: not a JSON object"},
      {R"({"id": "a"})", "f:3: no line of facts: it lacks \"schema\""},
      {R"({"schema": 9, "id": "a"})", "f:3: facts of schema 9, which this version cannot read"},
      {R"({"schema": 1})", "f:3: no line of facts: it lacks \"id\""},
      {R"({"schema": 1, "id": "a", "date": 7})", "f:3: \"date\" must be a string"},
      {R"({"schema": 1, "id": "a", "mentions": 7})", "f:3: \"mentions\" must be an array"},
      {R"({"schema": 1, "id": "a", "mentions": [7]})", "f:3: \"mentions\" must hold objects"},
      {R"({"schema": 1, "id": "a", "mentions": [{"end": 3}]})", "f:3: \"start\" must be a whole number"},
      {R"({"schema": 1, "id": "a", "mentions": [{"start": 4294967296}]})", "f:3: \"start\" is too large"},
      {R"({"id": "a", "error": {"code": "bad_json", "message": "no text"}})", "f:3: the document was not read: no text"},
      {R"({"schema": 1, "id": "a", "events": [{"id": "v1", "who": ["e3"]}]})",
       "f:3: v1 names the entity \"e3\", which the line lacks"},
      {R"({"schema": 1, "id": "a", "entities": [{"id": "e1"}], "events": [{"id": "v1", "who": ["e1"], "sides": [["e1"], ["e9"]]}]})",
       "f:3: v1 names the entity \"e9\", which the line lacks"},
      {R"({"schema": 1, "id": "a", "events": [{"id": "v1", "sides": ["e1"]}]})", "f:3: \"sides\" must hold arrays"},
      {R"({"schema": 1, "id": "a", "holds": [{"id": "h1", "person": "e3"}]})",
       "f:3: h1 names the entity \"e3\", which the line lacks"},
      {R"({"schema": 1, "id": "a", "events": [{"evidence": [{"start": 0, "end": 0, "trigger": [1]}]}]})",
       "f:3: \"trigger\" must be a start and an end"},
      {R"({"schema": 1, "id": "a", "events": [{"evidence": [{"start": 0, "end": 0, "trigger": ["1", 2]}]}]})",
       "f:3: \"trigger\" must be a whole number"},
      {R"({"schema": 1, "id": "a", "events": [{"evidence": [{"start": 0, "end": 0, "trigger": [1, 4294967296]}]}]})",
       "f:3: \"trigger\" is too large"},
      {R"({"schema": 1, "id": "a", "made": 7})", "f:3: \"made\" must be an object"},
      {R"({"schema": 1, "id": "a", "extra": [7]})", "f:3: \"extra\" must be an object"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.line);
    try {
      facts_from_json(one.line, "f:3");
      FAIL("not refused");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::bad_json);
      CHECK(std::string(error.what()).rfind(one.message, 0) == 0);
    }
  }
}

TEST_CASE("a damaged line is refused, or read as facts that print the same again") {
  const sample::SampleAnalysis sample;
  const std::string line = to_json(facts_of(sample.document, sample.analysis));
  std::size_t refused = 0;
  const auto survives = [&](const std::string& damaged) {
    try {
      const std::string printed = to_json(facts_from_json(damaged, "f:3"));
      CHECK(to_json(facts_from_json(printed, "f:3")) == printed);
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::bad_json);
      ++refused;
    }
  };
  for (std::size_t size = 0; size < line.size(); ++size) survives(line.substr(0, size));
  CHECK(refused == line.size());
  std::mt19937 random(23);
  for (int round = 0; round < 2000; ++round) {
    std::string damaged = line;
    for (int i = 0; i < 2; ++i) damaged[random() % line.size()] = static_cast<char>(random() % 2 ? random() : "\"0{}[],"[random() % 8]);
    survives(damaged);
  }
}
