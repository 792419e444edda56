"""Start-up: what is heavy is only read by the commands that need it."""

import subprocess
import sys

import pytest

from tests.workspaces import BASE

HEAVY = ("pydantic", "yaml", "jinja2", "rich", "markdown_it")
PROGRAM = f"""
import sys
from kansrijk_cli.cli.app import run
code = run(sys.argv[1:]) if len(sys.argv) > 1 else 0
loaded = [name for name in {HEAVY} if name in sys.modules]
print(code, *loaded, file=sys.stderr)
"""


def loaded(*arguments: str) -> str:
    """The exit code and the heavy packages that were read, in a fresh interpreter."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stderr.strip()


@pytest.mark.parametrize("arguments", [(), ("--help",), ("--version",)])
def test_what_needs_no_data_reads_nothing_heavy(arguments: tuple[str, ...]) -> None:
    assert loaded(*arguments) == "0"


def test_checking_data_reads_nothing_that_makes_documents() -> None:
    code, *packages = loaded("--data", str(BASE), "validate").split()
    assert code == "0"
    assert {"jinja2", "markdown_it"}.isdisjoint(packages)
