// How sure a telling of an event is: the sum of what speaks for it and against it.
#pragma once

#include <vector>

#include "relations/frames.h"
#include "relations/reading.h"
#include "relations/telling_weights.h"

namespace liaison {

/// The features of a telling: of its trigger, of those who take part, and of how they were found. Costs O(participants).
void features_of(const ClauseReading& reading, const EventTelling& telling, std::vector<TellingFeature>& out);

/// The sum of the points of features.
int score_of(const TellingWeights& weights, const std::vector<TellingFeature>& features);

}  // namespace liaison
