"""A folder as a user has it: `data/` with the smallest workspace, and nothing else."""

from pathlib import Path

import pytest

from tests.workspaces import BASE, lay


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's folder, which is the current one. The base stands in for the catalogue."""
    folder = tmp_path / "werk"
    lay(folder / "data", {})
    monkeypatch.chdir(folder)
    monkeypatch.setattr("kansrijk_cli.workspace.defaults.default_data", lambda: BASE)
    return folder
