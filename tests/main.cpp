#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>

#include "source_path.h"

namespace liaison {

std::string source_path(const std::string& path) { return LIAISON_SOURCE_DIR "/" + path; }

}  // namespace liaison
