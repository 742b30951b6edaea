#include "recognition/name_finder.h"

#include <doctest/doctest.h>

#include <map>

#include "liaison/analyzer.h"
#include "liaison/pack.h"
#include "printed.h"

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
      {"an adverb is no given name", "Even Harper left. Even Boris Harper left.", "PERSON Harper, PERSON Boris Harper"},
      {"a month that is a name", "They asked Theresa May in May 2017.", "PERSON Theresa May, DATE May 2017"},
      {"a ticker is hidden", "They sued AT&T (NYSE: T) over it.", "ORG AT&T"},
      {"acronym of its own name", "The Vantreight Mining Corporation rose. VMC fell.", "ORG Vantreight Mining Corporation, ORG VMC"},
      {"surname again", "They asked Ann Vantreight. Later Vantreight left.", "PERSON Ann Vantreight, PERSON Vantreight"},
      {"short form again", "They sued Vantreight Holdings Ltd. Later Vantreight paid.", "ORG Vantreight Holdings Ltd, ORG Vantreight"},
      {"two names in a row of capitals", "They asked Angela Merkel and Emmanuel Macron.", "PERSON Angela Merkel, PERSON Emmanuel Macron"},
      {"countries with a hyphen", "It was about U.S.-Japan trade.", "GPE U.S., GPE Japan"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(read(c.text) == c.expected);
  }
}

using Points = std::array<std::int16_t, kNameTypeCount>;

void add(Points& sum, const Points& points) {
  for (std::size_t i = 0; i < kNameTypeCount; ++i) sum[i] = static_cast<std::int16_t>(sum[i] + points[i]);
}

TEST_CASE("what a candidate scores in round one is the sum of its features, one by one") {
  // Runs of one token to a dozen, at both ends of their sentences, with entries, suffixes, roles and unknown words.
  const char* text =
      "TOKYO PRICES FALL SHARPLY\n\nSamsung Electronics Co. Ltd. Chairman Jay Y. Lee met Zorblatt.\n\n"
      "Ann Vantreight-Obermeyer of the University of Sunderhausen and the Bank of the West left. France. "
      "The New York Stock Exchange General Motors Toyota Zorb Blatt Quux Obermeyer Vantreight Kwee Holdings Ltd rose. "
      "Shares of Vantreight Obermeyer (NYSE: VOB) fell.";
  ReadText read(text);
  Annotator annotator;
  NameFinder finder;
  std::vector<Annotation> fixed, names;
  annotator.run(read.contents.rules, read.view, read.sentences, nullptr, fixed);
  finder.use(annotator.given());
  CHECK(annotator.given().size() == 5);
  finder.run_first_round(read.contents.names, read.contents.name_classes, read.view, read.sentences, fixed, names);
  std::map<Feature, Points> weights;
  for (const Weight& w : read.contents.names.weights())
    if (w.feature.kind != Feature::Kind::kind) add(weights[w.feature], w.scores);
  std::size_t candidates = 0;
  for (const NameRun& run : finder.runs()) {
    finder.look_at(run);
    for (std::uint32_t first = run.first; first < run.last; ++first)
      for (std::uint32_t last = first + 1; last <= std::min(run.last, first + NameFinder::kLongestName); ++last) {
        if (!finder.is_candidate(first, last)) continue;
        Points expected{};
        finder.each_feature(run, first, last, [&](const Feature& f) {
          if (auto at = weights.find(f); at != weights.end()) add(expected, at->second);
        });
        CAPTURE(read.view.surface(first, last));
        for (std::size_t i = 0; i < kNameTypeCount; ++i) CHECK(finder.first_score(run, first, last).of[i] == expected[i]);
        ++candidates;
      }
  }
  CHECK(candidates > 100);
}

}  // namespace
}  // namespace liaison
