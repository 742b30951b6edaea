#include "relations/doubts.h"

#include "relations/cues.h"

namespace liaison {
namespace {

constexpr std::uint32_t kNone = Group::kNone;

/// True if who says so is named: `Ann Lee thinks that A should meet B`, `explained why A should meet B`.
bool said_by_someone(const ClauseReading& r, std::uint32_t verb) {
  std::uint32_t at = verb;
  for (int step = 0; at != kNone && step < Tree::kDeepest; ++step, at = r.tree.parent(at)) {
    const std::uint32_t up = r.tree.parent(at);
    const bool below = r.tree.label(at) == Label::content || r.tree.label(at) == Label::adverbial;
    const std::uint32_t speaker = below && r.tree.is_verb(up) ? r.tree.subject_of(up) : kNone;
    if (speaker == kNone || r.is_expletive(speaker)) continue;
    if (r.group(speaker).name != kNone || r.group(speaker).has(Group::kPronoun | Group::kRole)) return true;
  }
  return false;
}

}  // namespace

bool asked(const ClauseReading& r, std::uint32_t verb) {
  if (!r.tree.is_verb(verb) || !r.group(verb).has(Group::kModal)) return false;
  std::uint32_t subject = r.tree.child(verb, Label::subject);
  if (subject == kNone || subject == 0 || !r.group(subject - 1).has(Group::kAuxiliaryOnly)) return false;
  const bool known = subject > 1 && r.group(subject - 2).kind == Group::Kind::subordinator && r.group(verb).has(Group::kNegated);
  return !known;
}

bool asked_in_vain(const ClauseReading& r, std::uint32_t verb) {
  if (!asked(r, verb)) return false;
  // `should A fail to meet B, C will win`
  const std::uint32_t next = r.tree.child(verb, Label::conjunct);
  if (next != kNone && r.tree.is_verb(next) && r.tree.child(next, Label::subject) != kNone) return false;
  const std::uint32_t auxiliary = r.tree.child(verb, Label::subject) - 1;
  if (r.has_word(auxiliary, Word::duty)) return true;
  return auxiliary > 0 && r.group(auxiliary - 1).kind == Group::Kind::subordinator && !r.is(auxiliary - 1, Word::temporal_clause);
}

bool thought_right(const ClauseReading& r, std::uint32_t verb) {
  const Group& group = r.group(verb);
  const std::uint32_t opener = r.tree.nodes[verb].marker;
  const bool free = !group.has(Group::kNegated | Group::kPerfect) && (opener == kNone || !r.is(opener, Word::subordinator_condition)) &&
                    (r.tree.parent(verb) == kNone || r.tree.label(verb) == Label::conjunct || r.tree.label(verb) == Label::content);
  const auto tells = [&](Word word) { return r.any_word(group.first, group.head, word); };
  const bool thought = group.has(Group::kModal) && (tells(Word::duty) || (free && tells(Word::chance)));
  return thought && !said_by_someone(r, verb);
}

bool is_judgement(const Cue& cue) { return (cue.flags & Cue::kOthers) != 0 && cue.phrase.words[1] != kNoWord; }

bool called_for(const ClauseReading& r, std::uint32_t verb) {
  const Group& group = r.group(verb);
  const bool base = !group.has(Group::kPast | Group::kPerfect | Group::kModal | Group::kFuture | Group::kProgressive) &&
                    r.grammar().is(r.view, group.head, Word::verb_base);
  const std::uint32_t subject = r.tree.subject_of(verb);
  return base && (subject == kNone || !r.is(subject, Word::first_person));
}

bool only_imagined(const ClauseReading& r, std::uint32_t verb, Symbol kind) {
  const std::uint32_t opener = r.tree.nodes[verb].marker, up = r.tree.parent(verb);
  const auto is_of_others = [&](std::uint32_t at) {
    const Cue* cue = find_cue(r, at, Cue::kStatus, kind);
    return cue && (cue->flags & Cue::kOthers) != 0;
  };
  // `suppose A met B`, `imagine that A met B`
  if (up == kNone) return opener != kNone && is_of_others(opener);
  if (!r.tree.is_verb(up)) return false;
  const Group& above = r.group(up);
  const bool free = r.tree.parent(up) == kNone || r.tree.label(up) == Label::conjunct;
  const bool told = free && r.tree.child(up, Label::subject) == kNone && above.first == above.head &&
                    r.grammar().is(r.view, above.head, Word::verb_base);
  if (told && is_of_others(up)) return true;
  // `if A had met B, C would have won`
  const bool past = r.group(verb).has(Group::kPerfect) && r.group(verb).has(Group::kPast);
  return past && r.tree.label(verb) == Label::adverbial && opener != kNone && opener < verb && verb < up &&
         r.is(opener, Word::subordinator_condition) && above.has(Group::kModal);
}

bool is_a_way(const ClauseReading& r, std::uint32_t noun, std::uint32_t copula, Symbol kind) {
  const Group& group = r.group(noun);
  const std::uint32_t what = r.tree.child(copula, Label::complement);
  if (!r.group(copula).has(Group::kCopula) || what == kNone || !r.tree.is_noun(what) || !r.group(what).has(Group::kDefinite)) return false;
  // `a truce was the only way`: as somebody says
  const bool past = r.group(copula).has(Group::kPast | Group::kPerfect) && r.tree.label(copula) != Label::content;
  if (past || group.has(Group::kDefinite | Group::kOwned)) return false;
  const Cue* cue = find_cue(r, what, Cue::kStatus, kind);
  return cue && cue->value == symbols::possible;
}

bool is_sought_record(const ClauseReading& r, std::uint32_t noun, std::uint32_t verb, Symbol kind) {
  if (kind != symbols::contact || !r.tree.is_noun(noun) || !r.tree.is_verb(verb) || !r.group(noun).has(Group::kPlural)) return false;
  const Cue* cue = find_cue(r, verb, kind);
  if (!cue || cue->value != symbols::possible) return false;
  for (std::uint32_t c = r.tree.nodes[noun].first_child; c != kNone; c = r.tree.nodes[c].next_sibling)
    if (r.is_preposition(c, Word::pair_marker)) return true;
  return false;
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
  // `reports that he met A`, `reports from Oslo that he met A`
  if (noun + 1 >= r.tree.groups.size()) return false;
  const bool beside = r.group(noun + 1).kind == Group::Kind::preposition && r.tree.parent(noun + 1) == noun;
  const std::uint32_t opener = r.tree.nodes[verb].marker;
  const bool opened = r.is(noun + 1, Word::complementizer) || (beside && opener != kNone && r.is(opener, Word::complementizer));
  return cue && (whole || held || proof) && r.tree.child(verb, Label::subject) != kNone && (opened || proof);
}

bool told_by_noun_before(const ClauseReading& r, std::uint32_t verb, std::uint32_t teller, Symbol kind) {
  const std::uint32_t preposition = r.tree.is_noun(teller) ? r.tree.parent(teller) : kNone;
  const bool between = preposition != kNone && r.group(preposition).kind == Group::Kind::preposition &&
                       (r.is(preposition, Word::source_marker) || r.is(preposition, Word::agent_marker) ||
                        r.is(preposition, Word::part_marker));
  if (!between || teller + 1 >= r.tree.groups.size() || !r.is(teller + 1, Word::complementizer) || r.tree.child(verb, Label::subject) == kNone) return false;
  const bool whole = r.tree.child(verb, Label::object) != kNone || r.group(verb).has(Group::kPassive | Group::kCopula);
  const std::uint32_t noun = r.tree.parent(preposition);
  const Cue* cue = noun != kNone && r.tree.is_noun(noun) ? find_cue(r, noun, Cue::kStatus, kind) : nullptr;
  return cue && (whole || (cue->flags & Cue::kProof) != 0);
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
  if (!known || between == kNone || !r.is(between, Word::pair_marker)) return false;
  return (cue.flags & Cue::kBeside) != 0 || cue.phrase.words[1] != kNoWord;
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
