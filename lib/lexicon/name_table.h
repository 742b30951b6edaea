// Reads lists of names that come as tables: tab-separated values with a line of column names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lexicon/list_file.h"

namespace liaison {

/// Reads a table (`.tsv`). Its first line names the columns: `name` and `type` must be among them, `aliases` (between
/// bars), `subtype` and `strength` may be, and every other column is an attribute. A name that begins with `- ` is
/// taken out, as in a gazetteer. Gives a list of lines with types of their own, in the order of the rows. Rows with errors
/// are complained about, all of them, and left out.
NameList read_name_table(std::string_view text, const std::string& file, std::vector<Diagnostic>& diagnostics);

}  // namespace liaison
