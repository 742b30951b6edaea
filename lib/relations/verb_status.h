// What tense, modality, polarity and the times of a clause make of a status.
#pragma once

#include <cstdint>
#include <optional>

#include "relations/reading.h"

namespace liaison {

/// What a verb makes of the status of what it tells or governs: tense, modality and polarity of its own group, and the
/// words beside it.
Symbol verb_status(const ClauseReading& reading, std::uint32_t verb, Symbol kind, Symbol status);

/// Tense of a verb above its subject; polarity only where the verb tells whether it took place.
Symbol status_above_subject(const ClauseReading& reading, std::uint32_t verb, bool polarity, Symbol status);

/// A time in the clause that lies ahead: `next week`.
bool time_to_come(const ClauseReading& reading, std::uint32_t verb);

/// `will raise the matter`, `hopes to raise it`, `may raise it`: where that is done is still to come as well.
bool is_yet_to_be_done(const ClauseReading& reading, std::uint32_t verb, Symbol kind);

/// `is to meet`; not `is enough to meet`, `is keen to meet`.
bool is_to(const ClauseReading& reading, std::uint32_t copula, std::uint32_t infinitive);

/// The infinitive, or the adjective, that completes a predicate.
std::uint32_t complement_of(const ClauseReading& reading, std::uint32_t at);

/// `will be briefed`, `is to be briefed`
bool lies_ahead(const ClauseReading& reading, std::uint32_t verb);

/// `a summit next week between A and B`
bool is_to_come(const ClauseReading& reading, std::uint32_t noun, Symbol kind);

/// What a copula makes of an infinitive below it: `is to meet A`, `was in Oslo to meet A`; nullopt unless the two are such, none
/// where the status stays as it is.
std::optional<Symbol> made_by_copula(const ClauseReading& reading, std::uint32_t copula, std::uint32_t verb);

}  // namespace liaison
