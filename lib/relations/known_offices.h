// What the lists know of who held an office, and until when.
#pragma once

#include <string>
#include <string_view>

#include "relations/hold_reading.h"

namespace liaison {

/// Before which year nothing is taken to be written that tells none.
inline constexpr int kEarliestNews = 1985;

/// What the lists tell of a person; empty where they tell nothing.
std::string_view known_of(const HoldReading& reading, EntityId person, Symbol attribute);

/// The year of "2017" and of "2017-01-20"; 0 for others.
int year_of_day(std::string_view date);

/// True if somebody who left his office on a day, or in a year, had left it when the document was written.
bool was_before(const HoldReading& reading, std::string_view left);

/// An office as the lists write it, "prime-minister", in words.
std::string office_in_words(std::string_view office);

/// True if a surname is all that a document tells of who holds an office ("President Bush"), and all whom the lists know to
/// have held it under that name had left it; of an empty office, any that they know.
bool had_left_by_surname(const HoldReading& reading, const Annotation& name, std::string_view office);

/// What the lists tell of somebody and an office in the year of a document, or ever where no year is told. He may hold it
/// who had another one as well (no `office=`), or held it twice (no `from=`).
enum class InOffice { no, maybe, yes };

InOffice in_office(const HoldReading& reading, EntityId person, std::string_view office);

}  // namespace liaison
