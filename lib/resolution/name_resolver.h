// Puts the names of a document together: which mentions are one person, body or place.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "liaison/analyzer.h"
#include "recognition/name_finder.h"
#include "resolution/nicknames.h"
#include "resolution/short_names.h"
#include "rules/annotation.h"

namespace liaison {

/// Two names that the text itself says are one: "Meta, formerly known as Facebook". Indices of annotations.
struct ToldAlias {
  std::uint32_t a = 0, b = 0;
  RuleId rule = RuleId::none;
};

/// Resolves names within a document. Requires: used by one thread at a time; memory is reused.
class NameResolver {
 public:
  /// Sets the `entity` of each name among the annotations and replaces `entities`, in order of their first mention.
  /// One string of one type is one entity, but for a surname or given name alone, which belongs to the person who
  /// bears it and whom its address fits (`ShortNames`); a short form or acronym belongs to the body that it fits.
  /// `mentions` of the entities index the annotations. Near linear.
  void run(const TextView& view, const NameClasses& classes, const Nicknames& nicknames, std::span<const ToldAlias> told,
           std::vector<Annotation>& annotations, std::vector<Entity>& entities);

 private:
  /// The mentions of one string.
  struct Node {
    std::uint64_t key = 0;                       // of its type and words
    std::uint32_t first_annotation = 0;
    std::uint32_t parent = 0;
    Symbol type;
    bool short_person = false;                   // a part of a full name: goes by occurrence
    bool is_bearer = false;                      // somebody without a full name, known by his title
    bool suffix = false;                         // a person told from his father: "Jr."
    Gender gender = Gender::unknown;             // of a person
    std::uint32_t known = Annotation::kUnknown;  // what the gazetteers know a person as
    std::uint32_t first_word = 0, word_count = 0;  // in words_: without suffixes
  };
  /// How a body is called by its letters.
  struct Letters {
    std::string initials;  // of all its capitalised words, suffixes too, small
    std::string letters;   // the first ones of its words, without connecting ones
    std::string all;       // those of connecting ones too: "AFP" for "Americans for Prosperity"
    std::string own;       // of a single word: its letters, without full stops
    bool kind = false;     // a single word for a kind of body, which no list knows as a name: "the Commission"
    bool authority = false;  // known as one of a state, whose parts have names of their own
  };
  /// One written form of an entity.
  struct FormUse {
    std::uint32_t tokens = 0, count = 0;
    std::uint32_t known = Annotation::kUnknown;   // as what the gazetteers know it, where they do
  };
  /// How the gazetteers spell an entity.
  struct Spelled {
    std::uint32_t entity = 0xffffffff;
    std::string name;
  };
  std::uint32_t find(std::uint32_t node);
  void join(std::uint32_t a, std::uint32_t b);
  std::span<const WordId> words(const Node& node) const {
    return std::span(words_).subspan(node.first_word, node.word_count);
  }
  void make_nodes(const TextView& view, const NameClasses& classes, std::span<const Annotation> annotations);
  std::uint32_t node_of(const Node& node);
  void join_known(const TextView& view, const NameClasses& classes, std::span<const Annotation> annotations);
  void note_person(const TextView& view, const NameClasses& classes, const Annotation& name, const Address& address, Node& node);
  static bool is_known(const TextView& view, const NameClasses& classes, const Node& node, const Annotation& name);
  void join_persons(const TextView& view, const Nicknames& nicknames);
  void join_persons(const TextView& view, const Nicknames& nicknames, std::uint32_t a, std::uint32_t b);
  void read_letters(const TextView& view, const NameClasses& classes, std::span<const Annotation> annotations);
  void note_short_forms();
  void join_bodies(const TextView& view, const NameClasses& classes);
  bool is_short_form(const TextView& view, const NameClasses& classes, std::uint32_t small, std::uint32_t large) const;
  bool are_father_and_son(const Node& a, const Node& b) const;
  ShortNames::Use use_of(const TextView& view, const NameClasses& classes, std::span<const Annotation> annotations, std::uint32_t annotation);
  void find_bearers(const TextView& view, const NameClasses& classes, std::span<const Annotation> annotations);
  void note_form(std::string_view form, const Annotation& use, Entity& entity, std::vector<FormUse>& uses);
  static bool is_fuller(std::string_view name, std::string_view canonical, const Lexicon& lexicon, ClassId legal_suffix);
  std::string known_as(const Entity& entity, const std::vector<FormUse>& uses, const FormUse& fullest, const Lexicon& lexicon,
                       ClassId legal_suffix);
  const std::string& canonical_name(const Lexicon& lexicon, std::uint32_t entity);
  void number_entities(const TextView& view, const NameClasses& classes, std::vector<Annotation>& annotations,
                       std::vector<Entity>& entities);
  void make_entities(const TextView& view, const NameClasses& classes, std::vector<Annotation>& annotations,
                     std::vector<Entity>& entities);

  std::vector<Node> nodes_;
  std::vector<WordId> words_;
  std::vector<std::uint32_t> slots_;    // a hash table of the nodes: 1 + index, or 0
  std::vector<std::uint32_t> node_of_;  // for each annotation; kNone for what is no name
  std::vector<std::pair<std::uint64_t, std::uint32_t>> known_;  // type and name in the gazetteers, node
  std::vector<std::uint32_t> persons_, bodies_;  // nodes
  std::vector<Letters> letters_;        // for each of bodies_
  std::vector<std::pair<std::uint64_t, std::uint32_t>> short_forms_;  // what each of them may be called for short, hashed; sorted
  ShortNames short_names_;
  std::vector<std::uint32_t> titled_;   // annotations of surnames that are borne by somebody without a full name
  std::vector<EntityId> entity_of_;     // for each node
  std::vector<std::uint32_t> mentions_of_;  // how many each entity has
  std::vector<Spelled> spelled_;        // by the index of the entity
  std::uint64_t spelled_of_ = 0;        // the number of their lexicon
  std::vector<std::vector<FormUse>> uses_;  // for each entity and form
  std::string form_;
};

}  // namespace liaison
