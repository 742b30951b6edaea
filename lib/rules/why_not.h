// How far a rule comes where it does not match, and which condition fails there.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "rules/matcher.h"
#include "rules/program.h"
#include "rules/unit.h"

namespace liaison {

/// The parse of a rule that came furthest from one start.
struct Attempt {
  struct Step {
    std::uint32_t first = 0, last = 0;  ///< units, half open: what was taken
    std::string wanted;                 ///< what the rule asks for there, as RULES.md writes it
  };
  std::uint32_t start = 0, end = 0;     ///< the units that were taken, half open
  std::vector<Step> taken;
  std::vector<std::string> wanted;      ///< what could have gone on at `end`, each once
  bool matches = false;                 ///< nothing is missing: the rule matches here

  std::uint32_t length() const { return end - start; }
};

/// Tries a rule from one unit on. Follows every parse, each state once: linear in program and window.
Attempt attempt(const RuleBook& book, const Rule& rule, const Sequence& sequence, std::uint32_t start,
                const SameEntity& same_entity);

/// The attempt that comes furthest of all starts in the sequence; where any reaches the unit `near`, the furthest of
/// those. `near` may be none: Unit::kNoAnnotation. Requires: the sequence is not empty.
Attempt furthest_attempt(const RuleBook& book, const Rule& rule, const Sequence& sequence, std::uint32_t near,
                         const SameEntity& same_entity);

/// A condition on a unit as RULES.md writes it: `"of"`, `honorific`, `PERSON`, `@caps`, `_`.
std::string to_text(const RuleBook& book, const Test& test);

}  // namespace liaison
