// Which cue a predicate gives: what it says of the status of what it governs, or that it supports a trigger.
#pragma once

#include <cstdint>

#include "liaison/symbol.h"
#include "relations/reading.h"

namespace liaison {

/// True if a cue is of the table and speaks of events of the kind.
bool is_cue_of(const Cue& cue, Cue::Table table, Symbol kind);

/// The cue of a table for the group's head, with its particles, in events of a kind; null where there is none.
const Cue* find_cue(const ClauseReading& reading, std::uint32_t group, Cue::Table table, Symbol kind);
/// The support cue, or else the status cue.
const Cue* find_cue(const ClauseReading& reading, std::uint32_t group, Symbol kind);

/// True if the words of the phrase behind its first one stand behind the group's head, at most an object between.
bool particles_follow(const ClauseReading& reading, std::uint32_t group, const Phrase& phrase);

/// What a verb says of its subject: any cue in the passive, in the active those that bear on subjects; null if none.
const Cue* subject_cue(const ClauseReading& reading, std::uint32_t verb, Symbol kind);

/// True if a preposition gives what it governs a status: `without a pact` denies it.
bool gives_status(const ClauseReading& reading, std::uint32_t preposition, Symbol kind, Symbol status);

/// The cue of a preposition under which the subject of the clause takes part, if its governor does not take it; else null.
const Cue* adjunct_cue(const ClauseReading& reading, std::uint32_t preposition, Symbol kind);

/// The support verb that the preposition belongs to, with the object between them if there is one: `arrived at an
/// agreement`, `took part in the talks`; kNone if there is none.
std::uint32_t verb_completed_by(const ClauseReading& reading, std::uint32_t preposition, Symbol kind);

/// True if the phrase has all words of a compound preposition.
bool covers(const ClauseReading& reading, std::uint32_t preposition, const Phrase& phrase);

/// True for a verb or noun that tells of an event of a kind by itself.
bool is_event(const ClauseReading& reading, std::uint32_t at, Symbol kind);

/// True if a preposition is part of what a verb says of the status: `aimed at`.
bool completes(const ClauseReading& reading, std::uint32_t verb, std::uint32_t preposition, Symbol kind);

/// True if the preposition of a verb's cue governs something else: `travelled to Oslo to meet A`, of `travel to` as in `travelled to
/// talks`.
bool governs_other(const ClauseReading& reading, std::uint32_t verb, const Cue& cue);

/// The cue of what governs an infinitive: what `prepared talks` says is not what `is prepared to meet A` says, nor `travelled to talks`
/// what `travelled to meet A` does; null where there is none.
const Cue* infinitive_cue(const ClauseReading& reading, std::uint32_t above, Symbol kind);

}  // namespace liaison
