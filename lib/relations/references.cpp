#include "relations/references.h"

#include <algorithm>

namespace liaison {
namespace {

/// `A signed a pact with the firm`: the subject of the clause that a description stands in, which tells of another one; but it may
/// be one of two who are told together: `A announced a pact between the firm and B`.
void add_subject_above(const ClauseReading& reading, std::uint32_t group, Parties& out) {
  constexpr int kHighest = 8;
  const Tree& tree = reading.tree;
  std::uint32_t at = group;
  for (int step = 0; at != Group::kNone && !tree.is_verb(at) && step < kHighest; ++step) {
    if (tree.label(at) == Label::subject || tree.label(at) == Label::apposition || tree.label(at) == Label::owner) return;
    if (reading.is_preposition(at, Word::pair_marker)) return;
    at = tree.parent(at);
  }
  const std::uint32_t subject = at == Group::kNone || !tree.is_verb(at) ? Group::kNone : tree.subject_of(at);
  if (subject == Group::kNone || subject > group || reading.group(at).has(Group::kCopula)) return;
  const std::uint32_t name = reading.group(subject).name;
  const EntityId entity = name == Group::kNone ? EntityId::none : reading.annotations[name].entity;
  if (entity != EntityId::none && !holds_entity(out, entity)) out.push_back({entity, name, Group::kNone, false});
}

/// `A Globex spokesman said the firm …`: true if somebody speaks before a token for a body that is written with a capital and no name
/// that is known.
bool speaks_for_unknown(const ClauseReading& reading, std::uint32_t token) {
  for (std::uint32_t i = 0; i < reading.tree.groups.size() && reading.group(i).first < token; ++i) {
    const Group& g = reading.group(i);
    if (g.kind != Group::Kind::noun || g.name != Group::kNone || g.name_count > 0 || g.nations[0] != Group::kNone) continue;
    if (!reading.lemma_is(i, Word::spokesman) || reading.tree.child(i, Label::owner) != Group::kNone) continue;
    for (std::uint32_t t = g.first + 1; t < g.head; ++t)
      if (reading.view.tokens[t].has(kFirstCapital)) return true;
  }
  return false;
}

}  // namespace

/// True if the sentence names somebody behind a token, who is not the pronoun before it then: `He mocked A`, but not where
/// the pronoun tells in a phrase before the clause what is his: `In his speech A said …`.
bool References::is_named_behind(const ClauseReading& reading, EntityId entity, const Query& query) const {
  const std::uint32_t token = query.token;
  const auto acts = [&](const Group& g) { return g.kind == Group::Kind::verb && g.first < token; };
  if (query.owns && std::none_of(reading.tree.groups.begin(), reading.tree.groups.end(), acts)) return false;
  const std::uint32_t end = reading.sentences[reading.sentence].last;
  for (const Annotation& name : annotations_from(reading.annotations, token)) {
    if (name.first >= end) break;
    if (name.entity == entity && name.form == Form::name) return true;
  }
  return false;
}

/// The last role without a name that stands between two tokens: `the president`; kNone if there is none.
std::uint32_t References::role_between(const ClauseReading& reading, std::uint32_t first, std::uint32_t last) const {
  std::uint32_t found = Group::kNone;
  for (std::uint32_t i = 0; i < reading.tree.groups.size(); ++i) {
    const Group& g = reading.group(i);
    // `called on Senate Majority Leader to act`, but not `as president`, `A's spokeswoman said he …`
    const Label label = reading.tree.label(i);
    const bool bare = !g.has(Group::kDefinite | Group::kIndefinite) && reading.view.tokens[g.head].has(kFirstCapital) &&
                      reading.tree.child(i, Label::owner) == Group::kNone &&
                      (label == Label::object || label == Label::subject ||
                       (label == Label::prepositional_object && !reading.is(reading.tree.parent(i), Word::role_marker)));
    const bool one = g.name == Group::kNone && g.has(Group::kRole) && (g.has(Group::kDefinite) || bare) &&
                     !g.has(Group::kPlural | Group::kOwned);
    if (g.first >= first && g.last <= last && one) found = i;
  }
  return found;
}

/// True if the name of a candidate leads its sentence.
bool References::leads(const ClauseReading& reading, const Party& party) const {
  const std::uint32_t first = reading.annotations[party.annotation].first;
  return first < reading.sentences[sentence_at(reading.sentences, first)].first + kLeadTokens;
}

/// The one candidate: of the reference's own sentence, or else of the nearest sentence before that names any.
/// Of several, the first of its sentence for a reference that is a subject too.
void References::one(const ClauseReading& reading, const Query& query, const Parties& taken, Parties& out) const {
  Parties found;
  if ((query.thing || query.business) && speaks_for_unknown(reading, query.token)) return;
  names(reading, reading.sentence, query, taken, found);
  const bool described = query.gender == Word::count && !query.thing && !query.owns && query.types != kPersons;
  if (found.empty() && !taken.empty() && !described) {
    // `A and B, his partner`: one of those who take part already.
    Parties here;
    names(reading, reading.sentence, query, {}, here);
    if (!here.empty()) return;
  }
  if (found.empty() && query.subject && query.gender != Word::count) return topic(reading, query, taken, out);
  const std::uint32_t reach = query.country ? 1 : kReach;  // `the government` is often that of the readers
  for (std::uint32_t back = 1; back <= reach && back <= reading.sentence && found.empty(); ++back)
    names(reading, reading.sentence - back, query, taken, found);
  if (found.empty() && query.country && query.governs) home(reading, query, taken, found);
  if (found.empty()) return;
  if (found[0].annotation == Annotation::kUnknown) return void(out.push_back(found[0]));
  // `They talked with him, but A said …`: somebody else; `In his speech A said …` may be A's.
  const bool earlier = reading.annotations[found[0].annotation].first < reading.sentences[reading.sentence].first;
  if (earlier && query.gender != Word::count && is_named_behind(reading, found[0].entity, query)) return;
  const bool led = query.subject && leads(reading, found[0]);
  if (found.size() == 1 && !led && earlier && query.thing && goes_on_about_another(reading, found[0])) return;
  if (found.size() == 1 || led) out.push_back(found[0]);
}

/// `the government`: that of the country of which the document tells far more than of any other one.
void References::home(const ClauseReading& reading, const Query& query, const Parties& taken, Parties& out) const {
  const auto told = reading.document->told_countries();
  if (told.empty() || told[0].country == EntityId::none || told[0].times < 2) return;
  if (told.size() > 1 && told[0].times <= 2 * told[1].times) return;
  const Parties found{{told[0].country, Annotation::kUnknown, Group::kNone, false}};
  if (holds_entity(taken, told[0].country) || tells_of_nation(reading, query, found)) return;
  out.push_back(found[0]);
}

/// `A met B and C. He and his two counterparts will meet again`: the others of the event told last, of those who are told beside
/// one of them.
void References::counterparts(const ClauseReading& reading, std::uint32_t group, const Parties& taken, Parties& out) const {
  const Group& g = reading.group(group);
  if (!g.has(Group::kPlural) || reading.sentence > last_sentence_ + kLongestTopic) return;
  Parties others;
  for (const Party& p : last_joint_)
    if (!holds_entity(taken, p.entity) && !holds_entity(out, p.entity)) others.push_back({p.entity, Annotation::kUnknown, group, false});
  const std::size_t count = g.has(Group::kPair) ? 2 : g.has(Group::kTriple) ? 3 : others.size();
  const auto person = [&](const Party& p) { return reading.entities[std::size_t(p.entity)].type == symbols::person; };
  if (others.size() != count || count < 2 || last_joint_.size() != count + 1 || !std::all_of(others.begin(), others.end(), person)) return;
  out.insert(out.end(), others.begin(), others.end());
}

/// `It took a fine from A. It settled a case with B`: true if the sentence of a candidate is about a body that was told before it.
bool References::goes_on_about_another(const ClauseReading& reading, const Party& party) const {
  const std::uint32_t name = reading.annotations[party.annotation].first;
  const std::uint32_t first = reading.sentences[sentence_at(reading.sentences, name)].first;
  const Grammar& grammar = reading.grammar();
  for (std::uint32_t t = first; t < std::min(name, first + kLeadTokens); ++t) {
    if (reading.view.tokens[t].has(kIsPunctuation)) continue;
    const ClassSet& classes = reading.view.classes(t);
    if (grammar.is(classes, Word::conjunction_and) || grammar.is(classes, Word::adverb) || grammar.is(classes, Word::conjunction_but))
      continue;
    if (grammar.is(classes, Word::neuter) && grammar.is(classes, Word::personal)) return true;
    return grammar.is(classes, Word::definite) && t + 1 < name && grammar.is(reading.view, t + 1, Word::description_org);
  }
  return false;
}

/// `A ordered him to meet B`: the subject of the verb whose object the pronoun is, who is somebody else, and so are those
/// with whom it is coordinated (`he and A met`), and who stand below the verb whose subject it is (`he met A`).
void References::add_others(const ClauseReading& reading, std::uint32_t group, Parties& out) const {
  const Tree& tree = reading.tree;
  const auto add = [&](std::uint32_t noun) {
    const std::uint32_t name = tree.is_noun(noun) ? reading.group(noun).name : Group::kNone;
    if (name == Group::kNone || reading.annotations[name].entity == EntityId::none || holds_entity(out, reading.annotations[name].entity))
      return;
    out.push_back({reading.annotations[name].entity, name, Group::kNone, false});
  };
  for (std::uint32_t c = tree.nodes[group].first_child; c != Group::kNone; c = tree.nodes[c].next_sibling)
    if (tree.label(c) == Label::conjunct) add(c);
  const bool personal = reading.is_one_person(group);
  const bool object = tree.label(group) == Label::object || tree.label(group) == Label::indirect_object;
  if (personal && object) add(tree.subject_of(tree.parent(group)));
  const std::uint32_t verb = personal && tree.label(group) == Label::subject ? tree.parent(group) : Group::kNone;
  for (std::uint32_t i = group + 1; verb != Group::kNone && i < tree.groups.size(); ++i) {
    const std::uint32_t phrase = tree.is_noun(i) ? tree.parent(tree.list_head(i)) : Group::kNone;
    const bool in_phrase = phrase != Group::kNone && reading.group(phrase).kind == Group::Kind::preposition;
    if (phrase == verb || (in_phrase && tree.parent(phrase) == verb)) add(i);
  }
}

/// `A's letter to B was handed over by the envoy`: who is named in a clause is not told by his role there as well.
void References::add_beside(const ClauseReading& reading, std::uint32_t group, Parties& out) const {
  const Tree& tree = reading.tree;
  const auto clause_of = [&](std::uint32_t at) {
    for (int step = 0; at != Group::kNone && !tree.is_verb(at) && step < Tree::kDeepest; ++step) at = tree.parent(at);
    return at;
  };
  const std::uint32_t clause = clause_of(group);
  for (std::uint32_t i = 0; clause != Group::kNone && i < tree.groups.size(); ++i) {
    const std::uint32_t name = i != group && tree.is_noun(i) ? reading.group(i).name : Group::kNone;
    if (name == Group::kNone || reading.annotations[name].entity == EntityId::none || clause_of(i) != clause) continue;
    if (!holds_entity(out, reading.annotations[name].entity)) out.push_back({reading.annotations[name].entity, name, Group::kNone, false});
  }
}

void References::resolve(const ClauseReading& reading, std::uint32_t group, const Parties& taken, Parties& out) const {
  const Group& g = reading.group(group);
  if (g.has(Group::kPronoun)) {
    Parties others = taken;
    add_others(reading, group, others);
    return pronoun(reading, g.head, group, others, out);
  }
  if (g.has(Group::kOwned) && reading.lemma_is(group, Word::party) && reading.lemma_is(group, Word::description_any))
    return counterparts(reading, group, taken, out);
  if (!g.has(Group::kDefinite) || g.has(Group::kOwned | Group::kNegated)) return;
  Query query{.token = g.first, .types = 0, .subject = reading.tree.label(group) == Label::subject};
  if (reading.lemma_is(group, Word::description_org)) query.types = type_bit(symbols::org);
  else if (reading.lemma_is(group, Word::description_gpe)) query.types = type_bit(symbols::gpe);
  else if (reading.lemma_is(group, Word::description_person)) query.types = kPersons;
  if (reading.lemma_is(group, Word::description_male)) query.gender = Word::male;
  else if (reading.lemma_is(group, Word::description_female)) query.gender = Word::female;
  query.business = reading.lemma_is(group, Word::description_business);
  query.country = reading.lemma_is(group, Word::description_country);
  query.governs = query.country && reading.lemma_is(group, Word::party);
  if (g.has(Group::kTriple)) query.count = 3;
  bool plural = g.has(Group::kPlural | Group::kPair | Group::kTriple);
  // `A, B and the states that …`: others
  if (plural && reading.tree.label(group) == Label::conjunct && !g.has(Group::kPair | Group::kTriple)) return;
  if (plural && (query.types != 0 || reading.lemma_is(group, Word::description_any) || g.has(Group::kBare)))
    return several(reading, group, query, taken, out);
  if (plural) return;
  if (g.has(Group::kRole) || (reading.is(group, Word::head_of_state) && !reading.nation_of(group).empty())) {
    if (holder(reading, group, out)) return;
    // `the prime minister` may be who is named right before; `the guard`, `the lawyer` is more often somebody else.
    const bool public_role = reading.lemma_is(group, Word::office) || reading.lemma_is(group, Word::elected) ||
                             reading.lemma_is(group, Word::description_person);
    if (!public_role) return;
    query.types = kPersons;
  }
  if (query.types == 0) return;
  // `A said the president may …`: somebody else than A.
  Parties others = taken;
  speaker(reading, group, query.types, others);
  if (g.has(Group::kRole)) add_beside(reading, group, others);
  add_subject_above(reading, group, others);
  const std::size_t before = out.size();
  one(reading, query, others, out);
  if (g.has(Group::kRole) && out.size() > before && !may_hold(reading, out.back())) out.pop_back();
}

void References::resolve_owner(const ClauseReading& reading, std::uint32_t group, const Parties& taken, Parties& out) const {
  std::uint32_t owner = reading.group(group).owner_token;
  if (owner == Group::kNone) return;
  // `The companies expanded their alliance`: the subject, which takes part by itself.
  std::uint32_t verb = reading.tree.governor(group), subject = reading.tree.is_verb(verb) ? reading.tree.subject_of(verb) : Group::kNone;
  if (subject == group) subject = Group::kNone;
  bool plural = reading.grammar().is(reading.view, owner, Word::own_several);
  // `the press and their friends`: of those before
  if (plural && reading.tree.label(group) == Label::conjunct) return;
  if (plural && subject != Group::kNone && reading.group(subject).has(Group::kPlural | Group::kPronoun | Group::kPair)) return;
  if (plural && subject != Group::kNone && reading.group(subject).name != Group::kNone) {
    // `A said B had put off their talks`: the subject and the other one, where the sentence names no third one.
    const Annotation& acts = reading.annotations[reading.group(subject).name];
    Parties found;
    names(reading, reading.sentence, {.token = owner, .types = type_bit(acts.type)}, {}, found);
    if (found.size() == 2 && holds_entity(found, acts.entity)) {
      out.insert(out.end(), found.begin(), found.end());
      return;
    }
  }
  pronoun(reading, reading.group(group).owner_token, group, taken, out);
}

}  // namespace liaison
