// The lines of a file of weights, cut at their blanks, and what is said of a wrong one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "liaison/error.h"

namespace liaison {

/// One line that says something.
struct WeightLine {
  std::string text;
  std::uint32_t number = 0;          ///< from 1
  std::vector<std::string> words;    ///< at least one
};

/// What is wrong with a word, and what to do about it; an empty message where nothing is.
struct WrongWord {
  std::string message, hint;
  explicit operator bool() const { return !message.empty(); }
};

/// The lines of a text. A word that begins with `#` begins a comment; a `#` in quotes is a word.
std::vector<WeightLine> weight_lines(std::string_view text);

/// Reads a whole number, with or without a sign; false where it is none.
bool read_points(std::string_view text, int& points);

/// A complaint about a word of a line.
Diagnostic complaint(const WeightLine& line, const std::string& file, std::string_view word, std::string code, WrongWord wrong);

}  // namespace liaison
