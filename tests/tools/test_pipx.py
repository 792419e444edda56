"""`pipx install '.[all]'`, as the README says."""

import sys
from pathlib import Path

import pytest

from tests.tools.conftest import Run

pytestmark = [pytest.mark.tools, pytest.mark.long]


def test_pipx_installs_the_program(
    run: Run, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIPX_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PIPX_BIN_DIR", str(tmp_path / "bin"))
    run(sys.executable, "-m", "pipx", "install", f"{root}[all]", cwd=tmp_path)
    shown = run(tmp_path / "bin" / "kansrijk", "--version", cwd=tmp_path)
    assert shown.startswith("kansrijk ")
    run(tmp_path / "bin" / "kansrijk", "--data", root / "data", "validate", cwd=tmp_path)
    assert [path.name for path in (tmp_path / "bin").iterdir()] == ["kansrijk"]
