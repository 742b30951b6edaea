// Who else was at what the sentence before tells: `A met B. C also attended.`
#pragma once

#include <vector>

#include "relations/frames.h"

namespace liaison {

/// True if the sentence names a person and has a word by which one joins others. Linear in the sentence.
bool may_join(const TextView& view, const Grammar& grammar, std::span<const Annotation> annotations, Sentence sentence);

/// Adds a telling for each verb of the sentence by which people join the meeting or call that the sentence before tells: `It was
/// also attended by C`, `Also present was C`, `They were joined by C`. Linear in the sentence.
void find_joiners(const ClauseReading& reading, const References& references, const EventTelling& last, std::vector<EventTelling>& out);

}  // namespace liaison
