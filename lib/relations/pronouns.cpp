// The part of the references that reads pronouns.
#include "relations/references.h"

namespace liaison {

/// Who says what the group stands in.
void References::speaker(const ClauseReading& reading, std::uint32_t group, std::uint32_t types, Parties& out) const {
  const Tree& tree = reading.tree;
  for (int step = 0; group != Group::kNone && step < 16; ++step) {
    std::uint32_t up = tree.parent(group);
    if (up != Group::kNone && tree.label(group) == Label::content && tree.is_verb(up)) {
      std::uint32_t subject = tree.subject_of(up);
      if (subject == Group::kNone || reading.group(subject).name == Group::kNone) return;
      const Annotation& name = reading.annotations[reading.group(subject).name];
      if (name.entity != EntityId::none && (type_bit(name.type) & types) != 0)
        out.push_back({name.entity, reading.group(subject).name, Group::kNone, false});
      return;
    }
    group = up;
  }
}

/// The last role without a name that stands between two tokens: `the president`; kNone if there is none.
std::uint32_t References::role_between(const ClauseReading& reading, std::uint32_t first, std::uint32_t last) const {
  std::uint32_t found = Group::kNone;
  for (std::uint32_t i = 0; i < reading.tree.groups.size(); ++i) {
    const Group& g = reading.group(i);
    if (g.first >= first && g.last <= last && g.name == Group::kNone && g.has(Group::kRole) && g.has(Group::kDefinite) && !g.has(Group::kPlural | Group::kOwned)) found = i;
  }
  return found;
}

/// True if a plural noun stands before a token in its sentence, which a plural pronoun may stand for: `aides said they …`.
bool References::several_before(const ClauseReading& reading, std::uint32_t token) const {
  const Grammar& grammar = reading.grammar();
  return std::any_of(reading.tree.groups.begin(), reading.tree.groups.end(), [&](const Group& g) {
    const bool told = g.has(Group::kDefinite) && (g.has(Group::kPair) || grammar.is(reading.view.words->classes(*reading.view.lexicon, g.lemma), Word::description_org));
    const bool theirs = g.owner_token != Group::kNone && grammar.is(reading.view, g.owner_token, Word::own_several);  // of those themselves
    return g.kind == Group::Kind::noun && g.last <= token && g.name == Group::kNone && g.has(Group::kPlural) && !told && !theirs;
  });
}

/// `it was expected that A would …`: what is told behind it, and nobody.
bool References::tells_of_clause(const ClauseReading& reading, std::uint32_t group) const {
  if (group == Group::kNone || reading.tree.label(group) != Label::subject) return false;
  const std::uint32_t verb = reading.tree.parent(group);
  return reading.group(verb).has(Group::kPassive | Group::kCopula) && reading.tree.child(verb, Label::content) != Group::kNone;
}

/// `A left before he met B`: the subject of the clause above, if that is a name which fits.
bool References::subject_above(const ClauseReading& reading, std::uint32_t group, const Query& query, const Parties& taken, Parties& out) const {
  const Tree& tree = reading.tree;
  const std::uint32_t verb = group == Group::kNone || tree.label(group) != Label::subject ? Group::kNone : tree.parent(group);
  if (verb == Group::kNone || (tree.label(verb) != Label::adverbial && tree.label(verb) != Label::content)) return false;
  const std::uint32_t above = tree.parent(verb), subject = tree.is_verb(above) && above < verb ? tree.child(above, Label::subject) : Group::kNone;
  if (subject == Group::kNone || reading.group(subject).name == Group::kNone || subject > group) return false;
  const Annotation& name = reading.annotations[reading.group(subject).name];
  if (name.entity == EntityId::none || (type_bit(name.type) & query.types) == 0 || holds_entity(taken, name.entity) || !gender_fits(reading, name.entity, query.gender)) return false;
  out.push_back({name.entity, reading.group(subject).name, Group::kNone, false});
  return true;
}

void References::pronoun(const ClauseReading& reading, std::uint32_t token, std::uint32_t group, const Parties& taken,
                         Parties& out) const {
  const Grammar& grammar = reading.grammar();
  const ClassSet& classes = reading.view.classes(token);
  if (grammar.is(classes, Word::first_person) || grammar.is(classes, Word::own_speaker)) return speaker(reading, group, kPersons | kBodies, out);
  Query query{.token = token, .types = kPersons, .gender = Word::count, .subject = grammar.is(classes, Word::plural_subject)};
  const bool it = grammar.is(classes, Word::neuter) && !grammar.is(classes, Word::plural_subject);
  if (it && group != Group::kNone && reading.group(group).head == token) query.subject = reading.tree.label(group) == Label::subject;
  if (it && tells_of_clause(reading, group)) return;
  const bool personal = grammar.is(classes, Word::personal);
  if (grammar.is(classes, Word::plural_pronoun) && !personal && !grammar.is(classes, Word::own_several)) return;  // `others`
  if (grammar.is(classes, Word::plural_pronoun) || grammar.is(classes, Word::own_several)) {
    if (several_before(reading, token)) return;
    query.coordinated = true;
    // `"They want a deal," A said`: others than A.
    Parties found, speakers;
    if (group != Group::kNone && reading.tree.nodes[group].quoted && !grammar.is(classes, Word::own_several)) speaker(reading, group, kPersons | kBodies, speakers);
    for (std::uint32_t types : {kPersons, type_bit(symbols::gpe), type_bit(symbols::org)}) {
      query.types = types;
      found.clear();
      pair(reading, query, taken, found);
      if (std::any_of(speakers.begin(), speakers.end(), [&](const Party& p) { return holds_entity(found, p.entity); })) return;
      if (!found.empty()) break;
    }
    out.insert(out.end(), found.begin(), found.end());
    return;
  }
  if (grammar.is(classes, Word::male)) query.gender = Word::male;
  else if (grammar.is(classes, Word::female)) query.gender = Word::female;
  else if (grammar.is(classes, Word::neuter) || grammar.is(classes, Word::own_thing)) query.types = kBodies;
  else return;
  if (query.subject && query.types == kPersons && subject_above(reading, group, query, taken, out)) return;
  Parties before;
  names(reading, reading.sentence, query, taken, before);
  // `A said the president may end his talks with B`: his may be the president's.
  const std::uint32_t behind_names = before.empty() ? reading.sentences[reading.sentence].first : reading.annotations[before.back().annotation].last;
  const std::uint32_t role = query.types == kPersons ? role_between(reading, behind_names, token) : Group::kNone;
  if (role != Group::kNone && !before.empty()) return;
  if (role != Group::kNone) {
    // `The president said he …`, but not `a friend of the president said he …`
    if (reading.tree.label(role) == Label::subject) resolve(reading, role, taken, out);
    return;
  }
  if (before.empty()) cataphora(reading, group, query, out);
  // `"He met B," A said`: whom A speaks of, and not whom the text is about.
  const bool behind = group != Group::kNone && group > 1 && reading.group(group - 1).kind == Group::Kind::quote;  // `…,” he said`
  const bool quoted = group != Group::kNone && reading.tree.nodes[group].quoted && query.types == kPersons && !behind;
  if (out.empty() && !(quoted && before.empty())) one(reading, query, taken, out);
}

/// `In his talks with A, B said`: the subject of the clause behind a phrase with a pronoun.
void References::cataphora(const ClauseReading& reading, std::uint32_t group, const Query& query, Parties& out) const {
  const Tree& tree = reading.tree;
  for (int step = 0; group != Group::kNone && step < 8; ++step, group = tree.parent(group)) {
    if (query.subject && tree.label(group) == Label::content) return;  // `he met B, A said`
    std::uint32_t subject = tree.is_verb(group) ? tree.child(group, Label::subject) : Group::kNone;
    if (subject == Group::kNone || reading.group(subject).first < query.token || reading.group(subject).name == Group::kNone) continue;
    const Annotation& name = reading.annotations[reading.group(subject).name];
    if (name.entity == EntityId::none || (type_bit(name.type) & query.types) == 0 || !gender_fits(reading, name.entity, query.gender)) return;
    out.push_back({name.entity, reading.group(subject).name, Group::kNone, false});
    return;
  }
}

}  // namespace liaison
