#include "relations/trigger_gate.h"

#include <doctest/doctest.h>

#include "printed.h"

namespace liaison {
namespace {

TEST_CASE("only sentences with a trigger and what it calls for open the gate") {
  struct Case {
    std::string sentence;
    bool opens;
  };
  const Case cases[] = {
      {"Lee met Musk.", true},
      {"They met.", true},
      {"Lee talked.", false},
      {"Lee talked with Musk.", true},
      {"The two talked.", true},
      // The other words of a phrase: behind a verb, right before a noun.
      {"The two sides made peace.", true},
      {"The two sides made cars.", false},
      {"Samsung and Intel run a joint campaign.", true},
      {"Samsung runs a campaign.", false},
      {"The campaign was a joint one.", false},
      // What has to be agreed.
      {"Samsung agreed to equip Intel.", true},
      {"Samsung equips Intel.", false},
      // A place for those who are named, where there is none.
      {"Samsung hired Intel.", true},
      {"They hired workers.", false},
      // What somebody goes for.
      {"Lee flew to Tokyo to see Musk.", true},
      {"Lee saw Musk.", false},
      // Inflected forms are those of their own part of speech: `according` is no form of the noun `accord`.
      {"According to Lee, all went well.", false},
      {"The accords hold.", true},
      {"Lee founded a firm with Musk.", true},
      {"Lee found a firm with Musk.", false},
      // Words of names.
      {"Samsung and Intel unite.", true},
      {"The United States grew.", false},
      // Both sides right beside it.
      {"Samsung's work with Intel went on.", true},
      {"Samsung's work went well.", false},
      {"Met.", false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.sentence);
    PrintedText text(c.sentence);
    const TextView view = text.view();
    TriggerGate gate(text.contents().frames, view, text.annotations());
    CHECK(gate.opens({0, static_cast<std::uint32_t>(view.tokens.size())}) == c.opens);
  }
}

}  // namespace
}  // namespace liaison
