// to_json(DocumentFacts).
#include <doctest/doctest.h>

#include "liaison/facts.h"
#include "network/sample_analysis.h"

using namespace liaison;

TEST_CASE("facts are printed as the contract has them") {
  const sample::SampleAnalysis sample;
  DocumentFacts facts = facts_of(sample.document, sample.analysis);
  facts.made = {"0.1.0", "en", "9c1e", "byte"};
  facts.holds[0].id = "h1";
  facts.holds[1].id = "h2";
  facts.events[0].id = "v1";
  facts.extra = R"({"lang":"en"})";
  CHECK(to_json(facts) ==
        R"({"schema": 1, "id": "news/lee.txt", "date": "2024-06-12", "source": "Reuters", "title": "Lee \"in\" Seoul", )"
        R"("url": "https://example.org/?a=1&b=2", )"
        R"("made": {"liaison": "0.1.0", "pack": "en", "text": "9c1e", "offsets": "byte"}, )"
        R"("mentions": [{"start": 0, "end": 3, "type": "PERSON", "entity": "e1", "in": "title", "rule": ""}, )"
        R"({"start": 0, "end": 16, "type": "PERSON", "entity": "e1", "rule": ""}, )"
        R"({"start": 18, "end": 22, "type": "ORG", "entity": "e2", "rule": ""}, )"
        R"({"start": 23, "end": 31, "type": "ROLE", "rule": ""}, )"
        R"({"start": 37, "end": 39, "type": "PERSON", "entity": "e3", "rule": ""}, )"
        R"({"start": 41, "end": 43, "type": "PERSON", "entity": "e1", "form": "pronoun", "rule": ""}], )"
        R"("entities": [{"id": "e1", "type": "PERSON", "name": "Jürgen 😀 Lee", "forms": ["Lee", "Jürgen 😀 Lee"]}, )"
        R"({"id": "e2", "type": "ORG", "name": "Acme", "forms": ["Acme"], "known_as": "Acme Corp"}, )"
        R"({"id": "e3", "type": "PERSON", "name": "Ma", "forms": ["Ma"]}], )"
        R"("holds": [{"id": "h1", "person": "e1", "role": "chairman", "org": "e2", "when": "current", )"
        R"("evidence": [{"start": 0, "end": 40, "quote": "Jürgen 😀 Lee, Acme chairman, met Ma.", "rule": "", "place": ""}]}, )"
        R"({"id": "h2", "person": "e1", "role": "boss", "org": null, "when": "former", )"
        R"("evidence": [{"start": 0, "end": 40, "quote": "Jürgen 😀 Lee, Acme chairman, met Ma.", "rule": "", "place": ""}]}], )"
        R"("events": [{"id": "v1", "kind": "meeting", "who": ["e1", "e3"], "sides": [["e1"], ["e3"]], "status": "occurred", )"
        R"("evidence": [{"start": 0, "end": 40, "quote": "Jürgen 😀 Lee, Acme chairman, met Ma.", "trigger": [33, 36], )"
        R"("args": [{"entity": "e1", "place": "subj", "start": 0, "end": 16}, )"
        R"({"entity": "e3", "place": "obj", "start": 0, "end": 0}], "status": "occurred", "sure": 50, "rule": "", "place": ""}]}], )"
        R"("notices": [{"code": "sentence-too-long", "message": "a sentence was too long", "start": 0, "end": 40}], )"
        R"("extra": {"lang":"en"}})");
}

TEST_CASE("what a fact does not have is not printed, but for what every line has") {
  DocumentFacts facts;
  facts.id = "a";
  facts.holds.push_back({"h1", "e1", "boss", {}, "current", {FactEvidence{}}});
  facts.events.push_back({"v1", "meeting", "occurred", {"e1"}, {}, {FactEvidence{}}});
  CHECK(to_json(facts, {"holds", "events"}) ==
        R"({"schema": 1, "id": "a", "date": "", "source": "", "title": "", "url": "", )"
        R"("made": {"liaison": "", "pack": "", "text": "", "offsets": "byte"}, )"
        R"("holds": [{"id": "h1", "person": "e1", "role": "boss", "org": null, "when": "current", )"
        R"("evidence": [{"start": 0, "end": 0, "quote": "", "rule": "", "place": ""}]}], )"
        R"("events": [{"id": "v1", "kind": "meeting", "who": ["e1"], "status": "occurred", )"
        R"("evidence": [{"start": 0, "end": 0, "quote": "", "trigger": [0, 0], "args": [], "status": "", )"
        R"("rule": "", "place": ""}]}]})");
}

TEST_CASE("only what is kept is printed") {
  const sample::SampleAnalysis sample;
  const std::string line = to_json(facts_of(sample.document, sample.analysis), {"mentions", "notices"});
  CHECK(line.find("\"mentions\"") != std::string::npos);
  CHECK(line.find("\"notices\"") != std::string::npos);
  CHECK(line.find("\"entities\"") == std::string::npos);
  CHECK(line.find("\"events\"") == std::string::npos);
}
