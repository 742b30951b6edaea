#include "network/csv_cell.h"

#include "network/json_writer.h"

namespace liaison {
namespace {

constexpr std::string_view kFormulaStarts = "=+-@\t\r";

}  // namespace

std::string cell(std::string_view text) {
  std::string content = valid_utf8(text);
  if (!content.empty() && kFormulaStarts.find(content.front()) != std::string_view::npos) content.insert(0, 1, '\'');
  if (content.find_first_of(",\"\r\n") == std::string::npos) return content;
  std::string out = "\"";
  for (const char c : content) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

}  // namespace liaison
