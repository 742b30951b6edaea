// The part of the references that reads pronouns.
#include "relations/references.h"

#include <algorithm>

#include "relations/quotations.h"

namespace liaison {
namespace {

/// True for a verb that stands before the clause whose subject acts in it: `Asked whether …, A said`.
bool opens_with(const Tree& tree, std::uint32_t verb) {
  return tree.is_verb(verb) && tree.label(verb) == Label::adverbial && tree.child(verb, Label::subject) == Group::kNone &&
         !tree.group(verb).has(Group::kInfinitive);
}

}  // namespace

/// The subject of the clause that says what the group stands in; kNone if there is none.
std::uint32_t References::speaking(const ClauseReading& reading, std::uint32_t group) const {
  const Tree& tree = reading.tree;
  for (int step = 0; group != Group::kNone && step < 16; ++step) {
    const std::uint32_t up = tree.parent(group);
    if (up != Group::kNone && tree.label(group) == Label::content && tree.is_verb(up)) return tree.subject_of(up);
    group = up;
  }
  return Group::kNone;
}

/// `“I met A,” he said`: whom the sentences before are about, and nobody whom he names himself.
void References::speaking_pronoun(const ClauseReading& reading, std::uint32_t group, Parties& out) const {
  const std::uint32_t subject = speaking(reading, group);
  if (subject == Group::kNone || !reading.is_one_person(subject) || reading.group(0).kind != Group::Kind::quote) return;
  Query query{.token = reading.group(subject).head, .types = kPersons, .subject = true};
  query.gender = reading.is(subject, Word::male) ? Word::male : Word::female;
  Parties others, found;
  names(reading, reading.sentence, {.token = query.token, .types = kPersons}, {}, others);
  topic(reading, query, others, found);
  for (Party& party : found) {
    party.sure = true;
    out.push_back(party);
  }
}

/// Who says what the group stands in.
void References::speaker(const ClauseReading& reading, std::uint32_t group, std::uint32_t types, Parties& out) const {
  const std::uint32_t subject = speaking(reading, group);
  if (subject == Group::kNone || reading.group(subject).name == Group::kNone) return;
  const Annotation& name = reading.annotations[reading.group(subject).name];
  if (name.entity != EntityId::none && (type_bit(name.type) & types) != 0)
    out.push_back({name.entity, reading.group(subject).name, Group::kNone, false});
}

/// True if a plural noun stands before a token in its sentence, which a plural pronoun may stand for: `aides said they …`,
/// `the British press said they …`.
bool References::several_before(const ClauseReading& reading, std::uint32_t token) const {
  const Grammar& grammar = reading.grammar();
  return std::any_of(reading.tree.groups.begin(), reading.tree.groups.end(), [&](const Group& g) {
    const bool told = g.has(Group::kDefinite) &&
                      (g.has(Group::kPair) || grammar.is(reading.view.words->classes(*reading.view.lexicon, g.lemma),
                                                         Word::description_org));
    const bool theirs = g.owner_token != Group::kNone && grammar.is(reading.view, g.owner_token, Word::own_several);  // of those themselves
    const std::uint32_t at = static_cast<std::uint32_t>(&g - reading.tree.groups.data());
    const bool several = g.has(Group::kPlural) ||
                         (g.has(Group::kDefinite) && g.nations[0] != Group::kNone && !g.has(Group::kRole) &&
                          reading.tree.label(at) == Label::subject);
    return g.kind == Group::Kind::noun && g.last <= token && g.name == Group::kNone && several && !told && !theirs;
  });
}

/// `it was expected that A would …`: what is told behind it, and nobody.
bool References::tells_of_clause(const ClauseReading& reading, std::uint32_t group) const {
  if (group == Group::kNone || reading.tree.label(group) != Label::subject) return false;
  const std::uint32_t verb = reading.tree.parent(group);
  return reading.group(verb).has(Group::kPassive | Group::kCopula) && reading.tree.child(verb, Label::content) != Group::kNone;
}

/// `The company said it had met A`: the description that is the subject of the clause above; kNone if there is none.
std::uint32_t References::described_above(const ClauseReading& reading, std::uint32_t group) const {
  const Tree& tree = reading.tree;
  const std::uint32_t verb = group == Group::kNone || tree.label(group) != Label::subject ? Group::kNone : tree.parent(group);
  const std::uint32_t above = verb == Group::kNone ? verb : tree.parent(verb);
  if (above == Group::kNone || tree.label(verb) != Label::content || !tree.is_verb(above)) return Group::kNone;
  const std::uint32_t subject = tree.child(above, Label::subject);
  const bool told = subject != Group::kNone && subject < group && reading.group(subject).name == Group::kNone;
  return told && !reading.group(subject).has(Group::kPronoun | Group::kPlural | Group::kRole) ? subject : Group::kNone;
}

/// The name of a noun, or of the person whom it tells the role of: `the minister, Ann Lee`; kUnknown if it has none.
std::uint32_t References::name_of(const ClauseReading& reading, std::uint32_t noun) const {
  if (reading.group(noun).name != Group::kNone) return reading.group(noun).name;
  for (std::uint32_t c = reading.tree.nodes[noun].first_child; c != Group::kNone; c = reading.tree.nodes[c].next_sibling) {
    const bool explains = reading.tree.label(c) == Label::apposition && reading.tree.is_noun(c) && reading.group(c).name != Group::kNone;
    if (explains && reading.annotations[reading.group(c).name].type == symbols::person) return reading.group(c).name;
  }
  return Annotation::kUnknown;
}

/// True if a noun tells of one person without a name: `a minister`, `her lawyer`, but not `a spokesman`, whose "he" is as
/// often the one for whom he speaks.
bool References::is_somebody(const ClauseReading& reading, std::uint32_t noun) const {
  if (reading.group(noun).has(Group::kPlural | Group::kPronoun) || reading.lemma_is(noun, Word::spokesman)) return false;
  return reading.group(noun).has(Group::kRole) || reading.lemma_is(noun, Word::description_person) || reading.lemma_is(noun, Word::human) ||
         reading.lemma_is(noun, Word::kin);
}

/// The subject of a verb, or whom its relative clause tells of, if that stands before a group; kNone if there is none.
std::uint32_t References::subject_before(const ClauseReading& reading, std::uint32_t verb, std::uint32_t group) const {
  const Tree& tree = reading.tree;
  std::uint32_t subject = tree.child(verb, Label::subject);
  if (subject == Group::kNone && tree.label(verb) == Label::relative) subject = tree.list_head(tree.parent(verb));
  return subject == Group::kNone || subject > group ? Group::kNone : subject;
}

/// `A left before he met B`, `A lied when he said that he had met B`: whom the nearest clause above tells of, if its subject
/// may be the pronoun. True if there is such a clause, though it may be nobody: `a lawyer said he had met B`.
bool References::subject_above(const ClauseReading& reading, std::uint32_t group, const Query& query, const Parties& taken,
                               Parties& out) const {
  constexpr int kLongestChain = 16;
  const Tree& tree = reading.tree;
  if (group == Group::kNone || tree.label(group) != Label::subject || !tree.is_verb(tree.parent(group))) return false;
  if (owner_of_occasion(reading, group, query, taken, out)) return true;
  std::uint32_t at = tree.parent(group), passed = group;  // the first group of the clauses that tell of nobody or of others
  const bool told_of_noun = tree.label(at) == Label::relative && reading.group(tree.parent(at)).name == Group::kNone;
  Party found, killed;
  for (int step = 0; step < kLongestChain; ++step) {
    at = tree.parent(at);
    if (at == Group::kNone || at > group) break;
    if (!tree.is_verb(at)) continue;
    const std::uint32_t subject = subject_before(reading, at, group), told = tree.child(at, Label::object);
    const bool pronoun_told = told != Group::kNone && told < group && reading.group(told).has(Group::kPronoun) &&
                              reading.is(told, query.gender) && reading.is(told, Word::personal);
    if (subject == Group::kNone) {
      // `by killing A while he slept`
      const std::uint32_t object = tree.child(at, Label::object);
      const std::uint32_t name = object == Group::kNone ? Annotation::kUnknown : name_of(reading, object);
      if (name == Annotation::kUnknown || object > group) continue;
      const bool in_clause = tree.parent(tree.parent(group)) == at && tree.label(tree.parent(group)) == Label::adverbial;
      if (in_clause && passed == group && may_be(reading, reading.annotations[name], query))
        killed = {reading.annotations[name].entity, name, Group::kNone, false};
      passed = std::min(passed, object);
      continue;
    }
    const bool same = reading.group(subject).has(Group::kPronoun) && query.gender != Word::count && reading.is(subject, query.gender);
    const std::uint32_t name = name_of(reading, subject);
    const bool fits = name != Annotation::kUnknown && may_be(reading, reading.annotations[name], query);
    if (pronoun_told && found.entity == EntityId::none) {
      // `the guards moved him to a room where he met B`, but not `A fired him when it was known that he had met B`: either
      if (!same && !fits && !is_somebody(reading, subject) &&
          !names_another(reading, reading.group(told).last, query, EntityId::none))
        pronoun(reading, reading.group(told).head, told, taken, out);
      return true;
    }
    if (found.entity != EntityId::none) {
      // `A said B fears the talks that he had with C`: either
      if (same || (fits && reading.annotations[name].entity != found.entity)) return true;
      continue;
    }
    if (same && killed.entity != EntityId::none) return true;  // `he was to ruin it by killing A while he slept`: either
    if (same) {
      pronoun(reading, reading.group(subject).head, subject, taken, out);
      return true;
    }
    if (name == Annotation::kUnknown && is_somebody(reading, subject)) {
      const std::size_t before = out.size();
      resolve(reading, subject, taken, out);
      // `the mayor voted for A because he met B`
      const bool one = reading.group(subject).has(Group::kDefinite) && !reading.group(subject).has(Group::kOwned);
      return out.size() > before || !one || !names_another(reading, reading.group(subject).last, query, EntityId::none);
    }
    if (!fits) {
      passed = std::min(passed, subject);
      continue;
    }
    found = {reading.annotations[name].entity, name, Group::kNone, false};
    const bool joined = tree.child(subject, Label::conjunct) != Group::kNone;
    if (joined || holds_entity(taken, found.entity) || names_another(reading, reading.group(passed).first, query, found.entity))
      return true;
    // `A said the case against the president rests on talks that he had with B`
    if (passed < group && role_between(reading, reading.group(passed).first, query.token) != Group::kNone) return true;
    if (!told_of_noun) break;
  }
  if (found.entity == EntityId::none && !holds_entity(taken, killed.entity)) found = killed;
  if (found.entity != EntityId::none) out.push_back(found);
  return found.entity != EntityId::none;
}

/// True if somebody else who fits is named between a token and the reference: `A said the men brought B where he met C`.
bool References::names_another(const ClauseReading& reading, std::uint32_t first, const Query& query, EntityId entity) const {
  Parties before;
  names(reading, reading.sentence, query, {}, before);
  return std::any_of(before.begin(), before.end(),
                     [&](const Party& p) { return p.entity != entity && reading.annotations[p.annotation].first >= first; });
}

/// True if a name is of a type and gender that a reference may stand for.
bool References::may_be(const ClauseReading& reading, const Annotation& name, const Query& query) const {
  return name.entity != EntityId::none && (type_bit(name.type) & query.types) != 0 && gender_fits(reading, name.entity, query.gender);
}

/// True if a sentence begins with a pronoun of the gender, before a token.
bool References::begins_with(const ClauseReading& reading, std::uint32_t sentence, Word gender, std::uint32_t token) const {
  const Sentence s = reading.sentences[sentence];
  for (std::uint32_t t = s.first; t < std::min({s.last, s.first + kLeadTokens, token}); ++t)
    if (reading.grammar().is(reading.view, t, gender) && reading.grammar().is(reading.view, t, Word::plural_subject)) return true;
  return false;
}

/// The name of who is told behind a quotation to have said it: `…," said Mayor Ann Lee.`; kUnknown if there is none.
std::uint32_t References::speaker_in(const ClauseReading& reading, std::uint32_t sentence) const {
  constexpr std::uint32_t kLongestTitle = 8;
  const Sentence s = reading.sentences[sentence];
  for (const Annotation& name : annotations_in(reading.annotations, s)) {
    if (name.type != symbols::person || name.form != Form::name) continue;
    for (std::uint32_t t = name.first; t-- > s.first + 1 && name.first - t <= kLongestTitle && !reading.view.tokens[t].has(kIsPunctuation);)
      if (reading.verb_is(t, Word::say))
        return reading.view.tokens[t - 1].has(kIsPunctuation) ? static_cast<std::uint32_t>(&name - reading.annotations.data())
                                                              : Annotation::kUnknown;
  }
  return Annotation::kUnknown;
}

/// True if a role with the definite article stands in a sentence before a name, whom somebody else holds: `The mayor told Ann Lee`.
bool References::tells_of_another(const ClauseReading& reading, std::uint32_t sentence, const Party& party) const {
  const Annotation& name = reading.annotations[party.annotation];
  for (const Annotation& role : annotations_in(reading.annotations, reading.sentences[sentence])) {
    if (role.first >= name.first) break;
    if (role.type != symbols::role) continue;
    const bool his = role.last == name.first || (role.last + 1 == name.first && reading.view.tokens[role.last].has(kIsPunctuation));
    if (his || holder_of(reading, role) == party.entity) continue;  // `the mayor, Ann Lee`
    for (std::uint32_t t = role.first; t-- > reading.sentences[sentence].first && t + 3 > role.first;)
      if (reading.grammar().is(reading.view, t, Word::definite) && !reading.grammar().is(reading.view, t, Word::possessive)) return true;
  }
  return false;
}

/// The role of somebody without a name there who leads a sentence before a token: `The president was angry`, `Her lawyer left`;
/// null if there is none.
const Annotation* References::leading_role(const ClauseReading& reading, std::uint32_t sentence, std::uint32_t before) const {
  const Sentence s = reading.sentences[sentence];
  const auto in_sentence = annotations_in(reading.annotations, s);
  for (const Annotation& role : in_sentence) {
    if (role.first >= std::min(before, s.first + kLeadTokens)) break;
    if (role.type != symbols::role || reading.grammar().is(reading.view, role.last - 1, Word::noun_plural)) continue;
    const bool named = std::any_of(in_sentence.begin(), in_sentence.end(), [&](const Annotation& a) {
      return a.type == symbols::person &&
             (a.first == role.last || (a.first == role.last + 1 && reading.view.tokens[role.last].has(kIsPunctuation)));
    });
    for (std::uint32_t t = role.first; !named && t-- > s.first && t + 3 > role.first;)
      if (reading.grammar().is(reading.view, t, Word::determiner)) return &role;
  }
  return nullptr;
}

/// Whom the sentences before are about: he leads the nearest one that does not begin with the same pronoun, by his name or
/// role, or is the only one there whom it fits.
void References::topic(const ClauseReading& reading, const Query& query, const Parties& taken, Parties& out) const {
  std::uint32_t empty = 0;
  for (std::uint32_t back = 1; back <= kLongestTopic && back <= reading.sentence; ++back) {
    const std::uint32_t sentence = reading.sentence - back;
    Parties found;
    names(reading, sentence, query, taken, found);
    // `As the A team moved in, B met C`: not about A, who is named in passing
    const auto passing = [&](const Party& p) {
      const std::uint32_t at = reading.annotations[p.annotation].first;
      return at > 0 && reading.grammar().is(reading.view, at - 1, Word::article);
    };
    if (!std::all_of(found.begin(), found.end(), passing)) std::erase_if(found, passing);
    const std::uint32_t first = found.empty() ? reading.sentences[sentence].last : reading.annotations[found[0].annotation].first;
    if (begins_with(reading, sentence, query.gender, first)) continue;
    if (const Annotation* role = leading_role(reading, sentence, first)) {
      const EntityId holder = holder_of(reading, *role);
      const bool fits = holder != EntityId::none && !holds_entity(taken, holder) &&
                        gender_fits(reading, holder, query.gender) && !is_named_behind(reading, holder, query);
      if (fits) out.push_back({holder, Annotation::kUnknown, Group::kNone, false});
      return;
    }
    const std::uint32_t speaker = speaker_in(reading, sentence);
    const auto speaks = std::find_if(found.begin(), found.end(), [&](const Party& p) { return p.annotation == speaker; });
    if (speaks != found.end()) std::iter_swap(found.begin(), speaks);
    const bool led = !found.empty() && (found[0].annotation == speaker || leads(reading, found[0]));
    if (found.empty() && ++empty <= kReach) continue;
    if (!found.empty() && (led || (found.size() == 1 && !tells_of_another(reading, sentence, found[0]))) &&
        !is_named_behind(reading, found[0].entity, query)) out.push_back(found[0]);
    return;
  }
}

/// `A respects B, and they work together`: the only two persons whom the sentence names before a token, where it tells of no other
/// people there. True if they are found.
bool References::only_two_named(const ClauseReading& reading, std::uint32_t token, const Parties& taken, const Parties& speakers,
                                Parties& out) const {
  Parties here;
  names(reading, reading.sentence, {.token = token, .types = kPersons}, {}, here);
  if (here.size() != 2) return false;
  const Grammar& grammar = reading.grammar();
  for (const Party& p : here) {
    if (holds_entity(taken, p.entity) || holds_entity(speakers, p.entity)) return false;
    if (only_reports(reading, reading.annotations[p.annotation])) return false;
  }
  for (std::uint32_t i = 0; i < reading.tree.groups.size() && reading.group(i).first < token; ++i) {
    const Group& g = reading.group(i);
    if (g.kind != Group::Kind::noun || g.name != Group::kNone || g.has(Group::kPronoun) || reading.lemma_is(i, Word::spokesman)) continue;
    const bool theirs = g.owner_token != Group::kNone && grammar.is(reading.view, g.owner_token, Word::own_several);  // of the two
    if (g.has(Group::kPlural) && !theirs) return false;
    if (g.has(Group::kRole) || reading.lemma_is(i, Word::party) || reading.lemma_is(i, Word::description)) return false;
  }
  out.insert(out.end(), here.begin(), here.end());
  return true;
}

void References::pronoun(const ClauseReading& reading, std::uint32_t token, std::uint32_t group, const Parties& taken,
                         Parties& out) const {
  const Grammar& grammar = reading.grammar();
  const ClassSet& classes = reading.view.classes(token);
  if (grammar.is(classes, Word::first_person) || grammar.is(classes, Word::own_speaker)) {
    speaker(reading, group, kPersons | kBodies, out);
    for (Party& party : out) party.sure = true;
    const std::uint32_t name = out.empty() ? quoted_speaker(reading, token) : Annotation::kUnknown;
    // `“We met A. It was short,” B said`: B and others, unless B is a body.
    const bool joint = grammar.is(classes, Word::plural_pronoun) || grammar.is(classes, Word::own_joint);
    if (name != Annotation::kUnknown && !(joint && reading.annotations[name].type == symbols::person))
      out.push_back({reading.annotations[name].entity, name, Group::kNone, false, true});
    if (out.empty() && name == Annotation::kUnknown) speaking_pronoun(reading, group, out);
    return;
  }
  Query query{.token = token, .types = kPersons, .gender = Word::count, .subject = grammar.is(classes, Word::plural_subject),
              .owns = group != Group::kNone && reading.group(group).owner_token == token};
  const bool it = grammar.is(classes, Word::neuter) && !grammar.is(classes, Word::plural_subject);
  if (it && group != Group::kNone && reading.group(group).head == token) query.subject = reading.tree.label(group) == Label::subject;
  if (it && tells_of_clause(reading, group)) return;
  const std::uint32_t described = it ? described_above(reading, group) : Group::kNone;
  if (described != Group::kNone) return resolve(reading, described, taken, out);
  const bool personal = grammar.is(classes, Word::personal);
  if (grammar.is(classes, Word::plural_pronoun) && !personal && !grammar.is(classes, Word::own_several)) return;  // `others`
  if (grammar.is(classes, Word::plural_pronoun) || grammar.is(classes, Word::own_several)) {
    if (several_before(reading, token)) return;
    query.coordinated = true;
    // `"They want a deal," A said`: others than A.
    Parties found, speakers;
    if (group != Group::kNone && reading.tree.nodes[group].quoted && !grammar.is(classes, Word::own_several)) {
      speaker(reading, group, kPersons | kBodies, speakers);
      if (const std::uint32_t name = quoted_speaker(reading, token); name != Annotation::kUnknown)
        speakers.push_back({reading.annotations[name].entity, name, Group::kNone, false});
      if (speakers.empty()) speaking_pronoun(reading, group, speakers);
    }
    if (query.subject && only_two_named(reading, token, taken, speakers, out)) return;
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
  else if (grammar.is(classes, Word::neuter) || grammar.is(classes, Word::own_thing)) query.types = kBodies, query.thing = true;
  else return;
  // `“The fact that he met B is strange,” A said`: somebody else than A.
  const std::uint32_t speaks = query.types == kPersons ? quoted_speaker(reading, token) : Annotation::kUnknown;
  if (speaks != Annotation::kUnknown) {
    Parties found;
    third_person(reading, token, group, query, taken, found);
    if (!holds_entity(found, reading.annotations[speaks].entity)) out.insert(out.end(), found.begin(), found.end());
    return;
  }
  third_person(reading, token, group, query, taken, out);
}

/// Whom `he`, `her` or `it` stands for.
void References::third_person(const ClauseReading& reading, std::uint32_t token, std::uint32_t group, const Query& query,
                              const Parties& taken,
                              Parties& out) const {
  if (query.subject && query.types == kPersons && subject_above(reading, group, query, taken, out)) return;
  if (query.owns && acts_itself(reading, group, query, taken, out)) return;
  Parties before;
  names(reading, reading.sentence, query, taken, before);
  if (!query.owns && !query.subject && !before.empty() && met_the_speaker(reading, group, before, out)) return;
  // `A said the president may end his talks with B`: his may be the president's.
  const std::uint32_t behind_names = before.empty() ? reading.sentences[reading.sentence].first
                                                    : reading.annotations[before.back().annotation].last;
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
    if (!query.owns && tree.label(group) == Label::content && !opens_with(tree, tree.parent(group))) return;  // `he met B, A said`
    std::uint32_t subject = tree.is_verb(group) ? tree.child(group, Label::subject) : Group::kNone;
    if (subject == Group::kNone || reading.group(subject).first < query.token || reading.group(subject).name == Group::kNone) continue;
    const Annotation& name = reading.annotations[reading.group(subject).name];
    if (name.entity == EntityId::none || (type_bit(name.type) & query.types) == 0 || !gender_fits(reading, name.entity, query.gender))
      return;
    out.push_back({name.entity, reading.group(subject).name, Group::kNone, false});
    return;
  }
}

}  // namespace liaison
