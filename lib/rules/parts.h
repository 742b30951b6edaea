// Patterns that have a name, and stand for it in the rules of their file.
#pragma once

#include <vector>

#include "liaison/error.h"
#include "rules/source.h"
#include "rules/syntax.h"

namespace liaison {

/// Puts the parts of a file in place of their names: in the parts behind them, in rules and templates, and in what rules give to
/// templates. Notes which are used. Complains about two of one name, about one that is named where a single condition has to
/// stand, and about patterns that grow beyond what a rule may have. Requires: `file` was parsed from `source`, and its templates
/// are not expanded. Linear in what is made, which the bounds on patterns hold small.
void fill_parts(const SourceText& source, RuleFile& file, std::vector<Diagnostic>& diagnostics);

}  // namespace liaison
