"""`kansrijk validate` looks and does not touch."""

from pathlib import Path

import pytest

from kansrijk_cli.cli.app import run
from tests.workspaces import BASE, Files, lay


def everything(folder: Path) -> dict[str, tuple[int, bytes | None]]:
    """Every file and folder, with when it was written and what is in it."""
    return {
        path.relative_to(folder).as_posix(): (
            path.stat().st_mtime_ns,
            path.read_bytes() if path.is_file() else None,
        )
        for path in sorted(folder.rglob("*"))
    }


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"regions/voorbeeld/parties.yaml": "parties: [\n", "regions/los.yaml": b"\xff\r\n"},
        {"kansrijk.yaml": None},
    ],
    ids=["good", "broken", "incomplete"],
)
@pytest.mark.parametrize("options", [(), ("--format", "json"), ("--region", "voorbeeld")], ids=str)
def test_validate_leaves_everything_as_it_was(
    files: Files, options: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(tmp_path / "data", files)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("kansrijk_cli.workspace.defaults.default_data", lambda: BASE)
    before = everything(tmp_path)
    run(["--data", "data", "validate", *options])
    assert everything(tmp_path) == before
