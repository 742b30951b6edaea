#include "network/entity_groups.h"

#include <algorithm>
#include <map>
#include <set>

#include "network/group_joiner.h"
#include "network/name_key.h"
#include "network/reprints.h"

namespace liaison {
namespace {

std::string place_of(const DocumentFacts& facts, const FactEntity& entity) { return facts.id + '#' + entity.id; }

/// The members of all documents, and the groups that they begin as.
class Beginner {
 public:
  Beginner(std::vector<const DocumentFacts*> documents, const Corrections& corrections) {
    grouping_.documents = std::move(documents);
    for (const auto& pair : corrections.type) types_[name_key(pair.a)] = {&pair, false};
    for (const auto& pair : corrections.different) {
      for (const std::string& name : {pair.a, pair.b}) {
        if (name.find('#') != std::string::npos) apart_.insert(name);
      }
    }
  }

  Grouping begin() {
    const auto count = static_cast<std::uint32_t>(grouping_.documents.size());
    grouping_.original = find_originals(grouping_.documents);
    find_repeated();
    for (std::uint32_t document = 0; document < count; ++document) read(document);
    grouping_.first_entity.push_back(static_cast<std::uint32_t>(grouping_.group_of.size()));
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

  struct Begun {
    std::uint32_t next = kNoGroup, members = 0;   // the next group of its key; how many
  };

  void find_repeated() {
    is_repeated_.assign(grouping_.documents.size(), false);
    for (std::uint32_t i = 0; i < is_repeated_.size(); ++i) {
      const std::uint32_t original = grouping_.original[i];
      if (original != i) is_repeated_[i] = is_repeated_[original] = true;
    }
  }

  /// Names are looked up together, that one need not wait for the other.
  void read(std::uint32_t document) {
    const DocumentFacts& facts = *grouping_.documents[document];
    const bool is_version = document > 0 && facts.id == grouping_.documents[document - 1]->id;
    grouping_.id_number.push_back(is_version ? grouping_.id_number.back() : document);
    const auto first = static_cast<std::uint32_t>(grouping_.group_of.size());
    grouping_.first_entity.push_back(first);
    hashes_.clear();
    for (const FactEntity& entity : facts.entities) {
      hashes_.push_back(KeyTable::hash(label_of(entity)));
      grouping_.names.prefetch(hashes_.back());
    }
    for (std::uint32_t place = 0; place < facts.entities.size(); ++place) {
      const FactEntity& entity = facts.entities[place];
      const bool is_named = !entity.forms.empty() || !entity.known_as.empty();
      grouping_.group_of.push_back(is_named ? group(document, entity, hashes_[place]) : kNoGroup);
    }
    for (std::uint32_t place = 0; place < facts.entities.size(); ++place) add_forms(facts.entities[place], first + place);
    grouping_.first_hold.push_back(static_cast<std::uint32_t>(grouping_.holds.size()));
    for (const FactHold& hold : facts.holds) {
      const std::uint32_t person = grouping_.number(document, hold.person);
      const std::uint32_t body = hold.org.empty() ? kNoEntity : grouping_.number(document, hold.org);
      grouping_.holds.push_back({person, body});
      mark_used(person);
      mark_used(body);
    }
    grouping_.first_event.push_back(static_cast<std::uint32_t>(grouping_.first_party.size()));
    for (const FactEvent& event : facts.events) {
      grouping_.first_party.push_back(static_cast<std::uint32_t>(grouping_.parties.size()));
      for (const std::string& entity : event.who) {
        const std::uint32_t number = grouping_.number(document, entity);
        if (number == kNoEntity) continue;
        grouping_.parties.push_back(number);
        mark_used(number);
      }
    }
  }

  static const std::string& label_of(const FactEntity& entity) {
    return entity.known_as.empty() ? entity.name : entity.known_as;
  }

  void add_forms(const FactEntity& entity, std::uint32_t number) {
    if (grouping_.group_of[number] == kNoGroup) return;
    for (const std::string& form : entity.forms) {
      if (form == label_of(entity)) continue;
      grouping_.other_forms.push_back({number, grouping_.names.add(form, KeyTable::hash(form))});
    }
  }

  /// The key of a name, which is made where the name is new.
  Key& key_of(std::uint32_t name) {
    if (name >= key_of_name_.size()) key_of_name_.resize(grouping_.names.size(), KeyTable::kNone);
    std::uint32_t& key = key_of_name_[name];
    if (key == KeyTable::kNone) {
      name_key(grouping_.names[name], text_);
      key = grouping_.keys.add(text_);
      if (key == keys_.size()) keys_.push_back({key, is_single(text_), text_.empty()});
    }
    return keys_[key];
  }

  /// The group of an entity, which is made where there is none yet; kNoGroup for a name without letters.
  std::uint32_t group(std::uint32_t document, const FactEntity& entity, std::uint64_t hash) {
    const std::uint32_t name = grouping_.names.add(label_of(entity), hash);
    Key& key = key_of(name);
    if (key.is_empty) return kNoGroup;
    const std::uint16_t type = type_of(entity, key);
    const bool is_person = is_person_[type], is_known = !entity.known_as.empty();
    const bool is_single = is_person && !is_known && key.is_single;
    const auto next = static_cast<std::uint32_t>(grouping_.groups.size());
    const bool is_apart = !apart_.empty() && apart_.count(place_of(*grouping_.documents[document], entity));
    std::uint32_t group = next;
    if (is_single && !is_apart && is_repeated_[document]) {
      group = single_groups_.try_emplace({first_of_text(document), key.number, entity.id}, next).first->second;
    } else if (!is_single && !is_apart) {
      group = key.first_group;
      while (group != kNoGroup && grouping_.groups[group].type != type) group = begun_[group].next;
      if (group == kNoGroup) group = next;
    }
    if (group == next) {
      grouping_.groups.push_back({key.number, name, type, is_single, is_known, false, false, {}});
      begun_.push_back({key.first_group, 0});
      if (!is_single && !is_apart) key.first_group = next;
    }
    grouping_.groups[group].is_known |= is_known;
    grouping_.groups[group].has_spellings |= grouping_.groups[group].name != name;
    ++begun_[group].members;
    return group;
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
    if (entity != kNoEntity) grouping_.groups[grouping_.group_of[entity]].is_used = true;
  }

  /// Gives each group its part of the members.
  void fill_groups() {
    std::vector<std::uint32_t> at(begun_.size());
    std::uint32_t begin = 0;
    for (std::size_t i = 0; i < begun_.size(); ++i) {
      at[i] = begin;
      begin += begun_[i].members;
    }
    grouping_.members.resize(begin);
    for (std::size_t i = 0; i < begun_.size(); ++i) {
      grouping_.groups[i].members = std::span(grouping_.members).subspan(at[i], begun_[i].members);
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

  Grouping grouping_;
  std::map<std::string, std::pair<const Corrections::Line*, bool>, std::less<>> types_;
  std::set<std::string> apart_;
  std::vector<std::uint32_t> key_of_name_;
  std::vector<Key> keys_;
  std::vector<std::uint64_t> hashes_;              // of the names of one document
  std::string text_;
  std::vector<bool> is_person_;                    // of each type
  std::vector<bool> is_repeated_;                  // of each document: it has copies or is one
  std::vector<Begun> begun_;                       // of each group
  std::map<std::tuple<std::uint32_t, std::uint32_t, std::string>, std::uint32_t> single_groups_;
};

}  // namespace

std::uint32_t entity_place(const DocumentFacts& facts, std::string_view id) {
  const auto& entities = facts.entities;
  std::uint32_t number = 0;   // "e12" mostly is the twelfth
  for (const char c : id.substr(std::min<std::size_t>(id.size(), 1))) {
    number = c >= '0' && c <= '9' && number < 1'000'000 ? number * 10 + static_cast<std::uint32_t>(c - '0') : 0;
  }
  if (number > 0 && number <= entities.size() && entities[number - 1].id == id) return number - 1;
  const auto found = std::find_if(entities.begin(), entities.end(), [&](const auto& one) { return one.id == id; });
  return static_cast<std::uint32_t>(found - entities.begin());
}

std::uint32_t Grouping::number(std::uint32_t document, std::string_view entity) const {
  const std::uint32_t place = entity_place(*documents[document], entity);
  if (place >= documents[document]->entities.size()) return kNoEntity;
  const std::uint32_t at = first_entity[document] + place;
  return group_of[at] == kNoGroup ? kNoEntity : at;
}

GroupIndex::GroupIndex(const Grouping& grouping) {
  for (std::uint32_t i = 0; i < grouping.groups.size(); ++i) {
    const EntityGroup& group = grouping.groups[i];
    add(keys_, std::string(grouping.key(group)), i);
    for (const Member& member : group.members) {
      const FactEntity& entity = grouping.entity(member);
      add(places_, place_of(grouping.facts(member), entity), i);
      add(keys_, name_key(entity.name), i);
      for (const std::string& form : entity.forms) add(forms_, name_key(form), i);
    }
  }
}

void GroupIndex::add(Index& index, const std::string& key, std::uint32_t group) {
  auto& found = index[key];
  if (found.empty() || found.back() != group) found.push_back(group);
}

std::vector<std::uint32_t> GroupIndex::find(std::string_view name) const {
  if (const auto found = places_.find(std::string(name)); found != places_.end()) return found->second;
  const std::string key = name_key(name);
  for (const Index* index : {&keys_, &forms_}) {
    if (const auto found = index->find(key); found != index->end()) return found->second;
  }
  return {};
}

Grouping begin_groups(std::vector<const DocumentFacts*> documents, const Corrections& corrections) {
  return Beginner(std::move(documents), corrections).begin();
}

Grouping group_entities(std::vector<const DocumentFacts*> documents, const Corrections& corrections,
                        const ResolveOptions& options) {
  Grouping grouping = begin_groups(std::move(documents), corrections);
  GroupJoiner joiner(grouping, corrections, options);
  joiner.join_corrected();
  joiner.join_bodies();
  joiner.split_namesakes();
  joiner.join_people();
  joiner.apply_names_and_drops();
  joiner.finish();
  return grouping;
}

}  // namespace liaison
