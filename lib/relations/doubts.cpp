#include "relations/doubts.h"

#include "relations/cues.h"

namespace liaison {
namespace {

constexpr std::uint32_t kNone = Group::kNone;

}  // namespace

bool asked(const ClauseReading& r, std::uint32_t verb) {
  if (!r.tree.is_verb(verb) || !r.group(verb).has(Group::kModal)) return false;
  std::uint32_t subject = r.tree.child(verb, Label::subject);
  if (subject == kNone || subject == 0 || !r.group(subject - 1).has(Group::kAuxiliaryOnly)) return false;
  const bool known = subject > 1 && r.group(subject - 2).kind == Group::Kind::subordinator && r.group(verb).has(Group::kNegated);
  return !known;
}

bool thought_right(const ClauseReading& r, std::uint32_t verb) {
  const Group& group = r.group(verb);
  const std::uint32_t opener = r.tree.nodes[verb].marker;
  const bool free = !group.has(Group::kNegated | Group::kPerfect) && (opener == kNone || !r.is(opener, Word::subordinator_condition)) &&
                    (r.tree.parent(verb) == kNone || r.tree.label(verb) == Label::conjunct || r.tree.label(verb) == Label::content);
  bool thought = false;
  for (std::uint32_t t = group.first; t < group.head && group.has(Group::kModal); ++t)
    thought |= r.grammar().is(r.view, t, Word::duty) || (free && r.grammar().is(r.view, t, Word::chance));
  for (std::uint32_t at = verb; thought && at != kNone; at = r.tree.parent(at)) {
    const std::uint32_t up = r.tree.parent(at);
    const bool below = r.tree.label(at) == Label::content || r.tree.label(at) == Label::adverbial;  // `explained why A should meet B`
    const std::uint32_t speaker = below && r.tree.is_verb(up) ? r.tree.subject_of(up) : kNone;
    if (speaker != kNone && (r.group(speaker).name != kNone || r.group(speaker).has(Group::kPronoun | Group::kRole))) return false;
  }
  return thought;
}

bool is_proof(const ClauseReading& r, std::uint32_t noun, Symbol kind) {
  const Cue* cue = r.tree.is_noun(noun) ? find_cue(r, noun, Cue::kStatus, kind) : nullptr;
  return cue && (cue->flags & Cue::kProof) != 0;
}

bool unproven(const ClauseReading& r, std::uint32_t verb, Symbol kind) {
  if (!r.tree.is_verb(verb)) return false;
  for (Label place : {Label::subject, Label::object, Label::complement}) {
    const std::uint32_t noun = r.tree.child(verb, place);
    if (noun == kNone || !r.tree.is_noun(noun) || (!r.group(noun).has(Group::kNegated) && !r.group(verb).has(Group::kNegated))) continue;
    if (is_proof(r, noun, kind)) return true;
  }
  return false;
}

bool told_by_noun(const ClauseReading& r, std::uint32_t verb, std::uint32_t noun, Symbol kind) {
  const bool whole = r.tree.child(verb, Label::object) != kNone || r.group(verb).has(Group::kPassive) ||
                     (r.group(verb).has(Group::kCopula) && r.tree.child(verb, Label::preposition) != kNone);
  const Cue* cue = r.tree.is_noun(noun) ? find_cue(r, noun, Cue::kStatus, kind) : nullptr;
  const bool proof = cue && (cue->flags & Cue::kProof) != 0;
  const Cue* held = cue && !whole ? subject_cue(r, verb, kind) : nullptr;  // `the possibility that talks will resume`
  return cue && (whole || held || proof) && r.tree.child(verb, Label::subject) != kNone && (r.is(noun + 1, Word::complementizer) || proof);
}

bool hoped_by_others(const ClauseReading& r, std::uint32_t noun) {
  const std::uint32_t below = r.tree.parent(noun);
  if (!r.is(noun, Word::content_noun) && !r.lemma_is(noun, Word::content_noun)) return false;
  if (r.group(noun).has(Group::kOwned) || r.tree.child(noun, Label::owner) != kNone || below == kNone) return false;
  if (r.group(below).kind != Group::Kind::preposition || (!r.is(below, Word::through) && !r.is(below, Word::temporal))) return false;
  const std::uint32_t verb = r.tree.parent(below), subject = r.tree.is_verb(verb) ? r.tree.subject_of(verb) : kNone;
  return subject != kNone && r.group(subject).name == kNone && !r.group(subject).has(Group::kPronoun);
}

bool spoken_by_others(const ClauseReading& r, std::uint32_t verb) {
  std::uint32_t speaker = r.tree.subject_of(verb);
  return speaker != kNone && r.group(speaker).name == kNone && r.lemma_is(speaker, Word::observer);
}

bool stands_apart(const ClauseReading& r, std::uint32_t noun, std::uint32_t verb, const Cue& cue, Symbol kind) {
  if (!r.tree.is_noun(noun) || !r.tree.is_verb(verb) || cue.table != Cue::kSupport) return false;
  const Group& group = r.group(noun);
  const bool known = group.has(Group::kDefinite | Group::kOwned) || r.tree.child(noun, Label::owner) != kNone;
  if (known && kind != symbols::cooperation && r.lemma_is(verb, Word::discussing)) return true;
  if (cue.value != symbols::occurred || (cue.flags & Cue::kPending) != 0) return false;
  // Those that are of agreements alone bring them about: `led to a pact`.
  if ((cue.flags & Cue::kNobody) != 0) return cue.kinds == 0 || kind == symbols::contact;
  const std::uint32_t between = r.tree.child(noun, Label::preposition);
  return known && between != kNone && r.is(between, Word::pair_marker) && ((cue.flags & Cue::kBeside) != 0 || cue.phrase.words[1] != kNoWord);
}

bool took_place(const ClauseReading& r, std::uint32_t noun, Symbol kind) {
  const std::uint32_t up = r.tree.label(noun) == Label::prepositional_object ? r.tree.parent(noun) : kNone;
  if (up != kNone && r.is(up, Word::infinitive_subject)) return false;  // `opened the hall for a session that lasted an hour`
  for (std::uint32_t c = r.tree.nodes[noun].first_child; c != kNone; c = r.tree.nodes[c].next_sibling) {
    if (r.tree.label(c) != Label::relative || !r.tree.is_verb(c) || r.group(c).has(Group::kNegated | Group::kPassive)) continue;
    const Group& group = r.group(c);
    if (!group.has(Group::kPast | Group::kPerfect) || group.has(Group::kModal | Group::kFuture | Group::kInfinitive)) continue;
    const std::uint32_t subject = r.tree.child(c, Label::subject);
    // `the dinner that A attended`
    const bool gap = subject != kNone && !r.is(subject, Word::relative) && r.tree.child(c, Label::object) == kNone;
    const Cue* lent = gap && kind == symbols::meeting ? find_cue(r, c, Cue::kSupport, kind) : nullptr;
    if (lent && lent->value == symbols::occurred && lent->phrase.words[1] == kNoWord && !r.lemma_is(c, Word::say)) return true;
    const Cue* cue = subject == kNone || r.is(subject, Word::relative) ? subject_cue(r, c, kind) : nullptr;
    if (cue && !cue->value) return true;
  }
  return false;
}

}  // namespace liaison
