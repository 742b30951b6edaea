// The part of the frame matcher that says on how many sides somebody is told, who is joined with whom, and who is lacking.
#include <algorithm>
#include <utility>

#include "relations/frames.h"

namespace liaison {
namespace {

constexpr std::uint32_t kNone = Group::kNone;

}  // namespace

Parties FrameMatcher::told() const {
  Parties out;
  for (const Filled& f : now_.filled) out.push_back(f.party);
  return out;
}

std::size_t FrameMatcher::side_count() const {
  std::uint32_t sides = 0;
  for (const Filled& f : now_.filled) sides |= 1u << f.side;
  return static_cast<std::size_t>(__builtin_popcount(sides));
}

/// How many stand in slots that join those in them.
std::size_t FrameMatcher::set_count() const {
  return static_cast<std::size_t>(std::count_if(now_.filled.begin(), now_.filled.end(), [](const Filled& f) { return f.is_of_set(); }));
}

bool FrameMatcher::is_self(const Filled& filled) const {
  auto slots = r_->book->slots(*now_.trigger);
  return std::any_of(slots.begin(), slots.end(), [&](const Slot& s) { return (s.flags & Slot::kSelf) != 0 && s.place == filled.place; });
}

/// `talks between A or B and others`: it was the one or the other.
bool FrameMatcher::are_alternatives() const {
  return std::any_of(now_.filled.begin(), now_.filled.end(), [&](const Filled& f) {
    return f.is_of_set() && f.party.group != kNone && f.party.group > 0 && r_->is(f.party.group - 1, Word::conjunction_or);
  });
}

/// `agreements signed by A in May and B in June`, `A on Monday and B on Tuesday signed it`: each is told with a time of his own.
bool FrameMatcher::is_each_at_own_time() const {
  std::uint32_t last = kNone;
  const auto timed = [&](const Filled& f) {
    if (std::exchange(last, f.party.group) == f.party.group) return false;
    const std::uint32_t next = f.party.group == kNone ? kNone : f.party.group + 1;
    return next < r_->tree.groups.size() && f.party.direct && r_->group(next).kind == Group::Kind::time;
  };
  return now_.filled.size() >= 2 && std::all_of(now_.filled.begin(), now_.filled.end(), timed);
}

/// Several in a place that joins those who stand in it, or several on the first side alone of a mutual trigger.
bool FrameMatcher::is_joint(const Trigger& trigger) const {
  if (is_each_at_own_time()) return false;
  const std::size_t in_set = set_count();
  auto in_place = [&](bool set) {
    return std::any_of(now_.filled.begin(), now_.filled.end(), [&](const Filled& f) { return f.is_of_set() == set && f.side > 0; });
  };
  // `the merger of A with B`
  if (in_set == 1 && (trigger.flags & Trigger::kMutual) != 0 && in_place(true) && in_place(false)) return true;
  const bool first_side_only = std::all_of(now_.filled.begin(), now_.filled.end(),
                                           [](const Filled& f) { return f.place == symbols::subj; });
  const bool act = (trigger.flags & Trigger::kOne) == 0 || !first_side_only || does_one_thing(now_.group);
  const bool apart = first_side_only && acts_apart();
  if ((in_set >= 2 && !examples_ && !are_alternatives()) ||
      ((trigger.flags & Trigger::kJoint) != 0 && act && !apart && now_.filled.size() >= 2))
    return true;
  // `a contract from A and B`: those who give it have it with somebody else.
  bool first_side = std::all_of(now_.filled.begin(), now_.filled.end(),
                                [](const Filled& f) { return f.side == 0 && f.place != symbols::from; });
  return (mutual_ || ((joined_ || (trigger.flags & Trigger::kMutual) != 0) && !unnamed_ && !examples_ && !apart)) && first_side &&
         now_.filled.size() >= 2;
}

/// True if those who are told are not all: they are joined with nobody, or only with whom it is, or whom it tells of, is told.
bool FrameMatcher::lacks_others(const Trigger& trigger) const {
  if (!is_joint(trigger) || listed_) return true;
  bool joint = (trigger.flags & Trigger::kJoint) != 0;
  return std::all_of(now_.filled.begin(), now_.filled.end(),
                     [&](const Filled& f) { return joint ? f.place == symbols::with : is_self(f); });
}

/// True if the verb above lends a noun one more of those whose it is: `left the pact`, `joined the bloc`.
bool FrameMatcher::lends_party(std::uint32_t at) const {
  const std::uint32_t governor = r_->tree.governor(at);
  const Cue* cue = governor != kNone && r_->tree.is_verb(governor) ? find_cue(*r_, governor, Cue::kSupport, now_.kind) : nullptr;
  return cue && (cue->flags & (Cue::kFactive | Cue::kMutual)) != 0;
}

/// `left the pact between A and others`, `joined the bloc led by A`: one is told of those whose it is, and the verb lends it
/// another.
bool FrameMatcher::left_to_party(std::uint32_t at) const {
  if (now_.kind != symbols::cooperation || now_.filled.size() != 1) return false;
  const Symbol place = now_.filled[0].place;
  return (place == symbols::between || place == symbols::by) && lends_party(at);
}

}  // namespace liaison
