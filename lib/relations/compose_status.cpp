#include "relations/compose_status.h"

namespace liaison {

Symbol compose(Symbol outer, bool negated, Symbol inner) {
  if (negated) {
    bool was_denied = outer == symbols::denied || (!outer && inner == symbols::denied);
    outer = was_denied ? symbols::possible : symbols::denied;
    if (was_denied) return symbols::possible;
  }
  if (!outer || outer == symbols::occurred) return inner;
  if (outer == symbols::denied) return inner == symbols::denied ? symbols::possible : symbols::denied;
  if (outer == symbols::possible || inner == symbols::possible) return symbols::possible;
  return inner == symbols::denied ? inner : symbols::planned;
}

}  // namespace liaison
