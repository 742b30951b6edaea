// What leads from an event to what is said of it: the verb that tells what is done with its noun, and phrases that tell only how, where or
// as what.
#pragma once

#include <cstdint>

#include "liaison/symbol.h"
#include "relations/reading.h"

namespace liaison {

/// The verb that tells what is done with a noun, which it governs itself or by a preposition: `will raise the matter`, `will focus on the
/// matter`, `will be the guest`. What is no such noun stands for itself.
std::uint32_t verb_above(const ClauseReading& reading, std::uint32_t at);

/// `in a meeting`, `in his talks`, but not `progress in talks`, `in the talks`.
bool is_one_event(const ClauseReading& reading, std::uint32_t noun);

/// `the meeting`, not `a meeting`, `his meeting`, nor `the meeting of A and B for Friday`, which is yet to be held.
bool is_the_one(const ClauseReading& reading, std::uint32_t noun);

/// `in partnership with A`: true for a noun right behind its preposition that is no one thing, but tells how something is done.
bool is_manner(const ClauseReading& reading, std::uint32_t noun);

/// `chose A as his ally`: true if a phrase tells what the object of the verb is made.
bool names_as(const ClauseReading& reading, std::uint32_t verb, std::uint32_t preposition);

/// `the prospect of A meeting B`, `ruled out A meeting B`: true if the name before a gerund tells who does it, so that the two are
/// one. What goes on, as in `trusts A continuing to work with B`, is so whatever stands above.
bool has_own_subject(const ClauseReading& reading, std::uint32_t gerund, Symbol kind);

/// `his demand in talks with A`, `tried as a partner of A to sell it`: the phrase tells where or as what, not what is demanded or tried.
bool stands_free(const ClauseReading& reading, std::uint32_t up, std::uint32_t preposition, Symbol kind);

/// `a letter that he should join B in a suit`, `a deal that will create jobs`: the clause of a verb tells what the noun says or does,
/// not what was done with it. `lent`: the support cue of the verb.
bool lacks_nothing(const ClauseReading& reading, std::uint32_t verb, const Cue& lent);

}  // namespace liaison
