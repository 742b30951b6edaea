// The part of the tagger that decides about words of grammar: `that`, `to`, `'s`, conjunctions, and years behind a preposition.
#include "relations/tagger.h"

#include <algorithm>

namespace liaison {
namespace {

/// How far before a clause the verb may stand that says it, in words.
constexpr int kClauseReach = 16;

}  // namespace

/// `that plan`, `of that`: a word that may begin a clause is a determiner or pronoun here.
Pos Tagger::decide_that(std::size_t at) const {
  const Pos next = pos_at(at + 1), prev = at > 0 ? items_[at - 1].pos : Pos::stop;
  if (next == Pos::preposition && is(items_[at + 1], Word::part_marker)) return Pos::pronoun;
  const Item& last = items_[std::min(at + 1, items_.size() - 1)];
  const bool noun = next == Pos::noun || next == Pos::adjective || next == Pos::role || next == Pos::time ||
                    (next == Pos::verb && last.may_be_noun);
  const bool one = noun && !last.plural;
  if (at == 0) return one && (next == Pos::noun || next == Pos::adjective) ? Pos::determiner : Pos::relative;
  if (prev == Pos::preposition) {
    // `pointed out that trade had grown`
    const bool particle = at > 1 && items_[at - 2].pos == Pos::verb && finite_verb_near(at);
    if (noun && !particle) return Pos::determiner;
    const bool ends = next == Pos::comma || next == Pos::stop || next == Pos::conjunction || next == Pos::colon || next == Pos::dash;
    return ends ? Pos::pronoun : Pos::relative;
  }
  // `were to meet, but that meeting was called off`, and not `said that he came, but that time was short`
  if (at > 1 && is(items_[at - 1], Word::conjunction_but) && pos_at(at - 2) == Pos::comma && one && next == Pos::noun) {
    std::size_t first = at;
    for (int step = 0; step < kClauseReach && first > 0 && !is(items_[first], Word::say); ++step) --first;
    if (!is(items_[first], Word::say)) return Pos::determiner;
  }
  // `discussed that plan with A`
  const bool takes = prev == Pos::verb && is(items_[at - 1], Word::trigger) &&
                     (is(items_[at - 1], Word::discussing) || (!is(items_[at - 1], Word::say) && !is(items_[at - 1], Word::content_verb)));
  return takes && one && !finite_verb_near(at) ? Pos::determiner : Pos::relative;
}

/// True if a verb in its base form follows, perhaps behind adverbs.
bool Tagger::is_infinitive(std::size_t at) const {
  std::size_t next = at + 1;
  const auto passed = [](Pos pos) { return pos == Pos::adverb || pos == Pos::negation || pos == Pos::quote; };
  while (next < items_.size() && passed(items_[next].pos)) ++next;
  if (next >= items_.size()) return false;
  const Item& item = items_[next];
  if (is(item, Word::aux_base) || (item.pos == Pos::verb && (item.forms & kFormBase) != 0)) return true;
  const Pos behind = pos_at(next + 1);
  const bool named = behind == Pos::name && (annotations_[items_[next + 1].annotation].type == symbols::person ||
                     annotations_[items_[next + 1].annotation].type == symbols::org);
  return (behind == Pos::determiner || behind == Pos::pronoun || named) && is_unknown(next) && !hyphenated(next);
}

/// True for the `'d` of `would`, behind which a verb stands in its base form, not as a participle: `he'd meet`, but not `he'd met`.
bool Tagger::is_would(std::size_t at) const {
  std::size_t next = at + 1;
  while (pos_at(next) == Pos::adverb || pos_at(next) == Pos::negation) ++next;
  if (next >= items_.size()) return false;
  const Item& item = items_[next];
  return is(item, Word::aux_base) || (item.pos == Pos::verb && (item.forms & kFormBase) != 0 && (item.forms & kFormParticiple) == 0);
}

/// False where the clitic is a verb: a determiner, or a form that only a verb has, follows.
bool Tagger::is_possessive(std::size_t at) const {
  if (at == 0 || at + 1 >= items_.size()) return true;
  if (items_[at - 1].pos == Pos::pronoun || items_[at - 1].pos == Pos::relative) return false;
  const Item& next = items_[at + 1];
  if (next.pos == Pos::determiner) {
    // `the world's most painful talks`, `Nokia's other partners`, but not `Nokia's another one`
    std::size_t noun = at + 2;
    while (pos_at(noun) == Pos::adjective) ++noun;
    const bool several = noun < items_.size() && is(next, Word::further) && items_[noun].plural;
    return several || (is(next, Word::vague) && pos_at(at + 2) == Pos::adjective);
  }
  // `Lee's also planning to …`
  if (next.pos == Pos::adverb && !next.may_be_adjective && next.last == next.first + 1 && pos_at(at + 2) == Pos::verb &&
      items_[at + 2].forms == kFormGerund) {
    const Pos behind = pos_at(at + 3);
    return behind != Pos::infinitive && behind != Pos::determiner && behind != Pos::preposition && behind != Pos::name &&
           behind != Pos::pronoun;
  }
  if (next.pos != Pos::verb || next.may_be_noun) return true;
  if (next.may_be_adjective && pos_at(at + 2) == Pos::role) return true;  // `Chile's acting president`
  if ((next.forms & (kFormGerund | kFormParticiple)) == 0) return true;  // `Nokia's board`: no form that follows `is` or `has`
  bool noun = pos_at(at + 2) == Pos::verb && items_[at + 2].may_be_noun;
  return noun || pos_at(at + 2) == Pos::noun || pos_at(at + 2) == Pos::adjective;
}

/// `as it does not reflect the value`: what may be preposition or subordinator, before a subject and its verb.
bool Tagger::opens_clause(std::size_t at) const {
  Pos verb = pos_at(at + 2);
  return items_[at].pos == Pos::preposition && is(items_[at], Word::subordinator) && pos_at(at + 1) == Pos::pronoun &&
         is(items_[at + 1], Word::plural_subject) &&
         (verb == Pos::verb || verb == Pos::be || verb == Pos::have || verb == Pos::modal || verb == Pos::auxiliary);
}

/// `developed the chip together with Intel`: a conjunction that ends in a preposition joins only names of one type.
void Tagger::decide_joint(std::size_t at) {
  Item& item = items_[at];
  std::size_t before = previous(at);
  if (before < items_.size() && items_[before].pos == Pos::comma) before = previous(before);
  if (!grammar_->is(*view_, item.last - 1, Word::preposition) || before >= items_.size() || pos_at(at + 1) != Pos::name) return;
  bool same = items_[before].pos == Pos::name &&
              annotations_[items_[before].annotation].type == annotations_[items_[at + 1].annotation].type;
  if (same) return;
  item.pos = Pos::preposition;
  item.word = view_->tokens[item.last - 1].word;
  item.classes.add(grammar_->id(Word::preposition));
}

/// `in 2018`, `in early 2018`: a year behind a preposition, and no noun that it tells of behind it.
bool Tagger::is_year(std::size_t at) const {
  const Item& item = items_[at];
  if (!is(item, Word::year) || at == 0) return false;
  const Pos next = pos_at(at + 1);
  if (next == Pos::noun || next == Pos::role || next == Pos::adjective || next == Pos::number || next == Pos::hyphen ||
      next == Pos::possessive || (next == Pos::verb && items_[at + 1].may_be_noun)) return false;
  const Item& before = items_[at - 1];
  const bool qualified = at > 1 && before.may_be_adjective && (before.pos == Pos::adverb || before.pos == Pos::adjective);
  return before.pos == Pos::preposition || (qualified && items_[at - 2].pos == Pos::preposition);
}

}  // namespace liaison
