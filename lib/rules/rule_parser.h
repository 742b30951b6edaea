// Parses rules, parts and templates.
#pragma once

#include "rules/source.h"
#include "rules/syntax.h"

namespace liaison {

/// Parses the rest of an item `rule …`, `link …`, `part …` or `template …`. The cursor stands behind that word.
void parse_rule(Cursor& in, RuleFile& file);
void parse_part(Cursor& in, RuleFile& file);
void parse_template(Cursor& in, RuleFile& file);

}  // namespace liaison
