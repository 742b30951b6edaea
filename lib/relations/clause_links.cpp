// The part of the clause parser that says what the clause of a verb hangs on, and of whom it tells.
#include <algorithm>
#include <utility>

#include "relations/clauses.h"

namespace liaison {

/// `A, founder of Nokia, who met B`: of whom `who` tells, from the noun before it upwards; the noun itself where that is told
/// of nobody else. `inserted`: a comma stands before `who`, so that it need not tell of the noun before.
std::uint32_t ClauseParser::person_told(std::uint32_t noun, bool inserted) const {
  const auto somebody = [&](std::uint32_t n) {
    const Group& g = groups_[n];
    return g.name == kNone ? g.has(Group::kRole) || is(n, Word::party) || is(n, Word::description_person)
                           : annotations_[g.name].type == symbols::person;
  };
  const Group& last = groups_[noun];
  if (last.name == kNone && (!inserted || last.has(Group::kPlural | Group::kPronoun) || is(noun, Word::description))) return noun;
  std::uint32_t up = noun;
  // `an aide in the Ann Lee White House who …`: what stands before a name hangs where the name belongs
  const auto next_up = [&](std::uint32_t n) {
    if (nodes_[n].attached) return nodes_[n].parent;
    return n > 0 && groups_[n].kind == Kind::noun && groups_[n - 1].kind == Kind::noun ? n - 1 : kNone;
  };
  for (int step = 0; up != kNone && step < 8; ++step, up = next_up(up)) {
    // a name right before another one is a part of what that says
    const bool part = up != noun && !nodes_[noun].attached && up + 1 == noun;
    if (groups_[up].kind == Kind::noun && somebody(up) && !part) return up;
    const bool told = groups_[up].kind == Kind::verb && nodes_[up].label == Label::participle;  // `a firm making cars`
    if (groups_[up].kind != Kind::noun && groups_[up].kind != Kind::preposition && !told) break;
  }
  return noun;
}

/// True if a comma or bracket stands between two groups.
bool ClauseParser::mark_between(std::uint32_t first, std::uint32_t last) const {
  return std::any_of(groups_.begin() + first, groups_.begin() + last,
                     [](const Group& g) { return g.kind == Kind::comma || g.kind == Kind::dash; });
}

/// True if a verb of saying behind a comma or quotation mark has its subject behind it.
bool ClauseParser::inverts(std::uint32_t at) const {
  std::uint32_t last = before(at);
  bool behind_mark = at > 0 && (groups_[at - 1].kind == Kind::quote || (last != kNone && groups_[last].kind == Kind::comma));
  bool noun_follows = at + 1 < groups_.size() && groups_[at + 1].kind == Kind::noun && !groups_[at + 1].has(Group::kPronoun);
  // `A cuts prices, announces talks with B`: a noun that tells of an event, without an article, hardly speaks.
  const bool told = noun_follows && groups_[at + 1].name == kNone && is(at + 1, Word::trigger) && !is(at + 1, Word::party) &&
                    !is(at + 1, Word::description) &&
                    !groups_[at + 1].has(Group::kRole | Group::kDefinite | Group::kIndefinite);
  return behind_mark && noun_follows && !told && is_say(at) && now_.conjunction == kNone && !groups_[at].has(Group::kPassive) &&
         suspended_.empty();
}

/// True if a comma or quotation mark parts a verb and its subject from the verb before: `…, Nokia said`.
bool ClauseParser::behind_mark(std::uint32_t at) const {
  std::uint32_t first = at;
  while (first > 0 && groups_[first - 1].kind != Kind::comma && groups_[first - 1].kind != Kind::quote &&
         groups_[first - 1].kind != Kind::verb)
    --first;
  return first > 0 && groups_[first - 1].kind != Kind::verb;
}

/// True if a mark right before ends what somebody says: a quotation with a verb, `“We agree,” A said`, but not `his “friend,” A`.
bool ClauseParser::behind_speech(std::uint32_t at) const {
  if (groups_[at - 1].kind != Kind::quote || quoted_) return false;
  for (std::uint32_t i = at - 1; i-- > 0;) {
    if (groups_[i].kind == Kind::verb && groups_[i].has(Group::kFinite)) return true;
    if (groups_[i].kind == Kind::quote || groups_[i].has(Group::kQuoteInside)) return false;
  }
  return true;
}

/// True if nothing that is said follows a verb of saying: `Talks will continue, Nokia said.`
bool ClauseParser::trails(std::uint32_t at) const {
  std::uint32_t i = at + 1;
  if (!behind_mark(at)) return false;
  while (i < groups_.size() && (groups_[i].kind == Kind::time || groups_[i].kind == Kind::adverb)) ++i;
  return i >= groups_.size() || groups_[i].kind == Kind::stop || groups_[i].kind == Kind::comma || groups_[i].kind == Kind::preposition;
}

/// True if a comma and who tells it stand behind a noun: `announced a deal with A on Friday, B said`.
bool ClauseParser::told_behind(std::uint32_t at) const {
  std::uint32_t i = skip_phrase(at);
  if (i + 1 >= groups_.size() || groups_[i].kind != Kind::comma || groups_[i + 1].kind != Kind::noun) return false;
  i = skip_phrase(i + 1);
  if (i < groups_.size() && groups_[i].kind == Kind::adjective) i = skip_phrase(i + 1);  // `officials near the bargaining said`
  return i < groups_.size() && groups_[i].kind == Kind::verb && groups_[i].has(Group::kFinite) && is_say(i) && trails(i);
}

/// True if a verb of saying stands between quotation marks and the main verb does not: `wrote to A that “I think …”`
bool ClauseParser::speaks_inside(std::uint32_t at) const {
  if (!nodes_[at].quoted || nodes_[main_].quoted) return false;
  for (std::uint32_t i = at + 1; i < groups_.size(); ++i)
    if (groups_[i].kind == Kind::quote) return true;
  return false;  // `we met A," B said`: the one mark ends what was quoted
}

/// `would not endorse A, but he met B`: a clause behind a conjunction, which the verb right before does not say.
bool ClauseParser::stands_beside(std::uint32_t clause, std::uint32_t verb) const {
  for (std::uint32_t i = clause; i-- > verb + 1;)
    if (nodes_[i].attached && nodes_[i].parent == clause && nodes_[i].label == Label::subject)
      return groups_[i - 1].kind == Kind::conjunction;
  return false;
}

/// Says what the clause of a finite verb hangs on.
void ClauseParser::place_clause(std::uint32_t at, bool conjoined) {
  if (now_.content != kNone) {
    nodes_[at].marker = now_.marker;
    attach(at, now_.content, Label::content);
    now_.content = now_.marker = kNone;
    return;
  }
  if (now_.marker != kNone) return place_marked(at);
  if (conjoined && now_.verb != kNone) return place_conjoined(at);
  if (main_ == kNone || now_.verb == kNone) {
    if (main_ != kNone && is_say(at) && !nodes_[main_].attached && !speaks_inside(at)) attach(main_, at, Label::content);
    take_main(at);
    return;
  }
  if (now_.conjunction != kNone) return attach(at, now_.verb, Label::conjunct);
  // `“We talked,” Nokia told reporters`
  const bool unquoted = is_say(at) && nodes_[now_.verb].quoted && !nodes_[at].quoted;
  bool trailing = is_say(at) && (trails(at) || unquoted) && !nodes_[main_].attached && main_ != at;
  if (!trailing && is_say(now_.verb) && !nodes_[at].quoted)
    return attach(at, now_.verb, stands_beside(at, now_.verb) ? Label::conjunct : Label::content);
  if (is_say(at) && !nodes_[main_].attached && main_ != at && !groups_[at].has(Group::kPassive) && behind_mark(at) && !speaks_inside(at)) {
    attach(main_, at, Label::content);
    take_main(at);
    return;
  }
  if (!nodes_[main_].attached && main_ != at) attach(at, main_, Label::conjunct);
}

/// Says what a clause hangs on that a subordinator begins.
void ClauseParser::place_marked(std::uint32_t at) {
  const std::uint32_t last = before(now_.marker);
  const bool content = is(now_.marker, Word::complementizer) && now_.verb != kNone && now_.marker > now_.verb;
  nodes_[at].marker = std::exchange(now_.marker, kNone);
  // `testified before the committee that A …`
  const bool says = is_say(now_.verb) && last != kNone && nodes_[last].attached &&
                    nodes_[last].label == Label::prepositional_object && !is(last, Word::content_noun);
  const bool of_noun = content && !says && last != kNone && groups_[last].kind == Kind::noun && takes_infinitive(last);
  if (of_noun) attach(at, last, Label::content);
  else if (now_.verb != kNone) attach(at, now_.verb, content ? Label::content : Label::adverbial);
  else fronted_.push_back(at);
}

/// Says what a clause hangs on whose verb is coordinated with the one before, and gives it what bears on both.
void ClauseParser::place_conjoined(std::uint32_t at) {
  Group& group = groups_[at];
  const Group& other = groups_[now_.verb];
  const bool finite = group.has(Group::kFinite) &&
                      !group.has(Group::kPast | Group::kFuture | Group::kModal | Group::kPassive | Group::kPerfect);
  const bool bare = finite && group.word == group.lemma;
  if (bare && other.has(Group::kFuture | Group::kModal | Group::kInfinitive)) group.flags |= other.flags & (Group::kFuture | Group::kModal);
  // `will not meet or call A`, `never met A or called B`: one negation for both.
  const bool object = now_.verb + 3 == at && groups_[now_.verb + 1].kind == Kind::noun;
  const bool either = (now_.verb + 2 == at || object) && groups_[at - 1].kind == Kind::conjunction && is(at - 1, Word::conjunction_or);
  if (either) group.flags |= other.flags & Group::kNegated;
  // `began by hosting A and ended by …`: with the last finite verb.
  std::uint32_t peer = now_.verb;
  for (int step = 0; step < 6 && peer != kNone && !groups_[peer].has(Group::kFinite); ++step) {
    peer = nodes_[peer].parent;
    while (peer != kNone && groups_[peer].kind != Kind::verb) peer = nodes_[peer].parent;
  }
  attach(at, peer == kNone || bare ? now_.verb : peer, Label::conjunct);
}

/// `a pact with Japan that must be ratified`, `a pact of A and B that …`: a clause with `that` tells of no name, but of the noun on
/// which its phrase hangs.
std::uint32_t ClauseParser::told_by_that(std::uint32_t noun) const {
  const Group& group = groups_[noun];
  if (group.name == kNone || group.has(Group::kDefinite)) return noun;
  std::uint32_t first = noun;
  for (int step = 0; step < 6 && nodes_[first].attached && nodes_[first].label == Label::conjunct; ++step) first = nodes_[first].parent;
  if (nodes_[first].label != Label::prepositional_object) return noun;
  const std::uint32_t up = nodes_[nodes_[first].parent].parent;
  return up != kNone && nodes_[nodes_[first].parent].attached && groups_[up].kind == Kind::noun && groups_[up].name == kNone ? up : noun;
}

}  // namespace liaison
