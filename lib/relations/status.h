// Whether what a trigger tells of took place, is planned, is possible, or did not take place.
#pragma once

#include <cstdint>

#include "liaison/symbol.h"
#include "relations/reading.h"

namespace liaison {

/// What a governing predicate with the status `outer` makes of the status `inner`; none leaves it as it is.
/// A negated predicate turns planned, possible and occurred to denied, and denied to possible.
Symbol compose(Symbol outer, bool negated, Symbol inner);

/// The cue of a table for the group's head, with its particles, in events of a kind; null where there is none.
const Cue* find_cue(const ClauseReading& reading, std::uint32_t group, Cue::Table table, Symbol kind);
/// The support cue, or else the status cue.
const Cue* find_cue(const ClauseReading& reading, std::uint32_t group, Symbol kind);

/// The status of what the trigger in a group tells, along the chain of predicates that govern it, inside out.
/// None where only outsiders speak of it.
Symbol status_of(const ClauseReading& reading, std::uint32_t trigger, Symbol kind);

/// True if the words of the phrase behind its first one stand behind the group's head, at most an object between.
bool particles_follow(const ClauseReading& reading, std::uint32_t group, const Phrase& phrase);

}  // namespace liaison
