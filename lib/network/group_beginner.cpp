// The groups that the entities of documents begin as: those of one type and key.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "network/body_realms.h"
#include "network/entity_groups.h"
#include "network/name_key.h"
#include "network/national_bodies.h"
#include "network/places_of_one_name.h"
#include "network/reprints.h"

namespace liaison {
namespace {

/// Where entities that are called alike stand, by hashes of how they are called.
class CalledTable {
 public:
  static constexpr std::uint32_t kNone = 0xffffffff;
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t calling = kNone;      // kNone in a free slot
    std::uint32_t group = kNoGroup;     // none yet, or one for each of them
  };

  void prefetch(std::uint64_t hash) const {
    if (!slots_.empty()) __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]);
  }
  /// Mostly right, for what may be fetched ahead.
  bool is_new(std::uint64_t hash) const {
    return slots_.empty() || slots_[hash & (slots_.size() - 1)].calling == kNone;
  }
  /// The slot of a hash, or a free one, to be filled at once.
  Slot& find(std::uint64_t hash) {
    if (slots_.size() < 2 * (count_ + 1)) grow();
    Slot& slot = place(hash);
    if (slot.calling == kNone) ++count_;
    slot.hash = hash;
    return slot;
  }

 private:
  Slot& place(std::uint64_t hash) {
    std::size_t at = hash & (slots_.size() - 1);
    while (slots_[at].calling != kNone && slots_[at].hash != hash) at = (at + 1) & (slots_.size() - 1);
    return slots_[at];
  }
  void grow() {
    std::vector<Slot> old(slots_.empty() ? 1024 : 2 * slots_.size());
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.calling != kNone) place(slot.hash) = slot;
    }
  }

  std::vector<Slot> slots_;
  std::size_t count_ = 0;
};

/// The members of all documents, and the groups that they begin as.
class Beginner {
 public:
  Beginner(const std::vector<Digested>& documents, const Digests& digests, const Corrections& corrections, const Pack& pack)
      : documents_(documents), digests_(digests), national_(NationalBodies::of(pack)), realms_(national_), places_(pack) {
    for (const Digested& document : documents) grouping_.documents.push_back(document.facts);
    for (const auto& pair : corrections.type) types_[name_key(pair.a)] = {&pair, false};
    for (const auto& pair : corrections.different) {
      for (const std::string& name : {pair.a, pair.b}) {
        if (name.find('#') != std::string::npos) apart_.insert(name);
      }
    }
  }

  Grouping begin() {
    const auto count = static_cast<std::uint32_t>(documents_.size());
    grouping_.original = find_originals(documents_, digests_);
    find_repeated();
    for (std::uint32_t document = 0; document < count; ++document) {
      constexpr std::uint32_t kAhead = 2;
      if (document + kAhead < count) {
        digests_.prefetch(documents_[document + kAhead].digest);
        __builtin_prefetch(&documents_[document + kAhead].facts->entities);
      }
      read(document);
    }
    grouping_.first_entity.push_back(static_cast<std::uint32_t>(grouping_.group_of.size()));
    grouping_.first_form.push_back(static_cast<std::uint32_t>(grouping_.other_forms.size()));
    grouping_.first_hold.push_back(static_cast<std::uint32_t>(grouping_.holds.size()));
    grouping_.first_event.push_back(static_cast<std::uint32_t>(grouping_.first_party.size()));
    grouping_.first_party.push_back(static_cast<std::uint32_t>(grouping_.parties.size()));
    fill_groups();
    for (const auto& [key, type] : types_) {
      if (!type.second) tell_idle(*type.first);
    }
    return std::move(grouping_);
  }

 private:
  /// A name, and the key under which it is compared.
  struct Key {
    std::uint32_t number = 0;
    bool is_single = false, is_empty = false;
    std::uint32_t first_group = kNoGroup;   // of the groups with it
  };

  /// What entities of one label and type, all of them or none known to the gazetteers, have in common.
  struct Calling {
    std::uint32_t name = 0, key = 0;
    std::uint16_t type = 0;
    bool is_single = false, is_empty = false, is_known = false;
    NationalBodies::Reading national;                     ///< of a body that each country has
    std::uint32_t state = CalledTable::kNone;             ///< of a place: the calling of the state of that name
  };

  void find_repeated() {
    is_repeated_.assign(documents_.size(), false);
    for (std::uint32_t i = 0; i < is_repeated_.size(); ++i) {
      const std::uint32_t original = grouping_.original[i];
      if (original != i) is_repeated_[i] = is_repeated_[original] = true;
    }
  }

  bool is_version_of_last(std::uint32_t document) const {
    return document > 0 && digests_[documents_[document].digest].id == digests_[documents_[document - 1].digest].id &&
           documents_[document].facts->id == documents_[document - 1].facts->id;
  }

  /// Names are looked up together, that one need not wait for the other.
  void read(std::uint32_t document) {
    const std::uint32_t digest = documents_[document].digest;
    grouping_.date.push_back(digests_[digest].date);
    grouping_.id_number.push_back(is_version_of_last(document) ? grouping_.id_number.back() : document);
    const auto first = static_cast<std::uint32_t>(grouping_.group_of.size());
    grouping_.first_entity.push_back(first);
    const std::span<const Digests::Entity> entities = digests_.entities(digest);
    for (const Digests::Entity& entity : entities) called_.prefetch(hash_of(entity));
    for (const Digests::Form& form : digests_.forms(digest)) grouping_.form_names.prefetch(form.hash);
    const DocumentFacts& facts = *documents_[document].facts;
    for (std::uint32_t place = 0; place < entities.size(); ++place) {
      if (called_.is_new(hash_of(entities[place]))) __builtin_prefetch(&facts.entities[place].name);
    }
    for (std::uint32_t place = 0; place < entities.size(); ++place) {
      grouping_.group_of.push_back(entities[place].is_named ? group(document, place, entities[place]) : kNoGroup);
      grouping_.goes_by_label.push_back(entities[place].goes_by_label);
    }
    grouping_.first_form.push_back(static_cast<std::uint32_t>(grouping_.other_forms.size()));
    add_forms(document, first);
    grouping_.first_hold.push_back(static_cast<std::uint32_t>(grouping_.holds.size()));
    const auto number = [&](std::uint32_t place) {
      const bool is_any = place != Digests::kNone && grouping_.group_of[first + place] != kNoGroup;
      return is_any ? first + place : kNoEntity;
    };
    for (const Digests::Hold& hold : digests_.holds(digest)) {
      grouping_.holds.push_back({number(hold.person), number(hold.body), hold.role, hold.when});
      mark_used(grouping_.holds.back().person);
      mark_used(grouping_.holds.back().body);
    }
    grouping_.first_event.push_back(static_cast<std::uint32_t>(grouping_.first_party.size()));
    for (std::uint32_t event = 0; event < digests_.events(digest); ++event) {
      grouping_.first_party.push_back(static_cast<std::uint32_t>(grouping_.parties.size()));
      for (const std::uint32_t place : digests_.parties(digest, event)) {
        if (number(place) == kNoEntity) continue;
        grouping_.parties.push_back(first + place);
        mark_used(first + place);
      }
    }
  }

  static std::uint64_t hash_of(const Digests::Entity& entity) {
    return entity.label + (2 * std::uint64_t{entity.type} + entity.is_known) * 0x9E3779B185EBCA87u;
  }

  void add_forms(std::uint32_t document, std::uint32_t first) {
    for (const Digests::Form& form : digests_.forms(documents_[document].digest)) {
      if (grouping_.group_of[first + form.entity] == kNoGroup) continue;
      const auto text = [&] { return std::string_view(documents_[document].facts->entities[form.entity].forms[form.form]); };
      grouping_.other_forms.push_back({first + form.entity, grouping_.form_names.add(form.hash, text)});
    }
  }

  /// The group of an entity, which is made where there is none yet; kNoGroup for a name without letters.
  std::uint32_t group(std::uint32_t document, std::uint32_t place, const Digests::Entity& entity) {
    CalledTable::Slot& slot = called_.find(hash_of(entity));
    const bool is_apart = is_kept_apart(document, place);
    if (slot.group != kNoGroup && !is_apart) return slot.group;
    if (slot.calling == CalledTable::kNone) {
      Calling calling = calling_of(documents_[document].facts->entities[place]);
      slot.calling = static_cast<std::uint32_t>(callings_.size());
      callings_.push_back(calling);
    }
    const Calling& calling = callings_[slot.calling];
    if (calling.is_empty) return kNoGroup;
    if (is_apart) return make_group(calling);
    if (calling.is_single) return single_group(document, place, calling);
    if (calling.national.body) return national_group(document, place, calling);
    if (calling.state != CalledTable::kNone) return is_state(document, place) ? state_group(calling) : group_of_key(calling);
    return slot.group = group_of_key(calling);
  }

  /// A body that each country has is one with those of that country; one of no country that is told stands alone.
  std::uint32_t national_group(std::uint32_t document, std::uint32_t place, const Calling& calling) {
    const std::string_view name = realms_.realm_of(*documents_[document].facts, place, calling.national);
    const auto found = std::find(grouping_.realms.begin(), grouping_.realms.end(), name);
    const auto realm = static_cast<std::uint16_t>(found - grouping_.realms.begin());
    if (found == grouping_.realms.end()) grouping_.realms.emplace_back(name);
    const std::uint32_t group = realm == 0 ? single_group(document, place, calling) : group_of_key(calling, realm);
    EntityGroup& one = grouping_.groups[group];
    one.tells_realm = (one.tells_realm || !one.is_national) && (calling.national.realm || name == calling.national.body->usual);
    one.is_national = true;
    return group;
  }

  std::uint32_t state_group(const Calling& calling) {
    const Calling& state = callings_[calling.state];
    const std::uint32_t group = group_of_key(state);
    grouping_.labels[group] = places_.state_of(grouping_.keys[calling.key]);
    return group;
  }

  /// True of a place in which people hold roles of states, and no others.
  bool is_state(std::uint32_t document, std::uint32_t place) const {
    bool is_any = false;
    for (const Digests::Hold& hold : digests_.holds(documents_[document].digest)) {
      if (hold.body != place) continue;
      if (!places_.is_of_states(digests_.roles()[hold.role])) return false;
      is_any = true;
    }
    return is_any;
  }

  bool is_kept_apart(std::uint32_t document, std::uint32_t place) const {
    const DocumentFacts& facts = *documents_[document].facts;
    return !apart_.empty() && apart_.count(entity_name(facts, facts.entities[place]));
  }

  Calling calling_of(const FactEntity& entity) {
    const std::string& label = entity.known_as.empty() ? entity.name : entity.known_as;
    name_key(label, text_);
    const std::uint32_t key = number_of_key(text_);
    Calling calling;
    calling.name = static_cast<std::uint32_t>(grouping_.names.size());
    calling.key = key;
    calling.type = type_of(entity, keys_[key]);
    calling.is_known = !entity.known_as.empty();
    calling.is_single = is_person_[calling.type] && !calling.is_known && keys_[key].is_single;
    calling.is_empty = keys_[key].is_empty;
    grouping_.names.push_back(label);
    const std::string_view type = grouping_.types[calling.type];
    if (type == "ORG") read_national(label, text_, calling);
    if (type == "GPE") add_state(calling);
    return calling;
  }

  void read_national(std::string_view label, std::string_view key, Calling& calling) {
    calling.national = national_.read(label, key);
    if (calling.national.body) calling.key = number_of_key(calling.national.body->key);
  }

  /// Adds the calling of the state that goes by the name of a place too.
  void add_state(Calling& calling) {
    const std::string_view state = places_.state_of(grouping_.keys[calling.key]);
    if (state.empty()) return;
    Calling other = calling;
    other.key = number_of_key(name_key(state));
    calling.state = static_cast<std::uint32_t>(callings_.size());
    callings_.push_back(other);
  }

  std::uint32_t number_of_key(std::string_view text) {
    const std::uint32_t key = grouping_.keys.add(text);
    if (key == keys_.size()) keys_.push_back({key, is_single(text), text.empty()});
    return key;
  }

  std::uint32_t make_group(const Calling& calling) {
    grouping_.groups.push_back(
        {calling.key, calling.name, calling.type, calling.is_single, calling.is_known, false, false, false, false, 0, {}});
    next_of_key_.push_back(kNoGroup);
    is_used_.push_back(false);
    return static_cast<std::uint32_t>(grouping_.groups.size() - 1);
  }

  /// Anybody of a single name is somebody of his own, but in a reprint.
  std::uint32_t single_group(std::uint32_t document, std::uint32_t place, const Calling& calling) {
    if (!is_repeated_[document]) return make_group(calling);
    const std::string& id = documents_[document].facts->entities[place].id;
    const auto next = static_cast<std::uint32_t>(grouping_.groups.size());
    const auto place_of_text = std::tuple(first_of_text(document), calling.key, id);
    const std::uint32_t group = single_groups_.try_emplace(place_of_text, next).first->second;
    if (group == next) return make_group(calling);
    note_spelling(group, calling);
    return group;
  }

  /// The group of a key and type.
  std::uint32_t group_of_key(const Calling& calling, std::uint16_t realm = 0) {
    Key& key = keys_[calling.key];
    std::uint32_t group = key.first_group;
    const auto fits = [&](const EntityGroup& one) { return one.type == calling.type && one.realm == realm; };
    while (group != kNoGroup && !fits(grouping_.groups[group])) group = next_of_key_[group];
    if (group == kNoGroup) {
      group = make_group(calling);
      next_of_key_[group] = key.first_group;
      key.first_group = group;
      grouping_.groups[group].realm = realm;
    }
    grouping_.groups[group].is_known |= calling.is_known;
    note_spelling(group, calling);
    return group;
  }

  void note_spelling(std::uint32_t group, const Calling& calling) {
    EntityGroup& one = grouping_.groups[group];
    one.has_spellings |= grouping_.names[one.name] != grouping_.names[calling.name];
  }

  std::uint16_t type_of(const FactEntity& entity, const Key& key) {
    std::string_view type = entity.type;
    if (!types_.empty()) {
      if (const auto found = types_.find(grouping_.keys[key.number]); found != types_.end()) {
        type = found->second.first->b;
        found->second.second = true;
      }
    }
    const auto at = std::find(grouping_.types.begin(), grouping_.types.end(), type);
    const auto number = static_cast<std::uint16_t>(at - grouping_.types.begin());
    if (at == grouping_.types.end()) {
      grouping_.types.emplace_back(type);
      is_person_.push_back(type == "PERSON");
    }
    return number;
  }

  /// The first document of the same text: who is meant in a reprint is who was meant before.
  std::uint32_t first_of_text(std::uint32_t document) const {
    const std::uint32_t original = grouping_.original[document];
    const bool same = grouping_.documents[original]->made.text == grouping_.documents[document]->made.text;
    return same ? original : document;
  }

  void mark_used(std::uint32_t entity) {
    if (entity != kNoEntity) is_used_[grouping_.group_of[entity]] = true;
  }

  /// Gives each group its part of the members.
  void fill_groups() {
    std::vector<std::uint32_t> at(grouping_.groups.size() + 1);
    for (const std::uint32_t group : grouping_.group_of) {
      if (group != kNoGroup) ++at[group + 1];
    }
    for (std::size_t i = 1; i < at.size(); ++i) at[i] += at[i - 1];
    grouping_.members.resize(at.back());
    for (std::size_t i = 0; i < grouping_.groups.size(); ++i) {
      grouping_.groups[i].members = std::span(grouping_.members).subspan(at[i], at[i + 1] - at[i]);
      grouping_.groups[i].is_used = is_used_[i];
    }
    for (std::uint32_t document = 0; document < grouping_.documents.size(); ++document) {
      const std::uint32_t first = grouping_.first_entity[document], end = grouping_.first_entity[document + 1];
      for (std::uint32_t entity = first; entity < end; ++entity) {
        const std::uint32_t group = grouping_.group_of[entity];
        if (group != kNoGroup) grouping_.members[at[group]++] = {document, entity - first};
      }
    }
  }

  void tell_idle(const Corrections::Line& line) {
    grouping_.idle.push_back({line.line, "type " + line.a + " | " + line.b, "nobody is called \"" + line.a + '"'});
  }

  const std::vector<Digested>& documents_;
  const Digests& digests_;
  Grouping grouping_;
  std::map<std::string, std::pair<const Corrections::Line*, bool>, std::less<>> types_;
  std::set<std::string> apart_;
  CalledTable called_;
  std::vector<Calling> callings_;
  std::vector<Key> keys_;                          // of each number
  std::vector<std::uint32_t> next_of_key_;         // of each group, the next of its key
  std::vector<bool> is_used_;                      // of each group
  std::string text_;
  const NationalBodies& national_;
  BodyRealms realms_;
  PlacesOfOneName places_;
  std::vector<bool> is_person_;                    // of each type
  std::vector<bool> is_repeated_;                  // of each document: it has copies or is one
  std::map<std::tuple<std::uint32_t, std::uint32_t, std::string>, std::uint32_t> single_groups_;
};

}  // namespace

Grouping begin_groups(const std::vector<Digested>& documents, const Digests& digests, const Corrections& corrections,
                      const Pack& pack) {
  return Beginner(documents, digests, corrections, pack).begin();
}

}  // namespace liaison
