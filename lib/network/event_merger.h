// What several documents tell of one event.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "network/graph_contents.h"

namespace liaison {

/// What one document tells of an event, and which nodes take part in it, in the order of the telling.
struct ToldEvent {
  TellingRecord record;
  std::uint8_t kind = 0, status = 0;                ///< in the words of the contents
  std::vector<GraphParticipant> participants;
};

/// Fills `events`, `tellings` and `participants` of the contents. Tellings of different documents are of one event
/// if kind and nodes are the same, and each document lies at most a week after the one before, or repeats its text;
/// of several events of one document those of the same status come together. Requires `documents`, `original`,
/// `source` and `words`. Costs O(n log n).
void merge_events(std::vector<ToldEvent> tellings, Graph::Contents& contents);

/// The days from one ISO date to another, and more than any where one of them is no date.
int days_between(std::string_view first, std::string_view second);

}  // namespace liaison
