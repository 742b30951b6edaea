#include "relations/attributions.h"

#include <algorithm>

#include "relations/noun_phrase.h"

namespace liaison {
namespace {

constexpr std::uint32_t kNone = Group::kNone;

class AttributionFinder {
 public:
  AttributionFinder(const ClauseReading& reading, const References& references, const EventTelling& telling)
      : r_(reading), references_(references), at_(telling.group) {}

  Attribution find() const {
    if (Attribution above = by_governor(); above) return above;
    for (std::uint32_t i = 0; i < size(); ++i) {
      const Attribution beside = tree().is_verb(i) ? by_inserted(i) : r_.is_preposition(i, Word::crediting) ? by_credit(i) : Attribution();
      if (beside) return beside;
    }
    return by_hearsay();
  }

 private:
  const Tree& tree() const { return r_.tree; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(tree().groups.size()); }

  /// How sure a verb of saying makes what it tells; none for verbs that report nothing.
  Certainty certainty_of(std::uint32_t verb) const {
    if (r_.lemma_is(verb, Word::says_stated)) return Certainty::stated;
    if (r_.lemma_is(verb, Word::says_claimed)) return Certainty::claimed;
    if (r_.lemma_is(verb, Word::says_denied)) return Certainty::denied;
    return r_.lemma_is(verb, Word::says_believed) ? Certainty::believed : Certainty::none;
  }

  /// The first predicate above the trigger that reports what stands below it; else the first noun that does.
  Attribution by_governor() const {
    std::uint32_t rumour = kNone;
    for (std::uint32_t at = at_, up; (up = tree().parent(tree().list_head(at))) != kNone; at = up) {
      const std::uint32_t head = tree().list_head(at);
      const bool by_noun = tree().is_noun(up) && r_.lemma_is(up, Word::rumour);
      const bool aside = tree().label(head) == Label::participle || (tree().label(head) == Label::relative && !by_noun);
      if (is_doubtful_conjunct(at) || aside) break;
      if (by_noun && rumour == kNone) rumour = up;
      if (!tree().is_verb(up)) continue;
      if (Attribution found = by_verb(head, up); found) return found;
    }
    return rumour == kNone ? Attribution() : by_rumour(rumour);
  }

  /// `reports of a meeting`; `a Reuters report that …` has its source.
  Attribution by_rumour(std::uint32_t noun) const {
    Parties found;
    PartyFinder finder(r_, references_);
    finder.collect_compound(noun, found);
    if (tree().child(noun, Label::owner) != kNone) finder.collect_owner(noun, {}, found);
    const Span span = r_.view.span(r_.group(first_of_noun(r_, noun)).first, r_.group(noun).last);
    Attribution out{{}, span, found.empty() ? Certainty::hearsay : Certainty::stated};
    for (const Party& party : found) out.sources.push_back(party.entity);
    return out;
  }

  /// `Lee said sales rose and met Musk`: either may go on.
  bool is_doubtful_conjunct(std::uint32_t at) const {
    return tree().is_verb(at) && tree().label(at) == Label::conjunct && tree().child(at, Label::subject) == kNone &&
           r_.group(at).has(Group::kFinite) && !r_.group(at).has(Group::kModal | Group::kFuture | Group::kPerfect);
  }

  /// What a verb makes of that which hangs on it.
  Attribution by_verb(std::uint32_t below, std::uint32_t verb) const {
    const Certainty certainty = certainty_of(verb);
    if (certainty == Certainty::none) return {};
    const bool passive = r_.group(verb).has(Group::kPassive);
    switch (tree().label(below)) {
      case Label::content:
        if (passive) return by_passive(verb, certainty);
        if (below < verb && (!r_.lemma_is(verb, Word::says_directly) || says_more(verb))) return {};
        return by_speaker(speaker_of(verb), verb, certainty);
      case Label::complement:
        if (!tree().is_verb(below)) return {};
        // `is said to have met`, `denied meeting`, `claims to have met`
        if (passive) return r_.lemma_is(verb, Word::addressee) || !is_of_now(below) ? Attribution() : by_passive(verb, certainty);
        if (!r_.group(below).has(Group::kGerund) && certainty != Certainty::claimed) return {};
        return by_speaker(speaker_of(verb), verb, certainty);
      case Label::object: return is_told(below, verb) && !passive ? by_speaker(speaker_of(verb), verb, certainty) : Attribution();
      case Label::subject: return is_told(below, verb) && passive ? by_agent(verb, certainty) : Attribution();
      default: return {};
    }
  }

  /// True if what a verb says stands behind it, so that what stands before it is a clause of its own.
  bool says_more(std::uint32_t verb) const {
    for (std::uint32_t c = tree().nodes[verb].first_child; c != kNone; c = tree().nodes[c].next_sibling)
      if (c > verb && tree().label(c) == Label::content) return true;
    return false;
  }

  /// True if the object of a verb is what it reports: `confirmed the talks`, `denied reports of talks`.
  bool is_told(std::uint32_t object, std::uint32_t verb) const {
    return r_.lemma_is(verb, Word::tells_events) && (object == tree().list_head(at_) || r_.lemma_is(object, Word::rumour));
  }

  /// The subject of a verb of saying: its own, or, where its form or place lets it have none, that of the verb above. The
  /// antecedent of a relative clause is one only by name: `an email to lawmakers that revealed talks`.
  std::uint32_t speaker_of(std::uint32_t verb) const {
    if (const std::uint32_t own = tree().child(verb, Label::subject); own != kNone) return own;
    const Label label = tree().label(verb);
    const std::uint32_t subject = tree().subject_of(verb);
    if (subject == kNone || !tree().is_noun(subject)) return kNone;
    if (label == Label::relative) return r_.group(subject).name != kNone ? subject : kNone;
    const bool someone = r_.group(subject).name != kNone || r_.group(subject).has(Group::kPronoun | Group::kRole) ||
                         r_.lemma_is(subject, Word::party) ||
                         r_.lemma_is(subject, Word::description);
    return someone && (label == Label::conjunct || !r_.group(verb).has(Group::kFinite)) ? subject : kNone;
  }

  /// True for an infinitive of what is or was: `to have met`, `to be in talks`, but not `to meet`.
  bool is_of_now(std::uint32_t infinitive) const {
    return r_.group(infinitive).has(Group::kPerfect | Group::kProgressive | Group::kCopula);
  }

  /// `it was reported by A that …`; without an agent nobody vouches for it.
  Attribution by_passive(std::uint32_t verb, Certainty certainty) const {
    if (Attribution agent = by_agent(verb, certainty); agent) return agent;
    // `it was revealed that …`: who did so is not told, but it is no rumour.
    if (r_.lemma_is(verb, Word::tells_events) && !r_.lemma_is(verb, Word::rumour)) return {};
    const std::uint32_t subject = tree().child(verb, Label::subject);
    const bool told_to_one = subject != kNone && !r_.is_expletive(subject) && r_.lemma_is(verb, Word::addressee);
    return told_to_one ? Attribution() : Attribution{{}, r_.view.span(r_.group(verb).first, r_.group(verb).last), Certainty::hearsay};
  }

  Attribution by_agent(std::uint32_t verb, Certainty certainty) const {
    return by_speaker(r_.tree.agent_of(verb), verb, certainty);
  }

  Attribution by_speaker(std::uint32_t noun, std::uint32_t verb, Certainty certainty) const {
    if (noun == kNone || !tree().is_noun(noun) || r_.is_expletive(noun) || noun == at_) return {};
    Parties found;
    PartyFinder(r_, references_).collect_speaker(noun, found);
    Attribution out{{}, span_of_noun(r_, noun, verb), certainty};
    // `the official with knowledge of the matter`: somebody new, whoever was told of before.
    const bool anew = out.span.end > r_.view.span(r_.group(noun).first, r_.group(noun).last).end && r_.group(noun).name == kNone;
    for (const Party& party : found)
      if (party.direct || !anew) out.sources.push_back(party.entity);
    return out;
  }

  bool is_break(std::uint32_t i) const {
    const Group::Kind kind = r_.group(i).kind;
    return kind == Group::Kind::comma || kind == Group::Kind::quote || kind == Group::Kind::dash || kind == Group::Kind::colon ||
           kind == Group::Kind::stop;
  }

  /// `…, a person familiar with the matter said on Monday`, `…, said Lee, …`, `As Lee said, …`: a clause with no other verb
  /// than that of saying, beside that of the trigger.
  Attribution by_inserted(std::uint32_t verb) const {
    const Certainty certainty = certainty_of(verb);
    const Group& group = r_.group(verb);
    const bool speaks = group.has(Group::kFinite) && !group.has(Group::kPassive | Group::kNegated);
    if (certainty == Certainty::none || !r_.lemma_is(verb, Word::says_directly) || !speaks) return {};
    std::uint32_t first = verb, last = verb + 1;
    while (first > 0 && !is_break(first - 1)) --first;
    while (last < size() && !is_break(last)) ++last;
    if (hangs_below(verb)) return {};
    const bool trails = at_ < first && !opens_speech(last) && !is_relative_open(at_, first);
    const bool leads = at_ >= last && first > 0 && first < verb && !opens_speech(last) && last + 1 < size() &&
                       r_.group(last + 1).kind != Group::Kind::conjunction;
    const bool as_told = first < verb && r_.is(first, Word::role_marker);
    if (!trails && !leads && !(as_told && at_ >= last)) return {};
    if (as_told) ++first;
    return is_plain(first, verb, last) ? by_speaker(speaker_beside(first, verb, last), first < verb ? verb : last, certainty)
                                       : Attribution();
  }

  /// True if the trigger belongs to the clause of a verb without being what it says: `asked about talks with A, B said`.
  bool hangs_below(std::uint32_t verb) const {
    for (std::uint32_t at = at_; at != kNone; at = tree().parent(at))
      if (tree().parent(at) == verb) return tree().label(at) != Label::content;
    return false;
  }

  /// True if what is said follows the mark: `…, A said: …`, `…, A said, "…`.
  bool opens_speech(std::uint32_t mark) const {
    if (mark >= size()) return false;
    const auto quote = [&](std::uint32_t i) { return i < size() && r_.group(i).kind == Group::Kind::quote; };
    return r_.group(mark).kind == Group::Kind::colon || quote(mark) || (r_.group(mark).kind == Group::Kind::comma && quote(mark + 1));
  }

  /// True if a relative clause that begins behind the trigger may be what the group belongs to.
  bool is_relative_open(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t i = from + 1; i < to; ++i)
      if (r_.group(i).kind == Group::Kind::relative) {
        const bool closed = i + 2 < to && tree().is_verb(i + 1);
        if (!closed) return true;
      }
    return false;
  }

  /// True if a clause holds nothing but nouns, what belongs to them, and times beside its verb.
  bool is_plain(std::uint32_t first, std::uint32_t verb, std::uint32_t last) const {
    for (std::uint32_t i = first; i < last; ++i) {
      const Group::Kind kind = r_.group(i).kind;
      const bool open = kind == Group::Kind::noun || kind == Group::Kind::preposition || kind == Group::Kind::adjective ||
                        kind == Group::Kind::time ||
                        kind == Group::Kind::adverb || kind == Group::Kind::conjunction || i == verb;
      if (!open || (kind == Group::Kind::conjunction && (i == first || i > verb))) return false;
    }
    return true;
  }

  /// Who speaks: the noun with which the clause begins, or that right behind the verb.
  std::uint32_t speaker_beside(std::uint32_t first, std::uint32_t verb, std::uint32_t last) const {
    if (first < verb) {
      std::uint32_t noun = first;
      while (noun + 1 < verb && tree().is_noun(noun) && r_.group(noun).has(Group::kOwner)) ++noun;
      const bool addressed = verb + 1 == last || !tree().is_noun(verb + 1) || r_.lemma_is(verb, Word::addressee);
      return tree().is_noun(noun) && addressed ? noun : kNone;
    }
    if (verb + 1 >= last || !tree().is_noun(verb + 1)) return kNone;
    const Group& noun = r_.group(verb + 1);
    const bool someone = noun.name != kNone || noun.has(Group::kRole) || r_.lemma_is(verb + 1, Word::party) ||
                         r_.lemma_is(verb + 1, Word::description);
    return someone ? verb + 1 : kNone;
  }

  /// `according to A`: of the clause that it ends or begins.
  Attribution by_credit(std::uint32_t preposition) const {
    const std::uint32_t noun = tree().child(preposition, Label::prepositional_object);
    if (noun == kNone || !tree().is_noun(noun) || !r_.book->triggers_of(r_.group(noun).lemma).empty()) return {};
    for (std::uint32_t i = at_ + 1; i < preposition; ++i) {
      const bool other = tree().is_verb(i) && tree().label(i) == Label::conjunct && tree().child(i, Label::subject) != kNone;
      if (other) return {};
    }
    if (is_relative_open(at_, preposition)) return {};
    const bool opens = preposition == 0 || is_break(preposition - 1);
    return preposition > at_ || opens ? by_speaker(noun, size(), Certainty::stated) : Attribution();
  }

  /// `reportedly met`, `an alleged meeting`: a word that says that it is passed on, beside the trigger or what carries it.
  Attribution by_hearsay() const {
    const std::uint32_t governor = tree().is_noun(at_) ? tree().governor(at_) : kNone;
    for (const std::uint32_t group : {at_, governor}) {
      if (group == kNone || (group != at_ && !tree().is_verb(group))) continue;
      std::uint32_t first = group, last = group + 1;
      while (first > 0 && r_.group(first - 1).kind == Group::Kind::adverb) --first;
      while (tree().is_verb(group) && last < size() && r_.group(last).kind == Group::Kind::adverb) ++last;
      if (Attribution found = hearsay_in(r_.group(first).first, r_.group(last - 1).last); found) return found;
    }
    return {};
  }

  Attribution hearsay_in(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t t = first; t < last; ++t)
      if (r_.grammar().is(r_.view, t, Word::hearsay)) return {{}, r_.view.span(t, t + 1), Certainty::hearsay};
    return {};
  }

  const ClauseReading& r_;
  const References& references_;
  std::uint32_t at_;
};

}  // namespace

Attribution attribution_of(const ClauseReading& reading, const References& references, const EventTelling& telling) {
  return AttributionFinder(reading, references, telling).find();
}

}  // namespace liaison
