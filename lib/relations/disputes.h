// Events of one document that somebody denies and somebody else tells as having taken place.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "liaison/analysis.h"
#include "relations/frames.h"

namespace liaison {

/// True if a telling says outright that what it tells of did not take place: "did not meet", "held no talks", but not
/// "could not meet" or "called off".
bool is_denial(const ClauseReading& reading, const EventTelling& telling);

/// How many of the tellings of an event are looked at for disputes.
inline constexpr std::size_t kMostTellings = 32;

/// Marks events of one kind that join the same as disputed where one tells and another denies it, and those who say so are
/// not the same: "Nokia said it had met Intel. Intel denied that." What is told of different dates is no dispute, and
/// nor is what was planned and called off. `denials` are the triggers of what `is_denial`, sorted. Of an
/// event only the first kMostTellings are compared, so that it takes time in proportion to the events, but for sorting. Returns how
/// many pairs of tellings were compared.
std::uint64_t mark_disputes(const TextView& view, std::span<const Annotation> annotations, std::span<const Span> denials,
                            std::vector<Event>& events);

}  // namespace liaison
