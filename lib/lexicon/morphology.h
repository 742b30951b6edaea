// Inflected forms of verbs and nouns, made from lists and rules of the language when a pack is built.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "liaison/error.h"

namespace liaison {

/// One written form of a word.
struct InflectedForm {
  std::string text;     ///< "met"
  std::string lemma;    ///< "meet"
  std::string feature;  ///< the class it belongs to: "verb_past", "noun_plural" …
};

/// The regular inflection of a language: a table of rules `verb past [^aeiou]y$ -y+ied`, tried in order, the first
/// that fits wins.
class Inflection {
 public:
  Inflection();
  ~Inflection();
  Inflection(Inflection&&) noexcept;

  /// Reads the table; what is wrong with it goes to `diagnostics`.
  void read(std::string_view text, const std::string& file, std::vector<Diagnostic>& diagnostics);

  /// All forms of a verb told by a line `lemma [past [participle [gerund [3sg]]]]`, alternatives between commas.
  std::vector<InflectedForm> verb(const std::vector<std::string>& line) const;
  /// All forms of a noun told by a line `lemma [plural]`.
  std::vector<InflectedForm> noun(const std::vector<std::string>& line) const;

 private:
  struct Rule;
  std::string inflect(std::string_view kind, std::string_view form, const std::string& lemma) const;
  std::vector<Rule> rules_;
};

}  // namespace liaison
