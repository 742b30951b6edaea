// Who is meant by a surname alone, with its title.
#include "resolution/short_names.h"

#include <doctest/doctest.h>

#include "liaison/analyzer.h"

namespace liaison {
namespace {

/// The full name of the person whom the last name of a text goes to.
std::string meant(const std::string& text) {
  static const Analyzer kAnalyzer;
  const Analysis a = kAnalyzer.analyze({.id = "t", .text = text});
  for (auto m = a.mentions.rbegin(); m != a.mentions.rend(); ++m)
    if (m->type == symbols::person) return a.entities[static_cast<std::size_t>(m->entity)].name;
  return {};
}

TEST_CASE("whom a title and surname mean") {
  struct Case {
    const char *name, *text, *expected;
  };
  const Case cases[] = {
      {"who has the title", "Mayor Tim Abbott left. Senator Ann Abbott stayed. Then Mayor Abbott sang.", "Tim Abbott"},
      {"who has it behind his name", "Tim Abbott, the mayor, left. Ann Abbott stayed. Mayor Abbott sang.", "Tim Abbott"},
      {"who has another one, for want of a better", "Senator Ann Abbott left. Governor Abbott sang.", "Ann Abbott"},
      {"who has none before who has another one", "Tim Abbott left. Senator Ann Abbott stayed. Governor Abbott sang.", "Tim Abbott"},
      {"not a relative", "His daughter Ann Abbott left. Governor Abbott sang.", "Abbott"},
      {"the holder whom the lists know", "Bill Clinton left. Hillary Clinton stayed. President Clinton sang.", "Bill Clinton"},
      {"nobody beside him", "Hillary Clinton stayed. President Clinton sang.", "Clinton"},
      {"a holder by his given name", "George Herbert Bush left. Then Jeb Bush came. President Bush sang.", "George Herbert Bush"},
      {"not the first lady", "First lady Michelle Obama left. President Obama sang.", "Obama"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(meant(c.text) == c.expected);
  }
}

TEST_CASE("whom a surname alone means") {
  struct Case {
    const char* name;
    std::string text;
    const char* expected;
  };
  std::string long_text;
  for (int i = 0; i < 40; ++i) long_text += "The sea was calm.\n\n";
  const Case cases[] = {
      {"whom it always means", "Donald Trump left. Ivanka Trump stayed. Trump sang.", "Donald Trump"},
      {"though he is not named in full", "Ivanka Trump stayed. Trump sang.", "Trump"},
      {"but not against the address", "Donald Trump left. Ivanka Trump stayed. Ms. Trump sang.", "Ivanka Trump"},
      {"somebody unknown of a known surname", "Imogen Nixon left. Then Nixon sang.", "Imogen Nixon"},
      {"not a relative", "Tim Abbott left. His wife, Ann Abbott, stayed. Abbott sang.", "Tim Abbott"},
      {"a relative alone", "His wife, Ann Abbott, stayed. Abbott sang.", "Ann Abbott"},
      {"the father", "Donald Trump left. Donald Trump Jr. stayed. Trump sang.", "Donald Trump"},
      {"the son", "Donald Trump left. Donald Trump Jr. stayed. Then came Donald Trump. Trump Jr. sang.", "Donald Trump Jr."},
      {"who is known by his first name and title", "Leader Kim Jong Un left. Tony Kim stayed. Kim sang.", "Kim Jong Un"},
      {"who was named before", "North Korean leader Kim Jong Un left. Kim sang. Tony Kim stayed. Then Kim danced.", "Kim Jong Un"},
      {"the last one of several", "Tim Abbott left. Ann Abbott stayed. Abbott sang.", "Ann Abbott"},
      {"who was called by it before", "Tim Abbott left. Abbott sang.\n\nHe met Ann Abbott.\n\nThen Abbott danced.", "Tim Abbott"},
      {"who is called by it in the headline", "Abbott sings\n\nTim Abbott left.\n\nHe met Ann Abbott.\n\nThen Abbott danced.", "Tim Abbott"},
      {"another one within his paragraph", "Tim Abbott left. Abbott sang.\n\nHe met Ann Abbott. Abbott danced.", "Ann Abbott"},
      {"not a relative there", "Tim Abbott left. Abbott sang.\n\nHe met his wife, Ann Abbott. Abbott danced.", "Tim Abbott"},
      {"whom the text is about", "Tim Abbott sings\n\nTim Abbott left.\n\nHe met Ann Abbott.\n\nThen Abbott danced.", "Tim Abbott"},
      {"another one where the text has turned to him", "Tim Abbott left. Abbott sang.\n\n" + long_text + "Ann Abbott stayed.\n\nShe slept.\n\nAbbott danced.", "Ann Abbott"},
      {"though not if it told much of the first", "Tim Abbott left. Abbott sang. Abbott danced. Abbott slept. Abbott rose.\n\n" + long_text +
                                                      "Ann Abbott stayed.\n\nShe slept.\n\nAbbott danced.", "Tim Abbott"},
      {"neither of a pair", "Tim Abbott left. The Hutton-Abbott bill passed. Abbott sang.", "Tim Abbott"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(meant(c.text) == c.expected);
  }
}

}  // namespace
}  // namespace liaison
