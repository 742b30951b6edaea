#include "meta.h"

#include <utility>

#include "commands.h"
#include "liaison/error.h"
#include "lines.h"
#include "words.h"

namespace command {
namespace {

/// Reads one cell from the front of the text, and says what ended it: ',' or '\n' (also at the end of the text).
char read_cell(std::string_view& text, std::string& cell) {
  bool quoted = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '"') {
      const bool doubled = quoted && at + 1 < text.size() && text[at + 1] == '"';
      if (doubled) cell += text[++at];
      if (!doubled) quoted = !quoted;
    } else if (!quoted && (c == ',' || c == '\n')) {
      text.remove_prefix(at + 1);
      return c;
    } else if (quoted || c != '\r') {
      cell += c;
    }
  }
  text = {};
  return '\n';
}

std::string* field_of(liaison::Document& document, std::string_view column) {
  if (column == "id") return &document.id;
  if (column == "date") return &document.date;
  if (column == "source") return &document.source;
  if (column == "url") return &document.url;
  if (column == "title") return &document.title;
  return nullptr;
}

}  // namespace

std::vector<std::vector<std::string>> read_csv(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  std::vector<std::vector<std::string>> rows;
  while (!text.empty()) {
    std::vector<std::string> row;
    char end = ',';
    while (end == ',') end = read_cell(text, row.emplace_back());
    if (row.size() > 1 || !row[0].empty()) rows.push_back(std::move(row));
  }
  return rows;
}

Meta Meta::read(const std::string& path) {
  std::string bytes;
  try {
    bytes = read_file(path);
  } catch (const liaison::Error& error) {
    throw UsageError(std::string("--meta: ") + error.what());
  }
  const auto rows = read_csv(bytes);
  Meta meta;
  for (std::size_t r = 1; r < rows.size(); ++r) {
    liaison::Document document;
    for (std::size_t column = 0; column < rows[0].size() && column < rows[r].size(); ++column) {
      if (auto* field = field_of(document, rows[0][column])) *field = rows[r][column];
    }
    if (document.id.empty()) throw UsageError("--meta: " + path + ": row " + std::to_string(r + 1) + " has no id");
    const auto id = document.id;
    if (!meta.rows_.emplace(id, std::move(document)).second) {
      throw UsageError("--meta: " + path + ": two rows have the id " + json_string(id));
    }
  }
  if (meta.rows_.empty()) throw UsageError("--meta: " + path + ": no rows; the first line names the columns, id first");
  return meta;
}

bool Meta::fill(liaison::Document& document) const {
  const auto row = rows_.find(document.id);
  if (row == rows_.end()) return false;
  document.date = row->second.date;
  document.source = row->second.source;
  document.url = row->second.url;
  document.title = row->second.title;
  return true;
}

}  // namespace command
