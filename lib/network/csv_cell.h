// Text as a cell of a table holds it.
#pragma once

#include <string>
#include <string_view>

namespace liaison {

/// A cell of CSV (RFC 4180) that no spreadsheet runs: quoted where it has to be, valid UTF-8, and begun with an
/// apostrophe where it would be a formula.
std::string cell(std::string_view text);

}  // namespace liaison
