// Who holds which role: runs the rules `holds(person, role, org)` over the sentences that tell of roles.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "liaison/analyzer.h"
#include "relations/bearers.h"
#include "relations/name_list.h"
#include "rules/annotation.h"
#include "rules/matcher.h"
#include "rules/program.h"

namespace liaison {

/// The word classes that tell when a role is held. Looked up once for each pack.
struct HoldClasses {
  ClassId former = ClassId::none, incoming = ClassId::none, current = ClassId::none, nationality = ClassId::none;
  ClassId end = ClassId::none;           ///< behind the holder: "resigned"
  ClassId pronoun = ClassId::none;
  ClassId verb = ClassId::none;          ///< tells of a role without naming it: "heads"
  ClassId say = ClassId::none;
  ClassId body_noun = ClassId::none;     ///< before a role: "committee"
  ClassId company_role = ClassId::none;  ///< roles whose body may be told elsewhere
  ClassId country_noun = ClassId::none;  ///< descriptions of countries; all others are of organisations
  ClassId private_role = ClassId::none;  ///< no place has it: "analyst"
  ClassId elected_role = ClassId::none;  ///< no party has it: "senator"
  GenderClasses gender;                  ///< "he" and "she"
  NameListClasses list;                  ///< what holds a list of people together

  HoldClasses() = default;
  explicit HoldClasses(const Lexicon& lexicon);
};

/// Finds holds. Requires: used by one thread at a time; memory is reused.
class HoldFinder {
 public:
  /// Replaces `holds` by those of the document, each once with all its evidence, in order of their first telling.
  /// Annotations are sorted, names resolved; participants' mentions index the annotations. `spans` of evidence are
  /// bytes of the view's text. A role whose body is told in one place is not told a second time without it.
  void run(const RuleBook& rules, const HoldClasses& classes, const TextView& view, std::span<const Sentence> sentences,
           std::span<const Annotation> annotations, std::span<const Entity> entities, Trace* trace,
           std::vector<Hold>& holds);

  /// Its matcher, which counts what it gave up and its steps.
  const Matcher& matcher() const { return matcher_; }

 private:
  struct Found {
    std::uint32_t person;                 // its annotation
    std::uint32_t role_first, role_last;  // tokens
    EntityId org;
    Symbol when;
    std::string_view verb;                // the role that a verb tells of; empty where the text names the role
    std::uint32_t rule, match_first, length;
    int priority;
    bool shared;                          // told of another holder of the same role word: "his counterpart"
    Sentence sentence;
  };

  void match_sentence(Sentence sentence);
  void read_action(const Match& match, const Action& action, Sentence sentence);
  void find_holders(std::string_view list, const UnitRange& person);
  EntityId body_of(const UnitRange& range) const;
  Symbol kind_of(EntityId body) const;
  bool is_of_state(EntityId body) const;
  bool fits(EntityId body, const Unit& role) const;
  bool names_body(const Unit& word) const;
  EntityId body_near(std::uint32_t token, Sentence sentence, Symbol type) const;
  EntityId body_elsewhere(std::string_view told, const UnitRange& body, const UnitRange& role, Sentence sentence) const;
  EntityId only_body(Sentence sentence, std::uint32_t before, Symbol type) const;
  bool is_company_role(const Unit& role) const;
  bool ends_behind(std::uint32_t unit) const;
  std::string_view country_of(const UnitRange& range) const;
  bool tells_verb(Sentence sentence) const;
  bool refers(Sentence sentence) const;
  std::uint32_t person_at(const Unit& unit) const;
  UnitRange roles_of(const Match& match) const;
  bool begins(std::uint32_t unit, ClassId word_class) const;
  Symbol last_time(std::uint32_t first, std::uint32_t last) const;
  Symbol time_of(const Match& match, const Action& action, const UnitRange& person, const UnitRange& role) const;
  std::string text_of(const Found& found) const;
  void keep_best();
  std::string in_words(const Found& found) const;
  void tell(const Found& found, const Found* winner) const;
  void add(const Found& found, std::vector<Hold>& holds) const;
  std::string role_key(std::string_view role) const;

  const RuleBook* rules_ = nullptr;
  const HoldClasses* classes_ = nullptr;
  TextView view_;
  std::span<const Sentence> sentences_;
  std::span<const Annotation> annotations_;
  std::span<const Entity> entities_;
  Trace* trace_ = nullptr;
  Matcher matcher_;
  std::vector<Unit> units_;
  std::vector<Match> matches_;
  std::vector<Found> found_;
  std::vector<ListedPerson> holders_;     // of the action that is read
};

}  // namespace liaison
