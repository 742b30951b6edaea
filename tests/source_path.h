// Where the fixtures of a test stand.
#pragma once

#include <string>

namespace liaison {

/// The path of a file of the project, told from its top: "tests/recognition/names.txt".
std::string source_path(const std::string& path);

}  // namespace liaison
