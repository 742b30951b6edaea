#include "relations/telling_score.h"

#include <doctest/doctest.h>

#include "liaison/analyzer.h"
#include "liaison/pack.h"
#include "liaison/trace.h"

namespace liaison {
namespace {

/// The features of the first telling of a text that stands or falls by them.
std::string features(const std::string& text) {
  TraceList trace;
  Scratch scratch;
  Analyzer().analyze({.id = "t", .text = text}, scratch, &trace);
  std::string out;
  for (const TraceRecord& record : trace.records) {
    if (record.kind != TraceRecord::Kind::frame || !out.empty()) continue;
    for (const TraceDetail& detail : record.details)
      if (detail.kind == TraceDetail::Kind::feature) out += (out.empty() ? "" : "; ") + detail.what;
  }
  return out;
}

TEST_CASE("a telling has features of its trigger and of those who take part") {
  const struct {
    const char *name, *text, *features;
  } cases[] = {
      {"a verb between two listed names", "Elon Musk met Tim Cook on Monday.",
       "base -; form past; status occurred; types meeting/PERSON; listed yes/PERSON; reading named/PERSON; distance before/0; distance behind/0"},
      {"names that nothing lists", "Ludo Vantreight met Hannelore Obermeyer on Monday.",
       "base -; form past; status occurred; types meeting/PERSON; listed no/PERSON; reading named/PERSON; distance before/0; distance behind/0"},
      {"a noun, the people of a body, a phrase further on", "Talks between Samsung executives and Nokia may resume.",
       "base -; form noun; status possible; types meeting/ORG; listed yes/ORG; reading named/ORG; reading beside/ORG; distance behind/1; distance behind/2"},
      {"what is told in passing takes up no way", "Samsung and Meta, formerly known as Facebook, have signed an agreement.",
       "base -; form noun; status occurred; types cooperation/ORG; listed yes/ORG; reading named/ORG; distance before/1; distance before/2"},
      {"a country by its adjective, one by a reference", "Japan is calm. Indian officials met in Tokyo with Tim Cook. India is not.",
       "base -; form past; status occurred; types meeting/PERSON+GPE; listed yes/PERSON; listed yes/GPE; reading named/PERSON; reading people/GPE; "
       "distance before/0; distance behind/2"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(features(c.text) == c.features);
  }
}

TEST_CASE("a telling that falls short of the least sum is left out") {
  const std::string text = "Elon Musk met Tim Cook on Monday.";
  const struct {
    const char* weights;
    std::size_t events;
    int score;
  } cases[] = {
      {"base - 3\nleast - 3\n", 1, 3},
      {"base - 3\nleast - 4\n", 0, 0},
      {"base - 3\nform past 4\nlisted yes/PERSON -2\nleast - 5\n", 1, 5},
      {"", 1, 0},
  };
  for (const auto& c : cases) {
    CAPTURE(c.weights);
    const auto built = PackBuilder(Pack::english()).add({"weights/tellings.txt", c.weights}).build();
    REQUIRE(built.pack);
    const Analysis analysis = Analyzer(built.pack).analyze({.id = "t", .text = text});
    REQUIRE(analysis.events.size() == c.events);
    if (c.events > 0) CHECK(analysis.events[0].evidence[0].score == c.score);
  }
}

}  // namespace
}  // namespace liaison
