#include "network/entity_groups.h"

#include <algorithm>
#include <map>
#include <set>
#include <thread>

#include "network/group_joiner.h"
#include "network/name_key.h"
#include "network/reprints.h"

namespace liaison {
namespace {

std::string place_of(const DocumentFacts& facts, const FactEntity& entity) { return facts.id + '#' + entity.id; }

/// The keys of the names of all entities, one after the other, made by some threads.
std::vector<std::string> make_keys(const std::vector<const DocumentFacts*>& documents,
                                   const std::vector<std::uint32_t>& first_entity, unsigned threads) {
  std::vector<std::string> keys(first_entity.back());
  const auto work = [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      std::uint32_t at = first_entity[i];
      for (const FactEntity& entity : documents[i]->entities) {
        if (!entity.forms.empty() || !entity.known_as.empty()) {
          name_key(entity.known_as.empty() ? entity.name : entity.known_as, keys[at]);
        }
        ++at;
      }
    }
  };
  const std::size_t parts = std::clamp<std::size_t>(threads, 1, documents.size() / 256 + 1);
  std::vector<std::jthread> workers;
  for (std::size_t part = 1; part < parts; ++part) {
    workers.emplace_back(work, documents.size() * part / parts, documents.size() * (part + 1) / parts);
  }
  work(0, documents.size() / parts);
  return keys;
}

/// The members of all documents, and the groups that they begin as.
class Beginner {
 public:
  Beginner(std::vector<const DocumentFacts*> documents, const Corrections& corrections, const ResolveOptions& options)
      : options_(options) {
    grouping_.documents = std::move(documents);
    for (const auto& pair : corrections.type) types_[name_key(pair.a)] = {&pair, false};
    for (const auto& pair : corrections.different) {
      for (const std::string& name : {pair.a, pair.b}) {
        if (name.find('#') != std::string::npos) apart_.insert(name);
      }
    }
  }

  Grouping begin() {
    number_entities();
    grouping_.original = find_originals(grouping_.documents);
    const std::vector<std::string> keys = make_keys(grouping_.documents, grouping_.first_entity, options_.threads);
    grouping_.group_of.assign(keys.size(), kNoGroup);
    for (std::uint32_t document = 0; document < grouping_.documents.size(); ++document) {
      const DocumentFacts& facts = *grouping_.documents[document];
      for (std::uint32_t entity = 0; entity < facts.entities.size(); ++entity) {
        const std::uint32_t at = grouping_.first_entity[document] + entity;
        if (!keys[at].empty()) grouping_.group_of[at] = add({document, entity}, keys[at]);
      }
      mark_used(document);
    }
    for (const auto& [key, type] : types_) {
      if (!type.second) tell_idle(*type.first);
    }
    return std::move(grouping_);
  }

 private:
  void number_entities() {
    std::uint32_t count = 0;
    for (const DocumentFacts* facts : grouping_.documents) {
      grouping_.first_entity.push_back(count);
      count += static_cast<std::uint32_t>(facts->entities.size());
    }
    grouping_.first_entity.push_back(count);
  }

  std::uint32_t add(const Member& member, const std::string& key) {
    const DocumentFacts& facts = grouping_.facts(member);
    const FactEntity& entity = grouping_.entity(member);
    const std::uint16_t type = type_of(entity, key);
    const std::uint32_t number = grouping_.keys.add(key);
    const bool is_person = grouping_.types[type] == "PERSON", is_known = !entity.known_as.empty();
    const bool is_single = is_person && !is_known && liaison::is_single(key);
    std::uint32_t group = static_cast<std::uint32_t>(grouping_.groups.size());
    if (!apart_.empty() && apart_.count(place_of(facts, entity))) {
      // taken out by a correction
    } else if (is_single) {
      group = single_groups_.try_emplace({first_of_text(member), number, entity.id}, group).first->second;
    } else {
      group = groups_.try_emplace(std::uint64_t{type} << 32 | number, group).first->second;
    }
    if (group == grouping_.groups.size()) {
      grouping_.groups.push_back({number, type, is_single, is_known, false, {}});
    }
    grouping_.groups[group].is_known |= is_known;
    grouping_.groups[group].members.push_back(member);
    return group;
  }

  std::uint16_t type_of(const FactEntity& entity, const std::string& key) {
    std::string_view type = entity.type;
    if (const auto found = types_.find(key); found != types_.end()) {
      type = found->second.first->b;
      found->second.second = true;
    }
    const auto at = std::find(grouping_.types.begin(), grouping_.types.end(), type);
    const auto number = static_cast<std::uint16_t>(at - grouping_.types.begin());
    if (at == grouping_.types.end()) grouping_.types.emplace_back(type);
    return number;
  }

  /// The first document of the same text: who is meant in a reprint is who was meant before.
  std::uint32_t first_of_text(const Member& member) const {
    const std::uint32_t original = grouping_.original[member.document];
    const bool same = grouping_.documents[original]->made.text == grouping_.facts(member).made.text;
    return same ? original : member.document;
  }

  void mark_used(std::uint32_t document) {
    const auto mark = [&](const std::string& entity) {
      const std::uint32_t group = grouping_.group(document, entity);
      if (group != kNoGroup) grouping_.groups[group].is_used = true;
    };
    for (const FactHold& hold : grouping_.documents[document]->holds) {
      mark(hold.person);
      if (!hold.org.empty()) mark(hold.org);
    }
    for (const FactEvent& event : grouping_.documents[document]->events) {
      for (const std::string& entity : event.who) mark(entity);
    }
  }

  void tell_idle(const Corrections::Line& line) {
    grouping_.idle.push_back({line.line, "type " + line.a + " | " + line.b, "nobody is called \"" + line.a + '"'});
  }

  const ResolveOptions& options_;
  Grouping grouping_;
  std::map<std::string, std::pair<const Corrections::Line*, bool>, std::less<>> types_;
  std::set<std::string> apart_;
  std::unordered_map<std::uint64_t, std::uint32_t> groups_;   // by type and key
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

std::uint32_t Grouping::group(std::uint32_t document, std::string_view entity) const {
  const std::uint32_t place = entity_place(*documents[document], entity);
  return place < documents[document]->entities.size() ? group_of[first_entity[document] + place] : kNoGroup;
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

Grouping begin_groups(std::vector<const DocumentFacts*> documents, const Corrections& corrections,
                      const ResolveOptions& options) {
  return Beginner(std::move(documents), corrections, options).begin();
}

Grouping group_entities(std::vector<const DocumentFacts*> documents, const Corrections& corrections,
                        const ResolveOptions& options) {
  Grouping grouping = begin_groups(std::move(documents), corrections, options);
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
