#include "relations/verb_status.h"

#include <algorithm>

#include "relations/compose_status.h"
#include "relations/cues.h"

namespace liaison {
namespace {

constexpr std::uint32_t kNone = Group::kNone;
/// How far behind a verb a time may tell of it, in groups.
constexpr std::uint32_t kTimeReach = 8;

/// How many verbs above one another are asked whether what the lowest tells is still to be done.
constexpr int kLongestControl = 6;

/// True if one of the groups between a verb and the next one, not too far behind it, is such.
template <class Test>
bool follows(const ClauseReading& r, std::uint32_t verb, Test is_such) {
  for (std::uint32_t g = verb + 1; g < r.tree.groups.size() && g < verb + kTimeReach && r.group(g).kind != Group::Kind::verb; ++g)
    if (is_such(g)) return true;
  return false;
}

/// The past of a future, or, with a perfect, what did not come about: `would meet`, `would have met`.
bool says_would(const ClauseReading& r, std::uint32_t verb) { return r.has_word(verb, Word::reported_future); }

/// `said he would meet`, `said he would come and would meet A`
bool reported_future(const ClauseReading& r, std::uint32_t verb) {
  const std::uint32_t up = r.tree.parent(verb);
  const bool joined = r.tree.label(verb) == Label::conjunct && r.tree.is_verb(up) && r.tree.label(up) == Label::content;
  return (r.tree.label(verb) == Label::content || joined) && says_would(r, verb);
}

/// `if they meet`, `unless they do not meet`: may come about, denied or not.
bool on_condition(const ClauseReading& r, std::uint32_t verb) {
  const std::uint32_t opener = r.tree.nodes[verb].marker;
  return opener != kNone && r.is(opener, Word::subordinator_condition);
}

/// `will meet A if he comes`, but not `even if he comes`, `asks if he comes`.
bool on_proviso(const ClauseReading& r, std::uint32_t verb, Symbol kind) {
  const Cue* cue = find_cue(r, verb, Cue::kStatus, kind);
  if (r.lemma_is(verb, Word::say) || (cue && !cue->value)) return false;  // `to see if he comes`
  for (std::uint32_t c = r.tree.nodes[verb].first_child; c != kNone; c = r.tree.nodes[c].next_sibling) {
    if ((r.tree.label(c) != Label::adverbial && r.tree.label(c) != Label::content) || !on_condition(r, c)) continue;
    const Group& opener = r.group(r.tree.nodes[c].marker);
    if (opener.last - opener.first == 1) return true;
  }
  return false;
}

/// `would later meet`, where nobody says so: told in retrospect.
bool in_retrospect(const ClauseReading& r, std::uint32_t verb) {
  if (!says_would(r, verb) || r.tree.label(verb) == Label::content) return false;
  return r.any_word(r.group(verb).first, r.group(verb).head, Word::retrospect);
}

/// `is meeting A on Thursday`
bool on_weekday(const ClauseReading& r, std::uint32_t verb) {
  return follows(r, verb, [&](std::uint32_t g) { return r.group(g).kind == Group::Kind::time && r.has_word(g, Word::weekday); });
}

/// `has not met A since May`, `did not meet A until May`: they met once. But `has not met A since`: then they did not.
bool met_once(const ClauseReading& r, std::uint32_t verb) {
  const Group& group = r.group(verb);
  if (!group.has(Group::kNegated) || !group.has(Group::kPerfect | Group::kPast)) return false;
  return follows(r, verb, [&](std::uint32_t g) {
    const std::uint32_t first = r.group(g).first;
    const bool since = group.has(Group::kPerfect) && r.grammar().is(r.view, first, Word::since);
    const bool alone = r.group(g).kind == Group::Kind::preposition && r.tree.child(g, Label::prepositional_object) == kNone;
    return r.grammar().is(r.view, first, Word::until) || (since && !alone);
  });
}

/// `fully`, `often`, `always`: how much or how often.
bool tells_how_often(const ClauseReading& r, std::uint32_t token) {
  const auto cues = r.book->cues_of(r.view.tokens[token].word);
  return std::any_of(cues.begin(), cues.end(), [](const Cue& cue) {
    return cue.table == Cue::kStatus && cue.value == symbols::occurred && (cue.flags & Cue::kProof) != 0;
  });
}

/// `always gets louder when A meets B`: not what is to come.
bool is_habit(const ClauseReading& r, std::uint32_t verb) {
  const std::uint32_t up = r.tree.label(verb) == Label::adverbial ? r.tree.parent(verb) : kNone;
  if (up == kNone || !r.tree.is_verb(up) || r.group(up).has(Group::kFuture | Group::kModal | Group::kPast)) return false;
  const bool before = up > 0 && r.group(up - 1).kind == Group::Kind::adverb;
  for (std::uint32_t t = r.group(before ? up - 1 : up).first; t < r.group(up).head; ++t)
    if (tells_how_often(r, t)) return true;
  return false;
}

/// `has not fully cooperated with A`, `has not spoken to A often`: what is denied is how much or how often.
bool in_part(const ClauseReading& r, std::uint32_t verb) {
  const Group& group = r.group(verb);
  bool never = false;  // `has never regularly met A`
  for (std::uint32_t t = group.first; t < group.head; ++t)
    for (const Cue& cue : r.book->cues_of(r.view.tokens[t].word)) never |= cue.value == symbols::denied && cue.phrase.words[1] == kNoWord;
  for (std::uint32_t t = group.first; t < group.head; ++t)
    if (!never && tells_how_often(r, t)) return true;
  const auto end = std::min<std::size_t>(r.tree.groups.size(), verb + kTimeReach);
  for (std::uint32_t g = verb + 1; g < end; ++g) {
    const Group::Kind part = r.group(g).kind;
    if (part == Group::Kind::verb || part == Group::Kind::comma || part == Group::Kind::conjunction) return false;
    if (!never && part == Group::Kind::adverb && tells_how_often(r, r.group(g).first)) return true;
    // `did not discuss the tax during the meeting`: there was one.
    const bool during = r.is(g, Word::temporal) && !r.is(g, Word::apart_in_time);
    const bool inside = part == Group::Kind::preposition && (during || r.is(g, Word::inside));
    const std::uint32_t there = inside && r.is(verb, Word::discussing) ? r.tree.child(g, Label::prepositional_object) : kNone;
    if (there != kNone && r.group(there).has(Group::kDefinite | Group::kOwned) && is_event(r, there, symbols::meeting)) return true;
  }
  return false;
}

/// `cannot meet A without a mandate`, `will not meet A unless he resigns`, `before he resigns`: may come about, once that is so.
bool waits_for(const ClauseReading& r, std::uint32_t verb, Symbol kind) {
  const Group& group = r.group(verb);
  if (group.has(Group::kPerfect) || (group.has(Group::kPast) && !group.has(Group::kModal))) return false;
  const auto lacks = [&](std::uint32_t g) {
    if (r.grammar().is(r.view, r.group(g).first, Word::until)) return true;
    return r.group(g).kind == Group::Kind::preposition && gives_status(r, g, kind, symbols::denied);  // `without a mandate`
  };
  if (follows(r, verb, lacks)) return true;
  for (std::uint32_t c = r.tree.nodes[verb].first_child; c != kNone; c = r.tree.nodes[c].next_sibling) {
    const std::uint32_t opener = r.tree.label(c) == Label::adverbial ? r.tree.nodes[c].marker : kNone;
    if (opener != kNone && opener > verb && (r.is(opener, Word::subordinator_condition) || r.is(opener, Word::ahead))) return true;
  }
  return false;
}

}  // namespace

bool time_to_come(const ClauseReading& r, std::uint32_t verb) {
  for (std::uint32_t g = verb > 6 ? verb - 6 : 0; g < r.tree.groups.size() && g < verb + kTimeReach; ++g) {
    Group::Kind kind = r.group(g).kind;
    if (g > verb && (kind == Group::Kind::verb || kind == Group::Kind::subordinator)) break;
    if (kind != Group::Kind::time && kind != Group::Kind::adverb) continue;
    if (r.has_word(g, Word::time_to_come)) return true;
  }
  return false;
}

bool is_yet_to_be_done(const ClauseReading& r, std::uint32_t verb, Symbol kind) {
  for (int step = 0; r.tree.is_verb(verb) && step < kLongestControl; ++step) {
    const Group& group = r.group(verb);
    if (group.has(Group::kFuture) || reported_future(r, verb)) return true;
    if (group.has(Group::kModal)) return !group.has(Group::kPerfect) && !r.has_word(verb, Word::past_modal) && !says_would(r, verb);
    const std::uint32_t up = r.tree.parent(verb);
    if (!group.has(Group::kInfinitive) || group.has(Group::kPerfect) || up == kNone || r.tree.label(verb) != Label::complement) return false;
    if (is_to(r, up, verb)) return true;
    if (const Cue* cue = find_cue(r, up, Cue::kStatus, kind)) {
      // `agreed to raise the matter at a meeting`, `tried to raise it there`: there they did so.
      const Group& above = r.group(up);
      const bool did = above.kind == Group::Kind::verb && above.has(Group::kPast | Group::kPerfect) && !above.has(Group::kPassive);
      return (cue->value == symbols::planned || cue->value == symbols::possible) && (cue->flags & Cue::kAchieved) == 0 && !did;
    }
    verb = up;
  }
  return false;
}

bool is_to(const ClauseReading& r, std::uint32_t copula, std::uint32_t infinitive) {
  if (!r.group(infinitive).has(Group::kInfinitive) || !r.group(copula).has(Group::kCopula)) return false;
  for (std::uint32_t g = copula + 1; g < infinitive; ++g)
    if (r.tree.is_noun(g) || r.group(g).kind == Group::Kind::adjective) return false;
  return true;
}

std::uint32_t complement_of(const ClauseReading& r, std::uint32_t at) {
  // `the letter urged A to act`: what somebody else is to do.
  if (r.tree.is_verb(at) && !r.group(at).has(Group::kPassive) && r.tree.child(at, Label::object) != kNone) return kNone;
  for (std::uint32_t c = r.tree.nodes[at].first_child; c != kNone; c = r.tree.nodes[c].next_sibling) {
    if (r.tree.label(c) != Label::complement) continue;
    Group::Kind kind = r.group(c).kind;
    if (kind == Group::Kind::adjective || (kind == Group::Kind::verb && r.group(c).has(Group::kInfinitive))) return c;
  }
  return kNone;
}

Symbol verb_status(const ClauseReading& r, std::uint32_t verb, Symbol kind, Symbol status) {
  const Group& group = r.group(verb);
  const bool condition = on_condition(r, verb);
  const bool negated = group.has(Group::kNegated) && !met_once(r, verb) && !condition && !in_part(r, verb);
  if (negated && waits_for(r, verb, kind)) return compose(symbols::possible, false, status);
  Symbol own;
  const bool present = group.has(Group::kFinite) && !group.has(Group::kPast | Group::kPerfect | Group::kPassive | Group::kModal |
                                                              Group::kFuture | Group::kProgressive);
  const std::uint32_t opener = r.tree.nodes[verb].marker;
  if (group.has(Group::kFuture)) own = symbols::planned;
  else if (group.has(Group::kModal) && group.has(Group::kPerfect) && says_would(r, verb)) own = symbols::denied;
  else if (present && opener != kNone && r.is(opener, Word::ahead)) own = is_habit(r, verb) ? Symbol() : symbols::planned;
  else if (group.has(Group::kModal) && in_retrospect(r, verb)) own = symbols::occurred;
  // `died before he could meet A`
  else if (group.has(Group::kModal) && opener != kNone && r.is(opener, Word::ahead) && r.has_word(verb, Word::past_modal))
    own = symbols::denied;
  else if (group.has(Group::kModal)) own = reported_future(r, verb) ? symbols::planned : symbols::possible;
  else if (group.has(Group::kProgressive) && !group.has(Group::kPast | Group::kPerfect | Group::kInfinitive) && on_weekday(r, verb))
    own = symbols::planned;
  else if (!group.has(Group::kPast | Group::kPerfect) &&
           group.has(Group::kFinite | Group::kInfinitive | Group::kProgressive) && time_to_come(r, verb)) own = symbols::planned;
  if ((own == symbols::planned || group.has(Group::kInfinitive)) && on_proviso(r, verb, kind)) own = symbols::possible;
  status = compose(own, negated, status);
  for (std::uint32_t beside : {verb - 1, verb + 1}) {
    // `tried unsuccessfully`
    if (beside >= r.tree.groups.size() || r.group(beside).kind != Group::Kind::adverb || r.group(beside).has(Group::kNegated)) continue;
    for (const Cue& cue : r.book->cues_of(r.group(beside).word))
      if (is_cue_of(cue, Cue::kStatus, kind) && cue.phrase.words[1] == kNoWord) status = compose(cue.value, false, status);
  }
  // `whether to meet`
  const std::uint32_t first = group.first;
  if (group.has(Group::kInfinitive) && first > 0 && r.grammar().is(r.view, first - 1, Word::subordinator_condition))
    status = compose(symbols::possible, false, status);
  return condition ? compose(symbols::possible, false, status) : status;
}

Symbol status_above_subject(const ClauseReading& r, std::uint32_t verb, bool polarity, Symbol status) {
  const Group& group = r.group(verb);
  Symbol own;
  if (group.has(Group::kFuture) || reported_future(r, verb)) own = symbols::planned;
  else if (group.has(Group::kModal)) own = symbols::possible;
  else if (const std::uint32_t next = complement_of(r, verb); next != kNone && is_to(r, verb, next)) own = symbols::planned;
  else if (!group.has(Group::kPast | Group::kPerfect) && time_to_come(r, verb)) own = symbols::planned;
  // `the talks resume on Monday`
  else if (group.has(Group::kFinite) && !group.has(Group::kPast | Group::kPerfect | Group::kPassive) && on_weekday(r, verb))
    own = symbols::planned;
  // `if a deal is reached`
  const bool condition = on_condition(r, verb);
  if (condition) own = symbols::possible;
  return compose(own, polarity && group.has(Group::kNegated) && !condition, status);
}

bool lies_ahead(const ClauseReading& r, std::uint32_t verb) {
  const std::uint32_t up = r.tree.parent(verb);
  const bool infinitive = r.tree.label(verb) == Label::complement && r.tree.is_verb(up) && is_to(r, up, verb);
  return r.group(verb).has(Group::kFuture) || (infinitive && r.group(up).has(Group::kCopula) && !r.group(up).has(Group::kPast));
}

bool is_to_come(const ClauseReading& r, std::uint32_t noun, Symbol kind) {
  if (kind != symbols::meeting || noun + 1 >= r.tree.groups.size()) return false;
  const Group& behind = r.group(noun + 1);
  return behind.kind == Group::Kind::time && r.grammar().is(r.view, behind.first, Word::time_to_come);
}

std::optional<Symbol> made_by_copula(const ClauseReading& r, std::uint32_t copula, std::uint32_t verb) {
  if (!r.group(copula).has(Group::kCopula) || !r.group(verb).has(Group::kInfinitive)) return std::nullopt;
  // `there is no reason to meet A`
  const std::uint32_t what = r.tree.child(copula, Label::complement);
  if (what != kNone && what < verb && r.tree.is_noun(what) && r.group(what).has(Group::kNegated)) return symbols::denied;
  // `is the only minister to have met A`: what is told of the noun is so.
  if (what != kNone && what < verb && r.tree.is_noun(what) && r.group(verb).has(Group::kPerfect)) return symbols::none;
  // `has been to see A`
  if (r.group(copula).has(Group::kPerfect) && (what == kNone || what == verb) && copula + 1 == verb) return symbols::none;
  // `was in Oslo to meet A`: who was there for it did it.
  const std::uint32_t place = r.tree.child(copula, Label::preposition);
  const bool there = place != kNone && place < verb && (r.is(place, Word::inside) || r.is(place, Word::at_place));
  if (there && r.group(copula).has(Group::kPast)) return symbols::none;
  return r.group(verb).has(Group::kPerfect) ? symbols::denied : symbols::planned;
}

}  // namespace liaison
