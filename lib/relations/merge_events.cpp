#include <algorithm>
#include <map>
#include <set>

#include "relations/events.h"

namespace liaison {
namespace {

/// What is only possible says nothing where more of the same kind is told of all its pairs, nor what is planned where they work together
/// already: `will sign the pact that they agreed`. Who has met may meet again.
void drop_unsure(std::vector<Event>& events, const std::vector<Pairs>& pairs) {
  std::set<std::pair<std::uint16_t, std::pair<EntityId, EntityId>>> told, done;  // with its kind
  for (std::size_t i = 0; i < events.size(); ++i)
    for (const auto& pair : pairs[i]) {
      if (events[i].status != symbols::possible) told.emplace(events[i].kind.id, pair);
      if (events[i].status == symbols::occurred) done.emplace(events[i].kind.id, pair);
    }
  std::size_t at = 0;
  std::erase_if(events, [&](const Event& event) {
    const Pairs& own = pairs[at++];
    const bool again = event.status == symbols::planned && event.kind == symbols::cooperation;
    if (event.status != symbols::possible && !again) return false;
    const auto& more = again ? done : told;
    return std::all_of(own.begin(), own.end(), [&](const auto& pair) { return more.contains({event.kind.id, pair}); });
  });
}

/// True if the event joins two of the wanted kind: persons, or others.
bool joins_two(std::span<const Entity> entities, const Event& event, bool persons) {
  return event.participants.size() == 2 && std::all_of(event.participants.begin(), event.participants.end(), [&](const Participant& p) {
           return (entities[std::size_t(p.entity)].type == symbols::person) == persons;
         });
}

/// Bodies with those who act for them, sorted.
class Bodies {
 public:
  explicit Bodies(std::span<const Hold> holds) {
    for (const Hold& hold : holds)
      if (hold.org != EntityId::none && hold.when == symbols::current) acting_.emplace_back(hold.org, hold.person);
    std::sort(acting_.begin(), acting_.end());
    acting_.erase(std::unique(acting_.begin(), acting_.end()), acting_.end());
  }

  bool acts_for(EntityId person, EntityId body) const {
    return std::binary_search(acting_.begin(), acting_.end(), std::pair(body, person));
  }

  /// Those who act for a body, `most` of them.
  std::vector<EntityId> people_of(EntityId body, std::size_t most) const {
    std::vector<EntityId> out;
    auto at = std::lower_bound(acting_.begin(), acting_.end(), std::pair(body, EntityId{0}));
    for (; at != acting_.end() && at->first == body && out.size() < most; ++at) out.push_back(at->second);
    return out;
  }

 private:
  std::vector<std::pair<EntityId, EntityId>> acting_;
};

}  // namespace

void join_people_with_bodies(std::span<const Entity> entities, std::span<const Hold> holds, std::vector<Event>& events) {
  constexpr std::size_t kMostPeople = 64;  // of a body, and events of one of them
  const Bodies acting(holds);
  std::map<EntityId, std::vector<std::size_t>> of_person;  // events of two people
  for (std::size_t i = 0; i < events.size(); ++i)
    if (joins_two(entities, events[i], true))
      for (const Participant& p : events[i].participants)
        if (std::vector<std::size_t>& own = of_person[p.entity]; own.size() < kMostPeople) own.push_back(i);
  std::vector<bool> joined(events.size());
  for (Event& of_bodies : events) {
    if (of_person.empty() || !joins_two(entities, of_bodies, false)) continue;
    std::set<std::size_t> candidates;
    for (const EntityId person : acting.people_of(of_bodies.participants[0].entity, kMostPeople))
      if (const auto own = of_person.find(person); own != of_person.end()) candidates.insert(own->second.begin(), own->second.end());
    for (const std::size_t i : candidates) {
      const Event& of_people = events[i];
      if (joined[i] || of_people.kind != of_bodies.kind || of_people.status != of_bodies.status) continue;
      std::vector<Participant> bodies = of_bodies.participants, people = of_people.participants;
      if (acting.acts_for(people[0].entity, bodies[1].entity)) std::swap(people[0], people[1]);
      if (!acting.acts_for(people[0].entity, bodies[0].entity) || !acting.acts_for(people[1].entity, bodies[1].entity)) continue;
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

std::uint64_t merge_events(std::vector<Event>& events) {
  std::uint64_t compared = 0;
  std::vector<Event> kept;
  std::vector<Pairs> kept_pairs;
  SharedPairs shared;
  std::vector<std::uint32_t> candidates;
  for (Event& event : events) {
    Pairs pairs = pairs_of(event);
    shared.find(event.kind, event.status, pairs, candidates);
    const auto same = std::find_if(candidates.begin(), candidates.end(),
                                   [&](std::uint32_t at) { return ++compared, one_holds_other(kept_pairs[at], pairs); });
    const std::uint32_t at = same != candidates.end() ? *same : static_cast<std::uint32_t>(kept.size());
    if (at < kept.size() && pairs.size() <= kept_pairs[at].size()) {
      std::move(event.evidence.begin(), event.evidence.end(), std::back_inserter(kept[at].evidence));
      continue;
    }
    shared.add(event.kind, event.status, pairs, at);
    if (at == kept.size()) {
      kept.push_back(std::move(event));
      kept_pairs.push_back(std::move(pairs));
    } else {
      kept[at].participants = std::move(event.participants);
      kept_pairs[at] = std::move(pairs);
      std::move(event.evidence.begin(), event.evidence.end(), std::back_inserter(kept[at].evidence));
    }
  }
  drop_unsure(kept, kept_pairs);
  events = std::move(kept);
  return compared;
}

}  // namespace liaison
