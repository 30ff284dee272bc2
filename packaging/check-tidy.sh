#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# clang-tidy over everything but the tests, or over the folders given. Much of its time goes into what sources include, so some
# twenty are joined and looked at as one (not more: a check or two compare everything with everything). Two sources may use a
# name for something of their own: a join that does not compile is halved until it does. What was clean with the same headers
# and checks is not looked at again.
set -euo pipefail
cmake -S . -B build/tidy -G Ninja -DCMAKE_CXX_COMPILER=clang++-14 -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON \
    -DGAVEL_GUI=ON -DGAVEL_TESTS=OFF -DGAVEL_UNITY=OFF > /dev/null
[ $# -gt 0 ] || set -- engine app ui
export clean="${XDG_CACHE_HOME:-$HOME/.cache}/gavel-tidy" joined="$PWD/build/tidy/joined"
mkdir -p "$clean" "$joined"
common=$({ clang-tidy-14 --version; cat .clang-tidy; } | sha256sum)
export common
# Every room's flags at once, a line each.
sed -n 's/^ *"command": "//p' build/tidy/compile_commands.json | sed 's/ -o .*//; s/\\\\\\"/"/g' | tr ' ' '\n' | awk '
    folder { $0 = "-isystem" $0; folder = 0 }
    $0 == "-isystem" { folder = 1; next }
    /^-(D|I|isystem|W|std=|O)/ && !seen[$0]++' > "$joined/compile_flags.txt"
# The sources and every header of this tree that they include, at whatever depth.
with_headers() {
    printf '%s\n' "$@" | awk '
        function visit(file,    line) {
            if (file in seen) return
            seen[file]
            print file
            while ((getline line < file) > 0)
                if (match(line, /^#include "[^"]+"/)) visit(substr(line, 11, RLENGTH - 11))
        }
        { visit($0) }'
}
compiles() {
    local flags
    mapfile -t flags < "$joined/compile_flags.txt"
    clang++-14 "${flags[@]}" -fsyntax-only "$1" 2> /dev/null
}
check() {
    local key unit half=$(($# / 2))
    key=$({ echo "$common"; with_headers "$@" | xargs cat; } | sha256sum | cut -c 1-64)
    [ ! -e "$clean/$key" ] || return 0
    unit="$joined/$key.cpp"
    printf '// NOLINTNEXTLINE(bugprone-suspicious-include)\n#include "%s"\n' "$@" > "$unit"
    if [ $# -eq 1 ] || compiles "$unit"; then
        clang-tidy-14 -p "$joined" --quiet "$unit" && touch "$clean/$key"
    else
        local first=0
        check "${@:1:half}" || first=1
        check "${@:half+1}" && return $first
    fi
}
export -f check compiles with_headers
# What the build compiles of the folders: a room, or as much of one as is looked at in a minute. What a program begins with
# stands alone: it says of others' functions what they say themselves.
for folder in "$@"; do
    sed -nE "s#.*\"file\": \"$PWD/($folder/[^\"]*)\".*#\1#p" build/tidy/compile_commands.json
done | sort | awk -F/ '
    function flush() { if (count) print join; join = ""; count = 0 }
    $NF == "main.cpp" { print; next }
    $1 "/" $2 != room && count >= 12 || count == 24 { flush() }
    { room = $1 "/" $2; join = join " " $0; ++count }
    END { flush() }' | xargs -P "$(nproc)" -d '\n' -n 1 bash -c 'check $0'
