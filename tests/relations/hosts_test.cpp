#include "relations/hosts.h"

#include <doctest/doctest.h>

#include "liaison/analyzer.h"
#include "sentence_table.h"

namespace liaison {
namespace {

/// `Keir Starmer < Olaf Scholz, Donald Tusk`: the host, and his guests.
std::string printed(const Analysis& analysis, const Evidence& evidence) {
  const auto names = [&](const std::vector<EntityId>& all) {
    std::string out;
    for (const EntityId one : all) out += (out.empty() ? "" : ", ") + analysis.at(one).name;
    return out;
  };
  if (evidence.hosts.empty() && evidence.guests.empty()) return {};
  return names(evidence.hosts) + " < " + names(evidence.guests);
}

struct Case {
  const char *text, *hosting;
};

TEST_CASE("a sentence says who was at whose place") {
  const Case cases[] = {
      {"Keir Starmer hosted Olaf Scholz and Donald Tusk for lunch.", "Keir Starmer < Olaf Scholz, Donald Tusk"},
      {"Keir Starmer visited Olaf Scholz.", "Olaf Scholz < Keir Starmer"},
      {"Olaf Scholz was visited by Keir Starmer.", "Olaf Scholz < Keir Starmer"},
      {"Keir Starmer received Olaf Scholz in London.", "Keir Starmer < Olaf Scholz"},
      {"Keir Starmer paid a visit to Olaf Scholz.", "Olaf Scholz < Keir Starmer"},
      {"Keir Starmer dropped in on Olaf Scholz.", "Olaf Scholz < Keir Starmer"},
      {"Norway hosted talks between Sweden and Finland.", "Norway < Sweden, Finland"},
      {"Talks hosted by Norway between Sweden and Finland ended on Monday.", "Norway < Sweden, Finland"},
      {"Keir Starmer met Olaf Scholz at Scholz's house.", "Olaf Scholz < Keir Starmer"},
      {"Keir Starmer met Olaf Scholz at Donald Tusk's residence.", "Donald Tusk < "},
      {"Keir Starmer invited Olaf Scholz to London.", "Keir Starmer < Olaf Scholz"},
      {"Keir Starmer met Olaf Scholz in London.", ""},
      {"Keir Starmer greeted Olaf Scholz.", ""},
  };
  const Analyzer analyzer(sentence_table::pack_with_names());
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const Analysis analysis = analyzer.analyze({.id = "1", .text = c.text});
    REQUIRE(analysis.events.size() == 1);
    CHECK(printed(analysis, analysis.events[0].evidence[0]) == c.hosting);
  }
}

}  // namespace
}  // namespace liaison
