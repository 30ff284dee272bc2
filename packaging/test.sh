#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds everything and runs every test; ends with ctest's summary.
set -euo pipefail
cd "$(dirname "$0")/.."
. packaging/setup.sh
install_missing engine console
cmake --preset default
cmake --build --preset default
ctest --preset default "$@"
