// The word classes that the syntax of groups and clauses rests on.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "lexicon/class_set.h"
#include "lexicon/lexicon.h"
#include "rules/annotation.h"

namespace liaison {

/// A word class that the syntax asks for.
enum class Word : std::uint8_t {
  determiner, possessive, definite, pronoun, personal, reciprocal, preposition, compound_preposition,
  conjunction, conjunction_and, conjunction_or, subordinator, subordinator_condition, relative,
  be, have, auxiliary_do, get, modal, modal_planned, negation, adverb, adjective,
  time, number, verb_base, verb_3sg, verb_past, verb_participle, verb_gerund, noun_singular, noun_plural,
  infinitive_marker, possessive_marker, say, party, description, plural_subject, male, female, neuter,
  plural_pronoun, first_person, complementizer, list_opener, agent_marker, part_marker, ordinal, office,
  vague, negative_determiner, unit, question, pair, nationality,
  aux_base, aux_participle, aux_gerund, aux_past, adverb_ending, participle_ending, gerund_ending, plural_ending,
  temporal, reported_future, time_to_come, observer, description_person, description_male, description_female, description_org,
  description_gpe, description_any, given_male, given_female, source_marker, inanimate, residence, triple, weekday,
  agreement, listing, role_marker, copular, infinitive_subject,
  own_thing, own_several, own_speaker, travel, addressee, trigger, body, relative_owner, ahead, honorific, rank, description_business,
  description_country, inside, at_place, elected, retrospect, toward, credit, hyphen, duty, verb_prefix, quantifier,
  topical, spatial, discussing, no_topic, situated, place_noun,
  article, distributive, head_of_state, own_joint, joint_marker, noun_phrase, says_stated, says_claimed, says_believed, says_denied, says_directly, tells_events, crediting, hearsay, rumour, accredited, membership, since, until, leading, content_verb, content_adjective,
  former, press,
  count
};

/// The name of each class in the pack, in the order of `Word`.
inline constexpr std::array<std::string_view, static_cast<std::size_t>(Word::count)> kWordClassNames{
    "determiner", "determiner[kind=possessive]", "determiner[def=yes]", "pronoun", "pronoun[kind=personal]",
    "pronoun[kind=reciprocal]", "preposition", "preposition[kind=compound]", "conjunction", "conjunction[kind=and]",
    "conjunction[kind=or]", "subordinator", "subordinator[status=possible]", "relative_pronoun", "auxiliary[lemma=be]",
    "auxiliary[lemma=have]", "auxiliary[lemma=do]", "auxiliary[lemma=get]", "modal", "modal[status=planned]",
    "negation", "adverb", "adjective", "time_noun", "number_word", "verb_base", "verb_3sg", "verb_past",
    "verb_participle", "verb_gerund", "noun_singular", "noun_plural", "infinitive_marker", "possessive_marker",
    "say_verb", "party_noun", "description_noun", "pronoun[case=subj]", "pronoun[gender=m]", "pronoun[gender=f]",
    "pronoun[gender=n]", "pronoun[number=pl]", "pronoun[person=1]", "complementizer", "list_opener", "agent_marker",
    "part_marker", "number_word[kind=ordinal]", "public_office", "number_word[kind=vague]", "negative_determiner",
    "unit_noun", "determiner[kind=question]", "number_word[value=2]", "nationality",
    "auxiliary[form=base]", "auxiliary[form=participle]", "auxiliary[form=gerund]", "auxiliary[tense=past]",
    "adverb_ending", "participle_ending", "gerund_ending", "plural_ending",
    "preposition[kind=time]", "reported_future", "time_to_come", "observer_noun",
    "description_noun[type=PERSON]", "description_noun[gender=m]", "description_noun[gender=f]", "description_noun[type=ORG]", "description_noun[type=GPE]",
    "description_noun[type=any]", "given_male", "given_female", "source_marker",
    "pronoun[gender=n]", "residence_noun", "number_word[value=3]", "time_noun[kind=weekday]",
    "agreement_verb", "listing_verb", "preposition[kind=role]", "copular_verb", "preposition[kind=purpose]",
    "determiner[owner=thing]", "determiner[owner=several]", "determiner[owner=speaker]",
    "travel_verb", "addressee_verb", "frame trigger",
    "body_word", "relative_pronoun[case=poss]", "subordinator[tense=ahead]", "honorific", "role_modifier[kind=rank]",
    "description_noun[kind=business]", "description_noun[kind=country]", "in_preposition",
    "at_preposition", "elected_role", "adverb[kind=retrospect]", "to_preposition", "credit_cue", "hyphen", "modal[kind=duty]", "verb_prefix", "quantifier",
    "preposition[kind=topic]", "preposition[kind=place]", "discussing_verb", "not_a_topic", "situation_noun", "place_head[type=LOC]",
    "determiner[kind=article]", "determiner[kind=each]", "head_of_state", "determiner[kind=joint]", "preposition[kind=joint]", "noun_phrase",
    "say_verb[certainty=stated]", "say_verb[certainty=claimed]", "say_verb[certainty=believed]", "say_verb[certainty=denied]", "say_verb[kind=direct]",
    "say_verb[object=event]",
    "crediting_preposition", "hearsay_word", "rumour_noun", "accredited_role", "preposition[kind=member]", "preposition[start=past]", "preposition[bound=end]", "leading_verb",
    "content_verb", "content_adjective", "role_time_former", "press_role"};

/// The ids of those classes in one pack. Immutable and safe to share.
class Grammar {
 public:
  Grammar() { ids_.fill(ClassId::none); }
  explicit Grammar(const Lexicon& lexicon);

  ClassId id(Word word) const { return ids_[static_cast<std::size_t>(word)]; }
  bool is(const ClassSet& classes, Word word) const { return classes.has(id(word)); }
  /// True if the token's word is in the class.
  bool is(const TextView& view, std::uint32_t token, Word word) const { return is(view.classes(token), word); }

 private:
  std::array<ClassId, static_cast<std::size_t>(Word::count)> ids_;
};

}  // namespace liaison
