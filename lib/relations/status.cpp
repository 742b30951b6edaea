#include "relations/status.h"

#include <algorithm>

#include "relations/compose_status.h"
#include "relations/cues.h"
#include "relations/frame_trace.h"
#include "relations/verb_status.h"

namespace liaison {
namespace {

/// How many predicates a chain may have.
constexpr int kLongestChain = 12;
constexpr std::uint32_t kNone = Group::kNone;
/// How far from a preposition the day of what stands before and behind it may be told, in groups.
constexpr std::uint32_t kDayReach = 6;

/// Walks from a trigger outward and composes what it meets.
class StatusChain {
 public:
  StatusChain(const ClauseReading& reading, Symbol kind) : r_(reading), kind_(kind) {}

  Symbol run(std::uint32_t trigger, bool in_passing) {
    if (r_.tree.is_verb(trigger)) start_verb(trigger);
    else start_noun(trigger);
    asked_ = asked(trigger);
    tell(trigger);
    if (!in_passing) walk(trigger);
    if (asked_) status_ = compose(symbols::possible, false, status_);
    return dropped_ ? symbols::none : status_;
  }

 private:
  const Tree& tree() const { return r_.tree; }

  void tell(std::uint32_t group) const {
    if (r_.trace) r_.trace->status(group, status_, dropped_);
  }

  void apply(const Cue* cue, bool negated) { status_ = compose(cue ? cue->value : symbols::none, negated, status_); }

  /// True if the verb stands behind its auxiliary and subject in a question: `Will A meet B?`; but who asks `Why didn't A meet
  /// B?` knows.
  bool asked(std::uint32_t trigger) const {
    if (!tree().is_verb(trigger) || !r_.group(trigger).has(Group::kModal)) return false;
    std::uint32_t subject = tree().child(trigger, Label::subject);
    if (subject == kNone || subject == 0 || !r_.group(subject - 1).has(Group::kAuxiliaryOnly)) return false;
    const bool known = subject > 1 && r_.group(subject - 2).kind == Group::Kind::subordinator && r_.group(trigger).has(Group::kNegated);
    return !known;
  }

  /// `was to meet A, but cancelled`, `got a call but missed it`: the clause that is set against it says that it did not come about.
  bool called_off(std::uint32_t verb) const {
    for (std::uint32_t c = tree().child(verb, Label::conjunct); c != kNone; c = tree().nodes[c].next_sibling) {
      if (tree().label(c) != Label::conjunct || !tree().is_verb(c) || r_.group(c).has(Group::kNegated | Group::kModal | Group::kFuture)) continue;
      const Cue* cue = find_cue(r_, c, Cue::kSupport, kind_);
      if (!cue || cue->value != symbols::denied || tree().child(c, Label::complement) != kNone || !is_set_against(verb, c)) continue;
      const std::uint32_t object = tree().child(c, Label::object);
      if (object == kNone ? status_ != symbols::occurred : r_.is_expletive(object)) return true;
    }
    return false;
  }

  /// True if a conjunction like `but` stands before the clause that is joined.
  bool is_set_against(std::uint32_t verb, std::uint32_t joined) const {
    for (std::uint32_t g = joined; g-- > verb + 1;)
      if (r_.group(g).kind == Group::Kind::conjunction) return r_.is(g, Word::conjunction_but);
    return false;
  }

  void apply_own(std::uint32_t verb) { status_ = verb_status(r_, verb, kind_, status_); }

  /// `the two should meet`, `A could cut a deal with B`, where nobody who is named says so: the opinion of who writes.
  bool thought_right(std::uint32_t verb) const {
    const Group& group = r_.group(verb);
    const std::uint32_t opener = tree().nodes[verb].marker;
    const bool free = !group.has(Group::kNegated | Group::kPerfect) && (opener == kNone || !r_.is(opener, Word::subordinator_condition)) &&
                      (tree().parent(verb) == kNone || tree().label(verb) == Label::conjunct || tree().label(verb) == Label::content);
    bool thought = false;
    for (std::uint32_t t = group.first; t < group.head && group.has(Group::kModal); ++t)
      thought |= r_.grammar().is(r_.view, t, Word::duty) || (free && r_.grammar().is(r_.view, t, Word::chance));
    for (std::uint32_t at = verb; thought && at != kNone; at = tree().parent(at)) {
      const std::uint32_t up = tree().parent(at);
      const bool below = tree().label(at) == Label::content || tree().label(at) == Label::adverbial;  // `explained why A should meet B`
      const std::uint32_t speaker = below && tree().is_verb(up) ? tree().subject_of(up) : kNone;
      if (speaker != kNone && (r_.group(speaker).name != kNone || r_.group(speaker).has(Group::kPronoun | Group::kRole))) return false;
    }
    return thought;
  }

  void start_verb(std::uint32_t verb) {
    apply_own(verb);
    if (instead(verb)) status_ = compose(symbols::denied, false, status_);
    dropped_ |= thought_right(verb);
    std::uint32_t subject = tree().subject_of(verb);
    if (subject != kNone && r_.group(subject).has(Group::kNegated)) status_ = compose(symbols::none, true, status_);
  }

  /// `flew home rather than meet A`
  bool instead(std::uint32_t verb) const {
    const std::uint32_t opener = tree().nodes[verb].marker;
    if (opener == kNone || r_.group(opener).kind != Group::Kind::subordinator) return false;
    const Group& group = r_.group(opener);
    const auto cues = r_.book->cues_of(r_.view.tokens[group.first].word);
    return std::any_of(cues.begin(), cues.end(), [&](const Cue& cue) {
      if (!is_cue_of(cue, Cue::kStatus, kind_) || cue.value != symbols::denied) return false;
      for (std::uint32_t w = 0; w < kMaxTriggerWords && cue.phrase.words[w] != kNoWord; ++w)
        if (group.first + w >= group.last || r_.view.tokens[group.first + w].word != cue.phrase.words[w]) return false;
      return true;
    });
  }

  /// Determiner, adjectives and participles of a noun.
  void start_noun(std::uint32_t noun) {
    const Group& group = r_.group(noun);
    for (std::uint32_t t = group.first; t < group.head; ++t)
      for (const Cue& cue : r_.book->cues_of(r_.view.tokens[t].word))
        if (is_cue_of(cue, Cue::kStatus, kind_) && cue.phrase.words[1] == kNoWord && (cue.flags & (Cue::kAdjunct | Cue::kOthers | Cue::kSubject)) == 0) {
          status_ = compose(cue.value, false, status_);
          expected_ |= cue.value == symbols::planned;
          break;
        }
    for (std::uint32_t c = tree().nodes[noun].first_child; c != kNone; c = tree().nodes[c].next_sibling) {
      Label label = tree().label(c);
      if (label != Label::participle && label != Label::relative && label != Label::complement) continue;
      if (kind_ == symbols::contact && label == Label::participle && r_.group(c).has(Group::kGerund)) continue;  // `a letter asking B to go`
      if (label == Label::relative) apply_relative(c);
      else if (label == Label::participle || r_.group(c).has(Group::kPassive)) {
        // `with Narendra Modi (not shown)`: says nothing about whether it took place.
        const Cue* cue = find_cue(r_, c, kind_);
        apply(cue, cue && r_.group(c).has(Group::kNegated));
        if (r_.group(c).has(Group::kInfinitive)) status_ = compose(symbols::planned, false, status_);
      }
    }
    if (group.has(Group::kNegated)) status_ = compose(symbols::none, true, status_);
  }

  /// `talks that they were to have held`
  void apply_relative(std::uint32_t verb) {
    std::uint32_t inner = verb;
    for (std::uint32_t c = tree().child(verb, Label::complement); c != kNone && tree().is_verb(c); c = tree().child(c, Label::complement)) inner = c;
    if (!find_cue(r_, inner, Cue::kSupport, kind_) || lacks_nothing(inner)) return;
    if (inner != verb) infinitive_below_copula(verb, inner);
    apply_own(inner);
    if (inner != verb) apply_own(verb);
  }

  /// `a letter that he should join B in a suit`: tells what the noun says, not what was done with it.
  bool lacks_nothing(std::uint32_t verb) const {
    return tree().child(verb, Label::subject) != kNone && tree().child(verb, Label::object) != kNone;
  }

  bool infinitive_below_copula(std::uint32_t copula, std::uint32_t verb) {
    if (!r_.group(copula).has(Group::kCopula) || !r_.group(verb).has(Group::kInfinitive)) return false;
    // `there is no reason to meet A`
    const std::uint32_t what = tree().child(copula, Label::complement);
    if (what != kNone && what < verb && tree().is_noun(what) && r_.group(what).has(Group::kNegated)) {
      status_ = compose(symbols::denied, false, status_);
      return true;
    }
    // `was in Oslo to meet A`: who was there for it did it.
    const std::uint32_t place = tree().child(copula, Label::preposition);
    const bool there = place != kNone && place < verb && (r_.is(place, Word::inside) || r_.is(place, Word::at_place));
    if (there && r_.group(copula).has(Group::kPast)) return true;
    status_ = compose(r_.group(verb).has(Group::kPerfect) ? symbols::denied : symbols::planned, false, status_);
    return true;
  }

  /// From the group outward, as long as what stands above bears on it.
  void walk(std::uint32_t at) {
    for (int step = 0; at != kNone && step < kLongestChain; ++step) {
      at = tree().list_head(at);
      std::uint32_t up = tree().parent(at);
      Label label = tree().label(at);
      if (up == kNone) return;
      const bool below = r_.group(up).kind == Group::Kind::preposition;
      const std::uint32_t verb = below ? verb_completed_by(up) : kNone;
      if (step == 0 && expected_ && status_ == symbols::planned && came_off(at, up, verb)) status_ = symbols::occurred;
      if ((label == Label::content || is_proof(at)) && unproven(up)) dropped_ = true;
      bool go_on = false;
      if (verb != kNone) go_on = governs(at, verb);
      else if (below) go_on = over_preposition(at, up);
      else go_on = tree().is_noun(at) ? over_noun(at, up, label) : over_verb(at, up, label);
      asked_ |= go_on && asked(up);
      if (tree().is_verb(up) && called_off(up)) status_ = symbols::denied;
      tell(up);
      if (!go_on) return;
      at = verb != kNone ? verb : below ? tree().parent(up) : up;
    }
  }

  /// `held a long-awaited meeting`, `after the scheduled talks`, `the planned visit began`: what was to come came about.
  bool came_off(std::uint32_t noun, std::uint32_t up, std::uint32_t completed) const {
    const std::uint32_t verb = completed != kNone ? completed : up;
    if (r_.group(verb).kind == Group::Kind::preposition) {
      const auto cues = r_.book->cues_of(r_.group(verb).word);
      return !r_.is(verb, Word::at_place) && std::any_of(cues.begin(), cues.end(), [&](const Cue& cue) {
        return is_cue_of(cue, Cue::kStatus, kind_) && cue.value == symbols::occurred && particles_follow(r_, verb, cue.phrase);
      });
    }
    const Group& group = r_.group(verb);
    if (group.kind != Group::Kind::verb || !group.has(Group::kPast | Group::kPerfect) ||
        group.has(Group::kModal | Group::kFuture | Group::kInfinitive | Group::kCopula)) return false;
    if (completed == kNone && tree().label(noun) == Label::subject && !group.has(Group::kPassive)) {
      const Cue* cue = subject_cue(verb);
      return cue && !cue->value;
    }
    const Cue* cue = find_cue(r_, verb, Cue::kSupport, kind_);
    // `had a meeting planned`, `announced the planned talks`: nothing yet
    return cue && cue->value == symbols::occurred && (cue->flags & (Cue::kNobody | Cue::kFactive)) == 0 && !r_.lemma_is(verb, Word::say) &&
           !r_.lemma_is(verb, Word::have);
  }

  /// True for a verb below whose subject there is no proof, or that finds none: `no evidence has emerged that …`, `did not find
  /// evidence that …`.
  bool unproven(std::uint32_t verb) const {
    if (!tree().is_verb(verb)) return false;
    for (Label place : {Label::subject, Label::object, Label::complement}) {
      const std::uint32_t noun = tree().child(verb, place);
      if (noun == kNone || !tree().is_noun(noun) || (!r_.group(noun).has(Group::kNegated) && !r_.group(verb).has(Group::kNegated))) continue;
      if (is_proof(noun)) return true;
    }
    return false;
  }

  bool is_proof(std::uint32_t noun) const {
    const Cue* cue = tree().is_noun(noun) ? find_cue(r_, noun, Cue::kStatus, kind_) : nullptr;
    return cue && (cue->flags & Cue::kProof) != 0;
  }

  /// `arrived on Saturday before talks on Sunday`: the day of the noun is another one than that of what came before it.
  bool on_later_day(std::uint32_t noun, std::uint32_t preposition) const {
    const auto weekday = [&](std::uint32_t group) {
      for (std::uint32_t t = r_.group(group).first; r_.group(group).kind == Group::Kind::time && t < r_.group(group).last; ++t)
        if (r_.grammar().is(r_.view, t, Word::weekday)) return r_.view.tokens[t].word;
      return kNoWord;
    };
    if (!r_.is(preposition, Word::ahead)) return false;
    WordId later = kNoWord, earlier = kNoWord;
    for (std::uint32_t g = noun + 1; g < tree().groups.size() && g < noun + kDayReach && later == kNoWord && r_.group(g).kind != Group::Kind::verb; ++g) later = weekday(g);
    for (std::uint32_t g = preposition; later != kNoWord && g-- > 0 && g + kDayReach > preposition && earlier == kNoWord;) earlier = weekday(g);
    return earlier != kNoWord && later != kNoWord && earlier != later;
  }

  /// True if a verb says that what its cue makes possible came about: `was able to`, `got the chance to`.
  bool achieved(std::uint32_t verb) const {
    return tree().is_verb(verb) && r_.group(verb).has(Group::kPast | Group::kPerfect) && !r_.group(verb).has(Group::kModal | Group::kFuture | Group::kInfinitive);
  }

  /// The cue of a verb with its object that makes what is below the object possible: `got the chance to meet A`; null if none.
  const Cue* chance(std::uint32_t noun) const {
    const std::uint32_t verb = tree().is_noun(noun) && tree().label(noun) == Label::object ? tree().parent(noun) : kNone;
    const Cue* cue = tree().is_verb(verb) ? find_cue(r_, verb, Cue::kStatus, kind_) : nullptr;
    return cue && (cue->flags & Cue::kAchieved) != 0 ? cue : nullptr;
  }

  bool over_preposition(std::uint32_t at, std::uint32_t preposition) {
    std::uint32_t up = tree().parent(preposition);
    for (const Cue& cue : r_.book->cues_of(r_.group(preposition).word))
      if (is_cue_of(cue, Cue::kStatus, kind_) && covers(cue.phrase, preposition) && particles_follow(r_, preposition, cue.phrase)) {
        apply(&cue, false);
        dropped_ |= cue.value == symbols::denied && is_proof(at);  // `without evidence of a meeting`
        return cue.value == symbols::none && up != kNone && governs(at, up);
      }
    const Cue* cue = up == kNone ? nullptr : adjunct(preposition);
    // `pledges during a meeting`: what they are bears on them alone.
    if (cue && tree().is_noun(up) && r_.is(preposition, Word::temporal)) return false;
    // `is due in Oslo for talks`
    if (cue && cue->value == symbols::planned && tree().is_verb(up) && r_.group(up).has(Group::kCopula)) {
      const std::uint32_t what = tree().child(up, Label::complement);
      const Cue* due = what != kNone && r_.group(what).kind == Group::Kind::adjective ? find_cue(r_, what, Cue::kStatus, kind_) : nullptr;
      if (due && due->value == symbols::planned) status_ = compose(symbols::planned, false, status_);
    }
    if (cue && tree().is_noun(at) && on_later_day(at, preposition)) status_ = compose(symbols::planned, false, status_);
    if (cue && !tree().is_noun(up) && !r_.group(up).has(Group::kCopula)) {
      if (cue->value == symbols::planned) {
        // `refused to fly to Moscow for talks`, but not `huddled for talks`, and not `praised A for meeting B`
        if (!tree().is_noun(at)) return false;
        if (!is_event(up)) status_ = compose(symbols::planned, false, status_);
        if (!tree().is_verb(up)) return false;
        start_above(find_cue(r_, up, Cue::kStatus, kind_), up);
        return true;
      }
      // What frames the clause above took place, unless the clause lies ahead.
      if (r_.group(up).kind == Group::Kind::verb && (r_.group(up).has(Group::kFuture) || (!r_.group(up).has(Group::kPast) && time_to_come(r_, up))))
        status_ = compose(symbols::planned, false, status_);
      return false;
    }
    return up != kNone && governs(at, up);
  }

  /// The support verb that the preposition belongs to, with the object between them if there is one: `arrived at an
  /// agreement`, `took part in the talks`.
  std::uint32_t verb_completed_by(std::uint32_t preposition) const {
    std::uint32_t verb = tree().parent(preposition);
    const bool over_object = verb != kNone && tree().is_noun(verb) && tree().label(verb) == Label::object;
    if (over_object) verb = tree().parent(verb);
    const Cue* cue = verb != kNone && tree().is_verb(verb) ? find_cue(r_, verb, Cue::kSupport, kind_) : nullptr;
    return cue && cue->phrase.words[over_object ? 2 : 1] == r_.group(preposition).word ? verb : kNone;
  }

  /// True for a verb that tells of an event of the kind by itself.
  bool is_event(std::uint32_t verb) const {
    for (const Trigger& t : r_.book->triggers_of(r_.group(verb).lemma))
      if (t.kind == TriggerKind::verb && t.phrase.words[1] == kNoWord && r_.book->frame(t).kind == kind_) return true;
    return false;
  }

  /// True if the phrase has all words of a compound preposition.
  bool covers(const Phrase& phrase, std::uint32_t preposition) const {
    std::uint32_t words = 0;
    while (words < kMaxTriggerWords && phrase.words[words] != kNoWord) ++words;
    return words >= r_.group(preposition).last - r_.group(preposition).first;
  }

  /// The cue of a preposition under which the subject of the clause takes part, if its governor does not take it.
  const Cue* adjunct(std::uint32_t preposition) const {
    for (const Cue& cue : r_.book->cues_of(r_.group(preposition).word))
      if (is_cue_of(cue, Cue::kSupport, kind_) && (cue.flags & Cue::kAdjunct) != 0 && particles_follow(r_, preposition, cue.phrase)) {
        std::uint32_t up = tree().parent(preposition);
        const Cue* above = up == kNone ? nullptr : find_cue(r_, up, kind_);
        return above && above->phrase.words[1] == r_.group(preposition).word ? nullptr : &cue;
      }
    return nullptr;
  }

  /// Applies the cue of a governor above a preposition; false if it has none that bears on what is below.
  bool governs(std::uint32_t at, std::uint32_t up) {
    const Cue* cue = find_cue(r_, up, kind_);
    if (cue && (cue->flags & Cue::kFactive) != 0) return false;
    if (tree().is_noun(up)) {
      if (!cue) return false;
      start_above(cue, up);
      return true;
    }
    if (!cue && !r_.group(up).has(Group::kCopula)) {
      bool ahead = r_.group(up).has(Group::kFuture) && tree().is_verb(at);
      if (ahead) status_ = compose(symbols::planned, false, status_);
      return false;
    }
    start_above(cue, up);
    return true;
  }

  void start_above(const Cue* cue, std::uint32_t up) {
    bool doubtful = cue && (cue->value == symbols::planned || cue->value == symbols::possible || (cue->flags & Cue::kOthers) != 0);
    if (doubtful && r_.group(up).kind == Group::Kind::verb && spoken_by_others(up)) dropped_ = true;
    if (cue && cue->table == Cue::kSupport && cue->value == symbols::occurred && tree().is_verb(up)) dropped_ |= thought_right(up);
    bool noun = tree().is_noun(up);
    // `declined to say whether they had met`
    if (told_ && cue && cue->value == symbols::denied) {
      status_ = compose(symbols::possible, false, status_);
      return;
    }
    if (noun && cue && (cue->flags & Cue::kOthers) != 0) dropped_ = true;  // `speculation about a merger`
    // `made no mention of the talks`, `did not recall meeting A`: that nobody says so does not deny it.
    const bool tells = cue && ((!cue->value && cue->table == Cue::kStatus) || (cue->flags & Cue::kFactive) != 0);
    if (r_.group(up).has(Group::kNegated) && tells && r_.lemma_is(up, Word::say)) {
      status_ = compose(symbols::possible, false, status_);
      return;
    }
    if (noun && cue && (cue->flags & Cue::kProof) != 0 && r_.group(up).has(Group::kNegated)) dropped_ = true;
    const std::uint32_t verb = tree().is_verb(up) ? up : tree().governor(up);
    const bool did = cue && (cue->flags & Cue::kAchieved) != 0 && achieved(verb);
    status_ = compose(cue && !did ? cue->value : symbols::none, noun && r_.group(up).has(Group::kNegated), status_);
    if (!noun && r_.group(up).kind == Group::Kind::verb) apply_own(up);
    // `died before he was able to meet A`
    const std::uint32_t opener = did ? tree().nodes[verb].marker : kNone;
    if (opener != kNone && r_.is(opener, Word::ahead)) status_ = compose(symbols::denied, false, symbols::occurred);
  }

  bool over_noun(std::uint32_t at, std::uint32_t up, Label label) {
    if (tree().is_noun(up)) return false;
    if (label == Label::subject) return over_subject(at, up);
    const Cue* cue = chance(at);
    if (!cue) cue = find_cue(r_, up, kind_);
    if ((label != Label::complement && !cue) || (cue && (cue->flags & Cue::kFactive) != 0)) return false;
    start_above(cue, up);
    return true;
  }

  /// What a predicate says of its subject: `the talks are expected to begin`, `an accord was reached`.
  bool over_subject(std::uint32_t noun, std::uint32_t verb) {
    std::uint32_t chain[kLongestChain];
    int length = 0;
    for (std::uint32_t at = verb; at != kNone && length < kLongestChain; at = complement_of(r_, at)) chain[length++] = at;
    std::uint32_t inner = chain[length - 1];
    bool copula = r_.group(inner).has(Group::kCopula);
    const Cue* cue = subject_cue(inner);
    if (!cue && !copula) {
      bool doubtful = r_.group(verb).has(Group::kModal) && !r_.group(noun).has(Group::kDefinite) && status_ == symbols::occurred;
      if (doubtful) dropped_ = true;
      if (kind_ == symbols::cooperation) return true;
    }
    for (int i = 0; i < length; ++i)
      if (const Cue* one = i + 1 == length ? cue : find_cue(r_, chain[i], kind_); one && (one->flags & Cue::kFactive) != 0) return false;
    bool said_already = cue && cue->value == symbols::denied && status_ == symbols::denied;
    if (cue && !said_already) apply(cue, false);
    // `The talks failed to resolve the dispute`: what did not come about is what they were for.
    const bool held = !cue && !copula && kind_ != symbols::cooperation;
    for (int i = length; i-- > 0;) {
      const Cue* above = i + 1 < length ? find_cue(r_, chain[i], kind_) : nullptr;
      if (above && !(held && above->value == symbols::denied)) apply(above, false);
      if (r_.group(chain[i]).kind != Group::Kind::verb) continue;
      if (cue && i + 1 < length && r_.is(chain[i], Word::have)) status_ = compose(symbols::planned, false, status_);
      if (copula && r_.group(chain[i]).has(Group::kNegated) && length == 1) continue;
      if (cue || kind_ != symbols::cooperation || i + 1 < length) status_ = status_above_subject(r_, chain[i], cue || length > 1, status_);
    }
    return true;
  }

  /// What a verb says of its subject: any cue in the passive, in the active those that bear on subjects.
  const Cue* subject_cue(std::uint32_t verb) const {
    bool passive = r_.group(verb).has(Group::kPassive) || r_.group(verb).kind != Group::Kind::verb;
    if (passive) return find_cue(r_, verb, kind_);
    for (const Cue& cue : r_.book->cues_of(r_.group(verb).lemma))
      if ((cue.flags & Cue::kSubject) != 0 && is_cue_of(cue, Cue::kStatus, kind_) && particles_follow(r_, verb, cue.phrase)) return &cue;
    return nullptr;
  }

  /// True if the clause says what a noun of report is about and lacks nothing: `denied reports that he had met A`, `that he
  /// was in talks with A`.
  bool told_by_noun(std::uint32_t verb, std::uint32_t noun) const {
    const bool whole = tree().child(verb, Label::object) != kNone || (r_.group(verb).has(Group::kCopula) && tree().child(verb, Label::preposition) != kNone);
    const Cue* cue = tree().is_noun(noun) ? find_cue(r_, noun, Cue::kStatus, kind_) : nullptr;
    const bool proof = cue && (cue->flags & Cue::kProof) != 0;
    return cue && (whole || proof) && tree().child(verb, Label::subject) != kNone && (r_.is(noun + 1, Word::complementizer) || proof);
  }

  /// `will be briefed`, `is to be briefed`
  bool lies_ahead(std::uint32_t verb) const {
    const std::uint32_t up = r_.tree.parent(verb);
    const bool infinitive = tree().label(verb) == Label::complement && tree().is_verb(up) && is_to(r_, up, verb);
    return r_.group(verb).has(Group::kFuture) || (infinitive && r_.group(up).has(Group::kCopula) && !r_.group(up).has(Group::kPast));
  }

  bool over_verb(std::uint32_t at, std::uint32_t up, Label label) {
    const Cue* cue = find_cue(r_, up, kind_);
    if (label == Label::complement && r_.group(at).has(Group::kInfinitive) && chance(up)) {
      status_ = compose(symbols::none, r_.group(up).has(Group::kNegated), status_);
      return true;
    }
    if (label == Label::relative && told_by_noun(at, up)) {
      start_above(find_cue(r_, up, Cue::kStatus, kind_), up);
      return true;
    }
    bool present = r_.group(at).has(Group::kFinite) && !r_.group(at).has(Group::kPast | Group::kPerfect);
    const std::uint32_t opener = tree().nodes[at].marker;
    // `will not support A because he meets B`: what is the reason is so now.
    const bool reason = opener != kNone && r_.is(opener, Word::causal) && !r_.is(opener, Word::temporal_clause);
    // `once he has met A, he will ask`
    present |= opener != kNone && r_.is(opener, Word::ahead) && r_.group(at).has(Group::kFinite) && r_.group(at).has(Group::kPerfect) && !r_.group(at).has(Group::kPast);
    if (label == Label::adverbial && present && !reason && lies_ahead(up)) status_ = compose(symbols::planned, false, status_);
    if (label == Label::relative || label == Label::participle || label == Label::adverbial) return false;
    // `holding talks with A might help`
    if (label == Label::subject) {
      if (r_.group(up).has(Group::kModal | Group::kFuture)) status_ = compose(symbols::possible, false, status_);
      return status_ != symbols::occurred;
    }
    if (label == Label::content && spoken_by_others(up) && status_ != symbols::occurred) dropped_ = true;
    if (label == Label::complement && infinitive_below_copula(up, at)) {
      status_ = compose(symbols::none, r_.group(up).has(Group::kNegated), status_);
      return true;
    }
    if (label == Label::complement && !cue && r_.group(at).has(Group::kInfinitive) && tree().is_noun(up))
      status_ = compose(symbols::planned, false, status_);
    if (label == Label::content && r_.group(up).has(Group::kCopula)) {
      // `it is not clear whether …`, `it is unclear whether …`
      const std::uint32_t what = tree().child(up, Label::complement);
      const Cue* told = what == kNone ? nullptr : find_cue(r_, what, Cue::kStatus, kind_);
      if (told) apply(told, false);
      // `it is not true that …`
      const bool untrue = told && !told->value;
      if (r_.group(up).has(Group::kNegated)) status_ = compose(untrue ? symbols::denied : symbols::possible, false, status_);
      return true;
    }
    const bool asked_whether = opener != kNone && r_.is(opener, Word::subordinator_condition) && opener > up;
    told_ |= asked_whether || (label == Label::content && r_.lemma_is(up, Word::say) && (!cue || !cue->value));
    if (label == Label::content && !cue) {
      if (r_.group(up).has(Group::kNegated)) status_ = compose(symbols::possible, false, status_);
      return true;
    }
    // `is reported to have met A`: reported, and in the past.
    bool past = r_.group(at).has(Group::kInfinitive) && r_.group(at).has(Group::kPerfect);
    if (label == Label::complement && past && cue && cue->value == symbols::possible && r_.group(up).has(Group::kPassive) && r_.lemma_is(up, Word::say)) cue = nullptr;
    const Cue* told = find_cue(r_, up, Cue::kStatus, kind_);
    // `failed to disclose meeting A`
    if (cue && (cue->flags & Cue::kFactive) != 0 && r_.group(at).has(Group::kGerund)) return false;
    if (told && (told->flags & Cue::kOthers) != 0 && tree().nodes[at].control != kNone) dropped_ = true;
    if (cue || label == Label::complement) start_above(cue, up);
    return true;
  }

  /// True if it is analysts, observers and the like who speak.
  bool spoken_by_others(std::uint32_t verb) const {
    std::uint32_t speaker = tree().subject_of(verb);
    return speaker != kNone && r_.group(speaker).name == kNone && r_.lemma_is(speaker, Word::observer);
  }

  const ClauseReading& r_;
  Symbol kind_;
  Symbol status_ = symbols::occurred;
  bool asked_ = false;  ///< some predicate of the chain is a question
  bool dropped_ = false;
  bool expected_ = false;  ///< a word before the noun says that it was to come: `a long-awaited meeting`
  bool told_ = false;     ///< a verb of saying stands above, so that what it is refused is to tell
};

}  // namespace

Symbol status_of(const ClauseReading& reading, std::uint32_t trigger, Symbol kind, bool in_passing) {
  return StatusChain(reading, kind).run(trigger, in_passing);
}

}  // namespace liaison
