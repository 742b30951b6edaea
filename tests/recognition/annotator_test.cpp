#include "recognition/annotator.h"

#include <doctest/doctest.h>

#include "printed.h"

namespace liaison {
namespace {

/// `ROLE chairman, DATE Tuesday`.
std::string annotated(const std::string& text) {
  ReadText read(text);
  std::vector<Annotation> annotations(2);  // what stands there before is replaced
  Annotator().run(read.contents.rules, read.view, read.sentences, nullptr, annotations);
  std::string out;
  std::uint32_t end = 0;
  for (const Annotation& a : annotations) {
    CHECK(a.first >= end);
    CHECK(a.rule != RuleId::none);
    end = a.last;
    out += (out.empty() ? "" : ", ") + std::string(read.pack->name(a.type)) + " " + std::string(read.view.surface(a.first, a.last));
  }
  return out;
}

TEST_CASE("roles, dates and what is to be passed over are found by rules") {
  struct Case {
    std::string name, text, expected;
  };
  const Case cases[] = {
      {"a role", "The chairman left.", "ROLE chairman"},
      {"the longer role", "The finance minister left.", "ROLE finance minister"},
      {"a body before the role", "World Bank President Robert Zoellick left.", "ROLE President"},
      {"a body that crosses a longer role", "European Commission President Romano Prodi left.", "ROLE President"},
      {"a body that runs into a listed role", "US Treasury Secretary John Snow left.", "ROLE Treasury Secretary"},
      {"a body that ends with a listed role", "U.S. Trade Representative Robert Lighthizer left.", "ROLE Trade Representative"},
      {"a body alone", "The U.S. Trade Representative left.", ""},
      {"a role that is part of a name", "The National Security Council met.", ""},
      {"a field of two words", "A law enforcement official and the foreign-policy adviser left.", "ROLE foreign-policy adviser"},
      {"a rank of several words", "Army Sgt. 1st Class Bob Harper left.", "ROLE Sgt. 1st Class"},
      {"a police rank", "Detective Chief Inspector Ann Harper left.", "ROLE Detective Chief Inspector"},
      {"an office with a hyphen", "The editor-at-large and the sergeant-at-arms left.", "ROLE editor-at-large, ROLE sergeant-at-arms"},
      {"a wing", "Right-wing President Ann Harper left.", "ROLE President"},
      {"a body that needs what begins a listed role", "Office of Management and Budget director Ann Harper left.", "ROLE director"},
      {"one of a country", "The Brazilian leader left the king.", "ROLE leader, ROLE king"},
      {"a name with a hyphen", "Norvane chief Jean-Luc Harper left.", "ROLE chief"},
      {"an office in letters", "POTUS asked the AG.", "ROLE POTUS, ROLE AG"},
      {"a date", "They met last Tuesday.", "DATE last Tuesday"},
      {"in order", "The chairman met the president on Monday.", "ROLE chairman, ROLE president, DATE Monday"},
      {"a ticker between brackets", "Shares of AT&T (NYSE: T) rose.", "HIDDEN (NYSE: T)"},
      {"a dateline", "SEOUL, June 14 - The shares rose.", "DATELINE SEOUL, June 14 -"},
      {"a month that is a name", "Theresa May left.", ""},
      {"none", "It rained.", ""},
      {"nothing", "", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(annotated(c.text) == c.expected);
  }
}

/// `Vantreight: listed_company`, of all stretches to which rules have given something.
std::string given(const std::string& text) {
  ReadText read(text);
  Annotator annotator;
  std::vector<Annotation> annotations;
  annotator.run(read.contents.rules, read.view, read.sentences, nullptr, annotations);
  std::string out;
  for (const GivenFeature& g : annotator.given())
    out += (out.empty() ? "" : ", ") + std::string(read.view.surface(g.first, g.last)) + ": " + std::string(read.pack->name(g.feature));
  return out;
}

TEST_CASE("rules give evidence to each stretch that they match, once and in order") {
  CHECK(given("The shares of Vantreight Quux (NYSE: VQ) fell.") == "Vantreight Quux: listed_company, Quux: listed_company");
  CHECK(given("(Reporting by Ann Vantreight; Editing by Kwee Quux)") == "Ann Vantreight: credited, Kwee Quux: credited");
  CHECK(given("The walls of Vantreight Quux fell.") == "");
}

}  // namespace
}  // namespace liaison
