#!/usr/bin/env bash
# Run the tests on every Python from 3.11 to 3.14 that is on the path or that pyenv has.
set -euo pipefail
cd "$(dirname "$0")/.."

# works PROGRAM VERSION: does it start, and is it that version?
works() {
    [ "$("$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null)" = "$2" ]
}

# find_python VERSION: print the first that works
find_python() {
    local candidate
    for candidate in "python$1" "${PYENV_ROOT:-$HOME/.pyenv}"/versions/"$1"*/bin/python; do
        if works "$candidate" "$1"; then
            echo "$candidate"
            return
        fi
    done
}

ran=0
for version in 3.11 3.12 3.13 3.14; do
    python=$(find_python "$version")
    if [ -z "$python" ]; then
        echo "== Python $version: niet gevonden, overgeslagen"
        continue
    fi
    echo "== Python $version"
    venv=.venv-$version
    [ -x "$venv/bin/python" ] || "$python" -m venv "$venv"
    pip=("$venv/bin/python" -m pip install -qq --no-input --disable-pip-version-check)
    for name in build run test; do
        "${pip[@]}" --require-hashes -r "requirements/$name.txt"
    done
    "${pip[@]}" --no-deps --no-build-isolation --editable .
    "$venv/bin/python" -m pytest -n auto
    ran=$((ran + 1))
done
echo "== geslaagd op $ran versie(s) van Python"
[ "$ran" -gt 0 ]
