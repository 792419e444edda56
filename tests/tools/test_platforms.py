"""Staff can install on Windows, macOS and Linux without a compiler."""

import sys
from pathlib import Path

import pytest

from tests.tools.conftest import Run

pytestmark = [pytest.mark.tools, pytest.mark.long]


def test_every_platform_has_a_wheel_of_everything(run: Run, root: Path) -> None:
    run("uv", "--version")
    run(sys.executable, root / "scripts" / "check_wheels.py")
