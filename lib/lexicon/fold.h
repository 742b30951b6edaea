// Folding: the form under which a word is looked up.
#pragma once

#include <string>
#include <string_view>

namespace liaison {

/// Replaces `out` by the folded form of a token: small letters, diacritics taken off, typographic apostrophes and
/// quotation marks plain. Invalid bytes are kept. ASCII takes a fast path; the rest is ICU's (NFKD, no marks,
/// case folded). Linear; allocates only as `out` grows.
void fold(std::string_view token, std::string& out);

/// The same as a value.
std::string folded(std::string_view token);

}  // namespace liaison
