// The form of a name under which it is compared with names of other documents.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace liaison {

/// Small letters without accents; full stops and apostrophes dropped, other punctuation and runs of blanks one
/// blank, initials that follow each other one word: "J. Y. Lee" and "J.Y. Lee" are both "jy lee". Empty only for
/// a name without letters and digits. Linear.
std::string name_key(std::string_view name);
/// The same in place of what `out` holds; allocates only as it grows.
void name_key(std::string_view name, std::string& out);

/// True if the key is one word.
inline bool is_single(std::string_view key) { return key.find(' ') == std::string_view::npos; }

/// The last word of a key.
inline std::string_view last_word(std::string_view key) { return key.substr(key.rfind(' ') + 1); }

/// The text with runs of blanks and line ends as one blank, and none at its ends.
std::string on_one_line(std::string_view text);

/// How many characters have to be put in, taken out or exchanged to make `a` of `b`. Costs the product of sizes.
std::size_t edit_distance(std::string_view a, std::string_view b);

}  // namespace liaison
