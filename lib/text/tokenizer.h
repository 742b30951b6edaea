// Cuts a text into tokens.
#pragma once

#include <string_view>
#include <vector>

#include "text/orthography.h"
#include "text/token.h"

namespace liaison {

/// Replaces `out` by the tokens of the text: in order, not overlapping, and
/// together covering every byte that is not white space, a control or a format
/// character. No token is empty.
///
/// The conventions are those of the Penn Treebank as the UD English Web
/// Treebank follows them: clitics are apart (do|n't, Lee|'s), so are hyphens and
/// slashes between words (U.S.|-|Japan), currency and per cent signs; a full
/// stop stays with abbreviations and initials; numbers, dates, times, web
/// addresses, ellipses and runs of one symbol are one token each.
///
/// Any bytes are survived: a run of invalid UTF-8 is a symbol. Requires fewer
/// than 2^32 bytes. One pass; allocates only as `out` grows.
void tokenize(std::string_view text, const Orthography& orthography,
              std::vector<Token>& out);

}  // namespace liaison
