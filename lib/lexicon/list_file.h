// Reads the lists of a language: word classes and gazetteers.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "liaison/error.h"

namespace liaison {

using AttributeList = std::vector<std::pair<std::string, std::string>>;

/// What else belongs to a list beside what stands there: inflected forms, other spellings, a hyphen for a blank.
struct ListVariants {
  bool verb = false, noun = false, spelling = false, hyphen = false;

  /// Sets the one of this name; false where there is none.
  bool add(std::string_view name);
  static const std::vector<std::string>& names();
};

/// One line of a word class: a word, a phrase, or a pattern between slashes. The directives `%inflect verb`, `%spelling`
/// and `%hyphen` give a line without text.
struct WordLine {
  std::string text;
  bool is_pattern = false;
  AttributeList attributes;
  std::uint32_t line = 0;
  ListVariants variants = {};  ///< of a directive: for the whole list
};

/// One form of a name.
struct NameForm {
  std::string_view text;  ///< a view into the list's text
  bool weak = false;
};

/// One line of a gazetteer: an entity with all its forms, the canonical one first.
struct NameLine {
  std::uint32_t first_form = 0, form_count = 0;  ///< in the forms of its list
  std::uint32_t line = 0;
  std::string_view type;  ///< of its own, where the list has none
  AttributeList attributes;
};

/// A line `- Name` or `- Name TYPE`: other lists and the pack below are to forget the name, as this type or as any.
struct NameRemoval {
  std::string name, type;
  std::uint32_t line = 0;
};

/// A gazetteer: `%type`, `%subtype` and `%strength` at its top, then one entity a line. Holds views into the text that
/// it was read from, which must outlive it.
struct NameList {
  std::string_view text;
  std::string type, subtype;
  bool weak = false;  ///< `%strength weak`: every form is weak
  std::vector<NameLine> lines;
  std::vector<NameForm> forms;  ///< of all lines, in their order
  std::vector<NameRemoval> removals;

  std::span<const NameForm> forms_of(const NameLine& line) const {
    return std::span(forms).subspan(line.first_form, line.form_count);
  }
};

/// Reads a word class (`word ; key=value`). `file` names it in diagnostics. Blank lines and `#` lines are skipped.
/// Lines with errors are complained about, all of them, and read as far as they make sense.
std::vector<WordLine> read_word_list(std::string_view text, const std::string& file,
                                     std::vector<Diagnostic>& diagnostics);

/// Reads a gazetteer (`Name | alias | ~weak alias ; key=value key="two words"`).
NameList read_name_list(std::string_view text, const std::string& file, std::vector<Diagnostic>& diagnostics);

}  // namespace liaison
