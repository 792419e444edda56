"""A data folder: which YAML files it holds, and their bytes; on disk, or as it was kept in git."""

import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Protocol

SKIPPED_FOLDERS = frozenset({"schemas", "templates", "__pycache__", "node_modules"})
YAML_SUFFIXES = frozenset({".yaml", ".yml"})


class DataFolder(Protocol):
    """What reading needs of a data folder. Names are relative to `root`, with forward slashes."""

    @property
    def root(self) -> Path:
        """The folder on disk that this is, or stands for."""

    def files(self) -> Iterator[str]:
        """The YAML files, sorted. A link is listed under its own name, and never followed."""

    def folders(self, parent: str) -> list[str]:
        """The names of the folders directly under `parent`, sorted."""

    def is_link(self, file: str) -> bool:
        """Whether the file is a symbolic link."""

    def is_unmerged(self, file: str) -> bool:
        """Whether git waits for somebody to choose between two versions of it."""

    def is_file(self, file: str) -> bool:
        """Whether it is an ordinary file, and not a pipe or a device. Raises OSError."""

    def size(self, file: str) -> int:
        """The size in bytes. Raises OSError."""

    def read(self, file: str) -> bytes:
        """The bytes of a file. Raises OSError."""


@dataclass(frozen=True, slots=True)
class Folder:
    """A data folder on disk."""

    root: Path

    def files(self) -> Iterator[str]:
        """The YAML files and links, sorted."""
        found: list[str] = []
        for parent, folders, names in os.walk(self.root):
            here = Path(parent)
            links = [name for name in folders if (here / name).is_symlink()]
            folders[:] = [n for n in folders if n not in links and not _is_skipped(n)]
            listed = [n for n in names if _is_yaml(n)]
            found += (
                (here / name).relative_to(self.root).as_posix()
                for name in (*listed, *links)
                if not _is_skipped(name)
            )
        return iter(sorted(found))

    def folders(self, parent: str) -> list[str]:
        """The folders on disk."""
        path = self.root / parent
        if not path.is_dir():
            return []
        inside = (p for p in path.iterdir() if p.is_dir() and not p.is_symlink())
        return sorted(p.name for p in inside if not _is_skipped(p.name))

    def is_link(self, file: str) -> bool:
        """Whether it is a link on disk."""
        return (self.root / file).is_symlink()

    def is_unmerged(self, _file: str) -> bool:
        """A file on disk is as it is; what is left of a conflict stands in its text."""
        return False

    def is_file(self, file: str) -> bool:
        """Whether it is an ordinary file. Raises OSError."""
        return stat.S_ISREG((self.root / file).stat().st_mode)

    def size(self, file: str) -> int:
        """The size on disk. Raises OSError."""
        return (self.root / file).stat().st_size

    def read(self, file: str) -> bytes:
        """The bytes on disk. Raises OSError."""
        return (self.root / file).read_bytes()


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A data folder as it was at one moment.

    `unmerged` are the files of which git has two versions, and nobody chose yet.
    """

    root: Path
    contents: Mapping[str, bytes]
    links: frozenset[str] = frozenset()
    unmerged: frozenset[str] = frozenset()

    def files(self) -> Iterator[str]:
        """The YAML files and links, sorted."""
        # Where a link leads cannot be seen; one without an ending may lead to a folder.
        links = (name for name in self.links if not PurePosixPath(name).suffix and _is_kept(name))
        names = (*self.contents, *self.links, *self.unmerged)
        return iter(sorted({*filter(_is_listed, names), *links}))

    def folders(self, parent: str) -> list[str]:
        """The folders that hold a file."""
        return sorted(_folders((*self.contents, *self.unmerged), parent))

    def is_link(self, file: str) -> bool:
        """Whether it was a link."""
        return file in self.links

    def is_unmerged(self, file: str) -> bool:
        """Whether there is no choice yet."""
        return file in self.unmerged

    def is_file(self, file: str) -> bool:
        """Whether it was a file."""
        return file in self.contents

    def size(self, file: str) -> int:
        """The size it had."""
        return len(self.read(file))

    def read(self, file: str) -> bytes:
        """The bytes it had. Raises OSError."""
        if file not in self.contents:
            raise FileNotFoundError(file)
        return self.contents[file]


@dataclass(frozen=True, slots=True)
class Overlay:
    """A data folder in which some files have other bytes, such as a file still being edited."""

    base: DataFolder
    changed: Mapping[str, bytes]

    @property
    def root(self) -> Path:
        """The folder that lies below."""
        return self.base.root

    def files(self) -> Iterator[str]:
        """The files that lie below, and the changed ones."""
        return iter(sorted({*self.base.files(), *filter(_is_listed, self.changed)}))

    def folders(self, parent: str) -> list[str]:
        """The folders that lie below, and those of the changed files."""
        return sorted({*self.base.folders(parent), *_folders(self.changed, parent)})

    def is_link(self, file: str) -> bool:
        """Whether it is a link that is not changed."""
        return file not in self.changed and self.base.is_link(file)

    def is_unmerged(self, file: str) -> bool:
        """Whether there is no choice yet, and it is not changed."""
        return file not in self.changed and self.base.is_unmerged(file)

    def is_file(self, file: str) -> bool:
        """Whether it is an ordinary file. Raises OSError."""
        return file in self.changed or self.base.is_file(file)

    def size(self, file: str) -> int:
        """The size in bytes. Raises OSError."""
        return len(self.changed[file]) if file in self.changed else self.base.size(file)

    def read(self, file: str) -> bytes:
        """The bytes of a file. Raises OSError."""
        return self.changed[file] if file in self.changed else self.base.read(file)


def _folders(files: Iterable[str], parent: str) -> set[str]:
    """The names of the folders directly under `parent` that hold one of the files."""
    under = f"{parent}/"
    inside = (name[len(under) :] for name in files if name.startswith(under))
    return {name.partition("/")[0] for name in inside if "/" in name and _is_kept(name)}


def _is_listed(file: str) -> bool:
    return _is_yaml(file) and _is_kept(file)


def _is_yaml(name: str) -> bool:
    return PurePosixPath(name).suffix.lower() in YAML_SUFFIXES


def _is_kept(file: str) -> bool:
    return not any(map(_is_skipped, file.split("/")))


def _is_skipped(name: str) -> bool:
    return name.startswith((".", "~")) or name in SKIPPED_FOLDERS
