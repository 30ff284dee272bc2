#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# clang-tidy over everything but the tests, or over the folders given. A build folder of its own gives it
# flags that Clang understands, and joins sources of a room, so that what they all include is looked at once. What was clean
# with the same headers and checks is not looked at again.
set -euo pipefail
cmake -S . -B build/tidy -G Ninja -DCMAKE_CXX_COMPILER=clang++-14 -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON \
    -DGAVEL_GUI=ON -DGAVEL_TESTS=OFF -DGAVEL_UNITY=ON > /dev/null
[ $# -gt 0 ] || set -- engine app ui
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
    key=$({ echo "$common"; sources_of "$1" | xargs sed "s#$PWD/##"; } | sha256sum | cut -c 1-64)
    [ -e "$clean/$key" ] && return
    clang-tidy-14 -p build/tidy --quiet "$1" && touch "$clean/$key"
}
export -f check sources_of
# What the build compiles of the folders.
for folder in "$@"; do
    sed -nE "s#.*\"file\": \"$PWD/((build/tidy/)?$folder/[^\"]*)\".*#\1#p" build/tidy/compile_commands.json
done | { grep -v -e _autogen -e /.rcc/ || true; } | xargs -P "$(nproc)" -n 1 bash -c 'check "$0"'
