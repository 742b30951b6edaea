// Who is told by another's office: "his predecessor, Ann Lee", "Ann Lee's successor Bob Hall", "her French counterpart, Bob Hall".
#pragma once

#include <vector>

#include "relations/hold_choice.h"
#include "relations/hold_reading.h"

namespace liaison {

/// Adds what is held by who came before or comes after somebody whose one office the document tells, or has it elsewhere.
/// `found` are the holds of a document with their times. Time linear in the tokens and holds of the document.
void find_handed_offices(const HoldReading& reading, std::vector<FoundHold>& found);

}  // namespace liaison
