#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs the Debian packages that are missing. Sourced by run.sh and test.sh; needs root only when one is missing.
set -euo pipefail

# packages SECTION...: the package names under "# SECTION" in packages.txt.
packages() {
    local wanted section="" line
    for wanted in "$@"; do
        section=""
        while IFS= read -r line; do
            case "$line" in
                "# "*) section="${line#\# }" ;;
                *) [ "$section" = "$wanted" ] && printf '%s\n' $line ;;
            esac
        done < "$(dirname "${BASH_SOURCE[0]}")/packages.txt"
    done
}

install_missing() {
    local missing=() package root=()
    for package in $(packages "$@"); do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return
    echo "Installing: ${missing[*]}" >&2
    [ "$(id -u)" -eq 0 ] || root=(sudo)
    "${root[@]}" apt-get update -q >&2
    DEBIAN_FRONTEND=noninteractive "${root[@]}" apt-get install -y -q --no-install-recommends "${missing[@]}" >&2
}
