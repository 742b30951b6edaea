#include "text/sentences.h"

#include <doctest/doctest.h>

#include <string>

#include "sample_orthography.h"
#include "text/tokenizer.h"

namespace liaison {
namespace {

struct Split {
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
};

Split split(std::string_view text) {
  Split out;
  tokenize(text, sample_orthography(), out.tokens);
  split_sentences(text, out.tokens, sample_orthography(), out.sentences);
  return out;
}

/// The text with a bar in each gap where a sentence begins.
std::string marked(std::string_view text) {
  const auto result = split(text);
  std::string out;
  std::size_t at = 0;
  for (const auto sentence : result.sentences) {
    const auto start = result.tokens[sentence.first].start;
    out += text.substr(at, start - at);
    if (sentence.first != 0) out += '|';
    at = start;
  }
  return out += text.substr(at);
}

TEST_CASE("sentences end where they end") {
  // A bar stands where a sentence begins.
  const std::pair<const char*, const char*> cases[] = {
      {"full stop", "Lee met Ma. |They spoke."},
      {"marks", "Did they meet?! |They did! |Yes."},
      {"title", "It was Mr. Roe and Dr. Lee. |Gen. Ma left."},
      {"initial", "Jay Y. Lee met J. P. Roe."},
      {"letter with a full stop in a name", "He left E.ON. |It grew."},
      {"company", "Acme Corp. Chairman Lee and Roe Inc. met."},
      {"company at the end", "He joined Acme Corp. |The firm grew."},
      {"country", "The U.S. Senate met. |He left the U.S. |But she stayed."},
      {"time", "They met at 5 a.m. |He left."},
      {"possessive", "Roe Jr.'s firm. |It grew."},
      {"decimals", "It rose 1.5 to 12. |It fell."},
      {"letter that is a word", "It was you and I. |They left."},
      {"quote after", "\"We met.\" |He left."},
      {"typographic quote after", "“We met.” |“It went well,” he said."},
      {"quote goes on", "“We met!” he said. |“Never,” she said."},
      {"bracket after", "(They met.) |He left."},
      {"bracket inside", "It (they met.) was short."},
      {"ellipsis goes on", "We ... met. |We… well, met."},
      {"ellipsis ends", "We met... |Nobody knew."},
      {"ellipsis before a word with a capital always", "We met ... I left."},
      {"spaced ellipsis", "We . . . met. |So . . . I left."},
      {"spaced ellipsis and stop", "We met . . . . |Nobody knew."},
      {"spaced ellipsis begins", "We met. |. . . Nobody knew."},
      {"no space", "They met.|Nobody knew."},
      {"ticker", "Lee met Roe Corp (7203.T) and Acme Oyj (ACM1V.HE). |He left."},
      {"symbol of a share", "Acme (ACME.O) met Roe <ROE.N> today. |They left."},
      {"line break", "Lee met\nMa in\nSeoul. |They\nspoke."},
      {"headline", "Lee meets Ma\n\n|Lee met Ma."},
      {"abbreviation before a blank line", "Acme Corp.\n\n|Roe met Lee."},
      {"abbreviation that a sentence begins with", "U.S. The Roe Company met Lee."},
      {"CRLF", "Lee meets Ma\r\n\r\n|Lee met\r\nMa."},
      {"dateline", "SEOUL, June 14 (Reuters) - Lee met Ma. |They spoke."},
      {"dateline below a headline", "Lee Meets Ma\n|SEOUL, June 14 (Reuters) - Lee met Ma."},
      {"dateline of one word", "No deal for Ma\n|SEOUL — Lee met Ma."},
      {"dateline that fills a line", "No deal for Ma\n|OSLO, Norway 2024-06-04\n|Lee met Ma."},
      {"dateline that begins the text", "NEW OSLO 2024-06-04\n|Lee met Ma."},
      {"no dateline: a line of a table", "Final score\nOSLO 62 68\nBERGEN 12 14"},
      {"no dateline: a line that ends with a name", "He led the\nNASA Mission\nLee met Ma."},
      {"no dateline: a name and a dash", "He led\nNASA for years - and left."},
      {"no dateline: a headline of capitals", "LEE MEETS\nMA - REPORT"},
      {"credit", "They spoke. |(Reporting by Jane Roe; Editing by John Doe)"},
      {"bullets by line", "Agenda\n|• talks"},
      {"bullets in a line", "• Talks with Lee |• Talks with Ma"},
      {"numbered items", "1. Meet Lee |2. Meet Ma |3. Meet Roe"},
      {"lettered items", "a) Meet Lee |b) Meet Ma"},
      {"numbers that are no items", "1) Meet Lee 3) Roe"},
      {"name with a mark", "She joined Yahoo! as chief. |He left Yahoo! |She stayed."},
      {"address", "See example.com. |He did."},
      {"one word", "Lee"},
      {"nothing", ""},
  };
  for (const auto& [name, expected] : cases) {
    CAPTURE(name);
    std::string text = expected;
    std::erase(text, '|');
    CHECK(marked(text) == expected);
  }
}

TEST_CASE("sentences follow on one another and mark their first token") {
  const auto result = split("Lee met Ma. They spoke.\n\nThe end");
  std::uint32_t at = 0;
  for (const auto sentence : result.sentences) {
    CHECK(sentence.first == at);
    CHECK(sentence.first < sentence.last);
    for (auto i = sentence.first; i < sentence.last; ++i) {
      CHECK(result.tokens[i].has(kSentenceStart) == (i == sentence.first));
    }
    at = sentence.last;
  }
  CHECK(at == result.tokens.size());
  CHECK(result.sentences.size() == 3);
}

std::uint32_t longest(const Split& split) {
  std::uint32_t most = 0;
  for (const auto sentence : split.sentences) {
    most = std::max(most, sentence.last - sentence.first);
  }
  return most;
}

TEST_CASE("no sentence is longer than allowed") {
  std::string spaced, closed;
  for (int i = 0; i < 5000; ++i) spaced += "word ";
  for (int i = 0; i < 5000; ++i) closed += "x-";
  CHECK(longest(split(spaced)) == kLongestSentence);
  CHECK(longest(split(closed)) == kLongestSentence + kLongestWithoutSpace);
}

TEST_CASE("the sentence of a token is found") {
  const auto text = split("Ann met Bob. He left. She stayed in Rome.");
  REQUIRE(text.sentences.size() == 3);
  for (std::uint32_t s = 0; s < 3; ++s)
    for (std::uint32_t t = text.sentences[s].first; t < text.sentences[s].last; ++t) CHECK(sentence_at(text.sentences, t) == s);
}

TEST_CASE("a megabyte of dots, brackets or quotes takes linear time") {
  for (const auto* piece : {". ", ".)", "\"", ".\" ", "1. "}) {
    std::string text;
    while (text.size() < 1'000'000) text += piece;
    CHECK(longest(split(text)) <= kLongestSentence + kLongestWithoutSpace);
  }
}

}  // namespace
}  // namespace liaison
