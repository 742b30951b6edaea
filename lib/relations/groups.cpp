#include "relations/groups.h"

#include <algorithm>

namespace liaison {
namespace {

/// How far a noun group may reach, in items.
constexpr std::size_t kLongestGroup = 24;
/// How far behind a role the name of its holder may stand, in items.
constexpr std::size_t kLongestField = 12;

}  // namespace

void GroupBuilder::run(const TextView& view, const Grammar& grammar, std::span<const Annotation> annotations,
                       std::span<const Item> items) {
  view_ = &view;
  grammar_ = &grammar;
  annotations_ = annotations;
  items_ = items;
  groups_.clear();
  for (std::size_t at = 0; at < items_.size();) {
    if (begins_time(at)) at = read_time(at);
    else if (begins_noun(at)) at = read_noun(at);
    else if (is_auxiliary(items_[at].pos) || items_[at].pos == Pos::verb) at = read_verb(at);
    else at = read_single(at);
  }
}

bool GroupBuilder::begins_noun(std::size_t at) const {
  switch (items_[at].pos) {
    case Pos::determiner: return !floats(at);
    case Pos::adjective: case Pos::noun: case Pos::name: case Pos::role: case Pos::pronoun: return true;
    case Pos::number: return !tells_when(at);
    case Pos::time: return is_owned_time(at);
    case Pos::quote: return at > 0 && pos_at(at - 1) == Pos::possessive && closes_quoted_word(at + 2);
    case Pos::adverb:  // `fast-growing firms`, `Trump's newly appointed chief of staff`
      if (pos_at(at + 1) == Pos::hyphen && pos_at(at + 2) == Pos::adjective && glued(at + 1) && glued(at + 2)) return true;
      // `to newly elected President A`
      if (at > 0 && items_[at - 1].pos == Pos::preposition && pos_at(at + 1) == Pos::adjective && items_[at + 1].forms != 0) return true;
      return (at > 0 && items_[at - 1].pos == Pos::possessive &&
              (pos_at(at + 1) == Pos::adjective || pos_at(at + 1) == Pos::role || (pos_at(at + 1) == Pos::hyphen && glued(at + 1)))) ||
             modifies_noun(at);
    default: return false;
  }
}

/// `face-to-face talks`: an adverb of several words, joined by hyphens, right before a noun.
bool GroupBuilder::modifies_noun(std::size_t at) const {
  return pos_at(at) == Pos::adverb && pos_at(at + 1) == Pos::noun && items_[at].last - items_[at].first > 2 &&
         grammar_->is(*view_, items_[at].first + 1, Word::hyphen);
}

/// `A and B both met C`: a quantifier between several and their verb.
bool GroupBuilder::floats(std::size_t at) const {
  if (at == 0 || !is(items_[at], Word::quantifier)) return false;
  const Pos before = items_[at - 1].pos, next = pos_at(at + 1);
  const bool behind = items_[at - 1].is_nominal() || before == Pos::pronoun;
  return behind && (next == Pos::verb || next == Pos::have || next == Pos::be || next == Pos::modal || next == Pos::auxiliary);
}

bool GroupBuilder::glued(std::size_t at) const {
  return at < items_.size() && !view_->tokens[items_[at].first].has(kSpaceBefore | kNewlineBefore);
}

/// `foreign and defence ministers`: a conjunction between what stands before one noun.
bool GroupBuilder::joins_adjectives(std::size_t at) const {
  if (pos_at(at) != Pos::conjunction || at == 0) return false;
  Pos next = pos_at(at + 1), after = pos_at(at + 2);
  bool noun_behind = after == Pos::noun || after == Pos::role;
  if (items_[at - 1].pos != Pos::adjective || !noun_behind) return false;
  return next == Pos::adjective || next == Pos::noun;
}

/// `a long, hard meeting`, `his first, historic visit`
bool GroupBuilder::lists_adjectives(std::size_t at) const {
  if (view_->surface(items_[at].first) != "," || (items_[at - 1].pos != Pos::adjective && !is(items_[at - 1], Word::ordinal))) return false;
  return pos_at(at + 1) == Pos::adjective &&
         (pos_at(at + 2) == Pos::noun || (pos_at(at + 2) == Pos::adjective && pos_at(at + 3) == Pos::noun));
}

/// `a $2 billion, five-year deal`, `its ten-year, $5bn contract`: a comma between two measures of one noun.
bool GroupBuilder::lists_measures(std::size_t at) const {
  if (view_->surface(items_[at].first) != "," || at < 2) return false;
  const auto spans = [&](std::size_t i) { return pos_at(i) == Pos::hyphen && glued(i) && pos_at(i + 1) == Pos::time; };
  bool spanned = spans(at - 2);
  if (!spanned && items_[at - 1].pos != Pos::number) return false;
  for (std::size_t i = at + 1; i < std::min(items_.size(), at + 8); ++i) {
    const Pos pos = items_[i].pos;
    if (pos == Pos::noun) return spanned && i > at + 1;
    spanned |= spans(i);
    if (pos != Pos::number && pos != Pos::hyphen && pos != Pos::time && pos != Pos::adjective) return false;
  }
  return false;
}

/// `chairman and chief executive Mary Barra`.
bool GroupBuilder::joins_roles(std::size_t at) const {
  return pos_at(at) == Pos::conjunction && at > 0 && items_[at - 1].pos == Pos::role && pos_at(at + 1) == Pos::role &&
         pos_at(at + 2) == Pos::name;
}

/// True if a name behind a noun that may tell of an event, or of what may be, is the subject of a verb: `the pact Peru signed
/// with Chile`, `hope Lee will meet Musk`.
bool GroupBuilder::is_subject_ahead(std::size_t at) const {
  const Item& noun = items_[at - 1];
  const bool told = is(noun, Word::trigger) || is(noun, Word::content_noun);
  if (noun.pos != Pos::noun || !told || is(noun, Word::description) || is(noun, Word::party)) return false;
  std::size_t next = at + (is(items_[at], Word::honorific) ? 2 : 1);
  while (pos_at(next) == Pos::conjunction && pos_at(next + 1) == Pos::name) next += 2;  // `the pact Peru and Chile signed`
  while (pos_at(next) == Pos::adverb) ++next;
  Pos pos = pos_at(next);
  return pos == Pos::have || pos == Pos::modal || (pos == Pos::verb && (items_[next].forms & (kFormPast | kFormThird)) != 0);
}

/// `is sure A met B`: behind such an adjective a clause begins.
bool GroupBuilder::follows_content_adjective(std::size_t at) const {
  if (!is(items_[at - 1], Word::content_adjective) || at < 2) return false;
  const Pos before = items_[at - 2].pos;
  return before == Pos::be || before == Pos::verb || before == Pos::adverb || before == Pos::negation;
}

/// True if the name before a role tells whose it is: `Samsung executives`, `Lee advisers`, `a Lee spokesman`, but not
/// `met Lee chairman …`.
bool GroupBuilder::names_whose(std::size_t at) const {
  const bool person = is_person(at - 1);
  return !person || items_[at].plural || (at > 1 && is(items_[at - 2], Word::article));
}

/// `its “unwavering” commitment`: the mark behind a single word between quotation marks that stands before a noun.
bool GroupBuilder::closes_quoted_word(std::size_t at) const {
  return at > 1 && pos_at(at) == Pos::quote && pos_at(at - 2) == Pos::quote && pos_at(at + 1) == Pos::noun &&
         (pos_at(at - 1) == Pos::noun || pos_at(at - 1) == Pos::adjective);
}

bool GroupBuilder::is_person(std::size_t at) const {
  return pos_at(at) == Pos::name && annotations_[items_[at].annotation].type == symbols::person;
}

/// `Brooklyn U.S. Attorney Ann Lee`: a body or country behind the name of a place, both in somebody's title; but not `in Brooklyn
/// U.S. Attorney Ann Lee said`.
bool GroupBuilder::opens_title(std::size_t at) const {
  if (annotations_[items_[at - 1].annotation].type != symbols::gpe || is_person(at)) return false;
  if (at > 1 && items_[at - 2].pos == Pos::preposition && is(items_[at - 2], Word::inside)) return false;
  std::size_t i = at + 1;
  while (i < at + 4 && (pos_at(i) == Pos::role || pos_at(i) == Pos::noun || pos_at(i) == Pos::adjective)) ++i;
  return i > at + 1 && items_[i - 1].pos == Pos::role && is_person(i);
}

/// True if the item belongs to the noun group before it. `has_head`: the group has a noun or name already.
bool GroupBuilder::goes_on(std::size_t at, bool has_head) const {
  Pos before = items_[at - 1].pos;
  if (before == Pos::pronoun) return false;
  if (before == Pos::hyphen) return glued(at);
  switch (pos_at(at)) {
    case Pos::determiner:
      return !has_head && (before == Pos::determiner || (before == Pos::number && !is(items_[at], Word::definite)));
    case Pos::adjective:
      return !has_head || (before == Pos::name && (pos_at(at + 1) == Pos::role || pos_at(at + 1) == Pos::noun || is_person(at + 1)) &&
                           !is_person(at - 1));
    case Pos::number: return !has_head;
    case Pos::noun:  // `hope Mr. Lee will come`
      if (is(items_[at], Word::honorific) && pos_at(at + 1) == Pos::name && is_subject_ahead(at)) return false;
      return before != Pos::name || !items_[at].classes.empty();
    case Pos::role:  // `Clinton campaign manager Ann Lee`
      return !follows_content_adjective(at) && (before != Pos::name || pos_at(at + 1) == Pos::name || names_whose(at));
    case Pos::name:
      return before == Pos::name ? opens_title(at) : !is_subject_ahead(at) && !follows_content_adjective(at);
    case Pos::time: return !has_head && (is_owned_time(at) || tells_which(at));
    case Pos::possessive: return before == Pos::time && !counts(at - 1);
    case Pos::hyphen: return glued(at) && glued(at + 1);
    case Pos::hidden: return !has_head && items_[at - 1].pos != Pos::name;  // `his 47-year-old deputy`
    case Pos::adverb: return !has_head && (pos_at(at + 1) == Pos::adjective || modifies_noun(at) || (pos_at(at + 1) == Pos::hyphen && glued(at + 1)));
    case Pos::quote: return (!has_head && (pos_at(at + 1) == Pos::noun || pos_at(at + 1) == Pos::adjective)) || closes_quoted_word(at);
    case Pos::conjunction: return joins_adjectives(at) || joins_roles(at);
    case Pos::comma: return (!has_head && lists_adjectives(at)) || lists_measures(at);
    default: return false;
  }
}

/// `Tokyo-based engineers`, `the U.S.-led talks`: a name that only tells of what kind those behind it are.
bool GroupBuilder::qualifies(std::size_t at) const {
  const Pos pos = pos_at(at), behind = pos_at(at + 2);
  if ((pos != Pos::name && pos != Pos::adjective) || pos_at(at + 1) != Pos::hyphen || !glued(at + 1) || !glued(at + 2)) return false;
  return (behind == Pos::adjective && items_[at + 2].forms != 0) || behind == Pos::verb;
}

/// `the U.N.-brokered 1995 accord`, `a long-awaited joint venture`: behind a hyphen, what tells of what kind the others are, as names do.
bool GroupBuilder::describes(std::size_t at, std::size_t first) const {
  if (at < first + 2 || items_[at].pos != Pos::adjective || items_[at - 1].pos != Pos::hyphen || !glued(at)) return false;
  return items_[at - 2].pos == Pos::noun || qualifies(at - 2);
}

/// `Under Secretary for Naval Affairs Ann Lee`, `special envoy to Syria Ann Lee`: the name of who holds a role, right
/// behind the field or place that the role is for; `at` where there is none.
std::size_t GroupBuilder::holder_behind(std::size_t at) const {
  if (at == 0 || items_[at - 1].pos != Pos::role || pos_at(at) != Pos::preposition) return at;
  if (!is(items_[at], Word::part_marker) && !is(items_[at], Word::infinitive_subject) && !is(items_[at], Word::toward)) return at;
  for (std::size_t i = at + 1; i < std::min(items_.size(), at + kLongestField); ++i) {
    const Item& item = items_[i];
    const Pos before = items_[i - 1].pos;
    const bool person = item.pos == Pos::name && annotations_[item.annotation].type == symbols::person;
    if (person) return i > at + 1 && (before == Pos::noun || before == Pos::name || before == Pos::role) ? i : at;
    const bool joins = item.pos == Pos::conjunction || (item.pos == Pos::determiner && before == Pos::preposition) ||
                       (item.pos == Pos::preposition && is(item, Word::infinitive_subject)) || item.pos == Pos::hyphen;
    const bool field = (item.is_nominal() || item.pos == Pos::adjective || item.pos == Pos::verb) &&
                       view_->tokens[item.first].has(kFirstCapital);
    if ((!joins && !field) || item.pos == Pos::role) return at;  // `a spokesman for Mayor Ann Lee`
  }
  return at;
}

/// `the World Bank (WB) president Ann Lee`: behind the short form of a body, in brackets, where the role of somebody stands whom it
/// belongs to; `at` elsewhere.
std::size_t GroupBuilder::past_bracket(std::size_t at) const {
  if (pos_at(at) != Pos::comma || items_[at - 1].pos != Pos::name || annotations_[items_[at - 1].annotation].type != symbols::org)
    return at;
  if (view_->surface(items_[at].first) != "(" || pos_at(at + 3) != Pos::role || view_->surface(items_[at + 2].first) != ")") return at;
  if (pos_at(at + 1) != Pos::name && !view_->tokens[items_[at + 1].first].has(kAllCaps)) return at;
  std::size_t i = at + 3;
  while (i < at + kLongestField && (pos_at(i) == Pos::role || pos_at(i) == Pos::noun || pos_at(i) == Pos::adjective || joins_roles(i))) ++i;
  return is_person(i) ? at + 3 : at;
}

std::size_t GroupBuilder::read_noun(std::size_t at) {
  Group group;
  group.kind = Kind::noun;
  bool has_head = false;
  std::size_t i = at;
  do {
    if (!qualifies(i)) add_to_noun(items_[i], group);
    has_head = has_head || items_[i].is_nominal();
    if (describes(i, at)) has_head = false;
    if (items_[i].pos == Pos::quote) group.flags ^= Group::kQuoteInside;
    i = past_bracket(i + 1);
  } while (i < items_.size() && i < at + kLongestGroup && goes_on(i, has_head));
  if (const std::size_t holder = holder_behind(i); holder != i) {
    add_to_noun(items_[holder], group);
    i = holder + 1;
  }
  finish_noun(group, at, i);
  if (pos_at(i) == Pos::possessive) {
    groups_.back().flags |= Group::kOwner;
    groups_.back().last = items_[i].last;
    ++i;
  }
  return i;
}

void GroupBuilder::add_determiner(const Item& item, Group& group) const {
  if (is(item, Word::negative_determiner) || is(item, Word::negation)) group.flags |= Group::kNegated;
  if (is(item, Word::possessive)) {
    group.flags |= Group::kOwned | Group::kDefinite;
    group.owner_token = item.first;
  } else group.flags |= is(item, Word::definite) ? Group::kDefinite : Group::kIndefinite;
  if (is(item, Word::further)) group.flags |= Group::kEndsList;
  if (is(item, Word::pair)) group.flags |= Group::kPair;
  if (is(item, Word::triple)) group.flags |= Group::kTriple;
  if (is(item, Word::distributive)) group.flags |= Group::kPlural;  // `every leader, including A and B`
}

/// A people of another country, `Bosnian Serb`, is neither of the two.
void GroupBuilder::add_nation(const Item& item, Group& group) const {
  const bool people = item.first > group.first && grammar_->is(*view_, item.first, Word::nationality) &&
                      grammar_->is(*view_, item.first - 1, Word::nationality);
  if (people) group.nations = {Group::kNone, Group::kNone};
  else group.nations[group.nations[0] == Group::kNone ? 0 : 1] = item.first;
}

void GroupBuilder::add_to_noun(const Item& item, Group& group) const {
  switch (item.pos) {
    case Pos::determiner:
      if (item.last >= view_->tokens.size() || !grammar_->is(*view_, item.last, Word::hyphen)) add_determiner(item, group);  // not `no-bid`
      return;
    case Pos::number:
      group.flags |= Group::kEndsList;
      if (is(item, Word::pair)) group.flags |= Group::kPair;
      if (is(item, Word::triple)) group.flags |= Group::kTriple;
      return;
    case Pos::adjective:
      if (is(item, Word::further)) group.flags |= Group::kEndsList;
      if (is(item, Word::nationality)) add_nation(item, group);
      return;
    case Pos::name:
      if (group.name != Group::kNone && group.name_count < Group::kMostNames) group.names[group.name_count++] = group.name;
      group.name = item.annotation;
      group.flags &= ~Group::kRole;
      return;
    case Pos::noun: case Pos::role:
      if (group.name != Group::kNone && group.name_count < Group::kMostNames) group.names[group.name_count++] = group.name;
      group.name = Group::kNone;
      if (item.pos == Pos::role) group.flags |= Group::kRole;
      else group.flags &= ~Group::kRole;
      if (is(item, Word::nationality) || is(item, Word::body)) add_nation(item, group);
      return;
    case Pos::pronoun: group.flags |= Group::kPronoun; return;
    default: return;
  }
}

/// `R-Ohio`: a party and the place that somebody is elected in, which say who he is.
bool GroupBuilder::is_party_tag(const Group& group, std::size_t first, std::size_t last) const {
  return last - first == 3 && group.name != Group::kNone && items_[first + 1].pos == Pos::hyphen && items_[first + 2].pos == Pos::name &&
         view_->tokens[items_[first].first].has(kOneCapital) && annotations_[group.name].type == symbols::gpe;
}

/// Settles the head of the noun group of the items first … last. Without a noun it is an adjective or stands alone.
void GroupBuilder::finish_noun(Group& group, std::size_t first, std::size_t last) {
  std::size_t head = last;
  for (std::size_t i = last; i-- > first && head == last;)
    if (items_[i].is_nominal() || items_[i].pos == Pos::pronoun || (i + 1 == last && items_[i].pos == Pos::time)) head = i;
  while (head + 2 < last && items_[head + 1].pos == Pos::hyphen) head += 2;  // `a tie-up`
  bool adjective = false;
  if (is_party_tag(group, first, last)) group.kind = Kind::other;
  if (head == last) {
    head = last - 1;
    for (std::size_t i = first; i < last; ++i) adjective |= items_[i].pos == Pos::adjective;
    if (adjective && !group.has(Group::kDefinite)) group.kind = Kind::adjective;
    else group.flags |= Group::kBare;
    if (last == first + 1 && items_[first].pos == Pos::number) group.flags |= Group::kNumber;
  }
  const Item& item = items_[head];
  group.first = items_[first].first;
  group.last = items_[last - 1].last;
  group.head = item.last - 1;
  group.word = item.word;
  group.classes = item.classes;
  if (item.plural || is(item, Word::plural_pronoun)) group.flags |= Group::kPlural;
  WordId lemma = view_->lexicon->noun_lemma(item.word);
  group.lemma = lemma == kNoWord ? item.word : lemma;
  groups_.push_back(group);
}

/// Which bracket or other mark a comma or colon is.
std::uint32_t GroupBuilder::mark_of(std::string_view text) {
  if (text == "(") return Group::kOpen;
  if (text == ")") return Group::kClose;
  if (text == "[") return Group::kOpen | Group::kSquare;
  if (text == "]") return Group::kClose | Group::kSquare;
  return text == ";" ? std::uint32_t{Group::kSemicolon} : 0;
}

std::size_t GroupBuilder::read_single(std::size_t at) {
  static constexpr auto kind_of = [](Pos pos) {
    switch (pos) {
      case Pos::adverb: case Pos::negation: case Pos::number: return Kind::adverb;
      case Pos::preposition: return Kind::preposition;
      case Pos::conjunction: return Kind::conjunction;
      case Pos::subordinator: return Kind::subordinator;
      case Pos::relative: return Kind::relative;
      case Pos::time: return Kind::time;
      case Pos::comma: return Kind::comma;
      case Pos::quote: return Kind::quote;
      case Pos::dash: return Kind::dash;
      case Pos::colon: return Kind::colon;
      case Pos::stop: return Kind::stop;
      default: return Kind::other;
    }
  };
  const Item& item = items_[at];
  Group group;
  group.kind = kind_of(item.pos);
  group.first = item.first;
  group.last = item.last;
  group.head = item.last - 1;
  group.word = item.word;
  group.lemma = item.word;
  group.classes = item.classes;
  if (item.pos == Pos::negation) group.flags |= Group::kNegated;
  if (item.pos == Pos::comma || item.pos == Pos::colon) group.flags |= mark_of(view_->surface(item.first));
  if (item.pos == Pos::preposition && is(item, Word::agent_marker)) group.flags |= Group::kAgent;
  groups_.push_back(group);
  return at + 1;
}

}  // namespace liaison
