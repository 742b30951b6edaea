#include "relations/cues.h"

#include <algorithm>

namespace liaison {
namespace {

/// How many groups behind its verb a phrase that completes it may stand.
constexpr std::uint32_t kPhraseReach = 10;
constexpr std::uint32_t kNone = Group::kNone;

/// `spoke to A by phone`, `arrived in Moscow for talks`: what completes the verb stands behind other phrases of its.
bool phrase_follows(const ClauseReading& reading, std::uint32_t verb, const Phrase& phrase) {
  const Tree& tree = reading.tree;
  bool whole = phrase.words[2] != kNoWord;
  for (std::uint32_t i = verb + 1; i < tree.groups.size() && i < verb + kPhraseReach; ++i) {
    Group::Kind kind = reading.group(i).kind;
    // `emerged smiling from talks`
    if (kind == Group::Kind::verb && i == verb + 1 && reading.group(i).has(Group::kGerund) && tree.parent(i) == verb) continue;
    if (kind == Group::Kind::verb || kind == Group::Kind::relative || kind == Group::Kind::subordinator) return false;
    if (kind != Group::Kind::preposition) continue;
    bool same = true;
    for (std::uint32_t w = 1; w < kMaxTriggerWords && phrase.words[w] != kNoWord && same; ++w) {
      std::uint32_t token = reading.group(i).first + w - 1;
      same = token < reading.view.tokens.size() && reading.view.tokens[token].word == phrase.words[w];
      // `said in a joint letter`: what stands before the noun
      const bool last = w + 1 == kMaxTriggerWords || phrase.words[w + 1] == kNoWord;
      if (same || !last || w < 2) continue;
      const std::uint32_t noun = tree.child(i, Label::prepositional_object);
      if (noun == Group::kNone || !tree.is_noun(noun)) continue;
      const Group& g = reading.group(noun);
      same = g.name == Group::kNone && g.word == phrase.words[w] && g.first <= token;
    }
    std::uint32_t up = tree.parent(i);
    for (int step = 0; whole && step < 4 && up != kNone && up != verb && !tree.is_verb(up); ++step) up = tree.parent(up);
    if (same && up == verb) return true;
  }
  return false;
}

/// `agreed with A to build …`: the infinitive that completes a verb, behind other phrases of its.
bool infinitive_follows(const ClauseReading& reading, std::uint32_t verb, const Phrase& phrase) {
  const Tree& tree = reading.tree;
  const std::uint32_t below = tree.child(verb, Label::complement);
  if (phrase.words[2] == kNoWord || below == kNone || !reading.group(below).has(Group::kInfinitive)) return false;
  const Group& g = reading.group(below);
  for (std::uint32_t w = 1; w < kMaxTriggerWords && phrase.words[w] != kNoWord; ++w)
    if (g.first + w - 1 >= reading.view.tokens.size() || reading.view.tokens[g.first + w - 1].word != phrase.words[w]) return false;
  return true;
}

}  // namespace

bool is_cue_of(const Cue& cue, Cue::Table table, Symbol kind) {
  return cue.table == table && (cue.kinds == 0 || (cue.kinds >> kind.id & 1) != 0);
}

bool particles_follow(const ClauseReading& reading, std::uint32_t group, const Phrase& phrase) {
  if (phrase.words[1] == kNoWord) return true;
  const auto& tokens = reading.view.tokens;
  auto match = [&](std::uint32_t at) {
    for (std::size_t i = 1; i < kMaxTriggerWords && phrase.words[i] != kNoWord; ++i, ++at)
      if (at >= tokens.size() || tokens[at].word != phrase.words[i]) return false;
    return true;
  };
  const Group& head = reading.group(group);
  // `co-sponsored`: what stands before the verb comes behind it in the phrase.
  if (head.kind == Group::Kind::verb && head.head >= head.first + 2 && tokens[head.head - 1].word == phrase.words[1] &&
      reading.book->grammar().is(reading.view, head.head - 1, Word::hyphen))
    return tokens[head.head - 2].word == phrase.words[2];
  if (head.kind == Group::Kind::preposition) return match(head.first + 1);
  if (match(head.head + 1)) return true;
  std::uint32_t next = group + 1;
  while (next < reading.tree.groups.size() &&
         (reading.group(next).kind == Group::Kind::adverb || reading.group(next).kind == Group::Kind::time)) {
    // `spent two hours with A`
    if (reading.group(next).kind == Group::Kind::time && match(reading.group(next).last - 1)) return true;
    ++next;
  }
  if (next >= reading.tree.groups.size()) return false;
  if (head.kind == Group::Kind::verb && (phrase_follows(reading, group, phrase) || infinitive_follows(reading, group, phrase))) return true;
  const Group& behind = reading.group(next);
  if (match(behind.first)) return true;
  // `introduced a bill with A`: the words may begin with the noun of the object.
  return behind.kind == Group::Kind::noun &&
         (match(behind.last) || (head.kind == Group::Kind::verb && behind.name == Group::kNone && match(behind.head)));
}

const Cue* find_cue(const ClauseReading& reading, std::uint32_t group, Cue::Table table, Symbol kind) {
  const Group& head = reading.group(group);
  for (WordId word : {head.word, head.lemma})
    for (const Cue& cue : reading.book->cues_of(word)) {
      if (!is_cue_of(cue, table, kind) || (cue.flags & Cue::kAdjunct) != 0) continue;
      if (head.kind == Group::Kind::noun && (cue.flags & Cue::kSubject) != 0) continue;  // `a founder`, but `the talks founder`
      if (head.kind != Group::Kind::noun && (cue.flags & Cue::kProof) != 0) continue;    // `a sign of talks`, but `sign`
      // What is listed by its participle tells what somebody is: `is prepared to meet A`, but `prepared to meet A`.
      const bool state = table == Cue::kStatus && head.kind == Group::Kind::verb && word == head.word && word != head.lemma;
      if (state && !head.has(Group::kPassive | Group::kProgressive) && head.has(Group::kPast | Group::kPerfect)) continue;
      // `the talks ended with a pact`, but `ended its pact with A`
      const bool apart = cue.phrase.words[1] != kNoWord && head.head + 1 < reading.view.tokens.size() &&
                         reading.view.tokens[head.head + 1].word != cue.phrase.words[1];
      if (apart && kind == symbols::cooperation && table == Cue::kSupport && (cue.flags & Cue::kNobody) != 0) continue;
      if (particles_follow(reading, group, cue.phrase)) return &cue;
    }
  return nullptr;
}

const Cue* find_cue(const ClauseReading& reading, std::uint32_t group, Symbol kind) {
  const Cue* cue = find_cue(reading, group, Cue::kSupport, kind);
  return cue ? cue : find_cue(reading, group, Cue::kStatus, kind);
}

const Cue* subject_cue(const ClauseReading& reading, std::uint32_t verb, Symbol kind) {
  bool passive = reading.group(verb).has(Group::kPassive) || reading.group(verb).kind != Group::Kind::verb;
  if (passive) return find_cue(reading, verb, kind);
  for (const Cue& cue : reading.book->cues_of(reading.group(verb).lemma))
    if ((cue.flags & Cue::kSubject) != 0 && is_cue_of(cue, Cue::kStatus, kind) && particles_follow(reading, verb, cue.phrase)) return &cue;
  return nullptr;
}

bool gives_status(const ClauseReading& reading, std::uint32_t preposition, Symbol kind, Symbol status) {
  const auto cues = reading.book->cues_of(reading.group(preposition).word);
  return std::any_of(cues.begin(), cues.end(), [&](const Cue& cue) {
    return is_cue_of(cue, Cue::kStatus, kind) && cue.value == status && particles_follow(reading, preposition, cue.phrase);
  });
}

const Cue* adjunct_cue(const ClauseReading& reading, std::uint32_t preposition, Symbol kind) {
  for (const Cue& cue : reading.book->cues_of(reading.group(preposition).word))
    if (is_cue_of(cue, Cue::kSupport, kind) && (cue.flags & Cue::kAdjunct) != 0 && particles_follow(reading, preposition, cue.phrase)) {
      std::uint32_t up = reading.tree.parent(preposition);
      const Cue* above = up == kNone ? nullptr : find_cue(reading, up, kind);
      return above && above->phrase.words[1] == reading.group(preposition).word ? nullptr : &cue;
    }
  return nullptr;
}

std::uint32_t verb_completed_by(const ClauseReading& reading, std::uint32_t preposition, Symbol kind) {
  std::uint32_t verb = reading.tree.parent(preposition);
  const bool over_object = verb != kNone && reading.tree.is_noun(verb) && reading.tree.label(verb) == Label::object;
  if (over_object) verb = reading.tree.parent(verb);
  const Cue* cue = verb != kNone && reading.tree.is_verb(verb) ? find_cue(reading, verb, Cue::kSupport, kind) : nullptr;
  return cue && cue->phrase.words[over_object ? 2 : 1] == reading.group(preposition).word ? verb : kNone;
}

bool covers(const ClauseReading& reading, std::uint32_t preposition, const Phrase& phrase) {
  std::uint32_t words = 0;
  while (words < kMaxTriggerWords && phrase.words[words] != kNoWord) ++words;
  return words >= reading.group(preposition).last - reading.group(preposition).first;
}

bool is_event(const ClauseReading& r, std::uint32_t at, Symbol kind) {
  const TriggerKind part = r.tree.is_noun(at) ? TriggerKind::noun : TriggerKind::verb;
  for (const Trigger& t : r.book->triggers_of(r.group(at).lemma))
    if (t.kind == part && t.phrase.words[1] == kNoWord && r.book->frame(t).kind == kind) return true;
  return false;
}

bool completes(const ClauseReading& r, std::uint32_t verb, std::uint32_t preposition, Symbol kind) {
  if (!r.tree.is_verb(verb)) return false;
  const auto cues = r.book->cues_of(r.group(verb).lemma);
  return std::any_of(cues.begin(), cues.end(), [&](const Cue& cue) {
    return is_cue_of(cue, Cue::kStatus, kind) && cue.phrase.is_pair_with(r.group(preposition).word);
  });
}

bool governs_other(const ClauseReading& r, std::uint32_t verb, const Cue& cue) {
  const std::uint32_t preposition = cue.phrase.words[1] == kNoWord ? kNone : r.tree.child(verb, Label::preposition);
  return preposition != kNone && r.group(preposition).word == cue.phrase.words[1] &&
         r.tree.child(preposition, Label::prepositional_object) != kNone;
}

const Cue* infinitive_cue(const ClauseReading& r, std::uint32_t above, Symbol kind) {
  const Cue* cue = find_cue(r, above, kind);
  const Cue* own = cue ? find_cue(r, above, Cue::kStatus, kind) : nullptr;
  if (!cue) return nullptr;
  const bool longer = cue->phrase.words[1] != kNoWord && (!own || own->phrase.words[1] == kNoWord);  // `has yet to meet A`
  return (own && !longer) || governs_other(r, above, *cue) || r.lemma_is(above, Word::travel) ? own : cue;
}

}  // namespace liaison
