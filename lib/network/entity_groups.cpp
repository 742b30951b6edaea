#include "network/entity_groups.h"

#include "network/group_joiner.h"
#include "network/name_key.h"

namespace liaison {

std::string entity_name(const DocumentFacts& facts, const FactEntity& entity) { return facts.id + '#' + entity.id; }

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
      add(places_, entity_name(grouping.facts(member), entity), i);
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

std::shared_ptr<const Pack> pack_of(const ResolveOptions& options) { return options.pack ? options.pack : Pack::english(); }

Grouping group_entities(const std::vector<Digested>& documents, const Digests& digests, const Corrections& corrections,
                        const ResolveOptions& options) {
  const auto pack = pack_of(options);
  Grouping grouping = begin_groups(documents, digests, corrections, *pack);
  GroupJoiner joiner(grouping, digests, corrections, options);
  joiner.join_corrected();
  joiner.join_bodies();
  joiner.split_namesakes();
  joiner.join_people();
  joiner.apply_names_and_drops();
  joiner.finish();
  return grouping;
}

}  // namespace liaison
