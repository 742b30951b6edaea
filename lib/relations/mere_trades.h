// Whose a role is beside a person, and what is no office but only what somebody is by trade.
#pragma once

#include "relations/hold_choice.h"
#include "relations/hold_reading.h"

namespace liaison {

/// True if the text tells before a role of which other person it is: "her lawyer", "the Ann Lee campaign chairman"; but "its chairman",
/// "the bank's president".
bool is_of_person(const HoldReading& reading, const FoundHold& found);

/// True of what somebody is by trade, in no body ("a teacher"), and to nobody whom the text tells of ("a doctor"; but "Ann Lee's doctor"
/// is told): that is no office.
bool is_mere_trade(const HoldReading& reading, const FoundHold& found);

}  // namespace liaison
