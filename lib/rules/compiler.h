// Compiles rules to programs.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "lexicon/lexicon_builder.h"
#include "liaison/error.h"
#include "rules/program.h"
#include "rules/program_writer.h"
#include "rules/readings_compiler.h"
#include "rules/source.h"
#include "rules/syntax.h"
#include "rules/unit_compiler.h"

namespace liaison {

/// The sections of a pack that hold its rules, while they are being made.
struct RuleImage {
  std::vector<Rule> rules;
  std::vector<Instruction> program;
  SharedTests tests;
  std::vector<Test> anchors;
  std::vector<Action> actions;
  std::vector<Condition> conditions;
  std::vector<Example> examples;
};

/// Compiles the lists and rules of files, one after the other. All that is wrong is complained about, with its place.
/// Requires: words and classes were added to the lexicon before; the references outlive the compiler.
class RuleCompiler {
 public:
  RuleCompiler(LexiconBuilder& lexicon, StringsBuilder& strings, SymbolsBuilder& symbols,
               std::vector<Diagnostic>& diagnostics)
      : lexicon_(lexicon), strings_(strings), symbols_(symbols), diagnostics_(diagnostics), units_(lexicon, strings, symbols) {}

  /// Makes the lists of a file word classes. A list may include others of its file, in any order, and those of files
  /// before it. Lists of all files come before the rules of any.
  void add_lists(const SourceText& source, const RuleFile& file);
  /// Says which types the rules of a file make. Before the rules of any file.
  void add_types(const RuleFile& file);
  /// Says what words may be read as. After the lists of all files, before the rules of any.
  void add_readings(const SourceText& source, const RuleFile& file);
  void add_rules(const SourceText& source, const RuleFile& file);
  /// What the last column of expected lines may say, where they have more columns than `before` bars.
  struct LastColumn {
    const char* what;
    std::ptrdiff_t before;
    std::vector<std::string> known;
  };
  /// Adds the examples of a rule or frame, whose RuleId is known.
  void add_examples(const SourceText& source, std::uint32_t rule, const std::vector<ExampleSyntax>& examples,
                    const LastColumn& last);

  /// What resolves the names in patterns.
  UnitCompiler& units() { return units_; }
  const RuleImage& image() const { return image_; }
  /// Writes the sections of the rules.
  void build(ImageBuilder& image) const;

 private:
  class ListIncluder;
  void compile(Complaints& complaints, const RuleSyntax& syntax);
  void compile_action(Complaints& complaints, const ActionSyntax& syntax, const std::vector<std::string>& captures);
  void compile_condition(Complaints& complaints, const ConditionSyntax& syntax, const std::vector<std::string>& captures);
  bool is_new_rule(Complaints& complaints, const RuleSyntax& syntax);
  bool is_new_list(Complaints& complaints, const ListSyntax& list);

  LexiconBuilder& lexicon_;
  StringsBuilder& strings_;
  SymbolsBuilder& symbols_;
  std::vector<Diagnostic>& diagnostics_;
  UnitCompiler units_;
  ReadingsCompiler readings_{units_};
  std::map<std::string, std::string> places_;       // of the rules, by their names
  std::map<std::string, std::string> list_places_;  // of the lists that rule files make
  RuleImage image_;
};

}  // namespace liaison
