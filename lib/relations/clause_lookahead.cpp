// The part of the clause parser that looks ahead: where a phrase or list ends, and whether a finite verb follows.
#include <algorithm>

#include "relations/clauses.h"

namespace liaison {

/// The first group behind a noun and the prepositional phrases, times and possessions that follow it.
std::uint32_t ClauseParser::skip_phrase(std::uint32_t at) const {
  std::uint32_t i = at;
  bool noun_expected = true;
  for (; i < groups_.size(); ++i) {
    Kind kind = groups_[i].kind;
    if (kind == Kind::adverb || kind == Kind::time || kind == Kind::quote || kind == Kind::other) continue;
    if (kind == Kind::noun && noun_expected) noun_expected = groups_[i].has(Group::kOwner);
    else if (kind == Kind::preposition && !has_subject_behind(i)) noun_expected = true;
    else break;
  }
  return i;
}

/// The same, behind all that conjunctions join to the noun: `officials from Japan and the mayor of Lyon`.
std::uint32_t ClauseParser::skip_joined(std::uint32_t at) const {
  std::uint32_t i = skip_phrase(at);
  while (i + 1 < groups_.size() && groups_[i].kind == Kind::conjunction && groups_[i + 1].kind == Kind::noun) i = skip_phrase(i + 1);
  return i;
}

/// `as A met`: a word that may be a preposition, right before a subject and its verb.
bool ClauseParser::has_subject_behind(std::uint32_t at) const {
  return at + 2 < groups_.size() && is(at, Word::subordinator) && groups_[at + 1].kind == Kind::noun &&
         groups_[at + 2].kind == Kind::verb &&
         groups_[at + 2].has(Group::kFinite) && !is_reduced(at + 2);
}

/// True if a finite verb follows the noun and those that conjunctions join to it.
bool ClauseParser::joined_act(std::uint32_t at) const {
  std::uint32_t verb = skip_joined(at);
  return verb < groups_.size() && groups_[verb].kind == Kind::verb && groups_[verb].has(Group::kFinite) && !is_reduced(verb);
}

/// True if the clause that is open is a fronted one, so that the main verb is still to come: `As A grew, …`, `Having met A, …`
bool ClauseParser::awaits_main() const {
  if (main_ != kNone || now_.verb == kNone || now_.pending != kNone || !suspended_.empty()) return false;
  std::uint32_t verb = now_.verb;
  for (int step = 0; step < 4 && nodes_[verb].attached && !groups_[verb].has(Group::kFinite); ++step) verb = nodes_[verb].parent;
  if (nodes_[verb].attached) return false;
  return nodes_[verb].marker != kNone || (groups_[verb].kind == Kind::verb && groups_[verb].has(Group::kGerund) && verb == 0);
}

/// True if a finite verb follows the noun for which it may be the subject; with `over_lists`, also behind
/// further nouns of a list and behind an insertion between commas.
bool ClauseParser::finite_ahead(std::uint32_t at, bool over_lists) const {
  std::uint32_t i = skip_phrase(at), end = std::min<std::uint32_t>(static_cast<std::uint32_t>(groups_.size()), at + 24);
  for (bool inserted = false; i < end;) {
    const Group& group = groups_[i];
    if (group.kind == Kind::verb) {
      if (group.has(Group::kFinite) && !(inserted && groups_[i - 1].kind == Kind::conjunction)) return true;
      if (!inserted) return false;
      ++i;
    } else if (!over_lists) return false;
    // `backed A, but he met B`: no list
    else if (group.kind == Kind::conjunction && i + 1 < end && groups_[i + 1].kind == Kind::noun && !is(i + 1, Word::plural_subject))
      i = skip_phrase(i + 1);
    else if (group.kind == Kind::comma || group.kind == Kind::dash) {
      if (i + 2 < end && groups_[i + 1].kind == Kind::adverb && groups_[i + 2].kind == Kind::verb) ++i;  // `Ann Lee, of Ohio, quietly met`
      if (i + 1 < end && (groups_[i + 1].kind == Kind::noun || groups_[i + 1].kind == Kind::time ||
          groups_[i + 1].kind == Kind::conjunction)) i = skip_phrase(i + 1);
      else if (i + 1 < end && groups_[i + 1].kind == Kind::verb && groups_[i + 1].has(Group::kFinite) &&
               (!groups_[i + 1].has(Group::kParticiple) || is_say(i + 1) || awaits_main() || has_object_behind(at, i + 1))) return true;
      else if (i + 1 < end && groups_[i + 1].kind == Kind::preposition) return verb_behind(at, i + 1);
      else if (i + 1 < end && groups_[i + 1].kind == Kind::relative && !inserted) {
        inserted = true;
        for (++i; i < end && groups_[i].kind != Kind::comma && groups_[i].kind != Kind::dash;) ++i;
      } else return false;
    } else return false;
  }
  return false;
}

/// True if the first form of the sentence that may be a verb has an object, and somebody named for its subject: `In May, Ann Lee,
/// of Ohio, met Musk`
bool ClauseParser::has_object_behind(std::uint32_t subject, std::uint32_t verb) const {
  return main_ == kNone && now_.verb == kNone && is_person(subject) && verb + 1 < groups_.size() &&
         groups_[verb + 1].kind == Kind::noun && groups_[verb + 1].name != kNone;
}

/// True if a comma ends the phrase that begins with a preposition, and a finite verb stands behind it: `in a call to B, had told`,
/// `C said A, in a call to B, told`.
bool ClauseParser::verb_behind(std::uint32_t subject, std::uint32_t preposition) const {
  const auto end = std::min<std::uint32_t>(static_cast<std::uint32_t>(groups_.size()), preposition + 12);
  std::uint32_t i = preposition;
  while (i < end && (groups_[i].kind == Kind::preposition || groups_[i].kind == Kind::noun || groups_[i].kind == Kind::time)) ++i;
  if (i + 1 >= end || groups_[i].kind != Kind::comma) return false;
  const bool told = subject > 1 && is_say(subject - 1) && groups_[subject - 2].kind == Kind::noun &&
                    !groups_[subject - 2].has(Group::kOwner);
  while (told && i + 2 < end && (groups_[i + 1].kind == Kind::adverb || groups_[i + 1].kind == Kind::quote)) ++i;
  const Group& verb = groups_[i + 1];
  return verb.kind == Kind::verb && verb.has(Group::kFinite) && (!verb.has(Group::kParticiple) || awaits_main() || told);
}

/// True if a noun without a name may be the last of a list of names: `A, B and others`, `A, B and officials from C`, `A, B and five
/// other firms`, `A, B and their wives`, `A, B and the envoy`.
bool ClauseParser::ends_list(std::uint32_t noun, std::uint32_t last) const {
  const Group& group = groups_[last];
  if (groups_[noun].name == kNone || groups_[whole_of(last)].name != kNone) return false;
  // `with A and B and other talks`
  if (is(last, Word::trigger) && !is(last, Word::party) && !is(last, Word::description) && !group.has(Group::kRole)) return false;
  if (group.has(Group::kPronoun | Group::kBare) || (group.has(Group::kPlural) && group.has(Group::kEndsList))) return true;
  return is_person(noun) && (acts_for_others(last) || group.has(Group::kOwned) ||
         (group.has(Group::kRole) && group.has(Group::kDefinite | Group::kIndefinite)));
}

/// The first group behind a list that the noun opens and a conjunction ends: `A, B and C`; kNone if it opens none.
std::uint32_t ClauseParser::list_end(std::uint32_t at) const {
  for (int step = 0; step < 24; ++step) {
    std::uint32_t i = skip_phrase(at);
    if (i + 1 >= groups_.size()) return kNone;
    bool comma = groups_[i].kind == Kind::comma;
    // `A, the minister, B and C`
    if (comma && explains_one(at, i + 1)) {
      i = skip_phrase(i + 1);
      if (i + 1 >= groups_.size() || groups_[i].kind != Kind::comma) return kNone;
    }
    if (comma && groups_[i + 1].kind == Kind::conjunction) ++i, comma = false;
    if (i + 1 >= groups_.size() || groups_[i + 1].kind != Kind::noun) return kNone;
    if (!comma) return groups_[i].kind == Kind::conjunction && (same_type(at, i + 1) || ends_list(at, i + 1)) ? skip_phrase(i + 1) : kNone;
    if (!same_type(at, i + 1)) return kNone;
    at = i + 1;
  }
  return kNone;
}

/// The noun that the last one explains, or is coordinated with: `met A, the head of B`
std::uint32_t ClauseParser::list_opener() const {
  std::uint32_t noun = now_.noun;
  for (int step = 0; step < 8 && nodes_[noun].attached; ++step) {
    std::uint32_t up = nodes_[noun].parent;
    if (nodes_[noun].label == Label::prepositional_object) up = nodes_[up].parent;
    if (up == kNone || groups_[up].kind != Kind::noun || nodes_[noun].label == Label::owner) break;
    noun = up;
  }
  return noun;
}

/// True if a semicolon stands between the nouns of a list, whose last one a conjunction joins: `A, the head of X; B, of Y; and C`.
bool ClauseParser::goes_on_listing(std::uint32_t at) const {
  if (!groups_[at].has(Group::kSemicolon) || now_.noun == kNone || (now_.verb != kNone && nodes_[now_.verb].label == Label::relative))
    return false;
  const auto end = std::min<std::uint32_t>(static_cast<std::uint32_t>(groups_.size()), at + 40);
  for (std::uint32_t i = at; i + 1 < end; ++i) {
    const Group& group = groups_[i];
    if (group.kind == Kind::colon && group.has(Group::kSemicolon)) {
      if (groups_[i + 1].kind == Kind::conjunction)
        return i + 2 < end && groups_[i + 2].kind == Kind::noun && (now_.pending != kNone || !finite_ahead(i + 2, true));
      if (groups_[i + 1].kind != Kind::noun) return false;
    }
    if (group.kind == Kind::stop || (group.kind == Kind::verb && group.has(Group::kFinite)) ||
        (group.kind == Kind::colon && !group.has(Group::kSemicolon))) return false;
  }
  return false;
}

}  // namespace liaison
