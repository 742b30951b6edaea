// When roles are held, by what the whole document tells: who died, who is former elsewhere, who leads the country today.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "relations/hold_choice.h"
#include "relations/hold_reading.h"

namespace liaison {

/// Puts what they held into the past of whom the document tells that they died: "the late Ann Lee", "Ann Lee died".
void end_with_death(const HoldReading& reading, std::vector<FoundHold>& found);

/// Puts the titles of somebody into the past whom the document calls a former holder of the office elsewhere.
void settle_former(const HoldReading& reading, std::vector<FoundHold>& found);

/// Puts what is told by a deed in the office, and is former by that, into the time in which the document tells it
/// elsewhere; a head of state holds it whom the lists know to hold it.
void settle_past(const HoldReading& reading, std::vector<FoundHold>& found);

/// Puts the heads of state into the past who had left (`left=`) when somebody whom the document tells as one came
/// (`from=`): where President Trump is in office, President Obama no longer is.
void end_earlier_offices(const HoldReading& reading, std::vector<FoundHold>& found);

/// Puts the roles into the past that were held under a leader of a country who has left: "an adviser to President Lee", "a lawyer
/// in the Lee administration".
void end_service(const HoldReading& reading, std::vector<FoundHold>& found);

/// Puts into the past what somebody was elected to before he came to lead his country, as the lists know: Senator Barack Obama
/// was one before 2009.
void end_seats(const HoldReading& reading, std::vector<FoundHold>& found);

/// True if a document tells of somebody who leads a country today.
bool tells_leader(const HoldReading& reading, std::span<const FoundHold> found);

/// A mention of the only one whom the lists know to hold an office when the document was written ("prime minister");
/// `Annotation::kUnknown` where there is none, or where another one may hold it.
std::uint32_t known_leader(const HoldReading& reading, std::string_view office);

/// True if a document names somebody whom the lists know to have led a country.
bool names_leader(const HoldReading& reading);

/// A mention of the only one whom the lists know to lead a country in an office, or in any where it is empty, when the document
/// was written, and of whom `found` does not tell that he left it; `Annotation::kUnknown` where there is none. `code` is the
/// attribute of countries by which the lists call them.
std::uint32_t leader_of_country(const HoldReading& reading, EntityId country, Symbol code, std::string_view office,
                                std::span<const FoundHold> found);

}  // namespace liaison
