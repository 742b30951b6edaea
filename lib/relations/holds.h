// Who holds which role: runs the rules `holds(person, role, org)` over the sentences that tell of roles.
#pragma once

#include <map>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "liaison/analyzer.h"
#include "relations/hold_choice.h"
#include "relations/hold_reading.h"
#include "rules/matcher.h"
#include "rules/program.h"

namespace liaison {

/// Finds holds. Requires: used by one thread at a time; memory is reused.
class HoldFinder {
 public:
  /// Replaces `holds` by those of the document, each once with all its evidence, in order of their first telling.
  /// Annotations are sorted, names resolved; participants' mentions index the annotations. `spans` of evidence are
  /// bytes of the view's text. A role whose body is told in one place is not told a second time without it.
  void run(const RuleBook& rules, const HoldClasses& classes, const TextView& view, std::span<const Sentence> sentences,
           std::span<const Annotation> annotations, std::span<const Entity> entities, std::string_view date, Trace* trace,
           std::vector<Hold>& holds);

  /// Its matcher, which counts what it gave up and its steps.
  const Matcher& matcher() const { return matcher_; }

 private:
  void match_sentence(Sentence sentence);
  void read_action(const Match& match, const Action& action, Sentence sentence);
  void find_holders(std::string_view list, const UnitRange& person, const Unit& role);
  bool tells_verb(Sentence sentence) const;
  bool refers(Sentence sentence) const;
  bool describes(Sentence sentence, std::span<const Annotation> own) const;
  void find_leader();
  bool has_country_beside(const Annotation& role) const;
  void seek_leaders(std::string_view of);
  std::uint32_t known_leader_of(const std::string& office, EntityId country, bool any_office);
  bool fits_gender(std::uint32_t person, const Unit& role) const;
  std::uint32_t person_at(const Unit& unit, std::string_view holder) const;
  UnitRange roles_of(const Match& match) const;
  bool is_trade_apart(const Match& match, const UnitRange& role, const UnitRange& body) const;
  bool is_only_thought_of(std::uint32_t role) const;
  void add(const FoundHold& found, std::vector<Hold>& holds);
  void add_evidence(const FoundHold& found, Sentence sentence, std::uint32_t role_first, std::uint32_t role_last, Hold& hold) const;

  const RuleBook* rules_ = nullptr;
  HoldReading reading_;
  Trace* trace_ = nullptr;
  Matcher matcher_;
  std::vector<Unit> units_;
  std::vector<Match> matches_;
  std::vector<FoundHold> found_;
  std::map<std::tuple<EntityId, EntityId, std::string>, std::size_t> told_;  // the holds by person, body and role
  std::map<std::pair<std::string, EntityId>, std::uint32_t> leaders_;  // by their offices (empty: any) and countries
  std::vector<ListedPerson> holders_;     // of the action that is read
  std::string_view seeks_;                // the only `holder=` that counts where leaders are looked for; else empty
};

}  // namespace liaison
