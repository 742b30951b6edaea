// Tokens: what the tokenizer cuts a text into, and what it saw of each.
#pragma once

#include <cstdint>
#include <string_view>

#include "liaison/document.h"

namespace liaison {

/// The `word` of a token that the vocabulary lacks, or that was not looked up.
inline constexpr std::uint32_t kUnknownWord = 0xFFFFFFFF;

/// What is true of a token. The first group says what it is; exactly one of its
/// four bits is set.
enum TokenFlag : std::uint32_t {
  kIsWord = 1u << 0,         ///< holds a letter, and is no currency as US$
  kIsNumber = 1u << 1,       ///< holds a digit and no letter
  kIsPunctuation = 1u << 2,  ///< general category P
  kIsSymbol = 1u << 3,       ///< anything else, also a run of invalid bytes

  // Case. At most one of the first five; none for scripts without case.
  kLower = 1u << 4,        ///< every letter small
  kCapitalised = 1u << 5,  ///< first letter capital, the rest small
  kAllCaps = 1u << 6,      ///< two capitals or more and nothing small
  kMixedCase = 1u << 7,    ///< any other mixture: eBay, McDonald
  kOneCapital = 1u << 8,   ///< one letter, capital: "I", or the initial "Y."
  kFirstCapital = 1u << 17,  ///< its first letter is a capital, besides the five

  // Make.
  kHasDigit = 1u << 9,
  kNonAscii = 1u << 10,      ///< at least one byte above 0x7F
  kAbbreviation = 1u << 11,  ///< ends with a full stop that belongs to it
  kInUrl = 1u << 12,         ///< a web address or an e-mail address

  // Place. The first token of a text has `kParagraphBefore`, and a token with
  // one of these has those above it as well.
  kSpaceBefore = 1u << 13,
  kNewlineBefore = 1u << 14,
  kParagraphBefore = 1u << 15,  ///< a blank line, or a line's leading bullet
  kSentenceStart = 1u << 16,    ///< set by `split_sentences`
};

/// One token: its bytes in the text, the id of its word, and its flags.
struct Token {
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  std::uint32_t word = kUnknownWord;
  std::uint32_t flags = 0;

  /// True if at least one of the flags is set.
  constexpr bool has(std::uint32_t any_of) const { return flags & any_of; }

  constexpr Span span() const { return {start, end}; }

  /// Requires `text` to be the text that the token was cut from; the view
  /// lives as long.
  constexpr std::string_view of(std::string_view text) const {
    return {text.data() + start, end - start};
  }

  friend constexpr bool operator==(const Token&, const Token&) = default;
};
static_assert(sizeof(Token) == 16);

}  // namespace liaison
