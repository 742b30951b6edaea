// The part of the frame matcher that finds who stands in a place of a trigger.
#include <algorithm>

#include "relations/frames.h"

namespace liaison {
namespace {

constexpr std::uint32_t kNone = Group::kNone;

}  // namespace

/// Those whom a noun tells of: `its partner Intel`, `Intel is an ally`, `partners include Intel`, `chose Intel as partner`.
void FrameMatcher::fill_self(std::uint32_t at, Parties& out) {
  const Tree& tree = r_->tree;
  PartyFinder finder(*r_, *references_);
  if (r_->group(at).name != kNone) {
    // `running mate A and B`: one noun tells of one.
    const bool many = r_->grammar().is(r_->view, noun_of(at), Word::noun_plural);
    return many ? finder.collect(at, told(), out) : finder.collect_one(at, told(), out);
  }
  finder.collect_named(at, out);
  // `partners, including A and B`: partners of somebody else.
  if (!out.empty() && r_->group(at).has(Group::kPlural)) unnamed_ = true;
  if (!out.empty()) return;
  const bool several = r_->group(at).has(Group::kPlural);
  // `A and other allies of B`
  const std::uint32_t first = tree.label(at) == Label::conjunct && several ? tree.list_head(at) : kNone;
  const bool named = first != kNone && tree.is_noun(first) && r_->group(first).name != kNone;
  if (named && tells_of_others(at)) return finder.collect(first, told(), out);
  // `A, a former aide and partner of B`
  while (tree.label(at) == Label::conjunct && tree.is_noun(tree.parent(at)) && r_->group(tree.parent(at)).name == kNone)
    at = tree.parent(at);
  std::uint32_t up = tree.parent(at);
  if (up == kNone) return;
  Label label = tree.label(at);
  // `alarmed A, B's allies and the region`: several are not one
  const bool one = several && tree.list_head(up) == up && tree.is_noun(up) && r_->group(up).name != kNone &&
                   tree.child(up, Label::conjunct) == kNone;
  const std::uint32_t next = one && label == Label::apposition ? tree.child(at, Label::conjunct) : kNone;
  if (next != kNone && !r_->group(next).has(Group::kIndefinite)) return;
  // `A and B, partners of C`, but `A, a partner of C, and B`
  if (label == Label::apposition && tree.is_noun(up))
    return several ? finder.collect(tree.list_head(up), told(), out) : finder.collect_one(up, told(), out);
  if (tree.is_verb(up)) {
    bool copula = r_->group(up).has(Group::kCopula) || r_->lemma_is(up, Word::copular);
    if (label == Label::object && r_->group(up).has(Group::kCopula)) return;  // `was able to weather a row with B and its allies`
    if (copula && label != Label::subject) finder.collect(tree.subject_of(up), told(), out);
    else if (label == Label::subject && copula) finder.collect(tree.child(up, Label::complement), told(), out);
    else if (label == Label::subject && r_->lemma_is(up, Word::listing)) {
      finder.collect(tree.child(up, Label::object), told(), out);
      unnamed_ = true;
    }
    // `A was named the partner of B`, `B named A its partner`
    else if (label == Label::object && r_->lemma_is(up, Word::naming))
      finder.collect(r_->group(up).has(Group::kPassive) ? tree.subject_of(up) : tree.child(up, Label::indirect_object), told(), out);
    return;
  }
  std::uint32_t verb = tree.governor(at);
  if (several && r_->is_preposition(up, Word::membership)) return fill_member(verb, out);
  if (!r_->is_preposition(up, Word::role_marker)) return;
  if (tree.is_noun(verb)) return r_->group(verb).name == kNone ? void() : finder.collect(verb, told(), out);
  if (verb == kNone || !tree.is_verb(verb)) return;
  std::uint32_t object = tree.child(verb, Label::object);
  finder.collect(object != kNone ? object : tree.subject_of(verb), told(), out);
}

/// `other allies`
bool FrameMatcher::tells_of_others(std::uint32_t noun) const {
  return r_->any_word(r_->group(noun).first, r_->group(noun).head, Word::further);
}

/// Whom a verb tells to be among those of a noun: `counts A among its partners`, `A is among its partners`.
void FrameMatcher::fill_member(std::uint32_t verb, Parties& out) {
  const Tree& tree = r_->tree;
  if (verb == kNone || !tree.is_verb(verb)) return;
  const bool copula = r_->group(verb).has(Group::kCopula);
  std::uint32_t member = tree.child(verb, copula ? Label::complement : Label::object);  // `among its partners is A`
  if (member == kNone && copula) member = tree.subject_of(verb);
  if (tree.is_noun(member) && r_->group(member).name != kNone) PartyFinder(*r_, *references_).collect(member, told(), out);
}

/// The one by whom a passive verb is done.
std::uint32_t FrameMatcher::agent_of(std::uint32_t verb) const {
  auto last = std::min<std::uint32_t>(static_cast<std::uint32_t>(r_->tree.groups.size()), verb + kPhraseReach);
  for (std::uint32_t i = verb + 1; i < last; ++i)
    if (r_->is_preposition(i, Word::agent_marker) && reaches(i, verb, r_->group(i).word))
      return r_->tree.child(i, Label::prepositional_object);
  return kNone;
}

bool FrameMatcher::has_object_place(const Trigger& trigger) const {
  auto slots = r_->book->slots(trigger);
  return std::any_of(slots.begin(), slots.end(), [](const Slot& s) { return s.place == symbols::obj; });
}

/// `sounded out A`: what stands behind the particle of the verb, which is read as a preposition; kNone if nothing does.
std::uint32_t FrameMatcher::object_behind_particle(std::uint32_t verb) const {
  const std::uint32_t next = verb + 1;
  if (next >= r_->tree.groups.size()) return kNone;
  const Group& g = r_->group(next);
  const bool particle = g.kind == Group::Kind::preposition && now_.trigger->phrase.is_pair_with(g.word) && r_->tree.parent(next) == verb;
  return particle ? r_->tree.child(next, Label::prepositional_object) : kNone;
}

/// True if a participle stands behind the place where its subject is: `A was in Japan meeting B`.
bool FrameMatcher::stands_in(std::uint32_t noun, std::uint32_t verb) const {
  const Tree& tree = r_->tree;
  if (noun == kNone || tree.parent(verb) != noun || tree.label(verb) != Label::participle || r_->group(noun).name == kNone) return false;
  const std::uint32_t up = tree.parent(noun), governor = tree.governor(noun);
  const bool person = r_->annotations[r_->group(noun).name].type == symbols::person;  // `believes in A meeting B`
  return up != kNone && !person && r_->is_preposition(up, Word::inside) && governor != kNone && tree.is_verb(governor);
}

/// `Ann Lee, meet Jack Ma`: one who is spoken to, and no subject of what he is to do.
bool FrameMatcher::is_spoken_to(std::uint32_t noun, std::uint32_t verb) const {
  const Group& g = r_->group(verb);
  if (noun == kNone || noun + 2 != verb || r_->group(noun).name == kNone || r_->group(noun + 1).kind != Group::Kind::comma) return false;
  const bool one = r_->tree.child(noun, Label::conjunct) == kNone && r_->tree.label(noun) != Label::conjunct &&
                   r_->tree.label(noun) != Label::apposition;
  return one && g.first == g.head && r_->annotations[r_->group(noun).name].type == symbols::person &&
         r_->grammar().is(r_->view, g.head, Word::verb_base) && !r_->grammar().is(r_->view, g.head, Word::verb_past);
}

/// `cited his agreement to meet B`: whose it is, but not `efforts by his minister to meet B`. False if nobody is told so.
bool FrameMatcher::fill_doer_told_above(std::uint32_t verb, Parties& out) const {
  const Tree& tree = r_->tree;
  const std::uint32_t above = tree.parent(verb);
  const bool owned = tree.label(verb) == Label::complement && r_->group(verb).has(Group::kInfinitive) && tree.is_noun(above) &&
                     r_->group(above).has(Group::kOwned) && !is_someone(above);
  Parties owner;
  if (owned) PartyFinder(*r_, *references_).collect_owner(above, told(), owner);
  out.insert(out.end(), owner.begin(), owner.end());
  return !owner.empty();
}

void FrameMatcher::fill_verb_place(const Trigger& trigger, const Slot& slot, std::uint32_t at, Parties& out) {
  const Tree& tree = r_->tree;
  if (!tree.is_verb(at)) return;
  if (slot.place == symbols::possessive) return fill_owner(at, out);
  const bool subject = slot.place == symbols::subj, object = slot.place == symbols::obj;
  if (subject && fill_doer_told_above(at, out)) return;
  std::uint32_t noun = subject ? subject_in_place(trigger, at) : kNone;
  if (object) noun = object_in_place(at);
  else if (!subject) noun = tree.child(at, Label::indirect_object);
  if (subject && noun == kNone) fill_maker(trigger, at, out);
  if (subject && noun == tree.child(at, Label::object)) return;
  if (noun != kNone && r_->is(noun, Word::reciprocal)) mutual_ = true;
  if (subject && joined_beside(noun)) joined_ = true;
  collect_place(slot, noun, out);
  if (subject && now_.kind == symbols::meeting) collect_joined(noun, out);
  examples_ |= subject && is_exampled(noun);
  const bool plain = object && (trigger.flags & Trigger::kPlain) != 0;
  if (plain && noun != kNone && is_told_more(noun, at, out)) out.clear();
  const bool other = slot.side > 0 && (slot.flags & Slot::kOwner) == 0 && noun != kNone && out.empty();
  if (other && !r_->is(noun, Word::reciprocal)) unnamed_ = true;
}

/// `A, joined by B, met C`: who does so with the one before.
void FrameMatcher::collect_joined(std::uint32_t noun, Parties& out) {
  if (noun == kNone || out.empty()) return;
  const Tree& tree = r_->tree;
  for (std::uint32_t c = tree.nodes[noun].first_child; c != kNone; c = tree.nodes[c].next_sibling)
    if (tree.label(c) == Label::participle && r_->group(c).has(Group::kPassive) && r_->lemma_is(c, Word::joining))
      if (const std::uint32_t agent = tree.agent_of(c); agent != kNone) collect(agent, out);
}

/// The noun that does what a verb tells; kNone if there is none.
std::uint32_t FrameMatcher::subject_in_place(const Trigger& trigger, std::uint32_t verb) const {
  const Tree& tree = r_->tree;
  const bool passive = r_->group(verb).has(Group::kPassive);
  std::uint32_t noun = passive ? agent_of(verb) : tree.subject_of(verb);
  const std::uint32_t above = tree.parent(verb);
  // `it is wrong to borrow from A`: nobody in particular
  if (above != kNone && r_->group(above).kind == Group::Kind::adjective && r_->is_expletive(noun) && !find_cue(*r_, above, now_.kind))
    noun = kNone;
  if (stands_in(noun, verb)) noun = tree.subject_of(tree.governor(noun));
  if (is_spoken_to(noun, verb)) noun = kNone;
  // `is allied with`: a passive form of a verb without object.
  const bool alone = passive && noun == kNone && (trigger.flags & Trigger::kOne) == 0 && !has_object_place(trigger);
  return alone ? tree.subject_of(verb) : noun;
}

/// `A's platform was crafted with B`: whose it is that is made.
void FrameMatcher::fill_maker(const Trigger& trigger, std::uint32_t verb, Parties& out) {
  if ((trigger.flags & Trigger::kOne) == 0 || !r_->group(verb).has(Group::kPassive)) return;
  const std::uint32_t made = r_->tree.subject_of(verb);
  if (made != kNone && r_->group(made).name == kNone) PartyFinder(*r_, *references_).collect_owner(made, told(), out);
}

/// The noun to which is done what a verb tells; kNone if there is none.
std::uint32_t FrameMatcher::object_in_place(std::uint32_t verb) const {
  const Tree& tree = r_->tree;
  std::uint32_t noun = tree.child(verb, Label::object);
  if (noun == kNone) noun = r_->group(verb).has(Group::kPassive) ? tree.subject_of(verb) : object_behind_particle(verb);
  // `A announced the result flanked by B`: who did it
  const bool told = noun != kNone && tree.label(verb) == Label::participle && now_.kind == symbols::meeting;
  const std::uint32_t above = told ? tree.governor(noun) : kNone;
  const Group& thing = r_->group(noun == kNone ? verb : noun);
  if (above != kNone && tree.is_verb(above) && above < noun && thing.name == kNone && !thing.has(Group::kPronoun | Group::kPlural) &&
      !thing.has(Group::kOwned) && !trigger_at(noun) && !is_someone(noun) && !r_->lemma_is(noun, Word::description) &&
      agent_of(verb) != kNone)
    noun = tree.subject_of(above);
  const std::uint32_t subject = tree.label(verb) == Label::relative ? tree.child(verb, Label::subject) : kNone;
  if (noun != kNone || subject == kNone) return noun;
  if (subject > 0 && r_->is(subject - 1, Word::relative_owner)) return kNone;  // `A, whose counsel B welcomed`
  // `the senator A met`, but not `the first time A and B met`
  const std::uint32_t antecedent = tree.list_head(tree.parent(verb));
  return is_someone(antecedent) || r_->lemma_is(antecedent, Word::description) ? antecedent : kNone;
}

/// `visited his residence`, `shook the hands of A and B`: whose the object of a verb is.
void FrameMatcher::fill_owner(std::uint32_t verb, Parties& out) {
  const Tree& tree = r_->tree;
  const std::uint32_t object = tree.child(verb, Label::object);
  if (object == kNone) return;
  if (is_own_word(object, verb)) collect_whose(object, out);
  else if (r_->lemma_is(object, Word::residence)) PartyFinder(*r_, *references_).collect_owner(object, told(), out);
}

/// `A's hand`, `the hand of A`
void FrameMatcher::collect_whose(std::uint32_t noun, Parties& out) {
  PartyFinder finder(*r_, *references_);
  finder.collect_owner(noun, told(), out);
  const std::uint32_t of = out.empty() ? r_->tree.child(noun, Label::preposition) : kNone;
  if (of != kNone && r_->is(of, Word::part_marker)) finder.collect(r_->tree.child(of, Label::prepositional_object), told(), out);
}

/// True if a clause tells more of the object of its verb than that: `called her a thief`, `a clinic now called A`.
bool FrameMatcher::is_told_more(std::uint32_t object, std::uint32_t verb, const Parties& found) const {
  const Tree& tree = r_->tree;
  const bool named = r_->group(verb).has(Group::kPassive) && tree.child(verb, Label::object) != kNone;
  return named || !is_one(object, found) || is_described(object, verb) ||
         (r_->group(object).has(Group::kPronoun) && !is_turned_to(object)) ||
         tree.child(verb, Label::indirect_object) != kNone || tree.child(verb, Label::content) != kNone;
}

/// `firms like A and B`
bool FrameMatcher::is_exampled(std::uint32_t noun) const {
  const std::uint32_t of = r_->tree.is_noun(noun) ? r_->tree.child(noun, Label::preposition) : kNone;
  return of != kNone && r_->is(of, Word::list_example);
}

/// Whom the noun in a place tells of; in a place for owners, whose it is, and in one for hosts as well only whose home it is.
void FrameMatcher::collect_place(const Slot& slot, std::uint32_t noun, Parties& out) {
  if ((slot.flags & Slot::kOwner) == 0) return collect(noun, out);
  if (!r_->tree.is_noun(noun) || r_->group(noun).name != kNone) return;
  if ((slot.flags & Slot::kHost) == 0) return PartyFinder(*r_, *references_).collect_owner(noun, told(), out);
  if (r_->lemma_is(noun, Word::residence)) collect_whose(noun, out);
}

/// True if one of a coordination is joined by more than a conjunction: `Nokia, along with Intel, developed …`.
bool FrameMatcher::joined_beside(std::uint32_t noun) const {
  if (noun == kNone) return false;
  for (std::uint32_t c = r_->tree.nodes[noun].first_child; c != kNone; c = r_->tree.nodes[c].next_sibling)
    if (r_->tree.label(c) == Label::conjunct && c > 0 && r_->group(c - 1).kind == Group::Kind::conjunction &&
        r_->group(c - 1).last - r_->group(c - 1).first > 1 && r_->grammar().is(r_->view, r_->group(c - 1).last - 1, Word::preposition))
      return true;
  return false;
}

/// `a NATO ministers' meeting`: several who meet one another, and no party with anybody else.
bool FrameMatcher::acts_together(std::uint32_t owner) const {
  const Group& g = r_->group(owner);
  return r_->tree.is_noun(owner) && g.name == kNone && g.has(Group::kPlural) && !g.has(Group::kPair) &&
         (g.has(Group::kRole) || r_->lemma_is(owner, Word::party));
}

void FrameMatcher::fill_noun_place(const Trigger& trigger, const Slot& slot, std::uint32_t at, Parties& out) {
  PartyFinder finder(*r_, *references_);
  if (slot.place == symbols::possessive) {
    const std::uint32_t owner = r_->tree.child(at, Label::owner);
    if (owner != kNone && acts_together(owner)) return void(owned_ = true);
    finder.collect_owner(at, told(), out);
    // `his talks`, `the president's talks`: nobody else's, whoever he is.
    const bool his = r_->is_of_one(r_->group(at).owner_token);
    // `the programme's co-host`: not that of whoever else is told
    owned_ |= out.empty() && owner != kNone && (is_someone(owner) || tells_of_itself(trigger));
    his_ |= out.empty() && his;
    controlled_ |= his_ || owned_;
  }
  else if (slot.place == symbols::compound) finder.collect_compound(at, out);
  else if (slot.place == symbols::obj && (slot.flags & Slot::kPurpose) != 0) {
    // `in talks to buy A`
    std::uint32_t verb = r_->tree.child(at, Label::complement);
    if (r_->tree.is_verb(verb) && r_->group(verb).has(Group::kInfinitive)) finder.collect(r_->tree.child(verb, Label::object), told(), out);
  }
}

/// Who a noun is said to hold: `a consortium led by A and including B`, `the alliance, which groups A and B`.
void FrameMatcher::fill_members(std::uint32_t at, Parties& out) {
  const Tree& tree = r_->tree;
  PartyFinder finder(*r_, *references_);
  const auto add_listed = [&](std::uint32_t c) {
    const bool lists = tree.label(c) == Label::preposition && r_->is(c, Word::list_opener) && !r_->is(c, Word::list_example);
    if (lists) finder.collect(tree.child(c, Label::prepositional_object), told(), out);
  };
  for (std::uint32_t c = tree.nodes[at].first_child; c != kNone; c = tree.nodes[c].next_sibling) {
    Label label = tree.label(c);
    add_listed(c);
    // `a consortium led by A and including B`
    if (tree.is_verb(c) && label == Label::participle && r_->group(c).has(Group::kPassive))
      for (std::uint32_t below = tree.nodes[c].first_child; below != kNone; below = tree.nodes[below].next_sibling) add_listed(below);
    bool tells = tree.is_verb(c) && (label == Label::relative || label == Label::participle) && r_->lemma_is(c, Word::listing);
    if (tells && tree.child(c, Label::subject) == kNone) finder.collect(tree.child(c, Label::object), told(), out);
  }
}

/// The noun that stands in a place of a trigger, whoever it is.
std::uint32_t FrameMatcher::place_head(Symbol place, std::uint32_t at) const {
  const Tree& tree = r_->tree;
  if (place == symbols::obj) {
    std::uint32_t object = tree.child(at, Label::object);
    return object == kNone && r_->group(at).has(Group::kPassive) ? tree.subject_of(at) : object;
  }
  if (place == symbols::subj) return tree.subject_of(at);
  return kNone;
}

}  // namespace liaison
