#include "relations/told_years.h"

#include <algorithm>
#include <cctype>

#include "lexicon/lexicon.h"
#include "relations/known_entity.h"
#include "relations/known_offices.h"

namespace liaison {
namespace {

/// After how many years somebody who held an office is taken to hold it no more: where the sentence begins with the year, and
/// where it tells it behind.
constexpr int kLongAgo = 10, kVeryLongAgo = 15;
/// After how many years nobody does what he did then.
constexpr int kLifetime = 45;
/// Within how many units of its beginning a sentence tells when it happened.
constexpr std::uint32_t kFrontedReach = 7;
/// After how many years who was chosen for an office is taken to have left it.
constexpr int kLongTenure = 25;
/// How far behind a title and its holder the year of what he did may stand.
constexpr std::uint32_t kBehindReach = 14;

std::uint32_t size_of(const HoldReading& r) { return static_cast<std::uint32_t>(r.units.size()); }

/// The year that a unit ends with: of "1962", of "May 3, 1962", and the last one of a decade ("1960s"); 0 where there is none.
int year_of_unit(const HoldReading& r, std::uint32_t unit) {
  constexpr std::size_t kDigits = 4;
  std::string_view text = r.view.tokens[r.units[unit].last - 1].of(r.view.text);
  const bool decade = text.size() == kDigits + 1 && !std::isdigit(static_cast<unsigned char>(text.back()));
  const int year = year_in(text.substr(0, decade ? kDigits : text.size()));
  return year != 0 && decade ? year - year % 10 + 9 : year;
}

/// The year that a unit tells and that ends its phrase, so that the digits count nothing: "in 1962 Ann Lee flew", "in 1962,",
/// but "with 2000 soldiers"; 0 where there is none.
int year_at(const HoldReading& r, std::uint32_t unit) {
  const int year = year_of_unit(r, unit);
  if (year == 0 || unit + 1 >= size_of(r)) return year;
  const Unit& next = r.units[unit + 1];
  const bool ends = next.annotation != Unit::kNoAnnotation || r.view.tokens[next.first].has(kIsPunctuation) ||
                    next.is(r.classes->list.article) || next.is(r.classes->preposition) || next.is(r.classes->subordinator) ||
                    next.is(r.classes->list.join);
  return ends ? year : 0;
}

bool was_years_before(const HoldReading& r, int year, int years) {
  return year != 0 && year + years <= (r.year != 0 ? r.year : kEarliestNews);
}

/// True if the phrase of time that ends with the year at a unit is what a preposition of time leads: "in the summer of 1962",
/// but "by a law of 1962"; not behind a participle, which tells when something else was done ("in a house built in 1962").
bool leads_year(const HoldReading& r, std::uint32_t preposition, std::uint32_t year) {
  bool leads = true;
  for (std::uint32_t at = preposition + 1; at < year; ++at) {
    const Unit& word = r.units[at];
    if (word.is(r.classes->participle) || word.is(r.classes->verb_past) || word.is(r.classes->relative)) return false;
    if (word.is(r.classes->year_preposition)) leads = true;
    else if (word.type != symbols::date && !word.is(r.classes->time_noun) && !word.is(r.classes->list.article) &&
             !word.is(r.classes->adjective) && !word.is(r.classes->adverb) && !word.is(r.classes->of_preposition))
      leads = false;
  }
  return leads;
}

/// Whether a year is so long ago, or a lifetime.
LongAgo read_year(const HoldReading& r, int year, int years) {
  if (was_years_before(r, year, kLifetime)) return LongAgo::lifetime;
  return was_years_before(r, year, years) ? LongAgo::yes : LongAgo::no;
}

/// If the sentence begins with such a year: "In 1962 Attorney General Ann Lee flew …", "Back in the 1960s, …".
LongAgo begins_long_ago(const HoldReading& r) {
  if (r.units.empty()) return LongAgo::no;
  const std::uint32_t lead = r.units.size() > 1 && r.units[0].is(r.classes->adverb) && r.units[1].is(r.classes->preposition);
  // `Since 1962 …` goes on.
  if (!r.units[lead].is(r.classes->preposition) || r.units[lead].is(r.classes->subordinator)) return LongAgo::no;
  const std::uint32_t end = std::min<std::uint32_t>(kFrontedReach, size_of(r));
  for (std::uint32_t at = lead + 1; at < end && r.units[at].type != symbols::person && r.units[at].type != symbols::role; ++at) {
    const int year = year_of_unit(r, at);
    if (year == 0 || (year_at(r, at) == 0 && r.units[at].last - r.units[at].first == 1)) continue;
    return leads_year(r, lead, at) ? read_year(r, year, kLongAgo) : LongAgo::no;
  }
  return LongAgo::no;
}

/// If the clause that begins with the title tells of such a year: "in 1962, when Attorney General Ann Lee flew".
LongAgo clause_of_then(const HoldReading& r, std::uint32_t first) {
  if (first < 2 || !r.units[first - 1].is(r.classes->subordinator)) return LongAgo::no;
  std::uint32_t before = first - 2;
  if (r.units[before].is(r.classes->list.comma) && before > 0) --before;
  return read_year(r, year_of_unit(r, before), kLongAgo);
}

/// True for a word behind which another clause or what is told today begins, or which tells how somebody came to an office.
bool ends_deed(const HoldReading& r, std::uint32_t unit) {
  const Unit& u = r.units[unit];
  const HoldClasses& c = *r.classes;
  if (u.annotation != Unit::kNoAnnotation) return false;
  if (r.view.tokens[u.first].has(kIsPunctuation)) return !u.is(c.list.possessive) && !u.is(c.list.hyphen);
  const bool present = u.is(c.verb_3sg) || (u.is(c.auxiliary) && !u.is(c.verb_past) && !u.is(c.list.possessive));
  return present || u.is(c.relative) || (u.is(c.subordinator) && !u.is(c.preposition)) || u.is(c.say) || r.begins(unit, c.beginning);
}

/// If a year long ago stands behind the verb: "Attorney General Ann Lee flew to Chile in 1962", "saw Ann Lee, the mayor, in 1962".
/// Behind an apposition only at once: "Ann Lee, the mayor, wrote in 1962" may be mayor today.
LongAgo ends_long_ago(const HoldReading& r, std::uint32_t last, bool apposed) {
  // `during Justice Ann Lee's hearings in 1991`
  if (last < size_of(r) && r.units[last].is(r.classes->list.possessive)) return LongAgo::no;
  const std::uint32_t end = std::min<std::uint32_t>(last + kBehindReach, size_of(r));
  for (std::uint32_t at = last; at + 1 < end; ++at) {
    const bool closes = at == last && r.units[at].is(r.classes->list.comma);
    if (!closes && ends_deed(r, at)) return LongAgo::no;
    if (!r.units[at].is(r.classes->year_preposition)) {
      if (apposed && !closes) return LongAgo::no;
      continue;
    }
    const std::uint32_t told = at + 1 + r.units[at + 1].is(r.classes->list.article);
    if (told < size_of(r) && year_at(r, told) != 0) return read_year(r, year_of_unit(r, told), kVeryLongAgo);
  }
  return LongAgo::no;
}

}  // namespace

LongAgo long_ago(const HoldReading& r, const UnitRange& match, const UnitRange& person, const UnitRange& role) {
  const bool titled = role.last <= person.first;
  // An analyst may be asked today about what he did then.
  const Unit& what = r.units[role.last - 1];
  const bool is_private = what.is(r.classes->private_role) || what.is(r.classes->occupation);
  LongAgo found = begins_long_ago(r);
  if (is_private) return found == LongAgo::lifetime ? found : LongAgo::no;
  if (found == LongAgo::no && titled) found = clause_of_then(r, match.first);
  return found != LongAgo::no ? found : ends_long_ago(r, std::max({match.last, person.last, role.last}), !titled);
}

Symbol time_since(const HoldReading& r, std::uint32_t unit) {
  if (!r.dated || unit + 1 >= size_of(r) || !r.units[unit].is(r.classes->year_preposition)) return symbols::none;
  const int year = year_of_unit(r, unit + 1);
  if (year == 0 || year >= r.year) return symbols::none;
  return was_years_before(r, year, kLongTenure) ? symbols::former : symbols::current;
}

}  // namespace liaison
