"""Tests with other real programs: skipped without them, unless KANSRIJK_REQUIRE_TOOLS is set."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn, Protocol

import pytest

from tests.tools.language_server import LanguageServer

ROOT = Path(__file__).resolve().parents[2]
# Where `make tools` puts programs: those from Python first, then those from Node.
PROGRAMS = (Path(sys.executable).parent, ROOT / "node_modules" / ".bin")


class Run(Protocol):
    def __call__(self, program: str | Path, *arguments: str | Path, cwd: Path = ROOT) -> str: ...


@pytest.fixture
def root() -> Path:
    return ROOT


@pytest.fixture
def run() -> Run:
    """Run a program, by path or by name, and give what it printed; the test fails when it fails."""

    def start(program: str | Path, *arguments: str | Path, cwd: Path = ROOT) -> str:
        found = find(program)
        kept = {key: value for key, value in os.environ.items() if not key.startswith(_FOREIGN)}
        done = subprocess.run(
            [found, *map(str, arguments)],
            cwd=cwd,
            env=kept | {"PATH": search_path()},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        command = " ".join(map(str, (program, *arguments)))
        assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
        return done.stdout

    return start


@pytest.fixture(scope="session")
def editor() -> Iterator[LanguageServer]:
    """The YAML extension of VS Code, with this repository open and the settings that it carries."""
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))
    with LanguageServer([find("yaml-language-server"), "--stdio"], ROOT, settings) as server:
        yield server


def find(program: str | Path) -> str:
    """The path of a program. Without it the test is skipped, or fails when tools are required."""
    found = shutil.which(program, path=search_path())
    if found is None:
        missing(str(program))
    return found


def missing(what: str) -> NoReturn:
    """End a test that cannot do without something that `make tools` installs."""
    message = f"{what} is er niet; `make tools` installeert het"
    if os.environ.get("KANSRIJK_REQUIRE_TOOLS"):
        pytest.fail(message)
    pytest.skip(message)


def search_path() -> str:
    """Where programs are looked for."""
    return os.pathsep.join([*map(str, PROGRAMS), os.environ["PATH"]])


# Variables that would lead a program back to this checkout.
_FOREIGN = ("COV_", "GIT_", "KANSRIJK_", "PYTEST_", "PYTHONPATH", "VIRTUAL_ENV")
