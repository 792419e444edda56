#!/usr/bin/env bash
# What action.yml runs, in the root of the repository with the data: install the program, and validate.
# Wishes come in as variables INPUT_*; an empty one is no wish.
set -euo pipefail

program=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# An environment for this program and this Python: a second use in the same job finds it.
key=$(printf '%s' "$program $PYTHON" | cksum | cut -d ' ' -f 1)
environment=$RUNNER_TEMP/kansrijk-$key
bin=$environment/bin
[ "${RUNNER_OS:-}" != Windows ] || bin=$environment/Scripts

install() {
    "$PYTHON" -m venv --clear "$environment"
    local pip=("$bin/python" -m pip install -qq --no-input --disable-pip-version-check)
    "${pip[@]}" --require-hashes -r "$program/requirements/build.txt" -r "$program/requirements/run.txt"
    "${pip[@]}" --no-deps --no-build-isolation "$program"
}

# validate OPTION...: the exit code is that of the program, 1 for findings
validate() {
    local command=("$bin/kansrijk")
    [ -z "${INPUT_DATA:-}" ] || command+=("--data=$INPUT_DATA")
    command+=(validate)
    [ -z "${INPUT_REGION:-}" ] || command+=("--region=$INPUT_REGION")
    [ -z "${INPUT_FAIL_ON:-}" ] || command+=("--fail-on=$INPUT_FAIL_ON")
    [ -z "${INPUT_SINCE:-}" ] || command+=("--since=$INPUT_SINCE")
    "${command[@]}" "$@"
}

# The program comes last, so it is there only when everything is.
[ -e "$bin/kansrijk" ] || [ -e "$bin/kansrijk.exe" ] || install

outcome=0
validate --format=github || outcome=$?
# Findings are written as SARIF too. After wrong use there is nothing to write.
if [ -n "${INPUT_SARIF:-}" ] && [ "$outcome" -le 1 ]; then
    validate --quiet --format=sarif "--output=$INPUT_SARIF" || [ $? = 1 ]
fi
exit "$outcome"
