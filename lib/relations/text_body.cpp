#include "relations/text_body.h"

#include <algorithm>

#include "lexicon/fold.h"
#include "lexicon/lexicon.h"
#include "relations/body_kinds.h"

namespace liaison {
namespace {

/// How many sentences back one may stand that a noun of its name points at: "the committee".
constexpr std::uint32_t kCalledReach = 10;

/// True if a word stands in a text.
bool has_word(std::string_view text, std::string_view word) {
  auto is_letter = [&](std::size_t at) { return at < text.size() && text[at] != ' ' && text[at] != '-'; };
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1))
    if ((at == 0 || !is_letter(at - 1)) && !is_letter(at + word.size())) return true;
  return false;
}

/// How an organisation is called by a noun: not at all, in a full name that is told elsewhere or in the lists, or here.
enum class CalledBy : std::uint8_t { no, full_name, name };

CalledBy called_by(const HoldReading& r, const Annotation& name, const Unit& noun) {
  for (std::uint32_t t = name.first; t < name.last; ++t)
    if (r.view.tokens[t].word == noun.word) return CalledBy::name;
  const Entity& body = r.entities[static_cast<std::size_t>(name.entity)];
  const std::string word = folded(r.view.surface(noun.first)), full = folded(body.name), known = folded(body.known_as);
  const std::string_view means = r.view.lexicon->attribute(noun.word, r.classes->owning_noun, symbols::means);
  auto has = [&](std::string_view by) { return !by.empty() && (has_word(full, by) || has_word(known, by)); };
  return has(word) || has(means) ? CalledBy::full_name : CalledBy::no;
}

}  // namespace

EntityId body_at_head(const HoldReading& r, Sentence sentence, std::uint32_t before, bool no_press) {
  constexpr std::uint32_t kFronted = 7;  // words: `Last week, Toyota …`
  for (const Annotation& name : annotations_in(r.annotations, sentence)) {
    if (name.entity == EntityId::none || name.last >= before) continue;
    if (no_press && kind_of(r, name.entity) == symbols::media) return EntityId::none;
    const std::uint32_t first = name.first - (name.first > sentence.first && r.view.classes(name.first - 1).has(r.classes->the));
    const bool begins = first == sentence.first || (first - sentence.first <= kFronted && r.view.classes(first - 1).has(r.classes->comma));
    const ClassSet& next = r.view.classes(name.last);
    const bool owns = next.has(r.classes->list.possessive) || next.has(r.classes->list.hyphen) || next.has(r.classes->list.join);
    return name.type == symbols::org && begins && !owns ? name.entity : EntityId::none;
  }
  return EntityId::none;
}

void MostNamed::add(const HoldReading& r, EntityId other) {
  const std::size_t named = r.entities[static_cast<std::size_t>(other)].mentions.size();
  second = std::max(second, std::min(times, named));
  if (named > times) times = named, entity = other;
}

EntityId main_body(const HoldReading& r) {
  constexpr std::size_t kOften = 3;
  MostNamed most;
  for (std::uint32_t e = 0; e < r.entities.size(); ++e)
    if (r.entities[e].type == symbols::org) most.add(r, EntityId{e});
  if (most.times < kOften || !most.stands_out() || is_of_state(r, most.entity)) return EntityId::none;
  const Symbol kind = kind_of(r, most.entity);
  return kind == symbols::media || kind == symbols::party ? EntityId::none : most.entity;
}

EntityId only_body(const HoldReading& r, Sentence sentence, std::uint32_t before, Symbol type, bool no_press) {
  MostNamed most;
  for (const Annotation& name : annotations_in(r.annotations, sentence)) {
    if (name.first >= before || name.type != type || name.entity == EntityId::none || name.entity == most.entity) continue;
    const bool speaks = name.last < before && r.view.classes(name.last).has(r.classes->say);
    if (speaks && no_press && kind_of(r, name.entity) == symbols::media) continue;
    if (speaks && name.first == sentence.first && type == symbols::org) return name.entity;
    most.add(r, name.entity);
  }
  const bool alone = most.second == 0, stands_out = type == symbols::org && most.stands_out();
  return alone || (stands_out && !is_of_state(r, most.entity)) ? most.entity : EntityId::none;
}

const Sentence& sentence_before(const HoldReading& r, Sentence sentence, std::uint32_t back) {
  return r.sentences[sentence_at(r.sentences, sentence.first) - back];
}

std::uint32_t reach_behind(const HoldReading& r, Sentence sentence, std::uint32_t most) {
  return std::min(sentence_at(r.sentences, sentence.first), most);
}

Naming nearest_naming(const HoldReading& r, std::uint32_t token, Sentence sentence, Symbol type, bool no_press) {
  // `The Times said …`, `…, said the Times`
  auto reports = [&](const Annotation& a, const Sentence& s) {
    if (!no_press || type != symbols::org || kind_of(r, a.entity) != symbols::media) return false;
    auto says = [&](std::uint32_t at) { return at < s.last && r.view.classes(at).has(r.classes->say); };
    const std::uint32_t first = a.first - (a.first > s.first && r.view.classes(a.first - 1).has(r.classes->the));
    return says(a.last) || (first > s.first && says(first - 1));
  };
  for (std::uint32_t back = 0; back <= reach_behind(r, sentence, kBodyReach); ++back) {
    const Sentence& s = sentence_before(r, sentence, back);
    std::uint32_t end = back > 0 ? s.last : token;
    std::span<const Annotation> names = annotations_in(r.annotations, s);
    bool any = std::any_of(names.begin(), names.end(), [&](const Annotation& a) {
      return a.type == type && a.entity != EntityId::none && a.first < end && !reports(a, s);
    });
    if (any) return {&s, end};
  }
  return {};
}

EntityId body_pointed_at(const HoldReading& r, std::uint32_t token, Sentence sentence, bool no_press) {
  const Naming near = nearest_naming(r, token, sentence, symbols::org, no_press);
  if (!near.sentence) return EntityId::none;
  const EntityId head = body_at_head(r, *near.sentence, near.end, no_press);
  return head != EntityId::none ? head : only_body(r, *near.sentence, near.end, symbols::org, no_press);
}

EntityId body_near(const HoldReading& r, std::uint32_t token, Sentence sentence, Symbol type) {
  constexpr bool kNoPress = true;
  const Naming near = nearest_naming(r, token, sentence, type, kNoPress);
  return near.sentence ? only_body(r, *near.sentence, near.end, type, kNoPress) : EntityId::none;
}

std::optional<std::string_view> country_of(const HoldReading& r, std::uint32_t token) {
  for (const Hit& hit : r.view.hits_at(token)) {
    const Entry& entry = r.view.lexicon->entries()[hit.entry];
    if (!entry.is_name && entry.word_class() == r.classes->nationality)
      return r.view.lexicon->attribute(entry, symbols::country);
  }
  std::string_view country = r.view.lexicon->attribute(r.view.tokens[token].word, r.classes->nationality, symbols::country);
  return country.empty() ? std::nullopt : std::optional(country);
}

EntityId place_called(const HoldReading& r, std::string_view name) {
  const auto at = name.empty() ? r.places.end() : r.places.find(name);
  return at == r.places.end() ? EntityId::none : at->second;
}

EntityId body_called(const HoldReading& r, const Unit& noun, Sentence sentence) {
  for (std::uint32_t back = 0; back <= reach_behind(r, sentence, kCalledReach); ++back) {
    EntityId found = EntityId::none;
    CalledBy best = CalledBy::no;
    bool several = false;
    for (const Annotation& name : annotations_in(r.annotations, sentence_before(r, sentence, back))) {
      if (name.type != symbols::org || name.entity == EntityId::none || name.first >= noun.first) continue;
      const CalledBy called = called_by(r, name, noun);
      if (called == CalledBy::no || called < best) continue;
      several = called == best && (several || name.entity != found);
      best = called, found = name.entity;
    }
    if (best != CalledBy::no) return several ? EntityId::none : found;
  }
  return EntityId::none;
}

EntityId country_near(const HoldReading& r, std::uint32_t token, Sentence sentence) {
  OnlyBody told;
  for (std::uint32_t back = 0; !told.any() && back <= reach_behind(r, sentence, kBodyReach); ++back) {
    const Sentence& s = sentence_before(r, sentence, back);
    const std::uint32_t end = back > 0 ? s.last : token;
    for (std::uint32_t t = s.first; t < end; ++t) told.add(place_called(r, country_of(r, t).value_or("")));
    for (const Annotation& name : annotations_in(r.annotations, s))
      if (name.first < end && name.type == symbols::gpe && name.entity != EntityId::none && kind_of(r, name.entity) == symbols::country)
        told.add(name.entity);
  }
  return told.get();
}

}  // namespace liaison
