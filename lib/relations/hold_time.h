// When a role is held: now, once, or soon.
#pragma once

#include <cstdint>
#include <string_view>

#include "relations/hold_reading.h"
#include "rules/matcher.h"

namespace liaison {

/// The year of a document: that of its date (`YYYY-…`), or the latest one that its text tells twice; 0 where there is none.
int year_of(std::string_view date, const TextView& view);

/// True if a date tells the year: `YYYY-…`.
bool is_dated(std::string_view date);

/// When a role is held: as the action says, or as the words of time before it or right behind it say. Before a title
/// they stand in front of the match; before a name only "late" does, and no title of the same person.
/// Somebody of whom the lists know when he left his office (`left=`) no longer holds it in later years. What was done in
/// the office (`when=past`) was done by one who has left it, unless it was done in these days ("on Friday").
/// Of several holders (`of_many`) the lists are not asked.
Symbol time_of_role(const HoldReading& reading, std::string_view told, const UnitRange& match, const UnitRange& person,
                    const UnitRange& role, bool of_many);

/// The same of one of several who hold a role, given when the phrase tells it: "Presidents A and B", of whom one has left.
Symbol time_of_listed(const HoldReading& reading, Symbol told, const UnitRange& match, std::uint32_t person, const UnitRange& role);

}  // namespace liaison
