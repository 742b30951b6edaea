#include "relations/handed_offices.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "lexicon/lexicon.h"
#include "relations/body_kinds.h"
#include "relations/known_entity.h"
#include "relations/text_body.h"

namespace liaison {
namespace {

/// How many words may describe the noun ("temporary"), and how many the titles before the name behind it may have.
constexpr std::uint32_t kDescribed = 3, kTitle = 6;
/// No hold.
constexpr std::size_t kNone = static_cast<std::size_t>(-1);

/// A noun that tells somebody by another's office.
struct Telling {
  std::uint32_t noun;                             ///< its first token
  std::uint32_t noun_end;                         ///< behind its last one: "opposite number"
  std::uint32_t owner = Annotation::kUnknown;     ///< the mention whose office it is
  std::uint32_t other = Annotation::kUnknown;     ///< of whom it tells
  EntityId body = EntityId::none;                 ///< of a counterpart
  EntityId at = EntityId::none;                   ///< where the office is that was handed on: "her predecessor at HSBC"
  bool elsewhere = false;                         ///< a body or country of the counterpart is told
  Sentence sentence;
};

class HandedOffices {
 public:
  HandedOffices(const HoldReading& reading, std::vector<FoundHold>& found) : r_(reading), found_(found) {}

  void run() {
    for (const Sentence& sentence : r_.sentences)
      for (std::uint32_t t = sentence.first; t < sentence.last; ++t)
        if (const std::uint32_t end = noun_end(t); end > t && !annotation_at(r_.annotations, t)) read(t, end, sentence);
    if (found_.size() == told_) return;
    std::stable_sort(found_.begin(), found_.end(), [](const FoundHold& a, const FoundHold& b) {
      return std::pair(a.role_first, a.person) < std::pair(b.role_first, b.person);
    });
  }

 private:
  bool is(std::uint32_t token, ClassId id) const { return r_.view.classes(token).has(id); }
  /// Behind the noun or phrase that begins at a token; the token itself where none does.
  std::uint32_t noun_end(std::uint32_t t) const {
    const HoldClasses& c = *r_.classes;
    const ClassSet& word = r_.view.classes(t);
    if (word.has(c.predecessor) || word.has(c.successor) || word.has(c.counterpart)) return t + 1;
    return r_.phrase_end(t, c.counterpart);
  }
  bool is_counterpart(const Telling& telling) const {
    return !is(telling.noun, r_.classes->predecessor) && !is(telling.noun, r_.classes->successor);
  }

  /// Finds whose office it is, before the noun, and where that phrase begins; false where nobody is told.
  bool read_owner(Telling& telling, std::uint32_t& begin) const {
    const HoldClasses& c = *r_.classes;
    std::uint32_t at = telling.noun;
    for (std::uint32_t step = 0; step < kDescribed && at > telling.sentence.first + 1; ++step) {
      const Annotation* name = annotation_at(r_.annotations, at - 1);
      if (name && (name->type == symbols::org || name->type == symbols::gpe)) {
        telling.body = name->entity, telling.elsewhere = true, at = name->first;
        continue;
      }
      if (name || is(at - 1, c.list.possessive) || is(at - 1, c.possessive)) break;
      if (is(at - 1, c.not_done)) return false;  // `his possible successor`
      const bool phrase = at > telling.sentence.first + 2 && is_people(at - 2, 2);  // `South Korean`
      if (phrase || is_people(at - 1, 1)) {
        at -= phrase ? 2 : 1;
        telling.elsewhere = true, telling.body = body_of_people(at);
        continue;
      }
      if (!is(at - 1, c.adjective) && !is(at - 1, c.filler) && !is(at - 1, c.party_member) && !is(at - 1, c.participle)) return false;
      --at;
    }
    if (at <= telling.sentence.first) return false;
    begin = at - 1;
    if (is(begin, c.possessive)) {
      const BearerText text{r_.view, r_.sentences, r_.annotations, r_.entities};
      telling.owner = bearer_of(text, c.gender, begin);
    } else if (is(begin, c.list.possessive) && begin > telling.sentence.first) {
      const Annotation* name = annotation_at(r_.annotations, begin - 1);
      if (!name || name->type != symbols::person) return false;
      telling.owner = number_of(*name), begin = name->first;
    }
    return telling.owner != Annotation::kUnknown;
  }

  /// The entry of a country's adjective that begins at a token and has so many of them; null where there is none.
  const Entry* people_at(std::uint32_t token, std::uint32_t length) const {
    for (const Hit& hit : r_.view.hits_at(token)) {
      const Entry& entry = r_.view.lexicon->entries()[hit.entry];
      if (hit.length == length && !entry.is_name && entry.word_class() == r_.classes->nationality) return &entry;
    }
    return nullptr;
  }
  bool is_people(std::uint32_t token, std::uint32_t length) const {
    return is_whole(r_, token, token + length, r_.classes->nationality);
  }

  /// The country of the adjective that begins at a token, if the document names it.
  EntityId body_of_people(std::uint32_t token) const {
    const Lexicon& lexicon = *r_.view.lexicon;
    const Entry* phrase = people_at(token, 2);
    return place_called(r_, phrase ? lexicon.attribute(*phrase, symbols::country)
                                   : lexicon.attribute(r_.view.tokens[token].word, r_.classes->nationality, symbols::country));
  }

  /// The country of the document whose capital a place is, the first of several; the place itself where it is none.
  EntityId country_of_capital(EntityId place) {
    if (place == EntityId::none) return place;
    if (capitals_.empty())
      for (std::uint32_t e = 0; e < r_.entities.size(); ++e)
        if (r_.entities[e].type == symbols::gpe)
          capitals_.try_emplace(known_attribute(*r_.view.lexicon, r_.annotations, r_.entities[e], symbols::capital), EntityId{e});
    const Entity& city = r_.entities[static_cast<std::size_t>(place)];
    for (const std::string_view name : {std::string_view(city.name), std::string_view(city.known_as)})
      if (const auto country = capitals_.find(name); !name.empty() && country != capitals_.end()) return country->second;
    return place;
  }

  /// Reads where he has the office, behind the noun: "his opposite number in Berne", "her predecessor at the bank"; returns
  /// where that ends.
  std::uint32_t read_place(Telling& telling) {
    const HoldClasses& c = *r_.classes;
    const std::uint32_t at = telling.noun_end, end = telling.sentence.last;
    if (at + 2 >= end || !is(at, c.preposition)) return at;
    const std::uint32_t next = at + 1 + is(at + 1, c.the);
    const Annotation* name = annotation_at(r_.annotations, next);
    const bool body = name && (name->type == symbols::gpe || name->type == symbols::org);
    if (!body) {
      const bool described = !name && next == at + 2 && is(next, c.owning_noun) && next + 1 < end && is(next + 1, c.comma);
      return described ? next + 1 : at;
    }
    if (is_counterpart(telling)) {
      telling.elsewhere = true;
      telling.body = name->type == symbols::gpe ? country_of_capital(name->entity) : name->entity;
    } else {
      telling.at = name->entity;
    }
    return name->last;
  }

  std::uint32_t number_of(const Annotation& name) const { return static_cast<std::uint32_t>(&name - r_.annotations.data()); }

  /// Finds of whom it tells: named behind the noun, at most titles between, or before the phrase, in apposition.
  void read_other(Telling& telling, std::uint32_t begin) {
    const HoldClasses& c = *r_.classes;
    const std::uint32_t end = telling.sentence.last, next = read_place(telling);
    std::uint32_t at = next;
    at += at < end && is(at, c.comma);
    // `his successor is to be Ann Lee`
    while (at < end && at < next + kDescribed && (is(at, c.auxiliary) || is(at, c.infinitive))) ++at;
    for (std::uint32_t step = 0; step < kTitle && at < end; ++step) {
      const Annotation* name = annotation_at(r_.annotations, at);
      if (name && name->type == symbols::person) return void(telling.other = number_of(*name));
      const bool title = name && (name->type == symbols::role || name->type == symbols::org || name->type == symbols::gpe);
      const bool word = !name && (is(at, c.list.honorific) || is(at, c.adjective) || is(at, c.former) || is(at, c.filler) ||
                                  is(at, c.dead) || is(at, c.party_member) || is(at, c.nationality) || is(at, c.the));
      if (!title && !word) break;
      at = title ? name->last : at + 1;
    }
    if (begin < telling.sentence.first + 2 || !is(begin - 1, c.comma)) return;
    if (next < end && !r_.view.tokens[next].has(kIsPunctuation)) return;
    const Annotation* name = annotation_at(r_.annotations, begin - 2);
    if (name && name->type == symbols::person) telling.other = number_of(*name);
  }

  /// Sorts the holds of the document by their holders and bodies.
  void look_up_holds() {
    for (std::size_t f = 0; f < told_; ++f) {
      const EntityId holder = r_.annotations[found_[f].person].entity;
      held_.emplace(holder, role_key(r_, found_[f]));
      offices_[{holder, EntityId::none}].push_back(f);
      if (found_[f].org != EntityId::none) offices_[{holder, found_[f].org}].push_back(f);
    }
  }

  /// The one office of somebody, in the body if there is one, that the document tells, as an index; kNone where it tells none
  /// or several.
  std::size_t office_of(EntityId holder, EntityId body) {
    const auto [known, is_new] = office_of_.try_emplace({holder, body}, kNone);
    if (!is_new) return known->second;
    const HoldClasses& c = *r_.classes;
    std::size_t office = kNone;
    for (const std::size_t at : offices_[{holder, body}]) {
      const FoundHold& f = found_[at];
      if (!f.verb.empty() || f.past) continue;
      const ClassSet& what = r_.view.classes(f.role_last - 1);
      if (what.has(c.trade) || what.has(c.occupation) || what.has(c.client_role) || what.has(c.role_plural)) continue;
      // `Mueller's successor`: at which of his offices?
      if (office != kNone && role_key(r_, found_[office]) != role_key(r_, f)) return kNone;
      const bool better = office == kNone || (found_[office].when == symbols::former && f.when != symbols::former) ||
                          (found_[office].org == EntityId::none && f.org != EntityId::none);
      if (better) office = at;
    }
    return known->second = office;
  }

  /// When the other one holds it, as it is told when the first one does; none where it is not.
  Symbol time_of(const Telling& telling, Symbol held) const {
    if (is(telling.noun, r_.classes->predecessor)) return held == symbols::incoming ? symbols::current : symbols::former;
    if (is_counterpart(telling)) return held;
    if (held == symbols::incoming) return symbols::none;
    return held == symbols::former ? symbols::current : symbols::incoming;
  }

  void read(std::uint32_t noun, std::uint32_t end, Sentence sentence) {
    Telling telling{.noun = noun, .noun_end = end, .sentence = sentence};
    std::uint32_t begin = noun;
    if (!read_owner(telling, begin)) return;
    read_other(telling, begin);
    if (telling.other == Annotation::kUnknown) return;
    const EntityId owner = r_.annotations[telling.owner].entity, other = r_.annotations[telling.other].entity;
    if (owner == EntityId::none || other == EntityId::none || owner == other) return;
    const bool counterpart = is_counterpart(telling);
    if (counterpart != telling.elsewhere) return;
    if (offices_.empty()) look_up_holds();
    const std::size_t at = office_of(owner, telling.at);
    if (at == kNone) return;
    FoundHold handed = found_[at];
    const Symbol held_there = type_of(r_, handed.org), when = time_of(telling, handed.when);
    if (when == symbols::none) return;
    handed.person = telling.other, handed.when = when;
    handed.shared = handed.described = handed.foreign = false;
    if (counterpart) handed.org = telling.body;
    // No firm has what a state has: `Governor Ann Lee's colleague at Toyota`.
    if (counterpart && held_there == symbols::gpe && type_of(r_, handed.org) == symbols::org && !is_of_state(r_, handed.org)) return;
    if (!held_.emplace(other, role_key(r_, handed)).second) return;
    handed.told = {noun, end, sentence};
    found_.push_back(handed);
  }

  const HoldReading& r_;
  std::vector<FoundHold>& found_;
  std::map<std::string_view, EntityId> capitals_;         // of what country each is, made where it is asked for
  const std::size_t told_ = found_.size();                // those behind are handed on here
  std::set<std::pair<EntityId, std::string>> held_;       // the offices of each holder, with those handed on
  // Those of each holder, and of each in a body, as indices; looked up where the first one is asked for.
  std::map<std::pair<EntityId, EntityId>, std::vector<std::size_t>> offices_;
  std::map<std::pair<EntityId, EntityId>, std::size_t> office_of_;  // what `office_of` found
};

}  // namespace

void find_handed_offices(const HoldReading& reading, std::vector<FoundHold>& found) {
  if (!found.empty()) HandedOffices(reading, found).run();
}

}  // namespace liaison
