#include "relations/parties.h"

#include <algorithm>

namespace liaison {
namespace {

constexpr std::uint32_t kNone = Group::kNone;
/// How many verbs may stand between an owned noun and the noun that a relative clause tells of.
constexpr int kLongestClimb = 4;

}  // namespace

void PartyFinder::add(std::uint32_t annotation, std::uint32_t group, Parties& out) const {
  const Annotation& name = r_.annotations[annotation];
  if (name.entity == EntityId::none) return;
  Party party{name.entity, annotation, group, true};
  if (std::find(out.begin(), out.end(), party) == out.end()) out.push_back(party);
}

void PartyFinder::collect(std::uint32_t noun, const Parties& taken, Parties& out) const {
  if (noun == kNone || !r_.tree.is_noun(noun)) return;
  collect_one(noun, taken, out);
  for (std::uint32_t c = r_.tree.nodes[noun].first_child; c != kNone; c = r_.tree.nodes[c].next_sibling) {
    if (!r_.tree.is_noun(c)) continue;
    const Group& before = r_.group(c > 0 ? c - 1 : c);
    const bool left_out = before.kind == Group::Kind::adverb && before.has(Group::kNegated);  // `A, not B, met C`
    if (r_.tree.label(c) == Label::conjunct && !left_out && !repeats_event(noun, c)) collect_one(c, taken, out);
    else if (goes_on(noun, c)) collect(c, taken, out);
  }
}

/// `Flynn's talks with A and those of B`: what stands beside a name is the event once more, and tells of no other side of this one.
bool PartyFinder::repeats_event(std::uint32_t noun, std::uint32_t next) const {
  const Group& g = r_.group(next);
  const bool one = r_.group(noun).name != kNone || is_people(noun);
  return one && g.last - g.first == 1 && g.has(Group::kDefinite) && r_.grammar().is(g.classes, Word::determiner);
}

/// `with A, B, which is new, and C`: one body behind another one is none that explains it but the next of a list.
bool PartyFinder::goes_on(std::uint32_t noun, std::uint32_t next) const {
  const auto body = [&](std::uint32_t at) { return r_.group(at).name != kNone && r_.annotations[r_.group(at).name].type == symbols::org; };
  return r_.tree.label(next) == Label::apposition && body(noun) && body(next) && r_.group(next - 1).kind == Group::Kind::comma &&
         !r_.grammar().is(r_.group(next - 1).classes, Word::opening_bracket);
}

bool PartyFinder::is_party_noun(std::uint32_t noun) const {
  const Group& g = r_.group(noun);
  if (g.has(Group::kRole) && !g.has(Group::kPlural))
    // One unnamed person stands for a body only as its head or envoy.
    return !g.has(Group::kIndefinite) && r_.lemma_is(noun, Word::office);
  // `a Toyota executive`
  const bool one = g.has(Group::kIndefinite) && !g.has(Group::kPlural);
  if (one && r_.lemma_is(noun, Word::private_party) && r_.lemma_is(noun, Word::description_person)) return false;
  // `the first to meet a Russian leader`
  if (one && r_.is(noun, Word::head_of_state)) return false;
  return r_.lemma_is(noun, Word::party) || g.has(Group::kRole);
}

/// True for a people told of as one party: `the Chinese`, `between Israelis and Egyptians`.
bool PartyFinder::is_people(std::uint32_t noun) const {
  const Group& g = r_.group(noun);
  if (g.nations[0] == Group::kNone || g.has(Group::kIndefinite | Group::kRole)) return false;
  if (g.has(Group::kBare)) return g.has(Group::kDefinite) && g.last - g.first == 2;
  if (!r_.is(noun, Word::body)) return false;
  if (g.has(Group::kDefinite)) return g.last - g.first == 2;
  auto is_other = [&](std::uint32_t at) { return at != kNone && r_.tree.is_noun(at) && r_.is(at, Word::body); };
  bool listed = r_.tree.label(noun) == Label::conjunct && is_other(r_.tree.parent(noun));
  return g.last - g.first == 1 && (listed || is_other(r_.tree.child(noun, Label::conjunct)));
}

/// What a noun itself stands for.
void PartyFinder::collect_one(std::uint32_t noun, const Parties& taken, Parties& out) const {
  const Group& g = r_.group(noun);
  if (g.has(Group::kNegated) && g.name == kNone) return;
  if (g.name != kNone) {
    if (!opens_faction(noun)) add(g.name, noun, out);
    return;
  }
  if (collect_members(noun, taken, out)) return;
  std::size_t before = out.size();
  if (g.has(Group::kDefinite) && g.has(Group::kPlural | Group::kPair) && g.name_count == 0 && g.nations[0] == Group::kNone) {
    // `the two lawmakers`: those who were named, before their body.
    references_.resolve(r_, noun, taken, out);
    if (out.size() > before) return;
  }
  if (is_people(noun)) return add_nation(g.nations[0], noun, out);
  if (g.has(Group::kPronoun) || g.has(Group::kBare)) {
    std::uint32_t of = r_.tree.child(noun, Label::preposition);
    if (of != kNone && r_.is(of, Word::part_marker)) collect(r_.tree.child(of, Label::prepositional_object), taken, out);
  } else if (is_party_noun(noun)) {
    // `the Russian leader`: who is told to be it, before his country.
    const bool leader = r_.is(noun, Word::head_of_state) && g.has(Group::kDefinite) && !g.has(Group::kPlural) &&
                        !r_.nation_of(noun).empty();
    if (leader) references_.resolve(r_, noun, taken, out);
    if (out.size() == before) collect_bodies(noun, out);
    // `Nokia, whose officials met A`
    if (out.size() == before && noun > 0 && r_.is(noun - 1, Word::relative_owner)) {
      collect_owner(noun, taken, out);
      std::erase_if(out, [&](const Party& p) { return !p.direct || r_.entities[std::size_t(p.entity)].type == symbols::person; });
    }
  }
  if (out.size() == before && !collect_named_before(noun, out)) return;
  if (const std::uint32_t subject = told_of(noun); out.size() == before && subject != kNone) return collect(subject, taken, out);
  if (out.size() == before && stands_for_antecedent(noun))
    return collect(r_.tree.list_head(r_.tree.parent(r_.tree.parent(noun))), taken, out);
  if (out.size() == before) references_.resolve(r_, noun, taken, out);
}

/// `the Teamsters union`, `the Hamas movement`: the body whose name stands before the noun that says what it is. False where that is a
/// chamber, of which the noun tells only some: `the Senate group`.
bool PartyFinder::collect_named_before(std::uint32_t noun, Parties& out) const {
  const Group& g = r_.group(noun);
  if (!g.has(Group::kDefinite) || g.has(Group::kOwned | Group::kPlural) || g.name_count != 1) return true;
  if (!r_.lemma_is(noun, Word::description_kind)) return true;
  const Annotation& name = r_.annotations[g.names[0]];
  if (name.type != symbols::org || name.last != g.head || name.first != g.first + 1) return true;
  if (r_.is_known_as(name.entity, symbols::parliament)) return false;
  add(g.names[0], noun, out);
  return true;
}

/// `A, B and C, who all signed it`: those whom a relative clause tells of, told once more as all of them.
bool PartyFinder::stands_for_antecedent(std::uint32_t noun) const {
  const Tree& tree = r_.tree;
  const std::uint32_t verb = tree.label(noun) == Label::subject ? tree.parent(noun) : kNone;
  if (verb == kNone || !r_.group(noun).has(Group::kBare) || tree.label(verb) != Label::relative || noun == 0) return false;
  return r_.group(noun).last - r_.group(noun).first == 1 && r_.group(noun - 1).kind == Group::Kind::relative &&
         tree.is_noun(tree.parent(verb));
}

/// `A was among those who met B`, `A is the senator who met B`, `those who met B include A`: whom the noun of a relative clause
/// tells of; kNone if nobody.
std::uint32_t PartyFinder::told_of(std::uint32_t noun) const {
  const Tree& tree = r_.tree;
  if ((tree.child(noun, Label::relative) == kNone && tree.child(noun, Label::participle) == kNone) || r_.group(noun).has(Group::kNegated))
    return kNone;
  if (const std::uint32_t listed = r_.listed_of(noun); listed != kNone) return listed;
  if (tree.child(noun, Label::relative) == kNone) return kNone;
  std::uint32_t verb = tree.parent(noun);
  if (tree.label(noun) == Label::prepositional_object && r_.is(verb, Word::membership)) verb = tree.parent(verb);
  else if (tree.label(noun) != Label::complement) return kNone;
  if (verb == kNone || !tree.is_verb(verb) || !r_.group(verb).has(Group::kCopula) || r_.group(verb).has(Group::kNegated)) return kNone;
  const std::uint32_t subject = tree.subject_of(verb);
  return subject != kNone && subject != noun && r_.group(subject).name != kNone ? subject : kNone;
}

void PartyFinder::collect_named(std::uint32_t noun, Parties& out) const {
  const bool several = r_.group(noun).has(Group::kPlural);  // `the founder of Acme, A, and B`: A alone is one
  for (std::uint32_t c = r_.tree.nodes[noun].first_child; c != kNone; c = r_.tree.nodes[c].next_sibling) {
    Label label = r_.tree.label(c);
    const std::uint32_t first = label == Label::preposition ? list_at(noun, c) : kNone;
    const bool list = first != kNone;
    std::uint32_t named = list ? first : c;
    if ((list || label == Label::apposition || label == Label::member) && r_.tree.is_noun(named) && r_.group(named).name != kNone) {
      if (several || list) collect(named, {}, out);
      else collect_one(named, {}, out);
    }
  }
}

void PartyFinder::collect_speaker(std::uint32_t noun, Parties& out) const {
  if (noun == kNone || !r_.tree.is_noun(noun)) return;
  const Group& g = r_.group(noun);
  if (g.name == kNone && g.has(Group::kRole)) {
    collect_bodies(noun, out);
    for (std::uint32_t c = r_.tree.nodes[noun].first_child; c != kNone && out.empty(); c = r_.tree.nodes[c].next_sibling)
      if (r_.is_preposition(c, Word::infinitive_subject)) collect(r_.tree.child(c, Label::prepositional_object), {}, out);
  }
  if (out.empty()) collect(noun, {}, out);
}

/// Adds whom a verb below a noun tells to belong to it: `a delegation that included A`, `a delegation led by A`.
void PartyFinder::collect_told(std::uint32_t verb, const Parties& taken, Parties& out) const {
  const Tree& tree = r_.tree;
  if (!tree.is_verb(verb) || tree.child(verb, Label::subject) != kNone) return;
  if (r_.lemma_is(verb, Word::listing)) return collect(tree.child(verb, Label::object), taken, out);
  if (r_.lemma_is(verb, Word::leading)) collect(tree.agent_of(verb), taken, out);
}

/// Names in apposition: the person whose role stands before, or those whom a plural noun counts.
bool PartyFinder::collect_members(std::uint32_t noun, const Parties& taken, Parties& out) const {
  std::size_t before = out.size();
  for (std::uint32_t c = r_.tree.nodes[noun].first_child; c != kNone; c = r_.tree.nodes[c].next_sibling) {
    Label label = r_.tree.label(c);
    std::uint32_t named = c;
    const bool tells = label == Label::relative || label == Label::participle;
    const bool lists = r_.group(noun).has(Group::kPlural) && r_.lemma_is(c, Word::listing);
    const bool led = label == Label::participle && r_.lemma_is(c, Word::leading);  // `a group led by A`
    if (tells && (lists || led || r_.lemma_is(noun, Word::party))) collect_told(c, taken, out);
    if (label == Label::preposition && r_.is(c, Word::list_example) && !tells_of_people(noun) && !lists_bodies(c)) continue;
    if (const std::uint32_t first = label == Label::preposition ? list_at(noun, c) : kNone; first != kNone) named = first;
    else if (label == Label::relative && r_.group(noun).has(Group::kPlural)) named = list_behind(c);
    else if (label != Label::apposition && label != Label::member) continue;
    if (named == kNone || !r_.tree.is_noun(named)) continue;
    if (r_.group(named).name == kNone) {
      if (named != c && r_.group(noun).has(Group::kPlural)) collect_conjuncts(named, out);
      continue;
    }
    const Symbol type = r_.annotations[r_.group(named).name].type;
    if (type == symbols::person || r_.group(noun).has(Group::kPlural) || (type == symbols::org && is_owned_body(noun)))
      collect(named, taken, out);
  }
  return out.size() > before;
}

/// The first of a list that a preposition below a noun opens, itself or behind its name: `allies such as A`, `allies of A such as
/// B`; kNone if it opens none.
std::uint32_t PartyFinder::list_at(std::uint32_t noun, std::uint32_t preposition) const {
  const std::uint32_t object = r_.tree.child(preposition, Label::prepositional_object);
  if (r_.is(preposition, Word::list_opener)) return object;
  if (object == kNone || !r_.group(noun).has(Group::kPlural) || r_.group(object).name == kNone) return kNone;
  for (std::uint32_t c = r_.tree.nodes[object].first_child; c != kNone; c = r_.tree.nodes[c].next_sibling)
    if (r_.tree.label(c) == Label::preposition && r_.is(c, Word::list_opener)) return r_.tree.child(c, Label::prepositional_object);
  return kNone;
}

/// `countries that have a treaty with A, including B`: the list behind a relative clause; kNone if there is none.
std::uint32_t PartyFinder::list_behind(std::uint32_t verb) const {
  for (std::uint32_t c = r_.tree.nodes[verb].first_child; c != kNone; c = r_.tree.nodes[c].next_sibling)
    if (r_.tree.label(c) == Label::preposition && r_.is(c, Word::list_opener) && r_.group(c - 1).kind == Group::Kind::comma)
      return r_.tree.child(c, Label::prepositional_object);
  return kNone;
}

/// True for a noun of people or bodies, so that what is like some of them is one of them: `firms like A`, but not `moves like A`.
bool PartyFinder::tells_of_people(std::uint32_t noun) const {
  return r_.group(noun).has(Group::kRole) || r_.lemma_is(noun, Word::party) || r_.lemma_is(noun, Word::description) ||
         r_.is(noun, Word::party);
}

/// True if several bodies are named as examples of those with whom something is done: `works with platforms like A and B`, but not
/// `saw films like A`.
bool PartyFinder::lists_bodies(std::uint32_t preposition) const {
  const std::uint32_t noun = r_.tree.parent(preposition), first = r_.tree.child(preposition, Label::prepositional_object);
  const std::uint32_t next = first == kNone ? kNone : r_.tree.child(first, Label::conjunct);
  const auto body = [&](std::uint32_t at) {
    return at != kNone && r_.group(at).name != kNone && r_.annotations[r_.group(at).name].type == symbols::org;
  };
  return body(first) && body(next) && r_.tree.label(noun) == Label::prepositional_object && r_.is(r_.tree.parent(noun), Word::joint_marker);
}

/// Those named behind the first of a list: `its partners, including 40 dealers and A`.
void PartyFinder::collect_conjuncts(std::uint32_t noun, Parties& out) const {
  for (std::uint32_t c = r_.tree.nodes[noun].first_child; c != kNone; c = r_.tree.nodes[c].next_sibling)
    if (r_.tree.label(c) == Label::conjunct && r_.tree.is_noun(c) && r_.group(c).name != kNone) add(r_.group(c).name, c, out);
}

/// `its main supplier, A`: a single body that is somebody's own.
bool PartyFinder::is_owned_body(std::uint32_t noun) const {
  const Group& g = r_.group(noun);
  return !g.has(Group::kRole | Group::kPlural | Group::kPronoun) && !r_.lemma_is(noun, Word::description_person) &&
         (g.has(Group::kOwned) || r_.tree.child(noun, Label::owner) != kNone);
}

/// The bodies and countries whose officials a noun tells of: `Samsung executives`, `Chinese officials`,
/// `the foreign ministers of Greece and Turkey`, `officials from India`.
void PartyFinder::collect_bodies(std::uint32_t noun, Parties& out) const {
  const Group& g = r_.group(noun);
  for (std::uint32_t t = g.first; t < g.head; ++t)
    if (r_.grammar().is(r_.view, t, Word::former)) return;  // `a former Treasury official`: his own man now
  Parties found;
  // `Peru's Chile ambassador`: to whom he is sent is not whose he is.
  const bool sent = r_.tree.child(noun, Label::owner) != kNone && r_.lemma_is(noun, Word::accredited);
  for (std::uint8_t i = 0; i < g.name_count && !sent; ++i) add(g.names[i], noun, found);
  const auto is_body = [&](std::uint32_t token) { return r_.grammar().is(r_.view, token, Word::body); };
  const bool some = g.has(Group::kIndefinite);  // `some lawmakers`: not all of them
  for (std::uint32_t nation : g.nations)
    if (nation != kNone && !(some && is_body(nation))) add_nation(nation, noun, found);
  for (std::uint32_t t = g.first; t <= g.head && !some; ++t)
    if (is_body(t))
      add_known(r_.view.lexicon->attribute(r_.view.tokens[t].word, r_.grammar().id(Word::body), r_.book->country_key()), noun, found);
  if (std::uint32_t owner = r_.tree.child(noun, Label::owner); owner != kNone) collect(owner, {}, found);
  else if (found.empty() && out.empty() && g.has(Group::kOwned)) references_.resolve_owner(r_, noun, {}, found);  // `its foreign minister`
  for (std::uint32_t c = r_.tree.nodes[noun].first_child; c != kNone && found.empty(); c = r_.tree.nodes[c].next_sibling)
    if (r_.tree.label(c) == Label::preposition &&
        (r_.is(c, Word::part_marker) || (r_.is(c, Word::source_marker) && !visits_there(noun, c))))
      collect(r_.tree.child(c, Label::prepositional_object), {}, found);
  // `the administration`: that of the one country that its word is used of
  const std::string_view own = r_.view.lexicon->attribute(g.word, r_.grammar().id(Word::party), r_.book->country_key());
  if (found.empty() && out.empty() && g.has(Group::kDefinite) && g.last - g.first == 2 && !own.empty()) add_known(own, noun, found);
  if (stands_for_no_state(noun))
    std::erase_if(found, [&](const Party& p) { return r_.entities[std::size_t(p.entity)].type == symbols::gpe; });
  leave_out_whole(noun, found);
  for (Party& party : found) {
    if (r_.entities[std::size_t(party.entity)].type == symbols::person) {
      // `Angela Merkel's government`, `Angela Merkel's ministers`, but not `Angela Merkel's lawyers`.
      const std::string_view country = r_.view.lexicon->attribute(g.word, r_.grammar().id(Word::party), r_.book->country_key());
      const bool state = !country.empty() || (g.has(Group::kRole) && r_.lemma_is(noun, Word::office));
      party.entity = state ? body_of(party.entity, symbols::gpe) : EntityId::none;
      party.annotation = Annotation::kUnknown;
      if (party.entity == EntityId::none)
        add_known(country, noun, out);
    }
    if (party.entity != EntityId::none && std::find(out.begin(), out.end(), party) == out.end()) out.push_back(party);
  }
  if (!g.has(Group::kPlural) && found.size() == 1 && !out.empty()) let_holder_stand(noun, out.back());
}

/// `the mayor of A`: who is told to hold that role there, if it is one.
void PartyFinder::let_holder_stand(std::uint32_t noun, Party& body) const {
  EntityId holder = EntityId::none;
  for (const Hold* hold : r_.document->holds_in(body.entity)) {
    if (hold->when != symbols::current || !References::holds_role(r_, *hold, noun)) continue;
    if (holder != EntityId::none && holder != hold->person) return;
    holder = hold->person;
  }
  if (holder != EntityId::none) body = {holder, Annotation::kUnknown, noun, false};
}

void PartyFinder::collect_owner(std::uint32_t noun, const Parties& taken, Parties& out) const {
  if (std::uint32_t owner = r_.tree.child(noun, Label::owner); owner != kNone) return collect(owner, taken, out);
  if (noun > 0 && r_.is(noun - 1, Word::relative_owner)) {
    // `A and B, whose merger …`
    std::uint32_t verb = r_.tree.governor(noun);
    for (int step = 0; step < kLongestClimb && verb != kNone && r_.tree.label(verb) != Label::relative; ++step) verb = r_.tree.parent(verb);
    if (verb != kNone && r_.tree.is_noun(r_.tree.parent(verb))) collect(r_.tree.list_head(r_.tree.parent(verb)), taken, out);
    return;
  }
  references_.resolve_owner(r_, noun, taken, out);
}

void PartyFinder::collect_compound(std::uint32_t noun, Parties& out) const {
  const Group& g = r_.group(noun);
  for (std::uint8_t i = 0; i < g.name_count; ++i) add(g.names[i], noun, out);
  for (std::uint32_t nation : g.nations)
    if (nation != kNone) add_nation(nation, noun, out);
}

}  // namespace liaison
