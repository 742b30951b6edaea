#include "relations/tagger.h"

#include <algorithm>

namespace liaison {
namespace {

/// How many items away another finite verb makes a word that may be noun or verb a noun.
constexpr std::size_t kVerbReach = 12;

}  // namespace

void Tagger::run(const TextView& view, const RuleBook& rules, const Grammar& grammar, Sentence sentence,
                 std::span<const Annotation> annotations, Trace* trace) {
  view_ = &view;
  grammar_ = &grammar;
  annotations_ = annotations;
  ItemReader reader(view, grammar);
  reader.run(sentence, annotations, items_);
  word_rules_.run(rules, view, reader, sentence, annotations, trace, items_);
  for (std::size_t i = 0; i < items_.size(); ++i)
    if (!items_[i].settled) decide(i);
}

/// The item before, adverbs and quotation marks passed over.
std::size_t Tagger::previous(std::size_t at) const {
  while (at > 0) {
    --at;
    const Pos before = at > 0 ? items_[at - 1].pos : Pos::stop;
    // `were each awarded`
    const bool floats = is(items_[at], Word::quantifier) &&
                        (before == Pos::be || before == Pos::have || before == Pos::modal || before == Pos::auxiliary);
    if (items_[at].pos != Pos::adverb && items_[at].pos != Pos::quote && items_[at].pos != Pos::hidden && !floats) return at;
  }
  return Item::kNone;
}

/// True if a verb that is nothing else, or an auxiliary, stands near on the right in the same clause.
bool Tagger::finite_verb_near(std::size_t at) const {
  for (std::size_t i = at + 1; i < std::min(items_.size(), at + kVerbReach); ++i) {
    const Item& item = items_[i];
    if (item.pos == Pos::comma || item.pos == Pos::subordinator || item.pos == Pos::relative ||
        item.pos == Pos::conjunction || item.pos == Pos::colon || item.pos == Pos::infinitive)
      return false;
    if (item.pos == Pos::be || item.pos == Pos::have || item.pos == Pos::modal || item.pos == Pos::auxiliary) return true;
    if (item.pos == Pos::verb && !item.may_be_noun && (item.forms & (kFormThird | kFormPast)) != 0) return true;
  }
  return false;
}

bool Tagger::is_gerund_verb(std::size_t at) const {
  Pos next = pos_at(at + 1);
  if (!items_[at].may_be_noun) return true;
  if (next == Pos::name || next == Pos::determiner || next == Pos::pronoun || next == Pos::role) return true;
  std::size_t before = previous(at);
  Pos prev = pos_at(before);
  if (prev == Pos::preposition && next == Pos::adjective) return true;
  if (prev == Pos::be) return true;
  // `a letter to A warning that …`
  if (prev == Pos::name && next == Pos::relative && is(items_[at + 1], Word::complementizer)) return true;
  // `while working for A`, but not `while spending on roads fell`
  if (prev == Pos::subordinator)
    return (next == Pos::preposition || next == Pos::infinitive || next == Pos::adverb) && !finite_verb_near(at);
  return (prev == Pos::preposition || prev == Pos::comma || prev == Pos::stop || prev == Pos::time) &&
         (next == Pos::preposition || next == Pos::infinitive) && !(before < items_.size() && items_[before].is_nominal());
}

/// `demanded a flag and phone calls`: a conjunction between two nouns behind a verb, the second of them alone before `at`.
bool Tagger::joins_objects(std::size_t conjunction, std::size_t at) const {
  if (at != conjunction + 2 || items_[conjunction + 1].pos != Pos::noun || items_[conjunction + 1].plural ||
      items_[conjunction - 1].pos != Pos::noun) return false;
  for (std::size_t i = conjunction; i-- > 0 && i + kVerbReach > conjunction;) {
    const Pos pos = items_[i].pos;
    if (pos == Pos::verb) return (!is(items_[i], Word::say) || !is(items_[i], Word::says_directly)) && !is(items_[i], Word::content_verb);
    if (pos != Pos::noun && pos != Pos::adjective && pos != Pos::determiner && pos != Pos::number && pos != Pos::possessive &&
        pos != Pos::hyphen)
      return false;
  }
  return false;
}

/// True if a preposition leads the noun at `at`.
bool Tagger::stands_in_phrase(std::size_t at) const {
  const auto of_phrase = [](const Item& item) {
    return item.is_nominal() || item.pos == Pos::adjective || item.pos == Pos::determiner || item.pos == Pos::number;
  };
  while (at > 0 && of_phrase(items_[at])) --at;
  return items_[at].pos == Pos::preposition;
}

/// True if the subject of a verb at `at` would be plural: a plural head, or a coordination or list of names.
bool Tagger::plural_before(std::size_t at) const {
  bool head_expected = true, behind_phrase = false, found = false;
  for (std::size_t i = at, step = 0; i-- > 0 && step < kVerbReach; ++step) {
    const Item& item = items_[i];
    switch (item.pos) {
      case Pos::verb: case Pos::be: case Pos::have: case Pos::modal: case Pos::auxiliary: case Pos::relative:
      case Pos::infinitive: return false;
      case Pos::subordinator: case Pos::colon: return found;
      case Pos::conjunction:
        if (found) return true;
        if (i == 0 || !items_[i - 1].is_nominal() || joins_objects(i, at)) return false;
        if (!behind_phrase || !stands_in_phrase(i - 1)) return true;
        break;
      case Pos::comma: return found || (i > 0 && items_[i - 1].pos == Pos::name && items_[i + 1].pos == Pos::name);
      case Pos::preposition:  // `on plans for a Japan visit`: the plans are no subject
        found = false;
        head_expected = behind_phrase = true;
        break;
      case Pos::noun: case Pos::name: case Pos::role: case Pos::pronoun: case Pos::time:
        // Behind a prepositional phrase the plural must be a subject: no verb may stand before it.
        if (head_expected && (item.plural || is(item, Word::plural_pronoun))) {
          if (!behind_phrase) return true;
          found = true;
        }
        head_expected = false;
        break;
      default: break;
    }
  }
  return found;
}

/// True if what follows can only be an object, or an infinitive.
bool Tagger::object_follows(std::size_t at) const {
  Pos next = pos_at(at + 1);
  return next == Pos::name || next == Pos::determiner || next == Pos::role || next == Pos::pronoun ||
         next == Pos::number || (next == Pos::infinitive && is_infinitive(at + 1));
}

/// True if only names stand between the word and an auxiliary that opens a question: `Did A and B sign …?`, `Why didn't A call B?`
bool Tagger::asked(std::size_t at) const {
  const std::size_t opener = items_[0].pos == Pos::subordinator ? 1 : 0;
  if (pos_at(opener) != Pos::auxiliary && pos_at(opener) != Pos::modal) return false;
  for (std::size_t i = opener + 1; i < at; ++i) {
    Pos pos = items_[i].pos;
    if (pos == Pos::determiner && (pos_at(i + 1) == Pos::name || pos_at(i + 1) == Pos::role)) continue;
    if (pos != Pos::negation && pos != Pos::name && pos != Pos::role && pos != Pos::pronoun && pos != Pos::conjunction && pos != Pos::comma)
      return false;
  }
  return view_->surface(items_.back().first) == "?";
}

/// A word that may be noun or verb, behind a noun or name.
bool Tagger::is_verb_after_noun(std::size_t at) const {
  const Item& item = items_[at];
  const Item& before = items_[previous(at)];
  if (item.forms & (kFormPast | kFormParticiple)) return true;
  if (item.forms == kFormGerund) return is_gerund_verb(at);
  if ((item.forms & kFormBase) && asked(at)) return true;
  bool object = object_follows(at), many = plural_before(at);
  if ((item.forms & kFormBase) && before.plural && object) return true;
  if (finite_verb_near(at)) return false;
  Pos next = pos_at(at + 1);
  if ((item.forms & kFormThird) && before.pos == Pos::relative && (next == Pos::preposition || next == Pos::adverb)) return true;
  bool after_name = before.pos == Pos::name || before.pos == Pos::pronoun || before.pos == Pos::role;
  // `offered Russia talks`: the name is the object of a verb.
  std::size_t second = before.pos == Pos::name ? previous(previous(at)) : items_.size();
  if ((item.forms & kFormThird) && second < items_.size() && items_[second].pos == Pos::verb && !is(items_[second], Word::say))
    return false;
  if (item.forms & kFormThird) return !before.plural && (object || (after_name && next != Pos::comma && next != Pos::stop));
  bool noun = next == Pos::noun || (next == Pos::verb && items_[at + 1].may_be_noun);
  bool preposition = next == Pos::preposition || next == Pos::infinitive;
  return many && (object || noun || preposition || next == Pos::adjective || next == Pos::adverb);
}

Pos Tagger::decide_verb_or_noun(std::size_t at) const {
  const Item& item = items_[at];
  std::size_t before = previous(at);
  if (before >= items_.size()) {
    if (item.forms == kFormGerund) return is_gerund_verb(at) ? Pos::verb : Pos::noun;
    return item.forms & kFormPast ? Pos::verb : Pos::noun;
  }
  const Item& prev = items_[before];
  switch (prev.pos) {
    case Pos::determiner: case Pos::possessive: case Pos::number: case Pos::adjective: return Pos::noun;
    case Pos::infinitive: case Pos::modal: return item.forms & kFormBase ? Pos::verb : Pos::noun;
    case Pos::auxiliary: case Pos::negation: return item.forms & (kFormBase | kFormGerund | kFormParticiple) ? Pos::verb : Pos::noun;
    case Pos::be: return item.forms & (kFormGerund | kFormParticiple) ? Pos::verb : Pos::noun;
    case Pos::have: return item.forms & kFormParticiple && !item.plural ? Pos::verb : Pos::noun;
    case Pos::preposition: return item.forms & kFormGerund && is_gerund_verb(at) ? Pos::verb : Pos::noun;
    case Pos::verb: return item.forms == kFormGerund && is_gerund_verb(at) ? Pos::verb : Pos::noun;
    case Pos::time:
      if (before > 0 && (items_[before - 1].pos == Pos::hyphen || items_[before - 1].pos == Pos::determiner ||
                         items_[before - 1].pos == Pos::possessive))
        return Pos::noun;  // `a two-hour meeting`, `the Friday talks`
      return is_verb_after_noun(at) ? Pos::verb : Pos::noun;
    case Pos::noun: case Pos::name: case Pos::role: case Pos::pronoun: case Pos::relative:
      return is_verb_after_noun(at) ? Pos::verb : Pos::noun;
    case Pos::comma: case Pos::conjunction: case Pos::dash:
      if (item.forms & (kFormPast | kFormParticiple)) return Pos::verb;
      if (item.forms == kFormGerund) return is_gerund_verb(at) ? Pos::verb : Pos::noun;
      return before > 0 && items_[before - 1].pos != Pos::noun && is_verb_after_noun(at) ? Pos::verb : Pos::noun;
    default: return item.forms == kFormGerund && is_gerund_verb(at) ? Pos::verb : Pos::noun;
  }
}

/// True if what stands before calls for a noun: a determiner, a possessive, perhaps with adjectives.
bool Tagger::is_determined(std::size_t at) const {
  std::size_t before = previous(at);
  if (before >= items_.size()) return false;
  Pos prev = items_[before].pos;
  return prev == Pos::determiner || prev == Pos::possessive || prev == Pos::adjective || prev == Pos::number;
}

/// `at the home of A`, `A's home`, `at his Oslo home`, but not `drove her home`.
bool Tagger::is_somebodys(std::size_t at) const {
  std::size_t opens = at;
  while (opens > 0 && (pos_at(opens - 1) == Pos::name || pos_at(opens - 1) == Pos::adjective)) --opens;
  if (opens == 0) return false;
  const Pos before = pos_at(opens - 1);
  if (before == Pos::possessive) return true;
  return before == Pos::determiner && (is(items_[opens - 1], Word::article) || (opens > 1 && pos_at(opens - 2) == Pos::preposition));
}

/// `the city's electric cooperative said`, `a Panasonic official said`: what may be adjective or noun, with no noun behind that it could
/// tell of.
bool Tagger::heads_phrase(std::size_t at) const {
  const Pos next = pos_at(at + 1), prev = at > 0 ? items_[at - 1].pos : Pos::stop;
  const bool ends = next == Pos::be || next == Pos::have || next == Pos::modal || next == Pos::auxiliary || next == Pos::preposition ||
                    next == Pos::possessive || next == Pos::relative || next == Pos::stop || next == Pos::comma ||
                    (next == Pos::verb && !items_[at + 1].may_be_noun && (items_[at + 1].forms & (kFormPast | kFormThird)) != 0);
  if (prev == Pos::name) return ends && annotations_[items_[at - 1].annotation].type != symbols::person;
  return ends && (prev == Pos::possessive || prev == Pos::adjective || prev == Pos::determiner) && is_determined(at);
}

/// True for a small word that no list knows.
bool Tagger::is_unknown(std::size_t at) const {
  const Item& item = items_[at];
  return item.pos == Pos::noun && item.annotation == Item::kNone && item.forms == 0 && view_->tokens[item.first].has(kLower) &&
         item.last == item.first + 1 && !is(item, Word::noun_singular) && !is(item, Word::noun_plural);
}

/// `will embolden them`, `to compliment the host`: an unknown word where only a verb stands.
bool Tagger::acts_unknown(std::size_t at) const {
  if (!is_unknown(at) || hyphenated(at)) return false;
  const std::size_t before = previous(at);
  if (before >= items_.size()) return false;
  const Pos prev = items_[before].pos;
  return prev == Pos::modal || prev == Pos::auxiliary || prev == Pos::infinitive;
}

/// True if a hyphen joins the item to the one before or behind: `cease-fire`, `hard-won`.
bool Tagger::hyphenated(std::size_t at) const {
  auto glued = [&](std::size_t i) { return i < items_.size() && !view_->tokens[items_[i].first].has(kSpaceBefore | kNewlineBefore); };
  bool behind = pos_at(at + 1) == Pos::hyphen && glued(at + 1) && glued(at + 2);
  bool before = at > 0 && items_[at - 1].pos == Pos::hyphen && glued(at) && glued(at - 1);
  return behind || before;
}

/// A word that may be adjective or verb: an adjective behind a form of be, and before a noun.
bool Tagger::is_adjective(std::size_t at) const {
  const Item& item = items_[at];
  std::size_t before = previous(at);
  Pos prev = before < items_.size() ? items_[before].pos : Pos::stop;
  if (prev == Pos::negation && before > 0) prev = items_[before - 1].pos;
  if (prev == Pos::be) return (item.forms & (kFormGerund | kFormParticiple)) == 0;
  Pos next = pos_at(at + 1);
  bool noun_follows = next == Pos::noun || next == Pos::adjective || next == Pos::role ||
                      (next == Pos::verb && items_[at + 1].may_be_noun);
  return noun_follows && prev != Pos::infinitive && prev != Pos::modal && prev != Pos::auxiliary &&
         (prev != Pos::noun || (item.forms & kFormBase) == 0) && prev != Pos::name && prev != Pos::role && prev != Pos::pronoun;
}

/// A participle before a noun is an adjective.
bool Tagger::is_attributive(std::size_t at) const {
  const Item& item = items_[at];
  Pos next = pos_at(at + 1);
  bool noun_follows = next == Pos::noun || next == Pos::role || next == Pos::adjective || next == Pos::hyphen ||
                      (next == Pos::verb && items_[at + 1].may_be_noun);
  std::size_t before = previous(at);
  const bool determined = before < items_.size() && items_[before].pos == Pos::determiner;
  noun_follows |= next == Pos::time && determined;  // `a lost weekend`
  // `a planned one-on-one meeting`
  noun_follows |= next == Pos::adverb && items_[at + 1].last - items_[at + 1].first > 2 && pos_at(at + 2) == Pos::noun;
  // `the planned Merkel visit`
  const bool owned = before < items_.size() && (is(items_[before], Word::article) || is(items_[before], Word::possessive));
  noun_follows |= owned && next == Pos::name && (item.forms & kFormParticiple) != 0 &&
      (pos_at(at + 2) == Pos::noun || pos_at(at + 2) == Pos::role || pos_at(at + 2) == Pos::verb);
  // `to newly elected Senate President A`, but not `had newly elected A`
  const Pos leads = before < items_.size() ? items_[before].pos : Pos::stop;
  const bool qualified = at > 0 && items_[at - 1].pos == Pos::adverb && (leads == Pos::preposition || leads == Pos::verb);
  noun_follows |= qualified && next == Pos::name && pos_at(at + 2) == Pos::role && (item.forms & kFormParticiple) != 0;
  // `an agreed 20 billion pound merger`
  bool sum = next == Pos::number && determined;
  if (!noun_follows) return sum && (item.forms & kFormParticiple) != 0;
  if (is_determined(at)) return true;
  Pos prev = before < items_.size() ? items_[before].pos : Pos::stop;
  return (item.forms & kFormParticiple) != 0 && (item.forms & kFormBase) == 0 && (prev == Pos::preposition || prev == Pos::verb);
}

void Tagger::decide_verb(std::size_t at) {
  Item& item = items_[at];
  // `visiting Prime Minister A`, with no preposition or form of be before it: an adjective.
  std::size_t ahead = previous(at);
  Pos before_it = ahead < items_.size() ? items_[ahead].pos : Pos::stop;
  const Pos following = pos_at(at + 1);
  bool titled = following == Pos::role || ((following == Pos::adjective || following == Pos::name) && pos_at(at + 2) == Pos::role);
  if (item.forms == kFormGerund && titled &&
      (before_it == Pos::verb || before_it == Pos::comma || before_it == Pos::noun || before_it == Pos::adjective)) {
    item.pos = Pos::adjective;
    return;
  }
  if (hyphenated(at)) {
    bool ends = (item.forms & (kFormParticiple | kFormGerund)) != 0 && !hyphenated(at + 1) && pos_at(at + 1) != Pos::hyphen;
    item.pos = ends ? Pos::adjective : Pos::noun;
    return;
  }
  if (item.may_be_adjective && is_adjective(at)) {
    item.pos = Pos::adjective;
    return;
  }
  if (is_attributive(at) && (item.forms & (kFormParticiple | kFormGerund)) != 0 && (!item.may_be_noun || !is_determined(at))) {
    item.pos = Pos::adjective;
    return;
  }
  if (std::size_t prev = previous(at); is(item, Word::adverb) && prev < items_.size() && items_[prev].pos == Pos::verb) {
    item.pos = Pos::adverb;
    return;
  }
  if (!item.may_be_noun) {
    // `a message of thanks`
    std::size_t prev = previous(at);
    bool noun_expected = prev < items_.size() && (is_determined(at) || items_[prev].pos == Pos::preposition);
    if (item.forms == kFormThird && noun_expected) item.pos = Pos::noun, item.plural = true;
    bool only_verb = (item.forms & (kFormParticiple | kFormGerund)) != 0;
    if ((item.forms & kFormBase) && !only_verb && prev < items_.size() &&
        (items_[prev].pos == Pos::determiner || items_[prev].pos == Pos::possessive)) item.pos = Pos::noun;
    return;
  }
  item.pos = decide_verb_or_noun(at);
  std::size_t before = previous(at);
  bool capital = view_->tokens[item.first].has(kFirstCapital) && before < items_.size();
  if (item.pos != Pos::verb || !capital) return;
  Pos prev = items_[before].pos;
  if (prev != Pos::name && prev != Pos::role && prev != Pos::modal && prev != Pos::infinitive) item.pos = Pos::noun;
}

/// Settles one item, those before it being settled.
void Tagger::decide(std::size_t at) {
  Item& item = items_[at];
  Pos next = pos_at(at + 1);
  if (item.pos == Pos::conjunction && item.last - item.first > 1) decide_joint(at);
  else if (opens_clause(at)) item.pos = Pos::subordinator;
  else if (item.pos == Pos::verb) decide_verb(at);
  else if (item.pos == Pos::number && is_year(at)) item.pos = Pos::time;
  // `the past few weeks`: how many they are
  else if (item.pos == Pos::negation && is(item, Word::number) && is_determined(at)) item.pos = Pos::number;
  else if (item.pos == Pos::have && is(item, Word::reported_future) && is_would(at)) item.pos = Pos::modal;  // `said he'd meet A`
  else if (at == 0 && item.pos == Pos::have && next == Pos::name && view_->surface(items_.back().first) == "?")
    item.pos = Pos::auxiliary;  // `Has A signed …?`
  else if (item.pos == Pos::determiner && is(item, Word::question) &&
           (next == Pos::determiner || next == Pos::pronoun || next == Pos::name)) item.pos = Pos::relative;  // `what both sides called`
  else if (item.pos == Pos::adjective && item.may_be_noun && at > 0 && items_[at - 1].pos == Pos::noun) item.pos = Pos::noun;
  else if (item.pos == Pos::adjective && item.may_be_noun && heads_phrase(at)) item.pos = Pos::noun;
  else if (item.pos == Pos::adverb && item.may_be_adjective && next == Pos::infinitive && at > 0 &&
           (is(items_[at - 1], Word::comparative) || grammar_->verb_is(*view_, items_[at - 1].last - 1, Word::copular)))
    item.pos = Pos::adjective;  // `more likely to act`, `seemed likely to act`
  else if (item.pos == Pos::adverb && item.may_be_adjective && is_determined(at) &&
           (next == Pos::noun || next == Pos::role || (next == Pos::verb && items_[at + 1].may_be_noun)))
    item.pos = Pos::adjective;  // `its only ally`
  else if (item.pos == Pos::adverb && item.may_be_noun && is(item, Word::residence) && is_somebodys(at)) item.pos = Pos::noun;
  else if (item.pos == Pos::relative && is(item, Word::complementizer)) item.pos = decide_that(at);
  else if (item.pos == Pos::noun && item.forms == 0 && acts_unknown(at)) item.pos = Pos::verb, item.forms = kFormBase;
  else if (item.pos == Pos::infinitive && !is_infinitive(at)) item.pos = Pos::preposition;
  else if (item.pos == Pos::possessive && !is_possessive(at)) item.pos = Pos::be;
}

}  // namespace liaison
