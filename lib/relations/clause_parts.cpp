// The part of the clause parser that reads what stands between the parts of a clause: what explains a name, phrases and clauses
// between commas, and who does what an infinitive tells.
#include "relations/clauses.h"

namespace liaison {

/// `A, who leads the party, and B met`, `A, a judge who …, and Nokia's chairman, B, met`: the first of two subjects, behind which a
/// relative clause stands between commas; kNone where there is none.
std::uint32_t ClauseParser::told_apart(std::uint32_t at) const {
  if (suspended_.empty() || now_.pending != kNone || now_.verb == kNone || now_.conjunction == kNone || now_.conjunction + 1 != at ||
      groups_[now_.conjunction - 1].kind != Kind::comma || !is(now_.conjunction, Word::conjunction_and)) return kNone;
  const std::uint32_t first = suspended_.back(), whole = whole_of(at);
  std::uint32_t told = now_.verb;
  for (int step = 0; step < 8 && told != kNone && nodes_[told].label != Label::relative; ++step) told = nodes_[told].parent;
  if (told == kNone || nodes_[told].label != Label::relative) return kNone;
  if (groups_[first].name == kNone || !Tree{groups_, nodes_}.stands_below(told, first)) return kNone;
  const bool role = groups_[whole].name == kNone && groups_[whole].has(Group::kRole) && is_person(first);
  if (!role && (groups_[whole].name == kNone || !same_type(first, at))) return kNone;
  std::uint32_t i = skip_phrase(at);
  // `and Nokia's chairman, B, met`, `and B, the chairman, met`
  for (int step = 0; step < 2 && i + 1 < groups_.size() && groups_[i].kind == Kind::comma && groups_[i + 1].kind == Kind::noun; ++step)
    i = skip_phrase(i + 1);
  if (i + 1 < groups_.size() && groups_[i].kind == Kind::comma && i > skip_phrase(at)) ++i;
  return i < groups_.size() && groups_[i].kind == Kind::verb && groups_[i].has(Group::kFinite) && !is_reduced(i) ? first : kNone;
}

/// `the outline drawn up by the negotiators, A and B, is secret`: true if a list between commas names those of whom a noun tells, so that
/// the subject that waits has its verb behind it.
bool ClauseParser::names_several(std::uint32_t at) const {
  if (suspended_.empty() || now_.pending != kNone || groups_[at].name == kNone || before(before(at)) != now_.noun) return false;
  const Group& noun = groups_[now_.noun];
  const bool people = noun.name == kNone && noun.has(Group::kPlural) && (noun.has(Group::kRole) || is(now_.noun, Word::party) ||
                      is(now_.noun, Word::description));
  const std::uint32_t end = people ? list_end(at) : kNone;
  return end != kNone && end < groups_.size() && groups_[end].kind == Kind::comma;
}

/// True if a noun without a name behind a comma tells who the one before it is: `A, the minister`.
bool ClauseParser::explains_one(std::uint32_t noun, std::uint32_t at) const {
  const Group& group = groups_[at];
  return group.kind == Kind::noun && group.name == kNone && groups_[noun].name != kNone && !group.has(Group::kPlural | Group::kPronoun) &&
         !group.has(Group::kOwner) && group.has(Group::kDefinite | Group::kIndefinite | Group::kRole);
}

/// `After talks with A, a minister, B left`: true if a noun tells who the one before is, since somebody else behind it acts.
bool ClauseParser::explains_before_subject(std::uint32_t at) const {
  if (main_ != kNone || now_.pending != kNone || before(before(at)) != now_.noun || !explains_one(now_.noun, at)) return false;
  std::uint32_t i = skip_phrase(at);
  if (i + 1 >= groups_.size() || groups_[i].kind != Kind::comma || groups_[i + 1].kind != Kind::noun) return false;
  const std::uint32_t subject = whole_of(i + 1);
  if (groups_[subject].name == kNone && !groups_[subject].has(Group::kPronoun)) return false;
  if (joined_act(i + 1)) return true;
  i = skip_phrase(i + 1);
  if (i + 1 >= groups_.size() || groups_[i].kind != Kind::comma || !explains_one(subject, i + 1)) return false;
  i = skip_phrase(i + 1);
  return i + 1 < groups_.size() && groups_[i].kind == Kind::comma && groups_[i + 1].kind == Kind::verb &&
         groups_[i + 1].has(Group::kFinite);
}

/// `met A in Oslo on Monday and B in Lyon`, `talks with A in Oslo and B in Lyon`: the name before a place, with which one behind a
/// conjunction is coordinated; kNone where there is none.
std::uint32_t ClauseParser::met_before_place(std::uint32_t at) const {
  const auto type = [&](std::uint32_t g) { return groups_[g].name == kNone ? symbols::none : annotations_[groups_[g].name].type; };
  const std::uint32_t place = now_.noun, marker = place == kNone ? kNone : nodes_[place].parent;
  const bool in_place = marker != kNone && (is(marker, Word::inside) || is(marker, Word::at_place));
  const Symbol told = type(at);
  if (!in_place || now_.verb == kNone || (told != symbols::person && told != symbols::org) || type(place) == told) return kNone;
  for (std::uint32_t i = marker; i-- > now_.verb + 1;) {
    if (groups_[i].kind != Kind::noun || !nodes_[i].attached || type(i) != told) continue;
    if (nodes_[i].label == Label::object) return nodes_[i].parent == now_.verb ? i : kNone;
    return nodes_[i].label == Label::prepositional_object && is(nodes_[i].parent, Word::joint_marker) ? i : kNone;
  }
  return kNone;
}

/// `a letter from A, which B handed to C`: of what `which` tells, from the noun before it upwards: of no person.
std::uint32_t ClauseParser::thing_told(std::uint32_t noun) const {
  std::uint32_t up = noun;
  for (int step = 0; up != kNone && step < 6; ++step) {
    if (groups_[up].kind == Kind::noun && (groups_[up].name == kNone || annotations_[groups_[up].name].type != symbols::person))
      return groups_[up].has(Group::kRole) && step > 0 ? noun : up;
    if ((groups_[up].kind != Kind::noun && groups_[up].kind != Kind::preposition) || !nodes_[up].attached) break;
    up = nodes_[up].parent;
  }
  return noun;
}

/// `A, who after the vote met B, left`: true if a phrase stands between a relative pronoun and its verb, and not a clause.
bool ClauseParser::stands_in_relative(std::uint32_t at) const {
  if (at == 0 || groups_[at - 1].kind != Kind::relative || is(at - 1, Word::complementizer)) return false;
  int verbs = 0;
  for (std::uint32_t i = at + 1; i < groups_.size() && i < at + 12 && groups_[i].kind != Kind::comma && groups_[i].kind != Kind::stop; ++i)
    verbs += groups_[i].kind == Kind::verb && groups_[i].has(Group::kFinite);
  return verbs == 1;
}

/// `emerged smiling from talks`, `returned empty-handed to A`: the verb of motion before what tells how somebody is on his way; kNone
/// where the preposition is that word's own.
std::uint32_t ClauseParser::moves_before(std::uint32_t at) const {
  const std::uint32_t last = before(at);
  if (last == kNone || !nodes_[last].attached || nodes_[last].label != Label::complement || has_particle(last, at)) return kNone;
  const bool how = groups_[last].kind == Kind::adjective ||
                   (groups_[last].kind == Kind::verb && groups_[last].has(Group::kGerund) &&
                    book_->triggers_of(groups_[last].lemma).empty());
  const std::uint32_t verb = nodes_[last].parent;
  return how && groups_[verb].kind == Kind::verb && has_lemma(verb, Word::travel) && !is(at, Word::part_marker) ? verb : kNone;
}

/// `A's pledge to meet B surprised C`: true if a finite verb behind an infinitive has the subject that stands before it: what may be
/// a participle only with an object.
bool ClauseParser::has_verb_behind(std::uint32_t infinitive) const {
  int clauses = 0;
  for (std::uint32_t i = infinitive + 1; i < groups_.size() && i < infinitive + 16; ++i) {
    const Group& group = groups_[i];
    if (group.kind == Kind::colon || group.kind == Kind::stop || group.kind == Kind::quote || group.kind == Kind::comma) return false;
    if (group.kind == Kind::relative || group.kind == Kind::subordinator || (group.kind == Kind::preposition && has_subject_behind(i)))
      ++clauses;
    if (group.kind != Kind::verb || !group.has(Group::kFinite) || groups_[i - 1].kind == Kind::conjunction) continue;
    const bool object = i + 1 < groups_.size() && groups_[i + 1].kind == Kind::noun;
    if ((!group.has(Group::kParticiple) || object) && clauses-- == 0) return true;
  }
  return false;
}

/// `arranged for A, a minister, to meet B`, `plans for A of Japan to meet B`: the noun behind a preposition for whom something is
/// done, from the last one upwards; the last one itself where there is none.
std::uint32_t ClauseParser::doer_before(std::uint32_t infinitive) const {
  const std::uint32_t last = before(infinitive);
  if (last == kNone || now_.noun == kNone || (groups_[last].kind != Kind::comma && last != now_.noun)) return last;
  std::uint32_t noun = now_.noun;
  for (int step = 0; step < 6 && groups_[noun].kind == Kind::noun && nodes_[noun].attached; ++step) {
    const std::uint32_t up = nodes_[noun].parent;
    if (nodes_[noun].label == Label::prepositional_object) {
      if (is(up, Word::infinitive_subject)) return noun;
      if (!is(up, Word::part_marker) || nodes_[up].parent == kNone) break;
      noun = nodes_[up].parent;
    } else if (nodes_[noun].label == Label::apposition || nodes_[noun].label == Label::conjunct) noun = up;
    else break;
  }
  return last;
}

/// `announced the result flanked by A`: true if behind a noun there is no verb but a participle, of what is done by somebody.
bool ClauseParser::is_made_by(std::uint32_t noun) const {
  const std::uint32_t verb = skip_joined(noun);
  return verb < groups_.size() && groups_[verb].kind == Kind::verb && is_reduced(verb) && groups_[noun].name == kNone &&
         !finite_behind(verb);
}

/// `asked A in a letter dated March 20`: true if what seems to be the verb of a noun tells of another one, in a phrase behind it.
bool ClauseParser::is_told_with_participle(std::uint32_t noun) const {
  const std::uint32_t verb = skip_joined(noun);
  return verb > noun + 2 && verb < groups_.size() && groups_[verb].has(Group::kParticiple) && groups_[verb - 1].kind == Kind::noun &&
         groups_[verb - 1].name == kNone && groups_[verb - 2].kind == Kind::preposition &&
         !(verb + 1 < groups_.size() && groups_[verb + 1].kind == Kind::noun);
}

}  // namespace liaison
