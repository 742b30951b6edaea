// The part of the group builder that reads phrases of time, and tells them from times that belong to a noun.
#include "relations/groups.h"

namespace liaison {

/// `A first met B`, `A left, but first met B`: an ordinal between a noun or conjunction and a verb.
bool GroupBuilder::tells_when(std::size_t at) const {
  if (at == 0 || !is(items_[at], Word::ordinal) || pos_at(at + 1) != Pos::verb) return false;
  const Pos before = items_[at - 1].pos;
  const bool past = (items_[at + 1].forms & (kFormPast | kFormBase)) != 0;
  if (before == Pos::conjunction && past && is(items_[at], Word::adverb)) return true;
  return before == Pos::name || before == Pos::noun || before == Pos::pronoun || before == Pos::relative || before == Pos::role;
}

/// A time with a possessive marker, or before a noun: part of a noun group.
bool GroupBuilder::is_owned_time(std::size_t at) const {
  return pos_at(at) == Pos::time &&
         (pos_at(at + 1) == Pos::possessive || pos_at(at + 1) == Pos::noun || pos_at(at + 1) == Pos::hyphen ||
          counts(at) ||
          (pos_at(at + 1) == Pos::number && pos_at(at + 2) == Pos::noun));
}

/// `a February White House meeting`: a month or day between an article and what stands before a noun.
bool GroupBuilder::tells_which(std::size_t at) const {
  const bool calendar = is(items_[at], Word::month) || is(items_[at], Word::weekday);
  return calendar && at > 0 && is(items_[at - 1], Word::article) && (pos_at(at + 1) == Pos::name || pos_at(at + 1) == Pos::adjective);
}

/// `days of talks`: a time that tells how much of something.
bool GroupBuilder::counts(std::size_t at) const {
  return pos_at(at + 1) == Pos::preposition && is(items_[at + 1], Word::part_marker) &&
         (pos_at(at + 2) == Pos::noun || pos_at(at + 2) == Pos::adjective);
}

/// A phrase of time begins here: a time noun with what stands before it, and nothing that it modifies behind it.
bool GroupBuilder::begins_time(std::size_t at) const {
  std::size_t i = at;
  while (i < items_.size() && i < at + 5 &&
         (items_[i].pos == Pos::determiner || items_[i].pos == Pos::adjective || items_[i].pos == Pos::number ||
          items_[i].pos == Pos::adverb))
    ++i;
  const bool early = items_[at].may_be_adjective && at > 0 && items_[at - 1].pos == Pos::preposition;  // `in early 2018`
  if (pos_at(i) != Pos::time || (i > at && items_[at].pos == Pos::adverb && !early)) return false;
  if (i == at + 1 && tells_which(i)) return false;
  while (pos_at(i) == Pos::time || (pos_at(i) == Pos::number && i > at)) ++i;
  if (pos_at(i) == Pos::possessive || pos_at(i) == Pos::noun || pos_at(i) == Pos::hyphen || pos_at(i) == Pos::role) return false;
  bool of = pos_at(i) == Pos::preposition && is(items_[i], Word::part_marker);
  return !(of && (pos_at(i + 1) == Pos::noun || pos_at(i + 1) == Pos::adjective));
}

/// `the fall of 2016`, `in 2016 and 2017`, `on Monday and Tuesday`: a time goes on with a year, or with another of its kind.
bool GroupBuilder::goes_on_in_time(std::size_t at) const {
  if (at + 1 >= items_.size() || items_[at - 1].pos != Pos::time) return false;
  const Item& last = items_[at - 1];
  const Item& next = items_[at + 1];
  if (pos_at(at) == Pos::preposition) return is(items_[at], Word::part_marker) && (is(next, Word::year) || next.pos == Pos::time);
  if (pos_at(at) != Pos::conjunction || !is(items_[at], Word::conjunction_and)) return false;
  return (is(last, Word::year) && is(next, Word::year)) || (is(last, Word::weekday) && is(next, Word::weekday)) ||
         (is(last, Word::month) && is(next, Word::month));
}

std::size_t GroupBuilder::read_time(std::size_t at) {
  Group group;
  group.kind = Kind::time;
  group.first = items_[at].first;
  auto belongs = [&](std::size_t i) {
    Pos pos = pos_at(i);
    return pos == Pos::time || pos == Pos::number || pos == Pos::determiner || pos == Pos::adjective || (i == at && pos == Pos::adverb);
  };
  std::size_t i = at;
  while (belongs(i) && (i == at || pos_at(i) == Pos::time || pos_at(i - 1) != Pos::time || pos_at(i) == Pos::number)) ++i;
  while (goes_on_in_time(i)) i += 2;
  group.last = items_[i - 1].last;
  group.head = group.last - 1;
  group.word = items_[i - 1].word;
  groups_.push_back(group);
  absorb_preposition();
  return i;
}

/// A preposition before a time belongs to it.
void GroupBuilder::absorb_preposition() {
  if (groups_.size() < 2 || groups_[groups_.size() - 2].kind != Kind::preposition) return;
  groups_[groups_.size() - 2].kind = Kind::time;
  groups_[groups_.size() - 2].last = groups_.back().last;
  groups_.pop_back();
}

}  // namespace liaison
