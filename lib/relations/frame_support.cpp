// The part of the frame matcher that finds whom a verb lends the noun below it.
#include <algorithm>

#include "relations/frames.h"

namespace liaison {
namespace {

constexpr std::uint32_t kNone = Group::kNone;
/// How far behind a verb a phrase of it may stand, in groups.
constexpr std::uint32_t kVerbReach = 12;

}  // namespace

/// `joined the Paris climate accord`: a place before an agreement that nothing else determines is where it was made.
bool FrameMatcher::is_part_of_name(std::uint32_t place, std::uint32_t noun) const {
  const Group& g = r_->group(place);
  if (place + 1 != noun || now_.kind != symbols::cooperation || g.name == kNone || !g.has(Group::kDefinite)) return false;
  return r_->annotations[g.name].type == symbols::gpe && !r_->group(noun).has(Group::kDefinite | Group::kIndefinite | Group::kPlural);
}

/// Fills what a support verb lends: its subject, and, for `gave A a visit`, its indirect object.
void FrameMatcher::support(const Trigger& trigger, std::uint32_t noun, std::uint32_t verb, const Cue& cue) {
  const Tree& tree = r_->tree;
  std::uint32_t receiver = tree.child(verb, Label::indirect_object);
  if (receiver != kNone && is_part_of_name(receiver, noun)) receiver = kNone;
  if (receiver != kNone) {
    Symbol place = cue.as ? trigger.slot_count > 0 ? r_->book->slots(trigger)[0].place : symbols::none : first_place(trigger, true);
    for (const Slot& slot : r_->book->slots(trigger))
      if (!cue.as && slot.side > 0 && (slot.flags & Slot::kSet) == 0) {
        place = slot.place;
        break;
      }
    add_at(trigger, place, receiver, true);
  }
  if ((cue.flags & Cue::kNobody) != 0 || ((cue.flags & Cue::kBeside) != 0 && !stands_beside(trigger))) return;
  bool passive = r_->group(verb).has(Group::kPassive);
  std::uint32_t subject = passive ? agent_of(verb) : tree.subject_of(verb);
  // `is engaged in talks`: the noun is no subject of the passive, so that whoever is takes part.
  if (passive && subject == kNone && tree.label(noun) == Label::prepositional_object) subject = tree.subject_of(verb);
  if (passive && tree.child(verb, Label::object) == noun) {
    // `was awarded a contract by A`: who receives is the subject.
    add_at(trigger, first_place(trigger, true), tree.subject_of(verb), true);
    for (const Slot& slot : r_->book->slots(trigger))
      if (slot.side > 0 && (slot.flags & Slot::kSet) == 0) return add_at(trigger, slot.place, subject, true);
    return;
  }
  if (subject == noun || (subject != kNone && tree.list_head(subject) == tree.list_head(noun))) return;
  auto slots = r_->book->slots(trigger);
  bool known = std::any_of(slots.begin(), slots.end(), [&](const Slot& s) { return s.place == cue.as && (s.flags & Slot::kPurpose) == 0; });
  // `secured a contract with A`: the other one stands on that side already.
  known &= now_.kind != symbols::cooperation ||
           std::none_of(now_.filled.begin(), now_.filled.end(), [](const Filled& f) { return f.place == symbols::with; });
  if ((cue.flags & Cue::kMutual) != 0) mutual_ = true;
  const Slot* own = own_slot(trigger);
  // `rejected an invitation from A`, `won a contract from A`: the one whom it is for.
  const bool given = !known && (cue.value != symbols::occurred || now_.kind == symbols::cooperation) &&
                     std::any_of(now_.filled.begin(), now_.filled.end(),
                                 [](const Filled& f) { return f.place == symbols::from && f.side == 0; });
  add_at(trigger, known ? cue.as : given ? first_place(trigger, true) : own ? own->place : symbols::none, subject, true);
  // `asked A for talks`: with whom they are sought
  const std::uint32_t above = tree.parent(tree.list_head(noun));
  const bool asks = cue.value == symbols::possible && above != kNone && cue.phrase.words[1] != kNoWord &&
                    r_->group(above).word == cue.phrase.words[1];
  if (asks && !passive && side_count() < 2) add_at(trigger, first_place(trigger, true), tree.child(verb, Label::object), true);
  // `proposed to A a meeting`, `offered talks to A`
  if (cue.value == symbols::possible && !passive && side_count() < 2 && now_.filled.size() > 0)
    for (std::uint32_t c = tree.nodes[verb].first_child; c != kNone && side_count() < 2; c = tree.nodes[c].next_sibling)
      if (r_->is_preposition(c, Word::toward))
        add_at(trigger, first_place(trigger, true), tree.child(c, Label::prepositional_object), true);
  // `joined A in talks`
  bool joins = (cue.flags & Cue::kMutual) != 0 && tree.child(verb, Label::object) != noun;
  if (joins && now_.filled.size() > 0) add_at(trigger, first_place(trigger, true), tree.child(verb, Label::object), true);
}

/// `talks that Serbia held with Kosovo`: the subject of a support verb in a relative clause.
void FrameMatcher::fill_relative(const Trigger& trigger, std::uint32_t at) {
  const Tree& tree = r_->tree;
  for (std::uint32_t c = tree.nodes[at].first_child; c != kNone; c = tree.nodes[c].next_sibling) {
    if (tree.is_verb(c) && tree.label(c) == Label::participle && r_->group(c).has(Group::kPassive)) {
      const Cue* cue = find_cue(*r_, c, Cue::kSupport, now_.kind);
      if (!cue || agent_of(c) == kNone) continue;
      if ((cue->flags & Cue::kBeside) != 0 && now_.kind == symbols::cooperation) continue;  // `a truce brokered by A`
      support(trigger, at, c, *cue);
      listed_ |= (cue->flags & Cue::kBeside) != 0 && now_.kind == symbols::meeting && !now_.filled.empty();
    }
    if (tree.label(c) != Label::relative || !tree.is_verb(c) || tree.child(c, Label::subject) == kNone) continue;
    // `a phone call in which A pressed B`
    const std::uint32_t which = tree.nodes[c].marker;
    const bool inside = now_.kind != symbols::cooperation && which != kNone && which > 0 && adjunct(now_.kind, which - 1);
    if (inside && addressee_of(c) != kNone && !r_->group(c).has(Group::kPassive)) {
      add_at(trigger, lent_place(trigger), tree.child(c, Label::subject));
      if (side_count() == 1) add_addressee(trigger, c);
      continue;
    }
    std::uint32_t inner = c;
    for (std::uint32_t below = tree.child(c, Label::complement); below != kNone && tree.is_verb(below);
         below = tree.child(below, Label::complement))
      inner = below;
    const Cue* cue = find_cue(*r_, inner, Cue::kSupport, now_.kind);
    if (cue) support(trigger, at, inner, *cue);
  }
}

/// `spoke at a meeting that included A and B`, `held a meeting attended by A and B`: who does so is one of them, but not who
/// tells of it.
bool FrameMatcher::is_attended_where(std::uint32_t noun) const {
  const std::uint32_t up = r_->tree.parent(r_->tree.list_head(noun));
  return up != kNone && (r_->tree.is_verb(up) || r_->is_preposition(up, Word::at_place));
}

/// `discussed trade with A in a telephone call`: with whom the verb tells that it was.
void FrameMatcher::add_companion(const Trigger& trigger, std::uint32_t verb) {
  const Trigger* told = trigger_at(verb);
  if (!told || (told->flags & Trigger::kMutual) == 0 || now_.kind != symbols::contact) return;
  for (const Slot& slot : r_->book->slots(*told)) {
    if (slot.place != symbols::with) continue;
    const auto last = std::min<std::uint32_t>(static_cast<std::uint32_t>(r_->tree.groups.size()), verb + kVerbReach);
    for (std::uint32_t i = verb + 1; i < last; ++i)
      if (r_->group(i).kind == Group::Kind::preposition && r_->group(i).word == slot.preposition && reaches(i, verb, slot.preposition))
        add_at(trigger, first_place(trigger, true), r_->tree.child(i, Label::prepositional_object), true);
  }
}

/// `raised the matter with A`, `put it to A`: whom a verb turns to with what is its object; kNone if nobody.
std::uint32_t FrameMatcher::turned_to(std::uint32_t verb) const {
  const Tree& tree = r_->tree;
  const bool with = r_->lemma_is(verb, Word::turning_with), to = r_->lemma_is(verb, Word::turning_to);
  const std::uint32_t object = tree.child(verb, Label::object);
  if ((!with && !to) || object == kNone || r_->group(verb).has(Group::kPassive | Group::kNegated)) return kNone;
  for (std::uint32_t up : {verb, object})
    for (std::uint32_t c = tree.nodes[up].first_child; c != kNone; c = tree.nodes[c].next_sibling)
      if (c > object && ((with && r_->is_preposition(c, Word::joint_marker)) || (to && r_->is_preposition(c, Word::toward))))
        return tree.child(c, Label::prepositional_object);
  return kNone;
}

/// Whom a verb turns to: `told A`, `replied to A`; kNone if nobody.
std::uint32_t FrameMatcher::addressee_of(std::uint32_t verb) const {
  const Tree& tree = r_->tree;
  if (r_->lemma_is(verb, Word::addressee)) {
    if (r_->group(verb).has(Group::kPassive)) return agent_of(verb) == kNone ? kNone : tree.subject_of(verb);  // `A was told by B`
    const std::uint32_t receiver = tree.child(verb, Label::indirect_object);
    return receiver != kNone ? receiver : tree.child(verb, Label::object);
  }
  if (const std::uint32_t other = turned_to(verb); other != kNone) return other;
  if (!r_->lemma_is(verb, Word::say)) return kNone;
  for (std::uint32_t c = tree.nodes[verb].first_child; c != kNone; c = tree.nodes[c].next_sibling)
    if (c > verb && r_->is_preposition(c, Word::toward)) return tree.child(c, Label::prepositional_object);
  return kNone;
}

/// `congratulated A in a telephone call`: whom the verb turns to is the other side.
void FrameMatcher::add_addressee(const Trigger& trigger, std::uint32_t verb) {
  add_companion(trigger, verb);
  const std::uint32_t noun = unnamed_ ? kNone : addressee_of(verb);  // `in a letter to the party, A told …`
  if (noun == kNone) return;
  // `told him in a telephone call`
  const Group& g = r_->group(noun);
  const bool pronoun = r_->grammar().is(g.classes, Word::male) || r_->grammar().is(g.classes, Word::female);
  // `told Daily News in an email`: a body that no list knows may be of the press.
  const Symbol type = g.name == kNone ? symbols::none : r_->annotations[g.name].type;
  const bool body = type == symbols::org && now_.kind == symbols::contact && r_->annotations[g.name].known != Annotation::kUnknown;
  if (g.name == kNone ? pronoun : type == symbols::person || body) add_at(trigger, first_place(trigger, true), noun);
}

/// `A letter from A urged B to act`: whom the verb of which the noun is the subject turns to.
void FrameMatcher::add_reached(const Trigger& trigger, std::uint32_t noun) {
  const Tree& tree = r_->tree;
  std::uint32_t head = tree.list_head(noun), verb = tree.parent(head);
  if (!tree.is_verb(verb) || tree.label(head) != Label::subject || !r_->lemma_is(verb, Word::addressee)) return;
  if (r_->group(verb).has(Group::kPassive | Group::kNegated)) return;
  std::uint32_t object = tree.child(verb, Label::object);
  if (object == kNone) object = tree.child(verb, Label::indirect_object);
  if (object == kNone || r_->group(object).name == kNone) return;
  bool first_told = std::any_of(now_.filled.begin(), now_.filled.end(), [](const Filled& f) { return f.side == 0; });
  const Slot* own = own_slot(trigger);
  add_at(trigger, first_told ? first_place(trigger, true) : own ? own->place : symbols::none, object);
}

}  // namespace liaison
