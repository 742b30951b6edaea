// Comments that silence warnings, and must give a reason for it.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "liaison/error.h"

namespace liaison {

/// When a warning is known: once the files are compiled, or only once the examples have run.
enum class WarningStage { compiled, run };

/// The codes of all warnings of a stage that a comment may silence.
const std::vector<std::string>& warning_codes(WarningStage stage);

/// A file with comments that may silence warnings.
struct CommentedText {
  std::string_view path, text;
};

/// Drops the warnings that a comment silences: `# allow CODE: reason` behind the line, or in a line above it that is all
/// comment. A comment of the stage that silences nothing is warned of; when files are compiled, one without a reason or
/// with a code that there is not is an error.
void silence(std::span<const CommentedText> files, WarningStage stage, std::vector<Diagnostic>& diagnostics);

}  // namespace liaison
