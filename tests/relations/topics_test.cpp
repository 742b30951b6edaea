#include "relations/topics.h"

#include <doctest/doctest.h>

#include "evidence_table.h"

namespace liaison {
namespace {

std::string printed(const Document& document, const Analysis&, const Evidence& evidence) { return std::string(evidence.topic.of(document.text)); }

TEST_CASE("a sentence says what they met about") {
  const evidence_table::Case cases[] = {
      // behind a preposition of topics
      {"Keir Starmer held talks with Olaf Scholz on chip supplies.", "chip supplies"},
      {"Keir Starmer spoke to Olaf Scholz by phone about the climate, trade and security.", "the climate, trade and security"},
      {"Keir Starmer met Olaf Scholz in Berlin on Tuesday about the bank's new plant.", "the bank's new plant"},
      {"Keir Starmer's letter to Olaf Scholz about fishing rights was polite.", "fishing rights"},
      {"Nokia signed an agreement with Intel on chip design.", "chip design"},
      {"Nokia works with Intel on a new modem.", "a new modem"},
      {"Keir Starmer held talks with Olaf Scholz regarding the price of the steel plant in Wales.", "the price of the steel plant"},
      {"Keir Starmer discussed with Olaf Scholz how to vote.", ""},
      // behind a verb of discussing
      {"Keir Starmer met Olaf Scholz to discuss chip supplies and the war in Ukraine.", "chip supplies and the war in Ukraine"},
      {"Keir Starmer discussed chip supplies with Olaf Scholz.", "chip supplies"},
      {"Keir Starmer met Olaf Scholz and discussed steel.", "steel"},
      {"Keir Starmer met Olaf Scholz to talk about steel.", "steel"},
      {"Keir Starmer met Olaf Scholz to negotiate a truce on Monday.", "a truce"},
      {"Keir Starmer held a meeting with Olaf Scholz to discuss steel.", "steel"},
      // a gerund with its object
      {"Keir Starmer held talks with Olaf Scholz about closing the plant.", "closing the plant"},
      // what is no topic
      {"Keir Starmer met Olaf Scholz on Tuesday.", ""},
      {"Keir Starmer met Olaf Scholz on the sidelines of the summit.", ""},
      {"Keir Starmer met Olaf Scholz over lunch.", ""},
      {"Keir Starmer met Olaf Scholz on an island.", ""},
      {"Keir Starmer held talks with Olaf Scholz on a beach.", ""},
      {"Keir Starmer met Olaf Scholz, who wrote a book about whales.", ""},
      {"Keir Starmer met Olaf Scholz after reading a report on whales.", ""},
      {"Keir Starmer's talks with Olaf Scholz collapsed over lunch.", ""},
      {"Keir Starmer told Olaf Scholz about it and phoned Donald Tusk.", ""},
  };
  evidence_table::check_all(cases, printed);
}

TEST_CASE("a topic in the title is a stretch of the title") {
  const Document document{.id = "1", .title = "Keir Starmer met Olaf Scholz to discuss steel", .text = "Nothing was decided."};
  const Analysis analysis = Analyzer(sentence_table::pack_with_names()).analyze(document);
  REQUIRE(analysis.events.size() == 1);
  CHECK(analysis.events[0].evidence[0].topic.of(document.title) == "steel");
}

}  // namespace
}  // namespace liaison
