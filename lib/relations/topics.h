// What an event was about, as its sentence has it.
#pragma once

#include "relations/frames.h"

namespace liaison {

/// The phrase that tells what an event was about: "chip supplies" of "met Musk in Seoul on Tuesday to discuss chip
/// supplies", of "talks with Musk on chip supplies" and of "discussed chip supplies with Musk". A noun with its owner, its
/// "of" and those that conjunctions join to it, or a gerund with its object, without clauses; empty where none is told.
/// Linear in the groups behind the trigger, of which a bounded number is looked at.
Span topic_of(const ClauseReading& reading, const EventTelling& telling);

}  // namespace liaison
