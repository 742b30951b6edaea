// The part of the clause parser that places verbs.
#include "relations/clauses.h"

#include <algorithm>

namespace liaison {

void ClauseParser::read_verb(std::uint32_t at) {
  const Group& group = groups_[at];
  if (group.has(Group::kAuxiliaryOnly) && ((now_.pending == kNone && now_.relative == kNone) || is_parted(at))) {
    now_.auxiliary = at;
    now_.comma = false;
    return;
  }
  if (group.has(Group::kInfinitive)) read_infinitive(at);
  else if (group.has(Group::kGerund)) read_gerund(at);
  else if (reads_as_participle(at)) read_participle(at);
  else read_finite(at);
  now_.verb = at;
  now_.preposition = kNone;
  now_.conjunction = kNone;
  now_.auxiliary = kNone;
  now_.comma = false;
}

/// `will on Friday meet`, `might by now indeed be`: a modal that a time parts from its verb.
bool ClauseParser::is_parted(std::uint32_t modal) const {
  std::uint32_t next = modal + 1;
  if (next >= groups_.size() || (groups_[next].kind != Kind::time && groups_[next].kind != Kind::adverb)) return false;
  while (next < groups_.size() && (groups_[next].kind == Kind::time || groups_[next].kind == Kind::adverb)) ++next;
  if (next >= groups_.size() || groups_[next].kind != Kind::verb) return false;
  const Group& verb = groups_[next];
  const bool bare = verb.has(Group::kFinite) ? verb.word == verb.lemma && !verb.has(Group::kAuxiliaryOnly | Group::kPast | Group::kPassive)
                                             : !verb.has(Group::kInfinitive | Group::kGerund | Group::kParticiple);
  return bare && groups_[modal].has(Group::kFuture | Group::kModal);
}

/// A form that may be past or participle: a participle where another verb has the same noun as its subject, and it
/// has no object.
bool ClauseParser::reads_as_participle(std::uint32_t at) const {
  const Group& group = groups_[at];
  if (!group.has(Group::kParticiple)) return false;
  if (!group.has(Group::kFinite)) return true;
  if (left_out(at) != kNone || is_copular(at)) return false;
  if (continues_perfect(at)) return true;
  if (now_.relative != kNone && (now_.pending == kNone || now_.pending > now_.relative)) return false;
  std::uint32_t next = at + 1;
  while (next < groups_.size() && (groups_[next].kind == Kind::adverb || groups_[next].kind == Kind::time)) ++next;
  // `hammered out over the weekend by A`
  std::uint32_t by = next;
  if (by + 1 < groups_.size() && has_particle(at, by) && groups_[by + 1].kind != Kind::noun) ++by;
  while (by < groups_.size() && by > next && groups_[by].kind == Kind::time) ++by;
  bool agent = by < groups_.size() && groups_[by].kind == Kind::preposition && is(by, Word::agent_marker);
  bool opens = now_.pending != kNone && now_.verb == kNone && now_.conjunction == kNone;
  if (agent && !opens) return true;
  if (agent && !is_person(now_.pending) && finite_behind(at)) return true;  // `a bill written by A, a member of B, and C passed`
  if (opens && !agent && is_person(now_.pending)) return false;  // `A met with B after a report aimed at C`
  // `“…,” A said in a report released by B`
  if (!agent && now_.pending != kNone && now_.pending == before(at) && now_.conjunction == kNone && is_person(now_.pending)) return false;
  bool object = next < groups_.size() && groups_[next].kind == Kind::noun;
  std::uint32_t last = before(at);
  // `Affiliated with Intel, Nokia …`
  if (!object && last == kNone) return true;
  // `set up a venture`, `agreed to a truce`
  if (!object && next + 1 < groups_.size() && groups_[next + 1].kind == Kind::noun && has_particle(at, next)) return false;
  // `launched a petition called …`: the clause has its verb already.
  bool reduced = now_.pending == kNone && suspended_.empty() && now_.verb != kNone && now_.conjunction == kNone &&
                 now_.marker == kNone && now_.relative == kNone && last != kNone && groups_[last].kind == Kind::noun && at == last + 1;
  // `…, with A slated to meet B`
  if (reduced && next < groups_.size() && groups_[next].kind == Kind::verb && groups_[next].has(Group::kInfinitive)) return true;
  // `Under an agreement announced on Monday, …`: there is no subject yet.
  bool no_subject = now_.pending == kNone && suspended_.empty() && now_.verb == kNone && now_.noun != kNone && in_fronted_phrase(now_.noun);
  if (no_subject && now_.conjunction == kNone) return true;
  if (object) return reduced && !is_say(at);
  // `began reforms agreed with A`, but not `…, a person close to the board said`
  const bool one_clause = reduced && std::none_of(groups_.begin() + now_.verb, groups_.begin() + at,
                                                  [](const Group& g) { return g.kind == Kind::comma; });
  if (one_clause && groups_[last].name == kNone && !is_say(now_.verb)) return true;
  if (last == kNone) return true;
  if (groups_[last].kind == Kind::comma && now_.pending == kNone && now_.verb != kNone && suspended_.empty())
    return now_.conjunction == kNone && !continues_acts(at);
  if (now_.conjunction != kNone)
    return now_.verb != kNone && groups_[now_.verb].has(Group::kParticiple) && nodes_[now_.verb].label == Label::participle;
  if (is_inserted(at)) return true;
  return lacks_verb(at, next);
}

/// True if a finite verb behind a form that may be a participle, from `next` on, has the same subject: `the deal signed in May
/// collapsed`.
bool ClauseParser::lacks_verb(std::uint32_t at, std::uint32_t next) const {
  const bool opens = now_.pending != kNone && now_.verb == kNone && now_.conjunction == kNone;
  bool inserted = groups_[before(at)].kind == Kind::comma;
  for (std::uint32_t i = next; i < groups_.size() && i < at + 16; ++i) {
    Kind kind = groups_[i].kind;
    // `The deal, which …, collapsed and A left`: the subject that waits has its verb.
    const bool open = inserted && now_.pending == kNone && !suspended_.empty();
    if (kind == Kind::verb && groups_[i].has(Group::kFinite)) return !open && !(opens && is_reduced(i));
    if (kind == Kind::comma && inserted) {
      inserted = false;
      continue;
    }
    // `a group made up of A, B and C won`
    if (kind == Kind::comma && groups_[i - 1].kind == Kind::noun && list_ahead(i - 1)) continue;
    if (kind == Kind::preposition && opens_clause(i)) return false;  // `met in Texas before Grimm ran`
    if (kind == Kind::comma || kind == Kind::subordinator || kind == Kind::relative || kind == Kind::colon ||
        kind == Kind::quote || kind == Kind::verb)
      return false;
    if (kind == Kind::conjunction && (i + 1 >= groups_.size() || groups_[i + 1].kind != Kind::noun)) return false;
  }
  return false;
}

/// True if a finite verb further on has no subject but that of a form that may be a participle, at `at`.
bool ClauseParser::finite_behind(std::uint32_t at) const {
  int clauses = 0;
  for (std::uint32_t i = at + 1; i < groups_.size() && i < at + 24; ++i) {
    const Kind kind = groups_[i].kind;
    if (kind == Kind::colon || kind == Kind::stop || kind == Kind::quote) return false;
    if (kind == Kind::relative || kind == Kind::subordinator || (kind == Kind::preposition && has_subject_behind(i))) ++clauses;
    const bool acts = kind == Kind::verb && groups_[i].has(Group::kFinite) && !is_reduced(i) && groups_[i - 1].kind != Kind::conjunction;
    if (acts && clauses-- == 0) return true;
  }
  return false;
}

/// `was told of it, met with B and left`: a verb that has no passive, in a list of what somebody did.
bool ClauseParser::continues_acts(std::uint32_t at) const {
  if (!is_mutual(at) || !groups_[now_.verb].has(Group::kFinite)) return false;
  for (std::uint32_t i = at + 1; i + 1 < groups_.size() && i < at + 12; ++i) {
    const Kind kind = groups_[i].kind;
    if (kind == Kind::conjunction && groups_[i + 1].kind == Kind::verb) return groups_[i + 1].has(Group::kFinite);
    if (kind == Kind::verb || kind == Kind::relative || kind == Kind::subordinator || kind == Kind::colon || kind == Kind::quote)
      return false;
  }
  return false;
}

/// True if a participle is conjoined with the one right before it, below an auxiliary: `denied having met or spoken with A`,
/// `has never met or spoken with A`.
bool ClauseParser::continues_perfect(std::uint32_t at) const {
  std::uint32_t verb = now_.verb;
  return verb != kNone && now_.conjunction == at - 1 && verb + 2 == at && groups_[verb].has(Group::kPerfect) &&
         !groups_[verb].has(Group::kPassive);
}

/// True if a form that may be a participle opens what stands between a subject and its verb: `a plan, meant to help A, failed`.
bool ClauseParser::is_inserted(std::uint32_t at) const {
  if (at == 0 || groups_[at - 1].kind != Kind::comma || now_.pending == kNone) return false;
  for (std::uint32_t i = now_.pending + 1; i + 1 < at; ++i)
    if (groups_[i].kind == Kind::comma) return false;
  for (std::uint32_t i = at + 1; i < groups_.size() && i < at + 16; ++i) {
    Kind kind = groups_[i].kind;
    if (kind == Kind::comma) {
      do ++i;
      while (i < groups_.size() && (groups_[i].kind == Kind::adverb || groups_[i].kind == Kind::time));
      return i < groups_.size() && groups_[i].kind == Kind::verb && groups_[i].has(Group::kFinite);
    }
    bool open = kind == Kind::noun || kind == Kind::preposition || kind == Kind::adverb || kind == Kind::time ||
                kind == Kind::conjunction || kind == Kind::adjective;
    if (!open && !(kind == Kind::verb && groups_[i].has(Group::kInfinitive | Group::kGerund))) return false;
  }
  return false;
}

/// True for the name of a person or a personal pronoun, which hardly takes a participle without a comma.
bool ClauseParser::is_person(std::uint32_t noun) const {
  const Group& group = groups_[noun];
  return group.name == kNone ? is(noun, Word::plural_subject) : annotations_[group.name].type == symbols::person;
}

/// True if a verb that may be past or participle stands right before the one by whom it is done.
bool ClauseParser::is_reduced(std::uint32_t at) const {
  return groups_[at].has(Group::kParticiple) && at + 1 < groups_.size() && is(at + 1, Word::agent_marker);
}

/// True if the preposition behind a verb makes another verb of it, which takes an object: one that triggers or lends.
bool ClauseParser::has_particle(std::uint32_t verb, std::uint32_t preposition) const {
  if (groups_[preposition].kind != Kind::preposition || is(preposition, Word::agent_marker)) return false;
  auto ends = [&](const Phrase& phrase) { return phrase.is_pair_with(groups_[preposition].word); };
  for (const Cue& cue : book_->cues_of(groups_[verb].lemma))
    if (cue.table == Cue::kSupport && ends(cue.phrase)) return true;
  for (const Trigger& trigger : book_->triggers_of(groups_[verb].lemma))
    if (trigger.kind == TriggerKind::verb && ends(trigger.phrase)) return true;
  return false;
}

/// The object of a verb that is the subject of an infinitive behind it: a name, a pronoun, a role.
std::uint32_t ClauseParser::control_of(std::uint32_t verb) const {
  // `visited Japan to meet A`: who goes there
  if (groups_[verb].kind != Kind::verb || groups_[verb].has(Group::kPassive) || has_lemma(verb, Word::travel)) return kNone;
  for (std::uint32_t i = verb + 1; i < nodes_.size(); ++i)
    if (nodes_[i].attached && nodes_[i].parent == verb && (nodes_[i].label == Label::object || nodes_[i].label == Label::indirect_object)) {
      return is_actor(i) ? i : kNone;
    }
  return kNone;
}

/// True for a noun of who may do something: a name, a pronoun, a role, people.
bool ClauseParser::is_actor(std::uint32_t noun) const {
  return groups_[noun].name != kNone || groups_[noun].has(Group::kPronoun | Group::kRole) || is(noun, Word::party) ||
         is(noun, Word::description);
}

void ClauseParser::read_infinitive(std::uint32_t at) {
  const std::uint32_t last = doer_before(at);
  if (now_.conjunction != kNone && now_.verb != kNone && groups_[now_.verb].has(Group::kInfinitive))
    return attach(at, now_.verb, Label::conjunct);
  // `Lee, the prime minister, to meet Musk`: a sentence without another verb
  const bool explained = last != kNone && groups_[last].kind == Kind::comma && now_.pending != kNone && now_.verb == kNone &&
                         now_.noun != kNone && nodes_[now_.noun].attached && nodes_[now_.noun].label == Label::apposition &&
                         !takes_infinitive(now_.pending) && std::none_of(groups_.begin() + at, groups_.end(), [](const Group& g) {
                           return g.kind == Kind::verb && g.has(Group::kFinite);
                         });
  const bool headline = explained || (now_.pending != kNone && now_.verb == kNone && last != kNone && groups_[last].kind == Kind::noun &&
                                      !takes_infinitive(last) && !takes_infinitive(now_.pending) && !has_verb_behind(at));
  if (headline) {
    // `Lee, Musk to meet in Seoul`
    groups_[at].flags = (groups_[at].flags & ~Group::kInfinitive) | Group::kFinite | Group::kFuture;
    return read_finite(at);
  }
  if (last != kNone && groups_[last].kind == Kind::noun && takes_infinitive(last)) return attach(at, last, Label::complement);
  if (last != kNone && groups_[last].kind == Kind::noun && nodes_[last].attached && nodes_[last].label == Label::prepositional_object) {
    // `plans for A to meet B`, `a request by A to meet B`
    std::uint32_t marker = nodes_[last].parent, noun = nodes_[marker].parent;
    bool by = is(marker, Word::agent_marker) || is(marker, Word::source_marker);
    bool noun_above = noun != kNone && groups_[noun].kind == Kind::noun;
    const auto tells = [&](const Trigger& trigger) { return trigger.phrase.words[1] == kNoWord; };
    const bool told = noun_above && std::any_of(book_->triggers_of(groups_[noun].lemma).begin(),
                                                book_->triggers_of(groups_[noun].lemma).end(), tells);
    const bool subject = is(marker, Word::infinitive_subject);
    const bool by_noun = noun_above && ((subject && takes_infinitive(noun)) || (by && !told));
    // `called for A to meet B`: who is to do it, but not `headed for Japan to meet B`
    const bool by_verb = subject && noun != kNone && groups_[noun].kind == Kind::verb && whole_of(marker + 1) == last && is_actor(last) &&
                         !has_lemma(noun, Word::travel);
    // `his visit to Ramallah to meet B`: what the visit is for
    if (noun_above && has_lemma(noun, Word::travel) && (is(marker, Word::toward) || is(marker, Word::inside)))
      return attach(at, noun, Label::complement);
    if (by_noun || by_verb) {
      nodes_[at].control = last;
      return attach(at, noun, Label::complement);
    }
  }
  if (last != kNone && groups_[last].kind == Kind::noun && now_.pending != kNone && now_.verb == kNone)
    return attach(at, takes_infinitive(now_.pending) ? now_.pending : last, Label::complement);
  if (last != kNone && (groups_[last].kind == Kind::adjective || groups_[last].kind == Kind::verb))
    return attach(at, last, Label::complement);
  if (now_.verb != kNone) {
    nodes_[at].control = control_of(now_.verb);
    return attach(at, now_.verb, Label::complement);
  }
  fronted_.push_back(at);
}

/// `asked B to leave, writing to C`: behind a comma a gerund tells of who asks.
std::uint32_t ClauseParser::who_acts(std::uint32_t verb, std::uint32_t gerund) const {
  if (before(gerund) == kNone || groups_[before(gerund)].kind != Kind::comma || nodes_[verb].control == kNone) return verb;
  std::uint32_t up = nodes_[verb].parent;
  for (int step = 0; step < 4 && up != kNone && groups_[up].kind != Kind::verb; ++step) up = nodes_[up].parent;
  return up != kNone && groups_[up].kind == Kind::verb ? up : verb;
}

void ClauseParser::read_gerund(std::uint32_t at) {
  std::uint32_t last = before(at);
  if (now_.preposition != kNone) {
    // `blamed A for meeting B`
    if (is(now_.preposition, Word::infinitive_subject) && now_.verb != kNone) nodes_[at].control = control_of(now_.verb);
    return attach(at, now_.preposition, Label::prepositional_object);
  }
  if (now_.conjunction != kNone && now_.verb != kNone && groups_[now_.verb].has(Group::kGerund))
    return attach(at, now_.verb, Label::conjunct);
  if (now_.marker != kNone && last == now_.marker) {
    nodes_[at].marker = now_.marker;
    now_.marker = kNone;
    if (main_ != kNone && now_.verb != kNone) return attach(at, now_.verb, Label::adverbial);
    fronted_.push_back(at);
    return;
  }
  if (last != kNone && groups_[last].kind == Kind::verb) return attach(at, last, Label::complement);
  if (now_.pending != kNone) {
    suspended_.push_back(now_.pending);
    attach(at, now_.noun, Label::participle);
    if (groups_[last].kind == Kind::comma) attach(at, now_.pending, Label::participle);
    now_.pending = kNone;
    return;
  }
  if (now_.verb != kNone) {
    bool behind_noun = last != kNone && groups_[last].kind == Kind::noun && at == last + 1;
    if (behind_noun) return attach(at, last, Label::participle);
    // `opening ties with A, striking a deal with B`: a list
    const bool listed = last != kNone && groups_[last].kind == Kind::comma && groups_[now_.verb].has(Group::kGerund);
    return attach(at, listed ? now_.verb : who_acts(now_.verb, at), listed ? Label::conjunct : Label::adverbial);
  }
  fronted_.push_back(at);
}

void ClauseParser::read_participle(std::uint32_t at) {
  std::uint32_t last = before(at);
  groups_[at].flags = (groups_[at].flags & ~Group::kFinite) | Group::kPassive | Group::kParticiple;
  if (now_.conjunction != kNone && now_.verb != kNone && nodes_[now_.verb].label == Label::participle)
    return attach(at, now_.verb, Label::conjunct);
  // `was written by A and signed by B`
  const bool joined = now_.conjunction != kNone && now_.conjunction + 1 == at && now_.pending == kNone && now_.verb != kNone &&
                      groups_[now_.verb].has(Group::kPassive);
  if (joined) return attach(at, now_.verb, Label::conjunct);
  if (continues_perfect(at)) {
    groups_[at].flags = (groups_[at].flags & ~Group::kPassive) | Group::kPerfect | (groups_[now_.verb].flags & Group::kNegated);
    return attach(at, now_.verb, Label::conjunct);
  }
  if (now_.noun == kNone) {
    fronted_.push_back(at);
    return;
  }
  std::uint32_t noun = now_.noun;
  if (last != kNone && groups_[last].kind == Kind::comma && now_.pending != kNone) noun = now_.pending;
  if (now_.pending != kNone) {
    suspended_.push_back(now_.pending);
    now_.pending = kNone;
  }
  // Behind a prepositional phrase the participle is the higher noun's: `a treaty with Peru signed in June`.
  std::uint32_t up = nodes_[noun].parent;
  bool below = up != kNone && groups_[up].kind == Kind::preposition && groups_[noun].name != kNone;
  if (below && nodes_[up].parent != kNone && groups_[nodes_[up].parent].kind == Kind::noun) noun = nodes_[up].parent;
  attach(at, noun, Label::participle);
}

void ClauseParser::read_finite(std::uint32_t at) {
  // `as did A, who works with B`
  if (now_.auxiliary != kNone && (now_.relative == kNone || now_.relative < now_.auxiliary)) take_auxiliary(at);
  bool conjoined = now_.conjunction != kNone && now_.pending == kNone && now_.verb != kNone;
  if (now_.relative != kNone) {
    nodes_[at].marker = now_.relative;
    return tell_of(now_.antecedent, at);
  }
  if (std::uint32_t what = left_out(at); what != kNone) return tell_of(what, at);
  // `“Time for change,” wrote A`: what is quoted has no verb of its own.
  const bool fragment = now_.pending != kNone && nodes_[now_.pending].quoted && !quoted_;
  if ((now_.pending == kNone || fragment) && inverts(at)) {
    // `…,” said Tony Blair`: the subject follows.
    now_.pending = kNone;
    if (main_ != kNone && !nodes_[main_].attached && main_ != at) attach(main_, at, Label::content);
    take_main(at);
    return;
  }
  if (now_.pending == kNone && !conjoined && !suspended_.empty()) {
    now_.pending = suspended_.back();
    suspended_.pop_back();
  }
  if (const std::uint32_t gerund = now_.pending == kNone ? gerund_subject(at) : kNone; gerund != kNone) return take_gerund(gerund, at);
  bool has_subject = now_.pending != kNone;
  if (has_subject && now_.content == kNone && stands_under(now_.pending)) now_.content = now_.verb;
  if (has_subject) attach(now_.pending, at, Label::subject);
  now_.pending = kNone;
  place_clause(at, conjoined || !has_subject);
}

/// Gives a verb what the auxiliary before its subject tells: `Will A meet B?`
void ClauseParser::take_auxiliary(std::uint32_t at) {
  Group& verb = groups_[at];
  verb.flags |= groups_[now_.auxiliary].flags & (Group::kFuture | Group::kModal | Group::kNegated);
  const bool asks = now_.pending == kNone || now_.pending > now_.auxiliary;
  if (asks) verb.flags |= Group::kModal;
}

/// Makes a verb that of a clause that tells of a noun: `the pact that Peru signed`.
void ClauseParser::tell_of(std::uint32_t antecedent, std::uint32_t verb) {
  if (now_.pending != kNone) attach(now_.pending, verb, Label::subject);
  attach(verb, antecedent, Label::relative);
  now_.relative = kNone;
  now_.pending = kNone;
}

/// Puts a verb where the gerund stands that is its subject.
void ClauseParser::take_gerund(std::uint32_t gerund, std::uint32_t verb) {
  nodes_[verb] = nodes_[gerund];
  std::erase(fronted_, gerund);
  nodes_[gerund].marker = kNone;
  attach(gerund, verb, Label::subject);
  nodes_[verb].label = Label::content;
  if (!nodes_[verb].attached) take_main(verb);
}

/// The gerund that is the subject of a finite verb: `holding talks with A might help`, `said that meeting A would help`; kNone if
/// there is none.
std::uint32_t ClauseParser::gerund_subject(std::uint32_t at) const {
  const std::uint32_t gerund = now_.verb;
  // `sitting across from A will be B`
  if (groups_[at].has(Group::kCopula) && at + 1 < groups_.size() && groups_[at + 1].kind == Kind::noun && groups_[at + 1].name != kNone)
    return kNone;
  if (gerund == kNone || !groups_[gerund].has(Group::kGerund) || now_.conjunction != kNone || now_.relative != kNone || !suspended_.empty())
    return kNone;
  for (std::uint32_t i = gerund + 1; i < at; ++i) {
    const Kind kind = groups_[i].kind;
    if (kind == Kind::comma || kind == Kind::dash || kind == Kind::subordinator || kind == Kind::relative) return kNone;
  }
  const std::uint32_t last = before(gerund), up = nodes_[gerund].parent;
  if (!nodes_[gerund].attached) return last == kNone ? gerund : kNone;
  if (!is_say(up) || (nodes_[gerund].label != Label::complement && nodes_[gerund].label != Label::adverbial)) return kNone;
  return last == up || last == nodes_[gerund].marker ? gerund : kNone;
}

/// The noun that a clause without a relative pronoun tells of: `the pact that Peru signed`, without `that`. Its subject
/// stands right behind the noun, and its verb has no object.
std::uint32_t ClauseParser::left_out(std::uint32_t at) const {
  std::uint32_t subject = now_.pending;
  if (subject == kNone || subject == 0 || now_.marker != kNone || now_.conjunction != kNone || groups_[at - 1].kind != Kind::noun ||
      (at != subject + 1 && skip_joined(subject) != at)) return kNone;
  const Group& noun = groups_[subject - 1];
  bool told = noun.kind == Kind::noun && noun.name == kNone && !noun.has(Group::kPronoun | Group::kOwner) && takes_infinitive(subject - 1);
  bool acts = groups_[subject].name != kNone || groups_[subject].has(Group::kPronoun | Group::kDefinite);
  if (!told || !acts || groups_[at].has(Group::kPassive | Group::kCopula)) return kNone;
  std::uint32_t next = at + 1;
  while (next < groups_.size() && (groups_[next].kind == Kind::adverb || groups_[next].kind == Kind::time)) ++next;
  bool gap = next >= groups_.size() ||
             (groups_[next].kind != Kind::noun && groups_[next].kind != Kind::relative && groups_[next].kind != Kind::quote);
  return gap ? subject - 1 : kNone;
}

}  // namespace liaison
