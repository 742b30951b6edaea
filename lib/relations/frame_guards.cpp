// The part of the frame matcher that says where a trigger does not count.
#include <algorithm>

#include "relations/frame_trace.h"
#include "relations/frames.h"

namespace liaison {
namespace {

constexpr std::uint32_t kNone = Group::kNone;
/// How many verbs above a trigger may say that it is agreed.
constexpr int kLongestClimb = 4;
/// How far from its verb a phrase that tells of an agreement may stand, in groups.
constexpr std::uint32_t kAgreementReach = 12;
/// How far behind its verb a word may say that several did it together, in groups.
constexpr std::size_t kTogetherReach = 5;

}  // namespace

/// True for what somebody has to say, and not what he sends: `the message to A is that it must pay`, `my message to A is this: …`.
bool FrameMatcher::is_a_say(std::uint32_t noun) const {
  const Tree& tree = r_->tree;
  const std::uint32_t verb = tree.label(noun) == Label::subject ? tree.parent(noun) : kNone;
  if (now_.kind != symbols::contact || verb == kNone || !r_->group(verb).has(Group::kCopula)) return false;
  if (tree.child(verb, Label::content) != kNone) return true;
  // `is this: …`, `is simple: …`
  const auto size = static_cast<std::uint32_t>(tree.groups.size());
  return verb + 2 < size && r_->group(verb + 2).kind == Group::Kind::colon && !r_->group(verb + 2).has(Group::kOpen | Group::kClose);
}

/// True if a verb tells what its object is, not whom somebody turned to: `called A a thief`, `whom he called "great"`.
bool FrameMatcher::is_described(std::uint32_t object, std::uint32_t verb) const {
  const Tree& tree = r_->tree;
  if (object > 0 && r_->group(object - 1).kind == Group::Kind::quote) return true;  // `a petition called "A died"`
  if (object < verb) return is_told_behind(verb, verb);
  if (is_told_behind(object, verb)) return true;
  // `called A and B "thieves"`
  std::uint32_t last = object;
  for (std::uint32_t i = object + 1; i < tree.groups.size(); ++i) {
    const Group::Kind kind = r_->group(i).kind;
    if (kind == Group::Kind::noun && tree.label(i) == Label::conjunct && tree.parent(i) == object) last = i;
    else if (kind != Group::Kind::comma && kind != Group::Kind::conjunction) break;
  }
  if (last == object) return false;
  // `called A and B thieves`: the last name and what they are called are one group
  const Group& g = r_->group(last);
  const bool together = g.name == kNone && g.name_count > 0 && g.has(Group::kPlural) && !g.has(Group::kRole) &&
                        !r_->lemma_is(last, Word::party);
  return together || is_told_behind(last, verb);
}

/// True for who is named, a pronoun and the holder of a role: `called A`, `called senators, including A`, `called the senator`, but
/// not `called the men who …`.
bool FrameMatcher::is_one(std::uint32_t noun, const Parties& found) const {
  const Group& g = r_->group(noun);
  return std::any_of(found.begin(), found.end(), [](const Party& p) { return p.direct; }) || g.has(Group::kPronoun) ||
         (g.has(Group::kRole) && !g.has(Group::kPlural) && r_->tree.child(noun, Label::relative) == kNone);
}

/// True if what is told of the object of a verb stands behind the group.
bool FrameMatcher::is_told_behind(std::uint32_t object, std::uint32_t verb) const {
  const Tree& tree = r_->tree;
  const auto size = static_cast<std::uint32_t>(tree.groups.size());
  if (object + 1 >= size) return false;
  std::uint32_t behind = object + 1;  // `called A too "soft"`
  while (behind + 1 < size && r_->group(behind).kind == Group::Kind::adverb) ++behind;
  const Group::Kind kind = r_->group(behind).kind;
  if (behind > object + 1 && (kind == Group::Kind::adjective || kind == Group::Kind::quote || kind == Group::Kind::other)) return true;
  const Group& next = r_->group(object + 1);
  if (next.kind == Group::Kind::adjective || next.kind == Group::Kind::quote || next.kind == Group::Kind::other ||
      next.kind == Group::Kind::noun)
    return true;
  if (next.kind == Group::Kind::relative) return true;  // `called him that`
  // `calls A sanctions illegal`, but not `not calling A might look bad`
  const bool own = tree.parent(object) == verb && tree.label(object) == Label::object && r_->group(verb).has(Group::kFinite);
  if (own && next.kind == Group::Kind::verb && next.has(Group::kFinite)) return true;
  // `called A (D-Ohio) a hero`
  for (std::uint32_t i = object + 2; next.kind == Group::Kind::comma && i + 1 < size && i < object + 7; ++i)
    if (r_->group(i).kind == Group::Kind::comma && r_->group(i + 1).has(Group::kIndefinite)) return true;
  // `called A, the former mayor, a "hero"`
  if (next.kind == Group::Kind::comma)
    for (std::uint32_t i = object + 2; i < size && r_->group(i).kind != Group::Kind::verb && r_->group(i).kind != Group::Kind::time; ++i)
      if (r_->group(i).kind == Group::Kind::quote) return true;
  // `called A - who had lost - a fraud`
  for (std::uint32_t i = object + 3; next.kind == Group::Kind::dash && i < std::min(size, object + kPhraseReach); ++i)
    if (r_->group(i - 1).kind == Group::Kind::dash && r_->group(i).has(Group::kIndefinite)) return true;
  return false;
}

/// True if behind the pronoun that is an object nothing tells of more than whom somebody turned to, but when, where and about
/// what: `called him on Monday to ask for help`, but not `called him out`, `called her into the room`.
bool FrameMatcher::is_turned_to(std::uint32_t pronoun) const {
  if (pronoun + 1 >= r_->tree.groups.size()) return true;
  const std::uint32_t next = pronoun + 1;
  const Group& g = r_->group(next);
  if (g.kind == Group::Kind::verb)
    return g.has(Group::kInfinitive) && (r_->lemma_is(next, Word::say) || r_->lemma_is(next, Word::discussing));
  if (g.kind != Group::Kind::preposition)
    return g.kind == Group::Kind::time || g.kind == Group::Kind::stop ||
           g.kind == Group::Kind::comma || g.kind == Group::Kind::conjunction || g.kind == Group::Kind::subordinator;
  const std::uint32_t object = r_->tree.child(next, Label::prepositional_object);
  const bool tells = r_->is(next, Word::temporal) || r_->is(next, Word::topical) || r_->is(next, Word::inside) ||
                     r_->is(next, Word::at_place) || r_->is(next, Word::joint_marker);
  return tells && object != kNone && !r_->group(object).has(Group::kPronoun);
}

/// True if the verb tells what somebody goes for.
bool FrameMatcher::on_errand(std::uint32_t verb) const {
  std::uint32_t up = r_->tree.parent(verb), object = r_->tree.child(verb, Label::object);
  bool infinitive = r_->group(verb).has(Group::kInfinitive) && r_->tree.label(verb) == Label::complement;
  bool alone = object != kNone && !is_described(object, verb) && !(object + 1 < r_->tree.groups.size() && r_->tree.is_verb(object + 1));
  if (r_->group(verb).has(Group::kFuture)) return alone;
  if (!infinitive || up == kNone) return false;
  // `refused to see A`, but not `hopes to see A resign`
  const Cue* cue = find_cue(*r_, up, Cue::kStatus, now_.kind);
  if (alone && cue && (cue->value == symbols::planned || cue->value == symbols::denied)) return true;
  // `has twice been to see A`
  const bool been = r_->group(up).has(Group::kCopula) && r_->group(up).has(Group::kPerfect) &&
                    r_->tree.child(up, Label::complement) == verb;
  return r_->lemma_is(up, Word::travel) || (been && alone) ||
         (r_->tree.is_noun(up) && r_->tree.governor(up) != kNone && r_->lemma_is(r_->tree.governor(up), Word::travel));
}

/// True for a verb that tells what a picture shows: `A speaks with B at the gate`, `A and B hold hands`, but not `A, who still
/// speaks with B, left`.
bool FrameMatcher::in_scene(std::uint32_t verb) const {
  const Group& g = r_->group(verb);
  if (g.first != g.head || r_->tree.label(verb) == Label::relative) return false;
  const bool timed = verb + 1 < r_->tree.groups.size() && r_->group(verb + 1).kind == Group::Kind::time;
  if (timed && r_->has_word(verb + 1, Word::distributive)) return false;  // `speaks every week to A`
  if (r_->grammar().is(r_->view, g.head, Word::verb_3sg)) return true;
  // `A and his wife, B, embrace`: the last of several, or who he is, right before
  std::uint32_t last = verb;
  while (last > 0 && r_->group(--last).kind != Group::Kind::noun) {}
  const bool named = r_->tree.label(last) == Label::apposition && r_->group(last).name != kNone;
  const std::uint32_t one = named ? r_->tree.parent(last) : last, subject = r_->tree.child(verb, Label::subject);
  const bool several = subject != kNone && r_->tree.label(one) == Label::conjunct && r_->tree.parent(one) == subject;
  return several && g.has(Group::kFinite) && !g.has(Group::kPast) && r_->grammar().is(r_->view, g.head, Word::verb_base);
}

/// True if it is told what the object is to do: `chose A to build the plant`.
bool FrameMatcher::has_task(std::uint32_t verb) const {
  const Tree& tree = r_->tree;
  for (std::uint32_t c = tree.nodes[verb].first_child; c != kNone; c = tree.nodes[c].next_sibling)
    if (tree.is_verb(c) && tree.label(c) == Label::complement && r_->group(c).has(Group::kInfinitive)) return true;
  return false;
}

/// `the two talked`, but not `both talked`: true if the subject of a verb is told as two who do it together.
bool FrameMatcher::has_pair(std::uint32_t verb) const {
  const std::uint32_t subject = r_->tree.is_verb(verb) ? r_->tree.subject_of(verb) : kNone;
  if (subject == kNone || !r_->tree.is_noun(subject) || !r_->group(subject).has(Group::kPair)) return false;
  return r_->tree.child(subject, Label::conjunct) == kNone && !r_->grammar().is(r_->view, r_->group(subject).first, Word::pair);
}

/// True if a verb tells of what somebody is at, will do or seeks, not of what he once did: `is working with A`, `now works with A`,
/// `wants to work with A`, but not `worked with A`, `his years of working with A`.
bool FrameMatcher::is_doing(std::uint32_t verb) const {
  const Group& g = r_->group(verb);
  if (g.has(Group::kModal | Group::kPassive)) return false;
  if (g.has(Group::kProgressive | Group::kFuture)) return true;
  if (g.has(Group::kPerfect)) return false;
  const std::uint32_t up = r_->tree.parent(verb);
  if (g.has(Group::kInfinitive | Group::kGerund))
    return up != kNone && (r_->tree.is_verb(up) ? g.has(Group::kInfinitive) || r_->tree.nodes[verb].marker == kNone
                                                : r_->tree.label(verb) == Label::participle && r_->tree.is_noun(up) &&
                                                    r_->group(up).name != kNone);
  if (!g.has(Group::kFinite) || g.has(Group::kPast)) return false;
  if (r_->any_word(g.first, g.head, Word::adverb)) return true;
  const auto adverb = [&](std::uint32_t at) {
    if (at >= r_->tree.groups.size() || r_->group(at).has(Group::kNegated)) return false;
    const Group& beside = r_->group(at);
    return beside.kind == Group::Kind::adverb ||
           (beside.kind == Group::Kind::time && r_->grammar().is(r_->view, beside.first, Word::adverb));
  };
  return adverb(verb + 1) || (verb > 0 && adverb(verb - 1));
}

/// What a verb does: its object, also behind its particle, or the subject of a passive.
std::uint32_t FrameMatcher::thing_done(std::uint32_t verb) const {
  const Tree& tree = r_->tree;
  if (const std::uint32_t object = tree.child(verb, Label::object); object != kNone) return object;
  if (r_->group(verb).has(Group::kPassive)) return tree.subject_of(verb);
  const bool particle = now_.trigger->phrase.words[1] != kNoWord && verb + 1 < tree.groups.size() &&
                        r_->group(verb + 1).kind == Group::Kind::preposition &&
                        r_->group(verb + 1).word == now_.trigger->phrase.words[1];
  if (particle) return tree.child(verb + 1, Label::prepositional_object);
  // `the friendship A has built with B`
  const std::uint32_t subject = (now_.trigger->flags & Trigger::kOne) != 0 ? tree.child(verb, Label::subject) : kNone;
  const bool bare = subject != kNone && subject > 0 && r_->group(subject - 1).kind == Group::Kind::noun &&
                    !r_->group(subject - 1).has(Group::kOwner);
  if (bare) return subject - 1;
  return subject != kNone && tree.label(verb) == Label::relative ? tree.list_head(tree.parent(verb)) : kNone;
}

/// True if a verb tells that several named ones together did one thing: `A and B wrote a book`, but not `wrote books`, `each
/// wrote a book`, `wrote their names`.
bool FrameMatcher::does_one_thing(std::uint32_t verb) const {
  const Tree& tree = r_->tree;
  const std::uint32_t object = thing_done(verb), subject = actor_of(verb);
  if (object == kNone || subject == kNone || examples_) return false;
  const Group& thing = r_->group(object);
  const bool one = thing.name != kNone || (thing.has(Group::kDefinite | Group::kIndefinite) && !thing.has(Group::kOwned));
  if (!one || thing.has(Group::kPlural | Group::kPronoun | Group::kBare | Group::kNegated) || tree.child(object, Label::conjunct) != kNone)
    return false;
  if (r_->group(subject).name == kNone || r_->group(subject).has(Group::kPair)) return false;
  for (std::uint32_t c = tree.nodes[subject].first_child; c != kNone; c = tree.nodes[c].next_sibling)
    if (tree.label(c) == Label::conjunct && ((r_->group(c).name == kNone && !is_someone(c)) || r_->is(c - 1, Word::conjunction_but)))
      return false;
  const auto tokens = r_->view.tokens.begin();
  const auto apart = [&](const Token& t) { return r_->grammar().is(r_->view.lexicon->classes(t.word), Word::distributive); };
  return std::none_of(tokens + r_->group(subject).first, tokens + std::max(r_->group(verb).head, r_->group(subject).last), apart);
}

/// True if who talks does so with somebody unnamed, on one side: `A and B negotiated to be exempted`, `involved in the talks for the
/// firm are A and B`.
bool FrameMatcher::stands_on_one_side() const {
  const Tree& tree = r_->tree;
  if ((now_.trigger->flags & Trigger::kTheme) == 0) return false;
  for (std::uint32_t c = tree.nodes[now_.group].first_child; c != kNone; c = tree.nodes[c].next_sibling) {
    const bool sought = tree.is_verb(c) && tree.label(c) == Label::complement && r_->group(c).has(Group::kInfinitive) &&
                        r_->group(c).has(Group::kPassive | Group::kCopula) && tree.child(c, Label::subject) == kNone;
    if (sought) return true;
    const std::uint32_t served = r_->is_preposition(c, Word::infinitive_subject) ? tree.child(c, Label::prepositional_object) : kNone;
    if (served == kNone || !(is_someone(served) || r_->lemma_is(served, Word::description_org))) continue;
    const std::uint32_t name = r_->group(served).name;
    if (name == kNone || r_->annotations[name].type != symbols::gpe) return true;  // but not `talks for Syria`
  }
  return false;
}

/// True if those who act do so each for himself: `A and B each introduced a bill`, `A and B are both travelling`, `in separate
/// calls`.
bool FrameMatcher::acts_apart() const {
  const Tree& tree = r_->tree;
  const auto is_choice = [&](const Filled& f) {
    return f.party.group != kNone && f.party.group > 0 && r_->is(f.party.group - 1, Word::conjunction_or);
  };
  if (std::any_of(now_.filled.begin(), now_.filled.end(), is_choice) || stands_on_one_side()) return true;  // `A or B may decide …`
  const Group& g = r_->group(now_.group);
  const bool one = tree.is_noun(now_.group) && g.has(Group::kIndefinite) && !g.has(Group::kPlural);  // `signed a similar deal`
  if (!one && r_->any_word(g.first, g.head, Word::apart)) return true;
  // `A and B have travelled to Ohio`: once or more often, and hardly with one another
  const bool ever = tree.is_verb(now_.group) && r_->lemma_is(now_.group, Word::travel) && g.has(Group::kPerfect) &&
                    !g.has(Group::kPast | Group::kModal | Group::kFuture | Group::kInfinitive);
  const auto behind = std::min(tree.groups.size(), std::size_t{now_.group} + kTogetherReach);
  bool joined = false;
  for (std::uint32_t i = now_.group; ever && i < behind; ++i) joined |= r_->group(i).kind == Group::Kind::adverb && r_->is(i, Word::together);
  if (ever && !joined) return true;
  const std::uint32_t up = tree.is_verb(now_.group) ? now_.group : tree.governor(now_.group);
  if (up == kNone || !tree.is_verb(up)) return false;
  // `A and B are not part of the deal`: with others
  if (up != now_.group && r_->group(up).has(Group::kCopula) && r_->group(up).has(Group::kNegated) && !tells_of_itself(*now_.trigger)) return true;
  if (up + 1 < tree.groups.size() && r_->group(up + 1).kind == Group::Kind::adverb && r_->is(up + 1, Word::apart)) return true;
  // among the words of the verb, or right before it
  const std::uint32_t first = r_->group(up).first, head = r_->group(up).head;
  return r_->any_word(first - (first > 0), head, Word::apart) || r_->any_word(first - (first > 0), head, Word::distributive) ||
         r_->any_word(first, head, Word::pair);
}

/// True if it is told that they were not together: `discussed trade in a phone call`, `a call during which they discussed
/// trade`.
bool FrameMatcher::by_medium(std::uint32_t verb) const {
  const Tree& tree = r_->tree;
  const auto is_medium = [&](std::uint32_t noun) {
    const Trigger* medium = noun != kNone && tree.is_noun(noun) ? trigger_at(noun) : nullptr;
    return medium && r_->book->frame(*medium).kind == symbols::contact;
  };
  const std::uint32_t which = tree.nodes[verb].marker;
  if (tree.label(verb) == Label::relative && which != kNone && which > 0 && r_->group(which - 1).kind == Group::Kind::preposition)
    for (std::uint32_t noun = tree.parent(verb); noun != kNone && tree.is_noun(noun); noun = tree.governor(noun))
      if (is_medium(noun)) return true;
  for (std::uint32_t c = tree.nodes[verb].first_child; c != kNone; c = tree.nodes[c].next_sibling) {
    if (r_->group(c).kind != Group::Kind::preposition || !adjunct(symbols::contact, c)) continue;
    if (is_medium(tree.child(c, Label::prepositional_object))) return true;
  }
  return false;
}

/// What says that something is agreed, above a verb: `agreed to supply`, `a contract to supply`, `under a deal`.
std::uint32_t FrameMatcher::agreement_above(const Trigger& trigger, std::uint32_t verb) const {
  const Tree& tree = r_->tree;
  auto is_pact = [&](std::uint32_t noun) {
    const Trigger* pact = noun != kNone && tree.is_noun(noun) ? trigger_at(noun) : nullptr;
    return pact && (pact->flags & Trigger::kAgreed) == 0 && r_->book->frame(*pact).kind == r_->book->frame(trigger).kind;
  };
  // `under the terms of the agreement`
  auto pact_in = [&](std::uint32_t noun) {
    for (int step = 0; noun != kNone && tree.is_noun(noun) && step < kLongestClimb; ++step) {
      if (is_pact(noun)) return noun;
      std::uint32_t part = tree.child(noun, Label::preposition);
      noun = part != kNone && r_->is(part, Word::part_marker) ? tree.child(part, Label::prepositional_object) : kNone;
    }
    return kNone;
  };
  // `agreed to a buyout by A`
  const std::uint32_t agrees = tree.is_noun(verb) ? tree.governor(verb) : kNone;
  if (tree.is_noun(verb)) return agrees != kNone && tree.is_verb(agrees) && r_->lemma_is(agrees, Word::agreement) ? agrees : kNone;
  for (int step = 0; verb != kNone && tree.is_verb(verb) && step < kLongestClimb; ++step) {
    // `will supply A with parts under an accord`: wherever below the verb the phrase hangs.
    auto last = std::min<std::uint32_t>(static_cast<std::uint32_t>(tree.groups.size()), verb + kAgreementReach);
    for (std::uint32_t c = verb > kAgreementReach ? verb - kAgreementReach : 0; c < last; ++c) {
      if (r_->group(c).kind != Group::Kind::preposition || !adjunct(r_->book->frame(trigger).kind, c)) continue;
      std::uint32_t up = tree.parent(c);
      for (int climb = 0; c > verb && climb < kLongestClimb && up != kNone && !tree.is_verb(up); ++climb) up = tree.parent(up);
      std::uint32_t pact = up == verb ? pact_in(tree.child(c, Label::prepositional_object)) : kNone;
      if (pact != kNone) return pact;
    }
    std::uint32_t up = tree.parent(verb);
    if (up == kNone) return kNone;
    Label label = tree.label(verb);
    if (tree.is_noun(up)) return label != Label::participle && is_pact(up) ? up : kNone;
    if (label == Label::complement && r_->lemma_is(up, Word::agreement)) return up;
    // `the accord requires A to supply B`
    const std::uint32_t pact = label == Label::complement && tree.is_verb(up) ? tree.child(up, Label::subject) : kNone;
    if (is_pact(pact)) return pact;
    if (label != Label::conjunct && label != Label::complement) return kNone;
    verb = up;
  }
  return kNone;
}

/// True if a phrase with `with` or the like hangs on a verb.
bool FrameMatcher::has_companion(std::uint32_t verb) const {
  for (std::uint32_t c = r_->tree.nodes[verb].first_child; c != kNone; c = r_->tree.nodes[c].next_sibling)
    if (r_->is_preposition(c, Word::joint_marker)) return true;
  return false;
}

/// True if a verb tells for what another one of its kind of event, right above it, is: `met to discuss the plan`.
bool FrameMatcher::serves_another(std::uint32_t verb) const {
  std::uint32_t up = r_->tree.parent(verb);
  if (!r_->tree.is_verb(verb) || !r_->tree.is_verb(up) || r_->tree.label(verb) != Label::complement) return false;
  const Trigger* above = trigger_at(up);
  if (!above || above->kind != TriggerKind::verb || (above->flags & Trigger::kMutual) == 0 || r_->book->frame(*above).kind != now_.kind)
    return false;
  return r_->group(verb).has(Group::kInfinitive) &&
         (r_->tree.child(verb, Label::object) != kNone || (has_companion(up) && !has_companion(verb))) && !has_object_place(*now_.trigger);
}

/// True if the word stands before a noun in its group: `a great deal`.
bool FrameMatcher::in_compound(std::uint32_t noun, WordId word) const {
  for (std::uint32_t t = r_->group(noun).first; t < r_->group(noun).head; ++t)
    if (r_->view.tokens[t].word == word) return true;
  return false;
}

/// True if a word stands beside a trigger with which it tells of something else: `met expectations`.
bool FrameMatcher::is_forbidden(const Trigger& trigger, std::uint32_t at) const {
  const Tree& tree = r_->tree;
  auto is_head = [&](std::uint32_t group, WordId head) {
    if (head == kNoWord) return true;
    return group != kNone && (r_->group(group).lemma == head || r_->group(group).word == head);
  };
  // `called A to testify`, `called her out`: behind its object as well
  const bool plain = (trigger.flags & Trigger::kPlain) != 0;
  const std::uint32_t object = tree.is_verb(at) ? thing_done(at) : kNone, subject = place_head(symbols::subj, at);
  const auto any_below = [&](auto test) {
    for (std::uint32_t up : {at, plain ? object : kNone})
      for (std::uint32_t c = up == kNone ? kNone : tree.nodes[up].first_child; c != kNone; c = tree.nodes[c].next_sibling)
        if (test(c)) return true;
    return false;
  };
  auto is_infinitive = [&](std::uint32_t c) {
    return tree.is_verb(c) && tree.label(c) == Label::complement && (plain || tree.nodes[c].control == kNone);
  };
  auto bit = [](WordId word) { return std::uint64_t{1} << word % 64; };
  std::uint64_t prepositions = 0;  // a bit for each that hangs below the trigger; some words share one
  bool infinitive = false;
  const auto ends_with = [&](std::uint32_t c) { return r_->view.tokens[r_->group(c).last - 1].word; };  // `back to`
  any_below([&](std::uint32_t c) {
    if (r_->group(c).kind == Group::Kind::preposition) prepositions |= bit(r_->group(c).word) | bit(ends_with(c));
    infinitive |= is_infinitive(c);
    return false;
  });
  // `spoke to the Times, with A at his side`
  const bool talk = (trigger.flags & Trigger::kTalk) != 0 && object == kNone;
  const auto is_press = [&](std::uint32_t group) {
    return group != kNone && r_->group(group).name != kNone && is_of_subtype(r_->annotations[r_->group(group).name].entity, symbols::media);
  };
  const auto& words = trigger.phrase.words;  // `a business partner`: a word of the trigger itself is none beside it
  for (const ForbiddenHead& forbidden : r_->book->forbidden(r_->book->frame(trigger))) {
    if (forbidden.where == ForbiddenHead::kSubtype) continue;
    if (forbidden.place == symbols::compound && forbidden.head != kNoWord && in_compound(at, forbidden.head) &&
        std::find(std::begin(words), std::end(words), forbidden.head) == std::end(words)) return true;
    if (forbidden.place == symbols::obj && object != kNone && is_head(object, forbidden.head)) return true;
    if (forbidden.place == symbols::subj && subject != kNone && is_head(subject, forbidden.head)) return true;
    const bool behind = infinitive && forbidden.where == ForbiddenHead::kInfinitive;
    if (!behind && (prepositions & bit(forbidden.preposition)) == 0) continue;
    const bool found = any_below([&](std::uint32_t c) {
      if (behind && is_infinitive(c) && is_head(c, forbidden.head)) return true;
      return r_->group(c).kind == Group::Kind::preposition &&
             (r_->group(c).word == forbidden.preposition || ends_with(c) == forbidden.preposition) &&
             (is_head(tree.child(c, Label::prepositional_object), forbidden.head) ||
              (talk && forbidden.place == symbols::to && is_press(tree.child(c, Label::prepositional_object))));
    });
    if (found) return true;
  }
  return false;
}

}  // namespace liaison
