// Who asks for the press in a document: "told Fox's A", "the radio host B".
#pragma once

#include <span>
#include <vector>

#include "liaison/analysis.h"
#include "relations/grammar.h"
#include "rules/annotation.h"

namespace liaison {

/// Replaces `out` by the persons, sorted, to whom something is told as those of a medium, or who are introduced by a role
/// in the press. Linear in the names.
void find_interviewers(const TextView& view, const Grammar& grammar, std::span<const Annotation> annotations,
                       std::vector<EntityId>& out);

}  // namespace liaison
