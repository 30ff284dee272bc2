#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs every fuzz target of a build for some seconds (8) from its seed corpus, with a fixed seed.
set -euo pipefail
build="$1"
seconds="${2:-8}"
for target in "$build"/tests/fuzz/fuzz_*; do
    [ -x "$target" ] && [ -f "$target" ] || continue
    name=$(basename "$target")
    corpus=$(mktemp -d)
    [ -d "tests/fuzz/corpus/$name" ] && cp -r "tests/fuzz/corpus/$name/." "$corpus"
    echo "$name"
    "$target" -seed=1 -max_total_time="$seconds" -timeout=5 -rss_limit_mb=2048 -max_len=8192 -verbosity=0 "$corpus"
    rm -rf "$corpus"
done
