#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# clang-tidy over the rooms that are held to it; a build folder of its own gives it flags that Clang understands.
set -euo pipefail
rooms="base model openrtb store metrics ssp dmp exchange runtime"
cmake -S . -B build/tidy -G Ninja -DCMAKE_CXX_COMPILER=clang++-14 -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON \
    -DGAVEL_GUI=OFF -DGAVEL_TESTS=OFF > /dev/null
for room in $rooms; do
    git ls-files "engine/$room/*.cpp"
done | xargs -P "$(nproc)" -n 1 clang-tidy-14 -p build/tidy --quiet
