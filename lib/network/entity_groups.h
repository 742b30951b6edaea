// Which entities of all documents are one: the first half of resolving a network.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "liaison/network.h"
#include "network/digests.h"
#include "network/key_table.h"

namespace liaison {

inline constexpr std::uint32_t kNoGroup = 0xffffffff, kNoEntity = 0xffffffff;

/// One entity of one document, by their places.
struct Member {
  std::uint32_t document = 0, entity = 0;
};

/// Entities that are one. Groups begin as the members of one type and key, and are then joined.
struct EntityGroup {
  std::uint32_t key = 0;         ///< `name_key` of the canonical name, or else of the name, in the keys
  std::uint32_t name = 0;        ///< of its first member, canonical or else as it is written, in the names
  std::uint16_t type = 0;        ///< in the types, as corrected
  bool is_single = false;        ///< a person of a single name that no gazetteer knows: anybody of that name
  bool is_known = false;         ///< the gazetteers have it
  bool is_used = false;          ///< it takes part in something
  bool has_spellings = false;    ///< its members do not all write the name alike
  bool is_national = false;      ///< each country has a body of that name
  bool tells_realm = false;      ///< all its members have the realm in their names
  std::uint16_t realm = 0;       ///< of such a body: whose it is, in the realms; 0 where nobody tells
  std::span<const Member> members;   ///< in order of the documents; one at least
};

/// A form by which an entity is called beside its name.
struct OtherForm {
  std::uint32_t entity = 0, name = 0;   ///< in the names of forms
};

/// Who stands in a hold, by the numbers of entities (see `Grouping::first_entity`).
struct HoldPlaces {
  std::uint32_t person = kNoEntity, body = kNoEntity;
  std::uint32_t role = 0, when = 0;     ///< in the digests
};

/// Why one group was joined with another, or may be one with it.
struct Join {
  std::uint32_t from = 0, to = 0;
  std::string reason;
};

/// The members of a network, grouped.
struct Grouping {
  std::vector<const DocumentFacts*> documents;
  std::vector<std::uint32_t> original;              ///< of each document: the one that it repeats, or itself
  std::vector<std::uint32_t> date;                  ///< of each document, in the digests
  std::vector<std::uint32_t> id_number;             ///< of each document: the same for versions of one
  std::vector<std::string_view> names;              ///< as they are written, views of the facts
  NameTable form_names;                             ///< the same of forms
  KeyTable keys;
  std::vector<std::string> types;
  std::vector<std::string> realms{{}};              ///< countries and states
  std::vector<EntityGroup> groups;
  std::vector<Member> members;                      ///< of all groups, one after the other
  std::vector<std::uint32_t> first_entity;          ///< of each document: where its entities begin in `group_of`
  std::vector<bool> goes_by_label;                  ///< of each entity: its name is one of its forms
  std::vector<OtherForm> other_forms;               ///< in order of the documents
  std::vector<std::uint32_t> first_form;            ///< of each document: where its forms begin in `other_forms`
  std::vector<std::uint32_t> first_hold;            ///< of each document: where its holds begin in `holds`
  std::vector<HoldPlaces> holds;
  std::vector<std::uint32_t> first_event;           ///< of each document: where its events begin in `first_party`
  std::vector<std::uint32_t> first_party;           ///< of each event: where those who take part begin in `parties`
  std::vector<std::uint32_t> parties;               ///< numbers of entities
  std::vector<std::uint32_t> group_of;              ///< of each entity; kNoGroup for one without a name
  std::vector<std::uint32_t> root;                  ///< of each group, the group that it was joined with or itself
  std::vector<Join> joins, maybes;
  std::unordered_map<std::uint32_t, std::string> labels;   ///< of roots, by corrections
  std::vector<bool> dropped;                        ///< of roots
  std::vector<IdleCorrection> idle;

  const DocumentFacts& facts(const Member& member) const { return *documents[member.document]; }
  const FactEntity& entity(const Member& member) const { return facts(member).entities[member.entity]; }
  const std::string& type(const EntityGroup& group) const { return types[group.type]; }
  std::string_view key(const EntityGroup& group) const { return keys[group.key]; }
  /// The name by which the first document calls it.
  const std::string& name(const EntityGroup& group) const { return entity(group.members.front()).name; }
  /// The number of an entity of a document; kNoEntity where there is none of that id that has a name.
  std::uint32_t number(std::uint32_t document, std::string_view entity) const;
  std::uint32_t number(const Member& member) const { return first_entity[member.document] + member.entity; }
  std::span<const OtherForm> forms_of(std::uint32_t document) const {
    return std::span(other_forms).subspan(first_form[document], first_form[document + 1] - first_form[document]);
  }
  /// The holds of a document and those who take part in one of its events.
  std::span<const HoldPlaces> holds_of(std::uint32_t document) const {
    return std::span(holds).subspan(first_hold[document], first_hold[document + 1] - first_hold[document]);
  }
  std::span<const std::uint32_t> parties_of(std::uint32_t event) const {
    return std::span(parties).subspan(first_party[event], first_party[event + 1] - first_party[event]);
  }
};

/// An entity of a document, as corrections write it: `document#entity`.
std::string entity_name(const DocumentFacts& facts, const FactEntity& entity);

/// The groups that the entities of documents begin as, before any is joined.
Grouping begin_groups(const std::vector<Digested>& documents, const Digests& digests, const Corrections& corrections,
                      const Pack& pack);

/// The pack of the options, or the embedded one.
std::shared_ptr<const Pack> pack_of(const ResolveOptions& options);

/// Groups the entities of documents, which are in the order of their ids; see `resolve` for the rules. Keeps the
/// pointers to facts.
Grouping group_entities(const std::vector<Digested>& documents, const Digests& digests, const Corrections& corrections,
                        const ResolveOptions& options);

/// Groups that a reader means by a name: those of the same key, or else those that have it among their forms; or
/// the group of `document#entity`.
class GroupIndex {
 public:
  explicit GroupIndex(const Grouping& grouping);
  std::vector<std::uint32_t> find(std::string_view name) const;

 private:
  using Index = std::unordered_map<std::string, std::vector<std::uint32_t>>;
  static void add(Index& index, const std::string& key, std::uint32_t group);

  Index keys_, forms_, places_;
};

}  // namespace liaison
