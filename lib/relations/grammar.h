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

/// The word classes that the syntax asks for: what C++ calls each, and its name in the pack.
#define LIAISON_GRAMMAR_WORDS(X) \
  X(determiner, "determiner") X(possessive, "determiner[kind=possessive]") X(definite, "determiner[def=yes]") \
  X(pronoun, "pronoun") X(personal, "pronoun[kind=personal]") X(reciprocal, "pronoun[kind=reciprocal]") \
  X(preposition, "preposition") X(compound_preposition, "preposition[kind=compound]") X(conjunction, "conjunction") \
  X(conjunction_and, "conjunction[kind=and]") X(conjunction_or, "conjunction[kind=or]") \
  X(subordinator, "subordinator") X(subordinator_condition, "subordinator[status=possible]") \
  X(relative, "relative_pronoun") X(relative_person, "relative_pronoun[kind=person]") \
  X(be, "auxiliary[lemma=be]") X(have, "auxiliary[lemma=have]") \
  X(auxiliary_do, "auxiliary[lemma=do]") X(modal, "modal") \
  X(modal_planned, "modal[status=planned]") X(negation, "negation") X(adverb, "adverb") X(adjective, "adjective") \
  X(time, "time_noun") X(number, "number_word") X(verb_base, "verb_base") X(verb_3sg, "verb_3sg") \
  X(verb_past, "verb_past") X(verb_participle, "verb_participle") X(verb_gerund, "verb_gerund") \
  X(noun_singular, "noun_singular") X(noun_plural, "noun_plural") X(infinitive_marker, "infinitive_marker") \
  X(possessive_marker, "possessive_marker") X(say, "say_verb") X(party, "party_noun") \
  X(description, "description_noun") X(plural_subject, "pronoun[case=subj]") X(male, "pronoun[gender=m]") \
  X(female, "pronoun[gender=f]") X(neuter, "pronoun[gender=n]") X(plural_pronoun, "pronoun[number=pl]") \
  X(first_person, "pronoun[person=1]") X(complementizer, "complementizer") X(list_opener, "list_opener") \
  X(agent_marker, "agent_marker") X(part_marker, "part_marker") X(ordinal, "number_word[kind=ordinal]") \
  X(office, "public_office") X(vague, "number_word[kind=vague]") X(negative_determiner, "negative_determiner") \
  X(question, "determiner[kind=question]") X(pair, "number_word[value=2]") \
  X(nationality, "nationality") X(aux_base, "auxiliary[form=base]") X(aux_participle, "auxiliary[form=participle]") \
  X(aux_gerund, "auxiliary[form=gerund]") X(aux_past, "auxiliary[tense=past]") X(aux_singular, "auxiliary[number=sg]") \
  X(adverb_ending, "adverb_ending") \
  X(participle_ending, "participle_ending") X(gerund_ending, "gerund_ending") X(plural_ending, "plural_ending") \
  X(owner_ending, "owner_ending") \
  X(temporal, "preposition[kind=time]") X(reported_future, "reported_future") X(time_to_come, "time_to_come") \
  X(observer, "observer_noun") X(description_person, "description_noun[type=PERSON]") \
  X(description_male, "description_noun[gender=m]") X(description_female, "description_noun[gender=f]") \
  X(description_org, "description_noun[type=ORG]") X(description_gpe, "description_noun[type=GPE]") \
  X(description_any, "description_noun[type=any]") X(given_male, "given_male") X(given_female, "given_female") \
  X(source_marker, "source_marker") X(residence, "residence_noun") \
  X(triple, "number_word[value=3]") X(weekday, "time_noun[kind=weekday]") X(agreement, "agreement_verb") \
  X(listing, "listing_verb") X(role_marker, "preposition[kind=role]") X(copular, "copular_verb") \
  X(infinitive_subject, "preposition[kind=purpose]") X(own_thing, "determiner[owner=thing]") \
  X(own_several, "determiner[owner=several]") X(own_speaker, "determiner[owner=speaker]") X(travel, "travel_verb") \
  X(together, "together_word") X(medium, "medium_word") X(through, "medium_preposition") X(relative_place, "relative[of=place]") \
  X(addressee, "addressee_verb") X(giving, "giving_verb") X(trigger, "frame trigger") X(body, "body_word") \
  X(relative_owner, "relative_pronoun[case=poss]") X(ahead, "subordinator[tense=ahead]") X(honorific, "honorific") \
  X(rank, "role_modifier[kind=rank]") X(description_business, "description_noun[kind=business]") \
  X(description_country, "description_noun[kind=country]") X(inside, "in_preposition") X(at_place, "at_preposition") \
  X(elected, "elected_role") X(retrospect, "adverb[kind=retrospect]") X(toward, "to_preposition") \
  X(credit, "credit_cue") X(hyphen, "hyphen") X(duty, "modal[kind=duty]") X(verb_prefix, "verb_prefix") \
  X(quantifier, "quantifier") X(topical, "preposition[kind=topic]") X(spatial, "preposition[kind=place]") \
  X(discussing, "discussing_verb") X(no_topic, "not_a_topic") X(situated, "situation_noun") \
  X(place_noun, "place_head[type=LOC]") X(article, "determiner[kind=article]") \
  X(distributive, "determiner[kind=each]") X(head_of_state, "head_of_state") X(own_joint, "determiner[kind=joint]") \
  X(joint_marker, "preposition[kind=joint]") X(pair_marker, "preposition[pair=yes]") X(noun_phrase, "noun_phrase") \
  X(says_stated, "say_verb[certainty=stated]") X(says_claimed, "say_verb[certainty=claimed]") \
  X(says_believed, "say_verb[certainty=believed]") X(says_denied, "say_verb[certainty=denied]") \
  X(says_directly, "say_verb[kind=direct]") X(tells_events, "say_verb[object=event]") \
  X(crediting, "crediting_preposition") X(hearsay, "hearsay_word") X(rumour, "rumour_noun") \
  X(accredited, "accredited_role") X(membership, "preposition[kind=member]") X(since, "preposition[start=past]") \
  X(until, "preposition[bound=end]") X(leading, "leading_verb") X(content_verb, "content_verb") \
  X(content_adjective, "content_adjective") X(former, "role_time_former") X(party_member, "party_member") \
  X(private_party, "party_noun[kind=private]") X(state_party, "party_noun[kind=state]") X(member_party, "party_noun[kind=member]") \
  X(private_sphere, "private_sphere") \
  X(faction, "faction_word") X(bond, "bond_noun") X(personal_bond, "bond_noun[kind=personal]") \
  X(media_head, "org_head[kind=media]") X(weak_head, "org_head[strong=no]") X(apart, "apart_word") \
  X(apart_in_time, "preposition[order=apart]") \
  X(seat, "elected_role[kind=seat]") X(press, "press_role") X(causal, "subordinator[kind=cause]") \
  X(temporal_clause, "subordinator[kind=time]") X(conjunction_but, "conjunction[kind=but]") X(month, "time_noun[kind=month]") \
  X(chance, "modal[kind=chance]") X(past_modal, "modal[tense=past]") X(spokesman, "speaking_role") \
  X(comparison, "preposition[kind=comparison]") X(content_noun, "content_noun") X(saying_noun, "saying_noun") \
  X(national_role, "national_role") X(kin, "kin_noun") \
  X(additive, "additive_word") X(joining, "joining_verb") X(joining_part_verb, "joining_verb[kind=part]") X(joining_part, "joining_part") \
  X(presence, "presence_word") \
  X(year, "year") X(further, "further") X(no_passive, "no_passive") X(comparative, "comparative") \
  X(of_subject, "telling_verb[owner=subject]") X(of_object, "telling_verb[owner=object]") \
  X(naming, "naming_verb") X(site, "site_head") X(opening_bracket, "opening_bracket") X(list_example, "list_opener[kind=example]") \
  X(company_role, "company_role") X(purpose, "purpose_verb") X(human, "human_noun") X(turning_with, "turning_verb[kind=with]") \
  X(turning_to, "turning_verb[kind=to]") X(description_kind, "description_noun[named=before]")

/// A word class that the syntax asks for.
enum class Word : std::uint8_t {
#define LIAISON_ENTRY(word, name) word,
  LIAISON_GRAMMAR_WORDS(LIAISON_ENTRY)
#undef LIAISON_ENTRY
  count
};

/// The name of each class in the pack, in the order of `Word`.
inline constexpr std::array<std::string_view, static_cast<std::size_t>(Word::count)> kWordClassNames{
#define LIAISON_ENTRY(word, name) name,
  LIAISON_GRAMMAR_WORDS(LIAISON_ENTRY)
#undef LIAISON_ENTRY
};
#undef LIAISON_GRAMMAR_WORDS

/// The ids of those classes in one pack. Immutable and safe to share.
class Grammar {
 public:
  /// Knows no class: nothing is in any.
  Grammar() { ids_.fill(ClassId::none); }
  /// Looks all of them up; one that the pack lacks has no words.
  explicit Grammar(const Lexicon& lexicon);

  /// The class in the pack; none where it lacks it. O(1).
  ClassId id(Word word) const { return ids_[static_cast<std::size_t>(word)]; }
  /// True if the class is one of them. O(1).
  bool is(const ClassSet& classes, Word word) const { return classes.has(id(word)); }
  /// True if the token's word is in the class.
  bool is(const TextView& view, std::uint32_t token, Word word) const { return is(view.classes(token), word); }
  /// True if the dictionary form of the token's word, read as a verb, is in the class.
  bool verb_is(const TextView& view, std::uint32_t token, Word word) const {
    const WordId lemma = view.lexicon->verb_lemma(view.tokens[token].word);
    return lemma != kNoWord && is(view.words->classes(*view.lexicon, lemma), word);
  }

 private:
  std::array<ClassId, static_cast<std::size_t>(Word::count)> ids_;
};

}  // namespace liaison
