#include "relations/hosts.h"

#include <algorithm>

namespace liaison {
namespace {

constexpr std::uint32_t kNone = Group::kNone;

class HostFinder {
 public:
  HostFinder(const ClauseReading& reading, const References& references, const EventTelling& telling)
      : r_(reading), finder_(reading, references), told_(telling), at_(telling.group) {}

  Hosting find() const {
    Hosting out = by_places();
    if (out.hosts.empty() && out.guests.empty()) out = by_support();
    return out.hosts.empty() && out.guests.empty() ? by_residence() : out;
  }

 private:
  const Tree& tree() const { return r_.tree; }

  bool takes_part(EntityId entity) const {
    return std::any_of(told_.filled.begin(), told_.filled.end(), [&](const Filled& f) { return f.party.entity == entity; });
  }

  Hosting by_places() const {
    Hosting out;
    for (const Filled& f : told_.filled) {
      if ((f.flags & Slot::kHost) != 0) out.hosts.push_back(f.party.entity);
      if ((f.flags & Slot::kGuest) != 0) out.guests.push_back(f.party.entity);
    }
    return out;
  }

  /// The hosts with all others who take part as their guests.
  Hosting with_guests(const Parties& hosts) const {
    Hosting out;
    for (const Party& host : hosts) out.hosts.push_back(host.entity);
    for (const Filled& f : told_.filled)
      if (!hosts.empty() && !holds_entity(hosts, f.party.entity)) out.guests.push_back(f.party.entity);
    return out;
  }

  bool supports_as_host(std::uint32_t verb) const {
    const Cue* cue = tree().is_verb(verb) ? find_cue(r_, verb, Cue::kSupport, told_.kind) : nullptr;
    return cue && cue->as == symbols::host;
  }

  /// `A hosted talks between B and C`, `talks hosted by A`
  Hosting by_support() const {
    if (!tree().is_noun(at_)) return {};
    Parties hosts;
    const std::uint32_t head = tree().list_head(at_), governor = tree().parent(head);
    if (governor != kNone && tree().label(head) == Label::object && supports_as_host(governor) && !r_.group(governor).has(Group::kPassive))
      finder_.collect(tree().subject_of(governor), {}, hosts);
    if (governor != kNone && tree().label(head) == Label::subject && supports_as_host(governor)) collect_agent(governor, hosts);
    for (std::uint32_t c = tree().nodes[at_].first_child; c != kNone && hosts.empty(); c = tree().nodes[c].next_sibling)
      if (tree().label(c) == Label::participle && supports_as_host(c)) collect_agent(c, hosts);
    return with_guests(hosts);
  }

  void collect_agent(std::uint32_t verb, Parties& out) const {
    if (const std::uint32_t agent = r_.tree.agent_of(verb); agent != kNone) finder_.collect(agent, {}, out);
  }

  /// `met A at B's home`: whose it is, and if he takes part, who came to him.
  Hosting by_residence() const {
    const std::uint32_t verb = tree().is_verb(at_)                                    ? at_
                               : tree().label(tree().list_head(at_)) == Label::object ? tree().governor(at_)
                                                                                      : kNone;
    for (const std::uint32_t holder : {at_, verb}) {
      if (holder == kNone) continue;
      for (std::uint32_t c = tree().nodes[holder].first_child; c != kNone; c = tree().nodes[c].next_sibling)
        if (c > at_ && (r_.is_preposition(c, Word::at_place) || r_.is_preposition(c, Word::inside)))
          if (const Parties owner = owner_of(tree().child(c, Label::prepositional_object)); owner.size() == 1)
            return takes_part(owner[0].entity) ? with_guests(owner) : Hosting{{owner[0].entity}, {}};
    }
    return {};
  }

  /// Who is named as the owner of a residence.
  Parties owner_of(std::uint32_t place) const {
    Parties out;
    if (place == kNone || !tree().is_noun(place) || r_.group(place).name != kNone || !r_.lemma_is(place, Word::residence)) return out;
    std::uint32_t owner = tree().child(place, Label::owner);
    if (owner == kNone)
      if (const std::uint32_t of = tree().child(place, Label::preposition); of != kNone && r_.is(of, Word::part_marker))
        owner = tree().child(of, Label::prepositional_object);
    if (owner != kNone && r_.group(owner).name != kNone) finder_.collect(owner, {}, out);
    return out;
  }

  const ClauseReading& r_;
  PartyFinder finder_;
  const EventTelling& told_;
  std::uint32_t at_;
};

}  // namespace

Hosting hosting_of(const ClauseReading& reading, const References& references, const EventTelling& telling) {
  return HostFinder(reading, references, telling).find();
}

}  // namespace liaison
