// Fills the frames of a sentence: who stands in which place of a trigger.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "relations/compose_status.h"
#include "relations/cues.h"
#include "relations/parties.h"
#include "relations/status.h"
#include "relations/telling_weights.h"

namespace liaison {

/// Participants found in one place of a trigger.
struct Filled {
  Symbol place;
  std::uint8_t side = 0;
  Party party;
  std::uint8_t flags = 0;   ///< of the slot

  /// True if the slot joins those who stand in it.
  bool is_of_set() const { return (flags & Slot::kSet) != 0; }
};

/// What one trigger of a sentence tells.
struct EventTelling {
  Symbol kind, status;
  std::uint32_t rule = 0;
  const Trigger* trigger = nullptr;
  std::uint32_t group = Group::kNone;                 ///< the group of the trigger
  std::uint32_t trigger_first = 0, trigger_last = 0;  ///< tokens
  bool joint = false;                                 ///< all are joined with all
  bool apart = false;                                 ///< told not to be together: by phone
  std::vector<Filled> filled;
  int score = 0;                                      ///< points for it, less those against it
};

/// Finds what the triggers of a sentence tell. Requires: used by one thread at a time; memory is reused.
class FrameMatcher {
 public:
  /// Adds the tellings of the sentence, in text order, and last those of nouns whose parties another one of them tells. What is told
  /// feeds `references`.
  void run(const ClauseReading& reading, References& references, std::vector<EventTelling>& out);

  /// How often a trigger was left because the budget of steps of a sentence was used up.
  std::size_t exhausted = 0;

 private:
  /// How far from its trigger a prepositional phrase may stand, in groups.
  static constexpr std::uint32_t kPhraseReach = 24;

  const Trigger* trigger_at(std::uint32_t group, const Trigger* after = nullptr) const;
  void read_words();
  bool may_stand(WordId word) const { return word == kNoWord || (words_[word / 64 % words_.size()] >> word % 64 & 1) != 0; }
  bool tells_of_itself(const Trigger& trigger) const;
  bool is_named(const Group& group) const;
  std::uint32_t noun_of(std::uint32_t group) const;
  std::uint32_t agreement_above(const Trigger& trigger, std::uint32_t verb) const;
  bool words_before(std::uint32_t group, const Trigger& trigger) const;
  void match(const Trigger& trigger, std::uint32_t at);
  bool may_count(const Trigger& trigger, std::uint32_t at) const;
  void fill_beside_verb(const Trigger& trigger, std::uint32_t verb);
  void fill_beside_noun(const Trigger& trigger, std::uint32_t at);
  bool is_struck(std::uint32_t noun) const;
  void match_inside(std::uint32_t verb);
  void note_untold(const Trigger& trigger, std::uint32_t at);
  void tell_untold(std::size_t first);
  const EventTelling* meeting_for(const EventTelling& untold, std::size_t first) const;
  const EventTelling* carrier_of(const EventTelling& untold, std::size_t first) const;
  bool is_about(std::uint32_t at, std::uint32_t noun) const;
  bool is_attended_where(std::uint32_t noun) const;
  bool left_to_party(std::uint32_t at) const;
  bool lends_party(std::uint32_t at) const;
  void fill_slot(const Trigger& trigger, const Slot& slot, std::uint32_t at);
  bool opens_pair(const Trigger& trigger, const Party& party, std::uint32_t at) const;
  void add_leader(const Trigger& trigger, std::uint32_t at);
  bool has_object_place(const Trigger& trigger) const;
  std::uint32_t object_behind_particle(std::uint32_t verb) const;
  bool fill_doer_told_above(std::uint32_t verb, Parties& out) const;
  void fill_verb_place(const Trigger& trigger, const Slot& slot, std::uint32_t at, Parties& out);
  std::uint32_t subject_in_place(const Trigger& trigger, std::uint32_t verb) const;
  std::uint32_t object_in_place(std::uint32_t verb) const;
  void fill_maker(const Trigger& trigger, std::uint32_t verb, Parties& out);
  void fill_owner(std::uint32_t verb, Parties& out);
  bool is_told_more(std::uint32_t object, std::uint32_t verb, const Parties& found) const;
  void fill_self(std::uint32_t at, Parties& out);
  bool is_own_word(std::uint32_t group, std::uint32_t at) const;
  void fill_member(std::uint32_t verb, Parties& out);
  void collect_place(const Slot& slot, std::uint32_t noun, Parties& out);
  void collect_whose(std::uint32_t noun, Parties& out);
  void collect_joined(std::uint32_t noun, Parties& out);
  std::uint32_t antecedent_behind(WordId preposition, std::uint32_t at) const;
  bool joined_beside(std::uint32_t noun) const;
  bool on_errand(std::uint32_t verb) const;
  bool in_scene(std::uint32_t verb) const;
  bool has_task(std::uint32_t verb) const;
  bool is_doing(std::uint32_t verb) const;
  bool has_pair(std::uint32_t verb) const;
  bool is_phrase_of(std::uint32_t preposition, std::uint32_t at) const;
  bool brings_together(std::uint32_t preposition) const;
  bool tells_of(std::uint32_t noun, Symbol kind, std::uint32_t without) const;
  bool is_place(std::uint32_t noun) const;
  bool are_together(std::uint32_t at) const;
  bool are_apart(std::uint32_t at) const;
  bool does_one_thing(std::uint32_t verb) const;
  bool stands_on_one_side() const;
  bool may_be_of_another(std::uint32_t at, std::uint32_t verb, std::uint32_t preposition) const;
  bool acts_apart() const;
  std::uint32_t thing_done(std::uint32_t verb) const;
  bool serves_another(std::uint32_t verb) const;
  bool has_companion(std::uint32_t verb) const;
  bool is_a_say(std::uint32_t noun) const;
  bool is_described(std::uint32_t object, std::uint32_t verb) const;
  bool is_one(std::uint32_t noun, const Parties& found) const;
  bool is_told_behind(std::uint32_t object, std::uint32_t verb) const;
  bool is_turned_to(std::uint32_t pronoun) const;
  bool asks_for_press(const Party& party) const;
  bool is_relative(const Party& party) const;
  bool is_barred(const Party& party) const;
  bool is_of_subtype(EntityId entity, Symbol subtype) const;
  bool is_site(EntityId entity) const;
  bool by_medium(std::uint32_t verb) const;
  bool by_outsider(std::uint32_t preposition, std::uint32_t at) const;
  bool takes_particle(std::uint32_t preposition, const Slot& slot) const;
  bool is_theme_of(std::uint32_t noun, std::uint32_t at) const;
  void fill_noun_place(const Trigger& trigger, const Slot& slot, std::uint32_t at, Parties& out);
  void fill_preposition(const Trigger& trigger, const Slot& slot, std::uint32_t at, Parties& out);
  void fill_members(std::uint32_t at, Parties& out);
  bool is_compound(std::uint32_t preposition) const;
  std::uint32_t nearest_taker(std::uint32_t preposition) const;
  bool is_exampled(std::uint32_t noun) const;
  bool is_spoken_to(std::uint32_t noun, std::uint32_t verb) const;
  bool stands_behind_place(std::uint32_t preposition, std::uint32_t at) const;
  bool is_absolute(std::uint32_t preposition) const;
  bool hangs_on(std::uint32_t preposition, const Slot& slot, std::uint32_t at) const;
  bool is_done_by_another(std::uint32_t verb) const;
  bool reaches(std::uint32_t preposition, std::uint32_t at, WordId word, bool purpose = false, bool set = false) const;
  bool is_of_circumstance(std::uint32_t marker, std::uint32_t noun, std::uint32_t preposition, std::uint32_t at) const;
  bool has_agent(std::uint32_t at, std::uint32_t end) const;
  bool is_done_as_well(std::uint32_t verb, std::uint32_t noun) const;
  bool shares_phrases(std::uint32_t group, std::uint32_t at, bool purpose) const;
  bool acts_together(std::uint32_t owner) const;
  bool has_phrase(std::uint32_t noun, WordId preposition, std::uint32_t end) const;
  bool is_accredited(std::uint32_t noun, std::uint32_t preposition) const;
  bool tells_only_of(std::uint32_t verb, std::uint32_t noun) const;
  std::uint32_t verb_beside(std::uint32_t word) const;
  bool carries(std::uint32_t verb, std::uint32_t noun) const;
  bool lacks_object(const Trigger& trigger, std::uint32_t at) const;
  bool takes(std::uint32_t group, WordId preposition) const;
  bool keeps(std::uint32_t noun, std::uint32_t preposition, std::uint32_t at) const;
  bool in_compound(std::uint32_t noun, WordId word) const;
  bool is_forbidden(const Trigger& trigger, std::uint32_t at) const;
  std::uint32_t place_head(Symbol place, std::uint32_t at) const;
  std::uint32_t agent_of(std::uint32_t verb) const;
  std::uint32_t actor_of(std::uint32_t verb) const;
  std::uint32_t maker_of(std::uint32_t verb) const;

  // The side that a noun leaves untold.
  bool is_attended(std::uint32_t preposition) const;
  bool moves_past(std::uint32_t verb, std::uint32_t preposition) const;
  bool turns_to_others(std::uint32_t verb, std::uint32_t preposition) const;
  struct Step;
  void fill_controller(const Trigger& trigger, std::uint32_t at);
  std::uint32_t attendees_of(std::uint32_t at) const;
  void fill_invited(const Trigger& trigger, std::uint32_t verb);
  void climb(const Trigger& trigger, std::uint32_t at);
  bool may_be_told_before(const Step& here) const;
  void fill_from_noun(const Trigger& trigger, std::uint32_t verb);
  void control_by_verb(const Trigger& trigger, const Step& here, std::uint32_t at);
  std::uint32_t control_by_noun(const Trigger& trigger, const Step& here);
  void control_past_place(const Trigger& trigger, std::uint32_t place);
  std::uint32_t control_by_other(const Trigger& trigger, const Step& here);
  void fill_from_afar(const Trigger& trigger, std::uint32_t at);
  void add_reached(const Trigger& trigger, std::uint32_t noun);
  void add_companion(const Trigger& trigger, std::uint32_t verb);
  std::uint32_t turned_to(std::uint32_t verb) const;
  std::uint32_t addressee_of(std::uint32_t verb) const;
  bool tells_of_others(std::uint32_t noun) const;
  void add_addressee(const Trigger& trigger, std::uint32_t verb);
  bool turns_in(std::uint32_t preposition) const;
  bool add_sayer(const Trigger& trigger, std::uint32_t verb);
  void fill_relative(const Trigger& trigger, std::uint32_t at);
  Symbol first_place(const Trigger& trigger, bool other_side) const;
  const Slot* own_slot(const Trigger& trigger) const;
  Symbol lent_place(const Trigger& trigger) const;
  bool stands_joined(const Trigger& trigger, std::uint32_t at) const;
  bool is_bare(const Trigger& trigger, std::uint32_t at) const;
  bool is_of_something(const Trigger& trigger, std::uint32_t at) const;
  bool stands_beside(const Trigger& trigger) const;
  bool is_part_of_name(std::uint32_t place, std::uint32_t noun) const;
  void support(const Trigger& trigger, std::uint32_t noun, std::uint32_t verb, const Cue& cue);
  bool lies_ahead(std::uint32_t preposition) const;
  bool adjunct(Symbol kind, std::uint32_t preposition) const;
  std::uint32_t speaker_of(std::uint32_t at) const;
  bool told_of_another(std::uint32_t at) const;
  bool is_someone(std::uint32_t noun) const;
  bool stands_in(std::uint32_t noun, std::uint32_t verb) const;
  void add_host(const Trigger& trigger, std::uint32_t at);
  void add_destination(const Trigger& trigger, std::uint32_t at);
  void add_home(const Trigger& trigger, Symbol place);
  void add_speaker(const Trigger& trigger, Symbol place, std::uint32_t noun);
  void add(const Trigger& trigger, const Slot& slot, const Parties& parties);
  void add_to(const Trigger& trigger, Symbol place, const Parties& parties);
  void collect(std::uint32_t noun, Parties& out);
  void add_at(const Trigger& trigger, Symbol place, std::uint32_t noun, bool lent = false);

  void let_bodies_stand();
  void leave_out_own();
  bool sits_in_parliament(const Filled& filled) const;
  bool is_told_in_passing(const Trigger& trigger) const;
  bool is_told_below() const;
  const char* finish(const Trigger& trigger);
  bool are_alternatives() const;
  bool is_each_at_own_time() const;
  bool is_joint(const Trigger& trigger) const;
  bool lacks_others(const Trigger& trigger) const;
  bool is_self(const Filled& filled) const;
  void derive(const Trigger& trigger, std::uint32_t at);
  bool theme_in(const Derivation& derivation, std::uint32_t at) const;
  bool makes(std::uint32_t verb, Symbol kind) const;
  bool is_event_of(std::uint32_t group, Symbol kind) const;
  Parties told() const;
  std::size_t side_count() const;
  std::size_t set_count() const;

  const ClauseReading* r_ = nullptr;
  std::array<std::uint64_t, 4> words_{};  // of the sentence and the token behind it, as bits, of which several may share one
  References* references_ = nullptr;
  std::vector<EventTelling>* out_ = nullptr;
  EventTelling now_;
  std::vector<EventTelling> untold_;  // nouns of the sentence that lack those who take part
  bool controlled_ = false;    // who could be the untold side is told, if by no name
  bool his_ = false;           // the noun is that of a person whom its pronoun does not tell
  bool owned_ = false;         // the noun is that of somebody without a name
  bool listed_ = false;        // who is told is said to be among those who take part
  bool unnamed_ = false;       // somebody without a name stands on another side
  std::uint32_t source_ = Group::kNone;  // the group from which the status is worked out
  bool mutual_ = false;        // `each other`, `exchanged letters`
  bool joined_ = false;        // `A, along with B, developed …`
  bool examples_ = false;      // who acts is told by examples: `firms like A and B`
  std::vector<TellingFeature> features_;
  std::vector<std::uint32_t> asked_;  // pronouns for which somebody was found: nobody else stands there too
};

}  // namespace liaison
