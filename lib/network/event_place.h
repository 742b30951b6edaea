// Where an event took place, as its sentence has it.
#pragma once

#include "liaison/analysis.h"
#include "liaison/document.h"

namespace liaison {

/// The place that stands behind a preposition of place after the trigger, with no comma between: Seoul of "met Musk in
/// Seoul on Tuesday". None where there is none, and of those who take part. Requires the pack of the analysis.
EntityId event_place(const Document& document, const Analysis& analysis, const Evidence& evidence);

}  // namespace liaison
