# RE2::RE2, through pkg-config: Debian's package of RE2 brings no CMake package.
find_package(PkgConfig QUIET)
if(PkgConfig_FOUND)
  pkg_check_modules(RE2 QUIET IMPORTED_TARGET GLOBAL re2)
endif()

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(RE2 REQUIRED_VARS RE2_LINK_LIBRARIES
                                  REASON_FAILURE_MESSAGE "install libre2-dev and pkg-config")
if(RE2_FOUND AND NOT TARGET RE2::RE2)
  add_library(RE2::RE2 ALIAS PkgConfig::RE2)
endif()
