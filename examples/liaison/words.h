// Words and figures for people, and strings for JSON.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace command {

/// `"text"` as a JSON string; bytes that are no UTF-8 become U+FFFD.
std::string json_string(std::string_view text);

/// "1 article", "2,345 articles": `many` defaults to `one` with an s.
std::string count_of(std::size_t count, std::string_view one, std::string_view many = {});

/// The text on one line, safe for a terminal: blanks and line breaks become one blank, control characters none.
std::string on_one_line(std::string_view text);

/// How many columns the terminal of standard output has; 100 if it is none.
std::size_t terminal_columns();

/// The text broken at blanks into lines of at most `columns`, each begun with `indent` and ended with a newline.
/// A word that is longer stands alone. Counts a code point as a column.
std::string wrapped(std::string_view text, std::string_view indent, std::size_t columns);

/// The text filled with blanks to so many columns.
std::string padded(std::string text, std::size_t columns);

/// The number of code points.
std::size_t columns_of(std::string_view text);

}  // namespace command
