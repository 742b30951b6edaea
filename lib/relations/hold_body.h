// In which body a role is held: the one that its phrase names, or one that is told elsewhere.
#pragma once

#include <string_view>

#include "relations/hold_reading.h"
#include "rules/matcher.h"

namespace liaison {

/// The body that a capture names: an organisation or place, or the country of an adjective if the article names it.
EntityId body_named(const HoldReading& reading, const UnitRange& range);

/// True for bodies of the state, which are no companies.
bool is_of_state(const HoldReading& reading, EntityId body);

/// True if these tokens are a word or phrase of the class, with nothing beside it.
bool is_whole(const HoldReading& reading, std::uint32_t first, std::uint32_t last, ClassId word_class);

/// True if the role of these tokens is one of a company, whose body may be told elsewhere in the text.
bool is_company_role(const HoldReading& reading, std::uint32_t first, std::uint32_t last);

/// The body with a word in its name, of the nearest sentence that names one before the word: the "Senate Water Committee"
/// of "committee chairwoman Ann Lee" and of "panel chairwoman"; the FBI, whose full name only the lists may tell, of "the
/// bureau's director". None where it names several.
EntityId body_called(const HoldReading& reading, const Unit& noun, Sentence sentence);

/// The country of "the country's president": the only one that its sentence tells of before it, or the nearest sentence
/// before that tells of any, by name or by an adjective ("Kenyan media say …"). No city is one.
EntityId country_near(const HoldReading& reading, std::uint32_t token, Sentence sentence);

/// The body of a role that its phrase does not name: as `body=` of the action says.
EntityId body_elsewhere(const HoldReading& reading, std::string_view told, const UnitRange& person,
                        const UnitRange& body, const UnitRange& role, Sentence sentence);

}  // namespace liaison
