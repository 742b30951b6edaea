#include "relations/held_roles.h"

#include <algorithm>

namespace liaison {

void Holders::add(EntityId person, std::size_t person_times, std::uint32_t person_last) {
  if (person == most) {
    last = std::max(last, person_last);
    return;
  }
  several = most != EntityId::none;
  if (several && person_times <= times) {
    other_times = std::max(other_times, person_times);
    other_last = std::max(other_last, person_last);
    return;
  }
  other_times = times;
  other_last = std::max(other_last, last);
  most = person;
  times = person_times;
  last = person_last;
}

void Holders::add(const Holders& more) {
  if (more.most == EntityId::none) return;
  add(more.most, more.times, more.last);
  several |= more.several;
  other_times = std::max(other_times, more.other_times);
  other_last = std::max(other_last, more.other_last);
}

Holders HeldRole::now() const {
  Holders all = states;
  all.add(firms);
  return all;
}

Holders HeldRole::ever() const {
  Holders all = now();
  all.add(former);
  return all;
}

void find_held_roles(std::span<const Hold> holds, std::span<const Entity> entities, std::vector<HeldRole>& out) {
  out.clear();
  std::vector<const Hold*> sorted;
  sorted.reserve(holds.size());
  for (const Hold& hold : holds) sorted.push_back(&hold);
  std::stable_sort(sorted.begin(), sorted.end(), [](const Hold* a, const Hold* b) { return a->role < b->role; });
  for (const Hold* hold : sorted) {
    if (out.empty() || out.back().role != hold->role) {
      if (out.size() == kMostRoles) return;
      out.push_back({hold->role, {}, {}, {}});
    }
    const bool firm = hold->org != EntityId::none && entities[std::size_t(hold->org)].type == symbols::org;
    Holders& holders = hold->when == symbols::former ? out.back().former : firm ? out.back().firms : out.back().states;
    holders.add(hold->person, entities[std::size_t(hold->person)].mentions.size());
  }
}

}  // namespace liaison
