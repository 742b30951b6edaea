#include "relations/hold_reading.h"

#include <memory>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "liaison/pack.h"
#include "pack_contents.h"
#include "text/tokenizer.h"

namespace liaison {
namespace {

TEST_CASE("a word or phrase of a class begins at a unit") {
  std::shared_ptr<const Pack> pack = Pack::english();
  const auto& contents = pack->contents();
  const std::string text = "The former chairman resigned";
  std::vector<Token> tokens;
  std::vector<Hit> hits;
  std::vector<Unit> units;
  WordLookUp words;
  tokenize(text, contents.orthography, tokens);
  words.run(text, contents.lexicon, contents.patterns, contents.gates, tokens, hits);
  const TextView view{text, tokens, hits, &contents.lexicon, &words};
  make_units(view, {0, static_cast<std::uint32_t>(tokens.size())}, {}, units);
  const HoldClasses& classes = contents.hold_classes;
  HoldReading reading{&classes, view, {}, {}, {}, units};
  REQUIRE(units.size() == 4);
  CHECK_FALSE(reading.begins(0, classes.former));
  CHECK(reading.begins(1, classes.former));
  CHECK_FALSE(reading.begins(1, classes.incoming));
  CHECK(reading.begins(2, classes.company_role));
  CHECK(reading.begins(3, classes.end));
}

}  // namespace
}  // namespace liaison
