#include "relations/outcomes.h"

#include <algorithm>

#include "relations/cues.h"
#include "relations/status_links.h"

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
  const std::uint32_t marker = group.has(Group::kGerund) ? r.tree.parent(verb) : kNone;
  // `progress on ratifying it`, but `after ratifying it`
  if (marker != kNone && r.group(marker).kind == Group::Kind::preposition)
    return !r.is(marker, Word::temporal) && !r.is(marker, Word::agent_marker) && !r.is(marker, Word::inside);
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

bool left_for(const ClauseReading& r, std::uint32_t noun) {
  const std::uint32_t verb = verb_above(r, noun);
  return r.tree.is_verb(verb) && r.lemma_is(verb, Word::travel) && achieved(r, verb) && !r.group(verb).has(Group::kNegated);
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

}  // namespace liaison
