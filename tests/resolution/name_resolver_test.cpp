#include <doctest/doctest.h>

#include "liaison/analyzer.h"
#include "liaison/pack.h"

namespace liaison {
namespace {

/// The entities of a text with their forms: "Ann Lee = Lee; Acme".
std::string entities(const std::string& text) {
  static const Analyzer kAnalyzer;
  Analysis a = kAnalyzer.analyze({.id = "t", .text = text});
  std::string out;
  for (const Entity& e : a.entities) {
    out += out.empty() ? "" : "; ";
    for (std::size_t i = 0; i < e.forms.size(); ++i) out += (i ? " = " : "") + e.forms[i];
  }
  return out;
}

TEST_CASE("which names are one") {
  struct Case {
    const char *name, *text, *expected;
  };
  const Case cases[] = {
      {"surname", "Angela Merkel left. Then Merkel came back.", "Angela Merkel = Merkel"},
      {"honorific and surname", "John Abbott left. Mr. Abbott came back.", "John Abbott = Abbott"},
      {"initial", "John C. Abbott left. John Abbott came back.", "John C. Abbott = John Abbott"},
      {"two of one surname: the one named last", "John Abbott left. Mary Abbott stayed. Abbott sang.", "John Abbott; Mary Abbott = Abbott"},
      {"two of one surname: the one whom the address fits", "John Abbott left. Mary Abbott stayed. Mr. Abbott sang.",
       "John Abbott = Abbott; Mary Abbott"},
      {"an address that fits nobody", "John Abbott left. Mrs. Abbott sang.", "John Abbott; Abbott"},
      {"family names first", "Kim Jong Un left. His sister Kim Yo Jong stayed. Ms. Kim sang.", "Kim Jong Un; Kim Yo Jong = Kim"},
      {"short form of a given name", "Thomas Abbott left. Then Tom Abbott came back, and Mr. Abbott sang.", "Thomas Abbott = Tom Abbott = Abbott"},
      {"no short form of a given name", "Thomas Abbott left. Then Michael Abbott came back.", "Thomas Abbott; Michael Abbott"},
      {"short form of a son's given name", "Michael Abbott left. Mike Abbott Jr. stayed.", "Michael Abbott; Mike Abbott Jr."},
      {"surname of two words", "Marine Le Pen left. Le Pen came back.", "Marine Le Pen = Le Pen"},
      {"small word before the surname", "Ursula von der Leyen left. Von der Leyen came back.", "Ursula von der Leyen = Von der Leyen"},
      {"father and son", "George H. W. Bush left. George W. Bush stayed.", "George H. W. Bush; George W. Bush"},
      {"father and son of one name", "Donald Trump left. Donald Trump Jr. stayed.", "Donald Trump; Donald Trump Jr."},
      {"a suffix of a name in full", "Robert Mueller left. Robert S. Mueller III, the prosecutor, stayed.", "Robert Mueller = Robert S. Mueller III"},
      {"acronym of letters with accents", "The Électricité Vantreight Corporation rose. EVC fell.", "Électricité Vantreight Corporation = EVC"},
      {"acronym of letters beyond Latin", "The Ørsted Vantreight Corporation rose. ØVC fell.", "Ørsted Vantreight Corporation = ØVC"},
      {"forms of a gazetteer", "The United States won. The U.S. lost.", "United States = U.S."},
      {"legal suffix", "They sued Vantreight Mining Ltd. Then Vantreight Mining paid.", "Vantreight Mining Ltd = Vantreight Mining"},
      {"acronym with the letter of a connecting word", "The Institute for Vantreight Studies rose. The head of IFVS left.",
       "Institute for Vantreight Studies = IFVS"},
      {"acronym", "The Vantreight Mining Corporation rose. VMC fell.", "Vantreight Mining Corporation = VMC"},
      {"letters that the gazetteers know as another's", "The U.S. Navy sailed. The U.N. spoke.", "U.S. Navy; U.N."},
      {"a kind of body is not short for one", "House Speaker John Abbott left. The House Ethics Committee met.",
       "House; John Abbott; House Ethics Committee"},
      {"a body of a state and one of its parts", "The White House agreed. Then it asked the White House Presidential Personnel Office for help.",
       "White House; White House Presidential Personnel Office"},
      {"a kind of body that ends one", "The Vantreight Mining Commission met. The Commission's chairman left.",
       "Vantreight Mining Commission = Commission"},
      {"a kind of body that ends two", "The Vantreight Mining Commission met the Norvane Water Commission. The Commission's chairman left.",
       "Vantreight Mining Commission; Norvane Water Commission; Commission"},
      {"told", "Norvane, formerly known as Brightwell Motors, makes vans.", "Norvane = Brightwell Motors"},
      {"different", "Samsung sued Microsoft.", "Samsung; Microsoft"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(entities(c.text) == c.expected);
  }
}

TEST_CASE("as what the gazetteers know an entity") {
  static const Analyzer kAnalyzer;
  struct Case {
    const char *name, *text, *expected;   // the first entity and what it is known as
  };
  const Case cases[] = {
      {"a listed name", "Richard Nixon left. Nixon was tired.", "Richard Nixon, known as Richard Nixon"},
      {"a fuller form", "Donald John Trump left. Then Trump came back.", "Donald John Trump, known as Donald Trump"},
      {"a surname of somebody better known", "Imogen Nixon left. Then Nixon came back.", "Imogen Nixon, known as "},
      {"a legal form more", "They sued Microsoft Corp. on Monday. Then Microsoft paid.", "Microsoft Corp., known as Microsoft"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const Analysis a = kAnalyzer.analyze({.id = "t", .text = c.text});
    REQUIRE(!a.entities.empty());
    CHECK(std::string(a.entities[0].name) + ", known as " + std::string(a.entities[0].known_as) == c.expected);
  }
}

}  // namespace
}  // namespace liaison
