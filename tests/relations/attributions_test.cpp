#include "relations/attributions.h"

#include <doctest/doctest.h>

#include "evidence_table.h"

namespace liaison {
namespace {

/// `Nokia | a spokesman for Nokia | stated`; empty where the text itself tells of it.
std::string printed(const Document& document, const Analysis& analysis, const Evidence& evidence) {
  const Attribution& told = evidence.attribution;
  if (!told) return {};
  return evidence_table::names(analysis, told.sources) + " | " + std::string(told.span.of(document.text)) + " | " + std::string(to_string(told.certainty));
}

TEST_CASE("a sentence says who reports an event, and how surely") {
  const evidence_table::Case cases[] = {
      // above the trigger
      {"Donald Tusk said Keir Starmer had met Olaf Scholz.", "Donald Tusk | Donald Tusk | stated"},
      {"Keir Starmer said he had met Olaf Scholz.", "Keir Starmer | Keir Starmer | stated"},
      {"Donald Tusk said on Monday that the talks between Keir Starmer and Olaf Scholz went well.", "Donald Tusk | Donald Tusk | stated"},
      {"Donald Tusk believes that Keir Starmer met Olaf Scholz.", "Donald Tusk | Donald Tusk | believed"},
      {"Donald Tusk claimed that Keir Starmer had met Olaf Scholz.", "Donald Tusk | Donald Tusk | claimed"},
      {"Keir Starmer claims to have met Olaf Scholz.", "Keir Starmer | Keir Starmer | claimed"},
      {"Keir Starmer denied meeting Olaf Scholz.", "Keir Starmer | Keir Starmer | denied"},
      {"Nokia announced a partnership with Intel.", "Nokia | Nokia | stated"},
      {"A partnership between Nokia and Intel was confirmed by Vodafone.", "Vodafone | Vodafone | stated"},
      {"A spokesman for Nokia said it had signed a contract with Intel.", "Nokia | A spokesman for Nokia | stated"},
      // a clause beside it
      {"Nokia has signed a contract with Intel, Donald Tusk said on Monday.", "Donald Tusk | Donald Tusk | stated"},
      {"Nokia has signed a contract with Intel, a person familiar with the matter said.", " | a person familiar with the matter | stated"},
      {"On Monday, Donald Tusk said, Keir Starmer met Olaf Scholz.", "Donald Tusk | Donald Tusk | stated"},
      {"As Donald Tusk reported, Keir Starmer met Olaf Scholz.", "Donald Tusk | Donald Tusk | stated"},
      {"\"Keir Starmer met Olaf Scholz,\" said Donald Tusk, a friend.", "Donald Tusk | Donald Tusk | stated"},
      // according to
      {"According to Donald Tusk, Keir Starmer met Olaf Scholz.", "Donald Tusk | Donald Tusk | stated"},
      {"Nokia has signed a contract with Intel, according to two people familiar with the matter.", " | two people familiar with the matter | stated"},
      // nobody stands for it
      {"Keir Starmer reportedly met Olaf Scholz.", " | reportedly | hearsay"},
      {"Keir Starmer is said to have met Olaf Scholz.", " | is said | hearsay"},
      {"An alleged meeting between Keir Starmer and Olaf Scholz was the talk of the town.", " | alleged | hearsay"},
      // the text itself
      {"Keir Starmer met Olaf Scholz.", ""},
      {"Keir Starmer, who met Olaf Scholz, said he was tired.", ""},
      {"Keir Starmer said after meeting Olaf Scholz that he was tired.", ""},
      {"Keir Starmer met Olaf Scholz and said he was glad.", ""},
      {"Keir Starmer was told to meet Olaf Scholz.", ""},
      {"Keir Starmer met Olaf Scholz according to plan.", ""},
  };
  evidence_table::check_all(cases, printed);
}

}  // namespace
}  // namespace liaison
