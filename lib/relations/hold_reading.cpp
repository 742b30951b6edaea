#include "relations/hold_reading.h"

#include <algorithm>

#include "lexicon/lexicon.h"

namespace liaison {

HoldClasses::HoldClasses(const Lexicon& lexicon)
    : former(lexicon.find_class("role_time_former")),
      incoming(lexicon.find_class("role_time_incoming")),
      current(lexicon.find_class("role_time_current")),
      nationality(lexicon.find_class("nationality")),
      dead(lexicon.find_class("dead_word")),
      filler(lexicon.find_class("role_time_filler")),
      end(lexicon.find_class("role_end")),
      death(lexicon.find_class("death")),
      death_noun(lexicon.find_class("death_noun")),
      not_done(lexicon.find_class("not_done")),
      tenure_noun(lexicon.find_class("tenure_noun")),
      under(lexicon.find_class("under_preposition")),
      serving(lexicon.find_class("serving_preposition")),
      in_tenure(lexicon.find_class("tenure_preposition")),
      beginning(lexicon.find_class("beginning_verb")),
      year_preposition(lexicon.find_class("year_preposition")),
      public_office(lexicon.find_class("public_office")),
      ended(lexicon.find_class("role_time_ended")),
      era(lexicon.find_class("past_era")),
      studying_role(lexicon.find_class("studying_role")),
      number_word(lexicon.find_class("number_word")),
      weekday(lexicon.find_class("time_noun[kind=weekday]")),
      direction(lexicon.find_class("time_direction")),
      time_noun(lexicon.find_class("time_noun")),
      relative(lexicon.find_class("relative")),
      perfect(lexicon.find_class("auxiliary[lemma=have]")),
      sought(lexicon.find_class("role_sought")),
      comma(lexicon.find_class("comma")),
      participle(lexicon.find_class("verb_participle")),
      infinitive(lexicon.find_class("infinitive_marker")),
      pronoun(lexicon.find_class("pronoun")),
      adverb(lexicon.find_class("adverb")),
      subordinator(lexicon.find_class("subordinator")),
      auxiliary(lexicon.find_class("auxiliary")),
      verb_past(lexicon.find_class("verb_past")),
      verb_3sg(lexicon.find_class("verb_3sg")),
      verb_base(lexicon.find_class("verb_base")),
      verb(lexicon.find_class("role_verb")),
      say(lexicon.find_class("say_verb")),
      adjective(lexicon.find_class("adjective")),
      party_member(lexicon.find_class("party_member")),
      body_noun(lexicon.find_class("role_modifier[kind=body]")),
      owning_noun(lexicon.find_class("owning_noun")),
      town_noun(lexicon.find_class("town_noun")),
      speaking_role(lexicon.find_class("speaking_role")),
      deputy_word(lexicon.find_class("deputy_word")),
      company_role(lexicon.find_class("company_role")),
      country_noun(lexicon.find_class("description_noun[kind=country]")),
      place_noun(lexicon.find_class("description_noun[type=GPE]")),
      org_noun(lexicon.find_class("description_noun[type=ORG]")),
      possessive(lexicon.find_class("determiner[kind=possessive]")),
      national_role(lexicon.find_class("national_role")),
      of_preposition(lexicon.find_class("of_preposition")),
      preposition(lexicon.find_class("preposition")),
      by_preposition(lexicon.find_class("by_preposition")),
      private_role(lexicon.find_class("private_role")),
      occupation(lexicon.find_class("occupation")),
      client_role(lexicon.find_class("client_role")),
      role_phrase(lexicon.find_class("role_phrase")),
      trade(lexicon.find_class("trade")),
      predecessor(lexicon.find_class("predecessor_noun")),
      successor(lexicon.find_class("successor_noun")),
      counterpart(lexicon.find_class("counterpart_noun")),
      elected_role(lexicon.find_class("elected_role")),
      womans_role(lexicon.find_class("womans_role")),
      role_head(lexicon.find_class("role_head")),
      role_plural(lexicon.find_class("role_plural")),
      the(lexicon.find_class("the_word")),
      head_of_state(lexicon.find_class("head_of_state")),
      link(lexicon.find_class("role_link[kind=body]")),
      gender(lexicon),
      list(lexicon) {}

void HoldReading::read_places() {
  places.clear();
  for (std::uint32_t e = 0; e < entities.size(); ++e)
    if (entities[e].type == symbols::gpe)
      for (const std::string* name : {&entities[e].known_as, &entities[e].name}) places.try_emplace(*name, EntityId{e});
}

bool HoldReading::begins(std::uint32_t unit, ClassId word_class) const {
  return units[unit].is(word_class) || phrase_begins(units[unit].first, word_class);
}

std::uint32_t HoldReading::phrase_end(std::uint32_t token, ClassId word_class) const {
  for (const Hit& hit : view.hits_at(token)) {
    const Entry& entry = view.lexicon->entries()[hit.entry];
    if (!entry.is_name && entry.word_class() == word_class) return token + hit.length;
  }
  return token;
}

bool HoldReading::is_complement(std::uint32_t token) const {
  constexpr std::uint32_t kReach = 8;
  for (std::uint32_t at = token, step = 0; step < kReach && at-- > 0; ++step) {
    const ClassSet& word = view.classes(at);
    const Annotation* part = annotation_at(annotations, at);
    if (part && part->type == symbols::person) return false;
    if (part && (part->type == symbols::org || part->type == symbols::gpe || part->type == symbols::role)) continue;
    const bool describes = word.has(classes->adjective) || word.has(classes->nationality) || word.has(classes->list.article) ||
                           word.has(classes->list.possessive) || word.has(classes->list.honorific) || word.has(classes->filler) ||
                           word.has(classes->party_member) || word.has(classes->former) || word.has(classes->possessive);
    if (describes) continue;
    if (!word.has(classes->preposition) && !word.has(classes->of_preposition)) return false;
    const bool opens = at == 0 || view.tokens[at - 1].has(kIsPunctuation);
    return !opens && (!word.has(classes->subordinator) || word.has(classes->link));
  }
  return false;
}

}  // namespace liaison
