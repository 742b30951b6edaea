#include "relations/hosts.h"

#include <doctest/doctest.h>

#include "evidence_table.h"

namespace liaison {
namespace {

/// `Keir Starmer < Olaf Scholz, Donald Tusk`: the host, and his guests.
std::string printed(const Document&, const Analysis& analysis, const Evidence& evidence) {
  if (evidence.hosts.empty() && evidence.guests.empty()) return {};
  return evidence_table::names(analysis, evidence.hosts) + " < " + evidence_table::names(analysis, evidence.guests);
}

TEST_CASE("a sentence says who was at whose place") {
  const evidence_table::Case cases[] = {
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
  evidence_table::check_all(cases, printed);
}

}  // namespace
}  // namespace liaison
