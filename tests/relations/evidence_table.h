// Tables of texts that tell of one event each, and of what their evidence says beside who and when.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "sentence_table.h"

namespace liaison::evidence_table {

struct Case {
  const char *text, *told;
};

/// The names of entities, between commas.
inline std::string names(const Analysis& analysis, const std::vector<EntityId>& all) {
  std::string out;
  for (const EntityId one : all) out += (out.empty() ? "" : ", ") + analysis.at(one).name;
  return out;
}

/// Compares what `printed(document, analysis, evidence)` says of each text with what the case tells.
template <std::size_t N, class Printed>
void check_all(const Case (&cases)[N], const Printed& printed) {
  const Analyzer analyzer(sentence_table::pack_with_names());
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const Document document{.id = "1", .text = c.text};
    const Analysis analysis = analyzer.analyze(document);
    REQUIRE(analysis.events.size() == 1);
    CHECK(printed(document, analysis, analysis.events[0].evidence[0]) == c.told);
  }
}

}  // namespace liaison::evidence_table
