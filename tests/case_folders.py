"""The data folder of a case in `tests/cases`, built from what `case.yaml` asks for."""

import os
import shutil
import socket
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Literal, TypeAlias

import pytest
import yaml
from pydantic import BaseModel, ConfigDict

from tests.workspaces import lay

CASES = Path(__file__).parent / "cases"
NAMES = sorted(path.parent.name for path in CASES.glob("*/case.yaml"))
IDENTITY = ("-c", "user.name=test", "-c", "user.email=test@example.org")

# What breaks a file; of each the message must be an error at the exact line and column.
Fault: TypeAlias = Literal[
    "typo-in-key",
    "wrong-type",
    "unknown-reference",
    "duplicate-key",
    "duplicate-id",
    "bad-date",
    "not-utf8",
    "tab",
    "anchor-bomb",
    "empty-file",
    "unreadable-file",
    "missing-file",
    "merge-conflict",
    "dutch-thousands",
    "leading-zero",
]
# What users of tools like this one ask for.
Wish: TypeAlias = Literal[
    "exact-line",
    "typo-one-message",
    "duplicates-and-dangling",
    "everything-grouped",
    "ci-formats",
    "spreadsheet-and-word",
    "history",
    "terminal-and-platform",
]
Topic: TypeAlias = Fault | Wish


class Setup(BaseModel):
    """A `case.yaml`. Paths are inside the data folder.

    `at` is where the fault is that the case shows: `file:line:column`. `options` are those of
    `validate`.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    about: str
    shows: tuple[Topic, ...] = ()
    at: str | None = None
    exit: int = 1
    options: tuple[str, ...] = ()
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
    data = lay(folder / "data", {})
    has_history = _lay(name, "before", data)
    if has_history:
        git(folder, "init", "--quiet")
        git(folder, "add", ".")
        git(folder, "commit", "--quiet", "--message", "Begin")
    _lay(name, "files", data)
    _lay(name, "outside", folder / "outside")
    monkeypatch.chdir(folder)
    _make(setup_of(name), data)
    if has_history:
        git(folder, "add", ".")
    _lay(name, "later", data)


def _lay(name: str, part: str, target: Path) -> bool:
    """Lay a folder of a case over another, if it has that."""
    source = CASES / name / part
    if source.is_dir():
        shutil.copytree(source, target, dirs_exist_ok=True)
    return source.is_dir()


def _make(setup: Setup, data: Path) -> None:
    """What git cannot hold."""
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
    for file in setup.sockets:
        # Nobody can open a socket as a file, not even root; its path may not be long.
        remove(data / file)
        with socket.socket(socket.AF_UNIX) as unopenable:
            unopenable.bind(f"data/{file}")


def git(folder: Path, *words: str) -> None:
    """Run git in a folder, whatever repository the tests themselves are run in."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    command = ["git", *IDENTITY, *words]
    subprocess.run(command, cwd=folder, env=kept, check=True)


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
