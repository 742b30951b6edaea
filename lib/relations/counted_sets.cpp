// The part of the references that finds as many as are told of: `the two companies`, `the leaders`.
#include "relations/references.h"

#include <algorithm>

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

/// `A met B's lawyer, and the two …`, `the B aide A and …`: who is named only as whose somebody is.
bool tells_whose(const ClauseReading& reading, const Annotation& name) {
  constexpr std::uint32_t kLongestTitle = 4;
  const TextView& view = reading.view;
  const bool owns = name.last < view.tokens.size() && reading.grammar().is(view, name.last, Word::possessive_marker);
  const std::uint32_t first = name.last + owns;
  const auto end = std::min<std::size_t>(first + kLongestTitle, view.tokens.size());
  for (std::uint32_t t = first; t < end; ++t) {
    if (view.tokens[t].has(kIsPunctuation) || reading.grammar().is(view, t, Word::preposition)) return false;
    const Annotation* other = annotation_at(reading.annotations, t);
    if (other && other->type == symbols::role) return true;
    if (!owns || other) return false;
  }
  return false;
}

/// `The mayor praised A – also for his choice of B – and the two met`: a name between dashes that stand before a token.
bool is_inserted(const ClauseReading& reading, const Annotation& name, std::uint32_t token) {
  bool inside = false, within = false;
  for (const Group& g : reading.tree.groups) {
    if (g.first >= token) break;
    if (g.kind == Group::Kind::dash) {
      if (inside && within) return true;
      inside = !inside;
      within = false;
    } else within |= inside && g.first <= name.first && name.first < g.last;
  }
  return false;
}

/// True if the gazetteers know one of the parties by a name.
bool is_called(const ClauseReading& reading, const Parties& parties, std::string_view name) {
  return std::any_of(parties.begin(), parties.end(), [&](const Party& p) { return reading.document->is_called(p.entity, name); });
}

}  // namespace

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
  if (name.first > 0 && reading.grammar().is(reading.view, name.first - 1, Word::spokesman)) return true;
  const bool trails = name.last + 1 < view.tokens.size() && says(name.last) && is_mark(name.last + 1);
  for (std::uint32_t t = name.first; t-- > 0 && name.first - t <= kLongestTitle;) {
    if (is_mark(t)) return trails;
    for (const Hit& hit : view.hits_at(t))
      if (t + hit.length <= name.first && view.lexicon->entries()[hit.entry].word_class() == reading.grammar().id(Word::crediting))
        return true;
    if (says(t)) return t > 0 && is_mark(t - 1);
  }
  return false;
}

/// True if the sentence speaks of so many others that the two may be those: `It is unclear where the two will meet, A said
/// of B`; `a South Korean minister said the two countries …`.
bool References::tells_of_others(const ClauseReading& reading, const Query& query, const Parties& found) const {
  if (query.types == type_bit(symbols::gpe)) {
    for (const Group& g : reading.tree.groups) {
      if (g.nations[0] == Group::kNone || g.first >= query.token) continue;
      if (!is_called(reading, found, reading.nation_at(g.nations[0]))) return true;
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
  const std::uint32_t first = reading.sentences[reading.sentence - std::min(kReach, reading.sentence)].first;
  for (std::uint32_t t = first; t < query.token; ++t)
    if (const std::string_view country = reading.nation_at(t); !country.empty() && !is_called(reading, found, country)) return true;
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
  bool beside = false;  // somebody else than who is named is of the two
  auto look = [&](std::uint32_t sentence, const Query& wanted) {
    found.clear();
    names(reading, sentence, wanted, taken, found);
    constexpr std::size_t kMostCompared = 4;  // with the marks of the sentence
    if (wanted.types != kPersons || found.size() > kMostCompared) return;
    const std::size_t count = found.size();
    const auto named = [&](const Party& p) -> const Annotation& { return reading.annotations[p.annotation]; };
    std::erase_if(found, [&](const Party& p) { return is_inserted(reading, named(p), query.token); });
    if (count != query.count) return;
    std::erase_if(found, [&](const Party& p) { return tells_whose(reading, named(p)); });
    beside |= found.size() < count;
  };
  for (std::uint32_t back = 0; back <= 1 && back <= reading.sentence && !right(); ++back) look(reading.sentence - back, query);
  if (beside && !right()) return;
  // `A of Nokia met B of Intel, in the first talks between the two companies`
  if (!right() && (query.types & kPersons) == 0 && joint.size() == query.count) {
    found.clear();
    for (const Party& p : joint)
      for (const Hold* hold : reading.document->holds_of(p.entity))
        if (hold->org != EntityId::none && !holds_entity(found, hold->org) &&
            (type_bit(reading.entities[std::size_t(hold->org)].type) & query.types) != 0)
          found.push_back({hold->org, Annotation::kUnknown, Group::kNone, false});
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
  if (near.size() > query.count && !std::all_of(found.begin(), found.end(), [&](const Party& p) { return holds_entity(near, p.entity); }))
    return;
  const auto reports = [&](const Party& p) {
    return p.annotation != Annotation::kUnknown && only_reports(reading, reading.annotations[p.annotation]);
  };
  if (right() && found != joint && std::any_of(found.begin(), found.end(), reports)) return;
  if (right() && found != joint && !query.coordinated && query.types == type_bit(symbols::gpe) && tells_of_nation(reading, query, found))
    return;
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
    if (reading.view.tokens[t].has(kFirstCapital) || (t > g.first && !reading.grammar().is(reading.view, t, Word::determiner))) return true;
  const std::uint32_t of = reading.tree.child(group, Label::preposition);
  const std::uint32_t whole = of != Group::kNone && reading.is(of, Word::part_marker) ? reading.tree.child(of, Label::prepositional_object)
                                                                                      : Group::kNone;
  return whole != Group::kNone && reading.group(whole).name != Group::kNone;
}

/// `the two countries`, `both sides`: the two that the document goes on about, if it hardly tells of a third one.
void References::main_countries(const ClauseReading& reading, std::uint32_t group, const Query& query, const Parties& taken,
                                Parties& out) const {
  constexpr std::size_t kMuchLess = 3;
  const auto told = reading.document->told_countries();
  if (!reading.group(group).has(Group::kPair) || told.size() < 2 || told[1].times < 2) return;
  if (told[0].country == EntityId::none || told[1].country == EntityId::none || kMuchLess * told[1].times < told[0].times) return;
  if (told.size() > 2 && kMuchLess * told[2].times > told[1].times) return;
  Parties found;
  for (const auto& use : told.first(2)) {
    if (holds_entity(taken, use.country)) return;
    found.push_back({use.country, Annotation::kUnknown, Group::kNone, false});
  }
  const Query states{.token = query.token, .types = type_bit(symbols::gpe), .country = true};
  Parties others;
  for (std::uint32_t back = 0; back <= kReach && back <= reading.sentence; ++back)
    names(reading, reading.sentence - back, states, found, others);
  if (others.empty() && !tells_of_nation(reading, states, found)) out = std::move(found);
}

/// Several who are told by a noun: as many as it counts, or any two of its kind.
void References::several(const ClauseReading& reading, std::uint32_t group, Query query, const Parties& taken, Parties& out) const {
  const Group& g = reading.group(group);
  const bool counted = g.has(Group::kPair | Group::kTriple);
  const bool first_types = query.types != 0;
  const std::uint32_t any = query.types == 0 && counted ? kPersons | kBodies : query.types;
  if (are_many(reading, group) || (query.types != 0 && is_told_apart(reading, group))) return;
  // `the parties`, `the rivals`: any two bodies may be such
  const bool any_bodies = query.types == type_bit(symbols::org) && !query.business;
  query.coordinated = (query.types == kPersons && !counted) || any_bodies;
  if (counted && any_bodies && query.count == 2 && !may_be_others(reading, g.first)) {
    // `A said B had broken the truce between the two parties`
    Parties here;
    names(reading, reading.sentence, query, taken, here);
    const auto reports = [&](const Party& p) { return only_reports(reading, reading.annotations[p.annotation]); };
    if (here.size() == 2 && std::none_of(here.begin(), here.end(), reports)) out = std::move(here);
  }
  if (query.types != 0 && out.empty()) pair(reading, query, taken, out);
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
  const bool states = query.country || (!first_types && reading.lemma_is(group, Word::party));  // `both countries`, `both sides`
  if (counted && out.empty() && states) main_countries(reading, group, query, taken, out);
}

}  // namespace liaison
