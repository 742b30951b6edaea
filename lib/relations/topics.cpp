#include "relations/topics.h"

#include <algorithm>

#include "relations/noun_phrase.h"

namespace liaison {
namespace {

constexpr std::uint32_t kNone = Group::kNone;
/// How far behind the trigger its topic may begin, in groups.
constexpr std::uint32_t kReach = 20;
/// How many tokens a topic may have; what would make it longer is left out.
constexpr std::uint32_t kMostTokens = 16;
constexpr int kLongestClimb = 8;

class TopicFinder {
 public:
  TopicFinder(const ClauseReading& reading, const EventTelling& telling) : r_(reading), told_(telling), at_(telling.group) {}

  Span find() const {
    if (tree().is_verb(at_) && r_.lemma_is(at_, Word::discussing))
      if (const Span own = phrase(object_of(at_)); own.start < own.end) return own;
    for (std::uint32_t i = at_ + 1; i < end(); ++i) {
      const Span span = phrase(opened_by(i));
      if (span.start < span.end) return span;
    }
    return {};
  }

 private:
  const Tree& tree() const { return r_.tree; }
  std::uint32_t end() const { return std::min(static_cast<std::uint32_t>(tree().groups.size()), at_ + kReach); }

  /// The noun or gerund that a preposition or verb of topics leads to; kNone where it leads to none of this event.
  std::uint32_t opened_by(std::uint32_t i) const {
    if (r_.is_preposition(i, Word::topical)) {
      const bool tells = hangs_on(i, false) && (!may_be_place(i) || is_topical_place(i));
      return tells ? tree().child(i, Label::prepositional_object) : kNone;
    }
    const bool discusses = told_.kind != symbols::cooperation && tree().is_verb(i) && r_.lemma_is(i, Word::discussing) && is_purpose(i);
    return discusses ? object_of(i) : kNone;
  }

  std::uint32_t object_of(std::uint32_t verb) const {
    return tree().child(verb, Label::indirect_object) == kNone ? tree().child(verb, Label::object) : kNone;
  }

  /// `to discuss …`, `discussing …`, `met and discussed …`
  bool is_purpose(std::uint32_t verb) const {
    if (r_.group(verb).has(Group::kInfinitive | Group::kGerund) && !r_.group(verb).has(Group::kNegated)) return hangs_on(verb, true);
    return tree().label(verb) == Label::conjunct && tree().parent(verb) == at_ && tree().child(verb, Label::subject) == kNone;
  }

  /// `on` and `over` tell a place or time as well.
  bool may_be_place(std::uint32_t preposition) const { return r_.is(preposition, Word::spatial); }

  bool is_topical_place(std::uint32_t preposition) const {
    const std::uint32_t noun = tree().child(preposition, Label::prepositional_object);
    if (noun == kNone || (tree().is_verb(at_) && told_.kind != symbols::cooperation)) return false;
    const std::uint32_t name = r_.group(noun).name;
    if (name == kNone) return !r_.lemma_is(noun, Word::place_noun);
    const Symbol type = r_.annotations[name].type;
    return type != symbols::loc && (type != symbols::org || told_.kind == symbols::cooperation);
  }

  /// True if a group hangs on the trigger, or on the verb that carries it, with nothing between that may have a topic of
  /// its own. `loosely`: on any verb above.
  bool hangs_on(std::uint32_t group, bool loosely) const {
    const std::uint32_t governor = tree().is_noun(at_) ? tree().governor(at_) : kNone;
    std::uint32_t up = tree().parent(group);
    for (int step = 0; up != kNone && step < kLongestClimb; ++step, up = tree().parent(up)) {
      if (up == at_) return true;
      if (up == governor && tree().is_verb(up)) return loosely || carries(up);
      if (!passes(up)) return false;
    }
    return false;
  }

  /// `held talks on …`, `talks were held on …`, but not `the talks collapsed over …`.
  bool carries(std::uint32_t verb) const {
    const Label label = tree().label(tree().list_head(at_));
    if (label == Label::object) return true;
    if (label != Label::subject || r_.lemma_is(verb, Word::say)) return false;
    const Cue* cue = find_cue(r_, verb, told_.kind);
    return cue ? cue->table == Cue::kSupport || !cue->value : r_.group(verb).has(Group::kCopula);
  }

  /// True for what stands between a trigger and its topic and has none itself: who takes part, where and by what means.
  bool passes(std::uint32_t up) const {
    const Group& group = r_.group(up);
    if (group.kind == Group::Kind::preposition) return true;
    if (group.kind == Group::Kind::verb) return group.has(Group::kInfinitive) && r_.lemma_is(up, Word::say);
    if (group.kind != Group::Kind::noun) return false;
    const auto& words = told_.trigger->phrase.words;
    const bool of_trigger = std::find(std::begin(words), std::end(words), group.lemma) != std::end(words) || up == at_;
    return of_trigger || group.name != kNone || group.has(Group::kPronoun | Group::kRole) || r_.lemma_is(up, Word::party) ||
           r_.lemma_is(up, Word::description) || r_.is(up, Word::reciprocal);
  }

  bool takes_part(std::uint32_t noun) const {
    return std::any_of(told_.filled.begin(), told_.filled.end(), [&](const Filled& f) { return f.party.group == noun; });
  }

  bool is_topic(std::uint32_t noun) const {
    const Group& group = r_.group(noun);
    return group.kind == Group::Kind::noun && noun > at_ && !group.has(Group::kPronoun | Group::kBare | Group::kNegated) &&
           !r_.lemma_is(noun, Word::no_topic) && !r_.is(noun, Word::time) && !takes_part(noun);
  }

  /// The span of a topic: that of its noun with all that belongs to it.
  Span phrase(std::uint32_t head) const {
    if (head == kNone) return {};
    const std::uint32_t noun = tree().is_verb(head) ? tree().child(head, Label::object) : head;
    if (noun == kNone || noun < head || !is_topic(noun)) return {};
    const std::uint32_t first = tree().is_verb(head) ? head : first_of_noun(r_, noun);
    const std::uint32_t limit = r_.group(first).first + kMostTokens;
    std::uint32_t last = noun;
    for (std::uint32_t next; (next = continued(first, last)) != kNone && r_.group(next).last <= limit;) last = next;
    const bool whole = r_.group(last).last <= limit && !r_.group(last).has(Group::kOwner) && !is_cut(last);
    return whole ? quoted(r_.group(first).first, r_.group(last).last, last + 1) : Span{};
  }

  /// True if the group behind a noun reads as its verb, or as another noun: what it is has been misread.
  bool is_cut(std::uint32_t last) const {
    if (last + 1 >= tree().groups.size()) return false;
    const Group& next = r_.group(last + 1);
    if (next.kind == Group::Kind::verb) {
      const std::uint32_t subject = tree().child(last + 1, Label::subject);
      return next.has(Group::kFinite) && tree().label(last + 1) != Label::relative && (subject == kNone || subject > at_);
    }
    return next.kind == Group::Kind::noun && !next.has(Group::kPronoun | Group::kDefinite | Group::kIndefinite);
  }

  /// Tokens with the quotation mark behind them that one among them calls for; empty where that is not there.
  Span quoted(std::uint32_t first, std::uint32_t last, std::uint32_t next) const {
    std::uint32_t marks = 0;
    for (std::uint32_t t = first; t < last; ++t) marks += is_quote(r_.view.surface(t));
    if (marks % 2 == 0) return r_.view.span(first, last);
    const bool closed = next < tree().groups.size() && r_.group(next).kind == Group::Kind::quote;
    return closed && !is_cut(next) ? r_.view.span(first, r_.group(next).last) : Span{};
  }

  /// The noun up to which a phrase goes on behind its last group; kNone if it ends there.
  std::uint32_t continued(std::uint32_t first, std::uint32_t last) const {
    std::uint32_t link = last + 1;
    if (link >= tree().groups.size()) return kNone;
    const bool within = tree().parent(link) != kNone && tree().parent(link) >= first && tree().parent(link) <= last;
    if (r_.group(link).kind == Group::Kind::preposition) {
      const bool goes_on = r_.is(link, Word::part_marker) || (r_.is(link, Word::inside) && r_.lemma_is(last, Word::situated));
      return within && goes_on ? noun_behind(link, Label::prepositional_object, link, link) : kNone;
    }
    if (r_.group(link).kind == Group::Kind::comma && link + 1 < tree().groups.size() && r_.group(link + 1).kind == Group::Kind::conjunction)
      ++link;
    const bool joins = r_.group(link).kind == Group::Kind::comma || r_.group(link).kind == Group::Kind::conjunction;
    return joins ? noun_behind(link, Label::conjunct, first, last) : kNone;
  }

  /// The noun behind a group, perhaps with its owners, that hangs with the label on one of the groups from `first` to `last`.
  std::uint32_t noun_behind(std::uint32_t link, Label label, std::uint32_t first, std::uint32_t last) const {
    std::uint32_t noun = link + 1;
    while (noun + 1 < tree().groups.size() && tree().is_noun(noun) && tree().parent(noun) == noun + 1 && tree().label(noun) == Label::owner)
      ++noun;
    const bool fits = noun < tree().groups.size() && tree().is_noun(noun) && tree().label(noun) == label && tree().parent(noun) >= first &&
                      tree().parent(noun) <= last && !r_.group(noun).has(Group::kPronoun);
    return fits ? noun : kNone;
  }

  const ClauseReading& r_;
  const EventTelling& told_;
  std::uint32_t at_;
};

}  // namespace

Span topic_of(const ClauseReading& reading, const EventTelling& telling) { return TopicFinder(reading, telling).find(); }

}  // namespace liaison
