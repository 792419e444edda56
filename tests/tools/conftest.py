"""Tests with other real programs: skipped without them, unless KANSRIJK_REQUIRE_TOOLS is set."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Protocol

import pytest

ROOT = Path(__file__).resolve().parents[2]


class Run(Protocol):
    def __call__(self, program: str | Path, *arguments: str | Path, cwd: Path = ROOT) -> str: ...


@pytest.fixture
def root() -> Path:
    return ROOT


@pytest.fixture
def run() -> Run:
    """Run a program, by path or by name, and give what it printed; the test fails when it fails."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])

    def start(program: str | Path, *arguments: str | Path, cwd: Path = ROOT) -> str:
        found = shutil.which(program, path=path)
        if found is None:
            message = f"{program} is er niet; `make tools` installeert het"
            if os.environ.get("KANSRIJK_REQUIRE_TOOLS"):
                pytest.fail(message)
            pytest.skip(message)
        kept = {key: value for key, value in os.environ.items() if not key.startswith(_FOREIGN)}
        done = subprocess.run(
            [found, *map(str, arguments)],
            cwd=cwd,
            env=kept | {"PATH": path},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        command = " ".join(map(str, (program, *arguments)))
        assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
        return done.stdout

    return start


# Variables that would lead a program back to this checkout.
_FOREIGN = ("COV_", "GIT_", "KANSRIJK_", "PYTEST_", "PYTHONPATH", "VIRTUAL_ENV")
