#include "lexicon/look_up.h"

#include <algorithm>
#include <atomic>
#include <span>

#include <re2/re2.h>

#include "lexicon/fold.h"

namespace liaison {
namespace {

/// How many unknown words a thread remembers before it forgets them all.
constexpr std::size_t kRememberedWords = 1 << 16;

bool written_as(const Token& token, CaseRule rule) {
  switch (rule) {
    case CaseRule::any: return true;
    case CaseRule::capital: return token.has(kFirstCapital | kMixedCase);
    case CaseRule::all_capitals: return token.has(kAllCaps) || token.has(kOneCapital);
    case CaseRule::some_capital: return token.has(kFirstCapital | kMixedCase);
  }
  return false;
}

bool written_as(std::span<const Token> tokens, std::uint16_t case_rules) {
  for (std::size_t i = 0; i < std::min<std::size_t>(tokens.size(), 8); ++i)
    if (!written_as(tokens[i], static_cast<CaseRule>(case_rules >> (2 * i) & 3))) return false;
  return true;
}

std::uint64_t next_number() {
  static std::atomic<std::uint64_t> last = 0;
  return ++last;
}

}  // namespace

struct WordPatterns::Pattern {
  std::unique_ptr<RE2> expression;
  ClassId word_class;
};

WordPatterns::WordPatterns() = default;
WordPatterns::~WordPatterns() = default;
WordPatterns::WordPatterns(WordPatterns&&) noexcept = default;
WordPatterns& WordPatterns::operator=(WordPatterns&&) noexcept = default;

WordPatterns::WordPatterns(const Lexicon& lexicon) : number_(next_number()) {
  for (const WordPattern& p : lexicon.patterns()) {
    auto expression = std::make_unique<RE2>(std::string(lexicon.string(p.expression)), RE2::Quiet);
    if (expression->ok()) patterns_.push_back({std::move(expression), static_cast<ClassId>(p.word_class)});
  }
}

ClassSet WordPatterns::classes_of(std::string_view folded) const {
  ClassSet out;
  for (const Pattern& p : patterns_)
    if (RE2::PartialMatch(re2::StringPiece(folded.data(), folded.size()), *p.expression)) out.add(p.word_class);
  return out;
}

WordId WordLookUp::unknown_word(const WordPatterns& patterns, std::string_view folded) {
  auto [at, is_new] = remembered_.try_emplace(std::string(folded));
  Remembered& known = at->second;
  if (is_new) known.classes = patterns.classes_of(folded);
  if (known.document != document_) {
    known.document = document_;
    known.number = static_cast<std::uint32_t>(unknown_.size());
    unknown_.push_back({&at->first, known.classes});
  }
  return kFirstUnknownWord + known.number;
}

void WordLookUp::find_hits(const Lexicon& lexicon, const std::vector<Token>& tokens, std::uint32_t first,
                           std::vector<Hit>& hits) {
  std::uint32_t node = lexicon.info(tokens[first].word).node;
  std::size_t begin = hits.size();
  for (std::uint32_t last = first + 1; node != 0; ++last) {
    for (const Entry& entry : lexicon.entries_at(node))
      if (written_as(std::span(tokens).subspan(first, last - first), entry.case_rules))
        hits.push_back({first, last - first, lexicon.index_of(entry)});
    if (last == tokens.size() || tokens[last].has(kParagraphBefore)) break;
    node = lexicon.step(node, tokens[last].word);
  }
  if (hits.size() - begin > 1)
    std::stable_sort(hits.begin() + static_cast<std::ptrdiff_t>(begin), hits.end(),
                     [](const Hit& a, const Hit& b) { return a.length > b.length; });
}

void WordLookUp::run(std::string_view text, const Lexicon& lexicon, const WordPatterns& patterns,
                     std::vector<Token>& tokens, std::vector<Hit>& hits) {
  hits.clear();
  unknown_.clear();
  ++document_;
  if (remembered_.size() > kRememberedWords || patterns.number() != patterns_) remembered_.clear();
  patterns_ = patterns.number();
  for (Token& token : tokens) {
    fold(token.of(text), fold_);
    token.word = lexicon.find(fold_);
    if (token.word == kNoWord) token.word = unknown_word(patterns, fold_);
  }
  first_hit_.resize(tokens.size() + 1);
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    first_hit_[i] = static_cast<std::uint32_t>(hits.size());
    if (tokens[i].word < kFirstUnknownWord && lexicon.info(tokens[i].word).node != 0) find_hits(lexicon, tokens, i, hits);
  }
  first_hit_[tokens.size()] = static_cast<std::uint32_t>(hits.size());
}

}  // namespace liaison
