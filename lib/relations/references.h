// Who pronouns and descriptions stand for, where there is one candidate.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "relations/reading.h"

namespace liaison {

/// A named participant: the entity, and the name that stands for it.
struct Party {
  EntityId entity = EntityId::none;
  std::uint32_t annotation = Annotation::kUnknown;  ///< kUnknown where it is only implied
  std::uint32_t group = Group::kNone;
  bool direct = true;                               ///< named in its place, not by pronoun or description
  bool sure = false;                                ///< of a pronoun: who says what it stands in

  friend bool operator==(const Party& a, const Party& b) { return a.entity == b.entity; }
};
using Parties = std::vector<Party>;

/// True if an entity is one of the participants.
inline bool holds_entity(const Parties& parties, EntityId entity) {
  return std::any_of(parties.begin(), parties.end(), [&](const Party& p) { return p.entity == entity; });
}

/// The bit of a type in a set of types.
constexpr std::uint32_t type_bit(Symbol type) { return type.id < 32 ? 1u << type.id : 0; }
inline constexpr std::uint32_t kBodies = type_bit(symbols::org) | type_bit(symbols::gpe);
inline constexpr std::uint32_t kPersons = type_bit(symbols::person);

/// Resolves references in one document, sentence by sentence from the first on. Nothing rather than a guess: a
/// reference with several candidates stands for nobody.
class References {
 public:
  /// Begins a document.
  void clear() { last_joint_.clear(); last_sentence_ = 0; }
  /// Remembers who took part in the event told last, for "the two leaders" and "their meeting".
  void note(const Parties& parties, std::uint32_t sentence) { last_joint_ = parties, last_sentence_ = sentence; }

  /// Adds whom a pronoun or a definite description stands for. `taken` are participants already told, whom it
  /// cannot stand for.
  void resolve(const ClauseReading& reading, std::uint32_t group, const Parties& taken, Parties& out) const;
  /// True if a role that is held is what a phrase says, or more: `the minister` of a foreign minister, not `the president`
  /// of a vice president.
  static bool is_role(const ClauseReading& reading, std::string_view held, std::string_view phrase);
  /// True if the role that somebody holds is that of a noun, or both lead a state: `President A` for `the leader`.
  static bool holds_role(const ClauseReading& reading, const Hold& hold, std::uint32_t noun);
  /// The same as `resolve` for the possessive pronoun of a group.
  void resolve_owner(const ClauseReading& reading, std::uint32_t group, const Parties& taken, Parties& out) const;

 private:
  /// How many sentences back a candidate may stand.
  static constexpr std::uint32_t kReach = 2;
  /// How many sentences in a row may go on about the one whom the first of them begins with, as "he".
  static constexpr std::uint32_t kLongestTopic = 6;
  /// How many tokens lead a sentence.
  static constexpr std::uint32_t kLeadTokens = 6;

  struct Query {
    std::uint32_t token = 0;        ///< where the reference stands
    std::uint32_t types = 0;        ///< bit s: the Symbol s fits
    Word gender = Word::count;
    std::size_t count = 2;          ///< of a set: how many it must be
    bool subject = false;           ///< stands as a subject
    bool owns = false;              ///< is the possessive pronoun of a group
    bool business = false;          ///< is called a company or the like
    bool country = false;           ///< is called a country
    bool governs = false;           ///< is called the government of one
    bool thing = false;             ///< is `it` or `its`
    bool coordinated = false;       ///< of a set: `A and B`, not two that stand apart
  };
  bool are_coordinated(const ClauseReading& reading, const Parties& names) const;
  void one(const ClauseReading& reading, const Query& query, const Parties& taken, Parties& out) const;
  bool goes_on_about_another(const ClauseReading& reading, const Party& party) const;
  void several(const ClauseReading& reading, std::uint32_t group, Query query, const Parties& taken, Parties& out) const;
  void pair(const ClauseReading& reading, const Query& query, const Parties& taken, Parties& out) const;
  void home(const ClauseReading& reading, const Query& query, const Parties& taken, Parties& out) const;
  void counterparts(const ClauseReading& reading, std::uint32_t group, const Parties& taken, Parties& out) const;
  void main_countries(const ClauseReading& reading, std::uint32_t group, const Query& query, const Parties& taken, Parties& out) const;
  std::uint32_t speaking(const ClauseReading& reading, std::uint32_t group) const;
  void speaking_pronoun(const ClauseReading& reading, std::uint32_t group, Parties& out) const;
  void speaker(const ClauseReading& reading, std::uint32_t group, std::uint32_t types, Parties& out) const;
  std::uint32_t role_between(const ClauseReading& reading, std::uint32_t first, std::uint32_t last) const;
  bool only_two_named(const ClauseReading& reading, std::uint32_t token, const Parties& taken, const Parties& speakers,
                      Parties& out) const;
  void pronoun(const ClauseReading& reading, std::uint32_t token, std::uint32_t group, const Parties& taken, Parties& out) const;
  void third_person(const ClauseReading& reading, std::uint32_t token, std::uint32_t group, const Query& query, const Parties& taken,
                    Parties& out) const;
  void cataphora(const ClauseReading& reading, std::uint32_t group, const Query& query, Parties& out) const;
  bool acts_itself(const ClauseReading& reading, std::uint32_t group, const Query& query, const Parties& taken, Parties& out) const;
  std::uint32_t actor_above(const ClauseReading& reading, std::uint32_t group) const;
  bool may_own(const ClauseReading& reading, std::uint32_t actor, std::uint32_t group, const Query& query, EntityId who) const;
  bool is_aside(const ClauseReading& reading, std::uint32_t other, std::uint32_t group) const;
  bool met_the_speaker(const ClauseReading& reading, std::uint32_t group, const Parties& before, Parties& out) const;
  bool several_before(const ClauseReading& reading, std::uint32_t token) const;
  bool may_hold(const ClauseReading& reading, const Party& party) const;
  static HeldRole held_role(const ClauseReading& reading, std::string_view phrase);
  void add_near(const ClauseReading& reading, std::uint32_t token, std::string_view role, HeldRole& held) const;
  void leave_out_beside(const ClauseReading& reading, std::uint32_t group, std::string_view role, Holders& found) const;
  void national_holder(const ClauseReading& reading, std::uint32_t group, Parties& out) const;
  bool holder(const ClauseReading& reading, std::uint32_t group, Parties& out) const;
  bool means_another(const ClauseReading& reading, std::uint32_t role, EntityId holder) const;
  std::uint32_t name_of(const ClauseReading& reading, std::uint32_t noun) const;
  bool is_somebody(const ClauseReading& reading, std::uint32_t noun) const;
  bool may_be(const ClauseReading& reading, const Annotation& name, const Query& query) const;
  std::uint32_t subject_before(const ClauseReading& reading, std::uint32_t verb, std::uint32_t group) const;
  bool names_another(const ClauseReading& reading, std::uint32_t first, const Query& query, EntityId entity) const;
  bool owner_of_occasion(const ClauseReading& reading, std::uint32_t group, const Query& query, const Parties& taken,
                         Parties& out) const;
  bool subject_above(const ClauseReading& reading, std::uint32_t group, const Query& query, const Parties& taken, Parties& out) const;
  std::uint32_t described_above(const ClauseReading& reading, std::uint32_t group) const;
  void add_others(const ClauseReading& reading, std::uint32_t group, Parties& out) const;
  void add_beside(const ClauseReading& reading, std::uint32_t group, Parties& out) const;
  bool tells_of_clause(const ClauseReading& reading, std::uint32_t group) const;
  bool may_be_others(const ClauseReading& reading, std::uint32_t token) const;
  bool are_many(const ClauseReading& reading, std::uint32_t group) const;
  bool is_told_apart(const ClauseReading& reading, std::uint32_t group) const;
  bool only_reports(const ClauseReading& reading, const Annotation& name) const;
  bool tells_of_others(const ClauseReading& reading, const Query& query, const Parties& found) const;
  bool tells_of_nation(const ClauseReading& reading, const Query& query, const Parties& found) const;
  bool tells_of_another(const ClauseReading& reading, std::uint32_t sentence, const Party& party) const;
  bool is_credited(const ClauseReading& reading, const Annotation& name) const;
  std::uint32_t speaker_in(const ClauseReading& reading, std::uint32_t sentence) const;
  bool is_home(const ClauseReading& reading, const Annotation& name) const;
  bool is_byline(const ClauseReading& reading, std::uint32_t sentence) const;
  void names(const ClauseReading& reading, std::uint32_t sentence, const Query& query, const Parties& taken, Parties& out) const;
  bool gender_fits(const ClauseReading& reading, EntityId person, Word gender) const;
  bool is_named_behind(const ClauseReading& reading, EntityId entity, const Query& query) const;
  bool leads(const ClauseReading& reading, const Party& party) const;
  bool begins_with(const ClauseReading& reading, std::uint32_t sentence, Word gender, std::uint32_t token) const;
  const Annotation* leading_role(const ClauseReading& reading, std::uint32_t sentence, std::uint32_t before) const;
  EntityId holder_of(const ClauseReading& reading, const Annotation& role) const;
  void topic(const ClauseReading& reading, const Query& query, const Parties& taken, Parties& out) const;

  Parties last_joint_;
  std::uint32_t last_sentence_ = 0;  // of those
};

}  // namespace liaison
