// What kind of body something is, and which roles it can have.
#pragma once

#include "relations/hold_reading.h"

namespace liaison {

/// The type of a body, organisation or place; none for no body.
Symbol type_of(const HoldReading& reading, EntityId body);

/// What kind of body the gazetteers know an entity as; none where they do not know it.
Symbol kind_of(const HoldReading& reading, EntityId body);

/// True if a body can have the role: no place has an analyst, no party a governor, and a town or state no lawyer who only practises
/// there ("a Houston attorney"; but "the Cook County attorney").
bool can_have_role(const HoldReading& reading, EntityId body, const Unit& role);

/// True for bodies of the state, which are no companies.
bool is_of_state(const HoldReading& reading, EntityId body);

/// True if these tokens are a word or phrase of the class, with nothing beside it.
bool is_whole(const HoldReading& reading, std::uint32_t first, std::uint32_t last, ClassId word_class);

/// True if the role of these tokens is one of a company, whose body may be told elsewhere in the text.
bool is_company_role(const HoldReading& reading, std::uint32_t first, std::uint32_t last);

}  // namespace liaison
