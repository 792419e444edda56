"""Running the command line as a user does, and what it gave back."""

import io
import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kansrijk_cli.cli.app import run
from tests.workspaces import ROOT

DATA = ROOT / "data"

# Variables of whoever runs the tests that would change what a new user sees.
PERSONAL = ("KANSRIJK_", "NO_COLOR", "LC_", "LANG", "TZ", "COLUMNS", "LINES")


@dataclass(frozen=True)
class Result:
    """How a command ended, and the exact bytes that it wrote."""

    code: int
    out_bytes: bytes
    err_bytes: bytes

    @property
    def out(self) -> str:
        return self.out_bytes.decode("utf-8")

    @property
    def err(self) -> str:
        return self.err_bytes.decode("utf-8")


def kansrijk(*arguments: str | Path) -> Result:
    """Run a command in this process, with the streams of a pipe."""
    out, err = io.BytesIO(), io.BytesIO()
    with (
        io.TextIOWrapper(out, encoding="utf-8", write_through=True) as out_stream,
        io.TextIOWrapper(err, encoding="utf-8", write_through=True) as err_stream,
    ):
        with redirect_stdout(out_stream), redirect_stderr(err_stream):
            code = run([str(argument) for argument in arguments])
        return Result(code, out.getvalue(), err.getvalue())


@cache
def on_repository(*arguments: str) -> Result:
    """Run a command on the repository's own data; the same command runs only once."""
    return kansrijk("--data", DATA, *arguments)


def spawn(
    *arguments: str | Path,
    code: str | None = None,
    cwd: Path = ROOT,
    env: Mapping[str, str] | None = None,
    stdin: str | None = None,
) -> Result:
    """Run a command in a process of its own, or a Python program (`code`) with arguments."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(PERSONAL)}
    start = ("-c", code) if code else ("-m", "kansrijk_cli")
    done = subprocess.run(
        [sys.executable, *start, *map(str, arguments)],
        cwd=cwd,
        env=kept | dict(env or {}),
        input=stdin.encode() if stdin else b"",
        capture_output=True,
        check=False,
    )
    return Result(done.returncode, done.stdout, done.stderr)
