"""Whole data folders with expected output; a case is a folder in `tests/cases`, without Python.

    files/           laid over a copy of `tests/base`
    outside/         laid beside the data folder
    case.yaml        `about`, `exit`, and what git cannot hold (see `Setup`)
    expected.txt     what `kansrijk --data data validate` prints
    expected.json    the same with `--format json`

`KANSRIJK_UPDATE=1` writes the expected files again: read what changed before you keep it.
"""

import shutil
import socket
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel, ConfigDict

from kansrijk_cli.cli.app import run
from tests.snapshots import check_snapshot
from tests.workspaces import BASE, lay

CASES = Path(__file__).parent / "cases"
NAMES = sorted(path.parent.name for path in CASES.glob("*/case.yaml"))


class Setup(BaseModel):
    """A `case.yaml`. Paths are inside the data folder."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    about: str
    exit: int = 1
    delete: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    links: Mapping[str, str] = {}
    sizes: Mapping[str, int] = {}
    repeat: Mapping[str, tuple[str, int]] = {}
    sockets: tuple[str, ...] = ()


def setup_of(name: str) -> Setup:
    """What a case asks for."""
    text = (CASES / name / "case.yaml").read_text("utf-8")
    return Setup.model_validate(yaml.safe_load(text))


def build(name: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the data folder of a case in `folder`, and go there."""
    setup = setup_of(name)
    data = lay(folder / "data", {})
    for part, target in (("files", data), ("outside", folder / "outside")):
        if (CASES / name / part).is_dir():
            shutil.copytree(CASES / name / part, target, dirs_exist_ok=True)
    for file in setup.delete:
        remove(data / file)
    for file in setup.folders:
        (data / file).mkdir(parents=True)
    for file, (text, times) in setup.repeat.items():
        fresh(data / file).write_text(text * times, encoding="utf-8")
    for file, size in setup.sizes.items():
        with fresh(data / file).open("wb") as stream:
            stream.truncate(size)
    for file, target_path in setup.links.items():
        remove(data / file)
        fresh(data / file).symlink_to(target_path)
    monkeypatch.chdir(folder)
    for file in setup.sockets:
        # Nobody can open a socket as a file, not even root.
        remove(data / file)
        with socket.socket(socket.AF_UNIX) as unopenable:
            unopenable.bind(f"data/{file}")


def fresh(path: Path) -> Path:
    """A path whose folder exists."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def remove(path: Path) -> None:
    """Take a file or folder away, if it is there."""
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


@pytest.mark.parametrize("name", NAMES)
def test_case(
    name: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    build(name, tmp_path, monkeypatch)
    # The base stands in for the national catalogue, so that a change of that changes no case.
    monkeypatch.setattr("kansrijk_cli.workspace.defaults.default_data", lambda: BASE)
    for format, file in (("text", "expected.txt"), ("json", "expected.json")):
        code = run(["--data", "data", "validate", "--format", format])
        printed = capsys.readouterr()
        assert printed.err == ""
        assert code == setup_of(name).exit
        check_snapshot(CASES / name / file, printed.out)
