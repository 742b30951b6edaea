// The table of statuses: what one above another makes of it.
#pragma once

#include "liaison/symbol.h"

namespace liaison {

/// What a governing predicate with the status `outer` makes of the status `inner`; none leaves it as it is.
/// A negated predicate turns planned, possible and occurred to denied, and denied to possible.
Symbol compose(Symbol outer, bool negated, Symbol inner);

}  // namespace liaison
