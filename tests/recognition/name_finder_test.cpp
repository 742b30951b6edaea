#include <doctest/doctest.h>

#include "liaison/analyzer.h"
#include "liaison/pack.h"

namespace liaison {
namespace {

/// "PERSON Ann Lee, ROLE chairman": the mentions of a text, as the English pack reads it.
std::string read(const std::string& text) {
  static const Analyzer kAnalyzer;
  Analysis a = kAnalyzer.analyze({.id = "t", .text = text});
  std::string out;
  for (const Mention& m : a.mentions)
    out += (out.empty() ? "" : ", ") + std::string(a.pack->name(m.type)) + " " + std::string(m.place.span.of(text));
  return out;
}

TEST_CASE("names and roles") {
  struct Case {
    const char *name, *text, *expected;
  };
  const Case cases[] = {
      {"honorific", "They asked Mr. Zygmuntowicz about it.", "PERSON Zygmuntowicz"},
      {"initial and suffix", "They asked Robert T. Downey Jr. about it.", "PERSON Robert T. Downey Jr."},
      {"role before the name", "They asked finance minister Orlo Vantreight about it.", "ROLE finance minister, PERSON Orlo Vantreight"},
      {"legal suffix", "They sued Vantreight Holdings Ltd over it.", "ORG Vantreight Holdings Ltd"},
      {"head noun", "They sued the Vantreight Chemical Company over it.", "ORG Vantreight Chemical Company"},
      {"joined by of", "They studied at the University of Sunderhausen.", "ORG University of Sunderhausen"},
      {"joined by an ampersand", "They sued Zorb & Blatt over it.", "ORG Zorb & Blatt"},
      {"country", "They flew to South Korea and to New Zealand.", "GPE South Korea, GPE New Zealand"},
      {"country after the article", "They flew to the United States.", "GPE United States"},
      {"a product is no name", "They sold the iPhone to Samsung.", "ORG Samsung"},
      {"an adjective of a country is no name", "They liked the French film.", ""},
      {"a beginning is no name", "Yesterday it rained. However, nobody minded.", "DATE Yesterday"},
      {"a month that is a name", "They asked Theresa May in May 2017.", "PERSON Theresa May, DATE May 2017"},
      {"a ticker is hidden", "They sued AT&T (NYSE: T) over it.", "ORG AT&T"},
      {"acronym of its own name", "The Vantreight Mining Corporation rose. VMC fell.", "ORG Vantreight Mining Corporation, ORG VMC"},
      {"surname again", "They asked Ann Vantreight. Later Vantreight left.", "PERSON Ann Vantreight, PERSON Vantreight"},
      {"short form again", "They sued Vantreight Holdings Ltd. Later Vantreight paid.", "ORG Vantreight Holdings Ltd., ORG Vantreight"},
      {"two names in a row of capitals", "They asked Angela Merkel and Emmanuel Macron.", "PERSON Angela Merkel, PERSON Emmanuel Macron"},
      {"countries with a hyphen", "It was about U.S.-Japan trade.", "GPE U.S., GPE Japan"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(read(c.text) == c.expected);
  }
}

}  // namespace
}  // namespace liaison
