// The part of the references that finds candidates: whom a sentence names that fits by type and gender.
#include "relations/references.h"

#include <algorithm>

#include "resolution/address.h"

namespace liaison {
namespace {

/// True for a body of state, a parliament or a party that the gazetteers know.
bool is_public(const ClauseReading& reading, const Annotation& name) {
  if (name.known == Annotation::kUnknown) return false;
  const Symbol subtype = reading.view.lexicon->entities()[name.known].subtype;
  return subtype == symbols::government || subtype == symbols::parliament || subtype == symbols::party;
}

bool is_country(const ClauseReading& reading, const Annotation& name) {
  return name.known != Annotation::kUnknown && reading.book->is_country(reading.view.lexicon->entities()[name.known]);
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
  const bool article = name.first > 0 && reading.grammar().is(reading.view, name.first - 1, Word::article);
  const std::uint32_t before = name.first - article;
  // `urged A to …`
  const bool acts = name.last < reading.view.tokens.size() && reading.grammar().is(reading.view, name.last, Word::infinitive_marker);
  return before > 0 && !acts && reading.verb_is(before - 1, Word::addressee);
}

/// `Japan's Nokia said it`, `Nokia of Japan said it`: a country that only tells where a firm is from.
bool tells_origin(const ClauseReading& reading, const Annotation& name) {
  if (name.type != symbols::gpe) return false;
  const auto firm_at = [&](std::uint32_t token) {
    const Annotation* other = annotation_at(reading.annotations, token);
    return other && other->type == symbols::org && other->known != Annotation::kUnknown && !is_public(reading, *other);
  };
  const auto& tokens = reading.view.tokens;
  if (name.last + 1 < tokens.size() && reading.grammar().is(reading.view, name.last, Word::possessive_marker) && firm_at(name.last + 1))
    return true;
  return name.first > 1 && reading.grammar().is(reading.view, name.first - 1, Word::part_marker) && firm_at(name.first - 2);
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
  for (std::uint32_t t = s.first; t < s.last; ++t) {
    const ClassSet& classes = reading.view.classes(t);
    const Grammar& grammar = reading.grammar();
    if (!reading.view.tokens[t].has(kIsPunctuation | kIsSymbol) && !grammar.is(classes, Word::conjunction_and) &&
        !grammar.is(classes, Word::credit) && !annotation_at(reading.annotations, t)) return false;
  }
  return true;
}

/// `Photograph: Ann Lee`, `by Ann Lee`: who made it.
bool References::is_credited(const ClauseReading& reading, const Annotation& name) const {
  const auto credit = [&](std::uint32_t token) { return reading.grammar().is(reading.view, token, Word::credit); };
  return name.type == symbols::person && name.first > 1 && reading.view.tokens[name.first - 1].has(kIsPunctuation) &&
         credit(name.first - 2);
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
  const auto own = annotations_in(reading.annotations, s);
  if (own.empty() || is_byline(reading, sentence)) return;
  for (auto at = own.begin(); at != own.end() && at->first < query.token; ++at) {
    if (at->entity == EntityId::none || at->form != Form::name || (type_bit(at->type) & query.types) == 0) continue;
    if (is_credited(reading, *at) || is_home(reading, *at)) continue;
    if (holds_entity(out, at->entity) || holds_entity(taken, at->entity)) continue;
    if (query.thing && (stands_before_noun(reading, *at) || tells_origin(reading, *at))) continue;
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

}  // namespace liaison
