#include "liaison/error.h"

#include <algorithm>
#include <utility>

namespace liaison {
namespace {

std::string_view to_string(Severity severity) {
  switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::note: return "note";
  }
  return "error";
}

bool begins_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }

/// Blanks up to the column, tabs where the line has tabs, one for each character, then the caret.
std::string caret_line(const Diagnostic& diagnostic) {
  std::string line;
  const std::size_t before = std::min<std::size_t>(diagnostic.column - 1, diagnostic.source_line.size());
  for (std::size_t i = 0; i < before; ++i) {
    const char byte = diagnostic.source_line[i];
    if (byte == '\t') line += '\t';
    else if (begins_character(byte)) line += ' ';
  }
  return line + '^';
}

}  // namespace

std::string_view to_string(ErrorCode code) {
  switch (code) {
    case ErrorCode::unreadable: return "unreadable";
    case ErrorCode::unwritable: return "unwritable";
    case ErrorCode::bad_pack: return "bad_pack";
    case ErrorCode::bad_json: return "bad_json";
    case ErrorCode::bad_encoding: return "bad_encoding";
    case ErrorCode::too_large: return "too_large";
    case ErrorCode::bad_source: return "bad_source";
  }
  return "unknown";
}

Error::Error(ErrorCode code, std::string where, const std::string& what)
    : std::runtime_error(where.empty() ? what : where + ": " + what), code_(code), where_(std::move(where)) {}

std::string to_string(const Diagnostic& diagnostic) {
  std::string text = diagnostic.file;
  if (diagnostic.line > 0) text += ':' + std::to_string(diagnostic.line);
  if (diagnostic.line > 0 && diagnostic.column > 0) text += ':' + std::to_string(diagnostic.column);
  if (!text.empty()) text += ": ";
  text += to_string(diagnostic.severity);
  text += ": " + diagnostic.message;
  if (!diagnostic.code.empty()) text += " [" + diagnostic.code + ']';
  if (!diagnostic.source_line.empty()) {
    text += '\n' + diagnostic.source_line;
    if (diagnostic.column > 0) text += '\n' + caret_line(diagnostic);
  }
  if (!diagnostic.hint.empty()) text += '\n' + diagnostic.hint;
  return text;
}

bool has_errors(const std::vector<Diagnostic>& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& diagnostic) { return diagnostic.severity == Severity::error; });
}

}  // namespace liaison
