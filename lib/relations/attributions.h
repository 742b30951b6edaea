// Who says that an event took place, as its sentence has it.
#pragma once

#include "relations/frames.h"

namespace liaison {

/// Who reports what a trigger tells of, and how sure that makes it: the subject of the verb of saying above it ("Lee said
/// he had met Musk"), of one that stands beside its clause ("…, a person familiar with the matter said") or of one whose
/// object it is ("Nokia confirmed the talks"), whom "according to" names, or a word that says that it is passed on
/// ("reportedly"). Of several the innermost; nobody where the text itself tells of it. Linear in the sentence.
Attribution attribution_of(const ClauseReading& reading, const References& references, const EventTelling& telling);

}  // namespace liaison
