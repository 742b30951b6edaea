// Groups the tokens of a text into sentences.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "text/orthography.h"
#include "text/token.h"

namespace liaison {

/// One sentence: indices of tokens, half open, never empty.
struct Sentence {
  std::uint32_t first = 0;
  std::uint32_t last = 0;

  friend constexpr bool operator==(Sentence, Sentence) = default;
};

/// A sentence with this many tokens is cut at its next space, so that all that
/// works sentence by sentence stays bounded …
inline constexpr std::uint32_t kLongestSentence = 1000;

/// … and cut anywhere after this many more.
inline constexpr std::uint32_t kLongestWithoutSpace = 64;

/// Replaces `out` by the sentences of the tokens, which follow on one another
/// and hold every token, and sets `kSentenceStart` on the first of each.
///
/// A blank line, and a bullet or a dateline at the start of a line, always begin
/// a sentence; a single line break never does by itself. Closing quotes and
/// brackets belong to the sentence that they close. Requires the tokens to be those that `tokenize`
/// made of the text with the same orthography. Linear in the tokens.
void split_sentences(std::string_view text, std::vector<Token>& tokens,
                     const Orthography& orthography, std::vector<Sentence>& out);

/// Which of the sentences of a text holds a token. Requires: one of them does. O(log n).
std::uint32_t sentence_at(std::span<const Sentence> sentences, std::uint32_t token);

}  // namespace liaison
