// The part of the frame matcher that finds the side which a noun leaves untold.
#include <algorithm>

#include "relations/frames.h"

namespace liaison {
namespace {

constexpr std::uint32_t kNone = Group::kNone;
/// How far behind a noun the place of an event may be told, in groups.
constexpr std::uint32_t kPlaceReach = 12;
constexpr int kLongestChain = 6;

}  // namespace

/// The place of the first slot of the side that is told, or of the other one.
Symbol FrameMatcher::first_place(const Trigger& trigger, bool other_side) const {
  for (const Slot& slot : r_->book->slots(trigger)) {
    bool told = std::any_of(now_.filled.begin(), now_.filled.end(), [&](const Filled& f) { return f.side == slot.side; });
    if ((slot.flags & (Slot::kSet | Slot::kSelf)) == 0 && told != other_side) return slot.place;
  }
  return symbols::none;
}

/// Who acts in the clause of a verb: of a passive one by whom it is done, if that is told.
std::uint32_t FrameMatcher::actor_of(std::uint32_t verb) const {
  bool passive = r_->tree.is_verb(verb) && r_->group(verb).has(Group::kPassive);
  std::uint32_t agent = passive ? agent_of(verb) : kNone, subject = r_->tree.subject_of(verb);
  if (agent != kNone || !passive || subject == kNone) return agent != kNone ? agent : subject;
  // `the road will be opened following talks`: a thing does not act.
  const bool someone = is_someone(subject) || r_->view.tokens[r_->group(subject).head].has(kFirstCapital) || r_->group(subject).has(Group::kPronoun) ||
                       r_->lemma_is(subject, Word::description);
  return someone ? subject : kNone;
}

/// Who acts in the clause of a verb, or whose a thing is that it is done to, by nobody who is told: `A's phones were developed
/// under a deal with B`.
std::uint32_t FrameMatcher::maker_of(std::uint32_t verb) const {
  const std::uint32_t actor = actor_of(verb), subject = r_->tree.subject_of(verb);
  if (actor != kNone || subject == kNone || now_.kind != symbols::cooperation) return actor;
  return r_->tree.child(subject, Label::owner);
}

/// Adds those whom a noun stands for in the first slot of the place. `lent`: a verb of support lends them the event.
void FrameMatcher::add_at(const Trigger& trigger, Symbol place, std::uint32_t noun, bool lent) {
  if (noun == kNone) return;
  controlled_ = true;
  // `The party held its convention`, `beside A's meetings, B will talk to farmers`: whose it is, and nobody else, unless
  // the verb lends it: `joined A's coalition`.
  const std::uint32_t owner = r_->tree.is_noun(source_) ? r_->group(source_).owner_token : kNone;
  const bool own = (!lent || owner != kNone) && !now_.filled.empty() &&
                   std::all_of(now_.filled.begin(), now_.filled.end(), [](const Filled& f) { return f.place == symbols::possessive; });
  if (own && std::any_of(r_->book->slots(trigger).begin(), r_->book->slots(trigger).end(), [&](const Slot& s) { return s.place == place && s.side == now_.filled[0].side; })) return;
  Parties found;
  collect(noun, found);
  // `Ann Lee is proud of its deal with A`: no person's, though it may be that of her body
  const PartyFinder finder(*r_, *references_);
  if (owner != kNone && r_->grammar().is(r_->view, owner, Word::own_thing))
    std::erase_if(found, [&](const Party& p) {
      return r_->entities[std::size_t(p.entity)].type == symbols::person && finder.body_of(p.entity, symbols::org) == EntityId::none &&
             finder.body_of(p.entity, symbols::gpe) == EntityId::none;
    });
  for (const Slot& slot : r_->book->slots(trigger)) {
    if (slot.place != place) continue;
    add(trigger, slot, found);
    return;
  }
}

/// The first slot of a trigger that others than the noun itself fill; null where there is none.
const Slot* FrameMatcher::own_slot(const Trigger& trigger) const {
  for (const Slot& slot : r_->book->slots(trigger))
    if ((slot.flags & Slot::kSelf) == 0) return &slot;
  return nullptr;
}

/// The place of who is lent the event: the first one, but behind `a loan from A` that of whom it is for.
Symbol FrameMatcher::lent_place(const Trigger& trigger) const {
  const bool given = now_.kind == symbols::cooperation &&
                     std::any_of(now_.filled.begin(), now_.filled.end(), [](const Filled& f) { return f.place == symbols::from && f.side == 0; });
  const Slot* own = own_slot(trigger);
  return given ? first_place(trigger, true) : own ? own->place : symbols::none;
}

/// True if it is told with whom the event is, so that who attends it takes part too, or if it is told of nobody yet.
bool FrameMatcher::stands_beside(const Trigger& trigger) const {
  if (now_.filled.empty()) return (trigger.flags & Trigger::kJoint) == 0;
  return std::any_of(now_.filled.begin(), now_.filled.end(),
                     [](const Filled& f) { return f.place == symbols::with || f.place == symbols::for_; });
}

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
    if (cue.table == Cue::kSupport && (cue.flags & Cue::kAdjunct) != 0 && cue.value == symbols::planned) return true;
  return false;
}

/// Who says what the group stands in.
std::uint32_t FrameMatcher::speaker_of(std::uint32_t at) const {
  const Tree& tree = r_->tree;
  for (int step = 0; at != kNone && step < 16; ++step) {
    std::uint32_t up = tree.parent(at);
    if (up == kNone) return kNone;
    if (tree.label(at) == Label::content && tree.is_verb(up)) return tree.subject_of(up);
    if (tree.label(at) == Label::relative || tree.label(at) == Label::adverbial) return kNone;
    at = up;
  }
  return kNone;
}

/// `A said the president's talks with B went well`, `“She told him of a meeting with B,” A said`: between who speaks and the
/// noun somebody else acts, or owns it.
bool FrameMatcher::told_of_another(std::uint32_t at) const {
  const Tree& tree = r_->tree;
  if (r_->group(at).has(Group::kOwned) && !r_->grammar().is(r_->view, r_->group(at).owner_token, Word::own_speaker)) return true;
  for (int step = 0; at != kNone && step < 16; ++step) {
    if (tree.is_noun(at) && tree.child(at, Label::owner) != kNone) return true;
    if (tree.is_verb(at)) {
      const std::uint32_t subject = tree.child(at, Label::subject);
      const bool told = subject != kNone && r_->tree.nodes[subject].quoted && r_->is_one_person(subject);
      if (told || (subject != kNone && is_someone(subject))) return true;
    }
    if (tree.label(at) == Label::content) return false;
    at = tree.parent(at);
  }
  return false;
}

/// True if the noun tells of people or bodies by a name or a word, and not by a pronoun.
bool FrameMatcher::is_someone(std::uint32_t noun) const {
  if (!r_->tree.is_noun(noun) || r_->group(noun).has(Group::kPronoun)) return false;
  return r_->group(noun).name != kNone || r_->group(noun).has(Group::kRole) || r_->lemma_is(noun, Word::party) || r_->lemma_is(noun, Word::description_person);
}

/// `spoke at Nokia's annual meeting`: who attends what a body holds for all of its own does not meet the body.
bool FrameMatcher::is_attended(std::uint32_t preposition) const {
  return r_->is(preposition, Word::at_place) && !now_.filled.empty() && std::all_of(now_.filled.begin(), now_.filled.end(), [&](const Filled& f) {
    return f.place == symbols::possessive && r_->entities[std::size_t(f.party.entity)].type == symbols::org;
  });
}

/// `A and B gave advice to farmers in meetings`, `A and B dined with C after a meeting`: with those whom the clause turns to, not with one another.
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

/// One step up from a noun: what governs it, by a preposition or without one.
struct FrameMatcher::Step {
  std::uint32_t noun, preposition, governor;
};

/// `praised Acme co-founder A`: a name before the noun, if only by its capital, tells of what he is one, and he need be nobody's
/// here. Where those who stand there take part, they are a place of the trigger.
bool FrameMatcher::is_of_something(const Trigger& trigger, std::uint32_t at) const {
  const auto slots = r_->book->slots(trigger);
  if (!tells_of_itself(trigger) || std::any_of(slots.begin(), slots.end(), [](const Slot& s) { return s.place == symbols::compound; })) return false;
  const Group& g = r_->group(at);
  std::uint32_t first = noun_of(at);
  for (std::size_t i = 1; i < kMaxTriggerWords && trigger.phrase.words[i] != kNoWord; ++i) --first;
  if (first <= g.first || first > g.head || r_->view.tokens[first].word != trigger.phrase.words[0]) return false;
  return r_->view.tokens[first - 1].has(kCapitalised) && !r_->grammar().is(r_->view, first - 1, Word::adjective);
}

/// True if a noun that tells of itself stands, with nothing before it, beside one whose it is: `A and co-founder B`, `A and allies
/// such as B`, but not `A, B and partners C and D`.
bool FrameMatcher::stands_joined(const Trigger& trigger, std::uint32_t at) const {
  const Tree& tree = r_->tree;
  if ((trigger.flags & (Trigger::kJoint | Trigger::kMutual)) == 0 || !tells_of_itself(trigger) ||
      tree.label(at) != Label::conjunct || !is_bare(trigger, at)) return false;
  if (r_->group(at).name != kNone && r_->grammar().is(r_->view, noun_of(at), Word::noun_plural)) return false;
  for (std::uint32_t c = tree.nodes[tree.parent(at)].first_child; c != kNone; c = tree.nodes[c].next_sibling)
    if (c != at && tree.label(c) == Label::conjunct) return false;
  const std::uint32_t verb = tree.parent(tree.parent(at));  // `the winners include A and ally B`
  return verb == kNone || !tree.is_verb(verb) || !r_->lemma_is(verb, Word::listing);
}

/// True if no word stands before those of a noun trigger in its group: `co-founder A`, but not `Acme co-founder A`.
bool FrameMatcher::is_bare(const Trigger& trigger, std::uint32_t at) const {
  std::uint32_t first = noun_of(at);
  for (std::size_t i = 1; i < kMaxTriggerWords && trigger.phrase.words[i] != kNoWord; ++i) --first;
  return first == r_->group(at).first;
}

/// `Also at the talks were A and B`, `those at the talks included A and B`, `Attending the talks were A and B`: the list of the
/// people who were there; kNone if none is told.
std::uint32_t FrameMatcher::attendees_of(std::uint32_t at) const {
  const Tree& tree = r_->tree;
  if (now_.kind != symbols::meeting) return kNone;
  const auto list_behind = [&](std::uint32_t verb) {
    const Group& g = r_->group(verb);
    if (verb < at || g.has(Group::kNegated)) return kNone;
    const std::uint32_t list = g.has(Group::kCopula) ? tree.child(verb, Label::complement) : r_->lemma_is(verb, Word::listing) ? tree.child(verb, Label::object) : kNone;
    const bool people = list != kNone && list > verb && tree.is_noun(list) && r_->group(list).name != kNone && r_->annotations[r_->group(list).name].type == symbols::person;
    return people ? list : kNone;
  };
  std::uint32_t node = tree.list_head(at), up = tree.parent(node);
  for (int step = 0; up != kNone && step < kLongestChain; ++step) {
    const bool preposition = r_->group(up).kind == Group::Kind::preposition;
    if (tree.is_verb(up)) {
      const bool there = tree.label(node) == Label::preposition || (tree.label(node) == Label::subject && (node != tree.list_head(at) || !r_->group(up).has(Group::kCopula)));
      if (there) return list_behind(up);
      const Cue* cue = find_cue(*r_, up, Cue::kSupport, now_.kind);
      if (!cue || (cue->flags & Cue::kBeside) == 0 || tree.child(up, Label::subject) != kNone) return kNone;
      for (std::uint32_t c = tree.child(up, Label::conjunct); c != kNone; c = tree.nodes[c].next_sibling)
        if (tree.label(c) == Label::conjunct && tree.is_verb(c) && r_->group(c).has(Group::kCopula) && tree.child(c, Label::subject) == kNone) return list_behind(c);
      return kNone;
    }
    const bool inside = preposition && (r_->is(up, Word::at_place) || r_->is(up, Word::inside) || (step > 0 && r_->is(up, Word::membership)));
    if (preposition ? !inside : !tree.is_noun(up) || r_->group(up).name != kNone || !r_->group(up).has(Group::kPlural)) return kNone;
    node = preposition ? up : tree.list_head(up);
    up = tree.parent(node);
  }
  return kNone;
}

/// `rejected A's offer to meet`: to whom it was made.
void FrameMatcher::fill_invited(const Trigger& trigger, std::uint32_t verb) {
  const Tree& tree = r_->tree;
  const std::uint32_t offer = tree.parent(verb);
  if (!r_->group(verb).has(Group::kInfinitive) || tree.label(verb) != Label::complement || offer == kNone || !tree.is_noun(offer)) return;
  const Cue* cue = find_cue(*r_, offer, Cue::kStatus, now_.kind);
  if (!cue || !cue->value || tree.label(offer) != Label::object || !tree.is_verb(tree.parent(offer))) return;
  const auto answers = r_->book->cues_of(r_->group(tree.parent(offer)).lemma);
  if (std::any_of(answers.begin(), answers.end(), [](const Cue& c) { return c.table == Cue::kSupport && c.phrase.words[1] == kNoWord && (c.flags & Cue::kNobody) == 0; }))
    add_at(trigger, first_place(trigger, true), actor_of(tree.parent(offer)));
}

/// Looks for the untold side of a noun upwards: its support verb, the clause that it is an adjunct of, the noun above,
/// and last who speaks.
void FrameMatcher::fill_controller(const Trigger& trigger, std::uint32_t at) {
  // Whose it is, with somebody unnamed: `Trump's lunch with 49 senators`.
  const Slot* own = own_slot(trigger);
  if (!own || is_of_something(trigger, at)) return;
  if (side_count() == 1 && stands_joined(trigger, at)) add_at(trigger, own->place, r_->tree.parent(at));
  if (owned_ || (unnamed_ && !now_.filled.empty() && !std::all_of(now_.filled.begin(), now_.filled.end(), [&](const Filled& f) { return is_self(f); }))) return;
  if (side_count() == 1 && !unnamed_) add_reached(trigger, at);
  if (side_count() >= 2) return;
  if (const std::uint32_t list = now_.filled.empty() ? attendees_of(at) : kNone; list != kNone) return add_at(trigger, own->place, list);
  climb(trigger, at);
  fill_from_afar(trigger, at);
}

/// `reforms agreed with A`: whose the noun is that a participle tells of, and who is lent it.
void FrameMatcher::fill_from_noun(const Trigger& trigger, std::uint32_t verb) {
  const std::uint32_t noun = r_->tree.parent(verb);
  const Slot* own = own_slot(trigger);
  if (!own || r_->tree.label(verb) != Label::participle || !r_->tree.is_noun(noun) || r_->group(noun).name != kNone || now_.filled[0].side == 0) return;
  const std::uint32_t other = now_.filled[0].party.group;
  if (!r_->group(verb).has(Group::kPassive) || other == kNone || r_->tree.governor(other) != verb) return;  // `written after talks with A`
  Parties owner;
  PartyFinder(*r_, *references_).collect_owner(noun, told(), owner);
  if (!owner.empty()) add(trigger, *own, owner);
  else climb(trigger, noun);
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
  const auto tells = [&](std::uint32_t above) {  // `met for talks`, but not `saw each other for talks`
    const Trigger* own = trigger_at(above);
    return own && ((own->flags & Trigger::kErrand) == 0 || on_errand(above));
  };
  if (!cue && here.noun != at && !inside && tree.label(here.noun) == Label::object && !r_->group(verb).has(Group::kPassive))
    return add_at(trigger, first, tree.subject_of(verb));
  // `the trip of A included talks with B`: whose the subject is
  const std::uint32_t subject = tree.child(verb, Label::subject);
  const bool object = !inside && tree.label(tree.list_head(here.noun)) != Label::subject;
  if (!cue && object && subject != kNone && r_->group(subject).name == kNone && !is_someone(subject) && find_cue(*r_, verb, Cue::kStatus, now_.kind)) {
    Parties owner;
    PartyFinder(*r_, *references_).collect_owner(subject, told(), owner);
    if (!owner.empty()) return add(trigger, *own_slot(trigger), owner);
  }
  if (inside && now_.filled.empty() && turns_to_others(verb, preposition)) unnamed_ = true;
  else if (cue && (!inside || cue->phrase.words[1] != kNoWord || (cue->flags & Cue::kMutual) != 0)) support(trigger, here.noun, verb, *cue);
  else if (tells_of_itself(trigger) && !(inside && r_->is(preposition, Word::role_marker))) return;
  // `are close to a deal`
  else if (inside && copula && find_cue(*r_, preposition, Cue::kSupport, now_.kind)) add_at(trigger, first, actor_of(verb));
  else if (inside ? (lies_ahead(preposition) && tells(verb)) || is_attended(preposition) : copula && r_->is_expletive(tree.child(verb, Label::subject))) return;
  else if (inside ? adjunct(now_.kind, preposition) || tells_of_itself(trigger) : copula && tree.label(here.noun) == Label::complement)
    add_at(trigger, inside ? lent_place(trigger) : first, inside ? maker_of(verb) : actor_of(verb));
  // `told A in a call`, but not `told A before the meeting`
  const bool apart_in_time = inside && now_.kind == symbols::meeting && r_->is(preposition, Word::apart_in_time);
  if (inside && adjunct(now_.kind, preposition) && side_count() == 1 && !apart_in_time) add_addressee(trigger, verb);
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
  if (!cue || (cue->flags & Cue::kNobody) != 0) {  // also `support for the pact`
    // `asked for the documents in a letter to …`
    const std::uint32_t verb = tree.governor(above);
    // `sells its phones under a licence from A`: whose the phones are is who sells them
    const bool own_thing = owner.empty() || (now_.kind == symbols::cooperation && r_->group(above).has(Group::kOwned));
    // `A and B spoke to farmers at meetings`
    const bool others = now_.filled.empty() && r_->group(above).name == kNone && is_someone(above);
    if (in_adjunct && own_thing && others) unnamed_ = true;
    else if (in_adjunct && own_thing && tree.is_verb(verb)) add_at(trigger, lent_place(trigger), actor_of(verb));
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

/// Those who stand in no clause of the noun: who speaks, the country that the text is about, the host.
void FrameMatcher::fill_from_afar(const Trigger& trigger, std::uint32_t at) {
  if (side_count() >= 2 || now_.filled.empty()) return;
  const Symbol first = own_slot(trigger)->place;
  const bool first_told = std::any_of(now_.filled.begin(), now_.filled.end(), [](const Filled& f) { return f.side == 0; });
  // `talks with the lawyer have failed, A said`: who has to be found himself is no ground to find another by.
  const bool named = std::none_of(now_.filled.begin(), now_.filled.end(), [](const Filled& f) { return !f.party.direct && f.party.annotation != Annotation::kUnknown; });
  if (!first_told && !controlled_ && named && !told_of_another(at)) add_speaker(trigger, first, speaker_of(at));
  if (!first_told && side_count() < 2) add_home(trigger, first);
  if (first_told && !unnamed_) add_host(trigger, at);
}

/// `A Chinese delegation resumes talks in Washington`: beside one country the one in whose capital they talk.
void FrameMatcher::add_host(const Trigger& trigger, std::uint32_t at) {
  PartyFinder finder(*r_, *references_);
  if (now_.kind != symbols::meeting || now_.filled.size() != 1 || !finder.is_country(now_.filled[0].party.entity)) return;
  const auto last = std::min<std::uint32_t>(static_cast<std::uint32_t>(r_->tree.groups.size()), at + kPlaceReach);
  for (std::uint32_t i = at + 1; i < last; ++i) {
    if (!r_->is_preposition(i, Word::inside) || !reaches(i, at, r_->group(i).word)) continue;
    const std::uint32_t place = r_->tree.child(i, Label::prepositional_object);
    if (place == kNone || !r_->tree.is_noun(place) || r_->group(place).name == kNone) continue;
    const EntityId city = r_->annotations[r_->group(place).name].entity;
    if (city == EntityId::none || finder.country_of(city) == city) continue;
    add_at(trigger, first_place(trigger, true), place);
    return;
  }
}

/// `the deal with Iran`: the country that the text is about takes the untold side beside one that is named, where the
/// sentence tells of no third one.
void FrameMatcher::add_home(const Trigger& trigger, Symbol place) {
  if (now_.kind == symbols::contact || now_.filled.size() != 1 || r_->group(source_).has(Group::kOwned)) return;
  const Party& other = now_.filled[0].party;
  if (now_.filled[0].place != symbols::with || other.group == kNone || r_->group(other.group).name != other.annotation) return;
  PartyFinder finder(*r_, *references_);
  if (!finder.is_country(other.entity)) return;
  EntityId home = finder.home_beside(other.entity);
  // `the deal with Iran that Obama made`, `the White House said`: of leaders and bodies of state that are
  // named, whose country it is, but of those who only speak of it.
  bool led = false;
  const std::uint32_t speaker = speaker_of(now_.group), speaks = speaker == kNone ? kNone : r_->group(speaker).name;
  for (const Annotation& name : annotations_in(r_->annotations, r_->sentences[r_->sentence])) {
    if (name.entity == EntityId::none || !finder.has_state(name.entity)) continue;
    if (speaks != kNone && r_->annotations[speaks].entity == name.entity) continue;
    const EntityId state = finder.state_of(name.entity);
    if (led && state != home) return;
    led = true;
    home = state;
  }
  if (home == EntityId::none || status_of(*r_, source_, now_.kind) == symbols::possible) return;
  for (const Group& g : r_->tree.groups) {
    if (g.kind != Group::Kind::noun) continue;
    bool third = g.nations[0] != Group::kNone;
    if (g.name != kNone && r_->annotations[g.name].type == symbols::gpe) {
      EntityId country = finder.country_of(r_->annotations[g.name].entity);
      third |= country != home && country != other.entity;
    }
    if (third) return;
  }
  for (const Slot& slot : r_->book->slots(trigger)) {
    if (slot.place != place) continue;
    add(trigger, slot, {Party{home, Annotation::kUnknown, kNone, true}});
    return;
  }
}

/// Who speaks takes the untold side: beside a body, a person who speaks does so for his own.
void FrameMatcher::add_speaker(const Trigger& trigger, Symbol place, std::uint32_t noun) {
  PartyFinder finder(*r_, *references_);
  Parties found;
  finder.collect_speaker(noun, found);
  bool persons = std::any_of(now_.filled.begin(), now_.filled.end(), [&](const Filled& f) { return r_->entities[std::size_t(f.party.entity)].type == symbols::person; });
  const bool country = std::any_of(now_.filled.begin(), now_.filled.end(), [&](const Filled& f) { return finder.is_country(f.party.entity); });
  // Of deals with a country those speak who make them, and others.
  std::erase_if(found, [&](const Party& party) {
    return country && r_->entities[std::size_t(party.entity)].type == symbols::person && !finder.holds_office(party.entity);
  });
  const auto person = [&](const Party& party) { return r_->entities[std::size_t(party.entity)].type == symbols::person; };
  for (Party& party : found)
    if (const EntityId body = finder.body_of(party.entity, symbols::org); !persons && person(party) && body != EntityId::none)
      party = {body, Annotation::kUnknown, noun, false};
  // `The premier warned that a deal with A would fail`: whoever leads a country speaks of much that others do.
  std::erase_if(found, [&](const Party& party) {
    const EntityId state = !persons && person(party) ? finder.body_of(party.entity, symbols::gpe) : EntityId::none;
    return state != EntityId::none && finder.is_country(state);
  });
  for (const Slot& slot : r_->book->slots(trigger)) {
    if (slot.place != place) continue;
    add(trigger, slot, found);
    return;
  }
}

}  // namespace liaison
