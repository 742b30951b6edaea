// The part of the frame matcher that finds which prepositional phrases are those of a trigger, and who stands in them.
#include <algorithm>
#include <utility>

#include "relations/frames.h"

namespace liaison {
namespace {

constexpr std::uint32_t kNone = Group::kNone;
/// How many infinitives may stand between a trigger and the verb of its clause.
constexpr int kLongestClimb = 3;

}  // namespace

/// True if the group is a trigger with a place for the preposition.
bool FrameMatcher::takes(std::uint32_t group, WordId preposition) const {
  const Trigger* trigger = trigger_at(group);
  if (!trigger || (trigger->flags & Trigger::kAgreed) != 0) return false;
  auto slots = r_->book->slots(*trigger);
  return std::any_of(slots.begin(), slots.end(), [&](const Slot& s) { return s.preposition == preposition; });
}

/// `met A amid tensions with B`: true if the noun right before a preposition has the phrase for itself. What somebody talks about,
/// or agrees to have, may be with those with whom he does: `talks on ties with A`, `agreed to restore ties with A`.
bool FrameMatcher::keeps(std::uint32_t noun, std::uint32_t preposition, std::uint32_t at) const {
  const Tree& tree = r_->tree;
  if (noun + 1 != preposition || !tree.is_noun(noun) || !r_->lemma_is(noun, Word::bond)) return false;
  if (!r_->is_preposition(preposition, Word::joint_marker)) return false;
  const std::uint32_t object = tree.child(preposition, Label::prepositional_object);
  const bool person = object != kNone && r_->group(object).name != kNone && r_->annotations[r_->group(object).name].type == symbols::person;
  if (person && !r_->lemma_is(noun, Word::personal_bond)) return false;
  const bool agreed = now_.kind == symbols::cooperation || (now_.trigger->flags & Trigger::kTheme) != 0;  // `negotiated ties with A`
  const std::uint32_t verb = tree.label(noun) == Label::object ? tree.parent(noun) : kNone;
  if (agreed && ((tree.is_verb(at) && thing_done(at) == noun) || (verb != kNone && is_own_word(verb, at)))) return false;
  if (now_.kind == symbols::contact) return true;  // `notes on his ties with A`
  for (std::uint32_t up = tree.parent(noun); up != kNone && up != at; up = tree.parent(up))
    if (tree.is_noun(at) && r_->is_preposition(up, Word::topical)) return false;
  return true;
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

/// True if a phrase between a trigger and the group at `end` tells by whom something is done.
bool FrameMatcher::has_agent(std::uint32_t at, std::uint32_t end) const {
  for (std::uint32_t i = at + 1; i < end; ++i)
    if (r_->group(i).has(Group::kAgent)) return true;
  return false;
}

/// `was written by A and addressed to B`: what is done to the same noun
bool FrameMatcher::is_done_as_well(std::uint32_t verb, std::uint32_t noun) const {
  const Tree& tree = r_->tree;
  const std::uint32_t first = tree.is_verb(verb) && tree.label(verb) == Label::conjunct ? tree.parent(verb) : kNone;
  return first != kNone && tree.is_verb(first) && r_->group(verb).has(Group::kPassive | Group::kParticiple) &&
         tree.child(verb, Label::subject) == kNone && tree.child(first, Label::subject) == noun && r_->group(first).has(Group::kPassive) &&
         find_cue(*r_, verb, Cue::kSupport, now_.kind);
}

/// True if what a group below the trigger takes is the trigger's too.
bool FrameMatcher::shares_phrases(std::uint32_t group, std::uint32_t at, bool purpose) const {
  const Tree& tree = r_->tree;
  // `a deal negotiated with A`: what the participle takes is the noun's too.
  const bool participle = tree.is_verb(group) && tree.label(group) == Label::participle && tree.parent(group) == at;
  if (participle && find_cue(*r_, group, Cue::kSupport, now_.kind)) return true;
  // `negotiated a pact with A`, `in talks to form an alliance with A`: what takes the phrase is what it is about.
  const std::uint32_t infinitive = tree.is_verb(group) ? group : tree.label(group) == Label::object ? tree.parent(group) : kNone;
  const bool sought = purpose && now_.kind == symbols::meeting && tree.is_verb(infinitive) && tree.parent(infinitive) == at;
  if (sought && r_->group(infinitive).has(Group::kInfinitive)) return true;
  return (now_.trigger->flags & Trigger::kShared) != 0 && tree.is_verb(at) && group == tree.child(at, Label::object);
}

/// `called for A to buy …`: an infinitive with a subject of its own.
bool FrameMatcher::is_done_by_another(std::uint32_t verb) const {
  const Tree& tree = r_->tree;
  const std::uint32_t above = tree.parent(verb);
  if (!r_->group(verb).has(Group::kInfinitive) || !tree.is_verb(above)) return false;
  for (std::uint32_t c = tree.nodes[above].first_child; c != kNone && c < verb; c = tree.nodes[c].next_sibling)
    if (r_->is_preposition(c, Word::infinitive_subject) && tree.child(c, Label::prepositional_object) == verb - 1) return true;
  return false;
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
  bool topic = false;
  std::uint32_t up = tree.parent(preposition), below = preposition;
  for (int step = 0; up != kNone && step < 12; ++step) {
    if (up == at) return true;
    topic |= r_->is_preposition(up, Word::topical);
    if (r_->is_preposition(up, Word::since)) return false;  // `said in a statement, the first since his split with A`
    if (r_->is_preposition(up, Word::crediting)) return false;  // `founded in May, according to filings with A`
    if (is_of_circumstance(up, below, preposition, at)) return false;
    // `announced in a letter signed by A`: who signed it
    if (agent && tree.is_verb(at) && up != at && tree.is_verb(up) && tree.label(up) == Label::participle &&
        r_->group(up).has(Group::kPassive))
      return false;
    if (agent && has_agent(at, std::min(up, preposition))) return false;  // `written by A and signed by B`
    if (!agent && is_done_as_well(up, at)) return true;
    // `conducted with A and commissioned by B`, but `developed and built by A`
    if (agent && tree.is_verb(up) && tree.label(up) == Label::conjunct && tree.parent(up) == at && up > at + 2) return false;
    if (is_accredited(up, preposition) && !is_own_word(up, at)) return false;  // `send an envoy to A`
    // `his meeting with A and his bond with B`: whose own phrase of the kind is told already
    if (tree.is_noun(up) && tree.label(up) == Label::conjunct && tree.parent(up) == at && tree.is_noun(at) && has_phrase(at, word, up))
      return false;
    // `a statement from A, a senator from B`, but `talks, the first with B`
    if (tree.parent(preposition) == up && tree.is_noun(up) && tree.label(up) == Label::apposition &&
        tree.list_head(up) != tree.list_head(at))
      return false;
    // `talks due on Monday between A and B`, but not `his letter is consistent with …`
    if (r_->group(up).kind == Group::Kind::adjective) return set && tree.parent(up) == at;
    const bool own = shares_phrases(up, at, purpose) || is_own_word(up, at) || is_theme_of(up, at);
    if (r_->group(up).kind != Group::Kind::preposition && !own && (takes(up, word) || keeps(up, preposition, at))) return false;
    // `A's notes mention a letter to B`, `the deal is a test for the bond with B`: what hangs on another noun of the verb.
    const bool other = head != below && tree.is_noun(below) && tree.parent(below) == up;
    if (up == governor && tree.is_verb(up) && other && tree.label(head) == Label::subject) return false;
    if (up == governor && tree.is_verb(up)) return carries(up, at) || (set && tells_only_of(up, at));
    // `Talks are to resume on Monday between A and B`
    if (set && tree.is_verb(up) && r_->group(up).has(Group::kInfinitive) && tree.label(up) == Label::complement &&
        tree.is_verb(tree.parent(up))) {
      below = std::exchange(up, tree.parent(up));
      if (up == governor) return carries(up, at) || tells_only_of(up, at);
      continue;
    }
    // `discussed problems facing the town with A`: behind what tells of the object
    const bool of_object = tree.is_verb(at) && tree.label(up) == Label::participle && tree.parent(up) == tree.child(at, Label::object) &&
                           tree.child(up, Label::object) != kNone && !has_object_place(*now_.trigger);
    bool own_clause = ((tree.label(up) == Label::participle || tree.label(up) == Label::relative) && tree.parent(up) == at) || of_object;
    // `letters asking about ties with A`
    if (own_clause && topic && r_->group(up).has(Group::kGerund) && r_->lemma_is(up, Word::say)) return false;
    if (is_done_by_another(up)) return false;  // `signed agreements calling for A to buy from B`
    bool within = r_->group(up).has(Group::kInfinitive | Group::kGerund) && purpose;
    const bool clause = r_->group(up).has(Group::kFinite | Group::kInfinitive | Group::kGerund) || tree.label(up) == Label::relative;
    // `agreed to restore relations with A`: what a verb of the trigger's own phrase takes
    if (tree.is_verb(up) && !own_clause && !within && clause && !is_own_word(up, at)) return false;
    below = std::exchange(up, tree.parent(up));
  }
  return false;
}

/// `held talks after a quarrel with A`: true if the phrase tells with whom that was which only tells when.
bool FrameMatcher::is_of_circumstance(std::uint32_t marker, std::uint32_t noun, std::uint32_t preposition, std::uint32_t at) const {
  if (r_->group(marker).kind != Group::Kind::preposition || !r_->is_preposition(preposition, Word::joint_marker)) return false;
  if (!r_->tree.is_noun(noun) || noun + 1 != preposition || noun == at || r_->tree.parent(preposition) != noun) return false;
  const Group& g = r_->group(noun);
  if (g.name != kNone || !g.has(Group::kIndefinite) || is_own_word(noun, at)) return false;  // but not `after school with A`
  return r_->is(marker, Word::temporal);
}

/// `talks about a merger with A`: what the talks of the trigger are about is with those with whom they are.
bool FrameMatcher::is_theme_of(std::uint32_t noun, std::uint32_t at) const {
  const Tree& tree = r_->tree;
  const std::uint32_t preposition = tree.is_noun(noun) ? tree.parent(noun) : kNone;
  if ((now_.trigger->flags & Trigger::kTheme) == 0 || preposition == kNone || r_->group(preposition).kind != Group::Kind::preposition)
    return false;
  const std::uint32_t above = tree.parent(preposition);
  if (above != at && (above == kNone || above != tree.governor(at))) return false;
  const auto derivations = r_->book->derivations(r_->book->frame(*now_.trigger));
  return std::any_of(derivations.begin(), derivations.end(), [&](const Derivation& d) {
    return d.preposition != kNoWord && d.preposition == r_->group(preposition).word && is_event_of(noun, d.kind);
  });
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
    if (kind != Group::Kind::noun && kind != Group::Kind::preposition && kind != Group::Kind::time && kind != Group::Kind::adverb)
      return kNone;
  }
  return kNone;
}

/// True if nothing but times and names of places stand between a noun and a preposition: `talks in Geneva on Monday with A`.
bool FrameMatcher::stands_behind_place(std::uint32_t preposition, std::uint32_t at) const {
  for (std::uint32_t i = at + 1; i < preposition; ++i) {
    const Group& g = r_->group(i);
    if (g.kind == Group::Kind::time) continue;
    const bool place = r_->is_preposition(i, Word::inside) && i + 1 < preposition && r_->group(i + 1).name != kNone &&
                       r_->annotations[r_->group(i + 1).name].type == symbols::gpe && r_->tree.parent(i + 1) == i;
    if (!place) return false;
    ++i;
  }
  return true;
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
  // `visited at the invitation of A`
  if (preposition < at || r_->is_preposition(preposition, Word::part_marker))
    return holder == at || (holder != kNone && is_own_word(holder, at));
  bool set = (slot.flags & Slot::kSet) != 0 && !r_->group(preposition).has(Group::kAgent);
  // `talks in Geneva between A and B`: what stands nearest before it.
  if (slot.place == symbols::between)
    if (const std::uint32_t taker = nearest_taker(preposition); taker != kNone) return taker == at;
  // `left after talks in Geneva with A`: behind nothing but where and when they were
  if (slot.place == symbols::with && tree.is_noun(at) && r_->group(at).name == kNone && stands_behind_place(preposition, at)) return true;
  if (!reaches(preposition, at, slot.preposition, (slot.flags & Slot::kPurpose) != 0, set)) return false;
  if ((slot.flags & Slot::kPurpose) == 0) return true;
  std::uint32_t up = tree.parent(preposition);
  for (int step = 0; up != kNone && up != at && step < 12; ++step, up = tree.parent(up))
    if (tree.is_verb(up) && r_->group(up).has(Group::kInfinitive)) return true;
  return false;
}

/// `wrote back to A`: the particle of the verb, read as one preposition with the one behind it.
bool FrameMatcher::takes_particle(std::uint32_t preposition, const Slot& slot) const {
  const Group& g = r_->group(preposition);
  return now_.trigger->kind == TriggerKind::verb && now_.trigger->phrase.words[1] == g.word && g.last - g.first == 2 &&
         r_->view.tokens[g.last - 1].word == slot.preposition;
}

/// True if those by whom it is take no part: `a truce brokered by A`, `a merger blocked by A`.
bool FrameMatcher::by_outsider(std::uint32_t preposition, std::uint32_t at) const {
  std::uint32_t up = r_->tree.parent(preposition);
  if (up == kNone || !r_->tree.is_verb(up)) return false;
  // `an accord with a group led by A`: who leads the group
  const std::uint32_t led = r_->lemma_is(up, Word::leading) ? r_->tree.parent(up) : kNone;
  if (led != kNone && led != at && r_->tree.is_noun(led) && !is_own_word(led, at)) return true;
  const Cue* cue = find_cue(*r_, up, Cue::kSupport, now_.kind);
  const bool noun = now_.trigger->kind == TriggerKind::noun;
  if (!cue && noun && now_.kind == symbols::contact && !trigger_at(up)) return true;  // `a memo obtained by A`
  if (!cue) return noun && find_cue(*r_, up, Cue::kStatus, now_.kind);
  return (cue->flags & (Cue::kNobody | Cue::kBeside)) != 0;
}

/// `A, with which B is allied`, `A, with whom B has a pact`: the noun of a relative clause that begins with the preposition,
/// where the clause is the trigger's; kNone if there is none.
std::uint32_t FrameMatcher::antecedent_behind(WordId preposition, std::uint32_t at) const {
  const Tree& tree = r_->tree;
  std::uint32_t verb = tree.is_noun(at) ? tree.governor(at) : at;
  if (verb == kNone || (verb != at && !(tree.is_verb(verb) && find_cue(*r_, verb, Cue::kSupport, now_.kind) && carries(verb, at))))
    return kNone;
  for (int step = 0; step < kLongestClimb && tree.is_verb(verb) && tree.label(verb) == Label::complement; ++step) verb = tree.parent(verb);
  if (verb == kNone || tree.label(verb) != Label::relative) return kNone;
  const std::uint32_t which = tree.nodes[verb].marker;
  if (which == kNone || which == 0 || r_->group(which - 1).kind != Group::Kind::preposition || r_->group(which - 1).word != preposition)
    return kNone;
  return tree.antecedent_of(verb);
}

void FrameMatcher::fill_preposition(const Trigger&, const Slot& slot, std::uint32_t at, Parties& out) {
  const Tree& tree = r_->tree;
  auto last = std::min<std::uint32_t>(static_cast<std::uint32_t>(tree.groups.size()), at + kPhraseReach);
  collect_place(slot, antecedent_behind(slot.preposition, at), out);
  // `A's partnerships include B and C`
  if (slot.place == symbols::with && now_.kind == symbols::cooperation) collect_place(slot, r_->listed_of(at), out);
  bool taken = false;  // `wrote to a friend about his letter to A`: by one without a name
  for (std::uint32_t i = at > kPhraseReach ? at - kPhraseReach : 0; i < last; ++i) {
    const Group& g = r_->group(i);
    if (g.kind != Group::Kind::preposition || (g.word != slot.preposition && !takes_particle(i, slot)) || !hangs_on(i, slot, at)) continue;
    if (taken && tree.parent(i) != at) continue;
    // `will speak on Monday, along with A`: who does so as well is not who is spoken with, but `wrote it along with A`.
    const bool beside = i > at && tree.is_verb(at) && is_compound(i) && r_->is_preposition(i, Word::joint_marker);
    if (now_.kind != symbols::cooperation && slot.side > 0 && beside) continue;
    // `wrote a report, joined by A`: nobody does an active verb but its subject.
    const bool active = tree.is_verb(at) && !r_->group(at).has(Group::kPassive) && i != at + 1;
    if (g.has(Group::kAgent) && (active || by_outsider(i, at))) continue;
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
    const bool told = (slot.flags & Slot::kPurpose) != 0 &&
                      std::any_of(now_.filled.begin(), now_.filled.end(), [](const Filled& f) { return f.place == symbols::with; });
    // `A and B conferred alongside aides`: those stand beside the two.
    const bool joins = slot.place != symbols::with && r_->is(i, Word::joint_marker);
    const bool empty = object != kNone && out.size() == before && !nobody;
    if (slot.side > 0 && !with_set && !owner && !told && !joins && slot.place != symbols::for_ && empty) unnamed_ = true;
    taken |= i > at && tree.parent(i) == at && object != kNone && out.size() == before;
  }
}

}  // namespace liaison
