// The naive matcher: says what a match is.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "rules/matcher.h"
#include "rules/syntax.h"
#include "rules/unit_compiler.h"

namespace liaison {

/// Matches one rule by its syntax tree, as the definition says it: it enumerates the parses from a start in greedy,
/// left-first order, and the first one that passes the conditions is the match. It takes exponential time. `Matcher` is
/// the fast one, and finds the same.
class NaiveMatcher {
 public:
  /// Requires: the rule compiles without complaint and outlives the matcher.
  NaiveMatcher(const RuleSyntax& rule, UnitCompiler& units, Complaints& complaints);

  /// The match that begins at the unit `start`, if there is one. Requires: the sequence's lexicon has all that was
  /// added to the builder.
  std::optional<Match> match_at(const Sequence& sequence, std::uint32_t start, const SameEntity& same_entity);

 private:
  using Node = PatternNode;
  /// What has yet to be matched behind `at`. True: the parse is complete and passes.
  using Rest = std::function<bool(std::uint32_t at)>;

  void prepare(const Node& node, UnitCompiler& units, Complaints& complaints);
  bool parse(const Node& node, std::uint32_t at, const Rest& rest);
  bool parse_sequence(const Node& node, std::size_t part, std::uint32_t at, const Rest& rest);
  bool parse_repeat(const Node& node, int count, std::uint32_t at, const Rest& rest);
  bool parse_capture(const Node& node, std::uint32_t at, const Rest& rest);
  bool parse_unit(const CompiledUnit& unit, std::uint32_t at, const Rest& rest);
  bool stands(const Node& look, std::uint32_t at);
  std::uint8_t number_of(const std::string& capture) const;
  bool passes_conditions(const SameEntity& same_entity) const;

  const RuleSyntax& rule_;
  std::map<const Node*, CompiledUnit> units_;
  std::map<std::string, std::size_t> numbers_;  // of the captures, in the order in which the pattern has them
  const Sequence* sequence_ = nullptr;
  std::uint32_t limit_ = 0;  // no unit from here on is taken
  Match match_;
};

}  // namespace liaison
