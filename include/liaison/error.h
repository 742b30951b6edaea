// Errors: what is thrown when a file cannot be opened or written, and what is said about a broken source file.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace [[gnu::visibility("default")]] liaison {

enum class ErrorCode {
  unreadable,    ///< a file or stream could not be opened or read
  unwritable,    ///< an output could not be written; nothing was left half written
  bad_pack,      ///< the bytes are no language pack of this version, or are damaged
  bad_json,      ///< a line is no JSON object of the expected shape
  bad_encoding,  ///< text in an encoding that could not be told
  too_large,     ///< a documented limit was met
  bad_source     ///< a rule file or list has errors; see the diagnostics
};

/// The stable name of a code, as it appears in output: "unreadable", "bad_json", …
std::string_view to_string(ErrorCode code);

/// Thrown by opening, reading and writing. Analysing a document never throws it.
class Error : public std::runtime_error {
 public:
  Error(ErrorCode code, std::string where, const std::string& what);

  ErrorCode code() const { return code_; }
  /// The file, or file and line, that the error is about.
  const std::string& where() const { return where_; }

 private:
  ErrorCode code_;
  std::string where_;
};

enum class Severity { error, warning, note };

/// One remark about one place of a source file (a rule file or a list).
struct Diagnostic {
  Severity severity = Severity::error;
  std::string code;         ///< stable, e.g. "unknown-type"
  std::string file;
  std::uint32_t line = 0;   ///< counted from 1
  std::uint32_t column = 0; ///< in UTF-8 bytes, counted from 1
  std::string message;
  std::string source_line;  ///< the whole line, for the caret
  std::string hint;         ///< "did you mean …?"; empty where there is nothing to say
};

/// `file:line:column: error: message [code]`, the line, a caret, and the hint.
std::string to_string(const Diagnostic& diagnostic);

/// True if any of them is an error.
bool has_errors(const std::vector<Diagnostic>& diagnostics);

}  // namespace liaison
