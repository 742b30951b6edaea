// How it came out: what somebody achieved, was kept from or did instead.
#pragma once

#include <cstdint>
#include <optional>

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

/// The verb that tells what is done with a noun, which it governs itself or by a preposition: `will raise the matter`, `will focus on the
/// matter`, `will be the guest`. What is no such noun stands for itself.
std::uint32_t verb_above(const ClauseReading& reading, std::uint32_t at);

/// `in a meeting`, `in his talks`, but not `progress in talks`, `in the talks`.
bool is_one_event(const ClauseReading& reading, std::uint32_t noun);

/// True if the preposition of a verb's cue governs something else: `travelled to Oslo to meet A`, of `travel to` as in `travelled to
/// talks`.
bool governs_other(const ClauseReading& reading, std::uint32_t verb, const Cue& cue);

/// `left the table to meet A`, `stepped away from the table to meet A`: the noun is what somebody left or went to for something else.
bool left_for(const ClauseReading& reading, std::uint32_t noun);

/// `will say that he met A`, `when he admits that he met A`, `lied about whether he met A`: what is told was so before it is told.
/// `cue` is that of the verb that tells it, `whether`: the clause is a question.
bool tells_of_past(const ClauseReading& reading, std::uint32_t verb, std::uint32_t told, const Cue* cue, bool whether);

/// `flew home rather than meet A`: the clause tells of what something else was done instead of.
bool done_instead(const ClauseReading& reading, std::uint32_t verb, Symbol kind);

/// `arrived on Saturday before talks on Sunday`: the day of the noun is another one than that of what came before it.
bool on_later_day(const ClauseReading& reading, std::uint32_t noun, std::uint32_t preposition);

/// `a letter that he should join B in a suit`, `a deal that will create jobs`: the clause of a verb tells what the noun says or does,
/// not what was done with it. `lent`: the support cue of the verb.
bool lacks_nothing(const ClauseReading& reading, std::uint32_t verb, const Cue& lent);

/// True if a preposition is part of what a verb says of the status: `aimed at`.
bool completes(const ClauseReading& reading, std::uint32_t verb, std::uint32_t preposition, Symbol kind);

/// True for a verb or noun that tells of an event of a kind by itself.
bool is_event(const ClauseReading& reading, std::uint32_t at, Symbol kind);

/// `will be briefed`, `is to be briefed`
bool lies_ahead(const ClauseReading& reading, std::uint32_t verb);

/// `the meeting`, not `a meeting`, `his meeting`.
bool is_the_one(const ClauseReading& reading, std::uint32_t noun);

/// `the prospect of A meeting B`, `ruled out A meeting B`: true if the name before a gerund tells who does it, so that the two are
/// one. What goes on, as in `trusts A continuing to work with B`, is so whatever stands above.
bool has_own_subject(const ClauseReading& reading, std::uint32_t gerund, Symbol kind);

/// `chose A as his ally`: true if a phrase tells what the object of the verb is made.
bool names_as(const ClauseReading& reading, std::uint32_t verb, std::uint32_t preposition);

/// `his demand in talks with A`, `tried as a partner of A to sell it`: the phrase tells where or as what, not what is demanded or tried.
bool stands_free(const ClauseReading& reading, std::uint32_t up, std::uint32_t preposition, Symbol kind);

/// `in partnership with A`: true for a noun right behind its preposition that is no one thing, but tells how something is done.
bool is_manner(const ClauseReading& reading, std::uint32_t noun);

/// What a copula makes of an infinitive: `is to meet A`, `was in Oslo to meet A`; nothing if they are none.
std::optional<Symbol> made_by_copula(const ClauseReading& reading, std::uint32_t copula, std::uint32_t verb);

/// The cue of what governs an infinitive: what `prepared talks` says is not what `is prepared to meet A` says, nor `travelled to talks`
/// what `travelled to meet A` does.
const Cue* infinitive_cue(const ClauseReading& reading, std::uint32_t above, Symbol kind);

/// `a summit next week between A and B`
bool is_to_come(const ClauseReading& reading, std::uint32_t noun, Symbol kind);

}  // namespace liaison
