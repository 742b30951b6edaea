#include "relations/mere_trades.h"

#include <algorithm>

#include "relations/body_kinds.h"

namespace liaison {
namespace {

/// How many words from a role he may be told whose it is: "the president's longtime New York lawyer".
constexpr std::uint32_t kOwnerReach = 4;

bool is_of_type(const HoldReading& r, std::uint32_t token, Symbol type) {
  const Annotation* name = annotation_at(r.annotations, token);
  return name && name->type == type;
}

/// The token before a role that tells whose it is: a possessive ("Ann Lee's lawyer", "his former lawyer"), or the end of a person's
/// name ("another Ann Lee lawyer"); that of the role where none does.
std::uint32_t owner_before(const HoldReading& r, const FoundHold& f) {
  const HoldClasses& c = *r.classes;
  const std::uint32_t first = std::max(f.sentence.first, f.role_first - std::min(f.role_first, kOwnerReach));
  for (std::uint32_t at = f.role_first; at-- > first;) {
    const ClassSet& word = r.view.classes(at);
    if (word.has(c.list.possessive) || word.has(c.possessive)) return at;
    // `Carter aide and lawyer Ann Lee`, but `Carter and lawyer Ann Lee`
    if (is_of_type(r, at, symbols::person)) return r.view.classes(at + 1).has(c.list.join) ? f.role_first : at;
    const bool ends = word.has(c.list.article) || word.has(c.auxiliary) || word.has(c.say) || word.has(c.preposition) ||
                      (r.view.tokens[at].has(kIsPunctuation) && !word.has(c.list.hyphen));
    if (ends) break;
  }
  return f.role_first;
}

/// True for an owner who is told before a role, but for a place: "Ann Lee's lawyer", "its lawyer".
bool has_owner_before(const HoldReading& r, const FoundHold& f) {
  const std::uint32_t at = owner_before(r, f);
  if (at == f.role_first) return false;
  return !r.view.classes(at).has(r.classes->list.possessive) || at == 0 || !is_of_type(r, at - 1, symbols::gpe);
}

/// "doctor of the family", "lobbyist and fixer for Ann Lee", "a contractor in the Nixon administration"; but "a doctor from Ohio".
bool has_owner_behind(const HoldReading& r, const FoundHold& f) {
  const HoldClasses& c = *r.classes;
  const bool joined = f.role_last + 2 < f.sentence.last && r.view.classes(f.role_last).has(c.list.join);
  const std::uint32_t at_link = f.role_last + (joined ? 2 : 0), last = std::min(f.sentence.last, at_link + 1 + kOwnerReach);
  if (at_link + 1 >= last || !r.view.classes(at_link).has(c.preposition)) return false;
  const std::uint32_t next = at_link + 1 + r.view.classes(at_link + 1).has(c.list.article);
  const ClassSet& link = r.view.classes(at_link);
  if (!joined && (link.has(c.link) || link.has(c.serving)) && next < last && !is_of_type(r, next, symbols::gpe)) return true;
  for (std::uint32_t at = next; at < last && !r.view.tokens[at].has(kIsPunctuation); ++at)
    if (is_of_type(r, at, symbols::person)) return true;
  return false;
}

/// True if the text tells beside a role of whom or what it is held: "Ann Lee's lawyer", "a lawyer for the family".
bool is_somebodys(const HoldReading& r, const FoundHold& f) { return has_owner_before(r, f) || has_owner_behind(r, f); }

}  // namespace

bool is_of_person(const HoldReading& r, const FoundHold& f) {
  const HoldClasses& c = *r.classes;
  const std::uint32_t at = owner_before(r, f);
  if (at == f.role_first) return false;
  const ClassSet& word = r.view.classes(at);
  if (word.has(c.list.possessive)) return at > f.sentence.first && is_of_type(r, at - 1, symbols::person);
  return !word.has(c.possessive) || word.has(c.gender.he) || word.has(c.gender.she);
}

bool is_mere_trade(const HoldReading& r, const FoundHold& f) {
  if (f.org != EntityId::none || !f.verb.empty()) return false;
  const ClassSet& what = r.view.classes(f.role_last - 1);
  if (what.has(r.classes->occupation)) return true;
  if (!what.has(r.classes->client_role)) return false;
  for (std::uint32_t first = f.role_first; first + 1 < f.role_last; ++first)  // `chief strategist`, `assistant county attorney`
    if (is_whole(r, first, f.role_last, r.classes->role_phrase)) return false;
  return !is_somebodys(r, f);
}

}  // namespace liaison
