// Finds rules that another rule finds first wherever they match.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "rules/source.h"
#include "rules/syntax.h"

namespace liaison {

struct RuleInFile {
  const SourceText* source = nullptr;
  const RuleSyntax* rule = nullptr;
};

/// `by` matches wherever `rule` does, does the same with it, and goes before it.
struct Subsumed {
  std::size_t rule = 0, by = 0;
};

/// Compares the rules element by element: one includes another if each of its elements includes the other's in its place.
/// Rules of which this cannot be seen are left out. For most rules the cost is linear in their number, for they are
/// compared only with those that share a word or class with them. In the order of the rules.
std::vector<Subsumed> find_subsumed(std::span<const RuleInFile> rules);

}  // namespace liaison
