// Warnings about rules that compile, and yet are hardly what their author meant.
#pragma once

#include <string>
#include <vector>

#include "liaison/error.h"
#include "rules/source.h"
#include "rules/syntax.h"

namespace liaison {

/// Warns of lists, parts, templates and types that nothing uses, types that nothing makes, captures that nothing reads, entries
/// that a list has twice, and rules that another one finds first wherever they match. `weights` are the texts of the
/// weights, which name classes as well. Requires: templates are expanded; `files[i]` was parsed from `sources[i]`.
void lint_rules(const std::vector<SourceText>& sources, const std::vector<RuleFile>& files,
                const std::vector<std::string>& weights, std::vector<Diagnostic>& diagnostics);

}  // namespace liaison
