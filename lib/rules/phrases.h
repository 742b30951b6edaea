// Where the phrases of word classes stand in a sequence.
#pragma once

#include <cstdint>
#include <span>

#include "rules/unit.h"

namespace liaison {

/// The hits that begin with a unit, longer before shorter; entries of names are among them.
inline std::span<const Hit> hits_at(const Sequence& sequence, std::uint32_t at) {
  auto [first, last] = sequence.words->hits_at(sequence.units[at].first);
  return sequence.hits.subspan(first - sequence.first_hit, last - first);
}

/// The unit behind a hit that begins at a unit; 0 if it ends inside of one.
inline std::uint32_t end_of(const Sequence& sequence, const Hit& hit, std::uint32_t at) {
  std::size_t last = at;
  while (last < sequence.units.size() && sequence.units[last].last < hit.first + hit.length) ++last;
  bool ends = last < sequence.units.size() && sequence.units[last].last == hit.first + hit.length;
  return ends ? static_cast<std::uint32_t>(last + 1) : 0;
}

/// The phrases of a class that begin at a unit: calls `each(the unit behind it)`, longest first, until that is true.
template <class Each>
bool each_phrase(const Sequence& sequence, ClassId word_class, std::uint32_t at, const Each& each) {
  for (const Hit& hit : hits_at(sequence, at)) {
    if (hit.type || hit.word_class != static_cast<std::uint16_t>(word_class)) continue;
    if (std::uint32_t end = end_of(sequence, hit, at); end != 0 && each(end)) return true;
  }
  return false;
}

/// The classes of a unit and of the phrases that begin with it.
inline ClassSet classes_at(const Sequence& sequence, std::uint32_t at) {
  ClassSet out = sequence.units[at].class_set();
  for (const Hit& hit : hits_at(sequence, at))
    if (!hit.type) out.add(static_cast<ClassId>(hit.word_class));
  return out;
}

}  // namespace liaison
