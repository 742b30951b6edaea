// Bodies that each country has one of ("Foreign Ministry"), and what a name tells of whose they are.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "lexicon/lexicon.h"
#include "liaison/pack.h"

namespace liaison {

/// A country, or a state of one.
struct Realm {
  std::string name, country;
};

/// A body that each country has one of.
struct NationalBody {
  std::string key;                       ///< `name_key` of the first of its names
  std::string usual;                     ///< the country that is meant where nothing else is told; may be empty
  std::vector<std::string> elsewhere;    ///< countries that have none of that name
  bool is_of_states = true;              ///< states of a country have one too, and it is theirs beside which they stand
};

/// Reads `variants/national_bodies.txt` of a pack, and asks its gazetteers for countries, states and cities. Immutable;
/// requires that the pack outlives it.
class NationalBodies {
 public:
  explicit NationalBodies(const Pack& pack);
  NationalBodies(const NationalBodies&) = delete;
  NationalBodies& operator=(const NationalBodies&) = delete;

  /// Those of a pack, made when the thread asks for them first. Requires that the pack lives.
  static const NationalBodies& of(const Pack& pack);

  struct Reading {
    const NationalBody* body = nullptr;  ///< null where the name is that of no such body
    const Realm* realm = nullptr;        ///< that the name tells; null for none
  };
  /// What a name says: "Foreign Ministry", "Russian Foreign Ministry", "Defense Ministry of Japan".
  Reading read(std::string_view name) const;
  /// The same where the `name_key` of the name is at hand.
  Reading read(std::string_view name, std::string_view key) const;
  /// The realm that a place or an adjective tells: of "Russia", "Russian", "Moscow", "U.S."; null where there is none,
  /// or more than one.
  const Realm* realm_of(std::string_view text) const;
  /// The country of a body that the gazetteers know by this name; null where they know none.
  const Realm* realm_of_body(std::string_view name) const;
  /// True of a small word behind which a place stands: "of", "in".
  bool leads_to_place(std::string_view word) const;

 private:
  static Reading reading(const NationalBody* body, const Realm* realm);
  const NationalBody* find(std::string_view name) const;
  bool has_class(std::string_view word, ClassId id) const;
  void add_body(std::string_view line);
  void read_realms(const Pack& pack);
  const Realm* known_realm(std::string_view name, Symbol type) const;
  const Realm* of_entity(const NamedEntity& entity) const;

  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  using Words = std::unordered_set<std::string, TextHash, std::equal_to<>>;

  const Lexicon* lexicon_;
  ClassId article_, of_preposition_, in_preposition_;
  Symbol country_, state_;               // subtypes
  std::vector<NationalBody> bodies_;
  std::unordered_map<std::string, std::size_t> body_of_;        // by the keys of names: its place
  Words first_words_, last_words_;       // with which such names begin and end
  std::vector<Realm> realms_;
  std::unordered_map<std::string, std::size_t> realm_of_name_;  // places in `realms_`
  std::unordered_map<std::string, std::size_t> realm_of_code_, realm_of_adjective_;
};

}  // namespace liaison
