#!/usr/bin/env bash
# Install the system programs that the tests need and that are missing: as root, or with sudo, on Debian.
set -euo pipefail

missing=()
command -v git >/dev/null || missing+=(git)
command -v node >/dev/null || missing+=(nodejs)
command -v npm >/dev/null || missing+=(npm)
command -v chromium >/dev/null || missing+=(chromium)
command -v soffice >/dev/null || missing+=(libreoffice-writer)
command -v pdftotext >/dev/null || missing+=(poppler-utils)
"${PYTHON:-python3}" -c 'import ensurepip, venv' 2>/dev/null || missing+=(python3-venv)
[ ${#missing[@]} -gt 0 ] || exit 0

run=()
[ "$(id -u)" = 0 ] || run=(sudo)
if ! command -v apt-get >/dev/null || ! command -v "${run[0]:-true}" >/dev/null; then
    echo "Installeer zelf: ${missing[*]}" >&2
    exit 1
fi
echo "== installeren: ${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
"${run[@]}" apt-get update -qq
"${run[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}"
