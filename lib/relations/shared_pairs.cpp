#include "relations/shared_pairs.h"

#include <algorithm>

namespace liaison {

Pairs pairs_of(const Event& event) {
  bool sides = std::any_of(event.participants.begin(), event.participants.end(), [](const Participant& p) { return p.side != 0; });
  Pairs out;
  for (const Participant& a : event.participants)
    for (const Participant& b : event.participants)
      if (a.entity < b.entity && (!sides || a.side != b.side)) out.emplace_back(a.entity, b.entity);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

bool one_holds_other(const Pairs& a, const Pairs& b) {
  return a.size() >= b.size() ? std::includes(a.begin(), a.end(), b.begin(), b.end())
                              : std::includes(b.begin(), b.end(), a.begin(), a.end());
}

void SharedPairs::add(Symbol kind, Symbol status, const Pairs& pairs, std::uint32_t event) {
  for (const auto& pair : pairs) {
    std::vector<std::uint32_t>& events = events_[Key(kind.id, status.id, pair)];
    if (events.size() < kMostEvents && std::find(events.begin(), events.end(), event) == events.end()) events.push_back(event);
  }
}

void SharedPairs::find(Symbol kind, Symbol status, const Pairs& pairs, std::vector<std::uint32_t>& out) const {
  out.clear();
  for (const auto& pair : pairs)
    if (const auto at = events_.find(Key(kind.id, status.id, pair)); at != events_.end())
      out.insert(out.end(), at->second.begin(), at->second.end());
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
}

}  // namespace liaison
