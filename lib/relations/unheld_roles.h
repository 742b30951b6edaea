// Roles that the text tells of without the name of their holder: "the Israeli prime minister", and who may hold them.
#pragma once

#include <vector>

#include "relations/hold_choice.h"
#include "relations/hold_reading.h"

namespace liaison {

/// Gives a role that one person holds, in no body that is told beside it, the body in which the text tells of the role
/// elsewhere ("Sen. Ann Lee … the Ohio senator"): if it tells of one body alone, in which nobody else holds it, and
/// somewhere so that nobody else is named last before it; of heads of state only right behind their name.
/// `found` are the holds of a document after the choice; the sentences of its reading are gone through, and its
/// `units` are replaced (`units` is their memory). Time linear in the roles of the document.
void find_bodies_of_unheld(HoldReading& reading, std::vector<Unit>& units, std::vector<FoundHold>& found);

}  // namespace liaison
