// Parses the pattern of a rule.
#pragma once

#include <optional>

#include "rules/source.h"
#include "rules/syntax.h"

namespace liaison {

/// Parses the pattern at which the cursor stands. It may go over several lines and ends before `where`, before an
/// example, or with the item. Nothing, and one complaint, where it has an error: what follows is left unread.
std::optional<PatternNode> parse_pattern(Cursor& in);

/// Parses a pattern that stands between brackets with others: it ends before a comma or the closing bracket.
std::optional<PatternNode> parse_argument(Cursor& in);

}  // namespace liaison
