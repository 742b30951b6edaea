// The part of the frame matcher that looks upwards from a noun for the side that it leaves untold, one governor after the other.
#include <algorithm>

#include "relations/frames.h"

namespace liaison {
namespace {

constexpr std::uint32_t kNone = Group::kNone;
/// How many governors above a noun may tell of it.
constexpr int kLongestChain = 6;

}  // namespace

/// One step up from a noun: what governs it, by a preposition or without one.
struct FrameMatcher::Step {
  std::uint32_t noun, preposition, governor;
};

/// True if the subject of its clause takes part in what the preposition governs.
bool FrameMatcher::adjunct(Symbol kind, std::uint32_t preposition) const {
  for (const Cue& cue : r_->book->cues_of(r_->group(preposition).word)) {
    bool kind_fits = cue.kinds == 0 || (cue.kinds >> kind.id & 1) != 0;
    if (cue.table == Cue::kSupport && kind_fits && (cue.flags & Cue::kAdjunct) != 0 &&
        particles_follow(*r_, preposition, cue.phrase))
      return true;
  }
  return false;
}

/// True if the preposition puts what it governs into the future: `arrived for talks`.
bool FrameMatcher::lies_ahead(std::uint32_t preposition) const {
  for (const Cue& cue : r_->book->cues_of(r_->group(preposition).word))
    if (cue.table == Cue::kSupport && (cue.flags & Cue::kAdjunct) != 0 && cue.value == symbols::planned &&
        particles_follow(*r_, preposition, cue.phrase)) return true;
  return false;
}

/// `spoke at Nokia's annual meeting`: who attends what a body holds for all of its own does not meet the body.
bool FrameMatcher::is_attended(std::uint32_t preposition) const {
  return r_->is(preposition, Word::at_place) && !now_.filled.empty() &&
         std::all_of(now_.filled.begin(), now_.filled.end(), [&](const Filled& f) {
    return f.place == symbols::possessive && r_->entities[std::size_t(f.party.entity)].type == symbols::org;
  });
}

/// `A and B gave advice to farmers in meetings`, `A and B dined with C after a meeting`: with those whom the clause turns to, not with one
/// another.
bool FrameMatcher::turns_to_others(std::uint32_t verb, std::uint32_t preposition) const {
  const auto someone = [&](std::uint32_t noun) { return noun != kNone && r_->group(noun).name == kNone && is_someone(noun); };
  if (someone(r_->tree.child(verb, Label::indirect_object)) || someone(r_->tree.child(verb, Label::object))) return true;
  for (std::uint32_t i = verb + 1; i < preposition; ++i) {
    const std::uint32_t object = r_->group(i).kind == Group::Kind::preposition ? r_->tree.child(i, Label::prepositional_object) : kNone;
    if (r_->is_preposition(i, Word::toward) && someone(object)) return true;
    // `met with C for dinner`
    if (r_->is_preposition(i, Word::joint_marker) && r_->tree.parent(i) == verb && is_someone(object) && trigger_at(verb)) return true;
  }
  return false;
}

/// `A began to doubt the president after the summit with B`: somebody else of whom the clause tells may have been there.
bool FrameMatcher::may_be_of_another(std::uint32_t at, std::uint32_t verb, std::uint32_t preposition) const {
  if (now_.kind != symbols::meeting || !r_->is(preposition, Word::apart_in_time) || preposition < verb) return false;
  if (!r_->group(at).has(Group::kDefinite) || r_->group(at).has(Group::kOwned)) return false;
  const std::uint32_t subject = r_->tree.subject_of(verb);
  for (std::uint32_t i = verb + 1; i < preposition; ++i) {
    const Group& g = r_->group(i);
    if (!r_->tree.is_noun(i) || g.has(Group::kPronoun | Group::kPlural) || r_->tree.label(i) == Label::owner) continue;
    if (subject != kNone && r_->tree.stands_below(i, subject)) continue;  // `said A after the summit`
    if (g.name == kNone ? g.has(Group::kRole) : r_->annotations[g.name].type == symbols::person) return true;
  }
  return false;
}

/// `flew home from a summit with A`, `walked into talks with A`, `rushed to a dinner with A`: who moves was or will be there.
bool FrameMatcher::moves_past(std::uint32_t verb, std::uint32_t preposition) const {
  return now_.kind == symbols::meeting && r_->is_preposition(preposition, Word::toward) && r_->lemma_is(verb, Word::travel) &&
         !r_->group(verb).has(Group::kPassive);
}

/// `A assailed a complaint against B over his call with C`: true if the noun may be that of the person named right before its
/// preposition.
bool FrameMatcher::may_be_told_before(const Step& here) const {
  if (!his_ || here.preposition == kNone || here.preposition == 0) return false;
  const Group& before = r_->group(here.preposition - 1);
  if (before.kind != Group::Kind::noun || before.name == kNone || r_->tree.label(here.preposition - 1) == Label::subject) return false;
  const Annotation& name = r_->annotations[before.name];
  return name.type == symbols::person && !holds_entity(told(), name.entity);
}

/// Looks upwards from a noun, one governor after the other.
void FrameMatcher::climb(const Trigger& trigger, std::uint32_t at) {
  const Tree& tree = r_->tree;
  std::uint32_t noun = at;
  for (int step = 0; noun != kNone && step < kLongestChain; ++step) {
    noun = tree.list_head(noun);
    const std::uint32_t up = tree.parent(noun);
    if (up == kNone) break;
    const bool by_preposition = r_->group(up).kind == Group::Kind::preposition;
    const Step here{noun, by_preposition ? up : kNone, by_preposition ? tree.parent(up) : up};
    if (here.governor == kNone || (step == 0 && may_be_told_before(here))) break;
    if (tree.is_verb(here.governor)) {
      control_by_verb(trigger, here, at);
      break;
    }
    noun = tree.is_noun(here.governor) ? control_by_noun(trigger, here) : control_by_other(trigger, here);
  }
}

/// What a verb lends the noun below it: `held talks with A`, `dropped plans for an alliance with A`, `left for talks with A`.
void FrameMatcher::control_by_verb(const Trigger& trigger, const Step& here, std::uint32_t at) {
  const Tree& tree = r_->tree;
  const std::uint32_t verb = here.governor, preposition = here.preposition;
  const Symbol first = own_slot(trigger)->place;
  const Cue* cue = find_cue(*r_, verb, Cue::kSupport, now_.kind);
  const bool copula = r_->group(verb).has(Group::kCopula), inside = preposition != kNone;
  // `met for talks`, but not `saw each other for talks`, `flew to A for talks`
  const auto tells = [&](std::uint32_t above) {
    const Trigger* own = trigger_at(above);
    if (!own || ((own->flags & Trigger::kErrand) != 0 && !on_errand(above))) return false;
    if ((own->flags & Trigger::kMutual) != 0 || tree.child(above, Label::object) != kNone) return true;
    for (std::uint32_t c = tree.nodes[above].first_child; c != kNone; c = tree.nodes[c].next_sibling)
      if (r_->group(c).kind == Group::Kind::preposition && takes(above, r_->group(c).word)) return true;
    return false;
  };
  if (!cue && here.noun != at && !inside && tree.label(here.noun) == Label::object && !r_->group(verb).has(Group::kPassive))
    return add_at(trigger, first, tree.subject_of(verb));
  // `the trip of A included talks with B`: whose the subject is
  const std::uint32_t subject = tree.child(verb, Label::subject);
  const bool object = !inside && tree.label(tree.list_head(here.noun)) != Label::subject;
  if (!cue && object && subject != kNone && r_->group(subject).name == kNone && !is_someone(subject) &&
      find_cue(*r_, verb, Cue::kStatus, now_.kind)) {
    Parties owner;
    PartyFinder(*r_, *references_).collect_owner(subject, told(), owner);
    if (!owner.empty()) return add(trigger, *own_slot(trigger), owner);
  }
  if (inside && now_.filled.empty() && turns_to_others(verb, preposition)) unnamed_ = true;
  else if (cue && (!inside || cue->phrase.words[1] != kNoWord || (cue->flags & Cue::kMutual) != 0)) support(trigger, here.noun, verb, *cue);
  else if (inside && moves_past(verb, preposition) && here.noun == tree.list_head(at)) add_at(trigger, first, tree.subject_of(verb), true);
  else if (tells_of_itself(trigger) && !(inside && r_->is(preposition, Word::role_marker))) return;
  // `are close to a deal`
  else if (inside && copula && find_cue(*r_, preposition, Cue::kSupport, now_.kind)) add_at(trigger, first, actor_of(verb));
  else if (inside ? (lies_ahead(preposition) && tells(verb)) || is_attended(preposition)
                  : copula && r_->is_expletive(tree.child(verb, Label::subject))) return;
  else if (inside && adjunct(now_.kind, preposition) && add_sayer(trigger, verb)) return;
  else if (inside && may_be_of_another(at, verb, preposition)) return;
  else if (inside ? adjunct(now_.kind, preposition) || tells_of_itself(trigger) : copula && tree.label(here.noun) == Label::complement)
    add_at(trigger, inside ? lent_place(trigger) : first, inside ? maker_of(verb) : actor_of(verb));
  // `was joined by A at a meeting with B`: both
  const bool joins = cue && ((cue->flags & Cue::kMutual) != 0 || (r_->lemma_is(verb, Word::joining) && agent_of(verb) != kNone));
  const bool joined = inside && !lies_ahead(preposition) && joins && r_->group(verb).has(Group::kPassive);
  mutual_ |= joined;
  if (joined) add_at(trigger, lent_place(trigger), tree.subject_of(verb));
  if (inside && turns_in(preposition)) add_addressee(trigger, verb);
}

/// `told A in a call`, but not `told A before the meeting`: true if whom the clause turns to may be the one who is not told.
bool FrameMatcher::turns_in(std::uint32_t preposition) const {
  const bool apart_in_time = now_.kind == symbols::meeting && r_->is(preposition, Word::apart_in_time);
  return adjunct(now_.kind, preposition) && side_count() == 1 && !apart_in_time;
}

/// `A's demands, made in a letter to B`, `his promise came during a meeting with B`: who says what the clause is about.
bool FrameMatcher::add_sayer(const Trigger& trigger, std::uint32_t verb) {
  const std::uint32_t said = r_->tree.subject_of(verb);
  if (now_.kind == symbols::cooperation || said == kNone || !r_->lemma_is(said, Word::saying_noun) || agent_of(verb) != kNone) return false;
  const bool passive = r_->group(verb).has(Group::kPassive);
  const Cue* cue = find_cue(*r_, verb, Cue::kSupport, symbols::contact);
  const bool rejected = cue && cue->value == symbols::denied;
  if (passive ? rejected || (!cue && !r_->lemma_is(verb, Word::say)) : r_->tree.child(verb, Label::object) != kNone) return false;
  Parties owner;
  PartyFinder(*r_, *references_).collect_owner(said, told(), owner);
  if (owner.empty()) collect(agent_of(said), owner);
  add(trigger, *own_slot(trigger), owner);
  return true;
}

/// What stands below a noun: its owner takes part, or, in an adjunct of a name, the one who is named. The noun from which
/// to look on, if any.
std::uint32_t FrameMatcher::control_by_noun(const Trigger& trigger, const Step& here) {
  const Tree& tree = r_->tree;
  const std::uint32_t above = here.governor;
  const Slot& own = *own_slot(trigger);
  const bool in_adjunct = here.preposition != kNone && adjunct(now_.kind, here.preposition);
  if (in_adjunct && r_->group(above).name != kNone) {
    // `announces a trip to Mexico for talks with …`: who acts stands further up.
    if (tree.label(tree.list_head(above)) == Label::prepositional_object) control_past_place(trigger, above);
    // `Emmanuel Macron, on a state visit to Japan`, `Ford in talks with Volkswagen`
    else add_at(trigger, own.place, tree.list_head(above));
    return kNone;
  }
  if (here.preposition != kNone && is_attended(here.preposition)) return kNone;
  Parties owner;
  PartyFinder(*r_, *references_).collect_owner(above, told(), owner);
  const Cue* cue = find_cue(*r_, above, now_.kind);
  // `backed the plan during talks`, `pressed A on the plan at a dinner`
  const bool apart = in_adjunct && (r_->is(here.preposition, Word::temporal) || r_->is(here.preposition, Word::at_place));
  if (!cue || apart || (cue->flags & Cue::kNobody) != 0) {  // also `support for the pact`
    // `asked for the documents in a letter to …`
    std::uint32_t verb = tree.governor(above);
    // `placed the money with a bank under an accord with A`
    const bool in_force = here.preposition != kNone && now_.kind == symbols::cooperation &&
                          gives_status(*r_, here.preposition, now_.kind, symbols::occurred);
    // `repeated his support for the plan in a call with A`
    const auto passes = [&](std::uint32_t noun) {
      if (in_force || r_->group(noun).name != kNone) return r_->group(noun).name == kNone;
      if (!in_adjunct || now_.kind == symbols::cooperation || lies_ahead(here.preposition)) return false;
      const Group& marker = r_->group(here.preposition);
      const bool plain = marker.last - marker.first == 1;  // but not `in exchange for`
      return plain && !is_someone(noun) && !r_->group(noun).has(Group::kNegated) && !find_cue(*r_, noun, Cue::kStatus, now_.kind);
    };
    for (int step = 0; step < kLongestChain && verb != kNone && tree.is_noun(verb) && passes(verb); ++step) verb = tree.governor(verb);
    // `sells its phones under a licence from A`: whose the phones are is who sells them
    bool own_thing = owner.empty() || (now_.kind == symbols::cooperation && r_->group(above).has(Group::kOwned));
    // `A offered her resignation in a letter to B`
    if (!own_thing && in_adjunct && tree.is_verb(verb) && r_->group(above).has(Group::kOwned)) {
      Parties actor;
      collect(actor_of(verb), actor);
      own_thing = actor.size() == 1 && owner.size() == 1 && actor[0].entity == owner[0].entity;
    }
    // `A and B spoke to farmers at meetings`
    const bool others = now_.filled.empty() && r_->group(above).name == kNone && is_someone(above);
    if (in_adjunct && own_thing && others) unnamed_ = true;
    else if (in_adjunct && own_thing && tree.is_verb(verb)) {
      add_at(trigger, lent_place(trigger), actor_of(verb));
      // `asked A about the plan in a call`
      if (turns_in(here.preposition) && tree.label(above) != Label::apposition) add_addressee(trigger, verb);
    }
    return kNone;
  }
  if (!owner.empty()) add(trigger, own, owner);
  return side_count() < 2 ? above : kNone;
}

/// `Abe in Moscow for talks with Putin`, `flew to Moscow for talks with Putin`: who is at the place, or goes there.
void FrameMatcher::control_past_place(const Trigger& trigger, std::uint32_t place) {
  const Tree& tree = r_->tree;
  const Symbol first = own_slot(trigger)->place;
  // `A and B met with C for dinner`: with whom the clause tells
  const std::uint32_t leads = tree.parent(tree.list_head(place));
  if (now_.filled.empty() && leads != kNone && r_->is_preposition(leads, Word::joint_marker)) return void(unnamed_ = true);
  std::uint32_t above = tree.governor(place);
  if (tree.is_noun(above) && r_->group(above).name != kNone) add_at(trigger, first, tree.list_head(above));
  if (tree.is_noun(above)) above = tree.governor(above);
  if (above != kNone && tree.is_verb(above)) add_at(trigger, first, actor_of(above));
}

/// What stands below an adjective or the like: who is so, if that is a way to take part. The group from which to look on.
std::uint32_t FrameMatcher::control_by_other(const Trigger& trigger, const Step& here) {
  const bool lends = here.preposition != kNone && (adjunct(now_.kind, here.preposition) || find_cue(*r_, here.governor, now_.kind));
  if (lends) add_at(trigger, own_slot(trigger)->place, actor_of(here.governor));
  return here.governor;
}

/// `Also at the talks were A and B`, `those at the talks included A and B`, `Attending the talks were A and B`: the list of the
/// people who were there; kNone if none is told.
std::uint32_t FrameMatcher::attendees_of(std::uint32_t at) const {
  const Tree& tree = r_->tree;
  if (now_.kind != symbols::meeting) return kNone;
  const auto list_behind = [&](std::uint32_t verb) {
    const Group& g = r_->group(verb);
    if (verb < at || g.has(Group::kNegated)) return kNone;
    const std::uint32_t list = g.has(Group::kCopula)                  ? tree.child(verb, Label::complement)
                               : r_->lemma_is(verb, Word::listing) ? tree.child(verb, Label::object)
                                                                   : kNone;
    const bool people = list != kNone && list > verb && tree.is_noun(list) && r_->group(list).name != kNone &&
                        r_->annotations[r_->group(list).name].type == symbols::person;
    return people ? list : kNone;
  };
  std::uint32_t node = tree.list_head(at), up = tree.parent(node);
  for (int step = 0; up != kNone && step < kLongestChain; ++step) {
    const bool preposition = r_->group(up).kind == Group::Kind::preposition;
    if (tree.is_verb(up)) {
      const bool there = tree.label(node) == Label::preposition ||
                         (tree.label(node) == Label::subject && (node != tree.list_head(at) || !r_->group(up).has(Group::kCopula)));
      if (there) return list_behind(up);
      const Cue* cue = find_cue(*r_, up, Cue::kSupport, now_.kind);
      if (!cue || (cue->flags & Cue::kBeside) == 0 || tree.child(up, Label::subject) != kNone) return kNone;
      for (std::uint32_t c = tree.child(up, Label::conjunct); c != kNone; c = tree.nodes[c].next_sibling)
        if (tree.label(c) == Label::conjunct && tree.is_verb(c) && r_->group(c).has(Group::kCopula) &&
            tree.child(c, Label::subject) == kNone)
          return list_behind(c);
      return kNone;
    }
    const bool inside = preposition && (r_->is(up, Word::at_place) || r_->is(up, Word::inside) ||
                                        (step > 0 && r_->is(up, Word::membership)));
    if (preposition ? !inside : !tree.is_noun(up) || r_->group(up).name != kNone || !r_->group(up).has(Group::kPlural)) return kNone;
    node = preposition ? up : tree.list_head(up);
    up = tree.parent(node);
  }
  return kNone;
}

}  // namespace liaison
