// The part of the frame matcher that finds who stands in a place of a trigger.
#include <algorithm>
#include <utility>

#include "relations/frame_trace.h"
#include "relations/frames.h"

namespace liaison {
namespace {

constexpr std::uint32_t kNone = Group::kNone;
/// How many infinitives may stand between a trigger and the verb of its clause.
constexpr int kLongestClimb = 3;

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
  // `A, a former aide and partner of B`
  while (tree.label(at) == Label::conjunct && tree.is_noun(tree.parent(at)) && r_->group(tree.parent(at)).name == kNone) at = tree.parent(at);
  std::uint32_t up = tree.parent(at);
  if (up == kNone) return;
  Label label = tree.label(at);
  // `A and B, partners of C`, but `A, a partner of C, and B`
  if (label == Label::apposition && tree.is_noun(up)) return several ? finder.collect(tree.list_head(up), told(), out) : finder.collect_one(up, told(), out);
  if (tree.is_verb(up)) {
    bool copula = r_->group(up).has(Group::kCopula) || r_->lemma_is(up, Word::copular);
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

/// True if a participle stands behind the place where its subject is: `A was in Japan meeting B`.
bool FrameMatcher::stands_in(std::uint32_t noun, std::uint32_t verb) const {
  const Tree& tree = r_->tree;
  if (noun == kNone || tree.parent(verb) != noun || tree.label(verb) != Label::participle || r_->group(noun).name == kNone) return false;
  const std::uint32_t up = tree.parent(noun), governor = tree.governor(noun);
  return up != kNone && r_->is_preposition(up, Word::inside) && governor != kNone && tree.is_verb(governor);
}

/// `Ann Lee, meet Jack Ma`: one who is spoken to, and no subject of what he is to do.
bool FrameMatcher::is_addressed(std::uint32_t noun, std::uint32_t verb) const {
  const Group& g = r_->group(verb);
  if (noun == kNone || noun + 2 != verb || r_->group(noun).name == kNone || r_->group(noun + 1).kind != Group::Kind::comma) return false;
  const bool one = r_->tree.child(noun, Label::conjunct) == kNone && r_->tree.label(noun) != Label::conjunct && r_->tree.label(noun) != Label::apposition;
  return one && g.first == g.head && r_->annotations[r_->group(noun).name].type == symbols::person &&
         r_->grammar().is(r_->view, g.head, Word::verb_base) && !r_->grammar().is(r_->view, g.head, Word::verb_past);
}

void FrameMatcher::fill_verb_place(const Trigger& trigger, const Slot& slot, std::uint32_t at, Parties& out) {
  const Tree& tree = r_->tree;
  std::uint32_t verb = at;
  if (!tree.is_verb(verb)) return;
  bool passive = r_->group(verb).has(Group::kPassive);
  std::uint32_t noun = kNone;
  if (slot.place == symbols::subj) {
    noun = passive ? agent_of(verb) : tree.subject_of(verb);
    const std::uint32_t above = tree.parent(verb);
    // `it is wrong to borrow from A`: nobody in particular
    if (above != kNone && r_->group(above).kind == Group::Kind::adjective && r_->is_expletive(noun) && !find_cue(*r_, above, now_.kind)) noun = kNone;
    if (stands_in(noun, verb)) noun = tree.subject_of(tree.governor(noun));
    if (is_addressed(noun, verb)) noun = kNone;
    // `is allied with`: a passive form of a verb without object.
    if (passive && noun == kNone && (trigger.flags & Trigger::kOne) == 0 && !has_object_place(trigger)) noun = tree.subject_of(verb);
  }
  else if (slot.place == symbols::obj) {
    noun = tree.child(verb, Label::object);
    if (passive && noun == kNone) noun = tree.subject_of(verb);
    bool relative = tree.label(verb) == Label::relative && tree.child(verb, Label::subject) != kNone;
    const std::uint32_t antecedent = relative ? tree.list_head(tree.parent(verb)) : kNone;
    // `the senator A met`, but not `the first time A and B met`
    if (noun == kNone && relative && (is_someone(antecedent) || r_->lemma_is(antecedent, Word::description))) noun = antecedent;
  } else if (slot.place == symbols::possessive) {
    // `visited his residence`, `shook the hands of A and B`: whose it is.
    const std::uint32_t object = tree.child(verb, Label::object);
    if (object == kNone) return;
    const bool own = is_own_word(object, at);
    if (own || r_->lemma_is(object, Word::residence)) PartyFinder(*r_, *references_).collect_owner(object, told(), out);
    const std::uint32_t of = own && out.empty() ? tree.child(object, Label::preposition) : kNone;
    if (of != kNone && r_->is(of, Word::part_marker)) PartyFinder(*r_, *references_).collect(tree.child(of, Label::prepositional_object), told(), out);
    return;
  } else noun = tree.child(verb, Label::indirect_object);
  if (slot.place == symbols::subj && noun == tree.child(verb, Label::object)) return;
  if (noun != kNone && r_->is(noun, Word::reciprocal)) mutual_ = true;
  if (slot.place == symbols::subj && joined_beside(noun)) joined_ = true;
  collect_place(slot, noun, out);
  examples_ |= slot.place == symbols::subj && is_exampled(noun);
  // `called her a thief`, `a clinic now called A`
  const bool named = passive && tree.child(verb, Label::object) != kNone;
  const bool plain = slot.place == symbols::obj && (trigger.flags & Trigger::kPlain) != 0;
  const auto is_told = [&] {
    return named || !is_one(noun, out) || is_described(noun, verb) || (r_->group(noun).has(Group::kPronoun) && !is_turned_to(noun)) ||
           tree.child(verb, Label::indirect_object) != kNone || tree.child(verb, Label::content) != kNone;
  };
  if (plain && noun != kNone && is_told()) out.clear();
  bool other = slot.side > 0 && (slot.flags & Slot::kOwner) == 0 && noun != kNone && out.empty();
  if (other && !r_->is(noun, Word::reciprocal)) unnamed_ = true;
}

/// `firms like A and B`
bool FrameMatcher::is_exampled(std::uint32_t noun) const {
  const std::uint32_t of = r_->tree.is_noun(noun) ? r_->tree.child(noun, Label::preposition) : kNone;
  return of != kNone && r_->is(of, Word::list_example);
}

/// Whom the noun in a place tells of, or, of a place for those whose it is, whose it is.
void FrameMatcher::collect_place(const Slot& slot, std::uint32_t noun, Parties& out) {
  if ((slot.flags & Slot::kOwner) == 0) return collect(noun, out);
  if (r_->tree.is_noun(noun) && r_->group(noun).name == kNone) PartyFinder(*r_, *references_).collect_owner(noun, told(), out);
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

void FrameMatcher::fill_noun_place(const Trigger&, const Slot& slot, std::uint32_t at, Parties& out) {
  PartyFinder finder(*r_, *references_);
  if (slot.place == symbols::possessive) {
    const std::uint32_t owner = r_->tree.child(at, Label::owner);
    if (owner != kNone && acts_together(owner)) return void(owned_ = true);
    finder.collect_owner(at, told(), out);
    // `his talks`, `the president's talks`: nobody else's, whoever he is.
    const std::uint32_t token = r_->group(at).owner_token;
    const bool his = token != kNone && (r_->grammar().is(r_->view, token, Word::male) || r_->grammar().is(r_->view, token, Word::female));
    owned_ |= out.empty() && owner != kNone && is_someone(owner);
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

/// True if the group is a trigger with a place for the preposition.
bool FrameMatcher::takes(std::uint32_t group, WordId preposition) const {
  const Trigger* trigger = trigger_at(group);
  if (!trigger || (trigger->flags & Trigger::kAgreed) != 0) return false;
  auto slots = r_->book->slots(*trigger);
  return std::any_of(slots.begin(), slots.end(), [&](const Slot& s) { return s.preposition == preposition; });
}

/// True if the phrases of a verb are those of the noun: its object, or its subject where the verb only tells that it
/// takes place, or is passive.
bool FrameMatcher::carries(std::uint32_t verb, std::uint32_t noun) const {
  Label label = r_->tree.label(r_->tree.list_head(noun));
  if (label == Label::object) return true;
  // `is a partner of A in a plant with B`
  if (label == Label::complement && r_->group(verb).has(Group::kCopula) && tells_of_itself(*now_.trigger)) return true;
  if (label != Label::subject) return false;
  const Cue* cue = find_cue(*r_, verb, now_.kind);
  // `a letter from A was handed to B`: to whom it goes
  return cue ? (cue->flags & Cue::kNobody) == 0 || now_.kind == symbols::contact : r_->group(verb).has(Group::kCopula);
}

/// True if a verb has the noun as its subject and tells of nobody else: `talks broke down`.
bool FrameMatcher::tells_only_of(std::uint32_t verb, std::uint32_t noun) const {
  const Tree& tree = r_->tree;
  return tree.label(tree.list_head(noun)) == Label::subject && tree.child(verb, Label::object) == kNone;
}

/// `contact with A, the ambassador to B`: to whom somebody is sent is no party.
bool FrameMatcher::is_accredited(std::uint32_t noun, std::uint32_t preposition) const {
  return r_->tree.parent(preposition) == noun && r_->tree.is_noun(noun) && r_->lemma_is(noun, Word::accredited) &&
         (r_->is(preposition, Word::toward) || r_->is(preposition, Word::infinitive_subject));
}

/// True if a phrase with the preposition hangs on a noun and stands before `end`.
bool FrameMatcher::has_phrase(std::uint32_t noun, WordId preposition, std::uint32_t end) const {
  for (std::uint32_t c = r_->tree.nodes[noun].first_child; c != kNone; c = r_->tree.nodes[c].next_sibling)
    if (c < end && r_->tree.label(c) == Label::preposition && r_->group(c).word == preposition) return true;
  return false;
}

/// `put A in contact with B`: a word of the trigger's own phrase.
bool FrameMatcher::is_own_word(std::uint32_t group, std::uint32_t at) const {
  const auto& words = now_.trigger->phrase.words;
  return group > at && at == now_.group && std::find(std::begin(words) + 1, std::end(words), r_->group(group).word) != std::end(words);
}

/// True if a prepositional phrase hangs on the trigger at `at`: directly, on what stands between, or, behind a noun's
/// governing verb, on that verb. What another trigger takes does not.
bool FrameMatcher::reaches(std::uint32_t preposition, std::uint32_t at, WordId word, bool purpose, bool set) const {
  const Tree& tree = r_->tree;
  const std::uint32_t head = tree.list_head(at);
  // `A, an ally of B, said in a letter to …`: what is told of A is not told of an ally.
  const bool explains = head != at && tree.is_noun(head) && r_->group(head).name != kNone;
  std::uint32_t governor = tree.is_noun(at) && !explains ? tree.governor(at) : kNone;
  const bool agent = r_->group(preposition).has(Group::kAgent);
  const auto agent_before = [&](std::uint32_t end) {
    for (std::uint32_t i = at + 1; i < std::min(end, preposition); ++i)
      if (r_->group(i).has(Group::kAgent)) return true;
    return false;
  };
  bool topic = false;
  std::uint32_t up = tree.parent(preposition), below = preposition;
  for (int step = 0; up != kNone && step < 12; ++step) {
    if (up == at) return true;
    topic |= r_->is_preposition(up, Word::topical);
    if (r_->is_preposition(up, Word::since)) return false;  // `said in a statement, the first since his split with A`
    if (agent && agent_before(up)) return false;  // `written by A and signed by B`
    // `was written by A and addressed to B`: what is done to the same noun
    const std::uint32_t first = tree.is_verb(up) && tree.label(up) == Label::conjunct ? tree.parent(up) : kNone;
    if (first != kNone && !agent && tree.is_verb(first) && r_->group(up).has(Group::kPassive | Group::kParticiple) && tree.child(up, Label::subject) == kNone &&
        tree.child(first, Label::subject) == at && r_->group(first).has(Group::kPassive) &&
        find_cue(*r_, up, Cue::kSupport, now_.kind)) return true;
    // `conducted with A and commissioned by B`, but `developed and built by A`
    if (agent && tree.is_verb(up) && tree.label(up) == Label::conjunct && tree.parent(up) == at && up > at + 2) return false;
    if (is_accredited(up, preposition)) return false;
    // `his meeting with A and his bond with B`: whose own phrase of the kind is told already
    if (tree.is_noun(up) && tree.label(up) == Label::conjunct && tree.parent(up) == at && tree.is_noun(at) && has_phrase(at, word, up)) return false;
    // `a statement from A, a senator from B`, but `talks, the first with B`
    if (tree.parent(preposition) == up && tree.is_noun(up) && tree.label(up) == Label::apposition && tree.list_head(up) != tree.list_head(at)) return false;
    // `talks due on Monday between A and B`, but not `his letter is consistent with …`
    if (r_->group(up).kind == Group::Kind::adjective) return set && tree.parent(up) == at;
    // `a deal negotiated with A`: what the participle takes is the noun's too.
    const bool made = tree.is_verb(up) && tree.label(up) == Label::participle && tree.parent(up) == at && find_cue(*r_, up, Cue::kSupport, now_.kind);
    // `negotiated a pact with A`, `in talks to form an alliance with A`: what takes the phrase is what it is about.
    const std::uint32_t infinitive = tree.is_verb(up) ? up : tree.label(up) == Label::object ? tree.parent(up) : kNone;
    const bool sought = purpose && now_.kind == symbols::meeting && tree.is_verb(infinitive) && tree.parent(infinitive) == at && r_->group(infinitive).has(Group::kInfinitive);
    const bool shared = (now_.trigger->flags & Trigger::kShared) != 0 && tree.is_verb(at) && up == tree.child(at, Label::object);
    if (r_->group(up).kind != Group::Kind::preposition && !made && !sought && !shared && !is_own_word(up, at) && takes(up, word)) return false;
    // `A's notes mention a letter to B`, `the deal is a test for the bond with B`: what hangs on another noun of the verb.
    const bool other = head != below && tree.is_noun(below) && tree.parent(below) == up;
    if (up == governor && tree.is_verb(up) && other && tree.label(head) == Label::subject) return false;
    if (up == governor && tree.is_verb(up)) return carries(up, at) || (set && tells_only_of(up, at));
    // `Talks are to resume on Monday between A and B`
    if (set && tree.is_verb(up) && r_->group(up).has(Group::kInfinitive) && tree.label(up) == Label::complement && tree.is_verb(tree.parent(up))) {
      below = std::exchange(up, tree.parent(up));
      if (up == governor) return carries(up, at) || tells_only_of(up, at);
      continue;
    }
    // `discussed problems facing the town with A`: behind what tells of the object
    const bool of_object = tree.is_verb(at) && tree.label(up) == Label::participle && tree.parent(up) == tree.child(at, Label::object) &&
                           tree.child(up, Label::object) != kNone && !has_object_place(*now_.trigger);
    bool own_clause = ((tree.label(up) == Label::participle || tree.label(up) == Label::relative) && tree.parent(up) == at) || of_object;
    if (own_clause && topic && r_->group(up).has(Group::kGerund) && r_->lemma_is(up, Word::say)) return false;  // `letters asking about ties with A`
    bool within = r_->group(up).has(Group::kInfinitive | Group::kGerund) && purpose;
    if (tree.is_verb(up) && !own_clause && !within && (r_->group(up).has(Group::kFinite | Group::kInfinitive | Group::kGerund) || tree.label(up) == Label::relative)) return false;
    below = std::exchange(up, tree.parent(up));
  }
  return false;
}

/// `together with`, `along with`: more words before the preposition that it is. `next to` is one of its own.
bool FrameMatcher::is_compound(std::uint32_t preposition) const {
  const Group& g = r_->group(preposition);
  return g.last - g.first > 1 && g.word != r_->view.tokens[g.first].word;
}

/// The nearest trigger that has a place for the preposition, with nothing but nouns, phrases and times between the two;
/// kNone if there is none.
std::uint32_t FrameMatcher::nearest_taker(std::uint32_t preposition) const {
  for (std::uint32_t i = preposition; i-- > 0;) {
    const Group::Kind kind = r_->group(i).kind;
    if (kind == Group::Kind::noun && takes(i, r_->group(preposition).word)) return i;
    if (kind != Group::Kind::noun && kind != Group::Kind::preposition && kind != Group::Kind::time && kind != Group::Kind::adverb) return kNone;
  }
  return kNone;
}

/// `A left, with B looking on`: what else goes on.
bool FrameMatcher::is_absolute(std::uint32_t preposition) const {
  const std::uint32_t object = r_->tree.child(preposition, Label::prepositional_object);
  if (object == kNone || preposition == 0 || r_->group(preposition - 1).kind != Group::Kind::comma ||
      !r_->is_preposition(preposition, Word::joint_marker)) return false;
  const std::uint32_t act = r_->tree.child(object, Label::participle);
  return act == object + 1 && r_->group(act).has(Group::kGerund);
}

/// True if a phrase is one of the trigger's for the slot: `of` and what stands before only where it hangs on the
/// trigger itself, phrases of purpose only on an infinitive below it.
bool FrameMatcher::hangs_on(std::uint32_t preposition, const Slot& slot, std::uint32_t at) const {
  const Tree& tree = r_->tree;
  // `more time with A than with B`
  if (preposition > 0 && r_->is_preposition(preposition - 1, Word::comparison)) return false;
  if (is_absolute(preposition)) return false;
  std::uint32_t holder = tree.parent(preposition);
  // `Nokia, along with Intel, developed …`
  bool beside = preposition < at && is_compound(preposition) && holder != kNone && tree.label(holder) == Label::subject;
  if (beside) return tree.parent(holder) == at && side_count() < 2;
  if (preposition < at || r_->is_preposition(preposition, Word::part_marker)) return holder == at;
  bool set = (slot.flags & Slot::kSet) != 0 && !r_->group(preposition).has(Group::kAgent);
  // `talks in Geneva between A and B`: what stands nearest before it.
  if (slot.place == symbols::between)
    if (const std::uint32_t taker = nearest_taker(preposition); taker != kNone) return taker == at;
  if (!reaches(preposition, at, slot.preposition, (slot.flags & Slot::kPurpose) != 0, set)) return false;
  if ((slot.flags & Slot::kPurpose) == 0) return true;
  std::uint32_t up = tree.parent(preposition);
  for (int step = 0; up != kNone && up != at && step < 12; ++step, up = tree.parent(up))
    if (tree.is_verb(up) && r_->group(up).has(Group::kInfinitive)) return true;
  return false;
}

/// True if those by whom it is take no part: `a truce brokered by A`.
bool FrameMatcher::by_outsider(std::uint32_t preposition) const {
  std::uint32_t up = r_->tree.parent(preposition);
  const Cue* cue = up != kNone && r_->tree.is_verb(up) ? find_cue(*r_, up, Cue::kSupport, now_.kind) : nullptr;
  return cue && (cue->flags & (Cue::kNobody | Cue::kBeside)) != 0;
}

/// `A, with which B is allied`, `A, with whom B has a pact`: the noun of a relative clause that begins with the preposition,
/// where the clause is the trigger's; kNone if there is none.
std::uint32_t FrameMatcher::antecedent_behind(WordId preposition, std::uint32_t at) const {
  const Tree& tree = r_->tree;
  std::uint32_t verb = tree.is_noun(at) ? tree.governor(at) : at;
  if (verb == kNone || (verb != at && !(tree.is_verb(verb) && find_cue(*r_, verb, Cue::kSupport, now_.kind) && carries(verb, at)))) return kNone;
  for (int step = 0; step < kLongestClimb && tree.is_verb(verb) && tree.label(verb) == Label::complement; ++step) verb = tree.parent(verb);
  if (verb == kNone || tree.label(verb) != Label::relative) return kNone;
  const std::uint32_t which = tree.nodes[verb].marker;
  if (which == kNone || which == 0 || r_->group(which - 1).kind != Group::Kind::preposition || r_->group(which - 1).word != preposition) return kNone;
  return tree.antecedent_of(verb);
}

void FrameMatcher::fill_preposition(const Trigger&, const Slot& slot, std::uint32_t at, Parties& out) {
  const Tree& tree = r_->tree;
  auto last = std::min<std::uint32_t>(static_cast<std::uint32_t>(tree.groups.size()), at + kPhraseReach);
  collect_place(slot, antecedent_behind(slot.preposition, at), out);
  if (slot.place == symbols::with && now_.kind == symbols::cooperation) collect_place(slot, r_->listed_of(at), out);  // `A's partnerships include B and C`
  bool taken = false;  // `wrote to a friend about his letter to A`: by one without a name
  for (std::uint32_t i = at > kPhraseReach ? at - kPhraseReach : 0; i < last; ++i) {
    const Group& g = r_->group(i);
    if (g.kind != Group::Kind::preposition || g.word != slot.preposition || !hangs_on(i, slot, at)) continue;
    if (taken && tree.parent(i) != at) continue;
    // `will speak on Monday, along with A`: who does so as well is not who is spoken with, but `wrote it along with A`.
    if (now_.kind != symbols::cooperation && slot.side > 0 && i > at && tree.is_verb(at) && is_compound(i)) continue;
    // `wrote a report, joined by A`: nobody does an active verb but its subject.
    const bool active = tree.is_verb(at) && !r_->group(at).has(Group::kPassive) && i != at + 1;
    if (g.has(Group::kAgent) && (active || by_outsider(i))) continue;
    std::uint32_t object = tree.child(i, Label::prepositional_object);
    if (object != kNone && r_->is(object, Word::reciprocal)) mutual_ = true;
    std::size_t before = out.size();
    collect_place(slot, object, out);
    bool with_set = (slot.flags & Slot::kSet) != 0;
    // `met with no aides present`: with nobody else.
    bool nobody = object != kNone && (r_->is(object, Word::reciprocal) || r_->group(object).has(Group::kNegated));
    const bool owner = (slot.flags & Slot::kOwner) != 0;
    examples_ |= with_set && tree.is_verb(at) && is_exampled(object);  // `sponsored by firms like A and B`: by some of them
    // `agreements with A to move people to other countries`: that side is told already.
    const bool told = (slot.flags & Slot::kPurpose) != 0 && std::any_of(now_.filled.begin(), now_.filled.end(), [](const Filled& f) { return f.place == symbols::with; });
    if (slot.side > 0 && !with_set && !owner && !told && slot.place != symbols::for_ && object != kNone && out.size() == before && !nobody) unnamed_ = true;
    taken |= i > at && tree.parent(i) == at && object != kNone && out.size() == before;
  }
}

/// Who a noun is said to hold: `a consortium led by A and including B`, `the alliance, which groups A and B`.
void FrameMatcher::fill_members(std::uint32_t at, Parties& out) {
  const Tree& tree = r_->tree;
  PartyFinder finder(*r_, *references_);
  for (std::uint32_t c = tree.nodes[at].first_child; c != kNone; c = tree.nodes[c].next_sibling) {
    Label label = tree.label(c);
    const bool lists = label == Label::preposition && r_->is(c, Word::list_opener) && !r_->is(c, Word::list_example);
    if (lists) finder.collect(tree.child(c, Label::prepositional_object), told(), out);
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
