#include "relations/hold_time.h"

#include <algorithm>
#include <string>
#include <utility>

#include "lexicon/lexicon.h"
#include "relations/body_kinds.h"
#include "relations/hold_choice.h"
#include "relations/known_entity.h"
#include "relations/known_offices.h"
#include "relations/told_years.h"

namespace liaison {
namespace {

/// How far behind the phrase of a role the words may stand that end it: "for seven years until …".
constexpr std::uint32_t kEndReach = 10;
/// How many units an apposition goes on behind the phrase of its role: ", chairman of Samsung and a director of Nokia,".
constexpr std::uint32_t kAppositionReach = 14;

/// True if a word at a unit puts a role into the future: "incoming"; not as a verb of who is named before it ("Jack Ma
/// nominated Senator Ann Lee") nor with "of" behind it ("an appointee of President Lee").
bool is_incoming(const HoldReading& r, std::uint32_t unit, std::uint32_t last) {
  if (!r.begins(unit, r.classes->incoming)) return false;
  if (unit + 1 < last && r.units[unit + 1].is(r.classes->of_preposition)) return false;
  // `to pick up Sergeant Lee`, but `spoke to incoming Mayor Lee`.
  if (unit > 0 && r.units[unit - 1].is(r.classes->infinitive) && r.units[unit].is(r.classes->verb_base)) return false;
  if (unit == 0 || !r.units[unit].is(r.classes->verb_past)) return true;
  const Unit& before = r.units[unit - 1];
  return before.annotation == Unit::kNoAnnotation && !before.is(r.classes->perfect) && !before.is(r.classes->pronoun);
}

/// True for a hyphen or dash that joins two words: `then-Mayor`.
bool is_joint(const HoldReading& r, std::uint32_t unit) {
  const Token& token = r.view.tokens[r.units[unit].first];
  return token.has(kIsPunctuation) && !token.has(kSpaceBefore);
}

/// True if an adverb begins a clause, and tells of no title there: "…, and then Mayor Lee …", "If she wins, then Mayor Lee …".
bool begins_clause(const HoldReading& r, std::uint32_t unit) {
  constexpr std::uint32_t kLead = 3;
  if (unit == 0 || unit + 1 >= r.units.size() || !r.units[unit].is(r.classes->adverb) || is_joint(r, unit + 1)) return false;
  const Unit& before = r.units[unit - 1];
  if (!before.is(r.classes->comma)) return before.is(r.classes->list.join);
  if (unit > 1 && r.units[unit - 2].type == symbols::person) return false;  // `Ann Lee, then mayor, …`
  const std::uint32_t end = std::min(kLead, unit);
  return std::any_of(r.units.begin(), r.units.begin() + end, [&](const Unit& u) { return u.is(r.classes->subordinator); });
}

/// True if a word of time tells nothing of the role behind `last`: a time that somebody studies ("a 19th-century art curator"),
/// or, before a title, when something was done ("once called President Lee a friend").
bool tells_other(const HoldReading& r, std::uint32_t unit, std::uint32_t last, bool titled) {
  if (r.begins(unit, r.classes->era)) return last < r.units.size() && r.units[last].is(r.classes->studying_role);
  if (!titled || unit + 1 >= last || !r.units[unit].is(r.classes->adverb)) return false;
  const Unit& next = r.units[unit + 1];
  return next.annotation == Unit::kNoAnnotation && next.is(r.classes->verb_past) && !next.is(r.classes->incoming);
}

/// True if a trade ends before a conjunction, and an office stands behind the range: "a former lawyer and president of the club".
bool parts_from_trade(const HoldReading& r, std::uint32_t join, std::uint32_t first, std::uint32_t last) {
  const HoldClasses& c = *r.classes;
  if (join == first || last >= r.units.size() || !r.units[join].is(c.list.join)) return false;
  const Unit& before = r.units[join - 1];
  const Unit& office = r.units[last];
  if (before.type != symbols::role || !before.is(c.trade) || office.type != symbols::role) return false;
  if (is_company_role(r, before.first, before.last)) return false;  // `chief economist`
  if (last + 1 >= r.units.size() || !r.units[last + 1].is(c.link) || office.is(c.trade) || office.is(c.speaking_role)) return false;
  const bool in_body = last + 2 < r.units.size() && r.units[last + 2].type == symbols::org;  // `president of Samsung`, but not `of Chile`
  return in_body || !(office.is(c.elected_role) || office.is(c.national_role) || office.is(c.public_office));
}

/// The last word of time in a range of units; none where there is none, current where a word takes it back ("now").
/// A relative clause begins anew, and so does who acts, and an article that "and" joins: "a former banker who has been
/// minister", "fired by President Lee", "a former judge and the chairman of Samsung".
Symbol last_time(const HoldReading& r, std::uint32_t first, std::uint32_t last, bool titled) {
  Symbol found = symbols::none;
  for (std::uint32_t at = first; at < last; ++at) {
    if (r.units[at].annotation != Unit::kNoAnnotation) continue;
    const bool joined = at > first && r.units[at].is(r.classes->list.article) && r.units[at - 1].is(r.classes->list.join);
    if (joined || parts_from_trade(r, at, first, last) || r.units[at].is(r.classes->relative) ||
        r.units[at].is(r.classes->by_preposition)) found = symbols::none;
    else if (r.begins(at, r.classes->former) && !begins_clause(r, at) && !tells_other(r, at, last, titled)) found = symbols::former;
    else if (is_incoming(r, at, last)) found = symbols::incoming;
    else if (r.begins(at, r.classes->current)) found = symbols::current;
  }
  return found;
}

/// True for an auxiliary that is not the mark of a possessor: `Lee's`.
bool is_auxiliary(const HoldReading& r, const Unit& unit) { return unit.is(r.classes->auxiliary) && !unit.is(r.classes->list.possessive); }

/// Where the words that tell when begin, behind a person: beside the last verb, for what stands before it is told of
/// something else ("Ann Lee, who once taught at a school, is chairman").
std::uint32_t beside_verb(const HoldReading& r, std::uint32_t first, std::uint32_t last) {
  for (std::uint32_t at = last; at-- > first;) {
    const Unit& unit = r.units[at];
    const bool verb = is_auxiliary(r, unit) || unit.is(r.classes->verb_past) || unit.is(r.classes->verb_3sg);
    if (unit.annotation == Unit::kNoAnnotation && verb) return at > first ? at - 1 : at;
  }
  return first;
}

/// True for a word that may stand between "former" and a role, and tells what kind of one it is: "former national security aide".
bool is_modifier(const HoldReading& r, const Unit& unit) {
  const HoldClasses& c = *r.classes;
  if (unit.annotation != Unit::kNoAnnotation || r.view.tokens[unit.first].has(kFirstCapital)) return false;
  if (r.view.tokens[unit.first].has(kIsPunctuation)) return r.view.surface(unit.first) == "-";
  for (const ClassId closed : {c.preposition, c.of_preposition, c.auxiliary, c.pronoun, c.subordinator, c.relative, c.infinitive, c.say,
                               c.verb_past, c.verb_3sg, c.participle, c.adverb, c.sought, c.list.article, c.list.join, c.list.possessive})
    if (unit.is(closed)) return false;
  return true;
}

/// How many units before a phrase lead up to a word that puts it into the past; 0 if none does.
std::uint32_t reach_of_former(const HoldReading& r, std::uint32_t unit) {
  constexpr std::uint32_t kReach = 5;
  for (std::uint32_t step = 1; step <= std::min(kReach, unit); ++step) {
    const Unit& before = r.units[unit - step];
    if (before.annotation == Unit::kNoAnnotation && r.begins(unit - step, r.classes->former)) return step;
    if (!is_modifier(r, before)) return 0;
  }
  return 0;
}

/// True for a comma, and for a dash between blanks.
bool ends_phrase(const HoldReading& r, std::uint32_t unit) {
  const Token& token = r.view.tokens[r.units[unit].first];
  return token.has(kIsPunctuation) && (token.has(kSpaceBefore) || r.units[unit].is(r.classes->comma));
}

/// True if a role is told to have ended behind its phrase: "Ann Lee, chairman of Samsung until last year", "the
/// chairman at the time, Ann Lee".
bool ended_behind(const HoldReading& r, std::uint32_t unit) {
  const std::uint32_t end = std::min<std::uint32_t>(unit + kEndReach, static_cast<std::uint32_t>(r.units.size()));
  for (std::uint32_t at = unit; at < end; ++at) {
    const Unit& u = r.units[at];
    if (r.view.tokens[u.first].has(kIsPunctuation) || u.type == symbols::person || u.is(r.classes->relative)) return false;
    if (r.begins(at, r.classes->ended)) return true;
  }
  return false;
}

/// True if what the role has ended with stands there, at most a comma, an age or "who" between: "Gene Kahn, its
/// chairman, resigned", "chairman Gene Kahn, 60, died", "succeeding Gene Kahn, who retired"; not of another one, in whose
/// phrase `first`, the first token of what tells of the holder, stands: "an aide to chairman Gene Kahn resigned".
bool ends_behind(const HoldReading& r, std::uint32_t unit, std::uint32_t first) {
  const bool age = unit + 2 < r.units.size() && r.units[unit].is(r.classes->list.comma) && r.units[unit + 2].is(r.classes->list.comma) &&
                   r.view.tokens[r.units[unit + 1].first].has(kIsNumber);
  if (age) unit += 2;
  const std::uint32_t size = static_cast<std::uint32_t>(r.units.size());
  auto is = [&](ClassId id) { return unit < size && r.units[unit].annotation == Unit::kNoAnnotation && r.units[unit].is(id); };
  unit += is(r.classes->list.comma);
  const bool relative = is(r.classes->relative);
  unit += relative;
  if (!relative && r.is_complement(first)) return false;
  if (unit < size && r.begins(unit, r.classes->death)) return true;
  unit += is(r.classes->adverb);
  if (unit >= size || !(r.begins(unit, r.classes->end) || r.begins(unit, r.classes->death))) return false;
  // `resigned himself` ends nothing, and `resigned as vice chairman` another role.
  return unit + 1 >= size || !(r.units[unit + 1].is(r.classes->pronoun) || r.units[unit + 1].is(r.classes->subordinator));
}

/// True if a word before the name tells that its bearer is dead: "the late Ann Lee, Samsung's founder".
bool is_dead(const HoldReading& r, const UnitRange& person) {
  return person.first > 0 && r.units[person.first - 1].annotation == Unit::kNoAnnotation && r.units[person.first - 1].is(r.classes->dead);
}

/// Where an apposition ends that goes on behind the phrase of its role: behind the next comma, where no other person and
/// no verb stands before it.
std::uint32_t end_of_apposition(const HoldReading& r, std::uint32_t unit) {
  const std::uint32_t end = std::min<std::uint32_t>(unit + kAppositionReach, static_cast<std::uint32_t>(r.units.size()));
  for (std::uint32_t at = unit; at < end; ++at) {
    const Unit& u = r.units[at];
    if (u.is(r.classes->list.comma)) return at + 1;
    if (u.type == symbols::person || is_auxiliary(r, u) || u.is(r.classes->relative)) break;
  }
  return unit;
}

/// True if a verb in the past ties a role to the person before it: "remained chairman until May", not "has been chairman
/// until now".
bool told_past(const HoldReading& r, const UnitRange& person, const UnitRange& role) {
  for (std::uint32_t at = role.first; at-- > person.last;)
    if (r.units[at].is(r.classes->verb_past)) return !is_auxiliary(r, r.units[at]);
  return false;
}

/// True if the lists know that the person left the office before the document was written. A surname alone tells nothing of
/// the president of a company.
bool has_left(const HoldReading& r, const UnitRange& match, const UnitRange& person, const UnitRange& role) {
  const std::uint32_t at = r.units[person.last - 1].annotation;
  if (at == Unit::kNoAnnotation || !r.begins(role.first, r.classes->head_of_state)) return false;
  const Annotation& name = r.annotations[at];
  if (name.entity == EntityId::none) return false;
  if (was_before(r, known_of(r, name.entity, symbols::left))) return true;
  const bool known = known_entity(*r.view.lexicon, r.annotations, r.entities[static_cast<std::size_t>(name.entity)]);
  const bool of_company = std::any_of(r.units.begin() + match.first, r.units.begin() + match.last,
                                      [](const Unit& unit) { return unit.type == symbols::org; });
  return !known && !of_company && role.last == role.first + 1 &&
         had_left_by_surname(r, name, role_key(r, r.units[role.first].first, r.units[role.first].last));
}

/// True if the sentence tells of these days: "on Friday", "last week".
bool is_recent(const HoldReading& r) {
  return std::any_of(r.units.begin(), r.units.end(), [&](const Unit& unit) {
    if (unit.type != symbols::date) return false;
    if (r.view.classes(unit.first).has(r.classes->direction)) return true;
    for (std::uint32_t t = unit.first; t < unit.last; ++t)
      if (r.view.classes(t).has(r.classes->weekday)) return true;
    return false;
  });
}

}  // namespace

bool is_dated(std::string_view date) { return year_in(date.substr(0, 4)) != 0; }

int year_of(std::string_view date, const TextView& view) {
  if (int year = year_in(date.substr(0, 4))) return year;
  int latest = 0, second = 0;  // with how often: the second may be the same
  for (const Token& token : view.tokens) {
    const int year = token.has(kIsNumber) ? year_in(token.of(view.text)) : 0;
    if (year > latest) second = std::exchange(latest, year);
    else second = std::max(second, year);
  }
  return second >= kEarliestNews ? second : 0;
}

Symbol time_of_role(const HoldReading& r, std::string_view told, const UnitRange& match, const UnitRange& person,
                    const UnitRange& role, bool of_many) {
  if (told == "former" || is_dead(r, person)) return symbols::former;
  // `was elected president in that year`, of somebody who has left the office since
  if (told == "incoming") {
    const Symbol since = has_left(r, match, person, role) ? symbols::former : time_since(r, match.last);
    return since != symbols::none ? since : symbols::incoming;
  }
  if (told == "past") return is_recent(r) ? symbols::current : symbols::former;
  const std::uint32_t told_first = r.units[std::min(person.first, role.first)].first;
  if (told == "current") return ends_behind(r, match.last, told_first) ? symbols::former : symbols::current;
  std::uint32_t back = std::min(match.first, person.first == match.first ? 1u : 2u);
  // `then-President`, but `the nominee, President …`
  if (back == 2 && ends_phrase(r, match.first - 1)) back = 0;
  if (role.last <= person.first) back = std::max(back, reach_of_former(r, match.first));
  std::uint32_t first = match.first - back;
  if (person.last <= role.first) first = std::max(first, beside_verb(r, person.last, role.first));
  if (role.last - role.first == 1 && r.view.classes(r.units[role.first].last - 1).has(r.classes->incoming)) return symbols::incoming;
  Symbol before = last_time(r, first, role.first, role.last <= person.first);
  // Right behind the role, at most a hyphen between: "president-elect", "professor emeritus".
  std::uint32_t end = static_cast<std::uint32_t>(r.units.size()), next = role.last;
  if (next < end && r.view.surface(r.units[next].first) == "-") ++next;
  Symbol behind = last_time(r, std::min(next, end), std::min(next + 1, end), false);
  if (next < end && r.units[next].is(r.classes->participle)) behind = symbols::none;  // `a diplomat nominated to be envoy`
  const Symbol told_time = behind == symbols::former || behind == symbols::incoming ? behind : before;
  if (told_time == symbols::incoming && has_left(r, match, person, role)) return symbols::former;  // `future President Lee`
  if (told_time == symbols::former || told_time == symbols::incoming) return told_time;
  const bool apposed = person.last < role.first && r.view.tokens[r.units[person.last].first].has(kIsPunctuation);
  if ((apposed || role.last < person.first) && ended_behind(r, role.last)) return symbols::former;
  if (told_past(r, person, role) && ended_behind(r, role.last)) return symbols::former;
  if (apposed && ends_behind(r, end_of_apposition(r, role.last), told_first)) return symbols::former;
  const bool goes_on = match.last < end && r.units[match.last].is(r.classes->list.comma);
  const bool ends = ends_behind(r, match.last, told_first) ||
                    (goes_on && ends_behind(r, end_of_apposition(r, match.last + 1), told_first));
  return ends || (!of_many && has_left(r, match, person, role)) ? symbols::former : symbols::current;
}

Symbol time_of_listed(const HoldReading& r, Symbol told, const UnitRange& match, std::uint32_t person, const UnitRange& role) {
  return told == symbols::current && has_left(r, match, {person, person + 1}, role) ? symbols::former : told;
}

}  // namespace liaison
