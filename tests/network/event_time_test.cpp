#include "network/event_time.h"

#include <doctest/doctest.h>

#include "liaison/analyzer.h"
#include "liaison/facts.h"

namespace liaison {
namespace {

struct Case {
  const char *text, *phrase, *iso;
};

void check(const Case& c, const std::string& date) {
  CAPTURE(c.text);
  static const Analyzer analyzer;
  const Document document{"1", date, "", "", "", c.text};
  const DocumentFacts facts = facts_of(document, analyzer.analyze(document));
  REQUIRE(facts.events.size() == 1);
  const FactTime& time = facts.events[0].evidence[0].time;
  CHECK(time.text == c.phrase);
  CHECK(time.iso == c.iso);
  CHECK(std::string(c.text).substr(time.start, time.end - time.start) == time.text);
  const FactTime again = facts_from_json(to_json(facts), "test").events[0].evidence[0].time;
  CHECK(again.text == time.text);
  CHECK(again.iso == time.iso);
}

TEST_CASE("a sentence says when they met") {
  // A Thursday.
  for (const Case& c : {Case
      {"Nora Kessler met Omar Haddad in Vienna on Tuesday.", "Tuesday", "2019-02-12"},
      {"On Tuesday, Nora Kessler met Omar Haddad in Vienna.", "Tuesday", "2019-02-12"},
      {"Nora Kessler will meet Omar Haddad on Tuesday.", "Tuesday", "2019-02-19"},
      {"Nora Kessler met Omar Haddad on Thursday.", "Thursday", "2019-02-14"},
      {"Nora Kessler met Omar Haddad last Thursday.", "last Thursday", "2019-02-07"},
      {"Nora Kessler will meet Omar Haddad next Friday.", "next Friday", "2019-02-15"},
      {"Nora Kessler met Omar Haddad yesterday.", "yesterday", "2019-02-13"},
      {"Nora Kessler will meet Omar Haddad tomorrow.", "tomorrow", "2019-02-15"},
      {"Nora Kessler met Omar Haddad last week.", "last week", "2019-W06"},
      {"Nora Kessler will meet Omar Haddad next month.", "next month", "2019-03"},
      {"Nora Kessler met Omar Haddad last year.", "last year", "2018"},
      {"Nora Kessler met Omar Haddad in December.", "December", "2018-12"},
      {"Nora Kessler will meet Omar Haddad in January.", "January", "2020-01"},
      {"Nora Kessler met Omar Haddad on December 29.", "December 29", "2018-12-29"},
      {"Nora Kessler met Omar Haddad on March 3, 2015.", "March 3, 2015", "2015-03-03"},
      {"Nora Kessler met Omar Haddad in June 2015.", "June 2015", "2015-06"},
      {"Nora Kessler met Omar Haddad in December of 2016.", "December of 2016", "2016-12"},
      {"On Jan. 3, Nora Kessler held talks with Omar Haddad.", "Jan. 3", "2019-01-03"},
      {"On Tuesday, Nora Kessler said that she had met Omar Haddad.", "", ""},
      {"Nora Kessler met Omar Haddad.", "", ""},
      {"Nora Kessler met Omar Haddad, who left on Tuesday.", "", ""},
      {"Nora Kessler met Omar Haddad and returned on Tuesday.", "", ""},
  }) check(c, "2019-02-14");
}

TEST_CASE("without a date of the document only what is told in full has one") {
  for (const Case& c : {Case
      {"Nora Kessler met Omar Haddad on Tuesday.", "Tuesday", ""},
      {"Nora Kessler met Omar Haddad on March 3, 2015.", "March 3, 2015", "2015-03-03"},
      {"Nora Kessler met Omar Haddad on March 3.", "March 3", ""},
      {"Nora Kessler met Omar Haddad on February 30, 2015.", "February 30, 2015", ""},
  }) {
    check(c, "");
    check(c, "2019-13-45");
  }
}

TEST_CASE("weeks belong to the year of their Thursday") {
  check({"Nora Kessler met Omar Haddad last week.", "last week", "2020-W53"}, "2021-01-05");
  check({"Nora Kessler will meet Omar Haddad next week.", "next week", "2019-W01"}, "2018-12-28");
}

}  // namespace
}  // namespace liaison
