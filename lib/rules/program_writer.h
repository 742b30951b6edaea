// Writes the program of one rule.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "rules/program.h"
#include "rules/source.h"
#include "rules/syntax.h"
#include "rules/unit_compiler.h"

namespace liaison {

/// How large, in instructions, the program of one rule may become.
inline constexpr std::size_t kMaxProgram = 16'000;
static_assert(kMaxProgram <= Instruction::kMaxA && kMaxEntryWords <= Instruction::kMaxB && kMaxLookBehind <= Instruction::kMaxB);

/// The widest window, in units, that a rule may ask for.
inline constexpr std::uint32_t kWidestWindow = 256;

/// How many units a pattern takes; `max` is none where there is no bound.
struct Extent {
  std::uint32_t min = 0;
  std::optional<std::uint32_t> max = 0;
};

/// The tests that units are asked. Those of a unit stand one behind the other; where another unit is asked the same, once.
class SharedTests {
 public:
  /// Where the tests of a unit stand.
  std::uint32_t add(const std::vector<Test>& tests);
  const std::vector<Test>& all() const { return all_; }

 private:
  std::vector<Test> all_;
  std::map<std::vector<Test>, std::uint32_t> places_;
};

/// Appends the program of one rule to `program`, and its tests to `tests`. What is wrong with the rule is complained about.
class ProgramWriter {
 public:
  /// Requires: the references outlive the writer.
  ProgramWriter(UnitCompiler& units, Complaints& complaints, std::vector<Instruction>& program, SharedTests& tests)
      : units_(units), complaints_(complaints), program_(program), tests_(tests) {}

  /// Once for each writer.
  void write(const RuleSyntax& rule);

  /// The names of the captures, in the order in which the pattern has them.
  const std::vector<std::string>& captures() const { return captures_; }
  /// Every match holds one of them, unless there are none.
  const std::vector<Test>& anchors() const { return anchors_; }
  /// The types of which every match holds one each, as bits of Symbols.
  std::uint64_t needs() const { return needs_; }

 private:
  using Node = PatternNode;
  using Op = Instruction::Op;

  /// Where the next instruction of the rule will stand.
  std::uint32_t here() const { return static_cast<std::uint32_t>(program_.size() - start_); }
  void fail(std::size_t offset, std::string code, std::string message, std::string hint = {});
  bool failed() const { return complaints_.count() > complaints_before_; }
  std::uint32_t push(Op op, std::uint32_t a = 0, std::uint32_t b = 0, bool negated = false);
  /// Says where an instruction leads.
  void lead(std::uint32_t instruction, std::uint32_t to) { program_[start_ + instruction].a = to; }

  void check_extent();
  void emit(const Node& node);
  void emit_unit(const Node& node);
  void emit_alternation(const Node& node);
  void emit_repeat(const Node& node);
  void emit_capture(const Node& node);
  void emit_look(const Node& node);

  const CompiledUnit& unit_of(const Node& node);
  Extent extent_of(const Node& node);
  /// Tests of which every match of a node passes one, and how common the commonest is; none where there are none.
  struct Anchors {
    std::vector<Test> tests;
    int rank = 0;
  };
  /// The rarest anchors along a node.
  Anchors anchors_of(const Node& node);
  Anchors anchors_of_unit(const Node& node);
  Anchors anchors_of_alternation(const Node& node);
  std::uint64_t needs_of(const Node& node);

  UnitCompiler& units_;
  Complaints& complaints_;
  std::vector<Instruction>& program_;
  SharedTests& tests_;
  const RuleSyntax* rule_ = nullptr;
  std::size_t start_ = program_.size(), complaints_before_ = complaints_.count();
  std::unordered_map<const Node*, CompiledUnit> compiled_;
  std::vector<std::string> captures_;
  std::vector<Test> anchors_;
  std::uint64_t needs_ = 0;
  bool in_negated_look_ = false;
};

}  // namespace liaison
