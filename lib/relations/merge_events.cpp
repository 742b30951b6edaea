#include <algorithm>

#include "relations/events.h"

namespace liaison {
namespace {

bool includes(const Pairs& whole, const Pairs& part) {
  return std::includes(whole.begin(), whole.end(), part.begin(), part.end());
}

/// What is only possible says nothing where more of the same kind is told of all its pairs.
void drop_possible(std::vector<Event>& events, const std::vector<Pairs>& pairs) {
  auto told = [&](std::size_t of, const std::pair<EntityId, EntityId>& pair) {
    for (std::size_t i = 0; i < events.size(); ++i)
      if (i != of && events[i].kind == events[of].kind && events[i].status != symbols::possible &&
          std::binary_search(pairs[i].begin(), pairs[i].end(), pair))
        return true;
    return false;
  };
  std::vector<bool> drop(events.size());
  for (std::size_t at = 0; at < events.size(); ++at)
    drop[at] = events[at].status == symbols::possible &&
               std::all_of(pairs[at].begin(), pairs[at].end(), [&](const auto& pair) { return told(at, pair); });
  std::size_t at = 0;
  std::erase_if(events, [&](const Event&) { return drop[at++]; });
}

/// True if the event joins two of the wanted kind: persons, or others.
bool joins_two(std::span<const Entity> entities, const Event& event, bool persons) {
  return event.participants.size() == 2 && std::all_of(event.participants.begin(), event.participants.end(), [&](const Participant& p) {
           return (entities[std::size_t(p.entity)].type == symbols::person) == persons;
         });
}

bool acts_for(std::span<const Hold> holds, EntityId person, EntityId body) {
  return std::any_of(holds.begin(), holds.end(), [&](const Hold& h) { return h.person == person && h.org == body && h.when == symbols::current; });
}

}  // namespace

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

void join_people_with_bodies(std::span<const Entity> entities, std::span<const Hold> holds, std::vector<Event>& events) {
  std::vector<bool> joined(events.size());
  for (Event& of_bodies : events) {
    if (!joins_two(entities, of_bodies, false)) continue;
    for (std::size_t i = 0; i < events.size(); ++i) {
      const Event& of_people = events[i];
      if (joined[i] || of_people.kind != of_bodies.kind || of_people.status != of_bodies.status || !joins_two(entities, of_people, true)) continue;
      std::vector<Participant> bodies = of_bodies.participants, people = of_people.participants;
      if (acts_for(holds, people[0].entity, bodies[1].entity)) std::swap(people[0], people[1]);
      if (!acts_for(holds, people[0].entity, bodies[0].entity) || !acts_for(holds, people[1].entity, bodies[1].entity)) continue;
      bodies[0].side = people[0].side = 0;
      bodies[1].side = people[1].side = 1;
      of_bodies.participants = {people[0], bodies[0], people[1], bodies[1]};
      of_bodies.evidence.insert(of_bodies.evidence.end(), of_people.evidence.begin(), of_people.evidence.end());
      joined[i] = true;
      break;
    }
  }
  std::size_t at = 0;
  std::erase_if(events, [&](const Event&) { return joined[at++]; });
}

void merge_events(std::vector<Event>& events) {
  std::vector<Event> kept;
  std::vector<Pairs> kept_pairs;
  for (Event& event : events) {
    Pairs pairs = pairs_of(event);
    std::size_t at = 0;
    for (; at < kept.size(); ++at) {
      if (kept[at].kind != event.kind || kept[at].status != event.status) continue;
      if (includes(kept_pairs[at], pairs)) break;
      if (includes(pairs, kept_pairs[at])) {
        kept[at].participants = event.participants;
        kept_pairs[at] = pairs;
        break;
      }
    }
    if (at == kept.size()) {
      kept.push_back(std::move(event));
      kept_pairs.push_back(std::move(pairs));
    } else {
      std::move(event.evidence.begin(), event.evidence.end(), std::back_inserter(kept[at].evidence));
    }
  }
  drop_possible(kept, kept_pairs);
  events = std::move(kept);
}

}  // namespace liaison
