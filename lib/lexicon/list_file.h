// Reads the lists of a language: word classes and gazetteers.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "liaison/error.h"

namespace liaison {

using AttributeList = std::vector<std::pair<std::string, std::string>>;

/// One line of a word class: a word, a phrase, or a pattern between slashes. The directive `%inflect verb` gives a line
/// without text and an attribute "inflect": all inflected forms of the words of the class belong to it as well.
struct WordLine {
  std::string text;
  bool is_pattern = false;
  AttributeList attributes;
  std::uint32_t line = 0;
};

/// One form of a name.
struct NameForm {
  std::string text;
  bool weak = false;
};

/// One line of a gazetteer: an entity with all its forms, the canonical one first.
struct NameLine {
  std::vector<NameForm> forms;
  AttributeList attributes;
  std::uint32_t line = 0;
};

/// A line `- Name` or `- Name TYPE`: other lists and the pack below are to forget the name, as this type or as any.
struct NameRemoval {
  std::string name, type;
  std::uint32_t line = 0;
};

/// A gazetteer: `%type`, `%subtype` and `%strength` at its top, then one entity a line.
struct NameList {
  std::string type, subtype;
  bool weak = false;  ///< `%strength weak`: every form is weak
  std::vector<NameLine> lines;
  std::vector<NameRemoval> removals;
};

/// Reads a word class (`word ; key=value`). `file` names it in diagnostics. Blank lines and `#` lines are skipped.
/// Lines with errors are complained about, all of them, and read as far as they make sense.
std::vector<WordLine> read_word_list(std::string_view text, const std::string& file,
                                     std::vector<Diagnostic>& diagnostics);

/// Reads a gazetteer (`Name | alias | ~weak alias ; key=value key="two words"`).
NameList read_name_list(std::string_view text, const std::string& file, std::vector<Diagnostic>& diagnostics);

}  // namespace liaison
