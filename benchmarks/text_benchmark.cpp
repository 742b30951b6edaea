#include <memory>

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "benchmarks.h"
#include "liaison/pack.h"
#include "pack_contents.h"
#include "text/sentences.h"
#include "text/tokenizer.h"

namespace bench {
namespace {

bool is_letter(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte >= 0x80;
}

void split(std::string_view text, std::vector<liaison::Span>& out) {
  out.clear();
  const auto size = static_cast<std::uint32_t>(text.size());
  for (std::uint32_t at = 0; at < size;) {
    while (at < size && !is_letter(text[at])) ++at;
    const auto start = at;
    while (at < size && is_letter(text[at])) ++at;
    if (at > start) out.push_back({start, at});
  }
}

void measure_split(const Corpus& corpus, Report& report) {
  std::vector<liaison::Span> words;
  std::size_t found = 0;
  const double seconds = fastest(5, [&] {
    found = 0;
    for (const auto& article : corpus.articles) {
      split(article.text, words);
      for (const auto word : words) found += word.size();
    }
  });
  std::size_t letters = 0;
  for (const auto& article : corpus.articles) {
    letters += static_cast<std::size_t>(std::count_if(article.text.begin(), article.text.end(), is_letter));
  }
  report.add({"split", corpus.megabytes() / seconds, "MB/s", found == letters, ""});
}

/// Emits all boundaries; the last one has to be the end of the text.
bool iterate(icu::BreakIterator& iterator, const icu::UnicodeString& text, std::vector<std::int32_t>& out) {
  out.clear();
  iterator.setText(text);
  for (auto at = iterator.first(); at != icu::BreakIterator::DONE; at = iterator.next()) out.push_back(at);
  return !out.empty() && out.back() == text.length();
}

void measure_icu(const Corpus& corpus, Report& report) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> words(icu::BreakIterator::createWordInstance(icu::Locale::getUS(), status));
  const std::unique_ptr<icu::BreakIterator> sentences(
      icu::BreakIterator::createSentenceInstance(icu::Locale::getUS(), status));
  if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
  std::vector<icu::UnicodeString> texts;
  for (const auto& article : corpus.articles) texts.push_back(icu::UnicodeString::fromUTF8(article.text));
  std::vector<std::int32_t> out;
  std::size_t whole = 0;
  const double seconds = fastest(2, [&] {
    whole = 0;
    for (const auto& text : texts) {
      const bool words_end = iterate(*words, text, out);
      whole += words_end && iterate(*sentences, text, out);
    }
  });
  report.add({"icu", corpus.megabytes() / seconds, "MB/s", whole == texts.size(), "split"});
}

/// True if the tokens are in order and leave out nothing but white space, controls and format characters: asked of
/// ICU, character by character.
bool cover_all(const std::string& text, const std::vector<liaison::Token>& tokens) {
  const auto size = static_cast<std::int32_t>(text.size());
  std::int32_t at = 0;
  const auto only_blanks_until = [&](std::int32_t end) {
    while (at < end) {
      UChar32 character = 0;
      U8_NEXT(text.data(), at, size, character);
      if (character < 0) return false;
      const auto category = u_charType(character);
      if (!u_isUWhiteSpace(character) && category != U_CONTROL_CHAR && category != U_FORMAT_CHAR) return false;
    }
    return at == end;
  };
  for (const auto& token : tokens) {
    if (token.end <= token.start || !only_blanks_until(static_cast<std::int32_t>(token.start))) return false;
    at = static_cast<std::int32_t>(token.end);
  }
  return only_blanks_until(size);
}

void measure_tokenize(const Corpus& corpus, Report& report) {
  const auto pack = liaison::Pack::english();
  const auto& orthography = pack->contents().orthography;
  std::vector<liaison::Token> tokens;
  std::vector<liaison::Sentence> sentences;
  std::size_t found = 0;
  const double seconds = fastest(3, [&] {
    found = 0;
    for (const auto& article : corpus.articles) {
      liaison::tokenize(article.text, orthography, tokens);
      liaison::split_sentences(article.text, tokens, orthography, sentences);
      found += tokens.size();
    }
  });
  bool right = true;
  std::size_t again = 0;
  for (const auto& article : corpus.articles) {
    liaison::tokenize(article.text, orthography, tokens);
    liaison::split_sentences(article.text, tokens, orthography, sentences);
    again += tokens.size();
    right = right && cover_all(article.text, tokens) && (tokens.empty() || sentences.back().last == tokens.size());
  }
  report.add({"tokenize", corpus.megabytes() / seconds, "MB/s", right && found == again, "icu"});
}

}  // namespace

void measure_text(const Corpus& corpus, Report& report) {
  measure_split(corpus, report);
  measure_icu(corpus, report);
  measure_tokenize(corpus, report);
}

}  // namespace bench
