#include "relations/outcomes.h"

#include <algorithm>

#include "relations/cues.h"
#include "relations/verb_status.h"

namespace liaison {
namespace {

constexpr std::uint32_t kNone = Group::kNone;
/// How far from a preposition the day of what stands before and behind it may be told, in groups.
constexpr std::uint32_t kDayReach = 6;

/// True if a conjunction like `but` stands before the clause that is joined.
bool is_set_against(const ClauseReading& r, std::uint32_t verb, std::uint32_t joined) {
  for (std::uint32_t g = joined; g-- > verb + 1;)
    if (r.group(g).kind == Group::Kind::conjunction) return r.is(g, Word::conjunction_but);
  return false;
}

}  // namespace

bool achieved(const ClauseReading& r, std::uint32_t verb) {
  return r.tree.is_verb(verb) && r.group(verb).has(Group::kPast | Group::kPerfect) &&
         !r.group(verb).has(Group::kModal | Group::kFuture | Group::kInfinitive);
}

const Cue* chance_cue(const ClauseReading& r, std::uint32_t noun, Symbol kind) {
  const std::uint32_t verb = r.tree.is_noun(noun) && r.tree.label(noun) == Label::object ? r.tree.parent(noun) : kNone;
  const Cue* cue = r.tree.is_verb(verb) ? find_cue(r, verb, Cue::kStatus, kind) : nullptr;
  return cue && (cue->flags & Cue::kAchieved) != 0 ? cue : nullptr;
}

bool came_off(const ClauseReading& r, std::uint32_t noun, std::uint32_t up, std::uint32_t completed, Symbol kind) {
  const std::uint32_t verb = completed != kNone ? completed : up;
  if (r.group(verb).kind == Group::Kind::preposition) return !r.is(verb, Word::at_place) && gives_status(r, verb, kind, symbols::occurred);
  const Group& group = r.group(verb);
  if (group.kind != Group::Kind::verb || !group.has(Group::kPast | Group::kPerfect) ||
      group.has(Group::kModal | Group::kFuture | Group::kInfinitive | Group::kCopula)) return false;
  if (completed == kNone && r.tree.label(noun) == Label::subject && !group.has(Group::kPassive)) {
    const Cue* cue = subject_cue(r, verb, kind);
    return cue && !cue->value;
  }
  const Cue* cue = find_cue(r, verb, Cue::kSupport, kind);
  // `had a meeting planned`, `announced the planned talks`: nothing yet
  return cue && cue->value == symbols::occurred && (cue->flags & (Cue::kNobody | Cue::kFactive)) == 0 && !r.lemma_is(verb, Word::say) &&
         !r.lemma_is(verb, Word::have);
}

bool called_off(const ClauseReading& r, std::uint32_t verb, Symbol kind, Symbol status) {
  for (std::uint32_t c = r.tree.child(verb, Label::conjunct); c != kNone; c = r.tree.nodes[c].next_sibling) {
    if (r.tree.label(c) != Label::conjunct || !r.tree.is_verb(c) || r.group(c).has(Group::kNegated | Group::kModal | Group::kFuture))
      continue;
    const Cue* cue = find_cue(r, c, Cue::kSupport, kind);
    // `scrapped its pact` had one; what was only to come did not come about.
    if (status != symbols::occurred && (!cue || cue->value != symbols::denied)) cue = find_cue(r, c, Cue::kStatus, kind);
    if (!cue || cue->value != symbols::denied || r.tree.child(c, Label::complement) != kNone || !is_set_against(r, verb, c)) continue;
    const std::uint32_t object = r.tree.child(c, Label::object);
    if (object == kNone ? status != symbols::occurred : r.is_expletive(object)) return true;
  }
  return false;
}

bool is_pending(const ClauseReading& r, std::uint32_t verb, Symbol kind) {
  const Cue* cue = r.tree.is_verb(verb) ? find_cue(r, verb, kind) : nullptr;
  if (!cue || (cue->flags & Cue::kPending) == 0) return false;
  const Group& group = r.group(verb);
  const std::uint32_t below = group.has(Group::kGerund) ? r.tree.parent(verb) : kNone;
  // `progress on ratifying it`, but `after ratifying it`
  if (below != kNone && r.group(below).kind == Group::Kind::preposition)
    return !r.is(below, Word::temporal) && !r.is(below, Word::agent_marker) && !r.is(below, Word::inside);
  if (group.has(Group::kInfinitive)) {
    const std::uint32_t up = r.tree.parent(verb);
    if (!r.tree.is_verb(up)) return true;
    const Cue* above = find_cue(r, up, Cue::kStatus, kind);
    // `voted to ratify it`
    const bool did = !above && r.group(up).has(Group::kPast | Group::kPerfect) && !find_cue(r, up, Cue::kSupport, kind);
    return !did && !(above && above->value == symbols::denied);
  }
  const std::uint32_t opener = r.tree.nodes[verb].marker;
  const bool condition = opener != kNone && r.is(opener, Word::subordinator_condition);
  return condition || group.has(Group::kNegated | Group::kModal | Group::kFuture);
}

bool is_pending_in(const ClauseReading& r, std::uint32_t clause, std::uint32_t verb, Symbol kind) {
  const std::uint32_t subject = r.tree.child(clause, Label::subject);
  const bool of_noun = subject == kNone || r.is(subject, Word::relative) || r.tree.child(verb, Label::object) == kNone;
  if (!of_noun) return false;
  if (is_pending(r, verb, kind)) return true;
  const Cue* waits = r.group(verb).has(Group::kNegated) ? nullptr : subject_cue(r, verb, kind);
  return waits && (waits->flags & Cue::kPending) != 0 && waits->value == symbols::planned;
}

std::uint32_t verb_above(const ClauseReading& r, std::uint32_t at) {
  if (!r.tree.is_noun(at)) return at;
  if (r.tree.label(at) == Label::object) return r.tree.parent(at);
  const std::uint32_t copula = r.tree.label(at) == Label::complement ? r.tree.parent(at) : kNone;
  if (copula != kNone && r.tree.is_verb(copula) && r.group(copula).has(Group::kCopula)) return copula;
  const std::uint32_t verb = r.tree.label(at) == Label::prepositional_object ? r.tree.parent(r.tree.parent(at)) : kNone;
  return verb != kNone && r.tree.is_verb(verb) ? verb : at;
}

bool is_one_event(const ClauseReading& r, std::uint32_t noun) {
  const Group& group = r.group(noun);
  return group.has(Group::kOwned) || (group.has(Group::kIndefinite) && !group.has(Group::kPlural));
}

bool governs_other(const ClauseReading& r, std::uint32_t verb, const Cue& cue) {
  const std::uint32_t preposition = cue.phrase.words[1] == kNoWord ? kNone : r.tree.child(verb, Label::preposition);
  return preposition != kNone && r.group(preposition).word == cue.phrase.words[1] &&
         r.tree.child(preposition, Label::prepositional_object) != kNone;
}

bool left_for(const ClauseReading& r, std::uint32_t noun) {
  const std::uint32_t up = r.tree.parent(noun);
  const bool below = r.tree.label(noun) == Label::prepositional_object;
  const std::uint32_t verb = below ? r.tree.parent(up) : r.tree.label(noun) == Label::object ? up : kNone;
  if (verb == kNone || !r.tree.is_verb(verb) || !r.lemma_is(verb, Word::travel)) return false;
  return achieved(r, verb) && !r.group(verb).has(Group::kNegated);
}

bool tells_of_past(const ClauseReading& r, std::uint32_t verb, std::uint32_t told, const Cue* cue, bool whether) {
  const Group& above = r.group(verb);
  if (!cue || !r.tree.is_verb(verb) || above.has(Group::kNegated) || !achieved(r, told) || r.group(told).has(Group::kNegated)) return false;
  const bool factive = (cue->flags & Cue::kFactive) != 0;
  // `lied about whether …`, but not `the confusion continued over whether …`, `did not mention whether …`
  if (whether) return factive && cue->phrase.words[1] != kNoWord;
  if (factive) return true;
  const bool open = cue->value && cue->value != symbols::occurred;
  return !open && above.has(Group::kFuture) && r.lemma_is(verb, Word::say);
}

bool done_instead(const ClauseReading& r, std::uint32_t verb, Symbol kind) {
  const std::uint32_t opener = r.tree.nodes[verb].marker;
  if (opener == kNone || r.group(opener).kind != Group::Kind::subordinator) return false;
  const Group& group = r.group(opener);
  const auto cues = r.book->cues_of(r.view.tokens[group.first].word);
  return std::any_of(cues.begin(), cues.end(), [&](const Cue& cue) {
    if (!is_cue_of(cue, Cue::kStatus, kind) || cue.value != symbols::denied) return false;
    for (std::uint32_t w = 0; w < kMaxTriggerWords && cue.phrase.words[w] != kNoWord; ++w)
      if (group.first + w >= group.last || r.view.tokens[group.first + w].word != cue.phrase.words[w]) return false;
    return true;
  });
}

bool has_own_subject(const ClauseReading& r, std::uint32_t gerund, Symbol kind) {
  if (!r.tree.is_verb(gerund) || !r.group(gerund).has(Group::kGerund) || r.tree.label(gerund) != Label::participle) return false;
  const std::uint32_t noun = r.tree.parent(gerund);
  const std::uint32_t up = noun + 1 == gerund && r.tree.is_noun(noun) && r.group(noun).name != kNone ? r.tree.parent(noun) : kNone;
  if (up == kNone || (r.tree.label(noun) != Label::object && r.tree.label(noun) != Label::prepositional_object)) return false;
  const Cue* cue = find_cue(r, gerund, Cue::kStatus, kind);
  if (cue && (cue->flags & Cue::kFactive) != 0) return false;
  // `was in Japan meeting A`: who was there
  return r.annotations[r.group(noun).name].type != symbols::gpe || !r.is_preposition(up, Word::inside);
}

bool names_as(const ClauseReading& r, std::uint32_t verb, std::uint32_t preposition) {
  const std::uint32_t object = r.tree.child(verb, Label::object);
  if (r.group(verb).has(Group::kPassive))
    return verb < preposition && std::none_of(r.tree.groups.begin() + verb, r.tree.groups.begin() + preposition, [](const Group& g) {
             return g.kind == Group::Kind::comma || g.kind == Group::Kind::conjunction;
           });
  return verb < preposition && object != kNone && object < preposition;
}

bool is_manner(const ClauseReading& r, std::uint32_t noun) {
  const Group& group = r.group(noun);
  return r.tree.is_noun(noun) && r.tree.parent(noun) + 1 == noun && group.name == kNone &&
         !group.has(Group::kDefinite | Group::kIndefinite | Group::kOwned | Group::kPlural | Group::kNegated);
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

bool lacks_nothing(const ClauseReading& r, std::uint32_t verb, const Cue& lent) {
  if (governs_other(r, verb, lent)) return true;  // `a letter that A is working on a pact`
  const bool passive = r.group(verb).has(Group::kPassive);
  return r.tree.child(verb, Label::object) != kNone && (r.tree.child(verb, Label::subject) != kNone || !passive);
}

bool on_later_day(const ClauseReading& r, std::uint32_t noun, std::uint32_t preposition) {
  const auto weekday = [&](std::uint32_t group) {
    for (std::uint32_t t = r.group(group).first; r.group(group).kind == Group::Kind::time && t < r.group(group).last; ++t)
      if (r.grammar().is(r.view, t, Word::weekday)) return r.view.tokens[t].word;
    return kNoWord;
  };
  if (!r.is(preposition, Word::ahead)) return false;
  WordId later = kNoWord, earlier = kNoWord;
  for (std::uint32_t g = noun + 1;
       g < r.tree.groups.size() && g < noun + kDayReach && later == kNoWord && r.group(g).kind != Group::Kind::verb; ++g)
    later = weekday(g);
  for (std::uint32_t g = preposition; later != kNoWord && g-- > 0 && g + kDayReach > preposition && earlier == kNoWord;)
    earlier = weekday(g);
  return earlier != kNoWord && later != kNoWord && earlier != later;
}

bool completes(const ClauseReading& r, std::uint32_t verb, std::uint32_t preposition, Symbol kind) {
  if (!r.tree.is_verb(verb)) return false;
  const auto cues = r.book->cues_of(r.group(verb).lemma);
  return std::any_of(cues.begin(), cues.end(), [&](const Cue& cue) {
    return is_cue_of(cue, Cue::kStatus, kind) && cue.phrase.is_pair_with(r.group(preposition).word);
  });
}

bool is_event(const ClauseReading& r, std::uint32_t at, Symbol kind) {
  const TriggerKind part = r.tree.is_noun(at) ? TriggerKind::noun : TriggerKind::verb;
  for (const Trigger& t : r.book->triggers_of(r.group(at).lemma))
    if (t.kind == part && t.phrase.words[1] == kNoWord && r.book->frame(t).kind == kind) return true;
  return false;
}

bool lies_ahead(const ClauseReading& r, std::uint32_t verb) {
  const std::uint32_t up = r.tree.parent(verb);
  const bool infinitive = r.tree.label(verb) == Label::complement && r.tree.is_verb(up) && is_to(r, up, verb);
  return r.group(verb).has(Group::kFuture) || (infinitive && r.group(up).has(Group::kCopula) && !r.group(up).has(Group::kPast));
}

bool is_the_one(const ClauseReading& r, std::uint32_t noun) {
  return r.tree.is_noun(noun) && r.group(noun).has(Group::kDefinite) && !r.group(noun).has(Group::kOwned);
}

bool stands_free(const ClauseReading& r, std::uint32_t up, std::uint32_t preposition, Symbol kind) {
  const Cue* cue = find_cue(r, up, kind);
  if (!cue || cue->phrase.words[1] != kNoWord) return false;
  if (r.tree.is_noun(up)) return r.is(preposition, Word::inside) || r.is(preposition, Word::at_place) || r.is(preposition, Word::temporal);
  if (!r.is(preposition, Word::role_marker)) return false;
  for (std::uint32_t over : {up, r.tree.child(preposition, Label::prepositional_object)}) {
    const std::uint32_t below = over == kNone ? kNone : r.tree.child(over, Label::complement);
    if (below != kNone && r.group(below).has(Group::kInfinitive)) return true;
  }
  return false;
}

const Cue* infinitive_cue(const ClauseReading& r, std::uint32_t above, Symbol kind) {
  const Cue* cue = find_cue(r, above, kind);
  const Cue* own = cue ? find_cue(r, above, Cue::kStatus, kind) : nullptr;
  if (!cue) return nullptr;
  const bool longer = cue->phrase.words[1] != kNoWord && (!own || own->phrase.words[1] == kNoWord);  // `has yet to meet A`
  return (own && !longer) || governs_other(r, above, *cue) || r.lemma_is(above, Word::travel) ? own : cue;
}

bool is_to_come(const ClauseReading& r, std::uint32_t noun, Symbol kind) {
  if (kind != symbols::meeting || noun + 1 >= r.tree.groups.size()) return false;
  const Group& behind = r.group(noun + 1);
  return behind.kind == Group::Kind::time && r.grammar().is(r.view, behind.first, Word::time_to_come);
}

}  // namespace liaison
