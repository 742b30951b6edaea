// The conditions between the captures of a match.
#pragma once

#include <cstdint>
#include <string_view>

#include "rules/matcher.h"
#include "rules/program.h"

namespace liaison {

/// Which kind of condition a name is: `same`, `different`, `agree`, or `number` with `singular` or `plural`.
Condition::Kind condition_kind(std::string_view name, std::string_view number);

/// True if a match fulfils a condition. A capture that took no part fulfils all of them. `same` and `different` speak
/// of entities; `agree` and `number` of the grammatical number: that of the last unit of the capture, as the classes
/// `singular` and `plural` say; a person is one, several that are joined by "and" are many, and what is of neither or of
/// both classes may be either.
bool fulfils(const Condition& condition, const NumberClasses& numbers, const Sequence& sequence,
             const Captures& captures, const SameEntity& same_entity);

}  // namespace liaison
