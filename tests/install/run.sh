#!/usr/bin/env bash
# run.sh WAY SOURCE_DIR BUILD_DIR: installs BUILD_DIR into a prefix of its own and builds the consumer against it in
# one WAY: package-static, package-shared, pkg-config, subdirectory or fetch-content.
set -euo pipefail
way=$1 source_dir=$2 build_dir=$3
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
prefix=$scratch/prefix

expect() {  # COMMAND...: its last line is what the consumer says at the end
  local last
  last=$("$@" | tail -n 1)
  [[ $last == "liaison 0."*": Elon Musk met Jay Y. Lee" ]] || { echo "the consumer said: $last" >&2; exit 1; }
}

install_it() { cmake --install "$build_dir" --prefix "$prefix" >"$scratch/install.log"; }

configure() { cmake -G Ninja -S "$here" -B "$scratch/build" -DCMAKE_BUILD_TYPE=Debug "$@"; }

from_package() {  # ON or OFF: BUILD_SHARED_LIBS
  install_it
  configure -DLIAISON_FROM=package -DCMAKE_PREFIX_PATH="$prefix" -DBUILD_SHARED_LIBS="$1"
  cmake --build "$scratch/build"
  expect "$scratch/build/consumer" "$prefix/share/liaison/en.pack"
  ctest --test-dir "$scratch/build" --output-on-failure
  local linked=no
  readelf -d "$scratch/build/consumer" | grep -q 'NEEDED.*libliaison\.so' && linked=yes
  [ "$linked" = "$([ "$1" = ON ] && echo yes || echo no)" ] || { echo "the wrong library was linked" >&2; exit 1; }
}

# The shared library exports its own names and none of the libraries that it is made of.
check_exports() {
  local foreign
  foreign=$(nm -DC --defined-only "$prefix"/lib*/libliaison.so "$prefix"/lib*/*/libliaison.so 2>/dev/null |
    grep -E ' [TW] (fmt|re2|simdjson|icu(_[0-9]+)?)::' | head -n 5 || true)
  [ -z "$foreign" ] || { echo "exported, and should not be: $foreign" >&2; exit 1; }
}

from_pkg_config() {
  install_it
  local libraries
  libraries=$(dirname "$(find "$prefix" -name liaison.pc)")
  export PKG_CONFIG_PATH=$libraries
  # shellcheck disable=SC2046
  {
    c++ -std=c++20 "$here/consumer.cpp" -o "$scratch/shared" $(pkg-config --cflags --libs liaison)
    c++ -std=c++20 "$here/consumer.cpp" -o "$scratch/static" \
      $(pkg-config --static --cflags --libs liaison | sed 's/-lliaison/-l:libliaison.a/')
  }
  LD_LIBRARY_PATH=$(dirname "$libraries") expect "$scratch/shared" "$(pkg-config --variable=pack liaison)"
  expect "$scratch/static" "$(pkg-config --variable=pack liaison)"
}

# Without precompiled headers, so that a source that does not include what it uses is found.
from_sources() {  # subdirectory or fetch-content
  configure -DLIAISON_FROM="$1" -DLIAISON_SOURCE_DIR="$source_dir" \
    -DLIAISON_PACK_FILE="$build_dir/share/liaison/en.pack" -DCMAKE_CXX_FLAGS=-O0 -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON
}

case $way in
  package-static) from_package OFF ;;
  package-shared) from_package ON; check_exports ;;
  pkg-config) from_pkg_config ;;
  subdirectory) from_sources subdirectory ;;  # configures; what it would build is the next one's
  fetch-content) from_sources fetch-content; cmake --build "$scratch/build"; expect "$scratch/build/consumer" ;;
  *) echo "no such way: $way" >&2; exit 2 ;;
esac
