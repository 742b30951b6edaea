#include "relations/groups.h"

#include <doctest/doctest.h>

#include "printed.h"

namespace liaison {
namespace {

struct Case {
  std::string sentence, expected;
};

TEST_CASE("words are put together to groups") {
  const Case cases[] = {
      {"Lee met Musk in Tokyo.", "noun[Lee] verb[met] noun[Musk] preposition[in] noun[Tokyo] ."},
      {"The two leaders met on Tuesday.", "noun[The two leaders] verb[met] time[on Tuesday] ."},
      {"They visit Japan every year.", "noun[They] verb[visit] noun[Japan] time[every year] ."},
      {"Lee could not have met Musk.", "noun[Lee] verb[could not have met] noun[Musk] ."},
      {"Lee hopes to be met by Musk.", "noun[Lee] verb[hopes] verb[to be met] preposition[by] noun[Musk] ."},
      {"Lee's meeting with Musk was called off.",
       "noun[Lee's] noun[meeting] preposition[with] noun[Musk] verb[was called] preposition[off] ."},
      {"Samsung chairman Jay Lee gave Musk a book.", "noun[Samsung chairman Jay Lee] verb[gave] noun[Musk] noun[a book] ."},
      {"Three ministers and 20 officials came.", "noun[Three ministers] conjunction[and] noun[20 officials] verb[came] ."},
      {"Samsung-backed firms grew.", "noun[Samsung-backed firms] verb[grew] ."},
      {"Musk, who had met Lee, left.", "noun[Musk] , relative[who] verb[had met] noun[Lee] , verb[left] ."},
      {"If Lee meets Musk, Cook will leave.",
       "subordinator[If] noun[Lee] verb[meets] noun[Musk] , noun[Cook] verb[will leave] ."},
      {"\"We met,\" Lee said.", "\" noun[We] verb[met] , \" noun[Lee] verb[said] ."},
      {"Lee had one-on-one talks.", "noun[Lee] verb[had] noun[one-on-one talks] ."},
      {"Lee paid a one-day visit.", "noun[Lee] verb[paid] noun[a one-day visit] ."},
      {"Musk broke the Japan-brokered 1995 accord.", "noun[Musk] verb[broke] noun[the Japan-brokered 1995 accord] ."},
      {"Japan's only minister left.", "noun[Japan's] noun[only minister] verb[left] ."},
      {"Lee has had talks.", "noun[Lee] verb[has had] noun[talks] ."},
      {"They have both met Musk.", "noun[They] verb[have both met] noun[Musk] ."},
      // Times.
      {"Lee met Musk in early 2018.", "noun[Lee] verb[met] noun[Musk] time[in early 2018] ."},
      {"In 2018 Lee met Musk.", "time[In 2018] noun[Lee] verb[met] noun[Musk] ."},
      {"In the fall of 2016 Lee met Musk.", "time[In the fall of 2016] noun[Lee] verb[met] noun[Musk] ."},
      {"They met in 2016 and 2017.", "noun[They] verb[met] time[in 2016 and 2017] ."},
      {"Lee met Musk two weeks after the vote.", "noun[Lee] verb[met] noun[Musk] time[two weeks] preposition[after] noun[the vote] ."},
      {"Over the past few weeks Lee met Musk.", "time[Over the past few weeks] noun[Lee] verb[met] noun[Musk] ."},
      {"Lee spoke at a February Tokyo meeting.", "noun[Lee] verb[spoke] preposition[at] noun[a February Tokyo meeting] ."},
      // Hyphens and amounts.
      {"They signed a long-awaited joint pact.", "noun[They] verb[signed] noun[a long-awaited joint pact] ."},
      {"Lee held so-called talks.", "noun[Lee] verb[held] noun[so-called talks] ."},
      {"Fast-growing firms left.", "noun[Fast-growing firms] verb[left] ."},
      {"More than 20 firms left.", "adverb[More than] noun[20 firms] verb[left] ."},
      {"Lee", "noun[Lee]"},
      {".", "."},
  };
  for (const Case& c : cases) {
    CAPTURE(c.sentence);
    CHECK(PrintedText(c.sentence).groups() == c.expected);
  }
}

TEST_CASE("verb groups know tense, voice, mood and polarity") {
  const Case cases[] = {
      {"met", "finite participle past"},           {"will meet", "finite future"},      {"may meet", "finite modal"},
      {"has met", "finite perfect"},    {"is meeting", "finite progressive"}, {"did not meet", "negated finite past"},
      {"was met", "finite passive past"}, {"will not be met", "negated finite passive future"}, {"never met", "no group [never met]"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.sentence);
    CHECK(PrintedText("Lee " + c.sentence + " Musk.").flags(c.sentence) == c.expected);
  }
  CHECK(PrintedText("Lee plans to meet Musk.").flags("to meet") == "infinitive");
  CHECK(PrintedText("Lee denied meeting Musk.").flags("meeting") == "gerund");
  CHECK(PrintedText("Lee was a friend.").flags("was") == "finite past copula");
  CHECK(PrintedText("He's worked with Musk.").flags("'s worked") == "finite perfect");
  CHECK(PrintedText("He's backed by Musk.").flags("'s backed") == "finite passive");
}

TEST_CASE("noun groups know number, definiteness and who owns them") {
  const Case cases[] = {
      {"the meeting", "definite"},   {"a meeting", "indefinite"},     {"meetings", "plural"},
      {"no meeting", "indefinite negated"},     {"the two leaders", "plural definite pair"}, {"their meeting", "definite owned"},
      {"them", "plural pronoun"},    {"the president", "definite role"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.sentence);
    CHECK(PrintedText("Lee saw " + c.sentence + ".").flags(c.sentence) == c.expected);
  }
  CHECK(PrintedText("Lee saw Musk's house.").flags("Musk's") == "owner");
  CHECK(PrintedText("Lee was met by Musk.").flags("by") == "agent");
  CHECK(PrintedText("Lee was met with Musk.").flags("with").empty());
}

TEST_CASE("the groups of any sentence stand in order, apart and within it") {
  for (const char* text : {"Lee", "...", "To to to", "and and , , that that", "Lee \xFF\xFE met \xE2\x82 Musk", "the the the of of 's 's",
                           "will will not not have been been being", "Monday Tuesday on on 2019"}) {
    CAPTURE(text);
    PrintedText printed(text);
    Tagger tagger;
    GroupBuilder builder;
    tagger.run(printed.view(), printed.contents().rules, printed.contents().frames.grammar(),
               {0, std::uint32_t(printed.view().tokens.size())}, printed.annotations(), nullptr);
    builder.run(printed.view(), printed.contents().frames.grammar(), printed.annotations(), tagger.items());
    std::uint32_t end = 0;
    for (const Group& group : builder.groups()) {
      CHECK(group.first >= end);
      CHECK(group.last > group.first);
      CHECK(group.head >= group.first);
      CHECK(group.head < group.last);
      end = group.last;
    }
    CHECK(end <= printed.view().tokens.size());
  }
}

}  // namespace
}  // namespace liaison
