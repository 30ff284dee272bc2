#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs every fuzz target of a build for some seconds (8) from its seed corpus, with a fixed seed; as many at once as there are
# processors.
set -euo pipefail
build="$1"
export seconds="${2:-8}"
fuzz() {
    local name corpus
    name=$(basename "$1")
    corpus=$(mktemp -d)
    [ -d "tests/fuzz/corpus/$name" ] && cp -r "tests/fuzz/corpus/$name/." "$corpus"
    echo "$name"
    "$1" -seed=1 -max_total_time="$seconds" -timeout=5 -rss_limit_mb=2048 -max_len=8192 -verbosity=0 "$corpus"
    rm -rf "$corpus"
}
export -f fuzz
find "$build/tests/fuzz" -maxdepth 1 -type f -executable -name 'fuzz_*' -print0 \
    | xargs -0 -P "$(nproc)" -I {} bash -euc 'fuzz {}'
