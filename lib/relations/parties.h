// The named participants that a noun group stands for.
#pragma once

#include <cstdint>

#include "relations/references.h"

namespace liaison {

/// Finds who takes part where a noun stands: names, all of a coordination, bodies whose officials are told of,
/// countries whose capital or adjective stands for them, and what pronouns and descriptions refer to.
class PartyFinder {
 public:
  /// Requires: both outlive it. Costs nothing.
  PartyFinder(const ClauseReading& reading, const References& references) : r_(reading), references_(references) {}

  /// Adds the participants of the noun and of all that are coordinated with it. `taken` are those told already.
  void collect(std::uint32_t noun, const Parties& taken, Parties& out) const;
  /// Adds the participants of the noun alone.
  void collect_one(std::uint32_t noun, const Parties& taken, Parties& out) const;
  /// Adds the owner of the noun: who stands before it as possessor, or its possessive pronoun.
  void collect_owner(std::uint32_t noun, const Parties& taken, Parties& out) const;
  /// Adds those whom names beside the noun tell: an apposition, a list behind a plural noun.
  void collect_named(std::uint32_t noun, Parties& out) const;
  /// Adds who speaks: a name, or the body for which somebody unnamed does (`a spokesman for A`).
  void collect_speaker(std::uint32_t noun, Parties& out) const;
  /// Adds the names before the noun in its own group.
  void collect_compound(std::uint32_t noun, Parties& out) const;

  /// The country that an entity stands for: itself, or, for a capital, the country if the document names it.
  EntityId country_of(EntityId entity) const;
  /// True for a country that the gazetteers know.
  bool is_country(EntityId entity) const;
  /// The country that the document is about beside others: with its bodies of state it is named more than twice as often as
  /// each further one; none if there is none.
  EntityId home_beside(const Parties& others) const;
  /// The country in which the gazetteers know a person to hold, or to have held, office, or whose body of state they know one to
  /// be; none if the document does not name it.
  EntityId state_of(EntityId entity) const;
  /// True if the gazetteers know in which country a person holds, or held, office, or whose body of state one is.
  bool has_state(EntityId entity) const;
  /// The country or body in which a person of the document holds a role now, or is to; none if there is none or several.
  EntityId body_of(EntityId person, Symbol type) const;
  /// The body in which he holds one, or else the country.
  EntityId body_of(EntityId person) const;
  /// True if a person holds a role of public office, or one in a country.
  bool holds_office(EntityId person) const;
  /// True if a person holds a seat in a chamber for a place, and so does not act for it: a senator of a state.
  bool has_seat_for(EntityId person, EntityId place) const;
  /// True if a person holds a seat in any chamber.
  bool has_seat(EntityId person) const;
  /// True if a person holds a role in a country or body now.
  bool holds_office_in(EntityId person, EntityId body) const;

 private:
  void collect_told(std::uint32_t verb, const Parties& taken, Parties& out) const;
  bool collect_members(std::uint32_t noun, const Parties& taken, Parties& out) const;
  void collect_conjuncts(std::uint32_t noun, Parties& out) const;
  bool repeats_event(std::uint32_t noun, std::uint32_t next) const;
  bool goes_on(std::uint32_t noun, std::uint32_t next) const;
  std::uint32_t list_at(std::uint32_t noun, std::uint32_t preposition) const;
  std::uint32_t list_behind(std::uint32_t verb) const;
  bool tells_of_people(std::uint32_t noun) const;
  bool lists_bodies(std::uint32_t preposition) const;
  bool is_owned_body(std::uint32_t noun) const;
  bool stands_for_no_state(std::uint32_t noun) const;
  bool is_faction(std::uint32_t noun) const;
  bool opens_faction(std::uint32_t noun) const;
  void leave_out_whole(std::uint32_t noun, Parties& found) const;
  void collect_bodies(std::uint32_t noun, Parties& out) const;
  bool collect_named_before(std::uint32_t noun, Parties& out) const;
  bool stands_for_antecedent(std::uint32_t noun) const;
  EntityId country_shortened(EntityId entity) const;
  std::uint32_t told_of(std::uint32_t noun) const;
  bool visits_there(std::uint32_t noun, std::uint32_t preposition) const;
  void let_holder_stand(std::uint32_t noun, Party& body) const;
  bool is_seat(const Hold& hold) const;
  bool is_party_noun(std::uint32_t noun) const;
  void add(std::uint32_t annotation, std::uint32_t group, Parties& out) const;
  void add_nation(std::uint32_t nation, std::uint32_t group, Parties& out) const;
  void add_known(std::string_view known, std::uint32_t group, Parties& out) const;
  bool is_people(std::uint32_t noun) const;

  const ClauseReading& r_;
  const References& references_;
};

}  // namespace liaison
