// In which body a role is held: the one that its phrase names, or one that is told elsewhere.
#pragma once

#include <string_view>

#include "relations/hold_reading.h"
#include "rules/matcher.h"

namespace liaison {

/// The body that a capture names: an organisation or place, or the country of an adjective if the article names it.
EntityId body_named(const HoldReading& reading, const UnitRange& range);

/// The body of a role that its phrase does not name: as `body=` of the action says.
EntityId body_elsewhere(const HoldReading& reading, std::string_view told, const UnitRange& person,
                        const UnitRange& body, const UnitRange& role, Sentence sentence);

}  // namespace liaison
