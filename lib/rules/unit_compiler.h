// Compiles the conditions on single units that stand in patterns: what words, classes, lists and types they name.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "lexicon/lexicon_builder.h"
#include "rules/program.h"
#include "rules/source.h"
#include "rules/syntax.h"

namespace liaison {

/// What a unit of a pattern asks for: one unit after the other, each with its tests ("sat down" asks for two of them);
/// or a phrase of a class, or one unit of it.
struct CompiledUnit {
  ClassId phrases = ClassId::none;        ///< the class, where `units` is empty
  std::vector<std::vector<Test>> units;
  std::uint32_t min = 1, max = 1;         ///< how many units it takes
};

/// The name of a shape by its token flags, "caps"; empty where there is none.
std::string shape_name(std::uint32_t flags);

/// Resolves the names in patterns. The same for the compiled rules and for the naive matcher.
class UnitCompiler {
 public:
  /// Requires: the references outlive it.
  UnitCompiler(LexiconBuilder& lexicon, StringsBuilder& strings, SymbolsBuilder& symbols)
      : lexicon_(lexicon), strings_(strings), symbols_(symbols) {}

  void add_type(const std::string& name);
  bool is_type(const std::string& name) const;
  /// True of the types that names have, which stand in most sentences.
  bool is_type_of_names(const std::string& name) const;
  /// True of a word that stands in many sentences.
  bool is_common_word(const std::string& word) { return lexicon_.is_common(word); }
  /// True of a class of which many sentences hold a word.
  bool is_common_class(const std::string& name);
  /// All types, classes and lists, for `did_you_mean`.
  std::vector<std::string> known_names() const;

  /// Compiles a node of the kind `unit`. Where something is wrong with it, there is a complaint.
  CompiledUnit compile(const PatternNode& node, Complaints& complaints);
  /// The class of a name, with a complaint where there is none.
  ClassId find_class(const std::string& name, std::size_t offset, Complaints& complaints);
  /// The test of an anchor for units that pass `test`: an exact word is found by its folded one. Words that are
  /// anchors are members of the class "anchor PHASE".
  Test anchor_of(const Test& test, const std::string& phase);

 private:
  Test compile(const UnitTest& test, Complaints& complaints);
  Test compile_word(const UnitTest& test, Complaints& complaints);
  Test compile_shape(const UnitTest& test, Complaints& complaints);
  Test compile_pattern(const UnitTest& test, Complaints& complaints);
  Test compile_name(const UnitTest& test, Complaints& complaints);
  CompiledUnit compile_words(const UnitTest& test, Complaints& complaints);
  Test word_test(UnitTest::Kind kind, std::string_view token);

  LexiconBuilder& lexicon_;
  StringsBuilder& strings_;
  SymbolsBuilder& symbols_;
  std::vector<std::string> types_{"PERSON", "ORG", "GPE", "LOC", "MISC", "ROLE", "DATE", "AMOUNT", "HIDDEN"};
};

}  // namespace liaison
