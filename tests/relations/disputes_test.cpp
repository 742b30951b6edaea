#include "relations/disputes.h"

#include <doctest/doctest.h>

#include "liaison/analyzer.h"
#include "sentence_table.h"

namespace liaison {
namespace {

struct Case {
  const char *name, *text, *expected;
};

TEST_CASE("an event that one tells and another denies is disputed") {
  const Case cases[] = {
      {"two who contradict each other", "Nokia denied that it had met Intel. Intel said it met Nokia in January.", "denied disputed, occurred disputed"},
      {"the text against one who denies", "Keir Starmer met Olaf Scholz in May. Olaf Scholz denied that he had met Keir Starmer.", "occurred disputed, denied disputed"},
      {"the text against one who claims", "Donald Tusk said Keir Starmer had met Olaf Scholz. Keir Starmer did not meet Olaf Scholz.", "occurred disputed, denied disputed"},
      {"one alone", "Nokia said it had met Intel. Nokia denied that it had met Intel.", "occurred, denied"},
      {"the text alone", "Keir Starmer met Olaf Scholz. Keir Starmer did not meet Olaf Scholz.", "occurred, denied"},
      {"different dates", "Keir Starmer met Olaf Scholz on Monday. Olaf Scholz denied that he had met Keir Starmer on Tuesday.", "occurred, denied"},
      {"different kinds", "Keir Starmer phoned Olaf Scholz. Olaf Scholz denied that he had met Keir Starmer.", "occurred, denied"},
  };
  const Analyzer analyzer(sentence_table::pack_with_names());
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const Analysis analysis = analyzer.analyze({.id = "1", .text = c.text});
    std::string told;
    for (const Event& event : analysis.events)
      told += (told.empty() ? "" : ", ") + std::string(analysis.pack->name(event.status)) + (event.disputed ? " disputed" : "");
    CHECK(told == c.expected);
  }
}

}  // namespace
}  // namespace liaison
