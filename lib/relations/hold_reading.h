// One sentence as the finder of holds reads it, and the word classes that it asks for.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>

#include "liaison/analysis.h"
#include "relations/bearers.h"
#include "relations/name_list.h"
#include "rules/annotation.h"
#include "rules/unit.h"
#include "text/sentences.h"

namespace liaison {

/// The word classes that tell when a role is held. Looked up once for each pack.
struct HoldClasses {
  ClassId former = ClassId::none, incoming = ClassId::none, current = ClassId::none, nationality = ClassId::none;
  ClassId dead = ClassId::none;          ///< before a name: "late"
  ClassId filler = ClassId::none;        ///< before a role, and says nothing of when: "acting"
  ClassId end = ClassId::none;           ///< behind the holder: "resigned"
  ClassId death = ClassId::none;         ///< the same, of all his roles: "died"
  ClassId death_noun = ClassId::none;    ///< whose bearer is dead: "the murder of Ann Lee"
  ClassId not_done = ClassId::none;      ///< before such a noun, a role or `successor`: "attempted", "possible"
  ClassId tenure_noun = ClassId::none;   ///< what somebody led: "the Bush administration"
  ClassId under = ClassId::none;         ///< between a role and him under whom it is held: "under"
  ClassId serving = ClassId::none;       ///< the same before his office: "to President Lee"
  ClassId in_tenure = ClassId::none;     ///< the same before what he led: "in the Lee government"
  ClassId beginning = ClassId::none;     ///< verbs of how somebody came to an office
  ClassId year_preposition = ClassId::none;  ///< before the year of a deed: "in"
  ClassId public_office = ClassId::none;
  ClassId ended = ClassId::none;         ///< behind the phrase of a role: "until"
  ClassId era = ClassId::none;           ///< those of `former` that name a time: "19th-century"
  ClassId studying_role = ClassId::none; ///< of one whose field a time may be: "curator"
  ClassId number_word = ClassId::none;   ///< before roles: "the court's four justices"
  ClassId weekday = ClassId::none;       ///< in a date of these days: "on Friday"
  ClassId direction = ClassId::none;     ///< begins one: "last week"
  ClassId time_noun = ClassId::none;     ///< before the year of a date: "summer"
  ClassId relative = ClassId::none;
  ClassId perfect = ClassId::none;       ///< auxiliaries of an act that is done: "has"
  ClassId sought = ClassId::none;        ///< behind a role that nobody holds: "candidate"
  ClassId comma = ClassId::none;
  ClassId participle = ClassId::none;
  ClassId infinitive = ClassId::none;    ///< before a verb: "to"
  ClassId pronoun = ClassId::none, adverb = ClassId::none, subordinator = ClassId::none;
  ClassId auxiliary = ClassId::none, verb_past = ClassId::none, verb_3sg = ClassId::none, verb_base = ClassId::none;
  ClassId verb = ClassId::none;          ///< tells of a role without naming it: "heads"
  ClassId say = ClassId::none;
  ClassId adjective = ClassId::none;
  ClassId party_member = ClassId::none;  ///< may stand before a role: "Republican"
  ClassId body_noun = ClassId::none;     ///< before a role: "party"
  ClassId owning_noun = ClassId::none;   ///< before a role, of a body with the noun in its name: "committee"
  ClassId town_noun = ClassId::none;     ///< before a role, of a place: "city"
  ClassId speaking_role = ClassId::none; ///< of one who speaks for a body: "spokesman"
  ClassId deputy_word = ClassId::none;   ///< begins the role of a deputy: "vice"
  ClassId company_role = ClassId::none;  ///< roles whose body may be told elsewhere
  ClassId country_noun = ClassId::none;  ///< descriptions of countries: "nation"
  ClassId place_noun = ClassId::none;    ///< descriptions of them and of other places: "state"
  ClassId org_noun = ClassId::none;      ///< descriptions of organisations
  ClassId possessive = ClassId::none;    ///< "its"
  ClassId national_role = ClassId::none; ///< offices of a country: "minister"
  ClassId of_preposition = ClassId::none, preposition = ClassId::none;
  ClassId by_preposition = ClassId::none;  ///< before who acts: "fired by President Lee"
  ClassId private_role = ClassId::none;  ///< no place has it: "analyst"
  ClassId occupation = ClassId::none;    ///< no office: "writer"
  ClassId client_role = ClassId::none;   ///< no office but to somebody: "physician"
  ClassId role_phrase = ClassId::none;   ///< offices of several words: "chief strategist"
  ClassId trade = ClassId::none;         ///< what somebody is with no body of its own: "lawyer"
  ClassId predecessor = ClassId::none, successor = ClassId::none, counterpart = ClassId::none;  ///< who is told by another's office
  ClassId elected_role = ClassId::none;  ///< no party has it: "senator"
  ClassId womans_role = ClassId::none;   ///< of women alone: "actress"
  ClassId role_head = ClassId::none, role_plural = ClassId::none, the = ClassId::none;
  ClassId head_of_state = ClassId::none; ///< offices of which the lists know when somebody left them
  ClassId link = ClassId::none;          ///< between a role and its body: "senator from Ohio"
  GenderClasses gender;                  ///< "he" and "she"
  NameListClasses list;                  ///< what holds a list of people together

  HoldClasses() = default;
  explicit HoldClasses(const Lexicon& lexicon);
};

/// A sentence in units with the names of its document. A view: all that it refers to outlives it.
struct HoldReading {
  const HoldClasses* classes = nullptr;
  TextView view;
  std::span<const Sentence> sentences;
  std::span<const Annotation> annotations;
  std::span<const Entity> entities;
  std::span<const Unit> units;         ///< of the sentence that is read
  std::string_view date;               ///< of the document, `YYYY-MM-DD…`, as far as it is told
  int year = 0;                        ///< of the document; 0: not told
  bool dated = false;                  ///< its date tells the year; else its text, which may be of a later year

  EntityId main_body = EntityId::none;  ///< the firm that the document is about, if there is one
  std::unordered_map<std::string_view, EntityId> places;  ///< of the document, by their names and those of the gazetteers

  /// Begins a document: finds its places.
  void read_places();
  /// True if a word or phrase of the class begins at a unit.
  bool begins(std::uint32_t unit, ClassId word_class) const;
  /// True if a phrase of the class begins at a token of the document.
  bool phrase_begins(std::uint32_t token, ClassId word_class) const { return phrase_end(token, word_class) > token; }
  /// Behind the phrase of the class that begins at a token, a longer one first; the token where none does.
  std::uint32_t phrase_end(std::uint32_t token, ClassId word_class) const;
  /// True if a preposition stands before the phrase in which a token stands, so that the verb behind is told of another one:
  /// "the son of Senator Ann Lee died". No preposition that begins a clause ("In Ohio Senator Ann Lee died").
  bool is_complement(std::uint32_t token) const;
};

}  // namespace liaison
