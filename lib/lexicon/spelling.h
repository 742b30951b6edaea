// Other spellings of the words of a language: British and American ones.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "liaison/error.h"

namespace liaison {

/// A table of words that are written in two ways: `centre center`, and of endings: `-isation -ization`, which stand
/// behind three letters or more.
class Spelling {
 public:
  /// Reads the table; what is wrong with it goes to `diagnostics`.
  void read(std::string_view text, const std::string& file, std::vector<Diagnostic>& diagnostics);

  /// All ways to write a phrase, first as it is given: each of its words in each of its spellings.
  std::vector<std::string> variants(std::string_view phrase) const;

 private:
  void add_other(std::string_view word, std::vector<std::string>& out) const;

  std::vector<std::pair<std::string, std::string>> words_, endings_;
};

/// A phrase with blanks for its hyphens, and with hyphens for its blanks, where they differ from it.
std::vector<std::string> hyphenated(std::string_view phrase);

}  // namespace liaison
