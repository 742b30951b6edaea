#include "relations/hold_time.h"

#include <algorithm>

namespace liaison {
namespace {

/// The last word of time in a range of units; none where there is none, current where a word takes it back ("now").
Symbol last_time(const HoldReading& r, std::uint32_t first, std::uint32_t last) {
  Symbol found = symbols::none;
  for (std::uint32_t at = first; at < last; ++at) {
    if (r.units[at].annotation != Unit::kNoAnnotation) continue;
    if (r.begins(at, r.classes->former)) found = symbols::former;
    else if (r.begins(at, r.classes->incoming)) found = symbols::incoming;
    else if (r.begins(at, r.classes->current)) found = symbols::current;
  }
  return found;
}

/// True if what the role has ended with stands there, at most a comma between: "Gene Kahn, its chairman, resigned".
bool ends_behind(const HoldReading& r, std::uint32_t unit) {
  for (std::uint32_t at = unit; at < std::min<std::size_t>(unit + 2, r.units.size()); ++at) {
    // `resigned himself` ends nothing.
    bool alone = at + 1 >= r.units.size() || !r.units[at + 1].is(r.classes->pronoun);
    if (r.begins(at, r.classes->end) && alone) return true;
  }
  return false;
}

}  // namespace

Symbol time_of_role(const HoldReading& r, std::string_view told, const UnitRange& match, const UnitRange& person,
                    const UnitRange& role) {
  if (told == "former") return symbols::former;
  if (told == "incoming") return symbols::incoming;
  if (told == "current") return symbols::current;
  std::uint32_t back = person.first == match.first ? 1 : 2;
  Symbol before = last_time(r, match.first - std::min(match.first, back), role.first);
  // Right behind the role, at most a hyphen between: "president-elect", "professor emeritus".
  std::uint32_t end = static_cast<std::uint32_t>(r.units.size()), next = role.last;
  if (next < end && r.view.surface(r.units[next].first) == "-") ++next;
  Symbol behind = last_time(r, std::min(next, end), std::min(next + 1, end));
  if (behind == symbols::former || behind == symbols::incoming) return behind;
  if (before == symbols::former || before == symbols::incoming) return before;
  return ends_behind(r, match.last) ? symbols::former : symbols::current;
}

}  // namespace liaison
