#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# clang-tidy over the engine and the programs without a window, or over the folders given. A build folder of its own gives it
# flags that Clang understands; a source that was clean with the same headers and checks is not looked at again.
set -euo pipefail
cmake -S . -B build/tidy -G Ninja -DCMAKE_CXX_COMPILER=clang++-14 -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON \
    -DGAVEL_GUI=ON -DGAVEL_TESTS=OFF > /dev/null
[ $# -gt 0 ] || set -- engine app/server app/bench
export clean="${XDG_CACHE_HOME:-$HOME/.cache}/gavel-tidy"
mkdir -p "$clean"
common=$({ clang-tidy-14 --version; cat .clang-tidy; } | sha256sum)
export common
# The source and every header of this tree that it includes, at whatever depth.
sources_of() {
    awk -v root="$1" '
        function visit(file,    line) {
            if (file in seen) return
            seen[file]
            print file
            while ((getline line < file) > 0)
                if (match(line, /^#include "[^"]+"/)) visit(substr(line, 11, RLENGTH - 11))
        }
        BEGIN { visit(root) }'
}
check() {
    local key
    key=$({ echo "$common"; sources_of "$1" | xargs cat; } | sha256sum | cut -c 1-64)
    [ -e "$clean/$key" ] && return
    clang-tidy-14 -p build/tidy --quiet "$1" && touch "$clean/$key"
}
export -f check sources_of
git ls-files -- "$@" | grep '\.cpp$' | xargs -P "$(nproc)" -n 1 bash -c 'check "$0"'
