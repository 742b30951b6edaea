// A noun with what belongs to it, as a stretch of the text.
#pragma once

#include "relations/reading.h"

namespace liaison {

/// The first of the owners that stand before a noun: `the bank's` of `the bank's new plant`.
std::uint32_t first_of_noun(const ClauseReading& reading, std::uint32_t noun);

/// A noun with its owners and with the phrases and adjectives behind that hang on it: "two people familiar with the matter".
/// It ends before the group `end`.
Span span_of_noun(const ClauseReading& reading, std::uint32_t noun, std::uint32_t end);

}  // namespace liaison
