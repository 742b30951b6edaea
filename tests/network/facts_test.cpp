#include "liaison/facts.h"

#include <doctest/doctest.h>

using namespace liaison;

namespace {

Place find(const Document& document, std::string_view words, bool in_title = false) {
  const std::string& text = in_title ? document.title : document.text;
  const auto start = static_cast<std::uint32_t>(text.find(words));
  REQUIRE(start != static_cast<std::uint32_t>(std::string::npos));
  return {{start, start + static_cast<std::uint32_t>(words.size())}, in_title};
}

/// "Jürgen 😀 Lee, Acme chairman, met Ma." with a title, and all that can be found in it.
struct Sample {
  Document document{"news/lee.txt", "2024-06-12", "Reuters", "https://example.org/?a=1&b=2", "Lee \"in\" Seoul",
                    "J\xC3\xBCrgen \xF0\x9F\x98\x80 Lee, Acme chairman, met Ma. He left the Big Game."};
  Analysis analysis;

  Sample() {
    const auto lee = EntityId{1}, acme = EntityId{2}, ma = EntityId{3};
    const std::string full = "J\xC3\xBCrgen \xF0\x9F\x98\x80 Lee";
    analysis.entities = {{symbols::misc, "Big Game", {"Big Game"}, {}, {}},
                         {symbols::person, full, {"Lee", full}, {}, {}},
                         {symbols::org, "Acme", {"Acme"}, {}, "Acme Corp"},
                         {symbols::person, "Ma", {"Ma"}, {}, {}}};
    add("Lee", symbols::person, lee, Form::name, true);
    add(full, symbols::person, lee);
    add("Acme", symbols::org, acme);
    add("chairman", symbols::role, EntityId::none);
    add("Ma", symbols::person, ma);
    add("He", symbols::person, lee, Form::pronoun);
    add("Big Game", symbols::misc, EntityId{0});
    Evidence said{find(document, full + ", Acme chairman, met Ma."), find(document, "met").span, RuleId::none,
                  symbols::occurred,
                  {{lee, MentionId{1}, symbols::subj, 0}, {ma, MentionId::none, symbols::obj, 1}}};
    analysis.events.push_back({symbols::meeting, symbols::occurred, said.participants, {said}});
    analysis.holds.push_back({lee, "chairman", acme, symbols::current, {{said.place, {}, RuleId::none, {}, {}}}});
    analysis.holds.push_back({lee, "boss", EntityId::none, symbols::former, {{said.place, {}, RuleId::none, {}, {}}}});
    analysis.notices.push_back({"sentence-too-long", "a sentence was too long", said.place});
  }

  void add(std::string_view words, Symbol type, EntityId entity, Form form = Form::name, bool in_title = false) {
    analysis.mentions.push_back({find(document, words, in_title), type, entity, RuleId::none, form, 0});
  }
};

}  // namespace

TEST_CASE("facts are printed as the contract has them") {
  const Sample sample;
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
        R"({"entity": "e3", "place": "obj", "start": 0, "end": 0}], "status": "occurred", "rule": "", "place": ""}]}], )"
        R"("notices": [{"code": "sentence-too-long", "message": "a sentence was too long", "start": 0, "end": 40}], )"
        R"("extra": {"lang":"en"}})");
}

TEST_CASE("facts that are read back print the same bytes") {
  const Sample sample;
  for (const OffsetUnit unit : {OffsetUnit::byte, OffsetUnit::utf16, OffsetUnit::codepoint}) {
    DocumentFacts facts = facts_of(sample.document, sample.analysis, unit);
    facts.extra = R"({"tags":["a","b"],"n":1.5,"deep":{"x":null}})";
    const std::string line = to_json(facts);
    CHECK(to_json(facts_from_json(line, "test")) == line);
  }
}

TEST_CASE("offsets count what they are asked to count") {
  const Sample sample;
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
  Sample sample;
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

TEST_CASE("only what is kept is printed") {
  const Sample sample;
  const std::string line = to_json(facts_of(sample.document, sample.analysis), {"mentions", "notices"});
  CHECK(line.find("\"mentions\"") != std::string::npos);
  CHECK(line.find("\"notices\"") != std::string::npos);
  CHECK(line.find("\"entities\"") == std::string::npos);
  CHECK(line.find("\"events\"") == std::string::npos);
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
