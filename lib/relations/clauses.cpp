#include "relations/clauses.h"

#include <algorithm>

namespace liaison {

Tree ClauseParser::run(const FrameBook& book, std::span<const Annotation> annotations, std::span<const Group> groups) {
  book_ = &book;
  annotations_ = annotations;
  whole_.assign(groups.begin(), groups.end());
  links_.assign(groups.size(), Node());
  find_insertions();
  places_.clear();
  if (insertions_.empty() && std::none_of(groups.begin(), groups.end(),
                                          [](const Group& g) { return g.kind == Kind::comma && g.has(Group::kSquare); })) {
    groups_.swap(whole_);
    nodes_.swap(links_);
    read_all(false);
    groups_.swap(whole_);
    nodes_.swap(links_);
    link_siblings();
    return {whole_, links_};
  }
  std::size_t next = 0;
  for (std::uint32_t i = 0; i < whole_.size();) {
    if (next < insertions_.size() && i == insertions_[next].first) {
      i = insertions_[next++].last;
      continue;
    }
    if (!is_substitute_mark(i)) places_.push_back(i);
    ++i;
  }
  read_part(false, false);
  bool quoted = false;
  std::uint32_t at = 0;
  for (std::size_t i = 0; i < insertions_.size(); ++i) {
    for (; at < insertions_[i].first; ++at) quoted ^= (whole_[at].kind == Kind::quote) != whole_[at].has(Group::kQuoteInside);
    read_insertion(i, quoted);
  }
  link_siblings();
  return {whole_, links_};
}

/// Reads all of `groups_`. `quoted`: they begin between quotation marks.
void ClauseParser::read_all(bool quoted) {
  suspended_.clear();
  fronted_.clear();
  now_ = State();
  main_ = kNone;
  quoted_ = quoted;
  for (std::uint32_t i = 0; i < groups_.size(); ++i) read(i);
  hang_fronted();
}

/// Reads the groups at `places_` as a sentence, and takes over what hangs on what. `hosted`: the first of them is that on which
/// the others hang, and stands elsewhere itself.
void ClauseParser::read_part(bool hosted, bool quoted) {
  groups_.clear();
  for (const std::uint32_t place : places_) groups_.push_back(whole_[place]);
  nodes_.assign(groups_.size(), Node());
  read_all(quoted);
  const auto place_of = [&](std::uint32_t at) { return at == kNone ? kNone : places_[at]; };
  for (std::uint32_t i = hosted ? 1 : 0; i < groups_.size(); ++i) {
    whole_[places_[i]] = groups_[i];
    Node node = nodes_[i];
    node.parent = place_of(node.parent);
    node.marker = place_of(node.marker);
    node.control = place_of(node.control);
    links_[places_[i]] = node;
  }
}

/// Hangs a group on another, unless that one hangs on it.
void ClauseParser::attach(std::uint32_t at, std::uint32_t parent, Label label) {
  for (std::uint32_t up = parent; up != kNone; up = nodes_[up].parent)
    if (up == at) return;
  nodes_[at].parent = parent;
  nodes_[at].label = label;
  nodes_[at].attached = true;
}

/// Makes a verb that of the main clause. What stands before the first one is its own, whoever turns out to say it.
void ClauseParser::take_main(std::uint32_t at) {
  bool first = main_ == kNone;
  main_ = at;
  for (std::uint32_t waiting : fronted_)
    if (first && !nodes_[waiting].attached && waiting != at)
      attach(waiting, at, groups_[waiting].kind == Kind::preposition ? Label::preposition : Label::adverbial);
}

/// Ends a main clause: what comes behind it says nothing of it. `A met B; he hopes to meet C`
void ClauseParser::close_clause() {
  if (main_ == kNone) return;
  hang_fronted();
  fronted_.clear();
  main_ = kNone;
}

/// Hangs what still waits for a main verb on it.
void ClauseParser::hang_fronted() {
  for (std::uint32_t waiting : fronted_)
    if (!nodes_[waiting].attached && main_ != kNone && waiting != main_)
      attach(waiting, main_, groups_[waiting].kind == Kind::preposition ? Label::preposition : Label::adverbial);
}

/// Links each group to its siblings.
void ClauseParser::link_siblings() {
  for (std::uint32_t i = static_cast<std::uint32_t>(links_.size()); i-- > 0;) {
    std::uint32_t parent = links_[i].parent;
    if (parent == kNone) continue;
    links_[i].next_sibling = links_[parent].first_child;
    links_[parent].first_child = i;
  }
}

void ClauseParser::read(std::uint32_t at) {
  nodes_[at].quoted = quoted_;
  switch (groups_[at].kind) {
    case Kind::noun:
      read_noun(at);
      quoted_ ^= groups_[at].has(Group::kQuoteInside);  // `the “Quad,” he said`
      return;
    case Kind::verb:
      read_verb(at);
      quoted_ ^= groups_[at].has(Group::kQuoteInside);  // `to “talk” with A`
      return;
    case Kind::adjective: return read_adjective(at);
    case Kind::relative: return read_relative(at);
    case Kind::preposition:
      if (!opens_clause(at)) return read_preposition(at);
      [[fallthrough]];
    case Kind::subordinator:
      now_.marker = at;
      now_.preposition = kNone;
      now_.comma = false;
      return;
    case Kind::conjunction:
      if (now_.comma && now_.pending == kNone && is(at, Word::conjunction_but)) now_.marker = kNone;  // `while in Oslo, but B left`
      now_.conjunction = at;
      now_.preposition = kNone;
      return;
    case Kind::comma: case Kind::dash: now_.comma = true; now_.preposition = kNone; return;
    case Kind::quote: quoted_ = !quoted_; return;
    case Kind::colon:
      if (const bool lists = goes_on_listing(at); lists || names_those_before(at)) {
        now_.comma = true;
        if (lists) now_.list = now_.pending == kNone ? list_opener() : now_.pending;
        now_.preposition = kNone;
        return;
      }
      close_clause();
      [[fallthrough]];
    case Kind::stop:
      now_ = State();
      suspended_.clear();
      return;
    default: return;
  }
}

/// The group before, without adverbs, times and quotation marks.
std::uint32_t ClauseParser::before(std::uint32_t at) const {
  while (at-- > 0) {
    Kind kind = groups_[at].kind;
    if (kind != Kind::adverb && kind != Kind::time && kind != Kind::quote && kind != Kind::other) return at;
  }
  return kNone;
}

bool ClauseParser::is_say(std::uint32_t verb) const {
  return has_lemma(verb, Word::say);
}

/// True for `become`, `seem` and the like: what stands behind it is told of its subject, and it has no passive.
bool ClauseParser::is_copular(std::uint32_t verb) const {
  return has_lemma(verb, Word::copular);
}

bool ClauseParser::has_object(std::uint32_t verb) const {
  for (std::uint32_t i = verb + 1; i < groups_.size(); ++i)
    if (nodes_[i].parent == verb && nodes_[i].label == Label::object) return true;
  return false;
}

/// True if a preposition is a subordinator here: `fell as Intel agreed to merge`. A form that may be a participle is
/// finite behind a name.
bool ClauseParser::opens_clause(std::uint32_t at) const {
  if (!is(at, Word::subordinator) || !(is(at, Word::temporal) || is(at, Word::role_marker))) return false;
  if (at + 1 >= groups_.size() || groups_[at + 1].kind != Kind::noun) return false;
  if (stands_in_relative(at)) return false;
  // `after A, B and C met`
  const std::uint32_t list = list_end(at + 1), verb = list == kNone ? skip_joined(at + 1) : list;
  if (verb >= groups_.size() || groups_[verb].kind != Kind::verb || !groups_[verb].has(Group::kFinite)) return false;
  if (!groups_[verb].has(Group::kParticiple)) return true;
  if (is_reduced(verb)) return false;
  // `as the two banks signed a pact`: behind a participle no object stands.
  if (verb + 1 < groups_.size() && groups_[verb + 1].kind == Kind::noun) return true;
  bool plain = groups_[verb - 1].kind == Kind::noun && groups_[verb - 1].name != kNone;
  for (std::uint32_t i = at + 1; plain && i < verb; ++i) plain = groups_[i].kind == Kind::noun || groups_[i].kind == Kind::conjunction;
  return plain || is_mutual(verb);
}

/// True if the verb joins those who are its subject: it has no passive of its own.
bool ClauseParser::is_mutual(std::uint32_t verb) const {
  for (const Trigger& trigger : book_->triggers_of(groups_[verb].lemma))
    if (trigger.kind == TriggerKind::verb && (trigger.flags & Trigger::kMutual) != 0 && trigger.phrase.words[1] == kNoWord) return true;
  return false;
}

/// The noun that a chain of owners leads to: `India's petroleum minister`.
std::uint32_t ClauseParser::whole_of(std::uint32_t at) const {
  while (groups_[at].has(Group::kOwner) && at + 1 < groups_.size() && groups_[at + 1].kind == Kind::noun) ++at;
  return at;
}

bool ClauseParser::same_type(std::uint32_t a, std::uint32_t b) const {
  b = whole_of(b);
  std::uint32_t x = groups_[a].name, y = groups_[b].name;
  if (x == kNone || y == kNone) return (x == kNone) == (y == kNone) && groups_[a].has(Group::kPronoun) == groups_[b].has(Group::kPronoun);
  if (annotations_[x].type == annotations_[y].type) return true;
  // `brands including Stella Artois, Apple and Nike`: examples of one noun, whatever each name is taken for
  const auto listed = [&](std::uint32_t name) {
    return annotations_[name].type == symbols::person || annotations_[name].type == symbols::org;
  };
  std::uint32_t first = listed(x) && listed(y) ? now_.noun : kNone;
  while (first != kNone && nodes_[first].attached && nodes_[first].label == Label::conjunct) first = nodes_[first].parent;
  return first != kNone && nodes_[first].attached && nodes_[first].label == Label::prepositional_object &&
         is(nodes_[first].parent, Word::list_opener);
}

/// True if a noun without a name tells of those who act for a body or country named in it: `Chinese officials`.
bool ClauseParser::acts_for_body(std::uint32_t noun) const {
  if (noun == kNone || groups_[noun].name != kNone) return false;
  const Group& group = groups_[noun];
  bool acts = is(noun, Word::party) || group.has(Group::kRole);
  return acts && (group.name_count > 0 || group.nations[0] != Group::kNone);
}

/// True for a plural noun of people: `executives`, `congressional leaders`.
bool ClauseParser::acts_for_others(std::uint32_t noun) const {
  return groups_[noun].name == kNone && groups_[noun].has(Group::kPlural) && (groups_[noun].has(Group::kRole) || is(noun, Word::party));
}

/// The noun, from the last one upwards, that a noun behind a conjunction or comma is coordinated with.
std::uint32_t ClauseParser::like(std::uint32_t at) const {
  std::uint32_t noun = now_.noun;
  if (awaits_second(at) && is(nodes_[noun].parent, Word::pair_marker)) return noun;  // `between A and the president`
  // `between Japan and six nations`, `between Japan, France and six nations`
  const std::uint32_t first = noun != kNone && nodes_[noun].attached && nodes_[noun].label == Label::conjunct ? nodes_[noun].parent : noun;
  if (first != kNone && nodes_[first].attached && nodes_[first].label == Label::prepositional_object && groups_[first].name != kNone &&
      is(nodes_[first].parent, Word::joint_marker) && now_.conjunction + 1 == at &&
      (noun == first ? groups_[at].has(Group::kPlural) : ends_list(first, at))) return first;
  // `between Barack Obama and House Republicans`
  if (noun != kNone && groups_[noun].name != kNone && nodes_[noun].attached && nodes_[noun].label == Label::prepositional_object &&
      acts_for_body(at)) return noun;
  // `between Barack Obama, Joe Biden and congressional leaders`
  if (noun != kNone && nodes_[noun].attached && nodes_[noun].label == Label::conjunct && is_person(noun) && acts_for_others(at))
    return nodes_[noun].parent;
  bool body = noun != kNone && groups_[noun].name != kNone && annotations_[groups_[noun].name].type != symbols::person;
  if ((body || acts_for_body(noun)) && acts_for_body(at)) {
    // `between U.S. and Chinese officials`
    while (nodes_[noun].label == Label::conjunct && nodes_[noun].attached) noun = nodes_[noun].parent;
    return noun;
  }
  for (int step = 0; noun != kNone && step < 8; ++step) {
    while (nodes_[noun].label == Label::conjunct && nodes_[noun].attached) noun = nodes_[noun].parent;
    if (same_type(noun, at)) return noun;
    // `A, brother of B and C`: no comma ends what explains A.
    if (step > 0 && nodes_[noun].label == Label::apposition && now_.conjunction != kNone && !mark_between(noun, now_.conjunction)) break;
    std::uint32_t up = nodes_[noun].parent;
    if (up != kNone && groups_[up].kind == Kind::preposition) up = nodes_[up].parent;
    noun = up != kNone && groups_[up].kind == Kind::noun ? up : kNone;
  }
  if (const std::uint32_t twin = met_before_place(at); twin != kNone) return twin;
  noun = now_.noun;
  while (noun != kNone && nodes_[noun].label == Label::conjunct && nodes_[noun].attached) noun = nodes_[noun].parent;
  return noun;
}

/// True if an infinitive behind the noun belongs to it: the noun gives a status, or may tell of an event.
bool ClauseParser::takes_infinitive(std::uint32_t noun) const {
  const Group& group = groups_[noun];
  if (group.name != kNone) return false;
  return !book_->cues_of(group.lemma).empty() || !book_->triggers_of(group.lemma).empty() ||
         !book_->triggers_of(group.word).empty();
}

void ClauseParser::read_preposition(std::uint32_t at) {
  std::uint32_t parent = phrase_parent(at);
  if (is_told_of_verb(at, parent)) parent = now_.verb;
  if (const std::uint32_t met = event_behind_place(at, before(at)); met != kNone) parent = met;
  if (now_.conjunction != kNone && now_.noun != kNone) {
    if (const std::uint32_t twin = twin_before(at); twin != kNone) parent = nodes_[twin].parent;
    now_.conjunction = kNone;
  }
  if (parent != kNone) attach(at, parent, Label::preposition);
  else fronted_.push_back(at);
  now_.preposition = at;
  now_.comma = false;
}

/// What a preposition hangs on by what stands before it; kNone if nothing does.
std::uint32_t ClauseParser::phrase_parent(std::uint32_t at) const {
  // `several partners, including A`, `a team, including A`
  const bool lists = is(at, Word::list_opener) && now_.noun != kNone && groups_[now_.noun].name == kNone &&
                     (groups_[now_.noun].has(Group::kPlural) || is(now_.noun, Word::party));
  if (lists) return now_.noun;
  if (const std::uint32_t many = listed_above(at); many != kNone) return many;
  const std::uint32_t last = before(at);
  const Kind kind = last != kNone ? groups_[last].kind : Kind::other;
  if (const std::uint32_t moving = moves_before(at); moving != kNone) return moving;
  if (kind == Kind::noun || kind == Kind::verb || kind == Kind::adjective) return last;
  std::uint32_t parent = kNone;
  if (is(at, Word::part_marker)) parent = now_.noun;
  else if (kind == Kind::comma) parent = now_.pending;
  if (parent == kNone && kind == Kind::comma) parent = told_before(last);
  return parent != kNone ? parent : now_.verb;
}

/// True if a phrase behind a noun is told of the verb above it: how, when or why something is done.
bool ClauseParser::is_told_of_verb(std::uint32_t at, std::uint32_t noun) const {
  if (noun == kNone || groups_[noun].kind != Kind::noun || now_.verb == kNone || is(at, Word::part_marker)) return false;
  const bool in_phrase = nodes_[noun].label == Label::prepositional_object;
  // `returned as treasurer in May under a truce with A`
  const bool behind_time = at > 0 && groups_[at - 1].kind == Kind::time;
  const bool temporal = (is(at, Word::temporal) || behind_time) && now_.pending == kNone;
  // `sealed the deal by sending a letter`: how or when something is done, not which deal it is.
  const bool gerund = at + 1 < groups_.size() && groups_[at + 1].has(Group::kGerund);
  // `was dropped from the talks for writing to A`: why it was done.
  const bool reason = gerund && is(at, Word::infinitive_subject) && groups_[now_.verb].has(Group::kPassive) && in_phrase &&
                      book_->cues_of(groups_[noun].lemma).empty();
  // `was asked by reporters about A`: what it is about is not told of who does it.
  const bool asked = is(at, Word::topical) && nodes_[noun].attached && in_phrase && groups_[nodes_[noun].parent].has(Group::kAgent);
  // `committed in his speech to working with A`
  const auto pairs = [&](const Cue& cue) { return cue.table == Cue::kStatus && cue.phrase.is_pair_with(groups_[at].word); };
  const auto cues = book_->cues_of(groups_[now_.verb].lemma);
  const bool completes = gerund && in_phrase && std::any_of(cues.begin(), cues.end(), pairs);
  const bool act = asked || reason || completes || ((temporal || is(at, Word::agent_marker)) && gerund);
  if (groups_[noun].name == kNone && !act && (!temporal || takes_infinitive(noun))) return false;
  return Tree{groups_, nodes_}.stands_below(noun, now_.verb);
}

/// `with Panasonic and with Mazda`: the first of the two, but none for `to A, B said it was dear to him and to C`.
std::uint32_t ClauseParser::twin_before(std::uint32_t at) const {
  const auto is_finite = [](const Group& g) { return g.kind == Kind::verb && g.has(Group::kFinite) && !g.has(Group::kParticiple); };
  for (std::uint32_t i = at; i-- > 0 && !is_finite(groups_[i]);)  // the same word, or `in and around Oslo`
    if (groups_[i].kind == Kind::preposition && (groups_[i].word == groups_[at].word || i + 2 == at) && nodes_[i].attached) return i;
  return kNone;
}

/// The verb of what is told before the comma at `at`, where only who tells it stands between commas: `met, she said, with A`;
/// kNone if that is not so.
std::uint32_t ClauseParser::told_before(std::uint32_t at) const {
  if (now_.verb == kNone || now_.verb + 1 != at || !is_say(now_.verb)) return kNone;
  for (std::uint32_t i = now_.verb; i-- > 0;)
    if (groups_[i].kind == Kind::verb)
      return nodes_[i].parent == now_.verb && nodes_[i].label == Label::content && !nodes_[i].quoted ? i : kNone;
  return kNone;
}

/// The verb that says what a clause tells, from a verb of it upwards; kNone if there is none.
std::uint32_t ClauseParser::said_above(std::uint32_t verb) const {
  for (int step = 0; verb != kNone && step < 8; ++step, verb = nodes_[verb].parent)
    if (nodes_[verb].attached && nodes_[verb].label == Label::content && groups_[nodes_[verb].parent].kind == Kind::verb)
      return nodes_[verb].parent;
  return kNone;
}

/// `told Reuters that A, …`: a name that a verb turns to, of which no clause with `that` tells who it is.
bool ClauseParser::is_addressed(std::uint32_t noun) const {
  const std::uint32_t verb = nodes_[noun].parent;
  // `told lawmakers that A, …`, but not `told a story that …`
  const Group& group = groups_[noun];
  const bool someone = group.name != kNone || group.has(Group::kPronoun | Group::kPlural | Group::kRole) ||
                       is(noun, Word::party) || is(noun, Word::description_person);
  return someone && verb == now_.verb && has_lemma(verb, Word::addressee);
}

void ClauseParser::read_relative(std::uint32_t at) {
  std::uint32_t last = before(at);
  bool after_verb = last != kNone && (groups_[last].kind == Kind::verb || groups_[last].kind == Kind::adjective);
  now_.comma = false;
  // `told A in a phone call that he …`: what is said, not a relative clause.
  bool said = is(at, Word::complementizer) && is_say(now_.verb) && at + 1 < groups_.size() && groups_[at + 1].kind == Kind::noun &&
              now_.noun != kNone && (nodes_[now_.noun].label != Label::object || is_addressed(now_.noun));
  // `said that he would come, and that A would stay`
  if (is(at, Word::complementizer) && now_.conjunction != kNone && now_.conjunction + 1 == at) now_.content = said_above(now_.verb);
  if (now_.content != kNone) {
    now_.conjunction = kNone;
    return;
  }
  if (said && is_addressed(now_.noun)) now_.content = now_.verb;
  if (after_verb || said || now_.noun == kNone || (is(at, Word::complementizer) && last != kNone && groups_[last].kind == Kind::time)) {
    now_.marker = at;
    return;
  }
  now_.preposition = kNone;
  now_.relative = at;
  const bool inserted = last != kNone && groups_[last].kind == Kind::comma, that = is(at, Word::complementizer);
  const bool which = !is(at, Word::relative_person) && !that && !is(at, Word::relative_owner);
  now_.antecedent = is(at, Word::relative_person)      ? person_told(now_.noun, inserted)
                    : which                            ? thing_told(now_.noun)
                    : that && !inserted                ? told_by_that(now_.noun)
                                                       : now_.noun;
  if (now_.pending != kNone) {
    suspended_.push_back(now_.pending);
    now_.pending = kNone;
  }
}

void ClauseParser::read_adjective(std::uint32_t at) {
  std::uint32_t last = before(at), first = last == kNone ? kNone : before(last);
  if (last != kNone && groups_[last].kind == Kind::verb) attach(at, last, Label::complement);
  else if (now_.conjunction != kNone && first != kNone && groups_[first].kind == Kind::adjective) attach(at, first, Label::conjunct);
  else if (now_.noun != kNone) attach(at, now_.noun, Label::participle);
  else fronted_.push_back(at);
  now_.preposition = kNone;
  now_.conjunction = kNone;
}

}  // namespace liaison
