// The part of the frame matcher that finds who stands in no clause of a noun: who speaks, the country that the text is about, the host.
#include <algorithm>

#include "relations/frames.h"

namespace liaison {
namespace {

constexpr std::uint32_t kNone = Group::kNone;
/// How far behind a noun the place of an event may be told, in groups.
constexpr std::uint32_t kPlaceReach = 12;

}  // namespace

/// Who says what the group stands in.
std::uint32_t FrameMatcher::speaker_of(std::uint32_t at) const {
  const Tree& tree = r_->tree;
  for (int step = 0; at != kNone && step < 16; ++step) {
    std::uint32_t up = tree.parent(at);
    if (up == kNone) return kNone;
    if (tree.label(at) == Label::content && tree.is_verb(up)) return tree.subject_of(up);
    if (tree.label(at) == Label::relative || tree.label(at) == Label::adverbial) return kNone;
    at = up;
  }
  return kNone;
}

/// `A said the president's talks with B went well`, `“She told him of a meeting with B,” A said`: between who speaks and the
/// noun somebody else acts, or owns it.
bool FrameMatcher::told_of_another(std::uint32_t at) const {
  const Tree& tree = r_->tree;
  if (r_->group(at).has(Group::kOwned) && !r_->grammar().is(r_->view, r_->group(at).owner_token, Word::own_speaker)) return true;
  // `“The president, in talks with B, agreed,” A said`: of whom the quotation tells before
  for (std::uint32_t i = at; i-- > 0 && tree.nodes[at].quoted && tree.nodes[i].quoted;)
    if (is_someone(i)) return true;
  for (int step = 0; at != kNone && step < 16; ++step) {
    if (tree.is_noun(at) && tree.child(at, Label::owner) != kNone) return true;
    if (tree.is_verb(at)) {
      const std::uint32_t subject = tree.child(at, Label::subject);
      const bool told = subject != kNone && r_->tree.nodes[subject].quoted && r_->is_one_person(subject);
      if (told || (subject != kNone && is_someone(subject))) return true;
    }
    if (tree.label(at) == Label::content) return false;
    at = tree.parent(at);
  }
  return false;
}

/// Those who stand in no clause of the noun: who speaks, the country that the text is about, the host.
void FrameMatcher::fill_from_afar(const Trigger& trigger, std::uint32_t at) {
  if (side_count() >= 2 || now_.filled.empty()) return;
  const Symbol first = own_slot(trigger)->place;
  const bool first_told = std::any_of(now_.filled.begin(), now_.filled.end(), [](const Filled& f) { return f.side == 0; });
  // `talks with the lawyer have failed, A said`: who has to be found himself is no ground to find another by.
  const bool named = std::none_of(now_.filled.begin(), now_.filled.end(), [](const Filled& f) {
    return !f.party.direct && f.party.annotation != Annotation::kUnknown;
  });
  if (!first_told && !controlled_ && named && !told_of_another(at)) add_speaker(trigger, first, speaker_of(at));
  if (!first_told && side_count() < 2) add_home(trigger, first);
  if (first_told && !unnamed_) add_host(trigger, at);
  if (first_told && !unnamed_) add_destination(trigger, at);
}

/// `arrived in Japan for a state visit`: the country where one goes for it is the host.
void FrameMatcher::add_destination(const Trigger& trigger, std::uint32_t at) {
  const Tree& tree = r_->tree;
  const auto slots = r_->book->slots(trigger);
  const auto host = std::find_if(slots.begin(), slots.end(), [](const Slot& s) {
    return (s.flags & Slot::kHost) != 0 && s.side > 0 && (s.types & type_bit(symbols::gpe)) != 0;
  });
  const std::uint32_t up = tree.parent(tree.list_head(at)), verb = up == kNone ? kNone : tree.parent(up);
  if (host == slots.end() || side_count() >= 2 || verb == kNone || !tree.is_verb(verb) || !adjunct(now_.kind, up)) return;
  const PartyFinder finder(*r_, *references_);
  for (std::uint32_t c = tree.nodes[verb].first_child; c != kNone; c = tree.nodes[c].next_sibling) {
    if (!r_->is_preposition(c, Word::inside) && !r_->is_preposition(c, Word::toward)) continue;
    const std::uint32_t place = tree.child(c, Label::prepositional_object), name = place == kNone ? kNone : r_->group(place).name;
    if (name == kNone || r_->annotations[name].entity == EntityId::none || !finder.is_country(r_->annotations[name].entity)) continue;
    return add_at(trigger, host->place, place);
  }
}

/// `A Chinese delegation resumes talks in Washington`: beside one country the one in whose capital they talk.
void FrameMatcher::add_host(const Trigger& trigger, std::uint32_t at) {
  PartyFinder finder(*r_, *references_);
  if (now_.kind != symbols::meeting || now_.filled.size() != 1 || !finder.is_country(now_.filled[0].party.entity)) return;
  const auto last = std::min<std::uint32_t>(static_cast<std::uint32_t>(r_->tree.groups.size()), at + kPlaceReach);
  for (std::uint32_t i = at + 1; i < last; ++i) {
    if (!r_->is_preposition(i, Word::inside) || !reaches(i, at, r_->group(i).word)) continue;
    const std::uint32_t place = r_->tree.child(i, Label::prepositional_object);
    if (place == kNone || !r_->tree.is_noun(place) || r_->group(place).name == kNone) continue;
    const EntityId city = r_->annotations[r_->group(place).name].entity;
    if (city == EntityId::none || finder.country_of(city) == city) continue;
    add_at(trigger, first_place(trigger, true), place);
    return;
  }
}

/// `the deal with Iran`: the country that the text is about takes the untold side beside one that is named, where the
/// sentence tells of no third one.
void FrameMatcher::add_home(const Trigger& trigger, Symbol place) {
  if (now_.kind == symbols::contact || r_->group(source_).has(Group::kOwned)) return;
  if (now_.filled.size() > 1 && now_.kind != symbols::cooperation) return;
  PartyFinder finder(*r_, *references_);
  for (const Filled& f : now_.filled) {
    const bool named = f.party.group != kNone && r_->group(f.party.group).name == f.party.annotation;
    if (f.place != symbols::with || !named || !finder.is_country(f.party.entity)) return;
  }
  const Parties others = told();
  EntityId home = finder.home_beside(others);
  // `the deal with Iran that Obama made`, `the White House said`: of leaders and bodies of state that are
  // named, whose country it is, but of those who only speak of it.
  bool led = false;
  const std::uint32_t speaker = speaker_of(now_.group), speaks = speaker == kNone ? kNone : r_->group(speaker).name;
  for (const Annotation& name : annotations_in(r_->annotations, r_->sentences[r_->sentence])) {
    if (name.entity == EntityId::none || !finder.has_state(name.entity)) continue;
    const EntityId state = finder.state_of(name.entity);
    if (holds_entity(others, state)) continue;
    if (speaks != kNone && r_->annotations[speaks].entity == name.entity) {
      if (state != EntityId::none && state != home) return;  // `A said the raids were in coordination with B`
      continue;
    }
    if (led && state != home) return;
    led = true;
    home = state;
  }
  if (home == EntityId::none || status_of(*r_, source_, now_.kind) == symbols::possible) return;
  for (const Group& g : r_->tree.groups) {
    if (g.kind != Group::Kind::noun) continue;
    bool third = g.nations[0] != Group::kNone;
    if (g.name != kNone && r_->annotations[g.name].type == symbols::gpe) {
      EntityId country = finder.country_of(r_->annotations[g.name].entity);
      third |= country != home && !holds_entity(others, country);
    }
    if (third) return;
  }
  add_to(trigger, place, {Party{home, Annotation::kUnknown, kNone, true}});
}

/// Who speaks takes the untold side: beside a body, a person who speaks does so for his own.
void FrameMatcher::add_speaker(const Trigger& trigger, Symbol place, std::uint32_t noun) {
  PartyFinder finder(*r_, *references_);
  Parties found;
  finder.collect_speaker(noun, found);
  bool persons = std::any_of(now_.filled.begin(), now_.filled.end(), [&](const Filled& f) {
    return r_->entities[std::size_t(f.party.entity)].type == symbols::person;
  });
  const bool country = std::any_of(now_.filled.begin(), now_.filled.end(),
                                   [&](const Filled& f) { return finder.is_country(f.party.entity); });
  // Of deals with a country those speak who make them, and others.
  std::erase_if(found, [&](const Party& party) {
    return country && r_->entities[std::size_t(party.entity)].type == symbols::person && !finder.holds_office(party.entity);
  });
  const auto person = [&](const Party& party) { return r_->entities[std::size_t(party.entity)].type == symbols::person; };
  for (Party& party : found)
    if (const EntityId body = finder.body_of(party.entity, symbols::org); !persons && person(party) && body != EntityId::none)
      party = {body, Annotation::kUnknown, noun, false};
  // `The premier warned that a deal with A would fail`: whoever leads a country speaks of much that others do.
  std::erase_if(found, [&](const Party& party) {
    const EntityId state = !persons && person(party) ? finder.body_of(party.entity, symbols::gpe) : EntityId::none;
    return state != EntityId::none && finder.is_country(state);
  });
  add_to(trigger, place, found);
}

}  // namespace liaison
