// Proves that each line of a file of corrections still hits something.
#pragma once

#include <string>
#include <vector>

namespace command {

/// Says for each line that changes nothing why, and how many do. The exit code: 1 if there is one.
/// Throws UsageError, liaison::Error.
int check_corrections(const std::string& corrections, const std::vector<std::string>& facts);

}  // namespace command
