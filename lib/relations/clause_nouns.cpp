// The part of the clause parser that places nouns, and finds the noun above a phrase.
#include <algorithm>

#include "relations/clauses.h"

namespace liaison {
namespace {

/// How far behind a person of a caption the verb may stand that tells what he does, in groups.
constexpr std::uint32_t kCaptionReach = 12;

}  // namespace

void ClauseParser::read_noun(std::uint32_t at) {
  std::uint32_t owner = at > 0 ? at - 1 : kNone;
  if (at > 1 && groups_[at - 1].kind == Kind::other) owner = at - 2;  // `Nokia's two-year-old deal`
  if (owner != kNone && groups_[owner].kind == Kind::noun && groups_[owner].has(Group::kOwner)) take_owner(owner, at);
  else if (now_.preposition != kNone) {
    attach(at, now_.preposition, Label::prepositional_object);
    now_.preposition = kNone;
  } else if (now_.list != kNone) attach(at, now_.list, Label::conjunct);
  else if (now_.conjunction != kNone) noun_after_conjunction(at);
  else if (now_.comma) noun_after_comma(at);
  else noun_alone(at);
  now_.noun = at;
  now_.comma = false;
  now_.list = kNone;
  now_.conjunction = kNone;
}

/// The owned noun takes the place of its owner.
void ClauseParser::take_owner(std::uint32_t owner, std::uint32_t at) {
  std::uint32_t whole = owner;
  const std::uint32_t first = nodes_[owner].attached && nodes_[owner].label == Label::conjunct ? nodes_[owner].parent : kNone;
  // `between Japan and Norway's bishops`: the two are Japan and the bishops
  const bool pair = first != kNone && nodes_[first].label == Label::prepositional_object && is(nodes_[first].parent, Word::pair_marker);
  const bool bare = groups_[owner].name != kNone && groups_[at].name == kNone;  // but `A and Norway's B`
  if (first != kNone && !pair && bare && same_type(owner, first)) whole = first;
  nodes_[at] = nodes_[whole];
  if (now_.pending == whole) now_.pending = at;
  attach(whole, at, Label::owner);
}

/// The noun is what the verb of a new clause will have as its subject.
void ClauseParser::begin_clause(std::uint32_t at) {
  if (now_.pending != kNone && now_.pending != at) suspended_.push_back(now_.pending);
  now_.pending = at;
}

void ClauseParser::noun_after_conjunction(std::uint32_t at) {
  // `met A, but B and C left`
  const std::uint32_t last = before(now_.conjunction);
  bool contrast = now_.comma || !is(now_.conjunction, Word::conjunction_and) ||
                  (last != kNone && groups_[last].kind == Kind::verb && groups_[last].has(Group::kFinite));  // `A left and B and C stayed`
  bool new_clause = now_.verb != kNone && now_.pending == kNone && suspended_.empty() && !awaits_second(at) &&
                    (finite_ahead(at, false) || (contrast && joined_act(at)));
  if (const std::uint32_t first = told_apart(at); first != kNone) {
    suspended_.pop_back();
    now_.pending = first;
    return attach(at, first, Label::conjunct);
  }
  std::uint32_t other = like(at);
  if (new_clause && other != kNone && nodes_[other].label == Label::subject) new_clause = true;
  if (new_clause || other == kNone) begin_clause(at);
  else attach(at, other, Label::conjunct);
}

/// True if the last noun is one of two that a preposition calls for, and the one at `at` the other: `between A and officials`,
/// `with A and B`.
bool ClauseParser::awaits_second(std::uint32_t at) const {
  const bool object = now_.noun != kNone && nodes_[now_.noun].attached && nodes_[now_.noun].label == Label::prepositional_object;
  if (!object || now_.conjunction != now_.noun + 1 || now_.conjunction + 1 != at) return false;
  const bool named = groups_[at].name != kNone && same_type(now_.noun, at);
  return is(nodes_[now_.noun].parent, Word::pair_marker) || (named && is(nodes_[now_.noun].parent, Word::joint_marker));
}

/// True if those behind the comma act themselves: where a conjunction has closed the list that the last noun ends (`met A and B,
/// C and D left`), or they speak.
bool ClauseParser::list_is_closed(std::uint32_t at) const {
  const bool joined = now_.noun != kNone && now_.noun > 0 && groups_[now_.noun - 1].kind == Kind::conjunction &&
                      nodes_[now_.noun].attached && nodes_[now_.noun].label == Label::conjunct;
  // `met A, B and others said`: who is told to say so
  const std::uint32_t verb = skip_joined(at);
  const auto phrase = [](const Group& g) { return g.kind == Kind::preposition; };  // `met A, B and C after D testified`
  const bool speak = main_ != kNone && verb + 1 < groups_.size() && joined_act(at) && is_say(verb) &&
                     !groups_[verb + 1].has(Group::kInfinitive) && std::none_of(groups_.begin() + at, groups_.begin() + verb, phrase);
  return speak || (joined && joined_act(at));
}

/// True if a name behind a comma explains the role or definite noun before it: `Purolator's chairman, Nicholas Brady,`, but
/// not `After lunch with senators, Nicholas Brady left`: one is not several.
bool ClauseParser::is_explained(std::uint32_t at) const {
  if (now_.noun == kNone || groups_[now_.noun].name != kNone || groups_[at].name == kNone) return false;
  if (groups_[now_.noun].has(Group::kPlural) && skip_joined(at) == skip_phrase(at) && !list_ahead(at)) return false;
  // `with his French counterpart, B, on Monday`, but not `after talks with his French counterpart, B left`
  const bool counterpart = groups_[now_.noun].has(Group::kOwned) && is(now_.noun, Word::description_any) && !joined_act(at);
  bool person = annotations_[groups_[at].name].type == symbols::person;
  if (awaits_main() && joined_act(at)) return false;  // `while he was chairman, A met B`
  // `after talks with A, the minister, B left`: he is told already
  const std::uint32_t told = nodes_[now_.noun].label == Label::apposition ? nodes_[now_.noun].parent : kNone;
  if (told != kNone && groups_[told].name != kNone && annotations_[groups_[told].name].type == symbols::person) return false;
  return person && (groups_[now_.noun].has(Group::kRole) || counterpart) && before(at) != kNone && before(before(at)) == now_.noun;
}

/// `in Bedminster, New Jersey, Ann Lee said`, `…, who lives in Dallas, Texas, had met B`: the state of a town that a phrase tells,
/// between commas.
bool ClauseParser::is_wider_place(std::uint32_t at) const {
  const auto type = [&](std::uint32_t noun) { return groups_[noun].name == kNone ? symbols::none : annotations_[groups_[noun].name].type; };
  const auto place = [&](std::uint32_t noun) { return type(noun) == symbols::gpe; };
  const bool told = nodes_[now_.noun].attached && nodes_[now_.noun].label == Label::prepositional_object;
  if (!told || !place(at) || (!place(now_.noun) && type(now_.noun) != symbols::loc)) return false;
  if (at + 2 >= groups_.size() || groups_[at + 1].kind != Kind::comma) return false;
  const Kind next = groups_[at + 2].kind;
  return next == Kind::noun ? !place(at + 2) : next == Kind::verb || next == Kind::time || next == Kind::relative;
}

/// The role whose body stands between it and the name of who holds it: `the prince of Monaco, Albert`; kNone for another noun.
std::uint32_t ClauseParser::role_explained(std::uint32_t at) const {
  const std::uint32_t marker = now_.noun == kNone ? kNone : nodes_[now_.noun].parent;
  const std::uint32_t role = marker == kNone ? kNone : nodes_[marker].parent;
  if (role == kNone || !is(marker, Word::part_marker) || before(at) == kNone || before(before(at)) != now_.noun) return kNone;
  const bool named = groups_[at].name != kNone && annotations_[groups_[at].name].type == symbols::person &&
                     groups_[now_.noun].name != kNone &&
                     annotations_[groups_[now_.noun].name].type != symbols::person;
  const bool one = groups_[role].name == kNone && groups_[role].has(Group::kRole) && groups_[role].has(Group::kDefinite) &&
                   !groups_[role].has(Group::kPlural);
  return named && one ? role : kNone;
}

/// True if the noun stands in a phrase before the main clause, perhaps as an apposition.
bool ClauseParser::in_fronted_phrase(std::uint32_t noun) const {
  for (int step = 0; step < 4 && nodes_[noun].attached && nodes_[noun].label == Label::apposition; ++step) noun = nodes_[noun].parent;
  return nodes_[noun].attached && nodes_[noun].label == Label::prepositional_object;
}

/// True if a person stands behind a heading and a dash that is not closed before what he does: `Peace talks in Oslo – A, left,
/// shakes hands with B`.
bool ClauseParser::opens_caption(std::uint32_t at) const {
  if (at == 0 || groups_[at - 1].kind != Kind::dash || now_.verb != kNone || main_ != kNone || !is_person(at) || groups_[at].name == kNone)
    return false;
  const auto end = std::min<std::uint32_t>(static_cast<std::uint32_t>(groups_.size()), at + kCaptionReach);
  for (std::uint32_t i = at + 1; i < end; ++i) {
    if (groups_[i].kind == Kind::dash) return false;
    if (groups_[i].kind == Kind::verb)
      return groups_[i].has(Group::kFinite) && !groups_[i].has(Group::kPast | Group::kPerfect | Group::kFuture | Group::kModal);
  }
  return false;
}

/// The verb or preposition whose noun stands behind an insertion: `met, among others, A`, `spoke with, for example, A`;
/// kNone if there is none.
std::uint32_t ClauseParser::interrupted(std::uint32_t at) const {
  std::uint32_t i = at < 4 ? 0 : at - 1;
  const auto mark = [&](std::uint32_t g) { return groups_[g].kind == Kind::comma || groups_[g].kind == Kind::dash; };
  const auto filler = [&](std::uint32_t g) {
    return groups_[g].kind == Kind::preposition || groups_[g].kind == Kind::noun || groups_[g].kind == Kind::adverb ||
           groups_[g].kind == Kind::time ||
           groups_[g].kind == Kind::adjective;
  };
  if (i == 0 || !mark(i) || finite_ahead(at, true)) return kNone;
  while (i > 1 && filler(i - 1)) --i;
  if (i + 1 == at || i < 2 || !mark(i - 1) || groups_[i].kind == Kind::noun || groups_[i].kind == Kind::adjective) return kNone;
  const std::uint32_t opener = i - 2;
  if (groups_[opener].kind == Kind::preposition) return opener;
  const bool open = groups_[opener].kind == Kind::verb && !groups_[opener].has(Group::kPassive | Group::kCopula) && !has_object(opener);
  return open && opener == now_.verb ? opener : kNone;
}

/// The role or definite noun that a name behind a comma explains where a phrase stands between the two: `the owner of a bakery
/// in Lyon, A`, `the largest maker of chips, B`; kNone if there is none.
std::uint32_t ClauseParser::head_explained(std::uint32_t at) const {
  if (groups_[at].name == kNone || before(at) == kNone || before(before(at)) != now_.noun) return kNone;
  const Symbol type = annotations_[groups_[at].name].type;
  std::uint32_t noun = now_.noun, found = kNone;
  for (int step = 0; step < 4 && found == kNone && noun != kNone; ++step) {
    const Group& g = groups_[noun];
    const bool count = !g.has(Group::kPlural) || (step > 0 && list_ahead(at));
    const bool one = g.name == kNone && count && !g.has(Group::kPronoun) &&
                     (g.has(Group::kDefinite | Group::kIndefinite) || (noun > 0 && groups_[noun - 1].has(Group::kOwner)));
    // `her counterpart in the ministry, A`
    const bool counterpart = g.has(Group::kOwned) && (has_lemma(noun, Word::description_any) || is(noun, Word::party));
    const bool person = g.has(Group::kRole) || is(noun, Word::description_person) || counterpart;
    if (one && (type == symbols::person ? person : type == symbols::org && step > 0 && !person)) found = noun;
    // `her colleagues in Oslo and Rome, A and B`
    if (nodes_[noun].attached && nodes_[noun].label == Label::conjunct) noun = nodes_[noun].parent;
    const std::uint32_t marker = nodes_[noun].attached && nodes_[noun].label == Label::prepositional_object ? nodes_[noun].parent : kNone;
    // `the envoy to Japan, A`
    const bool serves = marker != kNone && (is(marker, Word::infinitive_subject) || is(marker, Word::toward)) &&
                        nodes_[marker].parent != kNone && groups_[nodes_[marker].parent].has(Group::kRole);
    const bool within = marker != kNone && (serves || is(marker, Word::part_marker) || is(marker, Word::inside) ||
                                              (found == kNone && is(marker, Word::toward)));
    noun = within ? nodes_[marker].parent : kNone;
    if (noun != kNone && groups_[noun].kind != Kind::noun) noun = kNone;
  }
  return found == now_.noun ? kNone : found;
}

/// `met A and the head of the union, B said.`: who says all that stands before, and is nobody of it.
bool ClauseParser::says_it_all(std::uint32_t at) const {
  if (now_.pending != kNone || now_.verb == kNone || !groups_[now_.verb].has(Group::kFinite) || !is_person(at)) return false;
  std::uint32_t verb = at + 1;
  const auto end = static_cast<std::uint32_t>(groups_.size());
  if (verb >= end || groups_[verb].kind != Kind::verb || !is_say(verb) || groups_[verb].has(Group::kPassive)) return false;
  std::uint32_t i = verb + 1;
  while (i < end && (groups_[i].kind == Kind::time || groups_[i].kind == Kind::adverb || groups_[i].kind == Kind::quote)) ++i;
  return i == end || groups_[i].kind == Kind::stop;
}

void ClauseParser::noun_after_comma(std::uint32_t at) {
  const Group& group = groups_[at];
  std::uint32_t last = before(at);
  if (const std::uint32_t opener = interrupted(at); opener != kNone)
    return attach(at, opener, groups_[opener].kind == Kind::verb ? Label::object : Label::prepositional_object);
  if (now_.noun == kNone || behind_speech(at)) return begin_clause(at);
  if (opens_caption(at) || says_it_all(at)) return begin_clause(at);
  if (is_explained(at) || is_wider_place(at) || explains_before_subject(at) || names_several(at))
    return attach(at, now_.noun, Label::apposition);
  if (const std::uint32_t role = role_explained(at); role != kNone) return attach(at, role, Label::apposition);
  // `While a student, she met A`: a clause without a verb, and who it tells of
  const bool verbless = now_.marker != kNone && now_.pending != kNone && before(now_.pending) == now_.marker &&
                        before(last) == now_.pending;
  if (verbless && groups_[now_.pending].name == kNone && is(at, Word::plural_subject) && finite_ahead(at, false)) {
    now_.marker = now_.pending = kNone;
    return begin_clause(at);
  }
  bool open_subject = now_.pending != kNone;
  bool name = group.name != kNone;
  std::uint32_t other = like(at);
  bool fits = other != kNone && same_type(other, at) && (name || !group.has(Group::kDefinite | Group::kIndefinite));
  if (open_subject) {
    bool headline = name && fits && groups_[now_.noun].name != kNone;
    bool list = fits && (list_ahead(at) || headline);
    std::uint32_t parent = list ? other : now_.noun;
    // `the president, A, and his French counterpart, B, met`
    const bool of_conjunct = nodes_[now_.noun].attached && nodes_[now_.noun].label == Label::conjunct && groups_[now_.noun].name == kNone &&
                             is(now_.noun, Word::description);
    // `talks between the two firms, A and B, ended`
    const Group& several = groups_[now_.noun];
    const bool of_several = several.name == kNone && several.has(Group::kPair | Group::kTriple) && skip_joined(at) > at + 1;
    if (name && groups_[now_.pending].name == kNone && !list && !of_conjunct && !of_several) parent = now_.pending;
    return attach(at, parent, list ? Label::conjunct : Label::apposition);
  }
  bool no_clause = main_ == kNone && suspended_.empty() && (now_.verb == kNone || !groups_[now_.verb].has(Group::kFinite));
  if (no_clause && in_fronted_phrase(now_.noun)) {
    // Behind a fronted phrase: `In Geneva, James Baker met …`, unless the name explains it.
    std::uint32_t end = skip_joined(at);
    bool listed = name && end > skip_phrase(at) && end + 1 < groups_.size() && groups_[end].kind == Kind::comma;
    bool clause_behind = listed && groups_[end + 1].kind == Kind::noun && joined_act(end + 1);
    // `After talks with Lee, Musk and others, Cook left`
    if (listed && (fits || clause_behind)) return attach(at, other, Label::conjunct);
    if (joined_act(at) || (now_.verb == kNone && finite_ahead(at, true))) return begin_clause(at);
  }
  if (fits && list_ahead(at) && !finite_ahead(at, false) && !list_is_closed(at)) return attach(at, other, Label::conjunct);
  // `a bill backed by A, a senator, failed`: who waits for the verb
  const bool explains = !suspended_.empty() && !name && group.has(Group::kIndefinite) && groups_[now_.noun].name != kNone &&
                        is_person(now_.noun);
  if (!explains && finite_ahead(at, true) && (name || group.has(Group::kPronoun | Group::kDefinite | Group::kIndefinite | Group::kPlural)))
    return begin_clause(at);
  if (fits && name && list_ahead(at)) return attach(at, other, Label::conjunct);
  if (const std::uint32_t receiver = receiver_before(at); receiver != kNone && has_apposition(receiver, at))
    return attach_given(at, receiver);
  const std::uint32_t head = head_explained(at);
  attach(at, head == kNone ? now_.noun : head, Label::apposition);
}

/// A noun right behind a verb; false if it is not the verb's.
bool ClauseParser::noun_after_verb(std::uint32_t at) {
  std::uint32_t verb = before(at);
  if (verb == kNone || groups_[verb].kind != Kind::verb) return false;
  bool finite = groups_[verb].has(Group::kFinite);
  std::uint32_t last = before(verb);
  bool subject_open = now_.pending == kNone && finite && !nodes_[verb].attached;
  bool behind_quote = last != kNone && (groups_[last].kind == Kind::comma || groups_[verb - 1].kind == Kind::quote);
  if (subject_open && is_say(verb) && behind_quote && !groups_[verb].has(Group::kPassive)) {
    bool has_subject = false;
    for (std::uint32_t i = 0; i < at; ++i) has_subject |= nodes_[i].parent == verb && nodes_[i].label == Label::subject;
    if (!has_subject) {
      attach(at, verb, Label::subject);
      return true;
    }
  }
  // `letters show he met B`: what only a subject can be
  if (is(at, Word::plural_subject) && joined_act(at)) {
    begin_clause(at);
    return true;
  }
  if (groups_[verb].has(Group::kCopula) || is_copular(verb)) {
    attach(at, verb, Label::complement);
    return true;
  }
  // `asked A for help, B said`: whom a verb turns to is hardly the subject of another one further on.
  bool addressed = has_lemma(verb, Word::addressee);
  // `A, who wrote the bill with B, a senator, said`: behind a list the verb is that of the subject that waits.
  if (is_say(verb) && (addressed ? joined_act(at) && !is_told_with_participle(at)
                                    : finite_ahead(at, suspended_.empty()) && !told_behind(at) && !is_made_by(at))) {
    begin_clause(at);
    return true;
  }
  if (opens_content(verb, at)) {
    begin_clause(at);
    return true;
  }
  attach(at, verb, Label::object);
  return true;
}

/// `knows A met B`: a clause without `that` behind a verb that is not one of saying. What may be a participle is the
/// verb only of somebody who is named.
bool ClauseParser::opens_content(std::uint32_t verb, std::uint32_t noun) const {
  if (!has_lemma(verb, Word::content_verb) || groups_[verb].has(Group::kPassive)) return false;
  if (!suspended_.empty() || !joined_act(noun)) return false;
  return !groups_[skip_joined(noun)].has(Group::kParticiple) || groups_[noun].name != kNone || is(noun, Word::plural_subject);
}

/// True if a subject opens what the last verb says that it knows, or is sure of: `knows A met B`, `is sure A met B`.
bool ClauseParser::stands_under(std::uint32_t subject) const {
  while (subject > 0 && groups_[subject - 1].kind == Kind::noun && groups_[subject - 1].has(Group::kOwner)) --subject;
  const std::uint32_t last = before(subject);
  if (last == kNone || now_.verb == kNone || now_.marker != kNone) return false;
  const bool fronted = nodes_[now_.verb].marker != kNone && !nodes_[now_.verb].attached;  // `When he came he met A`
  if (last == now_.verb) return has_lemma(last, Word::content_verb) || (is(subject, Word::plural_subject) && !fronted);
  return groups_[last].kind == Kind::adjective && nodes_[last].parent == now_.verb && nodes_[last].label == Label::complement &&
         is(last, Word::content_adjective);
}

/// `its ally the United States`, `Japan's rival the Toyota group`: a name with an article right behind the noun of whom it tells.
bool ClauseParser::stands_beside_name(std::uint32_t noun, std::uint32_t name) const {
  const Group& g = groups_[noun];
  const bool owned = g.has(Group::kOwned) || (noun > 0 && groups_[noun - 1].has(Group::kOwner));
  const bool named = groups_[name].name != kNone && groups_[name].has(Group::kDefinite) && !groups_[name].has(Group::kOwned);
  return noun + 1 == name && owned && g.name == kNone && named && !g.has(Group::kPlural) && has_lemma(noun, Word::description_any);
}

/// Who is given what stands here, be he told by more than a name: `sent A of Norway a letter`, `gave A, the president, a lift`;
/// kNone if nobody is.
std::uint32_t ClauseParser::receiver_before(std::uint32_t given) const {
  const std::uint32_t verb = now_.verb;
  const bool thing = groups_[given].name == kNone && groups_[given].has(Group::kIndefinite) && !groups_[given].has(Group::kRole);
  if (!thing || verb == kNone || !has_lemma(verb, Word::giving) || groups_[verb].has(Group::kPassive)) return kNone;
  if (finite_ahead(given, false)) return kNone;
  for (std::uint32_t i = verb + 1; i < given; ++i)
    if (nodes_[i].attached && nodes_[i].parent == verb && nodes_[i].label == Label::object)
      return groups_[i].name != kNone || groups_[i].has(Group::kRole) ? i : kNone;
  return kNone;
}

bool ClauseParser::has_apposition(std::uint32_t noun, std::uint32_t end) const {
  for (std::uint32_t i = noun + 1; i < end; ++i)
    if (nodes_[i].attached && nodes_[i].parent == noun && nodes_[i].label == Label::apposition) return true;
  return false;
}

void ClauseParser::attach_given(std::uint32_t given, std::uint32_t receiver) {
  nodes_[receiver].label = Label::indirect_object;
  attach(given, nodes_[receiver].parent, Label::object);
}

/// A noun without conjunction, comma or preposition before it.
void ClauseParser::noun_alone(std::uint32_t at) {
  std::uint32_t last = before(at);
  if (last == kNone) return begin_clause(at);
  // `the Advanced Robotics Centre (ARC) programme`
  if (behind_insertion(at) && groups_[last].kind == Kind::noun && (now_.pending == last || !finite_ahead(at, false)))
    return attach(at, last, Label::apposition);
  if (now_.auxiliary != kNone) return begin_clause(at);
  switch (groups_[last].kind) {
    case Kind::subordinator: case Kind::relative: case Kind::comma: case Kind::dash: return begin_clause(at);
    case Kind::verb:
      if (!noun_after_verb(at)) begin_clause(at);
      return;
    case Kind::noun: break;
    default: return begin_clause(at);
  }
  if (stands_beside_name(last, at)) return attach(at, last, Label::apposition);
  std::uint32_t verb = nodes_[last].parent;
  // `the pact A and B signed`
  bool finite = finite_ahead(at, false) || (takes_infinitive(last) && joined_act(at));
  bool beside = at == last + 1 || (at == last + 2 && groups_[last + 1].kind == Kind::quote);
  if (nodes_[last].attached && nodes_[last].label == Label::object && verb == now_.verb && !finite && beside) {
    return attach_given(at, last);  // `sent Steve Jobs a message`
  }
  if (const std::uint32_t receiver = receiver_before(at); receiver != kNone) return attach_given(at, receiver);
  if (now_.pending != kNone && !finite) return attach(at, last, Label::apposition);
  // `proposed to Pakistan a meeting in March`
  bool object_open = now_.pending == kNone && now_.verb != kNone && !finite && groups_[at].name == kNone &&
                     nodes_[last].label == Label::prepositional_object && !groups_[now_.verb].has(Group::kPassive) &&
                     !has_object(now_.verb);
  if (object_open) return attach(at, now_.verb, Label::object);
  begin_clause(at);
}

/// `met two senators: A and B.`: true if nothing but names stands behind a colon, and right before it a noun that tells of several.
bool ClauseParser::names_those_before(std::uint32_t colon) const {
  const auto size = static_cast<std::uint32_t>(groups_.size());
  const bool several = now_.noun != kNone && now_.verb != kNone && before(colon) == now_.noun && groups_[now_.noun].name == kNone &&
                       groups_[now_.noun].has(Group::kPlural | Group::kPair | Group::kTriple) && !groups_[now_.noun].has(Group::kPronoun);
  if (!several || groups_[colon].has(Group::kOpen | Group::kClose | Group::kSemicolon)) return false;
  bool joined = false;
  for (std::uint32_t i = colon + 1; i < size && groups_[i].kind != Kind::stop; ++i) {
    const Kind kind = groups_[i].kind;
    if (kind == Kind::noun ? groups_[i].name == kNone : kind != Kind::comma && kind != Kind::conjunction) return false;
    joined |= kind == Kind::conjunction;
  }
  return joined;
}

/// The noun of several whom a list behind where they are, or whose they are, names: `met officials in Oslo, including A`, but not
/// `firms in Asia, including Japan`; kNone if there is none.
std::uint32_t ClauseParser::listed_above(std::uint32_t opener) const {
  if (!is(opener, Word::list_opener) || is(opener, Word::list_example) || now_.noun == kNone || opener + 1 >= groups_.size()) return kNone;
  const Group& first = groups_[opener + 1];
  const Symbol type = first.kind == Kind::noun && first.name != kNone ? annotations_[first.name].type : Symbol{};
  if (type != symbols::person && type != symbols::org) return kNone;
  std::uint32_t noun = now_.noun;
  for (int step = 0; step < 4 && noun != kNone && nodes_[noun].attached; ++step) {
    const Label label = nodes_[noun].label;
    const std::uint32_t up = nodes_[noun].parent;
    noun = label == Label::prepositional_object ? nodes_[up].parent : label == Label::conjunct ? up : kNone;
    if (noun == kNone || groups_[noun].kind != Kind::noun) return kNone;
    if (groups_[noun].name == kNone && groups_[noun].has(Group::kPlural)) return noun;
  }
  return kNone;
}

/// `bragged about his dinners in Rome with A`: the noun of an event that a place stands behind, before with whom it was; kNone
/// elsewhere.
std::uint32_t ClauseParser::event_behind_place(std::uint32_t at, std::uint32_t last) const {
  if (!is(at, Word::joint_marker) || last == kNone || groups_[last].kind != Kind::noun || !nodes_[last].attached ||
      nodes_[last].label != Label::prepositional_object) return kNone;
  const std::uint32_t marker = nodes_[last].parent, noun = nodes_[marker].parent;
  const bool place = is(marker, Word::inside) || is(marker, Word::at_place);
  if (!place || marker + 1 != last || noun == kNone || noun + 1 != marker) return kNone;
  if (groups_[noun].kind != Kind::noun || groups_[noun].name != kNone) return kNone;
  const auto tells = [](const Trigger& trigger) { return trigger.phrase.words[1] == kNoWord; };
  return book_->names_event(groups_[noun].word, groups_[noun].lemma, tells) ? noun : kNone;
}

}  // namespace liaison
