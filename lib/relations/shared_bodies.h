// Bodies of roles that what else is told of their holders gives away.
#pragma once

#include <vector>

#include "relations/hold_choice.h"
#include "relations/hold_reading.h"

namespace liaison {

// Requires, for all of these: the holds are sorted by where their roles stand.

/// Gives an office of a country whose country is not told the one in which its holder has another such office, now or
/// once ("Ann Lee, Chile's defence minister, was sworn in as president"). One that only stands nearby tells nothing.
void share_country(const HoldReading& reading, std::vector<FoundHold>& found);

/// Gives a predecessor or successor of whom one role word is told as well ("named Ann Lee president, replacing Bob Hall") the
/// body in which the other one has the role.
void share_with_successors(std::vector<FoundHold>& found);

/// Gives a role in a company the one in which its sentence tells another role of its holder ("Samsung said Ann Lee, its
/// finance chief, will become president").
void share_company(const HoldReading& reading, std::vector<FoundHold>& found);

/// Gives the deputy of somebody the body in which that one holds a role: "Ann Lee, president of Kenya, sacked her vice
/// president, Bob Hall".
void share_with_deputies(const HoldReading& reading, std::vector<FoundHold>& found);

/// Gives a member of a parliament the state that stands behind his name elsewhere, behind the letter of his party:
/// "Sen. Ann Lee agreed. Lee (R-Texas) also said …".
void find_states_of_members(const HoldReading& reading, std::vector<FoundHold>& found);

}  // namespace liaison
