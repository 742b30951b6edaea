// Puts the words of a sentence together to groups: noun groups, verb groups, and what stands between them.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "relations/tagger.h"

namespace liaison {

/// A noun group with its names, a verb group with its auxiliaries, or a single word or mark between them.
struct Group {
  enum class Kind : std::uint8_t {
    noun, verb, adjective, adverb, preposition, conjunction, subordinator, relative, time, comma, quote, dash, colon,
    stop, other
  };
  enum Flag : std::uint32_t {
    // Of noun groups.
    kPlural = 1u << 0,
    kDefinite = 1u << 1,      ///< the, this, a possessive
    kIndefinite = 1u << 2,    ///< a determiner that is not definite
    kNegated = 1u << 3,       ///< no meeting; of a verb group: did not meet
    kOwner = 1u << 4,         ///< a possessive marker follows: it owns the next group
    kOwned = 1u << 5,         ///< begins with a possessive pronoun, `owner_token`
    kPronoun = 1u << 6,
    kRole = 1u << 7,          ///< headed by a role, with no name behind it
    kPair = 1u << 8,          ///< the two …
    kBare = 1u << 9,          ///< only a number or a determiner
    // Of verb groups.
    kFinite = 1u << 10,
    kInfinitive = 1u << 11,
    kGerund = 1u << 12,
    kParticiple = 1u << 13,   ///< with kFinite: either
    kPassive = 1u << 14,
    kPerfect = 1u << 15,
    kPast = 1u << 16,
    kFuture = 1u << 17,       ///< a modal of the future
    kModal = 1u << 18,        ///< any other modal
    kProgressive = 1u << 19,
    kCopula = 1u << 20,
    kSingular = 1u << 24,     ///< a form that only one subject has
    kAuxiliaryOnly = 1u << 21, ///< an auxiliary whose verb stands behind the subject
    kTriple = 1u << 23,       ///< of noun groups: the three …
    kNumber = 1u << 25,       ///< of noun groups: a number alone
    kEndsList = 1u << 26,     ///< of noun groups: other …, two …: may end a list of names
    kQuoteInside = 1u << 27,  ///< of noun and verb groups: one mark of a quotation stands in it
    // Of prepositions.
    kAgent = 1u << 22,        ///< by whom it is done
    // Of commas and colons.
    kOpen = 1u << 28,         ///< an opening bracket
    kClose = 1u << 29,        ///< a closing one
    kSquare = 1u << 30,       ///< a square one
    kSemicolon = 1u << 31
  };
  static constexpr std::uint32_t kNone = 0xffffffff;
  static constexpr std::size_t kMostNames = 4;

  Kind kind = Kind::other;
  std::uint32_t first = 0, last = 0;            ///< tokens, half open
  std::uint32_t head = 0;                       ///< the head's token
  WordId word = kNoWord;                        ///< the head's word
  WordId lemma = kNoWord;                       ///< its dictionary form
  std::uint32_t name = kNone;                   ///< the annotation of a name that heads it
  std::array<std::uint32_t, kMostNames> names;  ///< annotations of names before the head
  std::uint8_t name_count = 0;
  std::array<std::uint32_t, 2> nations{kNone, kNone};  ///< the first tokens of adjectives of countries
  std::uint32_t owner_token = kNone;
  std::uint32_t flags = 0;
  ClassSet classes;                             ///< of the head

  bool has(std::uint32_t any_of) const { return (flags & any_of) != 0; }
};

/// Builds the groups of a sentence. Requires: used by one thread at a time; memory is reused.
class GroupBuilder {
 public:
  /// Replaces the groups by those of the tagged items. Linear.
  void run(const TextView& view, const Grammar& grammar, std::span<const Annotation> annotations,
           std::span<const Item> items);

  std::span<const Group> groups() const { return groups_; }

 private:
  using Kind = Group::Kind;

  std::size_t past_bracket(std::size_t at) const;
  std::size_t read_noun(std::size_t at);
  std::size_t holder_behind(std::size_t at) const;
  std::size_t read_verb(std::size_t at);
  std::size_t read_single(std::size_t at);
  std::size_t read_time(std::size_t at);
  bool begins_noun(std::size_t at) const;
  bool begins_time(std::size_t at) const;
  bool goes_on_in_time(std::size_t at) const;
  bool qualifies(std::size_t at) const;
  bool closes_quoted_word(std::size_t at) const;
  bool goes_on(std::size_t at, bool has_head) const;
  bool is_person(std::size_t at) const;
  bool opens_title(std::size_t at) const;
  bool joins_adjectives(std::size_t at) const;
  bool lists_adjectives(std::size_t at) const;
  bool lists_measures(std::size_t at) const;
  bool joins_roles(std::size_t at) const;
  bool is_subject_ahead(std::size_t at) const;
  bool follows_content_adjective(std::size_t at) const;
  bool names_whose(std::size_t at) const;
  bool counts(std::size_t at) const;
  bool floats(std::size_t at) const;
  bool tells_when(std::size_t at) const;
  bool tells_which(std::size_t at) const;
  bool describes(std::size_t at, std::size_t first) const;
  bool modifies_noun(std::size_t at) const;
  bool is_owned_time(std::size_t at) const;
  void add_nation(const Item& item, Group& group) const;
  void add_to_noun(const Item& item, Group& group) const;
  void add_determiner(const Item& item, Group& group) const;
  bool is_party_tag(const Group& group, std::size_t first, std::size_t last) const;
  void finish_noun(Group& group, std::size_t first, std::size_t last);
  void finish_verb(Group& group, const Item& first, const Item& main) const;
  bool fits_after(const Item& auxiliary, const Item& next) const;
  bool goes_on_quoted(std::size_t mark, const Item& auxiliary) const;
  static std::uint32_t mark_of(std::string_view text);
  void absorb_preposition();
  bool is(const Item& item, Word word) const { return grammar_->is(item.classes, word); }
  Pos pos_at(std::size_t at) const { return at < items_.size() ? items_[at].pos : Pos::stop; }
  bool glued(std::size_t at) const;

  const TextView* view_ = nullptr;
  const Grammar* grammar_ = nullptr;
  std::span<const Annotation> annotations_;
  std::span<const Item> items_;
  std::vector<Group> groups_;
};

}  // namespace liaison
