// Who was at whose place, as the sentence of an event has it.
#pragma once

#include <vector>

#include "relations/frames.h"

namespace liaison {

/// Who received, and who came to him.
struct Hosting {
  std::vector<EntityId> hosts, guests;
};

/// Host and guest by the place of the frame in which they stand ("Lee visited Musk", the flags `host` and `guest`), by the
/// verb that supports the trigger ("Turkey hosted talks between …", `as=host`), or by whose residence it was ("at Musk's
/// home"); empty where that is not told.
Hosting hosting_of(const ClauseReading& reading, const References& references, const EventTelling& telling);

}  // namespace liaison
