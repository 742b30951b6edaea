#include "relations/status.h"

#include "relations/compose_status.h"
#include "relations/cues.h"
#include "relations/doubts.h"
#include "relations/frame_trace.h"
#include "relations/outcomes.h"
#include "relations/status_links.h"
#include "relations/verb_status.h"

namespace liaison {
namespace {

/// How many predicates a chain may have.
constexpr int kLongestChain = 12;
constexpr std::uint32_t kNone = Group::kNone;

/// Walks from a trigger outward and composes what it meets.
class StatusChain {
 public:
  StatusChain(const ClauseReading& reading, Symbol kind) : r_(reading), kind_(kind) {}

  Symbol run(std::uint32_t trigger, bool in_passing) {
    if (r_.tree.is_verb(trigger)) start_verb(trigger);
    else start_noun(trigger);
    asked_ = asked(r_, trigger);
    tell(trigger);
    trigger_ = trigger;
    // `may look into the call that took place in May`
    const bool held = tree().is_noun(trigger) && status_ == symbols::occurred && took_place(r_, trigger, kind_);
    if (!in_passing && !held) walk(trigger);
    if (asked_) status_ = compose(symbols::possible, false, status_);
    return dropped_ ? symbols::none : status_;
  }

 private:
  const Tree& tree() const { return r_.tree; }

  void tell(std::uint32_t group) const {
    if (r_.trace) r_.trace->status(group, status_, dropped_);
  }

  void apply(const Cue* cue, bool negated) { status_ = compose(cue ? cue->value : symbols::none, negated, status_); }

  void apply_own(std::uint32_t verb) { status_ = verb_status(r_, verb, kind_, status_); }

  void start_verb(std::uint32_t verb) {
    apply_own(verb);
    if (done_instead(r_, verb, kind_)) status_ = compose(symbols::denied, false, status_);
    dropped_ |= thought_right(r_, verb) || only_imagined(r_, verb, kind_) || asked_in_vain(r_, verb);
    std::uint32_t subject = tree().subject_of(verb);
    if (subject != kNone && r_.group(subject).has(Group::kNegated)) status_ = compose(symbols::none, true, status_);
  }

  /// Determiner, adjectives and participles of a noun.
  void start_noun(std::uint32_t noun) {
    const Group& group = r_.group(noun);
    for (std::uint32_t t = group.first; t < group.head; ++t)
      for (const Cue& cue : r_.book->cues_of(r_.view.tokens[t].word))
        if (is_cue_of(cue, Cue::kStatus, kind_) && cue.phrase.words[1] == kNoWord &&
            (cue.flags & (Cue::kAdjunct | Cue::kOthers | Cue::kSubject)) == 0) {
          status_ = compose(cue.value, false, status_);
          expected_ |= cue.value == symbols::planned;
          break;
        }
    for (std::uint32_t c = tree().nodes[noun].first_child; c != kNone; c = tree().nodes[c].next_sibling) {
      Label label = tree().label(c);
      if (label != Label::participle && label != Label::relative && label != Label::complement) continue;
      // `a letter asking B to go`
      if (kind_ == symbols::contact && label == Label::participle && r_.group(c).has(Group::kGerund)) continue;
      if (label == Label::relative) apply_relative(c);
      // `talks aimed at a truce`
      else if (label == Label::participle && r_.lemma_is(c, Word::purpose) && tree().nodes[c].first_child != kNone) continue;
      else if (label == Label::participle || r_.group(c).has(Group::kPassive)) {
        // `with Narendra Modi (not shown)`: says nothing about whether it took place.
        const Cue* cue = find_cue(r_, c, kind_);
        apply(cue, cue && r_.group(c).has(Group::kNegated));
        if (r_.group(c).has(Group::kInfinitive)) status_ = compose(symbols::planned, false, status_);
      }
    }
    if (is_to_come(r_, noun, kind_)) status_ = compose(symbols::planned, false, status_);
    if (group.has(Group::kNegated)) status_ = compose(symbols::none, true, status_);
  }

  /// `talks that they were to have held`
  void apply_relative(std::uint32_t verb) {
    std::uint32_t inner = verb;
    for (int step = 0; step < kLongestChain; ++step) {
      const std::uint32_t next = tree().child(inner, Label::complement);
      if (next == kNone || !tree().is_verb(next)) break;
      inner = next;
    }
    if (is_pending_in(r_, verb, inner, kind_)) {
      status_ = compose(symbols::planned, false, status_);
      return;
    }
    const Cue* lent = find_cue(r_, inner, Cue::kSupport, kind_);
    // `talks that will take place in May`, `that were to take place`
    const Cue* held = r_.group(inner).has(Group::kPassive) || kind_ == symbols::cooperation ? nullptr : subject_cue(r_, inner, kind_);
    if (held && !held->value && (!lent || held->phrase.words[1] != kNoWord)) {
      if (inner != verb) infinitive_below_copula(verb, inner);
      return apply_own(inner);
    }
    if (!lent || lacks_nothing(r_, inner, *lent)) return;
    if (lent->value == symbols::denied) apply(lent, false);  // `a pact that the government vetoed`
    if (inner != verb) infinitive_below_copula(verb, inner);
    apply_own(inner);
    // `the pact that they hope to sign`
    for (std::uint32_t at = inner; at != verb;) {
      at = tree().parent(at);
      apply(find_cue(r_, at, Cue::kStatus, kind_), false);
      apply_own(at);
    }
  }

  bool infinitive_below_copula(std::uint32_t copula, std::uint32_t verb) {
    const std::optional<Symbol> made = made_by_copula(r_, copula, verb);
    if (made) status_ = compose(*made, false, status_);
    return made.has_value();
  }

  /// From the group outward, as long as what stands above bears on it.
  void walk(std::uint32_t at) {
    for (int step = 0; at != kNone && step < kLongestChain; ++step) {
      at = tree().list_head(has_own_subject(r_, at, kind_) ? tree().parent(at) : at);
      std::uint32_t up = tree().parent(at);
      Label label = tree().label(at);
      if (up == kNone) return;
      const bool below = r_.group(up).kind == Group::Kind::preposition;
      const std::uint32_t verb = below ? verb_completed_by(r_, up, kind_) : kNone;
      if (step == 0 && expected_ && status_ == symbols::planned && came_off(r_, at, up, verb, kind_)) status_ = symbols::occurred;
      if ((label == Label::content || is_proof(r_, at, kind_)) && unproven(r_, up, kind_)) dropped_ = true;
      const std::uint32_t outer = verb != kNone ? verb : below ? tree().parent(up) : up;
      dropped_ |= step == 0 && is_sought_record(r_, at, outer, kind_);
      bool go_on = false;
      if (verb != kNone) go_on = governs(at, verb);
      else if (below) go_on = over_preposition(at, up);
      else go_on = tree().is_noun(at) ? over_noun(at, up, label) : over_verb(at, up, label);
      asked_ |= go_on && asked(r_, up);
      dropped_ |= go_on && tree().is_verb(outer) && (only_imagined(r_, outer, kind_) || asked_in_vain(r_, outer));
      // `flew to Oslo to meet A, but the talks were scrapped`
      const bool errand = label == Label::complement && r_.group(at).has(Group::kInfinitive) && r_.lemma_is(up, Word::travel);
      if (tree().is_verb(up) && called_off(r_, up, kind_, errand ? symbols::planned : status_)) status_ = symbols::denied;
      tell(up);
      if (!go_on) return;
      at = outer;
    }
  }

  bool over_preposition(std::uint32_t at, std::uint32_t preposition) {
    std::uint32_t up = tree().parent(preposition);
    if (up != kNone && completes(r_, up, preposition, kind_)) {
      const Cue* own = find_cue(r_, up, Cue::kStatus, kind_);
      return !(own && (own->flags & Cue::kFactive) != 0) && governs(at, up);
    }
    if (tree().is_noun(at) && tree().is_verb(up) && r_.is(preposition, Word::role_marker)) {
      // `may choose A as his ally`, but not `has tried as his ally to …`
      const bool named = names_as(r_, up, preposition);
      if (named) start_above(find_cue(r_, up, kind_), up);
      return named;
    }
    // `will build a dam in partnership with A`: what is done is done so
    const std::uint32_t so = kind_ == symbols::cooperation && r_.is(preposition, Word::inside) && is_manner(r_, at) ? verb_above(r_, up) : kNone;
    if (so != kNone && tree().is_verb(so)) {
      const Cue* cue = find_cue(r_, so, kind_);
      if (so != up && cue) return true;
      start_above(so == up ? find_cue(r_, so, Cue::kStatus, kind_) : nullptr, so);
      return so == up;
    }
    // `hopes to raise the matter at a meeting with A`
    const std::uint32_t done = verb_above(r_, up);
    const bool inside = kind_ == symbols::meeting && r_.is(preposition, Word::inside) && is_one_event(r_, at);
    const bool there = inside || r_.is(preposition, Word::at_place) ||
                       (r_.is(preposition, Word::temporal) && !r_.is(preposition, Word::apart_in_time));
    if (there && tree().is_noun(at) && is_yet_to_be_done(r_, done, kind_)) {
      status_ = compose(symbols::planned, false, status_);
      return false;
    }
    for (const Cue& cue : r_.book->cues_of(r_.group(preposition).word))
      if (is_cue_of(cue, Cue::kStatus, kind_) && covers(r_, preposition, cue.phrase) && particles_follow(r_, preposition, cue.phrase)) {
        apply(&cue, false);
        // `without evidence of a meeting`, `with or without a pact`
        dropped_ |= cue.value == symbols::denied && (is_proof(r_, at, kind_) || (preposition > 0 && r_.is(preposition - 1, Word::conjunction_or)));
        return cue.value == symbols::none && up != kNone && governs(at, up);
      }
    const Cue* cue = up == kNone ? nullptr : adjunct_cue(r_, preposition, kind_);
    // `pledges during a meeting`: what they are bears on them alone.
    if (cue && tree().is_noun(up) && r_.is(preposition, Word::temporal)) return false;
    // `is due in Oslo for talks`
    if (cue && cue->value == symbols::planned && tree().is_verb(up) && r_.group(up).has(Group::kCopula)) {
      const std::uint32_t what = tree().child(up, Label::complement);
      const Cue* due = what != kNone && r_.group(what).kind == Group::Kind::adjective ? find_cue(r_, what, Cue::kStatus, kind_) : nullptr;
      if (due && due->value == symbols::planned) status_ = compose(symbols::planned, false, status_);
    }
    if (cue && tree().is_noun(at) && on_later_day(r_, at, preposition)) status_ = compose(symbols::planned, false, status_);
    if (cue && !tree().is_noun(up) && !r_.group(up).has(Group::kCopula)) {
      if (cue->value == symbols::planned) {
        // `refused to fly to Moscow for talks`, but not `huddled for talks`, and not `praised A for meeting B`
        if (!tree().is_noun(at)) return false;
        if (!is_event(r_, up, kind_)) status_ = compose(symbols::planned, false, status_);
        if (!tree().is_verb(up)) return false;
        start_above(find_cue(r_, up, Cue::kStatus, kind_), up);
        return true;
      }
      // What frames the clause above took place, unless the clause lies ahead.
      if (r_.group(up).kind == Group::Kind::verb &&
          (r_.group(up).has(Group::kFuture) || (!r_.group(up).has(Group::kPast) && time_to_come(r_, up))))
        status_ = compose(symbols::planned, false, status_);
      return false;
    }
    return up != kNone && !stands_free(r_, up, preposition, kind_) && governs(at, up);
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
      // `could end the dispute by signing a pact`: the means is no surer than the end.
      const bool means = tree().is_verb(at) && tree().is_verb(up) && r_.is(tree().parent(at), Word::agent_marker);
      if (means && r_.group(up).has(Group::kModal) && !r_.group(up).has(Group::kPerfect))
        status_ = compose(symbols::possible, false, status_);
      return false;
    }
    start_above(cue, up);
    return true;
  }

  void start_above(const Cue* cue, std::uint32_t up) {
    // `did not support the pact of A and B`, `declined to discuss his talks with A`: whoever speaks of it has it stand.
    if (cue && stands_apart(r_, trigger_, up, *cue, kind_)) {
      spoken_of_ = true;
      spoken_ = status_;
    }
    const bool negated = r_.group(up).kind == Group::Kind::verb && r_.group(up).has(Group::kNegated);
    if (spoken_of_ && (negated || (cue && cue->value == symbols::denied))) {
      status_ = spoken_;
      return;
    }
    bool doubtful = cue && (cue->value == symbols::planned || cue->value == symbols::possible || (cue->flags & Cue::kOthers) != 0);
    if (doubtful && r_.group(up).kind == Group::Kind::verb && spoken_by_others(r_, up)) dropped_ = true;
    if (cue && cue->table == Cue::kSupport && cue->value == symbols::occurred && tree().is_verb(up)) dropped_ |= thought_right(r_, up);
    bool noun = tree().is_noun(up);
    // `declined to say whether they had met`
    if (told_ && cue && cue->value == symbols::denied) {
      status_ = compose(symbols::possible, false, status_);
      return;
    }
    const bool proof = cue && (cue->flags & Cue::kProof) != 0;  // `resigned after proof that A met B`
    if (noun && cue && ((cue->flags & Cue::kOthers) != 0 || (!proof && hoped_by_others(r_, up))))
      dropped_ = true;  // `speculation about a merger`
    // `made no mention of the talks`, `did not recall meeting A`: that nobody says so does not deny it.
    const bool tells = cue && ((!cue->value && cue->table == Cue::kStatus) || (cue->flags & Cue::kFactive) != 0);
    if (r_.group(up).has(Group::kNegated) && tells && r_.lemma_is(up, Word::say)) {
      status_ = compose(symbols::possible, false, status_);
      return;
    }
    if (noun && cue && (cue->flags & Cue::kProof) != 0 && r_.group(up).has(Group::kNegated)) dropped_ = true;
    const std::uint32_t verb = tree().is_verb(up) ? up : tree().governor(up);
    // `set up the meeting of A and B`, but not `set up a meeting of A and B`, which may lie ahead
    const bool past = verb != kNone && r_.group(verb).has(Group::kPast) && !time_to_come(r_, verb);
    const bool settles = cue && (cue->value != symbols::planned || (is_the_one(r_, trigger_) && past));
    // `paves the way for the planned summit`
    if (noun && expected_ && cue && cue->value == symbols::possible && status_ == symbols::planned) return;
    const bool did = settles && (cue->flags & Cue::kAchieved) != 0 && achieved(r_, verb);
    status_ = compose(cue && !did ? cue->value : symbols::none, noun && r_.group(up).has(Group::kNegated), status_);
    if (!noun && r_.group(up).kind == Group::Kind::verb) apply_own(up);
    // `died before he was able to meet A`
    const std::uint32_t opener = did ? tree().nodes[verb].marker : kNone;
    if (opener != kNone && r_.is(opener, Word::ahead)) status_ = compose(symbols::denied, false, symbols::occurred);
  }

  bool over_noun(std::uint32_t at, std::uint32_t up, Label label) {
    if (tree().is_noun(up)) return false;
    std::uint32_t passed = up;  // the verb that lets an agreement come into force
    if (label == Label::subject)
      for (std::uint32_t next = up; next != kNone && tree().is_verb(next); next = complement_of(r_, next)) passed = next;
    const bool named = label == Label::object || (label == Label::subject && r_.group(passed).has(Group::kPassive));
    if (named && status_ == symbols::occurred && is_pending(r_, passed, kind_)) {
      status_ = symbols::planned;
      return false;
    }
    if (label == Label::subject) return over_subject(at, up);
    const Cue* cue = chance_cue(r_, at, kind_);
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
    const Cue* cue = subject_cue(r_, inner, kind_);
    if (cue && (cue->flags & Cue::kFactive) != 0 && r_.group(inner).kind == Group::Kind::adjective) cue = nullptr;  // `is close`, but `closed`
    // `a deal between A and B is far off`: one that is there is called the deal.
    const bool predicated = (r_.group(verb).has(Group::kCopula) || r_.lemma_is(verb, Word::copular)) &&
                            !r_.group(verb).has(Group::kPast | Group::kPerfect);
    dropped_ |= !cue && is_a_way(r_, noun, verb, kind_);
    if (!cue && predicated && kind_ == symbols::cooperation && r_.group(noun).has(Group::kIndefinite)) {
      status_ = compose(symbols::possible, false, status_);
      return true;
    }
    if (!cue && !copula) {
      bool doubtful = r_.group(verb).has(Group::kModal);
      for (int i = 1; i < length; ++i) {  // `a coalition of A and B seemed likely to help`
        const Cue* above = i + 1 < length ? find_cue(r_, chain[i], Cue::kStatus, kind_) : nullptr;
        doubtful |= r_.group(chain[i]).has(Group::kModal) || (above && above->value == symbols::possible);
      }
      doubtful &= !r_.group(noun).has(Group::kDefinite) && status_ == symbols::occurred;
      if (doubtful) dropped_ = true;
      if (kind_ == symbols::cooperation) return true;
    }
    for (int i = 0; i < length; ++i)
      if (const Cue* one = i + 1 == length ? cue : find_cue(r_, chain[i], kind_); one && (one->flags & Cue::kFactive) != 0) return false;
    if (cue && r_.group(inner).has(Group::kNegated) && stands_apart(r_, noun, inner, *cue, kind_)) return false;
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

  bool over_verb(std::uint32_t at, std::uint32_t up, Label label) {
    const bool aim = label == Label::complement && r_.group(at).has(Group::kInfinitive);
    const Cue* cue = aim ? infinitive_cue(r_, up, kind_) : find_cue(r_, up, kind_);
    if (label == Label::complement && r_.group(at).has(Group::kInfinitive) && chance_cue(r_, up, kind_)) {
      status_ = compose(symbols::none, r_.group(up).has(Group::kNegated), status_);
      return true;
    }
    if (label == Label::relative && told_by_noun(r_, at, up, kind_)) {
      start_above(find_cue(r_, up, Cue::kStatus, kind_), up);
      return true;
    }
    if (label == Label::relative && told_by_noun_before(r_, at, up, kind_)) return true;
    bool present = r_.group(at).has(Group::kFinite) && !r_.group(at).has(Group::kPast | Group::kPerfect);
    const std::uint32_t opener = tree().nodes[at].marker;
    // `will not support A because he meets B`: what is the reason is so now.
    const bool reason = opener != kNone && r_.is(opener, Word::causal) && !r_.is(opener, Word::temporal_clause);
    // `once he has met A, he will ask`
    present |= opener != kNone && r_.is(opener, Word::ahead) && r_.group(at).has(Group::kFinite) && r_.group(at).has(Group::kPerfect) &&
               !r_.group(at).has(Group::kPast);
    if (label == Label::adverbial && present && !reason && lies_ahead(r_, up)) status_ = compose(symbols::planned, false, status_);
    if (label == Label::relative || label == Label::participle || label == Label::adverbial) return false;
    // `holding talks with A might help`
    if (label == Label::subject) {
      if (r_.group(up).has(Group::kModal | Group::kFuture)) status_ = compose(symbols::possible, false, status_);
      return status_ != symbols::occurred;
    }
    if (label == Label::content && spoken_by_others(r_, up) && status_ != symbols::occurred) dropped_ = true;
    if (label == Label::complement && infinitive_below_copula(up, at)) {
      status_ = compose(symbols::none, r_.group(up).has(Group::kNegated), status_);
      return true;
    }
    if (label == Label::complement && !cue && r_.group(at).has(Group::kInfinitive) && tree().is_noun(up)) {
      if (kind_ != symbols::cooperation && left_for(r_, up)) return false;  // `left the table to meet A`
      // `a plan to sign a pact`, but `talks to sign one`
      const bool sought = kind_ == symbols::cooperation && is_event(r_, up, symbols::meeting);
      status_ = compose(sought ? symbols::possible : symbols::planned, false, status_);
    }
    if (label == Label::content && r_.group(up).has(Group::kCopula)) {
      // `it is not clear whether …`, `it is unclear whether …`
      const std::uint32_t what = tree().child(up, Label::complement);
      const Cue* told = what == kNone ? nullptr : find_cue(r_, what, Cue::kStatus, kind_);
      if (told && is_judgement(*told)) {
        dropped_ |= called_for(r_, at);
        return true;
      }
      if (told) apply(told, false);
      // `it is not true that …`
      const bool untrue = told && !told->value;
      if (r_.group(up).has(Group::kNegated)) status_ = compose(untrue ? symbols::denied : symbols::possible, false, status_);
      return true;
    }
    const bool asked_whether = opener != kNone && r_.is(opener, Word::subordinator_condition) && opener > up;
    const bool said = label == Label::content && r_.lemma_is(up, Word::say);
    // `will say that he met A`, `when he admits that he met A`, `lied about whether he met A`
    if (label == Label::content && (asked_whether || status_ == symbols::occurred) && tells_of_past(r_, up, at, cue, asked_whether)) {
      status_ = symbols::occurred;
      return false;
    }
    told_ |= asked_whether || (said && (!cue || !cue->value || (cue->flags & Cue::kFactive) != 0));
    if (label == Label::content && !cue) {
      if (r_.group(up).has(Group::kNegated)) status_ = compose(symbols::possible, false, status_);
      return true;
    }
    // `met to work out a pact`; but `will meet to sign it`
    const bool purpose = label == Label::complement && !cue && r_.group(at).has(Group::kInfinitive);
    if (purpose && kind_ == symbols::cooperation && is_event(r_, up, symbols::meeting)) {
      const bool sure = r_.group(up).has(Group::kFuture) && !r_.lemma_is(at, Word::discussing);
      status_ = compose(sure ? symbols::planned : symbols::possible, false, status_);
    }
    // `is reported to have met A`: reported, and in the past.
    bool past = r_.group(at).has(Group::kInfinitive) && r_.group(at).has(Group::kPerfect);
    const bool reported = cue && cue->value == symbols::possible && r_.group(up).has(Group::kPassive) && r_.lemma_is(up, Word::say) &&
                          !r_.is(up, Word::hearsay);  // `is alleged to have met A`
    if (label == Label::complement && past && reported) cue = nullptr;
    const Cue* told = find_cue(r_, up, Cue::kStatus, kind_);
    const bool factive = (cue && (cue->flags & Cue::kFactive) != 0) || (told && (told->flags & Cue::kFactive) != 0);
    if (factive && r_.group(at).has(Group::kGerund)) return false;  // `failed to disclose meeting A`, `wants to stop meeting A`
    if (told && (told->flags & Cue::kOthers) != 0 && tree().nodes[at].control != kNone) dropped_ = true;
    if (cue || label == Label::complement) start_above(cue, up);
    return true;
  }

  const ClauseReading& r_;
  Symbol kind_;
  Symbol status_ = symbols::occurred;
  bool asked_ = false;  ///< some predicate of the chain is a question
  bool dropped_ = false;
  bool expected_ = false;  ///< a word before the noun says that it was to come: `a long-awaited meeting`
  std::uint32_t trigger_ = kNone;
  bool spoken_of_ = false;  ///< what stands above speaks of it as something that is there
  Symbol spoken_;           ///< what it was then
  bool told_ = false;     ///< a verb of saying stands above, so that what it is refused is to tell
};

}  // namespace

Symbol status_of(const ClauseReading& reading, std::uint32_t trigger, Symbol kind, bool in_passing) {
  return StatusChain(reading, kind).run(trigger, in_passing);
}

}  // namespace liaison
