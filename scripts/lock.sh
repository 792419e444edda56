#!/usr/bin/env bash
# Write the locks in requirements/ again from pyproject.toml: every platform, Python 3.11 and later.
# Without arguments versions stay as they are where they can; --upgrade takes the newest.
set -euo pipefail
cd "$(dirname "$0")/.."
export UV_NO_CONFIG=1 UV_PYTHON_DOWNLOADS=never UV_CUSTOM_COMPILE_COMMAND="make lock"
uv=${UV:-uv}

# lock NAME ARGUMENT...: requirements/NAME.txt
lock() {
    local file=requirements/$1.txt
    shift
    "$uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-emit-find-links --annotation-style line "$@" --output-file "$file"
    if grep -nE '://|@ |^-' "$file"; then
        echo "$file noemt een adres of map; een lock noemt alleen namen, versies en hashes" >&2
        exit 1
    fi
}

# From small to large: each lock keeps to the versions of those before it.
lock run pyproject.toml "$@"
lock all pyproject.toml --all-extras --constraints requirements/run.txt "$@"
lock test pyproject.toml --all-extras --group test --constraints requirements/all.txt "$@"
lock build --group build --constraints requirements/test.txt "$@"
lock tools --group tools --constraints requirements/test.txt --constraints requirements/build.txt "$@"
