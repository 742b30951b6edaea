// The part of the group builder that reads verbs.
#include "relations/groups.h"

namespace liaison {

/// True if `next` is the form that the auxiliary calls for.
bool GroupBuilder::fits_after(const Item& auxiliary, const Item& next) const {
  bool verb = next.pos == Pos::verb;
  switch (auxiliary.pos) {
    case Pos::modal: case Pos::auxiliary: case Pos::infinitive:
      return is(next, Word::aux_base) || (verb && (next.forms & kFormBase) != 0);
    case Pos::have:
      return is(next, Word::aux_participle) || (next.pos == Pos::have && is(next, Word::aux_past)) ||
             (verb && (next.forms & kFormParticiple) != 0);
    case Pos::be:
      return is(next, Word::aux_gerund) || (verb && (next.forms & (kFormGerund | kFormParticiple)) != 0) ||
             (is(next, Word::aux_participle) && grammar_->is(*view_, auxiliary.first, Word::possessive_marker));  // `she's been`
    default: return false;
  }
}

/// `would “never” meet`, `urged A to “talk”`: a mark in the middle of a verb group.
bool GroupBuilder::goes_on_quoted(std::size_t mark, const Item& auxiliary) const {
  std::size_t next = mark + 1;
  while (pos_at(next) == Pos::adverb || pos_at(next) == Pos::negation || (pos_at(next) == Pos::quote && next < mark + 4)) ++next;
  return next < items_.size() && fits_after(auxiliary, items_[next]);
}

std::size_t GroupBuilder::read_verb(std::size_t at) {
  Group group;
  group.kind = Kind::verb;
  group.first = items_[at].first;
  if (!groups_.empty() && groups_.back().kind == Kind::adverb && groups_.back().has(Group::kNegated)) group.flags |= Group::kNegated;
  std::size_t main = at;
  if (items_[at].pos == Pos::infinitive) group.flags |= Group::kInfinitive;
  for (std::size_t i = at + 1; i < items_.size() && is_auxiliary(items_[main].pos); ++i) {
    const Item& item = items_[i];
    if (item.pos == Pos::adverb || item.pos == Pos::negation) {
      if (item.pos == Pos::negation) group.flags |= Group::kNegated;
      continue;
    }
    if (item.pos == Pos::quote && goes_on_quoted(i, items_[main])) {
      group.flags ^= Group::kQuoteInside;
      continue;
    }
    // `had first met`, `have both met`, `has since met`
    const bool since = items_[main].pos == Pos::have && is(item, Word::since) && item.last == item.first + 1;
    const bool between = (item.pos == Pos::number && is(item, Word::ordinal)) || is(item, Word::quantifier) || since;
    if (between && i + 1 < items_.size() && fits_after(items_[main], items_[i + 1])) continue;
    if (!fits_after(items_[main], item)) break;
    if (items_[main].pos == Pos::modal) group.flags |= is(items_[main], Word::modal_planned) ? Group::kFuture : Group::kModal;
    if (items_[main].pos == Pos::have) group.flags |= Group::kPerfect;
    if (items_[main].pos == Pos::be) {
      bool gerund = is(item, Word::aux_gerund) || (item.forms & kFormGerund) != 0;
      const bool has = (is(item, Word::no_passive) || is(item, Word::aux_participle)) &&
                       grammar_->is(*view_, items_[main].first, Word::possessive_marker);  // `he's met A`
      group.flags |= gerund ? Group::kProgressive : has ? Group::kPerfect : Group::kPassive;
    }
    main = i;
  }
  finish_verb(group, items_[at], items_[main]);
  std::size_t next = main + 1;
  // `regretted not meeting A`: what it negates is behind it
  const bool of_gerund = items_[main].pos == Pos::verb && pos_at(next + 1) == Pos::verb && (items_[next + 1].forms & kFormGerund) != 0;
  if (pos_at(next) == Pos::negation && !of_gerund) {
    group.flags |= Group::kNegated;
    ++next;
  }
  group.last = items_[next - 1].last;
  groups_.push_back(group);
  return next;
}

/// Settles the form of a verb group from its first and its main verb.
void GroupBuilder::finish_verb(Group& group, const Item& first, const Item& main) const {
  group.head = main.last - 1;
  group.word = main.word;
  group.classes = main.classes;
  WordId lemma = view_->lexicon->verb_lemma(main.word);
  group.lemma = lemma == kNoWord ? main.word : lemma;
  if (main.pos == Pos::be) group.flags |= Group::kCopula;
  if (main.pos == Pos::modal || main.pos == Pos::auxiliary) group.flags |= Group::kAuxiliaryOnly | Group::kFinite;
  if (main.pos == Pos::modal) group.flags |= is(main, Word::modal_planned) ? Group::kFuture : Group::kModal;
  if (group.has(Group::kInfinitive)) return;
  if (first.pos == Pos::verb) {
    if (first.forms & kFormGerund) group.flags |= Group::kGerund;
    if (first.forms & (kFormBase | kFormThird | kFormPast)) group.flags |= Group::kFinite;
    if (first.forms & kFormPast) group.flags |= Group::kPast;
    if (first.forms == kFormThird) group.flags |= Group::kSingular;
    if (first.forms & kFormParticiple) group.flags |= Group::kParticiple;
    return;
  }
  bool gerund = is(first, Word::aux_gerund);
  bool bare = is(first, Word::aux_participle) || (is(first, Word::aux_base) && first.pos == Pos::be);
  if (gerund) group.flags |= Group::kGerund;
  else if (!bare) group.flags |= Group::kFinite;
  if (is(first, Word::aux_past)) group.flags |= Group::kPast;
  if (is(first, Word::aux_singular)) group.flags |= Group::kSingular;
}

}  // namespace liaison
