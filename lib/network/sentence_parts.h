// A sentence cut up at those who take part in what it tells.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "liaison/facts.h"

namespace liaison {

/// The sentence on one line in pieces: the first, third … are plain, the second, fourth … name a participant. `unit`
/// is that of the offsets: byte, utf16 or codepoint. One piece where no participant is named in it.
std::vector<std::string> sentence_parts(const FactEvidence& evidence, std::string_view unit);

/// The words of the sentence that told what it is, such as the verb; empty where none are known.
std::string cue_of(const FactEvidence& evidence, std::string_view unit);

}  // namespace liaison
