#include "relations/references.h"

#include <algorithm>

#include "resolution/address.h"

namespace liaison {
namespace {

/// How many sentences at the head of a document tell whom it is about.
constexpr std::uint32_t kLead = 3;
/// How many tokens may stand between names that are coordinated.
constexpr std::uint32_t kLongestJoint = 8;

/// `When the two sides meet, A and B will …`: as many as are counted, the subject of the clause behind a fronted one.
void names_ahead(const ClauseReading& reading, std::uint32_t group, std::uint32_t types, std::size_t count, Parties& out) {
  const Tree& tree = reading.tree;
  const std::uint32_t verb = tree.parent(group), main = verb == Group::kNone ? verb : tree.parent(verb);
  if (main == Group::kNone || tree.label(group) != Label::subject || tree.label(verb) != Label::adverbial || main < verb) return;
  const std::uint32_t subject = tree.child(main, Label::subject);
  if (subject == Group::kNone || subject < verb) return;
  Parties found;
  auto add = [&](std::uint32_t noun) {
    const std::uint32_t name = reading.group(noun).name;
    if (name == Group::kNone || reading.annotations[name].entity == EntityId::none) return;
    if ((type_bit(reading.annotations[name].type) & types) != 0) found.push_back({reading.annotations[name].entity, name, noun, false});
  };
  add(subject);
  for (std::uint32_t c = tree.nodes[subject].first_child; c != Group::kNone; c = tree.nodes[c].next_sibling)
    if (tree.label(c) == Label::conjunct) add(c);
  if (found.size() == count) out = std::move(found);
}

/// True for a body of state, a parliament or a party that the gazetteers know.
bool is_public(const ClauseReading& reading, const Annotation& name) {
  if (name.known == Annotation::kUnknown) return false;
  const Symbol subtype = reading.view.lexicon->entities()[name.known].subtype;
  return subtype == symbols::government || subtype == symbols::parliament || subtype == symbols::party;
}

bool is_country(const ClauseReading& reading, const Annotation& name) {
  return name.known != Annotation::kUnknown &&
         !reading.view.lexicon->attribute(reading.view.lexicon->entities()[name.known], reading.book->capital_key()).empty();
}

/// True if the gazetteers know one of the parties by a name.
bool is_called(const ClauseReading& reading, const Parties& parties, std::string_view name) {
  return std::any_of(parties.begin(), parties.end(), [&](const Party& p) { return reading.document->is_called(p.entity, name); });
}

/// The gender that a name of a person tells by its address, the gazetteers or the given name; Word::count for none.
Word gender_told(const ClauseReading& reading, const Annotation& name) {
  const Lexicon& lexicon = *reading.view.lexicon;
  const Grammar& grammar = reading.grammar();
  Gender told = Gender::unknown;
  if (name.first > 0 && grammar.is(reading.view, name.first - 1, Word::honorific))
    told = gender_of(lexicon.attribute(reading.view.tokens[name.first - 1].word, grammar.id(Word::honorific), symbols::gender));
  if (name.first > 0 && grammar.is(reading.view, name.first - 1, Word::description_male)) told = Gender::male;
  if (name.first > 0 && grammar.is(reading.view, name.first - 1, Word::description_female)) told = Gender::female;  // `Queen Ann`
  if (told == Gender::unknown && name.last - name.first > 1)
    told = gender_of_name(reading.view, name, grammar.id(Word::given_male), grammar.id(Word::given_female));
  return told == Gender::male ? Word::male : told == Gender::female ? Word::female : Word::count;
}

/// `told A it …`: one who only hears it.
bool is_told(const ClauseReading& reading, const Annotation& name) {
  const std::uint32_t before = name.first > 0 && reading.grammar().is(reading.view, name.first - 1, Word::article) ? name.first - 1 : name.first;
  const bool acts = name.last < reading.view.tokens.size() && reading.grammar().is(reading.view, name.last, Word::infinitive_marker);  // `urged A to …`
  return before > 0 && !acts && reading.verb_is(before - 1, Word::addressee);
}

/// `the North Carolina officials … it`, `the Nokia report … it`: a name that only tells whose or what a noun is.
bool stands_before_noun(const ClauseReading& reading, const Annotation& name) {
  if (name.last >= reading.view.tokens.size() || reading.view.tokens[name.last].has(kFirstCapital)) return false;
  const ClassSet& classes = reading.view.classes(name.last);
  const Grammar& grammar = reading.grammar();
  if (grammar.is(classes, Word::party)) return grammar.is(classes, Word::noun_plural);
  return grammar.is(classes, Word::noun_singular) && !grammar.is(classes, Word::verb_past) && !grammar.is(classes, Word::verb_3sg) &&
         !grammar.is(classes, Word::verb_participle) && !grammar.is(classes, Word::adverb) && !grammar.is(classes, Word::modal);
}

}  // namespace

/// True unless a name of a person, his address or the gazetteers tell the other gender.
bool References::gender_fits(const ClauseReading& reading, EntityId person, Word gender) const {
  if (gender != Word::male && gender != Word::female) return true;
  for (MentionId mention : reading.entities[std::size_t(person)].mentions)
    if (const Word told = gender_told(reading, reading.annotations[std::size_t(mention)]); told != Word::count) return told == gender;
  return true;
}

/// True for a sentence that is nothing but names, as who wrote the text is told: `By Ann Lee and Jack Ma`.
bool References::is_byline(const ClauseReading& reading, std::uint32_t sentence) const {
  const Sentence s = reading.sentences[sentence];
  const auto named = [&](std::uint32_t token) {
    const auto after = std::upper_bound(reading.annotations.begin(), reading.annotations.end(), token, [](std::uint32_t t, const Annotation& a) { return t < a.first; });
    return after != reading.annotations.begin() && token < (after - 1)->last;
  };
  for (std::uint32_t t = s.first; t < s.last; ++t) {
    const ClassSet& classes = reading.view.classes(t);
    const Grammar& grammar = reading.grammar();
    if (!reading.view.tokens[t].has(kIsPunctuation | kIsSymbol) && !grammar.is(classes, Word::conjunction_and) && !grammar.is(classes, Word::credit) && !named(t)) return false;
  }
  return true;
}

/// `Photograph: Ann Lee`, `by Ann Lee`: who made it.
bool References::is_credited(const ClauseReading& reading, const Annotation& name) const {
  const auto credit = [&](std::uint32_t token) { return reading.grammar().is(reading.view, token, Word::credit); };
  return name.type == symbols::person && name.first > 1 && reading.view.tokens[name.first - 1].has(kIsPunctuation) && credit(name.first - 2);
}

/// `Ann Lee (R-N.Y.) said it …`: a state that tells where somebody is from.
bool References::is_home(const ClauseReading& reading, const Annotation& name) const {
  constexpr std::uint32_t kLongestTag = 3;
  if (name.type != symbols::gpe || name.last >= reading.view.tokens.size() || reading.view.surface(name.last) != ")") return false;
  for (std::uint32_t t = name.first; t-- > 0 && name.first - t <= kLongestTag;)
    if (reading.view.surface(t) == "(") return true;
  return false;
}

/// The distinct entities that a sentence names and that fit, those of the reference's own sentence before it.
void References::names(const ClauseReading& reading, std::uint32_t sentence, const Query& query, const Parties& taken,
                       Parties& out) const {
  Sentence s = reading.sentences[sentence];
  auto at = std::lower_bound(reading.annotations.begin(), reading.annotations.end(), s.first,
                             [](const Annotation& a, std::uint32_t token) { return a.first < token; });
  if (at == reading.annotations.end() || at->first >= s.last || is_byline(reading, sentence)) return;
  for (; at != reading.annotations.end() && at->first < std::min(s.last, query.token); ++at) {
    if (at->entity == EntityId::none || at->form != Form::name || (type_bit(at->type) & query.types) == 0 || is_credited(reading, *at) || is_home(reading, *at)) continue;
    if (holds_entity(out, at->entity) || holds_entity(taken, at->entity)) continue;
    if (query.thing && stands_before_noun(reading, *at)) continue;
    if ((query.thing || query.business) && is_told(reading, *at)) continue;
    const Word told = query.gender == Word::count ? Word::count : gender_told(reading, *at);
    if (told != Word::count ? told != query.gender : !gender_fits(reading, at->entity, query.gender)) continue;
    if ((query.business && is_public(reading, *at)) || (query.country && !is_country(reading, *at))) continue;
    Party party;
    party.entity = at->entity;
    party.annotation = static_cast<std::uint32_t>(at - reading.annotations.begin());
    party.direct = false;
    out.push_back(party);
  }
}

/// True if the sentence names somebody behind a token, who is not the pronoun before it then: `He mocked A`, but not where
/// the pronoun tells in a phrase before the clause what is his: `In his speech A said …`.
bool References::is_named_behind(const ClauseReading& reading, EntityId entity, const Query& query) const {
  const std::uint32_t token = query.token;
  const auto acts = [&](const Group& g) { return g.kind == Group::Kind::verb && g.first < token; };
  if (query.owns && std::none_of(reading.tree.groups.begin(), reading.tree.groups.end(), acts)) return false;
  const std::uint32_t end = reading.sentences[reading.sentence].last;
  auto at = std::lower_bound(reading.annotations.begin(), reading.annotations.end(), token,
                             [](const Annotation& a, std::uint32_t t) { return a.first < t; });
  for (; at != reading.annotations.end() && at->first < end; ++at)
    if (at->entity == entity && at->form == Form::name) return true;
  return false;
}

/// True if the name of a candidate leads its sentence.
bool References::leads(const ClauseReading& reading, const Party& party) const {
  const std::uint32_t first = reading.annotations[party.annotation].first;
  auto after = std::upper_bound(reading.sentences.begin(), reading.sentences.end(), first,
                                [](std::uint32_t token, const Sentence& s) { return token < s.first; });
  return after != reading.sentences.begin() && first < (after - 1)->first + kLeadTokens;
}

/// The one candidate: of the reference's own sentence, or else of the nearest sentence before that names any.
/// Of several, the first of its sentence for a reference that is a subject too.
void References::one(const ClauseReading& reading, const Query& query, const Parties& taken, Parties& out) const {
  Parties found;
  names(reading, reading.sentence, query, taken, found);
  if (found.empty() && !taken.empty()) {
    // `A and B, his partner`: one of those who take part already.
    Parties here;
    names(reading, reading.sentence, query, {}, here);
    if (!here.empty()) return;
  }
  if (found.empty() && query.subject && query.gender != Word::count) return topic(reading, query, taken, out);
  const std::uint32_t reach = query.country ? 1 : kReach;  // `the government` is often that of the readers
  for (std::uint32_t back = 1; back <= reach && back <= reading.sentence && found.empty(); ++back)
    names(reading, reading.sentence - back, query, taken, found);
  if (found.empty()) return;
  // `They talked with him, but A said …`: somebody else; `In his speech A said …` may be A's.
  const bool earlier = reading.annotations[found[0].annotation].first < reading.sentences[reading.sentence].first;
  if (earlier && query.gender != Word::count && is_named_behind(reading, found[0].entity, query)) return;
  const bool led = query.subject && leads(reading, found[0]);
  if (found.size() == 1 && !led && earlier && query.thing && goes_on_about_another(reading, found[0])) return;
  if (found.size() == 1 || led) out.push_back(found[0]);
}

/// `It took a fine from A. It settled a case with B`: true if the sentence of a candidate is about a body that was told before it.
bool References::goes_on_about_another(const ClauseReading& reading, const Party& party) const {
  const std::uint32_t name = reading.annotations[party.annotation].first;
  const auto after = std::upper_bound(reading.sentences.begin(), reading.sentences.end(), name, [](std::uint32_t token, const Sentence& s) { return token < s.first; });
  if (after == reading.sentences.begin()) return false;
  const Grammar& grammar = reading.grammar();
  for (std::uint32_t t = (after - 1)->first; t < std::min(name, (after - 1)->first + kLeadTokens); ++t) {
    if (reading.view.tokens[t].has(kIsPunctuation)) continue;
    if (grammar.is(reading.view, t, Word::conjunction_and) || grammar.is(reading.view, t, Word::adverb) || grammar.is(reading.view, t, Word::conjunction_but)) continue;
    const ClassSet& classes = reading.view.classes(t);
    if (grammar.is(classes, Word::neuter) && grammar.is(classes, Word::personal)) return true;
    return grammar.is(classes, Word::definite) && t + 1 < name && grammar.is(reading.view, t + 1, Word::description_org);
  }
  return false;
}

/// True if a conjunction, perhaps with roles, is all that stands between each name and the next one.
bool References::are_coordinated(const ClauseReading& reading, const Parties& names) const {
  for (std::size_t i = 1; i < names.size(); ++i) {
    if (names[i].annotation == Annotation::kUnknown || names[i - 1].annotation == Annotation::kUnknown) return false;
    std::uint32_t first = reading.annotations[names[i - 1].annotation].last, last = reading.annotations[names[i].annotation].first;
    bool joined = false;
    for (std::uint32_t t = first; t < last; ++t) joined |= reading.grammar().is(reading.view, t, Word::conjunction_and);
    if (last < first || last - first > kLongestJoint || (!joined && i + 1 == names.size())) return false;
  }
  return true;
}

/// True if a name stands only for who reports the sentence, beside what it tells: `according to A`, `…, A said.`, `…, said A`;
/// of a medium that says anything, `…, the agency A said on Monday`.
bool References::only_reports(const ClauseReading& reading, const Annotation& name) const {
  constexpr std::uint32_t kLongestTitle = 6;
  const TextView& view = reading.view;
  const auto says = [&](std::uint32_t t) { return reading.verb_is(t, Word::says_stated); };
  const auto is_mark = [&](std::uint32_t t) { return view.tokens[t].has(kIsPunctuation); };
  const bool medium = name.known != Annotation::kUnknown && view.lexicon->entities()[name.known].subtype == symbols::media;
  if (medium && name.last < view.tokens.size() && says(name.last)) return true;
  if (name.type != symbols::person && !medium) return false;
  const bool trails = name.last + 1 < view.tokens.size() && says(name.last) && is_mark(name.last + 1);
  for (std::uint32_t t = name.first; t-- > 0 && name.first - t <= kLongestTitle;) {
    if (is_mark(t)) return trails;
    for (const Hit& hit : view.hits_at(t))
      if (t + hit.length <= name.first && view.lexicon->entries()[hit.entry].word_class() == reading.grammar().id(Word::crediting)) return true;
    if (says(t)) return t > 0 && is_mark(t - 1);
  }
  return false;
}

/// True if the sentence speaks of so many others that the two may be those: `It is unclear where the two will meet, A said
/// of B`; `a South Korean minister said the two countries …`.
bool References::tells_of_others(const ClauseReading& reading, const Query& query, const Parties& found) const {
  if (query.types == type_bit(symbols::gpe)) {
    const Lexicon& lexicon = *reading.view.lexicon;
    for (const Group& g : reading.tree.groups) {
      if (g.nations[0] == Group::kNone || g.first >= query.token) continue;
      const std::string_view country = lexicon.attribute(reading.view.tokens[g.nations[0]].word, reading.grammar().id(Word::nationality), reading.book->country_key());
      if (!is_called(reading, found, country)) return true;
    }
  }
  Query anywhere = query;
  anywhere.token = 0xffffffff;
  Parties others;
  names(reading, reading.sentence, anywhere, found, others);
  return others.size() >= query.count;
}

/// True if the sentences before speak of a third nation by its adjective, whose country may be one of the two.
bool References::tells_of_nation(const ClauseReading& reading, const Query& query, const Parties& found) const {
  const Lexicon& lexicon = *reading.view.lexicon;
  const Grammar& grammar = reading.grammar();
  const std::uint32_t first = reading.sentences[reading.sentence - std::min(kReach, reading.sentence)].first;
  for (std::uint32_t t = first; t < query.token; ++t) {
    if (!grammar.is(reading.view, t, Word::nationality)) continue;
    const std::string_view country = lexicon.attribute(reading.view.tokens[t].word, grammar.id(Word::nationality), reading.book->country_key());
    if (!country.empty() && !is_called(reading, found, country)) return true;
  }
  return false;
}

/// As many candidates as the reference counts: the only ones that its sentence names before it, or that the sentence
/// before does; else those of the event told last; else the only ones that the nearest sentences name, or one of the
/// first sentences of the document.
void References::pair(const ClauseReading& reading, const Query& query, const Parties& taken, Parties& out) const {
  // Who met long before is hardly meant.
  const Parties joint = reading.sentence <= last_sentence_ + kLongestTopic ? last_joint_ : Parties();
  Parties found;
  auto right = [&] {
    if (found.size() != query.count) return false;
    return !query.coordinated || found == joint || are_coordinated(reading, found);
  };
  auto look = [&](std::uint32_t sentence, const Query& wanted) {
    found.clear();
    names(reading, sentence, wanted, taken, found);
  };
  for (std::uint32_t back = 0; back <= 1 && back <= reading.sentence && !right(); ++back) look(reading.sentence - back, query);
  // `A of Nokia met B of Intel, in the first talks between the two companies`
  if (!right() && (query.types & kPersons) == 0 && joint.size() == query.count) {
    found.clear();
    for (const Party& p : joint)
      for (const Hold* hold : reading.document->holds_of(p.entity))
        if (hold->org != EntityId::none && !holds_entity(found, hold->org) &&
            (type_bit(reading.entities[std::size_t(hold->org)].type) & query.types) != 0) found.push_back({hold->org, Annotation::kUnknown, Group::kNone, false});
  }
  auto fits = [&](const Party& p) {
    return (type_bit(reading.entities[std::size_t(p.entity)].type) & query.types) != 0 && gender_fits(reading, p.entity, query.gender);
  };
  if (!right() && joint.size() == query.count && std::all_of(joint.begin(), joint.end(), fits)) {
    found = joint;
    for (Party& party : found) {
      party.direct = false;
      party.group = Group::kNone;
    }
  }
  if (!right() && !query.coordinated) {
    found.clear();
    for (std::uint32_t back = 0; back <= kReach && back <= reading.sentence && found.size() < query.count; ++back)
      names(reading, reading.sentence - back, query, taken, found);
  }
  Query anywhere = query;
  anywhere.token = 0xffffffff;
  const Parties near = right() ? Parties() : found;  // others are named nearer than at the head of the document
  for (std::uint32_t lead = 0; lead < kLead && lead < reading.sentence && !query.coordinated && !right(); ++lead) look(lead, anywhere);
  if (near.size() > query.count && !std::all_of(found.begin(), found.end(), [&](const Party& p) { return holds_entity(near, p.entity); })) return;
  const auto reports = [&](const Party& p) { return p.annotation != Annotation::kUnknown && only_reports(reading, reading.annotations[p.annotation]); };
  if (right() && found != joint && std::any_of(found.begin(), found.end(), reports)) return;
  if (right() && found != joint && !query.coordinated && query.types == type_bit(symbols::gpe) && tells_of_nation(reading, query, found)) return;
  if (right() && !tells_of_others(reading, query, found)) out.insert(out.end(), found.begin(), found.end());
}

/// True if the sentence speaks before a token of somebody without a name, or of two nations, who may be of `the two`: `A
/// would not talk to an aide, and there was contact between the two`.
bool References::may_be_others(const ClauseReading& reading, std::uint32_t token) const {
  std::size_t nations = 0;
  for (std::uint32_t i = 0; i < reading.tree.groups.size() && reading.group(i).first < token; ++i) {
    const Group& g = reading.group(i);
    if (g.kind == Group::Kind::noun && g.name == Group::kNone && g.has(Group::kIndefinite) && !g.has(Group::kPlural) &&
        (is_somebody(reading, i) || reading.lemma_is(i, Word::party)) && name_of(reading, i) == Annotation::kUnknown) return true;
    for (const std::uint32_t nation : g.nations) nations += nation != Group::kNone;
  }
  return nations > 1;
}

/// `the seven countries`: so many that neither two nor three of them are all.
bool References::are_many(const ClauseReading& reading, std::uint32_t group) const {
  const Group& g = reading.group(group);
  if (g.has(Group::kPair | Group::kTriple)) return false;
  for (std::uint32_t t = g.first; t < g.head; ++t) {
    const ClassSet& classes = reading.view.classes(t);
    const bool number = reading.grammar().is(classes, Word::number) && !reading.grammar().is(classes, Word::ordinal);
    if (number || reading.view.tokens[t].has(kIsNumber)) return true;
  }
  return false;
}

/// `the Democratic leaders`, `the leaders of Peru and Chile`: those of a kind, and not just any who were named.
bool References::is_told_apart(const ClauseReading& reading, std::uint32_t group) const {
  const Group& g = reading.group(group);
  if (g.has(Group::kPair | Group::kTriple)) return false;
  for (std::uint32_t t = g.first; t < g.head; ++t)
    if (reading.view.tokens[t].has(kFirstCapital)) return true;
  const std::uint32_t of = reading.tree.child(group, Label::preposition);
  const std::uint32_t whole = of != Group::kNone && reading.is(of, Word::part_marker) ? reading.tree.child(of, Label::prepositional_object) : Group::kNone;
  return whole != Group::kNone && reading.group(whole).name != Group::kNone;
}

/// `A ordered him to meet B`: the subject of the verb whose object the pronoun is, who is somebody else, and so are those
/// with whom it is coordinated (`he and A met`), and who stand below the verb whose subject it is (`he met A`).
void References::add_others(const ClauseReading& reading, std::uint32_t group, Parties& out) const {
  const Tree& tree = reading.tree;
  const auto add = [&](std::uint32_t noun) {
    const std::uint32_t name = tree.is_noun(noun) ? reading.group(noun).name : Group::kNone;
    if (name == Group::kNone || reading.annotations[name].entity == EntityId::none || holds_entity(out, reading.annotations[name].entity)) return;
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

void References::resolve(const ClauseReading& reading, std::uint32_t group, const Parties& taken, Parties& out) const {
  const Group& g = reading.group(group);
  if (g.has(Group::kPronoun)) {
    Parties others = taken;
    add_others(reading, group, others);
    return pronoun(reading, g.head, group, others, out);
  }
  if (!g.has(Group::kDefinite) || g.has(Group::kOwned | Group::kNegated)) return;
  Query query{.token = g.first, .types = 0, .subject = reading.tree.label(group) == Label::subject};
  if (reading.lemma_is(group, Word::description_org)) query.types = type_bit(symbols::org);
  else if (reading.lemma_is(group, Word::description_gpe)) query.types = type_bit(symbols::gpe);
  else if (reading.lemma_is(group, Word::description_person)) query.types = kPersons;
  if (reading.lemma_is(group, Word::description_male)) query.gender = Word::male;
  else if (reading.lemma_is(group, Word::description_female)) query.gender = Word::female;
  query.business = reading.lemma_is(group, Word::description_business);
  query.country = reading.lemma_is(group, Word::description_country);
  if (g.has(Group::kTriple)) query.count = 3;
  bool plural = g.has(Group::kPlural | Group::kPair | Group::kTriple);
  if (plural && (query.types != 0 || reading.lemma_is(group, Word::description_any) || g.has(Group::kBare))) {
    const bool counted = g.has(Group::kPair | Group::kTriple);
    const std::uint32_t any = query.types == 0 && counted ? kPersons | kBodies : query.types;
    if (are_many(reading, group) || (query.types != 0 && is_told_apart(reading, group))) return;
    // `the parties`, `the rivals`: any two bodies may be such
    const bool any_bodies = query.types == type_bit(symbols::org) && !query.business;
    query.coordinated = (query.types == kPersons && !counted) || any_bodies;
    if (query.types != 0) pair(reading, query, taken, out);
    else if (counted) {
      // `the two`: two persons; bodies, and `the two sides`, only where they were told together.
      const bool others = may_be_others(reading, g.first);
      for (std::uint32_t types : {kPersons, kBodies}) {
        query.types = types;
        if (types == kPersons && others) continue;
        query.coordinated = types == kBodies || reading.lemma_is(group, Word::party);
        if (out.empty()) pair(reading, query, taken, out);
      }
    }
    if (counted && out.empty()) names_ahead(reading, group, any, query.count, out);
    return;
  }
  if (plural) return;
  if (g.has(Group::kRole) || (reading.is(group, Word::head_of_state) && !reading.nation_of(group).empty())) {
    if (holder(reading, group, out)) return;
    // `the prime minister` may be who is named right before; `the guard`, `the lawyer` is more often somebody else.
    const bool public_role = reading.lemma_is(group, Word::office) || reading.lemma_is(group, Word::elected) || reading.lemma_is(group, Word::description_person);
    if (!public_role) return;
    query.types = kPersons;
  }
  if (query.types == 0) return;
  // `A said the president may …`: somebody else than A.
  Parties others = taken;
  speaker(reading, group, query.types, others);
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
