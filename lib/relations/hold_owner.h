// Whose a role is that is told by a possessive: "its chairman", "Toyota, a firm whose chairman …".
#pragma once

#include "relations/hold_reading.h"
#include "rules/matcher.h"

namespace liaison {

/// The body of a role that "its" or "whose" tells of; none where several may be meant. Linear in the sentences looked at.
EntityId body_of_owner(const HoldReading& reading, const UnitRange& role, Sentence sentence);

}  // namespace liaison
