// What the sentences of a document ask of all of it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "liaison/analysis.h"
#include "relations/frame_book.h"
#include "relations/held_roles.h"
#include "rules/annotation.h"

namespace liaison {

/// What is known of the entities of a document, how they are called, and who holds what, by entity and by name: so that to
/// find whom a word stands for costs no more in a long document than in a short one. A view: all that it is built of outlives
/// it. Requires: used by one thread at a time; memory is reused.
class DocumentIndex {
 public:
  /// How many holds of a person, in a body or of a nation are told; none has as many in an article.
  static constexpr std::size_t kMostHolds = 256;

  /// Begins a document. Linear in it, but for sorting.
  void build(const FrameBook& book, const TextView& view, std::span<const Annotation> annotations, std::span<const Entity> entities,
             std::span<const Hold> holds);

  /// What the gazetteers know an entity as, by the first of its mentions that they know; null where they do not. Requires here and
  /// below: the entity is one of the document.
  const NamedEntity* known(EntityId entity) const { return known_[std::size_t(entity)]; }
  /// The first entity, but for people, that the gazetteers know by a canonical name; none if there is none. The first question for a
  /// name spells all of them; each further one takes O(log n).
  EntityId named(std::string_view name) const;
  /// True if they know one of the mentions of an entity by that name.
  bool is_called(EntityId entity, std::string_view name) const;
  /// The country with a capital; none if the document names none.
  EntityId country_of(std::string_view capital) const;

  /// The country with a code of the lists, `FR`; none if the document names none.
  EntityId country_coded(std::string_view code) const { return find_coded(coded_, code); }
  /// The only one whom the gazetteers know to lead the country with a code, or to have led it; none if nobody or several are named.
  EntityId leader_of(std::string_view code) const { return find_coded(leaders_, code); }

  /// How often a country is named, itself or by its bodies of state.
  struct CountryUse {
    EntityId country = EntityId::none;
    std::size_t times = 0;
  };
  /// The countries that are named most often, six at most.
  std::span<const CountryUse> main_countries() const { return countries_; }
  /// The countries that the document tells of, how often each is named or called by its adjective, those of most first; no entity
  /// for one that is never named. The first question reads all of the text; it is asked for a place that the gazetteers do not
  /// know, for `the government` and for `the two countries`.
  std::span<const CountryUse> told_countries() const;

  /// The holds of a person, as they are told.
  std::span<const Hold* const> holds_of(EntityId person) const { return told(by_person_, person); }
  /// The holds in a body, as they are told.
  std::span<const Hold* const> holds_in(EntityId body) const { return told(by_body_, body); }
  /// The holds in a country, and those of people who are called by its adjective: `Russian President Vladimir Putin`; kMostHolds of
  /// all of them at most.
  std::vector<const Hold*> holds_of_nation(std::string_view country) const;
  /// The roles of all holds, kMostRoles at most.
  std::span<const HeldRole> roles() const { return steps_ += roles_.size(), roles_; }

  /// How many records were looked at, in building and in all answers.
  std::uint64_t steps() const { return steps_; }

 private:
  /// What the gazetteers tell of a country or a body of one.
  struct State {
    std::string_view capital;         ///< of a country
    std::string_view code;            ///< of the country whose body it is
  };
  /// A canonical name of the gazetteers.
  struct Name {
    const NamedEntity* known = nullptr;
    EntityId first = EntityId::none;  ///< but for people
    State state;                      ///< of the one known
    std::string text;                 ///< once names are spelled
  };
  using ByCode = std::vector<std::pair<std::string_view, EntityId>>;
  /// Holds by entity: those of entity e begin at `first[e]`.
  struct ByEntity {
    std::vector<std::uint32_t> first;
    std::vector<const Hold*> holds;
  };
  State state_of(const FrameBook& book, const NamedEntity& known) const;
  void read_names(const FrameBook& book, std::span<const Annotation> annotations);
  void count_countries(const FrameBook& book, std::span<const Entity> entities);
  void read_leaders(const FrameBook& book, std::span<const Entity> entities);
  void read_nations(const FrameBook& book, const TextView& view, std::span<const Annotation> annotations, std::span<const Entity> entities);
  static void sort_by(EntityId Hold::*of, std::size_t entities, std::span<const Hold> holds, ByEntity& out);
  static EntityId find_coded(const ByCode& all, std::string_view code);
  std::span<const Hold* const> told(const ByEntity& all, EntityId entity) const;
  const Name* find(std::string_view name) const;
  void spell_names() const;
  void count_nations() const;

  const FrameBook* book_ = nullptr;
  TextView view_;
  std::vector<const NamedEntity*> known_;                             // by entity
  std::unordered_map<std::uint32_t, std::uint32_t> name_at_;          // by their numbers in the lexicon
  std::vector<std::pair<std::uint32_t, EntityId>> called_;            // names with those who have them, sorted
  std::vector<std::pair<std::string_view, EntityId>> capitals_;       // with their countries, sorted; of equal ones the first
  std::vector<std::string_view> codes_;                               // of countries, one for each mention of a body of state, sorted
  std::vector<CountryUse> countries_;
  std::vector<CountryUse> all_countries_;                             // in order of their entities
  ByCode coded_, leaders_;                                            // countries, and who leads them, sorted
  ByEntity by_person_, by_body_;
  std::vector<std::pair<std::string_view, EntityId>> nations_;        // of people with a role, sorted
  std::vector<HeldRole> roles_;
  // Names are spelled when the first one is asked for.
  mutable std::vector<Name> names_;
  mutable std::vector<std::uint32_t> by_text_;                        // names, sorted by their texts
  // With their adjectives, once somebody asks.
  mutable std::vector<CountryUse> told_countries_;
  mutable bool nations_counted_ = false;
  mutable std::uint64_t steps_ = 0;
};

}  // namespace liaison
