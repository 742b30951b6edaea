#include "relations/tagger.h"

#include <doctest/doctest.h>

#include "printed.h"

namespace liaison {
namespace {

TEST_CASE("each word of a sentence has its part of speech") {
  struct Case {
    std::string sentence, expected;
  };
  const Case cases[] = {
      {"Lee met Musk in Tokyo.", "Lee/name met/verb Musk/name in/preposition Tokyo/name ./stop"},
      // The same word as a noun and as a verb.
      {"The visit pleased Lee.", "The/determiner visit/noun pleased/verb Lee/name ./stop"},
      {"They visit Japan.", "They/pronoun visit/verb Japan/name ./stop"},
      {"The talks ended.", "The/determiner talks/noun ended/verb ./stop"},
      {"He talks with Musk.", "He/pronoun talks/verb with/preposition Musk/name ./stop"},
      {"The planned meeting ended.", "The/determiner planned/adjective meeting/noun ended/verb ./stop"},
      {"Musk has planned a meeting.", "Musk/name has/have planned/verb a/determiner meeting/noun ./stop"},
      {"Lee denied meeting Musk.", "Lee/name denied/verb meeting/verb Musk/name ./stop"},
      // And as an adjective.
      {"The city's chief official met Musk.",
       "The/determiner city/noun 's/possessive chief/adjective official/noun met/verb Musk/name ./stop"},
      {"Lee met visiting Japan minister Musk.",
       "Lee/name met/verb visiting/adjective Japan/name minister/role Musk/name ./stop"},
      // And as a role.
      {"Lee will head Samsung.", "Lee/name will/modal head/verb Samsung/name ./stop"},
      {"The head of Samsung left.", "The/determiner head/role of/preposition Samsung/name left/verb ./stop"},
      // Clitics.
      {"Lee's car stopped, and he's late.",
       "Lee/name 's/possessive car/noun stopped/verb ,/comma and/conjunction he/pronoun 's/be late/adverb ./stop"},
      {"Lee cannot meet Musk.", "Lee/name cannot/negation meet/verb Musk/name ./stop"},
      // To and that.
      {"Lee plans to meet Musk.", "Lee/name plans/verb to/infinitive meet/verb Musk/name ./stop"},
      {"Lee flew to Japan.", "Lee/name flew/verb to/preposition Japan/name ./stop"},
      {"Lee said that Musk would come.", "Lee/name said/verb that/relative Musk/name would/modal come/verb ./stop"},
      {"Lee discussed that plan with Musk.", "Lee/name discussed/verb that/determiner plan/noun with/preposition Musk/name ./stop"},
      {"He came with that request.", "He/pronoun came/verb with/preposition that/determiner request/noun ./stop"},
      {"Lee met the man he came with that day.",
       "Lee/name met/verb the/determiner man/noun he/pronoun came/verb with/preposition that/determiner day/time ./stop"},
      {"Lee was sure of that.", "Lee/name was/be sure/adjective of/preposition that/pronoun ./stop"},
      // Words that no list knows, and nouns that might be verbs.
      {"This might emboldenate Musk.", "This/determiner might/modal emboldenate/verb Musk/name ./stop"},
      {"Lee wants to complimenten him.", "Lee/name wants/verb to/infinitive complimenten/verb him/pronoun ./stop"},
      {"Lee held a rally and phone call.", "Lee/name held/verb a/determiner rally/noun and/conjunction phone/noun call/noun ./stop"},
      {"Lee was given a prize.", "Lee/name was/be given/verb a/determiner prize/noun ./stop"},
      {"Lee's also planning to leave.", "Lee/name 's/be also/adverb planning/verb to/infinitive leave/verb ./stop"},
      // Phrases that the lists know as one word, times and numbers.
      {"Three ministers came on Monday morning.",
       "Three/number ministers/role came/verb on/preposition Monday morning/time ./stop"},
      {"Samsung-backed firms grew.", "Samsung/name -/hyphen backed/adjective firms/noun grew/verb ./stop"},
      {"\"We met,\" Lee said.", "\"/quote We/pronoun met/verb ,/comma \"/quote Lee/name said/verb ./stop"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.sentence);
    CHECK(PrintedText(c.sentence).tags() == c.expected);
  }
}

TEST_CASE("every token of any sentence is in one item, in order") {
  for (const char* text : {"Lee", ".", "(", "...", "To to to", "and and , , that that", "\"\"''", "Lee \xFF\xFE met \xE2\x82 Musk", "北京 met 1 2 3 %",
                           "the the the meeting meeting of of", "Lee's's 's", "who whom whose which"}) {
    CAPTURE(text);
    PrintedText printed(text);
    Tagger tagger;
    tagger.run(printed.view(), printed.contents().rules, printed.contents().frames.grammar(),
               {0, std::uint32_t(printed.view().tokens.size())}, printed.annotations(), nullptr);
    std::uint32_t at = 0;
    for (const Item& item : tagger.items()) {
      CHECK(item.first == at);
      CHECK(item.last > item.first);
      at = item.last;
    }
    CHECK(at == printed.view().tokens.size());
  }
}

}  // namespace
}  // namespace liaison
