#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds, and opens the console on a demonstration workspace with a live market.
# Without a display it says so and runs the engine with its HTTP services instead.
# Arguments are handed to the program: packaging/run.sh --scenario ten-thousand
set -euo pipefail
cd "$(dirname "$0")/.."
. packaging/setup.sh
install_missing engine console
cmake --preset default -DGAVEL_TESTS=OFF -B build/run
cmake --build build/run --target gavel gaveld
workspace="${XDG_DATA_HOME:-$HOME/.local/share}/gavel/demonstration.gavel"
mkdir -p "$(dirname "$workspace")"
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec build/run/app/console/gavel "$workspace" "$@"
fi
echo "No display was found: the engine runs without a window. Its pages are at http://127.0.0.1:8001/docs" >&2
exec build/run/app/server/gaveld serve "$workspace" "$@"
