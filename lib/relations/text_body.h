// The body that a sentence, or a whole document, is about.
#pragma once

#include "relations/hold_reading.h"

namespace liaison {

/// What kind of body the gazetteers know an entity as; none where they do not know it.
Symbol kind_of(const HoldReading& reading, EntityId body);

/// True if a body can have the role: no place has an analyst, and no party a governor.
bool can_have_role(const HoldReading& reading, EntityId body, const Unit& role);

/// Of those that are added, the one that the document names most often.
struct MostNamed {
  EntityId entity = EntityId::none;
  std::size_t times = 0, second = 0;  ///< how often it is named, and the next one

  void add(const HoldReading& reading, EntityId other);
  /// True if it is named twice as often as each other one.
  bool stands_out() const { return times >= 2 * second; }
};

/// The organisation that a sentence begins with, or goes on with behind a comma, before a token: "Toyota sued Honda", "Last
/// week, the Fed met HSBC"; none of an owner ("Toyota's chief"). With `no_press`, no paper that only reports.
EntityId body_at_head(const HoldReading& reading, Sentence sentence, std::uint32_t before, bool no_press);

/// The firm that the document is about: named twice as often as each other organisation; none of the press, of a state or a
/// party.
EntityId main_body(const HoldReading& reading);

}  // namespace liaison
