#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# clang-tidy over the engine and the programs, or over the folders given (the window takes as long again: check-tidy.sh ui);
# a build folder of its own gives it flags that Clang understands.
set -euo pipefail
cmake -S . -B build/tidy -G Ninja -DCMAKE_CXX_COMPILER=clang++-14 -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON \
    -DGAVEL_GUI=ON -DGAVEL_TESTS=OFF > /dev/null
[ $# -gt 0 ] || set -- engine app
git ls-files -- "$@" | grep '\.cpp$' | xargs -P "$(nproc)" -n 1 clang-tidy-14 -p build/tidy --quiet
