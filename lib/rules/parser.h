// Parses a rule file.
#pragma once

#include <vector>

#include "liaison/error.h"
#include "rules/source.h"
#include "rules/syntax.h"

namespace liaison {

/// Parses all items of a file. Items with errors are left out and complained about, all of them. Never throws on any bytes but bad_alloc. Linear.
RuleFile parse_rules(const SourceText& source, std::vector<Diagnostic>& diagnostics);

/// What rules may run over, for `did_you_mean`.
std::vector<std::string> phase_names();

/// Parses the rest of an item `frame …`, `status …` or `support …`. The cursor stands behind that word.
void parse_frame(Cursor& in, RuleFile& file);
void parse_cue(Cursor& in, const std::string& table, RuleFile& file);
/// Parses a line `yes "…" => …`, `no "…"` or `todo "…" => …` if the cursor stands at one.
bool parse_example(Cursor& in, std::vector<ExampleSyntax>& examples);

}  // namespace liaison
