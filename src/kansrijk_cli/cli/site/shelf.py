"""A folder in which only files of ours are written over or taken away: a list in it names them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import Self

from kansrijk_cli.cli.session import UseError

LIST = ".kansrijk-site.json"


@dataclass
class Shelf:
    """The folder. At the end what was ours before and was not put again is taken away.

    When it ends by an error nothing is taken away, and all that was written is ours the next time.
    """

    folder: Path
    before: Mapping[str, str] = field(init=False, default_factory=dict)
    now: dict[str, str] = field(init=False, default_factory=dict)

    def __enter__(self) -> Self:
        self.folder.mkdir(parents=True, exist_ok=True)
        self.before = _listed(self.folder / LIST)
        return self

    def put(self, name: str, content: bytes) -> None:
        """Write a file, unless it is there already. Raises UseError for a file of somebody else."""
        path = self.folder / name
        if not (path.is_file() and path.read_bytes() == content):
            if path.exists() and name not in self.before:
                raise UseError("not-ours", path=path.as_posix())
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        self.now[name] = _mark(content)

    def __exit__(
        self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None
    ) -> None:
        if kind is None:
            for name in self.before.keys() - self.now.keys():
                self._take_away(name)
        kept = self.now if kind is None else {**self.before, **self.now}
        text = json.dumps(dict(sorted(kept.items())), indent=0) + "\n"
        (self.folder / LIST).write_bytes(text.encode())

    def _take_away(self, name: str) -> None:
        """Take away a file, if it still is what we made, and the folders that are then empty."""
        path = self.folder / name
        if not path.is_file() or _mark(path.read_bytes()) != self.before[name]:
            return
        path.unlink()
        for parent in path.parents:
            if parent == self.folder or any(parent.iterdir()):
                break
            parent.rmdir()


def _mark(content: bytes) -> str:
    return sha256(content).hexdigest()


def _listed(path: Path) -> dict[str, str]:
    """The files on the list with what they held. A name that leads out of the folder is no file."""
    try:
        found = json.loads(path.read_bytes())
    except (FileNotFoundError, ValueError):
        return {}
    items = found.items() if isinstance(found, dict) else ()
    return {str(name): str(mark) for name, mark in items if _is_inside(str(name), path.parent)}


def _is_inside(name: str, folder: Path) -> bool:
    pure = PurePosixPath(name)
    is_plain = not pure.is_absolute() and ".." not in pure.parts and "\\" not in name
    return is_plain and (folder / name).resolve().is_relative_to(folder.resolve())
