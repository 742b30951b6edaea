#include "text/tokenizer.h"

#include <doctest/doctest.h>

#include <cstring>
#include <memory>
#include <random>
#include <string>

#include "sample_orthography.h"
#include "text/characters.h"
#include "text/utf8.h"

namespace liaison {
namespace {

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  tokenize(text, sample_orthography(), tokens);
  return tokens;
}

/// The tokens with a bar between them.
std::string cut(std::string_view text) {
  std::string out;
  for (const auto& token : tokens_of(text)) {
    if (!out.empty()) out += '|';
    out += token.of(text);
  }
  return out;
}

/// The flags by name, in the order of their bits.
std::string flags_of(const Token& token) {
  constexpr std::pair<TokenFlag, const char*> kNames[] = {
      {kIsWord, "word"},          {kIsNumber, "number"},
      {kIsPunctuation, "punct"},  {kIsSymbol, "symbol"},
      {kLower, "lower"},          {kCapitalised, "capitalised"},
      {kAllCaps, "caps"},         {kMixedCase, "mixed"},
      {kOneCapital, "one"},       {kHasDigit, "digit"},
      {kNonAscii, "nonascii"},    {kAbbreviation, "abbr"},
      {kInUrl, "url"},            {kSpaceBefore, "space"},
      {kNewlineBefore, "line"},   {kParagraphBefore, "paragraph"},
      {kFirstCapital, "capital"},
  };
  std::string out;
  for (const auto& [flag, name] : kNames) {
    if (!token.has(flag)) continue;
    if (!out.empty()) out += ' ';
    out += name;
  }
  return out;
}

TEST_CASE("text is cut into tokens") {
  struct Case {
    const char* name;
    const char* text;
    const char* expected;
  };
  const Case cases[] = {
      {"sentence", "Lee met Ma, then left.", "Lee|met|Ma|,|then|left|."},
      {"hyphen", "a U.S.-Japan pact, a 15-year deal", "a|U.S.|-|Japan|pact|,|a|15|-|year|deal"},
      {"slash", "Chen Xu/Xinhua", "Chen|Xu|/|Xinhua"},
      {"possessive", "Lee's firm, the companies' heads", "Lee|'s|firm|,|the|companies|'|heads"},
      {"typographic possessive", "Lee’s firms’", "Lee|’s|firms|’"},
      {"possessive after a stop", "Sun Jr.'s U.S.'s", "Sun|Jr.|'s|U.S.|'s"},
      {"negation", "don't CAN'T won’t", "do|n't|CA|N'T|wo|n’t"},
      {"chained clitics", "he'd've", "he|'d|'ve"},
      {"contraction", "Cannot dunno 'Tis ’tis", "Can|not|du|n|no|'T|is|’t|is"},
      {"proclitic", "tell 'em", "tell|'em"},
      {"clitic apart", "Lee 's trip, we 've met", "Lee|'s|trip|,|we|'ve|met"},
      {"decade", "the '90s and 1980's", "the|'90s|and|1980|'s"},
      {"apostrophe in a name", "O'Neill, D'Arcy, McDonald's, Moody's",
       "O'Neill|,|D'Arcy|,|McDonald|'s|,|Moody|'s"},
      {"apostrophe before an accent", "l’Élysée", "l’Élysée"},
      {"quotes", "'We met,' \"he\" “said” ''so''", "'|We|met|,|'|\"|he|\"|“|said|”|''|so|''"},
      {"numbers", "1,234.5 and .5 and 3% of $5", "1,234.5|and|.5|and|3|%|of|$|5"},
      {"number at the end", "It cost 12.", "It|cost|12|."},
      {"dates and times", "12/31/2019 5:30 2019-06-14", "12/31/2019|5:30|2019-06-14"},
      {"telephone and ranges", "202-555-0123 10-15 1990-1995",
       "202-555-0123|10|-|15|1990|-|1995"},
      {"unit", "5pm 5p.m. 30km 5th 3G", "5|pm|5|p.m.|30|km|5th|3G"},
      {"currency", "US$5 HK$ £3 €4", "US$|5|HK$|£|3|€|4"},
      {"ampersand", "AT&T, S&P, A & B", "AT&T|,|S&P|,|A|&|B"},
      {"abbreviation", "Acme Corp. and Inc.", "Acme|Corp.|and|Inc."},
      {"inner stops", "at 5 a.m. a Ph.D. e.g. U.S.A", "at|5|a.m.|a|Ph.D.|e.g.|U.S.A"},
      {"initials", "Jay Y. Lee, J.P. Roe, J.P.Roe", "Jay|Y.|Lee|,|J.P.|Roe|,|J.P.|Roe"},
      {"a letter that is a word", "you and I. Albert I. Roe", "you|and|I|.|Albert|I.|Roe"},
      {"by what follows", "No. 5 but no. He", "No.|5|but|no|.|He"},
      {"by case", "on Sun. the sun. et al. Al.", "on|Sun.|the|sun|.|et|al.|Al|."},
      {"no space after the stop", "It ended.Then Mr.Roe left", "It|ended|.|Then|Mr.|Roe|left"},
      {"abbreviation and ellipsis", "Inc... etc..", "Inc|...|etc.|."},
      {"ellipsis and marks", "Well... what?! No!!!", "Well|...|what|?!|No|!!!"},
      {"name with a mark", "at Yahoo! in", "at|Yahoo!|in"},
      {"web address", "See https://a.example.com/b?c=d(e), www.example.co.uk/x.",
       "See|https://a.example.com/b?c=d(e)|,|www.example.co.uk/x|."},
      {"host and file", "example.com met.pdf end.next", "example.com|met.pdf|end|.|next"},
      {"e-mail", "to jay.lee@example.com.", "to|jay.lee@example.com|."},
      {"handle and tag", "@roe #talks # 1", "@roe|#talks|#|1"},
      {"runs", "*** -- ---- $$$ ((", "***|--|----|$$$|(|("},
      {"emoticons", "nice :-) ;) :D but a:b", "nice|:-)|;)|:D|but|a|:|b"},
      {"dashes", "Lee—Ma–Roe … •", "Lee|—|Ma|–|Roe|…|•"},
      {"umlauts", "Müller İzmir Şahin naïve", "Müller|İzmir|Şahin|naïve"},
      {"combining mark", "Cafe\u0301s met", "Cafe\u0301s|met"},
      {"soft hyphen", "minis\u00ADter\u00AD met", "minis\u00ADter|met"},
      {"numero", "N°5 30°", "N°5|30|°"},
      {"other scripts", "北京 Москва", "北京|Москва"},
      {"emoji", "😀😀 👩\u200D💻 👍🏽 ❤\uFE0F", "😀😀|👩\u200D💻|👍🏽|❤\uFE0F"},
      {"byte order mark", "\uFEFFLee\u00A0met", "Lee|met"},
      {"invalid bytes", "a\xFF\xFE" "b \xE2\x80", "a|\xFF\xFE|b|\xE2\x80"},
      {"line breaks", "a\r\nb\rc\u2028d", "a|b|c|d"},
      {"nothing", "", ""},
      {"only space", " \t\n\u3000", ""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(cut(c.text) == c.expected);
  }
}

TEST_CASE("a NUL byte is space") {
  CHECK(cut(std::string_view("Lee\0met\0", 8)) == "Lee|met");
}

TEST_CASE("tokens know what they are") {
  struct Case {
    const char* text;
    const char* expected;
  };
  const Case cases[] = {
      {"talks", "word lower"},
      {"Talks", "word capitalised capital"},
      {"NATO", "word caps capital"},
      {"eBay", "word mixed"},
      {"McDonald", "word mixed capital"},
      {"Y.", "word one abbr capital"},
      {"U.S.", "word caps abbr capital"},
      {"Corp.", "word capitalised abbr capital"},
      {"G8", "word one digit capital"},
      {"Österreich", "word capitalised nonascii capital"},
      {"北京", "word nonascii"},
      {"1,234", "number digit"},
      {"½", "number digit nonascii"},
      {"(", "punct"},
      {"”", "punct nonascii"},
      {"$", "symbol"},
      {"US$", "symbol"},
      {"😀", "symbol nonascii"},
      {"\xFF", "symbol nonascii"},
      {"a@example.com", "word lower url"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    const auto tokens = tokens_of(c.text);
    REQUIRE(tokens.size() == 1);
    auto expected = std::string(c.expected);
    const auto capital = expected.rfind(" capital");
    const auto place = std::string(" space line paragraph");
    const bool ends = capital != std::string::npos && capital + 8 == expected.size();
    expected.insert(ends ? capital : expected.size(), place);
    CHECK(flags_of(tokens[0]) == expected);
    CHECK(tokens[0].word == kUnknownWord);
  }
}

TEST_CASE("tokens know what stands before them") {
  struct Case {
    const char* name;
    const char* gap;
    std::uint32_t expected;
  };
  constexpr auto kLine = kSpaceBefore | kNewlineBefore;
  const Case cases[] = {
      {"nothing", "", 0},
      {"blank", " ", kSpaceBefore},
      {"no-break space", "\u00A0", kSpaceBefore},
      {"line break", "\n", kLine},
      {"CRLF is one", "\r\n", kLine},
      {"blank line", "\n\n", kLine | kParagraphBefore},
      {"blank line with blanks", "\r\n \t\r\n ", kLine | kParagraphBefore},
      {"blank line with a no-break space", "\n\u00A0\n", kLine | kParagraphBefore},
  };
  constexpr auto kPlace = kSpaceBefore | kNewlineBefore | kParagraphBefore;
  for (const auto& c : cases) {
    CAPTURE(c.name);
    const auto tokens = tokens_of("," + std::string(c.gap) + "x");
    REQUIRE(tokens.size() == 2);
    CHECK((tokens[0].flags & kPlace) == kPlace);
    CHECK((tokens[1].flags & kPlace) == c.expected);
  }
  CHECK(tokens_of("a\n• b")[1].has(kParagraphBefore));
  CHECK_FALSE(tokens_of("a • b")[1].has(kParagraphBefore));
}

/// Ordered, not empty, not overlapping, and nothing but space between them.
void check_cover(std::string_view text) {
  std::size_t at = 0;
  const auto check_gap = [&](std::size_t end) {
    while (at < end) {
      const auto character = decode_utf8(text, at);
      const auto kind = kind_of(character.code);
      CHECK((kind == CharacterKind::space || kind == CharacterKind::line_break ||
             kind == CharacterKind::format));
      at += character.length;
    }
    CHECK(at == end);
  };
  for (const auto& token : tokens_of(text)) {
    REQUIRE(token.start < token.end);
    REQUIRE(token.end <= text.size());
    check_gap(token.start);
    at = token.end;
    const auto kinds = token.flags & (kIsWord | kIsNumber | kIsPunctuation | kIsSymbol);
    CHECK((kinds != 0 && (kinds & (kinds - 1)) == 0));
  }
  check_gap(text.size());
}

TEST_CASE("tokens cover random text, and nothing outside of it is read") {
  const std::string pieces[] = {
      "a", "B", "can", "not", "n", "t", "U.S", "Inc", ".", ".", "'", "’", "s", "-", "/", ":",
      "//", "@", "&", "#", "$", "_", "1", "23", ",", "(", ")", "\"", "!", "?", " ", " ", "\n",
      "\r", "\t", "é", "İ", "—", "“", "…", "•", "😀", "\u200D", "\u00AD", "\u0301", "\uFEFF",
      "\xFF", "\xE2", "\x80", "\xF0\x9F", std::string(1, '\0'), "www", "com", "°", "½", "*"};
  std::mt19937 random(17);
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (auto n = random() % 24; n > 0; --n) text += pieces[random() % std::size(pieces)];
    const std::unique_ptr<char[]> exact(new char[text.size()]);
    std::memcpy(exact.get(), text.data(), text.size());
    CAPTURE(text);
    check_cover({exact.get(), text.size()});
  }
}

TEST_CASE("one line of 10 MB is survived") {
  constexpr std::size_t kSize = 10'000'000;
  for (const auto* piece : {"x", "a.b.", "ab.cd.", "'", "@", "1-", "—", "\xFF", "word "}) {
    CAPTURE(piece);
    std::string text;
    while (text.size() < kSize) text += piece;
    const auto tokens = tokens_of(text);
    REQUIRE_FALSE(tokens.empty());
    CHECK(tokens.back().end >= text.size() - 1);
  }
}

TEST_CASE("the kinds of letters are found eight at a time") {
  CHECK(letters_at("", 0).letters == 0);
  CHECK(letters_at("Lee", 0).letters == 3);
  CHECK(letters_at("AbcDEfghijK1", 0).letters == 11);
  CHECK(letters_at("AbcDEfghijK1", 0).capitals == 4);
  for (int byte = 0; byte < 256; ++byte) {
    const std::string text = std::string("abc") + static_cast<char>(byte) + "defghi";
    const bool letter = byte_class(static_cast<unsigned char>(byte)) == ByteClass::letter;
    CHECK(letters_at(text, 0).letters == (letter ? 10 : 3));
  }
}

}  // namespace
}  // namespace liaison
