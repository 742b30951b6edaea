// Whether what a trigger tells of took place, is planned, is possible, or did not take place.
#pragma once

#include <cstdint>

#include "liaison/symbol.h"
#include "relations/reading.h"

namespace liaison {

/// The status of what the trigger in a group tells, along the chain of predicates that govern it, inside out.
/// None where only outsiders speak of it. `in_passing`: what governs the trigger tells of somebody, not of the event:
/// `will visit his ally A`.
Symbol status_of(const ClauseReading& reading, std::uint32_t trigger, Symbol kind, bool in_passing = false);

}  // namespace liaison
