// The part of the frame matcher that finds the side which a noun leaves untold.
#include <algorithm>

#include "relations/frames.h"

namespace liaison {
namespace {

constexpr std::uint32_t kNone = Group::kNone;

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
  const bool someone = is_someone(subject) || r_->view.tokens[r_->group(subject).head].has(kFirstCapital) ||
                       r_->group(subject).has(Group::kPronoun) ||
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
  const auto slots = r_->book->slots(trigger);
  const auto same_side = [&](const Slot& s) { return s.place == place && s.side == now_.filled[0].side; };
  if (own && std::any_of(slots.begin(), slots.end(), same_side)) return;
  Parties found;
  collect(noun, found);
  const PartyFinder finder(*r_, *references_);
  // `officials of A say that in his talks with B, C …`: one person's
  const bool one = r_->is_of_one(owner);
  const Slot* own_place = own_slot(trigger);
  if (one && own_place && own_place->place == place)
    std::erase_if(found, [&](const Party& p) { return r_->entities[std::size_t(p.entity)].type != symbols::person; });
  // `Ann Lee is proud of its deal with A`: no person's, though it may be that of her body
  if (owner != kNone && r_->grammar().is(r_->view, owner, Word::own_thing))
    std::erase_if(found, [&](const Party& p) {
      return r_->entities[std::size_t(p.entity)].type == symbols::person && finder.body_of(p.entity) == EntityId::none;
    });
  add_to(trigger, place, found);
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
                     std::any_of(now_.filled.begin(), now_.filled.end(),
                                 [](const Filled& f) { return f.place == symbols::from && f.side == 0; });
  const Slot* own = own_slot(trigger);
  return given ? first_place(trigger, true) : own ? own->place : symbols::none;
}

/// True if it is told with whom the event is, so that who attends it takes part too, or if it is told of nobody yet.
bool FrameMatcher::stands_beside(const Trigger& trigger) const {
  if (now_.filled.empty()) return (trigger.flags & Trigger::kJoint) == 0;
  return std::any_of(now_.filled.begin(), now_.filled.end(),
                     [](const Filled& f) { return f.place == symbols::with || f.place == symbols::for_; });
}

/// True if the noun tells of people or bodies by a name or a word, and not by a pronoun.
bool FrameMatcher::is_someone(std::uint32_t noun) const {
  if (!r_->tree.is_noun(noun) || r_->group(noun).has(Group::kPronoun)) return false;
  return r_->group(noun).name != kNone || r_->group(noun).has(Group::kRole) || r_->lemma_is(noun, Word::party) ||
         r_->lemma_is(noun, Word::description_person);
}

/// `praised Acme co-founder A`: a name before the noun, if only by its capital, tells of what he is one, and he need be nobody's
/// here. Where those who stand there take part, they are a place of the trigger.
bool FrameMatcher::is_of_something(const Trigger& trigger, std::uint32_t at) const {
  const auto slots = r_->book->slots(trigger);
  if (!tells_of_itself(trigger) || std::any_of(slots.begin(), slots.end(), [](const Slot& s) { return s.place == symbols::compound; }))
    return false;
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

/// `rejected A's offer to meet`: to whom it was made.
void FrameMatcher::fill_invited(const Trigger& trigger, std::uint32_t verb) {
  const Tree& tree = r_->tree;
  const std::uint32_t offer = tree.parent(verb);
  if (!r_->group(verb).has(Group::kInfinitive) || tree.label(verb) != Label::complement || offer == kNone || !tree.is_noun(offer)) return;
  const Cue* cue = find_cue(*r_, offer, Cue::kStatus, now_.kind);
  const std::uint32_t up = tree.parent(offer), answer = tree.governor(offer);
  // `turned down A's offer`: the object stands behind a particle
  const bool particle = up != kNone && answer != kNone && up == answer + 1 && tree.label(offer) == Label::prepositional_object;
  if (!cue || !cue->value || (tree.label(offer) != Label::object && !particle) || !tree.is_verb(answer)) return;
  const auto answers = r_->book->cues_of(r_->group(answer).lemma);
  const auto completes = [&](const Cue& c) { return particle ? c.phrase.is_pair_with(r_->group(up).word) : c.phrase.words[1] == kNoWord; };
  const auto lends = [&](const Cue& c) { return c.table == Cue::kSupport && completes(c) && (c.flags & Cue::kNobody) == 0; };
  if (std::any_of(answers.begin(), answers.end(), lends))
    add_at(trigger, first_place(trigger, true), actor_of(answer));
}

/// Looks for the untold side of a noun upwards: its support verb, the clause that it is an adjunct of, the noun above,
/// and last who speaks.
void FrameMatcher::fill_controller(const Trigger& trigger, std::uint32_t at) {
  // Whose it is, with somebody unnamed: `Trump's lunch with 49 senators`.
  const Slot* own = own_slot(trigger);
  if (!own || is_of_something(trigger, at)) return;
  if (side_count() == 1 && stands_joined(trigger, at)) add_at(trigger, own->place, r_->tree.parent(at));
  // `talks with the union and with A were held by B`: B's with both
  const bool lacks_first = std::all_of(now_.filled.begin(), now_.filled.end(),
                                       [&](const Filled& f) { return is_self(f) || f.place == symbols::with; });
  if (owned_ || (unnamed_ && !lacks_first)) return;
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
  if (!own || r_->tree.label(verb) != Label::participle || !r_->tree.is_noun(noun) || r_->group(noun).name != kNone ||
      now_.filled[0].side == 0)
    return;
  const std::uint32_t other = now_.filled[0].party.group;
  if (!r_->group(verb).has(Group::kPassive) || other == kNone || r_->tree.governor(other) != verb) return;  // `written after talks with A`
  Parties owner;
  PartyFinder(*r_, *references_).collect_owner(noun, told(), owner);
  if (!owner.empty()) add(trigger, *own, owner);
  else climb(trigger, noun);
}

}  // namespace liaison
