#include <doctest/doctest.h>

#include "liaison/facts.h"

using namespace liaison;

TEST_CASE("a document and its unknown keys") {
  const InputLine input = input_from_json(
      R"({"lang": "en", "id": "7", "text": "Lee met \u00fc\ud83d\ude00.", "title": null, "source": "AP", "n": [1, {"a": 2.5}]})", "f:1");
  CHECK(input.document.id == "7");
  CHECK(input.document.text == "Lee met \xC3\xBC\xF0\x9F\x98\x80.");
  CHECK(input.document.title.empty());
  CHECK(input.document.source == "AP");
  CHECK_FALSE(input.has_names);
  CHECK(input.extra == R"({"lang": "en", "n": [1,{"a":2.5}]})");
  CHECK(input_from_json(R"({"id": 12, "text": ""})", "").document.id == "12");
  CHECK(input_from_json(R"({"id": "a", "text": ""})", "").extra.empty());
}

TEST_CASE("given names are sorted and tied to their entities") {
  const InputLine input = input_from_json(
      R"({"id": "a", "title": "Lee", "text": "Chairman Jay Lee met Ma and Ma.",
          "entities": [{"id": "x", "type": "PERSON", "name": "Jay Lee", "forms": ["Jay Lee"]}],
          "mentions": [{"start": 21, "end": 23, "type": "PERSON"}, {"start": 9, "end": 16, "type": "PERSON", "entity": "x"},
                       {"start": 0, "end": 3, "type": "PERSON", "entity": "x", "in": "title"},
                       {"start": 0, "end": 8, "type": "ROLE"}, {"start": 28, "end": 30, "type": "PERSON"}]})", "f:1");
  REQUIRE(input.has_names);
  REQUIRE(input.names.mentions.size() == 5);
  CHECK(input.names.mentions[0].place.in_title);
  CHECK(input.names.mentions[1].type == symbols::role);
  CHECK(input.names.mentions[1].entity == EntityId::none);
  REQUIRE(input.names.entities.size() == 2);
  CHECK(input.names.entities[0].forms == std::vector<std::string>{"Jay Lee", "Lee"});
  CHECK(input.names.entities[0].mentions == std::vector<MentionId>{MentionId{0}, MentionId{2}});
  CHECK(input.names.entities[1].name == "Ma");
  CHECK(input.names.entities[1].mentions.size() == 2);
}

TEST_CASE("lines that cannot be read say why") {
  struct Case {
    const char *line, *message;
  };
  const Case cases[] = {
      {"", "not JSON"},
      {"{\"id\": \"a\", \"text\": \"\xFF\"}", "not JSON"},
      {R"({"text": ""})", "the line lacks \"id\""},
      {R"({"id": "a"})", "the line lacks \"text\""},
      {R"({"id": "a", "text": 7})", "\"text\" must be a string"},
      {R"({"id": "a", "text": "ab", "mentions": [{"start": 0, "end": 1, "type": "PERS"}]})", "no type of mention: \"PERS\""},
      {R"({"id": "a", "text": "ab", "mentions": [{"start": 0, "end": 3, "type": "ORG"}]})", "mention 0-3 reaches past the end"},
      {R"({"id": "a", "text": "ab", "mentions": [{"start": 1, "end": 1, "type": "ORG"}]})", "mention 1-1 is empty"},
      {R"({"id": "a", "text": "ü", "mentions": [{"start": 0, "end": 1, "type": "ORG"}]})", "mention 0-1 cuts a character"},
      {R"({"id": "a", "text": "abc", "mentions": [{"start": 0, "end": 2, "type": "ORG"}, {"start": 1, "end": 3, "type": "ORG"}]})",
       "mentions overlap at 1"},
      {R"({"id": "a", "text": "ab", "mentions": [{"start": 0, "end": 1, "type": "ORG", "entity": "e"}]})",
       "a mention names the entity \"e\", which the line lacks"},
      {R"({"id": "a", "text": "ab", "mentions": [], "entities": [{"id": "e", "type": "ORG"}, {"id": "e", "type": "ORG"}]})",
       "two entities have the id \"e\""},
  };
  for (const Case& one : cases) {
    CAPTURE(one.line);
    try {
      input_from_json(one.line, "f:1");
      FAIL("not refused");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::bad_json);
      CHECK(std::string(error.what()).rfind(std::string("f:1: ") + one.message, 0) == 0);
    }
  }
}

TEST_CASE("a line that could not be read is answered by a line") {
  const Error error(ErrorCode::bad_json, "f:1", "the line lacks \"text\"");
  CHECK(error_to_json(R"({"id": "a"})", error) ==
        R"({"id": "a", "error": {"code": "bad_json", "message": "the line lacks \"text\""}})");
  CHECK(error_to_json("{", error).rfind(R"({"id": null, "error")", 0) == 0);
}
