// Where a clause asks or holds an opinion, and where there is proof of what it tells, or none.
#pragma once

#include <cstdint>

#include "liaison/symbol.h"
#include "relations/reading.h"

namespace liaison {

/// True if the verb stands behind its auxiliary and subject in a question: `Will A meet B?`; but who asks `Why didn't A meet
/// B?` knows.
bool asked(const ClauseReading& reading, std::uint32_t verb);

/// True for a question that nobody wants answered: `Should A meet B?`, `Why would A meet B?`.
bool asked_in_vain(const ClauseReading& reading, std::uint32_t verb);

/// `the two should meet`, `A could cut a deal with B`, where nobody who is named says so: the opinion of who writes.
bool thought_right(const ClauseReading& reading, std::uint32_t verb);

/// True for what tells, of a clause behind it, that somebody thinks it right or wrong: `essential that`.
bool is_judgement(const Cue& cue);

/// `it is essential that A meet B`, but not `that A met B`: true if the form of a verb behind a judgement says that it has not been done.
bool called_for(const ClauseReading& reading, std::uint32_t verb);

/// True for what never was: `imagine that A met B`, `suppose A met B`, `if A had met B, C would have won`.
bool only_imagined(const ClauseReading& reading, std::uint32_t verb, Symbol kind);

/// `talks between A and B are the only way to peace`: true for what is only recommended.
bool is_a_way(const ClauseReading& reading, std::uint32_t noun, std::uint32_t copula, Symbol kind);

/// `asked for all e-mails between A and B`: true for papers that somebody seeks, if there are any.
bool is_sought_record(const ClauseReading& reading, std::uint32_t noun, std::uint32_t verb, Symbol kind);

/// True for a noun of proof: `evidence`, `a sign`.
bool is_proof(const ClauseReading& reading, std::uint32_t noun, Symbol kind);

/// True for a verb below whose subject there is no proof, or that finds none: `no evidence has emerged that …`, `did not find
/// evidence that …`.
bool unproven(const ClauseReading& reading, std::uint32_t verb, Symbol kind);

/// True if the clause says what a noun of report is about and lacks nothing: `denied reports that he had met A`, `that he
/// was in talks with A`.
bool told_by_noun(const ClauseReading& reading, std::uint32_t verb, std::uint32_t noun, Symbol kind);

/// The same of a noun before the one whose it is: `accusations from senators that he had met A`.
bool told_by_noun_before(const ClauseReading& reading, std::uint32_t verb, std::uint32_t teller, Symbol kind);

/// `shares rose on hopes that they would meet`: those who hope are no party.
bool hoped_by_others(const ClauseReading& reading, std::uint32_t noun);

/// True if it is analysts, observers and the like who speak.
bool spoken_by_others(const ClauseReading& reading, std::uint32_t verb);

/// True if who does what a verb says has no part in what the noun tells, and speaks of it or looks at it as of something that is there:
/// `did not support the pact of A and B`, `did not attend the talks between A and B`, `declined to discuss his talks with A`. `cue` is
/// that of the verb.
bool stands_apart(const ClauseReading& reading, std::uint32_t noun, std::uint32_t verb, const Cue& cue, Symbol kind);

/// `the call that took place in May`
bool took_place(const ClauseReading& reading, std::uint32_t noun, Symbol kind);

}  // namespace liaison
