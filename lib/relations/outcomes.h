// How it came out: what somebody achieved, was kept from or did instead.
#pragma once

#include <cstdint>

#include "liaison/symbol.h"
#include "relations/reading.h"

namespace liaison {

/// True if a verb tells that an agreement still waits for what makes it come into force: `has yet to be ratified`, `must approve the
/// pact`; not `ratified it`, `refused to ratify it`.
bool is_pending(const ClauseReading& reading, std::uint32_t verb, Symbol kind);

/// True if a verb says that what its cue makes possible came about: `was able to`, `got the chance to`.
bool achieved(const ClauseReading& reading, std::uint32_t verb);

/// The cue of a verb with its object that makes what is below the object possible: `got the chance to meet A`; null if none.
const Cue* chance_cue(const ClauseReading& reading, std::uint32_t noun, Symbol kind);

/// `held a long-awaited meeting`, `after the scheduled talks`, `the planned visit began`: what was to come came about.
/// `up` is the parent of the noun, `completed` the support verb that it completes by a preposition; kNone if there is none.
bool came_off(const ClauseReading& reading, std::uint32_t noun, std::uint32_t up, std::uint32_t completed, Symbol kind);

/// `was to meet A, but cancelled`, `got a call but missed it`: the clause that is set against it says that it did not come about.
/// `status` is that of what the verb tells or governs.
bool called_off(const ClauseReading& reading, std::uint32_t verb, Symbol kind, Symbol status);

/// True if a relative clause, or what its last verb `verb` tells, says that an agreement waits for a vote: `a pact that has yet to be
/// ratified`, `that awaits ratification`, `that parliament must approve`.
bool is_pending_in(const ClauseReading& reading, std::uint32_t clause, std::uint32_t verb, Symbol kind);

/// `left the table to meet A`, `stepped away from the table to meet A`: the noun is what somebody left or went to for something else.
bool left_for(const ClauseReading& reading, std::uint32_t noun);

/// `will say that he met A`, `when he admits that he met A`, `lied about whether he met A`: what is told was so before it is told.
/// `cue` is that of the verb that tells it, `whether`: the clause is a question.
bool tells_of_past(const ClauseReading& reading, std::uint32_t verb, std::uint32_t told, const Cue* cue, bool whether);

/// `flew home rather than meet A`: the clause tells of what something else was done instead of.
bool done_instead(const ClauseReading& reading, std::uint32_t verb, Symbol kind);

/// `arrived on Saturday before talks on Sunday`: the day of the noun is another one than that of what came before it.
bool on_later_day(const ClauseReading& reading, std::uint32_t noun, std::uint32_t preposition);

}  // namespace liaison
