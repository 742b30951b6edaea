// Makes rules from templates.
#pragma once

#include <vector>

#include "liaison/error.h"
#include "rules/source.h"
#include "rules/syntax.h"

namespace liaison {

/// Gives every rule that uses a template what the template has, with its arguments in place of the parameters. A file
/// sees its own templates and those of the files that it imports. What is wrong with a use is complained about, and the
/// rule is left out. Requires: `files[i]` was parsed from `sources[i]`. Linear in what is made.
void expand_templates(const std::vector<SourceText>& sources, std::vector<RuleFile>& files,
                      std::vector<Diagnostic>& diagnostics);

/// The files in an order in which every one stands behind those that it imports. Complains about imports of files that
/// there are not, and about circles.
std::vector<std::size_t> import_order(const std::vector<SourceText>& sources, const std::vector<RuleFile>& files,
                                      std::vector<Diagnostic>& diagnostics);

}  // namespace liaison
